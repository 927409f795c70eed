using System.Globalization;
using System.Text;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Html;

/// <summary>Shares over time as an inline picture: a dot a period, its 95 % interval as a bar, percent on the left.</summary>
internal static class ShareChart
{
    private const int Width = 720;
    private const int Height = 220;
    private const int Left = 40;
    private const int Right = 10;
    private const int Top = 10;
    private const int Bottom = 30;

    // More labels than this run into each other on a phone.
    private const int MostLabels = 8;

    internal static string Of(string name, IReadOnlyList<(string Label, Share Share)> points)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlPage.Text(name)}\"><title>{HtmlPage.Text(name)}</title>");
        foreach (int percent in (ReadOnlySpan<int>)[0, 25, 50, 75, 100])
        {
            string y = HtmlPage.Number(Y(percent / 100.0));
            svg.Append(CultureInfo.InvariantCulture, $"<line stroke=\"var(--line)\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"soft\" x=\"{Left - 6}\" y=\"{y}\" dy=\"4\" text-anchor=\"end\">{percent}</text>");
        }

        List<string> path = [];
        int every = Math.Max(1, (points.Count + MostLabels - 1) / MostLabels);
        for (int i = 0; i < points.Count; i++)
        {
            string x = HtmlPage.Number(X(i, points.Count));
            (string label, Share share) = points[i];
            if (i % every == 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"soft\" x=\"{x}\" y=\"{Height - 10}\" text-anchor=\"{(i > 0 && i + every >= points.Count ? "end" : "middle")}\">{HtmlPage.Text(label)}</text>");
            }

            if (share.Value is not { } value || share.WilsonInterval(ConfidenceLevel.Percent95) is not { } interval)
            {
                continue;
            }

            path.Add($"{x},{HtmlPage.Number(Y(value))}");
            svg.Append(CultureInfo.InvariantCulture, $"<line stroke=\"var(--accent)\" stroke-width=\"2\" opacity=\".45\" x1=\"{x}\" x2=\"{x}\" y1=\"{HtmlPage.Number(Y(interval.Lower))}\" y2=\"{HtmlPage.Number(Y(interval.Upper))}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle fill=\"var(--accent)\" cx=\"{x}\" cy=\"{HtmlPage.Number(Y(value))}\" r=\"3\"><title>{HtmlPage.Text($"{label}: {share}")}</title></circle>");
        }

        return svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"var(--accent)\" stroke-width=\"1.5\" points=\"{string.Join(' ', path)}\"/></svg>").ToString();
    }

    private static double X(int index, int count) => count == 1 ? (Left + Width - Right) / 2.0 : Left + 15 + (index * (Width - Left - Right - 30.0) / (count - 1));

    private static double Y(double share) => Top + ((1 - share) * (Height - Top - Bottom));
}

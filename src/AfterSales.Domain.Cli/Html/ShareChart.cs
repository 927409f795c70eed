using System.Globalization;
using System.Text;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Html;

/// <summary>Shares over time as an inline picture: a dot a period, its 95 % interval as a bar, percent on the left.</summary>
internal static class ShareChart
{
    // Small enough that letters stay readable when it is squeezed onto a phone.
    private const int Width = 480;
    private const int Height = 190;
    private const int Left = 36;
    private const int Top = 10;
    private const int Bottom = 28;

    // Half a label: what the first and the last period keep from the edges.
    private const int HalfLabel = 32;
    private const int MostLabels = 6;

    // Series of one picture stand a little apart, so that none hides another.
    private const double Apart = 2.5;

    /// <summary>Several pictures with their names, next to each other where there is room.</summary>
    internal static string Several(IEnumerable<(string Name, IReadOnlyList<ChartSeries> Series)> charts) =>
        $"<div class=\"charts\">{string.Concat(charts.Select(one => $"<figure><figcaption>{HtmlPage.Text(one.Name)}</figcaption>{Of(one.Name, one.Series)}</figure>"))}</div>";

    private static string Of(string name, IReadOnlyList<ChartSeries> series)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlPage.Text(name)}\"><title>{HtmlPage.Text(name)}</title>");
        foreach (int percent in (ReadOnlySpan<int>)[0, 25, 50, 75, 100])
        {
            string y = HtmlPage.Number(Y(percent / 100.0));
            svg.Append(CultureInfo.InvariantCulture, $"<line stroke=\"var(--line)\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"soft\" x=\"{Left - 6}\" y=\"{y}\" dy=\"4\" text-anchor=\"end\">{percent}</text>");
        }

        string[] periods = [.. series.SelectMany(one => one.Points).Select(point => point.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int every = Math.Max(1, (periods.Length + MostLabels - 1) / MostLabels);
        for (int i = 0; i < periods.Length; i += every)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"soft\" x=\"{HtmlPage.Number(X(i, periods.Length))}\" y=\"{Height - 8}\" text-anchor=\"middle\">{HtmlPage.Text(periods[i])}</text>");
        }

        for (int i = 0; i < series.Count; i++)
        {
            Add(svg, series[i], periods, (i - ((series.Count - 1) / 2.0)) * 2 * Apart);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Add(StringBuilder svg, ChartSeries series, string[] periods, double shift)
    {
        List<string> path = [];
        foreach ((string label, Share share) in series.Points)
        {
            if (share.Value is not { } value || share.WilsonInterval(ConfidenceLevel.Percent95) is not { } interval)
            {
                continue;
            }

            string x = HtmlPage.Number(X(Array.BinarySearch(periods, label, StringComparer.Ordinal), periods.Length) + shift);
            path.Add($"{x},{HtmlPage.Number(Y(value))}");
            svg.Append(CultureInfo.InvariantCulture, $"<line stroke=\"{series.Colour}\" stroke-width=\"2\" opacity=\".45\" x1=\"{x}\" x2=\"{x}\" y1=\"{HtmlPage.Number(Y(interval.Lower))}\" y2=\"{HtmlPage.Number(Y(interval.Upper))}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle fill=\"{series.Colour}\" cx=\"{x}\" cy=\"{HtmlPage.Number(Y(value))}\" r=\"3\"><title>{HtmlPage.Text($"{label}: {share}")}</title></circle>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{series.Colour}\" stroke-width=\"1.5\" points=\"{string.Join(' ', path)}\"/>");
    }

    private static double X(int index, int count) => count == 1
        ? (Left + Width) / 2.0
        : Left + HalfLabel + (index * (Width - Left - (2.0 * HalfLabel)) / (count - 1));

    private static double Y(double share) => Top + ((1 - share) * (Height - Top - Bottom));
}

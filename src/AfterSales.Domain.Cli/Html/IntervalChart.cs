using System.Globalization;
using System.Text;

namespace AfterSales.Domain.Cli.Html;

/// <summary>Small drawings as SVG: an interval on a line, a series within limits, points in a square.</summary>
internal static class IntervalChart
{
    /// <summary>Drawn smaller than this, letters cannot be read any more.</summary>
    private const double Readable = 0.75;

    /// <summary>An estimate with its interval on a line from 0 to 1.</summary>
    internal static string Interval(double value, double lower, double upper, string label)
    {
        const double Width = 220;
        string n(double share) => HtmlPage.Number(6 + (share * (Width - 12)));
        return $"""<svg role="img" aria-label="{HtmlPage.Text(label)}" width="220" height="18" viewBox="0 0 220 18" style="min-width:7rem"><line x1="6" y1="9" x2="214" y2="9" stroke="var(--line)"/><line x1="{n(lower)}" y1="9" x2="{n(upper)}" y2="9" stroke="var(--accent)" stroke-width="5" stroke-linecap="round" opacity=".45"/><circle cx="{n(value)}" cy="9" r="4.5" fill="var(--accent)"/></svg>""";
    }

    /// <summary>Shares by period with a centre line and limits.</summary>
    internal static string Series(IReadOnlyList<(string Name, double? Value, double Lower, double Upper, bool IsSignal)> points, double centre, string label)
    {
        const double Left = 56;
        const double Top = 12;
        const double Height = 200;
        double step = Math.Max(28, Math.Min(90, 860.0 / Math.Max(1, points.Count)));
        double width = Left + (step * points.Count) + 12;
        double least = Math.Max(0, Math.Floor(10 * points.Select(point => Math.Min(point.Lower, point.Value ?? 1)).Append(centre).Min()) / 10);
        double span = Math.Max(0.1, 1 - least);
        double grid = span > 0.5 ? 0.2 : 0.1;
        string x(int i) => HtmlPage.Number(Left + (step * (i + 0.5)));
        string y(double share) => HtmlPage.Number(Top + ((1 - share) / span * Height));
        StringBuilder svg = new($"""<svg role="img" aria-label="{HtmlPage.Text(label)}" width="{HtmlPage.Number(width)}" height="250" viewBox="0 0 {HtmlPage.Number(width)} 250" style="min-width:{HtmlPage.Number(Readable * width)}px">""");
        for (double mark = 1; mark >= least - 1e-9; mark -= grid)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{HtmlPage.Number(Left)}" x2="{HtmlPage.Number(width)}" y1="{y(mark)}" y2="{y(mark)}" stroke="var(--line)"/><text class="soft" x="{HtmlPage.Number(Left - 6)}" y="{y(mark)}" text-anchor="end" dominant-baseline="middle">{HtmlPage.Number(100 * mark)} %</text>""");
        }

        string up = string.Join(' ', points.Select((point, i) => $"{x(i)},{y(point.Upper)}"));
        string down = string.Join(' ', points.Select((point, i) => $"{x(i)},{y(point.Lower)}").Reverse());
        svg.Append(CultureInfo.InvariantCulture, $"""<polygon points="{up} {down}" fill="var(--fill)" opacity=".55"/><line x1="{HtmlPage.Number(Left)}" x2="{HtmlPage.Number(width)}" y1="{y(centre)}" y2="{y(centre)}" stroke="var(--soft)" stroke-dasharray="5 4"/>""");
        string line = string.Join(' ', points.Select((point, i) => (point, i)).Where(one => one.point.Value is not null).Select(one => $"{x(one.i)},{y(one.point.Value!.Value)}"));
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{line}" fill="none" stroke="var(--accent)" stroke-width="2"/>""");
        int every = Math.Max(1, (int)Math.Ceiling(62 / step));
        for (int i = 0; i < points.Count; i++)
        {
            if (points[i].Value is { } value)
            {
                svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{x(i)}" cy="{y(value)}" r="{(points[i].IsSignal ? 6 : 4)}" fill="{(points[i].IsSignal ? "var(--bad)" : "var(--accent)")}"><title>{HtmlPage.Text(points[i].Name)}: {HtmlPage.Number(Math.Round(100 * value, 1))} %</title></circle>""");
            }

            if (i % every == 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"""<text class="soft" x="{x(i)}" y="236" text-anchor="middle">{HtmlPage.Text(points[i].Name)}</text>""");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Named points in a square with a cross through the middle, and the names of its corners: up left, up right, down left, down right.</summary>
    internal static string Scatter(
        IReadOnlyList<(string Name, double Across, double Up)> points, (double Across, double Up) middle, string across, string up, IReadOnlyList<string> corners, string label)
    {
        (double middleAcross, double middleUp) = middle;
        (double least, double most) = Range(points.Select(point => point.Across).Append(middleAcross));
        (double lowest, double highest) = Range(points.Select(point => point.Up).Append(middleUp));
        string x(double value) => HtmlPage.Number(50 + ((value - least) / (most - least) * 520));
        string y(double value) => HtmlPage.Number(270 - ((value - lowest) / (highest - lowest) * 250));
        StringBuilder svg = new($"""<svg role="img" aria-label="{HtmlPage.Text(label)}" width="640" height="310" viewBox="0 0 640 310" style="min-width:{HtmlPage.Number(Readable * 640)}px"><rect x="50" y="20" width="520" height="250" fill="var(--band)" stroke="var(--line)"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x(middleAcross)}" x2="{x(middleAcross)}" y1="20" y2="270" stroke="var(--soft)" stroke-dasharray="4 4"/><line x1="50" x2="570" y1="{y(middleUp)}" y2="{y(middleUp)}" stroke="var(--soft)" stroke-dasharray="4 4"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text class="soft" x="310" y="296" text-anchor="middle">{HtmlPage.Text(across)} →</text><text class="soft" x="20" y="145" text-anchor="middle" transform="rotate(-90 20 145)">{HtmlPage.Text(up)} →</text>""");
        (int X, int Y, string Anchor)[] places = [(58, 36, "start"), (562, 36, "end"), (58, 263, "start"), (562, 263, "end")];
        foreach (((int cornerX, int cornerY, string anchor), string corner) in places.Zip(corners))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="soft" x="{cornerX}" y="{cornerY}" text-anchor="{anchor}" font-style="italic">{HtmlPage.Text(corner)}</text>""");
        }

        foreach ((string name, double acrossValue, double upValue) in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{x(acrossValue)}" cy="{y(upValue)}" r="5" fill="var(--accent)"/><text x="{x(acrossValue)}" y="{y(upValue)}" dy="-9" text-anchor="middle">{HtmlPage.Text(name)}</text>""");
        }

        return svg.Append("</svg>").ToString();
    }

    // A little wider than the data, so that no point sits on the frame.
    private static (double Least, double Most) Range(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double margin = Math.Max(1e-6, (all.Max() - all.Min()) * 0.15);
        return (all.Min() - margin, all.Max() + margin);
    }
}

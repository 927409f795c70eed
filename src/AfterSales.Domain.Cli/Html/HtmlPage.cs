using System.Globalization;
using System.Net;
using System.Text;

namespace AfterSales.Domain.Cli.Html;

/// <summary>
/// The one template of report pages: a self-contained HTML file without scripts and without anything from elsewhere, readable in light and dark, printable on paper.
/// </summary>
/// <remarks>Commands add sections; everything that comes from data goes through <see cref="Text"/>.</remarks>
internal sealed class HtmlPage(string language, string title, string subtitle)
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b2430; --soft: #5b6675; --line: #d8dee6; --paper: #ffffff; --band: #f3f6f9; --accent: #1f6feb; --good: #2e8b57; --bad: #c0392b; --fill: #cfe0fb; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa5b3; --line: #36404c; --paper: #14181d; --band: #1c222a; --accent: #6ea8fe; --good: #5bbd8a; --bad: #ff7b6b; --fill: #25405f; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.7rem; margin: 0; }
        h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        :lang(en) h2::first-letter { text-transform: uppercase; }
        p { margin: .4rem 0; }
        li { margin: .35rem 0; }
        summary { cursor: pointer; padding: .2rem 0; }
        pre { white-space: pre-wrap; font: inherit; margin: .2rem 0 .8rem 1.1rem; }
        .soft { color: var(--soft); }
        td .soft, li .soft { font-size: .85em; }
        .signal { color: var(--bad); font-weight: 600; }

        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 1.2rem 0; }
        .tile { background: var(--band); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; }
        .tile b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; }

        /* A table that is wider than the page moves sideways by itself; its words are not broken, not even between Chinese characters. */
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; word-break: keep-all; overflow-wrap: normal; }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
        th { color: var(--soft); font-weight: 600; }
        th.number, td.number { text-align: right; }
        td b, td .soft, td.number, .whole { white-space: nowrap; }
        .heat { width: auto; font-size: .75rem; }
        .heat th, .heat td { padding: .2rem; text-align: center; white-space: nowrap; }
        .heat td { min-width: 1.7rem; }
        .heat tbody + tbody { border-top: 2px solid var(--soft); }
        .bar { display: flex; height: 1.1rem; min-width: 10rem; border-radius: .2rem; overflow: hidden; background: var(--band); }

        svg { display: block; max-width: 100%; height: auto; }
        svg text { fill: var(--ink); font-size: 12px; }
        svg text.soft { fill: var(--soft); }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(27rem, 100%), 1fr)); gap: 1.2rem; margin-top: 1.2rem; }
        figure { margin: 0; }
        figcaption { font-weight: 600; margin-bottom: .2rem; }

        @media (max-width: 40rem) {
          main { padding: 1.2rem .9rem 3rem; }
          ul { padding-left: 1.3rem; }
          table { font-size: .85rem; }
          th, td { padding: .3rem .4rem; }
        }

        @page { margin: 14mm; }
        @media print {
          :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --band: #f4f4f4; --accent: #1f4fa8; --good: #2e8b57; --bad: #c0392b; --fill: #d9e4f5; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          body { font-size: 12.5px; }
          main { max-width: none; padding: 0; }
          h2 { break-after: avoid; }
          figure, tr, .tile, details, li { break-inside: avoid; }
          details::details-content { content-visibility: visible; }
          .wide { overflow: visible; }
          .wide table { font-size: .66rem; }
          .wide th, .wide td { padding: .15rem .3rem; }
          .heat td { min-width: 1.35rem; }
          .charts { grid-template-columns: 1fr 1fr; }
        }
        """;

    private readonly StringBuilder _body = new();

    /// <summary>Data as it may stand in the page.</summary>
    internal static string Text(string data) => WebUtility.HtmlEncode(data);

    /// <summary>A number for a coordinate or a length.</summary>
    internal static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Adds a paragraph of data.</summary>
    internal void Paragraph(string text) => _body.Append("<p class=\"soft\">").Append(Text(text)).Append("</p>\n");

    /// <summary>Adds a row of tiles: a big number each, with what it is and what it rests on.</summary>
    internal void Tiles(IEnumerable<(string Name, string Value, string Detail)> tiles)
    {
        _body.Append("<div class=\"tiles\">\n");
        foreach ((string name, string value, string detail) in tiles)
        {
            _body.Append("<div class=\"tile\"><span>").Append(Text(name)).Append("</span><b>").Append(Text(value)).Append("</b><span class=\"soft\">").Append(Text(detail)).Append("</span></div>\n");
        }

        _body.Append("</div>\n");
    }

    /// <summary>A paragraph of data, for a section.</summary>
    internal static string Soft(string text) => $"<p class=\"soft\">{Text(text)}</p>";

    /// <summary>Markup that may be wider than a phone, to be moved sideways there.</summary>
    internal static string Wide(string markup) => $"<div class=\"wide\">{markup}</div>";

    /// <summary>Adds a section, unless there is nothing to say; the markup is the caller's, its data encoded already.</summary>
    internal void Section(string heading, string? markup)
    {
        if (markup is not null)
        {
            _body.Append("<section>\n<h2>").Append(Text(heading)).Append("</h2>\n").Append(markup).Append("\n</section>\n");
        }
    }

    /// <summary>A table whose cells are markup; a title that begins with &gt; is a column of numbers.</summary>
    internal static string Table(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder table = new("<table>\n<thead><tr>");
        foreach (string title in titles)
        {
            table.Append(title.StartsWith('>') ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").Append(Text(title.TrimStart('>'))).Append("</th>");
        }

        table.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            table.Append("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                table.Append(titles[i].StartsWith('>') ? "<td class=\"number\">" : "<td>").Append(row[i]).Append("</td>");
            }

            table.Append("</tr>\n");
        }

        return table.Append("</tbody>\n</table>").ToString();
    }

    /// <summary>Returns the whole file.</summary>
    internal string Finish() => $"""
        <!doctype html>
        <html lang="{(string.Equals(language, "zh", StringComparison.Ordinal) ? "zh-Hans" : "en")}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Text(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        <h1>{Text(title)}</h1>
        <p class="soft">{Text(subtitle)}</p>
        {_body}</main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}

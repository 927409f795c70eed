using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class ReplayPageTests
{
    [Fact]
    public void The_page_is_whole_and_needs_nothing_from_elsewhere()
    {
        string page = Page();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("(src|href)=|url\\(|@import"), page);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_attainment_weeks_clusters_misses_findings_and_what_was_left_out()
    {
        Assert.Equal(["pickup", "call-back", "reply", "on-site", "visit-agreed"], Regex.Matches(Page(), "<figcaption>(.*?)</figcaption>").Select(match => match.Groups[1].Value));
        string[] headings = [.. Regex.Matches(Page(), "<h2>(.*?)</h2>").Select(match => match.Groups[1].Value)];

        Assert.Equal(
            [
                "Attainment", "Attained by week of the due, %", "Where misses cluster", "The worst misses",
                "By kind", "By severity", "By channel", "By locality", "By region", "By product-line", "What the policy itself gets wrong", "What was left out",
            ],
            headings);
    }

    [Fact]
    public void Its_figures_are_those_of_the_replay_and_its_findings_those_of_the_verification()
    {
        string page = Page();

        Assert.Contains("<td>reply</td><td>mail and chat</td><td class=\"number\">70.7 %</td><td class=\"number\">64.0–76.6</td><td class=\"number\">140</td><td class=\"number\">58</td>", page, StringComparison.Ordinal);
        Assert.Contains("received Mon 17:50 is due Tue 09:50, received Mon 18:10 is due Tue 09:00", page, StringComparison.Ordinal);
        Assert.Contains("a second row of the ticket", page, StringComparison.Ordinal);
        Assert.Equal(10, Regex.Count(page, "<details>"));
    }

    [Fact]
    public void Each_week_is_a_dot_with_its_interval()
    {
        XElement chart = Charts(Page())[2];

        int dots = chart.Elements("circle").Count();
        Assert.Equal(dots, chart.Elements("line").Count() - 5);
        Assert.Equal(dots, chart.Element("polyline")!.Attribute("points")!.Value.Split(' ').Length);
    }

    [Fact]
    public void In_Chinese_every_heading_is_Chinese()
    {
        string page = Page("--lang", "zh");

        Assert.Contains("<html lang=\"zh-Hans\">", page, StringComparison.Ordinal);
        Assert.All(Regex.Matches(page, "<h2>(.*?)</h2>"), heading => Assert.Matches(new Regex("\\p{IsCJKUnifiedIdeographs}"), heading.Groups[1].Value));
    }

    [Fact]
    public void Holidays_and_make_up_days_stand_below_the_week_and_not_among_its_days()
    {
        XElement heat = XElement.Parse(Regex.Match(Page(), "<table class=\"heat\">.*?</table>", RegexOptions.Singleline).Value);
        XElement[] bodies = [.. heat.Elements("tbody")];

        Assert.Equal(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], bodies[0].Elements("tr").Select(row => row.Element("th")!.Value));
        Assert.Equal(["holidays", "make-up"], bodies[1].Elements("tr").Select(row => row.Element("th")!.Value));
        Assert.All(heat.Descendants("tr"), row => Assert.Equal(25, row.Elements().Count()));

        // Every miss stands in the map once: 42 + 11 + 58 + 37 + 11.
        Assert.Equal(159, heat.Descendants("td").Sum(cell => int.TryParse(cell.Value, CultureInfo.InvariantCulture, out int missed) ? missed : 0));
        Assert.Contains("<p class=\"soft\">Holidays: Spring Festival 1 of 9 missed; ", Page(), StringComparison.Ordinal);
        Assert.Contains("<p class=\"soft\">调休工作日：元旦 1 个中超时 0 个；", Page("--lang", "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_calendar_the_map_is_the_week_alone()
    {
        string policy = """{ "format": "sla-policy/1", "name": "plain", "version": 1, "effectiveFrom": "2026-01-01T00:00:00Z", "objectives": [ { "name": "reply", "startsOn": ["received"], "stopsOn": ["reply"], "targets": [ { "name": "an hour", "rule": { "elapsed": "PT1H" } } ] } ] }""";

        string page = Written(policy, "replay", "-", Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"));

        Assert.Single(XElement.Parse(Regex.Match(page, "<table class=\"heat\">.*?</table>", RegexOptions.Singleline).Value).Elements("tbody"));
    }

    [Fact]
    public void In_Chinese_reasons_dimensions_requests_and_times_are_Chinese_too()
    {
        string page = Page("--lang", "zh");

        Assert.Contains("<li>1 行：该工单的第二行 <span class=\"soft\">[第 422 行（T-0042）]</span></li><li>1 行：所属工单的 opened 没有时间", page, StringComparison.Ordinal);
        Assert.Contains("<h2>按严重程度</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<td>紧急</td>", page, StringComparison.Ordinal);
        Assert.Contains("维修，渠道电子邮件：周一 2026-01-05 17:50 +08 起", page, StringComparison.Ordinal);
        Assert.Contains("<summary>T-0323: on-site / important, elsewhere, 超时 3 天</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_cannot_be_read_and_rows_to_be_looked_at_stand_with_their_lines()
    {
        string page = Strange("en");
        string chinese = Strange("zh");

        Assert.Contains("<li>2 rows: belongs to a ticket with a cell that cannot be read <span class=\"soft\">[line 3 (B), line 4 (C)]</span></li><li>2 rows that could not be read <span class=\"soft\">[line 3 (bad-time), line 4 (bad-time)]</span></li>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Used, but to be looked at</h2>\n<ul><li>1 row: severity is &quot;huge&quot;, for which the mapping has no severity; it stays unknown <span class=\"soft\">[line 2 (A)]</span></li></ul>", page, StringComparison.Ordinal);
        Assert.Contains("<li>2 行：所属工单有无法读取的单元格", chinese, StringComparison.Ordinal);
        Assert.Contains("<li>1 行：severity 为 &quot;huge&quot;，映射中没有对应的 severity；按未知处理", chinese, StringComparison.Ordinal);

        static string Strange(string language)
        {
            using TemporaryFiles files = new();
            string mapping = files.Write("mapping.json", """{ "format": "ticket-mapping/1", "rows": "tickets", "ticket": "id", "zone": "Etc/UTC", "opened": { "column": "opened" }, "request": { "kind": "repair", "severity": { "column": "severity", "values": { "1": "urgent" } } } }""");
            return Written("id,opened,severity\nA,2026-03-02T09:00:00Z,huge\nB,yesterday,1\nC,tomorrow,1\n", "replay", Sample("rapid-response.json"), "-", "--mapping", mapping, "--skip-bad-rows", "--lang", language);
        }
    }

    [Fact]
    public void Every_style_is_used_by_a_page_and_every_class_of_a_page_has_one()
    {
        string[] pages =
        [
            Page(),
            Written("", "kpi", Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json")),
            Written("", "score", Sample("survey.json"), Sample("answers.csv"), "--by", "technician"),
        ];
        string style = Regex.Match(pages[0], "<style>.*?</style>", RegexOptions.Singleline).Value;
        SortedSet<string> styled = [.. Regex.Matches(style, "\\.([a-z]+)[ ,{.]").Select(match => match.Groups[1].Value)];
        SortedSet<string> used = [.. pages.SelectMany(page => Regex.Matches(page, "class=\"([a-z ]+)\"")).SelectMany(match => match.Groups[1].Value.Split(' '))];

        // A signal is drawn only where a month lies outside the limits of chance.
        Assert.Equal([.. used.Append("signal").Order(StringComparer.Ordinal)], styled);
        Assert.DoesNotMatch(new Regex("<th[^>]*></th>"), string.Concat(pages));
    }

    [Fact]
    public void Names_from_a_document_cannot_break_the_page()
    {
        string policy = File.ReadAllText(Sample("rapid-response.json")).Replace("mail and chat", "<b>mail & \\\"chat\\\"</b>", StringComparison.Ordinal);

        string page = Written(policy, "replay", "-", Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"));

        Assert.DoesNotContain("<b>mail", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;mail &amp; &quot;chat&quot;&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told()
    {
        string name = new('x', 300);
        ToolRun run = ToolRun.Of("replay", Sample("rapid-response.json"), Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"), "--html", Path.Combine(Path.GetTempPath(), name));

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("cannot-write", run.Error, StringComparison.Ordinal);
    }

    private static string Page(params string[] more) => Written("", ["replay", Sample("rapid-response.json"), Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"), .. more]);

    private static string Written(string input, params string[] args)
    {
        string path = Path.GetTempFileName();
        try
        {
            ToolRun run = ToolRun.With(input, [.. args, "--html", path]);
            Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
            return File.ReadAllText(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static XElement[] Charts(string page) => [.. Regex.Matches(page, "<svg .*?</svg>", RegexOptions.Singleline).Select(match => XElement.Parse(match.Value))];

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);
}

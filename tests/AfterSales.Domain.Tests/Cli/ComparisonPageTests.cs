using System.Text.RegularExpressions;
using System.Xml.Linq;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class ComparisonPageTests
{
    [Fact]
    public void The_page_is_whole_and_needs_nothing_from_elsewhere()
    {
        string page = Page();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("(src|href)=|url\\(|@import"), page);
        Assert.Contains("<title>rapid-response v1 → rapid-response v2</title>", page, StringComparison.Ordinal);
        Assert.Matches("420 tickets of [^<]*tickets.csv, as of Thu 2026-12-31", page);
    }

    [Fact]
    public void It_tells_attainment_weeks_changes_clusters_misses_findings_and_what_was_left_out()
    {
        string[] headings = [.. Regex.Matches(Page(), "<h2>(.*?)</h2>").Select(match => match.Groups[1].Value)];

        Assert.Equal(
            [
                "Attainment before and after", "Attained by week of the due, %: before grey, after blue", "Newly missed", "The deadlines that move most",
                "Where misses would cluster under rapid-response v2", "The worst misses under rapid-response v2", "By kind", "By severity", "By channel", "By locality", "By region", "By product-line",
                "What rapid-response v1 itself gets wrong", "What rapid-response v2 itself gets wrong", "What was left out",
            ],
            headings);
    }

    [Fact]
    public void Its_figures_are_those_of_the_comparison()
    {
        string page = Page();

        Assert.Contains(
            "<td>on-site</td><td class=\"number\">87.8 %<br><span class=\"soft\">83.6–91.0, n = 303</span></td><td class=\"number\">77.9 %<br><span class=\"soft\">72.9–82.2, n = 303</span></td>"
            + "<td class=\"number\">−9.9 (−15.9…−3.9)</td><td class=\"number\">30</td><td class=\"number\">0</td><td class=\"number\">152 / 0</td><td class=\"number\">0 / 0</td>",
            page, StringComparison.Ordinal);
        Assert.Contains("<summary>T-0123: on-site, due Thu 2026-04-30 13:30 +08 → Thu 2026-04-30 01:30 +08 (-12 h)</summary><pre>on-site / important, elsewhere: due Thu 2026-04-30 01:30 +08.", page, StringComparison.Ordinal);
        Assert.Contains("received Mon 17:50 is due Tue 09:50, received Mon 18:10 is due Tue 09:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_week_has_a_dot_before_and_one_after()
    {
        XElement[] charts = [.. Regex.Matches(Page(), "<svg .*?</svg>", RegexOptions.Singleline).Select(match => XElement.Parse(match.Value))];

        Assert.Equal(5, charts.Length);
        Assert.All(charts, chart =>
        {
            XElement[] lines = [.. chart.Elements("polyline")];
            Assert.Equal(2, lines.Length);
            int[] dots = [.. new[] { "var(--soft)", "var(--accent)" }.Select(colour => chart.Elements("circle").Count(dot => (string?)dot.Attribute("fill") == colour))];
            Assert.Equal(dots, lines.Select(line => line.Attribute("points")!.Value.Split(' ').Length));
        });
    }

    [Fact]
    public void In_Chinese_every_heading_is_Chinese() =>
        Assert.All(Regex.Matches(Page("--lang", "zh"), "<h2>(.*?)</h2>"), heading => Assert.Matches(new Regex("\\p{IsCJKUnifiedIdeographs}"), heading.Groups[1].Value));

    [Fact]
    public void A_policy_has_a_page_of_its_findings_with_their_cases()
    {
        string page = Written("verify", Sample("rapid-response.json"), "--html");

        Assert.Equal(["Findings"], Regex.Matches(page, "<h2>(.*?)</h2>").Select(match => match.Groups[1].Value));
        Assert.Contains("repair, channel e-mail: from Mon 2026-01-05 17:50 +08, due Tue 2026-01-06 09:50 +08", page, StringComparison.Ordinal);
        Assert.Contains("repair, channel e-mail: from Mon 2026-01-05 18:10 +08, due Tue 2026-01-06 09:00 +08", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_documents_have_no_page()
    {
        ToolRun run = ToolRun.Of("verify", Sample("survey.json"), "--html", "page.html");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("allowed with --html is an SLA policy", run.Error, StringComparison.Ordinal);
    }

    private static string Page(params string[] more) =>
        Written(["compare", Sample("rapid-response.json"), Sample("stricter.json"), Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"), .. more, "--html"]);

    private static string Written(params string[] args)
    {
        string path = Path.GetTempFileName();
        try
        {
            ToolRun run = ToolRun.Of([.. args, path]);
            Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
            return File.ReadAllText(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);
}

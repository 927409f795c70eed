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
                "Attainment", "% attained by week of the due", "Where misses cluster", "The worst misses",
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
        ToolRun run = ToolRun.Of("replay", Sample("rapid-response.json"), Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"), "--html", Path.Combine(Path.GetTempPath(), "no", "such", "folder", "page.html"));

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

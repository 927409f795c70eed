using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class KpiCommandTests
{
    private static readonly string Tickets = Sample("tickets.csv");
    private static readonly string Mapping = Sample("tickets.mapping.json");
    private static readonly string Policy = Sample("rapid-response.json");

    [Fact]
    [Shows("R27", "R28")]
    public void Kpis_of_a_log_stand_with_interval_and_what_was_left_out_by_month_and_region()
    {
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        string[] lines = [.. run.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Contains(lines, line => line.StartsWith("420 tickets of ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("response on time ", StringComparison.Ordinal) && line.Contains(" / ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("region response on time", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Pudong ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("KPI 2026-01 2026-02 ", StringComparison.Ordinal));
        Assert.DoesNotContain("satisfaction", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("repeat repair", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("of all problems", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_every_count_and_months_and_regions_add_up_to_the_whole()
    {
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy, "--by", "region", "--by", "channel", "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;

        Assert.Equal((420, "2026-12-31T01:28:53Z", "Asia/Shanghai"), (root.GetProperty("tickets").GetInt32(), root.GetProperty("asOf").GetString(), root.GetProperty("zone").GetString()));
        (long, long) all = Of(root.GetProperty("all"), "solution-rate");
        Assert.Equal(420, all.Item2);
        Assert.Equal(all, Sum(root.GetProperty("periods").EnumerateArray()));
        Assert.Equal(all, Sum(root.GetProperty("slices").EnumerateArray().Where(slice => slice.GetProperty("dimension").ValueEquals("region"))));
        Assert.Equal(all, Sum(root.GetProperty("slices").EnumerateArray().Where(slice => slice.GetProperty("dimension").ValueEquals("channel"))));
        Assert.Equal(0, root.GetProperty("problemCount").GetInt32());

        JsonElement complaints = Kpi(root.GetProperty("all"), "complaint-closure");
        Assert.True(complaints.GetProperty("denominator").GetInt32() > 0 ? complaints.TryGetProperty("lower", out _) : complaints.GetProperty("missing").ValueEquals("nothing-counted"));

        static (long, long) Sum(IEnumerable<JsonElement> parts) => parts.Select(part => Of(part, "solution-rate")).Aggregate((0L, 0L), (sum, one) => (sum.Item1 + one.Item1, sum.Item2 + one.Item2));
    }

    [Fact]
    public void The_same_deadlines_are_kept_as_in_a_replay()
    {
        ToolRun kpi = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy, "--response", "on-site", "--format", "json");
        ToolRun replay = ToolRun.Of("replay", Policy, Tickets, "--mapping", Mapping, "--format", "json");
        using JsonDocument counted = JsonDocument.Parse(kpi.Output);
        using JsonDocument replayed = JsonDocument.Parse(replay.Output);

        JsonElement[] rows = [.. replayed.RootElement.GetProperty("attainment").EnumerateArray().Where(row => row.GetProperty("objective").ValueEquals("on-site"))];
        Assert.Equal(
            (rows.Sum(row => row.GetProperty("met").GetInt64()), rows.Sum(row => row.GetProperty("met").GetInt64() + row.GetProperty("missed").GetInt64())),
            Of(counted.RootElement.GetProperty("all"), "response-on-time"));
    }

    [Fact]
    public void Without_a_policy_there_are_no_kpis_of_deadlines_and_weeks_are_kept_as_weeks()
    {
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--every", "week", "--as-of", "2026-06-30T12:00:00+08:00", "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.DoesNotContain(json.RootElement.GetProperty("all").GetProperty("kpis").EnumerateArray(), kpi => kpi.GetProperty("kpi").ValueEquals("response-on-time"));
        Assert.Matches("^2026-W", json.RootElement.GetProperty("periods")[0].GetProperty("period").GetString()!);
        Assert.InRange(json.RootElement.GetProperty("tickets").GetInt32(), 100, 300);
    }

    [Fact]
    public void Headings_and_kpis_can_be_chinese()
    {
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--lang", "zh");
        Assert.Equal(ExitCode.Fine, run.Exit);
        Assert.Contains("420 张工单", run.Output, StringComparison.Ordinal);
        Assert.Contains("问题解决率", run.Output, StringComparison.Ordinal);
        Assert.Contains("重开率", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Service KPIs", "By region")]
    [InlineData("zh", "服务指标", "按 region")]
    public void The_page_is_one_file_without_scripts(string language, string title, string section)
    {
        using TemporaryFiles files = new();
        string page = files.Write("kpi.html", "");
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy, "--html", page, "--lang", language);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        string html = File.ReadAllText(page);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
        Assert.Contains($"<h2>{section}</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_with_what_is_allowed()
    {
        Refused("found no \"regoin\" in the request of the mapping (did you mean \"region\"?)", "--by", "regoin");
        Refused("found no objective \"replay\"", "--policy", Policy, "--response", "replay");
        Refused("allowed is --resolution only with --policy", "--resolution", "resolution");

        static void Refused(string said, params string[] options)
        {
            ToolRun run = ToolRun.Of(["kpi", Tickets, "--mapping", Mapping, .. options]);
            Assert.Equal(ExitCode.BadInput, run.Exit);
            Assert.Contains(said, run.Error, StringComparison.Ordinal);
            Assert.Contains("allowed", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cells_that_cannot_be_read_are_told_with_file_line_and_column_or_skipped_and_counted()
    {
        using TemporaryFiles files = new();
        string[] lines = File.ReadAllLines(Tickets);
        lines[4] = lines[4].Replace("2026-", "2O26-", StringComparison.Ordinal);
        string broken = files.Write("tickets.csv", string.Join('\n', lines) + "\n");

        ToolRun refused = ToolRun.Of("kpi", broken, "--mapping", Mapping);
        Assert.Equal(ExitCode.BadInput, refused.Exit);
        Assert.Contains("tickets.csv(5", refused.Error.Replace("tickets.csv:5", "tickets.csv(5", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("opened", refused.Error, StringComparison.Ordinal);

        ToolRun skipped = ToolRun.Of("kpi", broken, "--mapping", Mapping, "--skip-bad-rows");
        Assert.Equal(ExitCode.Fine, skipped.Exit);
        Assert.Contains("--skip-bad-rows", skipped.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, ToolRun.Of("kpi", files.Write("empty.csv", lines[0] + "\n"), "--mapping", Mapping).Exit);
        Assert.Equal(ExitCode.BadInput, ToolRun.Of("kpi", "-", "--mapping", "-").Exit);
    }

    private static JsonElement Kpi(JsonElement part, string code) => part.GetProperty("kpis").EnumerateArray().Single(kpi => kpi.GetProperty("kpi").ValueEquals(code));

    private static (long, long) Of(JsonElement part, string code) => (Kpi(part, code).GetProperty("numerator").GetInt64(), Kpi(part, code).GetProperty("denominator").GetInt64());

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);
}

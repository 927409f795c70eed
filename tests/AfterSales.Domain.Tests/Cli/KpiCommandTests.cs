using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class KpiCommandTests
{
    private static readonly string Tickets = Sample("tickets.csv");
    private static readonly string Mapping = Sample("tickets.mapping.json");
    private static readonly string Goals = Sample("kpi-goals.json");
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
    [InlineData("zh", "服务指标", "按地区")]
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
    [Shows("R10", "R26")]
    public void Goals_are_judged_by_the_interval_and_what_a_log_does_not_tell_is_said()
    {
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy, "--goals", Goals);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        string[] lines = [.. run.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Contains("goal to reach value interval of verdict", lines);
        Assert.Contains("response on time at least 80 % 70.7 % 64.0–76.6 140 / 198 missed", lines);
        Assert.Contains("satisfaction at least 90 % neither log nor policy says", lines);
        Assert.Contains(lines, line => line.StartsWith("answered-in-an-hour: response time within 1 h at least 90 % ", StringComparison.Ordinal) && line.EndsWith(" missed", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("first-time fix at least 85 % at 99 % 100.0 % 97.", StringComparison.Ordinal) && line.EndsWith(" kept", StringComparison.Ordinal));
        Assert.DoesNotContain("failed on", run.Output, StringComparison.Ordinal);

        ToolRun chinese = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy, "--goals", Goals, "--lang", "zh");
        Assert.Contains("不低于 80 %", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("未达成", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("日志与策略均未给出", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_and_the_page_get_the_goals_and_a_missed_one_can_end_with_1()
    {
        using TemporaryFiles files = new();
        string page = files.Write("kpi.html", "");
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Policy, "--goals", Goals, "--html", page, "--format", "json", "--fail-on", "missed");
        using JsonDocument json = JsonDocument.Parse(run.Output);

        Assert.Equal((ExitCode.Found, ""), (run.Exit, run.Error));
        JsonElement[] goals = [.. json.RootElement.GetProperty("goals").EnumerateArray()];
        JsonElement onTime = goals.Single(goal => goal.GetProperty("goal").ValueEquals("response-on-time"));
        Assert.Equal((0.8, 95, "missed", 140), (onTime.GetProperty("atLeast").GetDouble(), onTime.GetProperty("level").GetInt32(), onTime.GetProperty("verdict").GetString(), onTime.GetProperty("numerator").GetInt32()));
        JsonElement satisfaction = goals.Single(goal => goal.GetProperty("goal").ValueEquals("satisfaction"));
        Assert.Equal("unknown", satisfaction.GetProperty("verdict").GetString());
        Assert.False(satisfaction.TryGetProperty("numerator", out _));
        JsonElement hour = goals.Single(goal => goal.GetProperty("goal").ValueEquals("answered-in-an-hour"));
        Assert.Equal(("response-time", 3600), (hour.GetProperty("measure").GetString(), hour.GetProperty("withinSeconds").GetInt32()));
        Assert.Contains("missed: response-on-time", json.RootElement.GetProperty("failedOn").EnumerateArray().Select(failure => failure.GetString()));

        string html = File.ReadAllText(page);
        Assert.Contains("<h2>Goals</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"signal\">missed</span>", html, StringComparison.Ordinal);

        string lenient = files.Write("lenient.json", """{ "format": "kpi-goals/1", "kpis": { "solution-rate": { "atLeast": 0.1 } }, "repurchase": { "atLeast": 0.3 } }""");
        Assert.Equal(ExitCode.Fine, ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--goals", lenient, "--fail-on", "missed", "--fail-on", "undecided").Exit);
    }

    [Fact]
    public void A_log_that_keeps_no_answers_misses_no_goal_for_them()
    {
        using TemporaryFiles files = new();
        string log = files.Write("log.csv", "id,opened,solved\n1,2026-01-05T09:00:00Z,2026-01-05T10:00:00Z\n2,2026-01-05T09:00:00Z,\n3,2026-01-08T09:00:00Z,2026-01-08T12:00:00Z\n");
        string mapping = files.Write("mapping.json", """
            { "format": "ticket-mapping/1", "rows": "tickets", "ticket": "id", "zone": "Etc/UTC", "opened": { "column": "opened" }, "signals": [{ "column": "solved", "signal": "resolved" }], "request": { "kind": "repair" } }
            """);
        string goals = files.Write("goals.json", """
            { "format": "kpi-goals/1", "percentiles": [ { "name": "answered", "measure": "response-time", "within": "PT1H", "atLeast": 0.9 }, { "name": "solved", "measure": "resolution-time", "within": "PT2H", "atLeast": 0.9 } ] }
            """);
        ToolRun run = ToolRun.Of("kpi", log, "--mapping", mapping, "--goals", goals, "--format", "json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(["answered unknown", "solved undecided"], json.RootElement.GetProperty("goals").EnumerateArray().Select(goal => $"{goal.GetProperty("goal")} {goal.GetProperty("verdict")}"));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_with_what_is_allowed()
    {
        Refused("found no \"regoin\" in the request of the mapping (did you mean \"region\"?)", "--by", "regoin");
        Refused("found no objective \"replay\"", "--policy", Policy, "--response", "replay");
        Refused("allowed is --resolution only with --policy", "--resolution", "resolution");
        Refused("allowed is --fail-on only with --goals", "--fail-on", "missed");
        Refused("$.format: found \"sla-policy/1\"; allowed is \"kpi-goals/1\"", "--goals", Policy);
        Refused("allowed", "--goals", Goals, "--fail-on", "kept");
        Refused("found no such file", "--goals", "no-such-goals.json");
        Refused("'week'", "--every", "fortnight");
        Refused("'week'", "--every", "3");

        static void Refused(string said, params string[] options)
        {
            ToolRun run = ToolRun.Of(["kpi", Tickets, "--mapping", Mapping, .. options]);
            Assert.Equal(ExitCode.BadInput, run.Exit);
            Assert.Contains(said, run.Error, StringComparison.Ordinal);
            Assert.Contains("allowed", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Problems_of_several_documents_are_told_at_once_and_a_log_without_tickets_is_refused()
    {
        using TemporaryFiles files = new();
        string goals = files.Write("goals.json", """{ "format": "kpi-goals/1", "kpis": { "solution-rat": { "atLeast": 0.9 } } }""");
        ToolRun run = ToolRun.Of("kpi", Tickets, "--mapping", Mapping, "--policy", Goals, "--goals", goals);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("$.format: found \"kpi-goals/1\"; allowed is \"sla-policy/1\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("$.kpis.solution-rat: found the unknown member \"solution-rat\" (did you mean \"solution-rate\"?)", run.Error, StringComparison.Ordinal);
        Assert.Contains("found nothing; allowed is a header line", ToolRun.Of("kpi", files.Write("nothing.csv", ""), "--mapping", Mapping).Error, StringComparison.Ordinal);
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

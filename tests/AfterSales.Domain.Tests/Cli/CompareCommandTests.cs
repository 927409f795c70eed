using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class CompareCommandTests
{
    private static readonly string Policy = Sample("rapid-response.json");
    private static readonly string Tickets = Sample("tickets.csv");
    private static readonly string Mapping = Sample("tickets.mapping.json");

    [Fact]
    public void A_stricter_reply_is_shown_with_the_interval_of_the_difference()
    {
        ToolRun run = ToolRun.With(Stricter(), "compare", Policy, "-", Tickets, "--mapping", Mapping, "--show", "1");

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.StartsWith("rapid-response v1 → stricter v1 on 420 tickets", run.Output, StringComparison.Ordinal);
        Assert.Contains("Newcombe", run.Output, StringComparison.Ordinal);
        Assert.Contains("Newly missed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void For_programs_the_figures_agree_with_those_of_replay()
    {
        JsonElement replay = Json("", "replay", Policy, Tickets, "--mapping", Mapping, "--format", "json");
        JsonElement compare = Json(Stricter(), "compare", Policy, "-", Tickets, "--mapping", Mapping, "--format", "json");
        JsonElement reply = compare.GetProperty("objectives").EnumerateArray().Single(one => one.GetProperty("objective").GetString() == "reply");
        JsonElement row = replay.GetProperty("attainment").EnumerateArray().Single(one => one.GetProperty("objective").GetString() == "reply");

        Assert.Equal(row.GetProperty("met").GetInt32(), reply.GetProperty("before").GetProperty("met").GetInt32());
        Assert.Equal(
            reply.GetProperty("before").GetProperty("met").GetInt32() - reply.GetProperty("after").GetProperty("met").GetInt32(),
            reply.GetProperty("newlyMissed").GetInt32() - reply.GetProperty("newlyMet").GetInt32());
        Assert.True(reply.GetProperty("newlyMissed").GetInt32() > 0);
        Assert.Equal(0, reply.GetProperty("movedLater").GetInt32());
    }

    [Theory]
    [InlineData("newly-missed", ExitCode.Found)]
    [InlineData("lower", ExitCode.Found)]
    public void The_caller_says_what_to_fail_on(string condition, int exit)
    {
        Assert.Equal(exit, ToolRun.With(Stricter(), "compare", Policy, "-", Tickets, "--mapping", Mapping, "--fail-on", condition).Exit);
        Assert.Equal(ExitCode.Fine, ToolRun.Of("compare", Policy, Policy, Tickets, "--mapping", Mapping, "--fail-on", condition).Exit);
    }

    [Fact]
    public void Problems_of_both_policies_are_told_at_once()
    {
        ToolRun run = ToolRun.With("{}", "compare", "no-such-file.json", "-", Tickets, "--mapping", Mapping);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("no-such-file.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("(standard input)", run.Error, StringComparison.Ordinal);
    }

    [SharedFact("data/tickets/uci_incident_event_log.csv.gz")]
    public void On_the_public_incident_log_a_stricter_policy_would_have_been_kept_less_often()
    {
        // 40 open hours become 32, a day becomes half a day.
        string stricter = File.ReadAllText(Sample("uci-incidents.policy.json")).Replace("\"PT40H\"", "\"PT32H\"", StringComparison.Ordinal).Replace("\"P1D\"", "\"PT12H\"", StringComparison.Ordinal);

        JsonElement report = Json(
            stricter, "compare", Sample("uci-incidents.policy.json"), "-", Repository.SharedPath("data/tickets/uci_incident_event_log.csv.gz"),
            "--mapping", Sample("uci-incidents.mapping.json"), "--format", "json");

        JsonElement resolution = report.GetProperty("objectives").EnumerateArray().Single(one => one.GetProperty("objective").GetString() == "resolution");
        Assert.Equal(24_918, report.GetProperty("tickets").GetInt32());
        Assert.Equal((19_002, 24_908), (resolution.GetProperty("before").GetProperty("met").GetInt32(), resolution.GetProperty("before").GetProperty("of").GetInt32()));
        Assert.Equal((693, 0), (resolution.GetProperty("newlyMissed").GetInt32(), resolution.GetProperty("newlyMet").GetInt32()));
        Assert.Equal((23_850, 0), (resolution.GetProperty("movedEarlier").GetInt32(), resolution.GetProperty("movedLater").GetInt32()));
        Assert.True(resolution.GetProperty("difference").GetProperty("significant").GetBoolean());
    }

    private static string Stricter() => File.ReadAllText(Policy)
        .Replace("\"rapid-response\"", "\"stricter\"", StringComparison.Ordinal)
        .Replace("\"openTime\": \"PT1H\"", "\"openTime\": \"PT20M\"", StringComparison.Ordinal);

    private static JsonElement Json(string input, params string[] args) => JsonDocument.Parse(ToolRun.With(input, args).Output).RootElement;

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);
}

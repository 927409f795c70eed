using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class ExplainCommandTests
{
    private static readonly string Policy = Repository.PathOf("docs", "samples", "rapid-response.json");
    private static readonly string History = Repository.PathOf("docs", "samples", "history.json");

    [Fact]
    public void Programs_get_every_span_of_every_clock()
    {
        ToolRun run = ToolRun.Of("explain", Policy, History, "--format", "json");

        JsonElement clock = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("clocks").EnumerateArray());
        Assert.Equal(("reply", "2026-02-24T01:30:00Z"), (clock.GetProperty("objective").GetString(), clock.GetProperty("due").GetString()));
        Assert.Equal(["Counted", "Closed", "Closed", "Closed", "Counted"], clock.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("kind").GetString()));
        Assert.Contains("春节", clock.GetProperty("explanationZh").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_of_looks_from_another_instant_and_zone_shows_another_clock()
    {
        ToolRun run = ToolRun.Of("explain", Policy, History, "--as-of", "2026-02-24T09:15+08:00", "--zone", "Etc/UTC");

        Assert.StartsWith("running: due 2026-02-24T01:30:00Z, 15 min left\nreply / mail and chat: due Tue 2026-02-24 01:30 +00", run.Output, StringComparison.Ordinal);
        Assert.Equal("No clock runs as of Fri 2026-02-13 08:00 +08.\n", ToolRun.Of("explain", Policy, History, "--as-of", "2026-02-13T00:00Z").Output);
    }

    [Fact]
    public void An_objective_that_the_policy_does_not_have_is_refused_with_those_it_has()
    {
        ToolRun run = ToolRun.Of("explain", Policy, History, "--objective", "replay");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("found \"replay\" (did you mean \"reply\"?); allowed is \"pickup\", \"call-back\", \"reply\", \"on-site\" or \"visit-agreed\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_may_be_an_option_and_another_request_shows_what_would_have_been_promised()
    {
        using TemporaryFiles files = new();
        string request = files.Write("request.json", """{ "format": "service-request/1", "kind": "inquiry", "channel": "phone" }""");

        Assert.Equal(ToolRun.Of("explain", Policy, History).Output, ToolRun.Of("explain", Policy, "--events", History).Output);
        ToolRun run = ToolRun.Of("explain", Policy, "--request", request, "--events", History, "--as-of", "2026-02-14T17:30:30+08:00", "--lang", "zh");

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains("pickup / one minute：期限为 周六 2026-02-14 17:31 +08", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("reply", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_history_is_needed_and_not_two()
    {
        Assert.Equal(
            (ExitCode.BadInput, "history: found none; allowed is an sla-history document as the second argument, or with --events [no-history]\n1 problem\n"),
            (ToolRun.Of("explain", Policy).Exit, ToolRun.Of("explain", Policy).Error));
        Assert.Contains("[two-histories]", ToolRun.Of("explain", Policy, History, "--events", History).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_once()
    {
        ToolRun run = ToolRun.With("{}", "explain", "-", "-");

        Assert.Equal((ExitCode.BadInput, "-: found - more than once; allowed is one of policy, history and request from standard input [standard-input-twice]\n1 problem\n"), (run.Exit, run.Error));
    }

    [Fact]
    public void Problems_of_policy_history_and_request_are_told_at_once()
    {
        ToolRun run = ToolRun.Of("explain", History, "--events", Policy, "--request", "no-such.json");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("allowed is \"sla-policy/1\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("allowed is \"sla-history/1\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("no-such.json: found no such file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_no_clock_could_use_are_told_in_words()
    {
        string twice = """
            { "format": "sla-history/1", "events": [
              { "id": "a", "at": "2026-03-02T09:00:00+08:00", "opened": { "kind": "inquiry", "channel": "email" } },
              { "id": "b", "at": "2026-03-02T09:00:00+08:00", "waitEnds": "w" } ] }
            """;

        Assert.Equal("No clock runs as of Mon 2026-03-02 09:00 +08.\nignored: b 2026-03-02T01:00:00Z: wait w ended: an end of a wait that has not begun\n", ToolRun.With(twice, "explain", Policy, "-").Output);
        Assert.StartsWith("截至 周一 2026-03-02 09:00 +08 没有任何计时。\n未采用：", ToolRun.With(twice, "explain", Policy, "-", "--lang", "zh").Output, StringComparison.Ordinal);
        JsonElement ignored = Assert.Single(JsonDocument.Parse(ToolRun.With(twice, "explain", Policy, "-", "--format", "json").Output).RootElement.GetProperty("ignored").EnumerateArray());
        Assert.Equal(("b", "WaitNotBegun", null), (ignored.GetProperty("event").GetString(), ignored.GetProperty("reason").GetString(), ignored.GetProperty("objective").GetString()));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_refused()
    {
        ToolRun run = ToolRun.Of("explain", Policy, History, "--zone", "Mars/Olympus");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("\"Mars/Olympus\" is not allowed for --zone", run.Error, StringComparison.Ordinal);
    }
}

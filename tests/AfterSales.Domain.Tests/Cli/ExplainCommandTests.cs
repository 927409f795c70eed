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
        Assert.Contains("found \"replay\"; allowed is \"pickup\", \"call-back\", \"reply\", \"on-site\" or \"visit-agreed\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_refused()
    {
        ToolRun run = ToolRun.Of("explain", Policy, History, "--zone", "Mars/Olympus");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("\"Mars/Olympus\" is not allowed for --zone", run.Error, StringComparison.Ordinal);
    }
}

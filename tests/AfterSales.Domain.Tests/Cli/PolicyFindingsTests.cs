using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class PolicyFindingsTests
{
    private static readonly string Policy = Repository.PathOf("docs", "samples", "rapid-response.json");

    [Fact]
    public void The_R05_anomaly_of_the_sample_policy_is_told_with_its_two_instants()
    {
        ToolRun run = ToolRun.Of("verify", Policy);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains(
            "warning   reply / mail and chat: received Mon 17:50 is due Tue 09:50, received Mon 18:10 is due Tue 09:00 [non-monotone-cut-off]\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("verified: 7 findings\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Chinese_the_sentence_is_Chinese() =>
        Assert.Contains("周一 17:50 收到，期限为 周二 09:50", ToolRun.Of("verify", Policy, "--lang", "zh").Output, StringComparison.Ordinal);

    [Fact]
    public void For_programs_each_finding_has_code_level_place_and_examples()
    {
        JsonElement report = JsonDocument.Parse(ToolRun.Of("verify", Policy, "--format", "json").Output).RootElement;

        JsonElement finding = report.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "non-monotone-cut-off");
        Assert.Equal(("warning", "reply / mail and chat", false), (finding.GetProperty("level").GetString(), finding.GetProperty("place").GetString(), finding.GetProperty("accepted").GetBoolean()));
        Assert.Equal(["2026-01-05T09:50:00Z", "2026-01-05T10:10:00Z"], finding.GetProperty("examples").EnumerateArray().Select(one => one.GetProperty("start").GetString()));
        Assert.Equal(["2026-01-06T01:50:00Z", "2026-01-06T01:00:00Z"], finding.GetProperty("examples").EnumerateArray().Select(one => one.GetProperty("due").GetString()));
    }

    [Theory]
    [InlineData("note", ExitCode.Found)]
    [InlineData("warning", ExitCode.Found)]
    [InlineData("error", ExitCode.Fine)]
    [InlineData("non-monotone-cut-off", ExitCode.Found)]
    [InlineData("request-not-covered", ExitCode.Fine)]
    public void The_caller_says_what_to_fail_on(string condition, int exit) => Assert.Equal(exit, ToolRun.Of("verify", Policy, "--fail-on", condition).Exit);

    [Fact]
    public void Accepted_findings_fail_nothing()
    {
        string accepting = File.ReadAllText(Policy).TrimEnd()[..^1]
            + ", \"accepted\": [{ \"code\": \"non-monotone-cut-off\", \"where\": \"reply\", \"reason\": \"as the regulation says\" }] }";

        ToolRun run = ToolRun.With(accepting, "verify", "-", "--fail-on", "non-monotone-cut-off");

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains("accepted  reply / mail and chat:", run.Output, StringComparison.Ordinal);
        Assert.Contains("(accepted: as the regulation says)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Signals_that_the_host_emits_show_clocks_that_nothing_stops()
    {
        ToolRun run = ToolRun.Of("verify", Policy, "--emits", "received", "picked-up", "--fail-on", "never-stops");

        Assert.Equal(ExitCode.Found, run.Exit);
        Assert.Contains("error     reply: can start but never stops: the host emits no reply [never-stops]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-on", "warnings", "did you mean \"warning\"")]
    [InlineData("--emits", "Received", "names of signals")]
    public void What_cannot_be_meant_is_refused(string option, string value, string told)
    {
        ToolRun run = ToolRun.Of("verify", Policy, option, value);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(option == "--fail-on" ? "is not allowed for --fail-on" : told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_another_kind_is_not_verified() =>
        Assert.DoesNotContain("verified", ToolRun.Of("verify", Repository.PathOf("docs", "samples", "tickets.mapping.json")).Output, StringComparison.Ordinal);
}

using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Robustness;

namespace AfterSales.Domain.Tests.Cli;

public class VerifyCommandTests
{
    [Fact]
    public void A_document_without_problems_exits_with_0_and_says_of_which_kind_it_is()
    {
        ToolRun run = ToolRun.With("""{ "format": "service-request/1", "kind": "repair" }""", "verify", "-");

        Assert.Equal(new ToolRun(ExitCode.Fine, "(standard input): service-request/1, no problems\n", ""), run);
    }

    [Fact]
    public void Every_problem_is_listed_with_its_place_and_the_exit_code_is_2()
    {
        ToolRun run = ToolRun.With("""{ "format": "service-request/1", "kind": "repare", "tier": 3 }""", "verify", "-");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal("", run.Output);
        Assert.Equal(
            """
            (standard input):1:42: $.kind: found "repare"; allowed is "unknown", "inquiry", "repair", "return", "exchange", "complaint", "installation" or "maintenance" (did you mean "repair"?) [bad-value]
            (standard input):1:60: $.tier: found 3; allowed is a value of tier: a text of 1 to 256 characters [wrong-type]
            2 problems

            """.ReplaceLineEndings("\n"), run.Error);
    }

    [Fact]
    public void A_document_that_does_not_say_its_kind_is_told_the_kinds()
    {
        ToolRun run = ToolRun.With("""{ "format": "service-requests/1" }""", "verify", "-");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("$.format: found \"service-requests/1\"; allowed is ", run.Error, StringComparison.Ordinal);
        Assert.Contains("(did you mean \"service-request/1\"?)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_problems_as_json()
    {
        ToolRun run = ToolRun.With("{}", "verify", "-", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal((ExitCode.BadInput, 1), (run.Exit, json.RootElement.GetProperty("problemCount").GetInt32()));
        Assert.Equal("missing-member", json.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void A_tally_may_be_as_large_as_the_library_takes_and_a_policy_not()
    {
        string beforeIt = new(' ', 9 << 20);
        string tally = DocumentForms.Samples(KpiTallyDocument.Kind)[0];

        Assert.Equal(new ToolRun(ExitCode.Fine, "(standard input): kpi-tally/1, no problems\n", ""), ToolRun.With(beforeIt + tally, "verify", "-"));
        Assert.Contains("[too-large]", ToolRun.With(beforeIt + File.ReadAllText(Repository.PathOf("docs", "samples", "rapid-response.json")), "verify", "-").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_bad_input()
    {
        ToolRun run = ToolRun.Of("verify", "no-such-file.json");

        Assert.Equal(new ToolRun(ExitCode.BadInput, "", "no-such-file.json: found no such file; allowed is the path of a file, or - for standard input [no-such-file]\n1 problem\n"), run);
    }

    [Fact]
    public void A_name_that_begins_with_an_at_sign_is_the_name_of_a_file() =>
        Assert.StartsWith("@2026.json: found no such file", ToolRun.Of("verify", "@2026.json").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("verify")]
    [InlineData("verify", "a.json", "b.json")]
    [InlineData("verify", "a.json", "--format", "xml")]
    [InlineData("schema", "no-such-kind")]
    [InlineData("--no-such-option")]
    public void A_wrong_command_line_exits_with_2_and_points_to_the_help(params string[] args)
    {
        ToolRun run = ToolRun.Of(args);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_command()
    {
        ToolRun run = ToolRun.Of("--help");

        Assert.Equal(ExitCode.Fine, run.Exit);
        Assert.Contains("verify <document>", run.Output, StringComparison.Ordinal);
        Assert.Contains("schema <", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_prints_the_schema_of_a_kind()
    {
        ToolRun run = ToolRun.Of("schema", "service-request");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal((ExitCode.Fine, "A service request: what is asked, by whom, of whom"), (run.Exit, json.RootElement.GetProperty("title").GetString()));
    }

    [Fact]
    public void A_cancelled_run_exits_with_130()
    {
        ToolRun run = ToolRun.With("{}"u8.ToArray(), new CancellationToken(canceled: true), "verify", "-");

        Assert.Equal((ExitCode.Cancelled, "cancelled\n"), (run.Exit, run.Error));
    }
}

using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Cli;

public class LifecycleCommandTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("mermaid")]
    [InlineData("json")]
    public void A_built_in_lifecycle_is_shown_in_each_form(string format)
    {
        ToolRun run = ToolRun.With("", "lifecycle", "repair", "--format", format);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Equal(format switch { "table" => Lifecycles.Repair.ToTable(), "mermaid" => Lifecycles.Repair.ToMermaid(), _ => LifecycleDocument.Write(Lifecycles.Repair) }, run.Output);
    }

    [Fact]
    public void A_name_in_capitals_or_mistyped_is_told_with_the_built_in_ones()
    {
        ToolRun run = ToolRun.Of("lifecycle", "Repair");

        Assert.Equal(
            (ExitCode.BadInput, "Repair: found neither such a file nor a built-in lifecycle of this name (did you mean \"repair\"?); allowed is inquiry, repair, service-visit, return, complaint, or the path of a file [no-such-lifecycle]\n1 problem\n"),
            (run.Exit, run.Error));
    }

    [Fact]
    public void A_lifecycle_in_a_document_is_shown_with_what_is_wrong_with_it()
    {
        string document = LifecycleDocument.Write(Lifecycles.Inquiry.With(LifecycleState.Of("lost", StateCategory.Active)));

        ToolRun run = ToolRun.With(document, "lifecycle", "-", "--fail-on", "finding");
        Assert.Equal(ExitCode.Fine, ToolRun.With(document, "lifecycle", "-").Exit);
        Assert.Equal((ExitCode.Found, "finding: lost cannot be reached from the first state\nfinding: from lost no closed state can be reached\n"), (run.Exit, run.Error.ReplaceLineEndings("\n")));
        Assert.StartsWith("inquiry: begins in new\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("从初始状态无法到达lost", ToolRun.With(document, "lifecycle", "-", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Equal(ExitCode.BadInput, ToolRun.With("{}", "lifecycle", "-").Exit);
        Assert.Equal(ExitCode.BadInput, ToolRun.With("", "lifecycle", "no-such-lifecycle").Exit);
        Assert.Equal(ExitCode.BadInput, ToolRun.With("", "lifecycle", "repair", "--format", "svg").Exit);
    }
}

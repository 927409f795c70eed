using System.Text;
using AfterSales.Domain.Cli;
using Spectre.Console;

namespace AfterSales.Domain.Tests.Kit;

/// <summary>One run of the tool inside the test process, with what it wrote.</summary>
internal sealed record ToolRun(int Exit, string Output, string Error)
{
    public static ToolRun Of(params string[] args) => With("", args);

    public static ToolRun With(string input, params string[] args) => With(Encoding.UTF8.GetBytes(input), CancellationToken.None, args);

    public static ToolRun With(byte[] input, CancellationToken cancellation, params string[] args) => Run(input, columns: null, args, cancellation);

    /// <summary>As somebody sees it who sits at a terminal with colours.</summary>
    public static ToolRun AtTerminal(int columns, params string[] args) => Run([], columns, args, CancellationToken.None);

    private static ToolRun Run(byte[] input, int? columns, string[] args, CancellationToken cancellation)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Session session = new(() => new MemoryStream(input), output, error, hasTerminal: columns is not null) { Colours = AnsiSupport.Yes, Columns = columns };
        int exit = Tool.RunAsync(args, session, cancellation).GetAwaiter().GetResult();
        return new ToolRun(exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}

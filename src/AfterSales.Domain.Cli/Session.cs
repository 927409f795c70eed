using System.Text;
using Spectre.Console;

namespace AfterSales.Domain.Cli;

/// <summary>The streams that one run of the tool reads and writes, and whether a person sits at the other end.</summary>
internal sealed class Session
{
    // Wider than any row of ours, so that nothing is cut or wrapped when the output goes to a file or another program.
    private const int WidthWithoutTerminal = 10_000;

    // Our tables fit into this. In a narrower terminal their lines go on in the next one, which reads better than cells that are broken inside of words.
    private const int NarrowestTables = 132;

    private readonly Func<Stream> _openInput;

    internal Session(Func<Stream> openInput, TextWriter output, TextWriter error, bool hasTerminal)
    {
        _openInput = openInput;
        Output = output;
        Error = error;
        HasTerminal = hasTerminal;
    }

    internal TextWriter Output { get; }

    internal TextWriter Error { get; }

    /// <summary>Colours and a progress bar only when both output and errors go to a terminal.</summary>
    internal bool HasTerminal { get; }

    internal static Session OfThisProcess()
    {
        bool hasTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        if (hasTerminal)
        {
            Console.OutputEncoding = utf8;
            return new Session(Console.OpenStandardInput, Console.Out, Console.Error, hasTerminal);
        }

        return new Session(
            Console.OpenStandardInput,
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = false },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            hasTerminal);
    }

    internal Stream OpenInput() => _openInput();

    /// <summary>Whether the terminal takes colours: found out unless said.</summary>
    internal AnsiSupport Colours { get; init; } = AnsiSupport.Detect;

    /// <summary>How many columns the terminal has: found out unless said.</summary>
    internal int? Columns { get; init; }

    /// <summary>A console for tables on the output.</summary>
    internal IAnsiConsole Tables()
    {
        IAnsiConsole console = Ansi(Output);
        console.Profile.Width = Math.Max(console.Profile.Width, NarrowestTables);
        return console;
    }

    /// <summary>A console for the progress bar, on the error stream so that the output stays clean.</summary>
    internal IAnsiConsole ProgressBars() => Ansi(Error);

    private IAnsiConsole Ansi(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = HasTerminal ? Colours : AnsiSupport.No,
            ColorSystem = HasTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = HasTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!HasTerminal || Columns is not null)
        {
            console.Profile.Width = Columns ?? WidthWithoutTerminal;
        }

        return console;
    }
}

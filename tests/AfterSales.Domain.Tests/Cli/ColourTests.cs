using System.Text.RegularExpressions;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

/// <summary>Colours are for terminals, and nothing is said by them alone.</summary>
public class ColourTests
{
    private static readonly Regex Escapes = new("\u001b\\[[0-9;]*m");

    public static TheoryData<string, string> Commands => new()
    {
        { "verify rapid-response.json", "warning" },
        { "replay rapid-response.json tickets.csv --mapping tickets.mapping.json --fail-on missed", "failed on missed" },
        { "compare rapid-response.json stricter.json tickets.csv --mapping tickets.mapping.json", "−9.9 points" },
        { "calendar rapid-response.json --from 2026-02-13 --to 2026-02-17", "Sun 2026-02-15  closed" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_terminal_gets_colours_and_a_file_none(string command, string coloured)
    {
        string[] args = OnSamples(command);
        ToolRun terminal = ToolRun.AtTerminal(400, args);
        ToolRun file = ToolRun.Of(args);

        Assert.Matches(new Regex("\u001b\\[[0-9;]+m[^\u001b]*" + Regex.Escape(coloured)), terminal.Output);
        Assert.DoesNotContain('\u001b', file.Output);
        Assert.Equal(Words(file.Output), Words(Escapes.Replace(terminal.Output, "")));
        Assert.Equal(file.Exit, terminal.Exit);
    }

    [Theory]
    [InlineData("replay rapid-response.json tickets.csv --mapping tickets.mapping.json")]
    [InlineData("compare rapid-response.json stricter.json tickets.csv --mapping tickets.mapping.json")]
    [InlineData("score survey.json answers.csv")]
    [InlineData("kpi tickets.csv --mapping tickets.mapping.json --policy rapid-response.json --goals kpi-goals.json")]
    public void A_terminal_of_eighty_columns_breaks_no_word_and_leaves_none_out(string command)
    {
        string[] args = OnSamples(command);

        Assert.Equal(Tokens(ToolRun.Of(args).Output), Tokens(Escapes.Replace(ToolRun.AtTerminal(80, args).Output, "")));

        static string[] Tokens(string output) => [.. output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(token => !token.Contains('─')).Order(StringComparer.Ordinal)];
    }

    private static string[] OnSamples(string command) =>
        [.. command.Split(' ').Select(word => word.Contains('.', StringComparison.Ordinal) ? Repository.PathOf("docs", "samples", word) : word)];

    /// <summary>Tables may be laid out in another way.</summary>
    private static string Words(string output) => string.Concat(output.Where(letter => char.IsLetterOrDigit(letter)).Order());
}

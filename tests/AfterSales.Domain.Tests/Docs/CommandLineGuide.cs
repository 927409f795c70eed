using System.Text.RegularExpressions;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>Runs every command of docs/command-line.md and of the README and finds every line that is shown below it in its output.</summary>
public partial class CommandLineGuide
{
    public static TheoryData<string, string> Commands
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (Match match in Block().Matches(File.ReadAllText(Repository.PathOf("docs", "command-line.md")).ReplaceLineEndings("\n")))
            {
                data.Add(match.Groups["command"].Value, match.Groups["output"].Value);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_of_the_guide_gives_what_is_shown_below_it(string command, string shown)
    {
        ToolRun run = Run(command);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        AssertShown(shown, run.Output);
    }

    [Fact]
    public void The_guide_shows_every_command()
    {
        string[] shown = [.. Commands.Select(row => ((string)row[0]).Split(' ')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        string help = ToolRun.Of("--help").Output;
        string[] known = [.. CommandName().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(known, shown);
    }

    [Fact]
    public void The_replay_of_the_readme_gives_what_is_shown_below_it()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        string command = readme.Split('\n').Single(line => line.StartsWith("dotnet run ", StringComparison.Ordinal)).Replace("dotnet run --project src/AfterSales.Domain.Cli --", "aftersales", StringComparison.Ordinal);
        string shown = readme[(readme.IndexOf("```text\n", StringComparison.Ordinal) + 8)..];

        AssertShown(shown[..shown.IndexOf("```", StringComparison.Ordinal)], Run(command).Output);
    }

    private static ToolRun Run(string command)
    {
        string[] words = [.. command.Split(' ').Skip(1).Select(word => word.StartsWith("docs/", StringComparison.Ordinal) ? Repository.PathOf(word.Split('/')) : word)];
        ToolRun run = ToolRun.Of(words);
        return run with { Output = run.Output.Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) };
    }

    /// <summary>Spaces between columns depend on what else a table holds; they are not compared. A line with nothing but … stands for lines left out.</summary>
    private static void AssertShown(string shown, string output)
    {
        string[] lines = [.. output.Split('\n').Select(Squeezed)];
        Assert.All(shown.Split('\n').Select(Squeezed).Where(line => line is not ("" or "…")), line => Assert.Contains(line, lines));
    }

    private static string Squeezed(string line) => Spaces().Replace(line.Trim(), " ");

    [GeneratedRegex("^```sh\n(?<command>aftersales [^\n]*)\n```\n+```text\n(?<output>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("^  (?<name>[a-z]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CommandName();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}

using System.CommandLine;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales lifecycle repair --format mermaid</c>: a built-in lifecycle, or one in a document, as a table, a diagram or a document; and what is wrong with it.</summary>
internal sealed class LifecycleCommand : ICommandFile
{
    public Command Make(Session session)
    {
        string builtIn = string.Join(", ", Lifecycles.All.Select(lifecycle => lifecycle.Name));
        Argument<string> source = new("lifecycle") { Description = $"{builtIn}; or a lifecycle document, or - for standard input" };
        Option<string> format = new("--format") { Description = "table for reviewers, mermaid for a diagram, json for the document", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "mermaid", "json");
        Option<string> language = Language.Option();
        Option<string?> failOn = new("--fail-on") { Description = "finding: exit with 1 when something is wrong with the table" };
        failOn.AcceptOnlyFromAmong("finding");
        Command command = new("lifecycle", "Shows what can happen to a ticket, and what is wrong with the table.") { source, format, language, failOn };
        command.SetAction(async (parsed, cancellation) =>
        {
            string name = parsed.GetRequiredValue(source);
            RefuseMistyped(name);
            Lifecycle lifecycle = Lifecycles.Find(name)
                ?? await Input.ReadAsync(session, name, bytes => LifecycleDocument.Read(bytes), cancellation).ConfigureAwait(false);
            await session.Output.WriteAsync(parsed.GetRequiredValue(format) switch
            {
                "mermaid" => lifecycle.ToMermaid(),
                "json" => LifecycleDocument.Write(lifecycle),
                _ => lifecycle.ToTable(),
            }).ConfigureAwait(false);

            PageWords words = new(parsed.GetRequiredValue(language));
            IReadOnlyList<LifecycleFinding> findings = lifecycle.Verify();
            foreach (LifecycleFinding finding in findings)
            {
                await session.Error.WriteLineAsync(words.Say("finding: ", "问题：") + words.Of(finding)).ConfigureAwait(false);
            }

            return findings.Count > 0 && parsed.GetValue(failOn) is not null ? ExitCode.Found : ExitCode.Fine;
        });
        return command;
    }

    /// <summary>Of a name that is nearly that of a built-in lifecycle, more is told than that there is no such file.</summary>
    /// <exception cref="BadInputException">It is such a name.</exception>
    private static void RefuseMistyped(string name)
    {
        string[] names = [.. Lifecycles.All.Select(one => one.Name)];
        if (Lifecycles.Find(name) is null && NearMiss.Find(name, names) is not null && !Path.Exists(name))
        {
            throw new BadInputException(Problem.OfFile(
                name, "no-such-lifecycle",
                Phrase.Found("found neither such a file nor a built-in lifecycle of this name", "既没有此文件，也没有此名称的内置生命周期", name, names),
                ($"allowed is {string.Join(", ", names)}, or the path of a file", $"应为 {string.Join("、", names)}，或文件路径")));
        }
    }
}

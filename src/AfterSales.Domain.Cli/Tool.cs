using System.CommandLine;
using AfterSales.Domain.Cli.Commands;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>The tool <c>aftersales</c>: its commands, and what becomes of mistakes and of cancellation.</summary>
internal static class Tool
{
    private static readonly ICommandFile[] Commands =
    [
        new VerifyCommand(),
        new ExplainCommand(),
        new ReplayCommand(),
        new CompareCommand(),
        new CalendarCommand(),
        new LifecycleCommand(),
        new KpiCommand(),
        new ScoreCommand(),
        new RouteCommand(),
        new SchemaCommand(),
    ];

    internal static async Task<int> RunAsync(string[] args, Session session, CancellationToken cancellation)
    {
        RootCommand root = new("Business time, SLA deadlines and attainment for after-sales service: checks rule documents and replays ticket logs against them.");
        foreach (ICommandFile command in Commands)
        {
            root.Subcommands.Add(command.Make(session));
        }

        try
        {
            int exit = await RunAsync(root, args, session, cancellation).ConfigureAwait(false);
            await session.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return exit;
        }
        catch (Exception error) when (Input.IsOfStreams(error))
        {
            // Whatever is read tells its own problems, so this is the output: a full disk, a closed stream.
            await TryToSayAsync(session, $"error: the output cannot be written ({error.Message})").ConfigureAwait(false);
            return ExitCode.BadInput;
        }
    }

    private static async Task<int> RunAsync(RootCommand root, string[] args, Session session, CancellationToken cancellation)
    {
        // A word that begins with @ is a name like any other, and no file of further words.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            bool isRoot = parsed.CommandResult.Command is RootCommand;
            foreach (string error in isRoot ? [NoCommand(root, parsed)] : parsed.Errors.Select(error => error.Message))
            {
                await session.Error.WriteLineAsync($"error: {error}").ConfigureAwait(false);
            }

            await session.Error.WriteLineAsync($"For what is allowed: aftersales {(isRoot ? "" : parsed.CommandResult.Command.Name + " ")}--help").ConfigureAwait(false);
            return ExitCode.BadInput;
        }

        try
        {
            InvocationConfiguration configuration = new() { Output = session.Output, Error = session.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await session.Error.WriteLineAsync(new PageWords(Language.Of(parsed)).Say("cancelled", "已取消")).ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
        catch (BadInputException bad)
        {
            return bad.Problems.Report(session, Language.Of(parsed), OutputFormat.IsJson(parsed));
        }
    }

    private static async Task TryToSayAsync(Session session, string text)
    {
        try
        {
            await session.Error.WriteLineAsync(text).ConfigureAwait(false);
        }
        catch (Exception error) when (Input.IsOfStreams(error))
        {
            // The exit code is all that is left to say it with.
        }
    }

    private static string NoCommand(RootCommand root, ParseResult parsed)
    {
        string[] names = [.. root.Subcommands.Select(command => command.Name)];
        string found = parsed.UnmatchedTokens is [{ } word, ..] ? $"found no command {Quoting.Quoted(word)}{NearMiss.Hint(word, names)}" : "found no command";
        return $"{found}; allowed is {Quoting.List(names)}";
    }
}

using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales replay policy.json tickets.csv --mapping mapping.json</c>: what attainment a policy would have had on past tickets.</summary>
internal sealed class ReplayCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> policy = new("policy") { Description = "an SLA policy document" };
        Argument<string> tickets = new("tickets") { Description = "an event log or a ticket table as CSV, plain or gzip, or - for standard input" };
        Option<string> mapping = new("--mapping") { Description = "the mapping document: what the columns mean", Required = true };
        Option<Instant?> asOf = TimeText.InstantOption("--as-of", "judge open tickets as of this instant; without it, as of the last instant of the file");
        Option<int> worst = new("--worst") { Description = "how many of the worst misses to show", DefaultValueFactory = _ => 10 };
        worst.Validators.Add(result =>
        {
            if (!result.Errors.Any() && int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : "10", CultureInfo.InvariantCulture, out int number) && number is < 0 or > 1000)
            {
                result.AddError("--worst takes a number from 0 to 1000.");
            }
        });
        Option<bool> ungrouped = new("--ungrouped") { Description = "the event log is not grouped by ticket: hold all of it in memory" };
        Option<bool> skip = new("--skip-bad-rows") { Description = "leave out rows that cannot be read, and count them, instead of refusing the file" };
        Option<FailOn[]> failOn = FailOn.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("replay", "Tracks past tickets against a policy and shows attainment, the worst misses, and what of the file could not be used.")
        {
            policy, tickets, mapping, asOf, worst, failOn, ungrouped, skip, format,
        };
        command.SetAction((parsed, cancellation) => RunAsync(session, new Request(
            parsed.GetRequiredValue(policy), parsed.GetRequiredValue(tickets), parsed.GetRequiredValue(mapping), parsed.GetValue(asOf), parsed.GetValue(worst),
            parsed.GetValue(ungrouped), parsed.GetValue(skip), parsed.GetValue(failOn) ?? [], OutputFormat.IsJson(parsed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Request request, CancellationToken cancellation)
    {
        if (new[] { request.Policy, request.Tickets, request.Mapping }.Count(path => string.Equals(path, Input.Standard, StringComparison.Ordinal)) > 1)
        {
            throw new BadInputException(Problem.OfFile(Input.Standard, "standard-input-twice", "found - more than once", "allowed is one of policy, tickets and mapping from standard input"));
        }

        Problems problems = new();
        SlaPolicy? policy = await Input.TryReadAsync(session, request.Policy, text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        TicketMapping? mapping = await Input.TryReadAsync(session, request.Mapping, text => TicketMappingDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        if (policy is null || mapping is null)
        {
            throw new BadInputException(problems);
        }

        (ReplayRun run, NotGroupedException? notGrouped) = await WithProgressAsync(session, progress => Walk(session, request, policy, mapping, progress, cancellation), cancellation).ConfigureAwait(false);
        if (run.Broken.Count > 0 && !request.SkipBadRows)
        {
            throw new BadInputException(run.Broken);
        }

        ReplayReport report = new(policy, mapping, Input.NameOf(request.Tickets), run, notGrouped, request.Ungrouped, FailOn.Met(request.FailOn, run.Tally, run.Unused.Rows + run.Broken.Count));
        if (request.AsJson)
        {
            OutputFormat.WriteObject(session, json => ReplayJson.Write(json, report));
        }
        else
        {
            ReplayText.Write(session, report);
        }

        return report.Failures.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    /// <summary>Walks over the file, and once more with all of it in memory when it turns out not to be grouped by ticket.</summary>
    private static (ReplayRun Run, NotGroupedException? NotGrouped) Walk(Session session, Request request, SlaPolicy policy, TicketMapping mapping, Action<double> progress, CancellationToken cancellation)
    {
        ReplayRun run = NewRun();
        try
        {
            run.Execute(Input.Open(session, request.Tickets), request.Ungrouped, progress, cancellation);
            return (run, null);
        }
        catch (NotGroupedException ungrouped) when (!string.Equals(request.Tickets, Input.Standard, StringComparison.Ordinal))
        {
            run = NewRun();
            run.Execute(Input.Open(session, request.Tickets), holdAll: true, progress, cancellation);
            return (run, ungrouped);
        }
        catch (NotGroupedException ungrouped)
        {
            throw new BadInputException(Problem.OfLine(Input.NameOf(request.Tickets), ungrouped.Line, "", "not-grouped", $"the ticket {Quoting.Quoted(ungrouped.Ticket)} comes back after rows of others",
                "standard input cannot be read twice: sort it by ticket, or give --ungrouped to hold all of it in memory"));
        }

        ReplayRun NewRun() => new(policy, mapping, Input.NameOf(request.Tickets), request.AsOf, request.Worst);
    }

    private static Task<T> WithProgressAsync<T>(Session session, Func<Action<double>, T> work, CancellationToken cancellation) => session.HasTerminal
        ? session.ProgressBars().Progress().AutoClear(true).StartAsync(context =>
        {
            ProgressTask task = context.AddTask("tickets", maxValue: 1);
            return Task.Run(() => work(share => task.Value = share), cancellation);
        })
        : Task.Run(() => work(_ => { }), cancellation);

    private sealed record Request(string Policy, string Tickets, string Mapping, Instant? AsOf, int Worst, bool Ungrouped, bool SkipBadRows, FailOn[] FailOn, bool AsJson);
}

using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;

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
        Option<string?> html = HtmlOutput.Option();
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("replay", "Tracks past tickets against a policy and shows attainment, the worst misses, and what of the file could not be used.")
        {
            policy, tickets, mapping, asOf, worst, failOn, ungrouped, skip, html, language, format,
        };
        command.SetAction((parsed, cancellation) => RunAsync(session, new Request(
            parsed.GetRequiredValue(policy), parsed.GetRequiredValue(tickets), parsed.GetRequiredValue(mapping), parsed.GetValue(asOf), parsed.GetValue(worst),
            parsed.GetValue(ungrouped), parsed.GetValue(skip), parsed.GetValue(failOn) ?? [], OutputFormat.IsJson(parsed), parsed.GetValue(html), parsed.GetRequiredValue(language)), cancellation));
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

        TicketWalk walk = new(request.Tickets, request.AsOf, request.Worst, request.Ungrouped) { KeepsHistories = request.Html is not null };
        (ReplayRun run, NotGroupedException? notGrouped) = await walk.RunAsync(session, policy, mapping, cancellation).ConfigureAwait(false);
        if (run.Broken.Count > 0 && !request.SkipBadRows)
        {
            throw new BadInputException(run.Broken);
        }

        ReplayReport report = new(policy, mapping, Input.NameOf(request.Tickets), run, notGrouped, request.Ungrouped, FailOn.Met(request.FailOn, run.Tally, run.Unused.Rows + run.Broken.Count));
        if (request.Html is { } html)
        {
            await HtmlOutput.WriteAsync(html, ReplayPage.Of(report, request.Language, cancellation), cancellation).ConfigureAwait(false);
        }

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

    private sealed record Request(string Policy, string Tickets, string Mapping, Instant? AsOf, int Worst, bool Ungrouped, bool SkipBadRows, FailOn[] FailOn, bool AsJson, string? Html, string Language);
}

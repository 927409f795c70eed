using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Cli.Comparison;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales compare policy.json stricter.json tickets.csv --mapping mapping.json</c>: what another policy would have done to past tickets.</summary>
internal sealed class CompareCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> policy = new("policy") { Description = "an SLA policy document: how it was" };
        Argument<string> other = new("other") { Description = "an SLA policy document: how it would have been" };
        Argument<string> tickets = new("tickets") { Description = "an event log or a ticket table as CSV, plain or gzip, or - for standard input" };
        Option<string> mapping = new("--mapping") { Description = "the mapping document: what the columns mean", Required = true };
        Option<Instant?> asOf = TimeText.InstantOption("--as-of", "judge open tickets as of this instant; without it, as of the last instant of the file");
        Option<int> show = new("--show") { Description = "how many newly missed, newly met and moved deadlines to show of each", DefaultValueFactory = _ => 5 };
        show.Validators.Add(result =>
        {
            if (!result.Errors.Any() && int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : "5", CultureInfo.InvariantCulture, out int number) && number is < 0 or > 1000)
            {
                result.AddError("--show takes a number from 0 to 1000.");
            }
        });
        Option<bool> ungrouped = new("--ungrouped") { Description = "the event log is not grouped by ticket: hold all of it in memory" };
        Option<bool> skip = new("--skip-bad-rows") { Description = "leave out rows that cannot be read, and count them, instead of refusing the file" };
        Option<string[]> failOn = new("--fail-on") { Description = "exit with 1 when there is: newly-missed, lower (an objective attains significantly less); several may be given", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        failOn.AcceptOnlyFromAmong(CompareReport.NewlyMissedCondition, CompareReport.LowerCondition);
        Option<string> format = OutputFormat.Option();
        Command command = new("compare", "Tracks past tickets against two policies and shows attainment before and after, with the interval of the difference, and which deadlines move.")
        {
            policy, other, tickets, mapping, asOf, show, failOn, ungrouped, skip, format,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            session,
            new Request(parsed.GetRequiredValue(policy), parsed.GetRequiredValue(other), parsed.GetRequiredValue(tickets), parsed.GetRequiredValue(mapping), parsed.GetValue(show), parsed.GetValue(skip),
                parsed.GetValue(failOn) ?? [], OutputFormat.IsJson(parsed)),
            new TicketWalk(parsed.GetRequiredValue(tickets), parsed.GetValue(asOf), 0, parsed.GetValue(ungrouped)) { KeepsHistories = true },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Request request, TicketWalk walk, CancellationToken cancellation)
    {
        if (new[] { request.Policy, request.Other, request.Tickets, request.Mapping }.Count(path => string.Equals(path, Input.Standard, StringComparison.Ordinal)) > 1)
        {
            throw new BadInputException(Problem.OfFile(Input.Standard, "standard-input-twice", "found - more than once", "allowed is one of the policies, the tickets and the mapping from standard input"));
        }

        Problems problems = new();
        SlaPolicy? before = await Input.TryReadAsync(session, request.Policy, text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        SlaPolicy? after = await Input.TryReadAsync(session, request.Other, text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        TicketMapping? mapping = await Input.TryReadAsync(session, request.Mapping, text => TicketMappingDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        if (before is null || after is null || mapping is null)
        {
            throw new BadInputException(problems);
        }

        (ReplayRun run, _) = await walk.RunAsync(session, before, mapping, cancellation).ConfigureAwait(false);
        if (run.Broken.Count > 0 && !request.SkipBadRows)
        {
            throw new BadInputException(run.Broken);
        }

        ReplayPlan plan = ReplayPlan.AsOf(run.AsOf ?? Instant.MinValue).In(mapping.Zone).Keeping(request.Show);
        ComparisonTally tally = await Task.Run(() => before.CompareWith(after, run.Kept!.Select(one => one.History), plan, progress: null, cancellation), cancellation).ConfigureAwait(false);
        CompareReport report = new(tally, run, mapping.Zone, Input.NameOf(request.Tickets), request.FailOn);
        if (request.AsJson)
        {
            OutputFormat.WriteObject(session, report.WriteJson);
        }
        else
        {
            report.WriteText(session);
        }

        return report.Failures.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private sealed record Request(string Policy, string Other, string Tickets, string Mapping, int Show, bool SkipBadRows, string[] FailOn, bool AsJson);
}

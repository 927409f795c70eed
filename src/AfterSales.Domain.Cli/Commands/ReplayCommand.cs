using System.CommandLine;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales replay policy.json tickets.csv --mapping mapping.json</c>: what attainment a policy would have had on past tickets.</summary>
internal sealed class ReplayCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> policy = new("policy") { Description = "an SLA policy document" };
        TicketOptions options = new("--worst", "how many of the worst misses to show", 10);
        Option<FailOn[]> failOn = FailOn.Option();
        Command command = options.AddTo(new("replay", "Tracks past tickets against a policy and shows attainment, the worst misses, and what of the file could not be used.") { policy });
        command.Add(failOn);
        command.SetAction((parsed, cancellation) => RunAsync(session, options.Read(parsed, policy), parsed.GetValue(failOn) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, TicketRequest request, FailOn[] failOn, CancellationToken cancellation)
    {
        (IReadOnlyList<SlaPolicy> policies, TicketMapping mapping) = await request.ReadAsync(session, cancellation).ConfigureAwait(false);
        (ReplayRun run, NotGroupedException? notGrouped) = await request.WalkAsync(session, policies[0], mapping, request.Html is not null, cancellation).ConfigureAwait(false);
        ReplayReport report = new(
            policies[0], mapping, Input.NameOf(request.Tickets), run, notGrouped, request.Ungrouped, FailOn.Met(failOn, run.Tally, run.Unused.Rows + run.Broken.Count));
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
            ReplayText.Write(session, report, request.Language);
        }

        return report.Failures.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }
}

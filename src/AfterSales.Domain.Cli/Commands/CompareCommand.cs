using System.CommandLine;
using AfterSales.Domain.Cli.Comparison;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Requests;
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
        TicketOptions options = new("--show", "how many newly missed, newly met and moved deadlines to show of each", 5);
        Option<string[]> failOn = new("--fail-on") { Description = "exit with 1 when there is: newly-missed, lower (an objective attains significantly less); several may be given", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        failOn.AcceptOnlyFromAmong(CompareReport.NewlyMissedCondition, CompareReport.LowerCondition);
        Command command = options.AddTo(new("compare", "Tracks past tickets against two policies and shows attainment before and after, with the interval of the difference, and which deadlines move.") { policy, other });
        command.Add(failOn);
        command.SetAction((parsed, cancellation) => RunAsync(session, options.Read(parsed, policy, other), parsed.GetValue(failOn) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, TicketRequest request, string[] failOn, CancellationToken cancellation)
    {
        (IReadOnlyList<SlaPolicy> policies, TicketMapping mapping) = await request.ReadAsync(session, cancellation).ConfigureAwait(false);
        (ReplayRun run, _) = await request.WalkAsync(session, policies[0], mapping, keepsHistories: true, cancellation).ConfigureAwait(false);
        IEnumerable<RequestDimension> dimensions = request.Html is null ? [] : mapping.Request.Dimensions.Select(source => source.Dimension);
        ReplayPlan plan = ReplayPlan.AsOf(run.AsOf ?? Instant.MinValue).In(mapping.Zone).By(dimensions).Keeping(request.Shown);
        ComparisonTally tally = await Task.Run(() => policies[0].CompareWith(policies[1], run.Kept!.Select(one => one.History), plan, progress: null, cancellation), cancellation).ConfigureAwait(false);
        CompareReport report = new(tally, run, mapping.Zone, Input.NameOf(request.Tickets), failOn);
        if (request.Html is { } html)
        {
            await HtmlOutput.WriteAsync(html, ComparisonPage.Of(report, request.Language, cancellation), cancellation).ConfigureAwait(false);
        }

        if (request.AsJson)
        {
            OutputFormat.WriteObject(session, report.WriteJson);
        }
        else
        {
            report.WriteText(session, request.Language);
        }

        return report.Failures.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }
}

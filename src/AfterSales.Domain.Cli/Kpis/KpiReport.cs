using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>What the KPIs of a ticket log have to tell.</summary>
/// <param name="File">What the ticket file is called.</param>
/// <param name="Run">The walk over the file.</param>
/// <param name="Tally">The counts.</param>
/// <param name="KnowsFaults">Whether the log says whose product had which problem, so that one that came back can be found.</param>
/// <param name="RespondsToAll">Whether every ticket has a clock of the response objective, so that a share of all problems says something.</param>
internal sealed record KpiReport(string File, ReplayRun Run, KpiTally Tally, bool KnowsFaults, bool RespondsToAll)
{
    internal KpiPlan Plan => Tally.Plan;

    /// <summary>The KPIs that can be told of a log: a log says nothing of surveys, self-service and first contact.</summary>
    internal IReadOnlyList<Kpi> Kpis =>
    [
        .. Kpi.All.Where(kpi => !(kpi == Kpi.Satisfaction || kpi == Kpi.SurveyReturn || kpi == Kpi.SurveyCoverage || kpi == Kpi.SelfService
            || kpi == Kpi.FirstContactResolution || kpi == Kpi.FirstContactResolutionGross
            || (kpi == Kpi.RepeatRepair && !KnowsFaults) || (kpi == Kpi.ResponseOnTime && Plan.ResponseObjective is null) || (kpi == Kpi.ResponseOnTimeOfAll && !RespondsToAll) || (kpi == Kpi.ResolutionOnTime && Plan.ResolutionObjective is null))),
    ];

    /// <summary>Those of which anything was counted.</summary>
    internal IReadOnlyList<Kpi> Counted => [.. Kpis.Where(kpi => Tally.Everything().Value(kpi).Denominator > 0)];

    /// <summary>Counts every ticket of the walk as of its cut-off, with its clocks, and marks faults that came back.</summary>
    internal static KpiReport Of(string file, ReplayRun run, SlaPolicy? policy, KpiPlan plan, CancellationToken cancellation)
    {
        List<KpiTicket> tickets = [];
        foreach ((string id, SlaHistory history) in run.Kept!.Where(one => one.History.Events[0].At <= plan.AsOf))
        {
            cancellation.ThrowIfCancellationRequested();
            KpiTicket ticket = KpiTicket.From(new TicketId(id), history, plan.AsOf);
            tickets.Add(policy is null ? ticket : ticket.WithClocks(policy.Track(history, plan.AsOf)));
        }

        KpiTally tally = new(plan);
        foreach (KpiTicket ticket in RepeatFinder.Mark(tickets))
        {
            tally.Add(ticket);
        }

        return new KpiReport(
            file, run, tally,
            KnowsFaults: tickets.Exists(ticket => ticket.Request is { Customer: not null, Product: not null, Problem: not null }),
            RespondsToAll: plan.ResponseObjective is { } response && tickets.TrueForAll(ticket => ticket.Clocks.Any(clock => string.Equals(clock.Objective, response, StringComparison.Ordinal))));
    }
}

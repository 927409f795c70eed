using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>What the KPIs of a ticket log have to tell.</summary>
/// <param name="File">What the ticket file is called.</param>
/// <param name="Run">The walk over the file.</param>
/// <param name="Tally">The counts.</param>
/// <param name="Goals">What was to be reached.</param>
/// <param name="KnowsFaults">Whether the log says whose product had which problem, so that one that came back can be found.</param>
/// <param name="RespondsToAll">Whether every ticket has a clock of the response objective, so that a share of all problems says something.</param>
internal sealed record KpiReport(string File, ReplayRun Run, KpiTally Tally, KpiGoals Goals, bool KnowsFaults, bool RespondsToAll)
{
    internal KpiPlan Plan => Tally.Plan;

    /// <summary>Which verdicts on a goal end the command with exit code 1: "missed", "undecided".</summary>
    internal IReadOnlyList<string> FailOn { get; init; } = [];

    /// <summary>The goals with such a verdict.</summary>
    internal IReadOnlyList<Phrase> Failures =>
    [
        .. Judged.Select(row => (Verdict: row.Verdict switch { GoalVerdict.Missed => "missed", GoalVerdict.Undecided => "undecided", _ => "" }, row.Name))
            .Where(one => FailOn.Contains(one.Verdict, StringComparer.Ordinal)).Select(one => new Phrase($"{one.Verdict}: {one.Name}", $"{one.Verdict}：{one.Name}")),
    ];

    /// <summary>The KPIs that can be told of a log: a log says nothing of surveys, self-service and first contact.</summary>
    internal IReadOnlyList<Kpi> Kpis =>
    [
        .. Kpi.All.Where(kpi => !(kpi == Kpi.Satisfaction || kpi == Kpi.SurveyReturn || kpi == Kpi.SurveyCoverage || kpi == Kpi.SelfService
            || kpi == Kpi.FirstContactResolution || kpi == Kpi.FirstContactResolutionGross
            || (kpi == Kpi.RepeatRepair && !KnowsFaults) || (kpi == Kpi.ResponseOnTime && Plan.ResponseObjective is null) || (kpi == Kpi.ResponseOnTimeOfAll && !RespondsToAll) || (kpi == Kpi.ResolutionOnTime && Plan.ResolutionObjective is null))),
    ];

    /// <summary>Every goal with what became of it, over all periods: those for KPIs first.</summary>
    internal IReadOnlyList<KpiGoalRow> Judged =>
    [
        .. Goals.Kpis.Select(kpi => new KpiGoalRow(kpi, Percentile: null, Goals.Of(kpi)!.Value, Kpis.Contains(kpi) ? Tally.Everything().Value(kpi) : null)),
        .. Goals.Repurchase is { } goal ? (KpiGoalRow[])[new KpiGoalRow(Kpi: null, Percentile: null, goal, Value: null)] : [],
        .. Goals.Percentiles.Select(one => new KpiGoalRow(Kpi: null, one, one.Goal, Tells(one.Measure) ? Tally.Everything().Value(one) : null)),
    ];

    /// <summary>Those of which anything was counted.</summary>
    internal IReadOnlyList<Kpi> Counted => [.. Kpis.Where(kpi => Tally.Everything().Value(kpi).Denominator > 0)];

    /// <summary>Counts every ticket of the walk as of its cut-off, with its clocks, and marks faults that came back.</summary>
    internal static KpiReport Of(string file, ReplayRun run, SlaPolicy? policy, KpiPlan plan, KpiGoals goals, CancellationToken cancellation)
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
            file, run, tally, goals,
            KnowsFaults: tickets.Exists(ticket => ticket.Request is { Customer: not null, Product: not null, Problem: not null }),
            RespondsToAll: plan.ResponseObjective is { } response && tickets.TrueForAll(ticket => ticket.Clocks.Any(clock => string.Equals(clock.Objective, response, StringComparison.Ordinal))));
    }

    /// <summary>Whether the log says anything of a time: where no ticket has an answer, answers are not kept in it, and none is late.</summary>
    private bool Tells(KpiMeasure measure) => Tally.Everything().Durations(measure).Count > 0;
}

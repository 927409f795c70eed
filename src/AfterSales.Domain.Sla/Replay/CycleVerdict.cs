using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>How a cycle is counted, without the report that says it in full; <see cref="AttainmentRow.OutcomeOf"/> of its report is the same (a law).</summary>
internal readonly struct CycleVerdict
{
    private CycleVerdict(CycleOutcome outcome, Instant? due, Instant end)
    {
        Outcome = outcome;
        Due = due;
        End = end;
    }

    internal CycleOutcome Outcome { get; }

    internal Instant? Due { get; }

    /// <summary>Gets when it finished, or the instant it is seen from.</summary>
    internal Instant End { get; }

    internal Duration LateBy => End - Due!.Value;

    internal static CycleVerdict Of(CycleState cycle, List<TrackedWait>? waits, Instant asOf)
    {
        Instant end = cycle.IsOpen ? asOf : cycle.FinishedAt;
        if (cycle.Coverage != CoverageKind.Covered)
        {
            CycleOutcome without = cycle.WasCovered ? CycleOutcome.Cancelled : cycle.Coverage == CoverageKind.Exempt ? CycleOutcome.Exempt : CycleOutcome.NotCovered;
            return new CycleVerdict(without, null, end);
        }

        RuleOutcome rule = CycleJudge.Outcome(cycle, asOf, waits);
        Instant? due = rule.Due.IsSet ? rule.Due.At : null;
        bool isLate = CycleJudge.IsLate(rule, end);
        CycleOutcome outcome = cycle.Finish switch
        {
            CycleFinish.Open when rule.HeldUntil is not null => CycleOutcome.Open,
            _ when isLate => CycleOutcome.Missed,
            CycleFinish.Open => due is null ? CycleOutcome.Undated : CycleOutcome.Open,
            CycleFinish.Stopped => due is null ? CycleOutcome.Ended : CycleOutcome.Met,
            CycleFinish.Cancelled => CycleOutcome.Cancelled,
            _ => CycleOutcome.Ended,
        };
        return new CycleVerdict(outcome, due, end);
    }
}

using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Computes the due of a cycle, and what follows from it, as seen from an instant.</summary>
internal static class CycleJudge
{
    /// <summary>The time between a stop and a reopening, as a pause: not a name that <see cref="WaitReason.Named"/> documents for hosts.</summary>
    internal static readonly Pause ResolvedSpan = Pause.On(WaitReason.Named("-resolved-", ResponsibleParty.Company));

    /// <summary>The due of a covered cycle; for a finished one as it stood at its end.</summary>
    internal static RuleOutcome Outcome(CycleState cycle, Instant asOf, List<TrackedWait>? waits)
    {
        if (cycle.Frozen is { } frozen)
        {
            return RuleOutcome.At(frozen);
        }

        RuleOutcome outcome = Evaluate(cycle, Facts(cycle, cycle.IsOpen ? asOf : cycle.FinishedAt, waits));

        // In a composite one part may run on while a wait still holds another; its due does not lie inside that wait either.
        return outcome.LastHold is { } hold && outcome.Due.IsSet && outcome.Due.At < hold
            ? new RuleOutcome(DueResult.Set(hold), outcome.HeldUntil, outcome.LastHold)
            : outcome;
    }

    /// <summary>The due as the rule alone gives it, were the last event that changed it able to move it to before itself.</summary>
    internal static DueResult DueWithoutFloor(CycleState cycle, Instant asOf, List<TrackedWait>? waits) =>
        Evaluate(cycle, Facts(cycle, cycle.IsOpen ? asOf : cycle.FinishedAt, waits, floor: null)).Due;

    /// <summary>The due of the same rule with another allowance and the same waits; null when the cycle's rule has no allowance.</summary>
    internal static RuleOutcome? OutcomeWithAllowance(CycleState cycle, Instant asOf, List<TrackedWait>? waits, Func<Duration, Duration> part)
    {
        DeadlineRule rule = cycle.Target!.Rule!.Taken(cycle.Start, cycle.Calendar!);
        if (rule.Allowance is not { } allowance)
        {
            return null;
        }

        RuleFacts facts = Facts(cycle, cycle.IsOpen ? asOf : cycle.FinishedAt, waits);
        (Instant start, Duration whole) = cycle.Extra?.Segment ?? (cycle.Start, allowance);

        // After a proportional change the part is one of the whole allowance, of which the change left less.
        Duration wanted = part(allowance) - (allowance - whole);
        return AllowanceRule.Evaluate(wanted > Duration.Zero ? wanted : Duration.Zero, start, rule.Unit(cycle.Calendar!), facts);
    }

    internal static bool IsLate(in RuleOutcome outcome, Instant at) => outcome.Due.IsSet && outcome.HeldUntil is null && outcome.Due.At < at;

    /// <summary>The waits that this cycle's objective pauses for, within the cycle; those that go on end at <see cref="Instant.MaxValue"/>.</summary>
    internal static WaitSpan[] WaitsOf(CycleState cycle, List<TrackedWait>? waits)
    {
        int count = cycle.Extra?.ResolvedSpans.Count ?? 0;
        foreach (TrackedWait wait in waits ?? [])
        {
            count += PauseOf(cycle, wait) is null ? 0 : 1;
        }

        if (count == 0)
        {
            return [];
        }

        WaitSpan[] spans = new WaitSpan[count];
        int next = 0;
        foreach (TrackedWait wait in waits ?? [])
        {
            if (PauseOf(cycle, wait) is { } pause)
            {
                spans[next++] = new WaitSpan(pause, Instant.Max(wait.Start, cycle.Start), cycle.IsOpen ? wait.End : Instant.Min(wait.End, cycle.FinishedAt));
            }
        }

        foreach ((Instant start, Instant end) in cycle.Extra?.ResolvedSpans ?? [])
        {
            spans[next++] = new WaitSpan(ResolvedSpan, start, end);
        }

        return spans;
    }

    internal static RuleFacts Facts(CycleState cycle, Instant now, List<TrackedWait>? waits) => Facts(cycle, now, waits, cycle.Floor);

    private static RuleFacts Facts(CycleState cycle, Instant now, List<TrackedWait>? waits, Instant? floor)
    {
        WaitSpan[] spans = waits is null && cycle.Extra is null ? [] : WaitsOf(cycle, waits);
        return new RuleFacts(spans, spans.Length, now, cycle.Appointment, floor);
    }

    private static RuleOutcome Evaluate(CycleState cycle, in RuleFacts facts)
    {
        DeadlineRule rule = cycle.Target!.Rule!;
        return cycle.Extra?.Segment is { } segment
            ? AllowanceRule.Evaluate(segment.Allowance, segment.Start, rule.Taken(cycle.Start, cycle.Calendar!).Unit(cycle.Calendar!), facts)
            : rule.Evaluate(cycle.Start, cycle.Calendar!, facts);
    }

    private static Pause? PauseOf(CycleState cycle, in TrackedWait wait) =>
        wait.End > cycle.Start && (cycle.IsOpen || wait.Start < cycle.FinishedAt) ? cycle.Objective.PauseFor(wait.Reason) : null;
}

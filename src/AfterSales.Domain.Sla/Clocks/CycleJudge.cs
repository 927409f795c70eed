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

        return NotInsideAHold(Evaluate(cycle, cycle.Target!.Rule!, Facts(cycle, EndOf(cycle, asOf), waits)));
    }

    /// <summary>The due as the rule alone gives it, were the last event that changed it able to move it to before itself.</summary>
    internal static DueResult DueWithoutFloor(CycleState cycle, Instant asOf, List<TrackedWait>? waits) =>
        NotInsideAHold(Evaluate(cycle, cycle.Target!.Rule!, Facts(cycle, EndOf(cycle, asOf), waits, floor: null, trace: null))).Due;

    /// <summary>What held the due of a covered cycle, by its whole rule or by one part of it; a wait that begins after a breach that is frozen holds nothing.</summary>
    internal static HoldTrace TraceOf(CycleState cycle, DeadlineRule rule, Instant asOf, List<TrackedWait>? waits)
    {
        HoldTrace trace = new();
        Evaluate(cycle, rule, Facts(cycle, EndOf(cycle, asOf), waits, cycle.Floor, trace));
        if (cycle.Frozen is { } frozen)
        {
            trace.Counted.RemoveAll(span => span.Start > frozen);
        }

        return trace;
    }

    /// <summary>What held a segment that a proportional change has closed: every wait that began in it, since it was not late.</summary>
    internal static HoldTrace TraceOf(CycleState cycle, CycleSegment segment, List<TrackedWait>? waits)
    {
        HoldTrace trace = new();
        TimeUnit unit = segment.Target.Rule!.Taken(cycle.Start, segment.Calendar).Unit(segment.Calendar);
        foreach ((Instant start, Instant end) in HeldSpans.Of(WaitsOf(cycle, waits), segment.Start, unit, trace))
        {
            if (start < segment.End)
            {
                trace.Counted.Add((start, Instant.Min(end, segment.End)));
            }
        }

        return trace;
    }

    /// <summary>The due of the same rule with another allowance and the same waits; null when the cycle's rule has no allowance.</summary>
    internal static RuleOutcome? OutcomeWithAllowance(CycleState cycle, Instant asOf, List<TrackedWait>? waits, Func<Duration, Duration> part)
    {
        DeadlineRule rule = cycle.Target!.Rule!.Taken(cycle.Start, cycle.Calendar!);
        if (rule.Allowance is not { } allowance)
        {
            return null;
        }

        RuleFacts facts = Facts(cycle, EndOf(cycle, asOf), waits);
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

    internal static RuleFacts Facts(CycleState cycle, Instant now, List<TrackedWait>? waits) => Facts(cycle, now, waits, cycle.Floor, trace: null);

    private static RuleFacts Facts(CycleState cycle, Instant now, List<TrackedWait>? waits, Instant? floor, HoldTrace? trace)
    {
        WaitSpan[] spans = waits is null && cycle.Extra is null ? [] : WaitsOf(cycle, waits);
        return new RuleFacts(spans, spans.Length, now, cycle.Appointment, floor, trace);
    }

    private static Instant EndOf(CycleState cycle, Instant asOf) => cycle.IsOpen ? asOf : cycle.FinishedAt;

    /// <summary>In a composite one part may run on while a wait still holds another; its due does not lie inside that wait either.</summary>
    private static RuleOutcome NotInsideAHold(in RuleOutcome outcome) => outcome.LastHold is { } hold && outcome.Due.IsSet && outcome.Due.At < hold
        ? new RuleOutcome(DueResult.Set(hold), outcome.HeldUntil, outcome.LastHold)
        : outcome;

    private static RuleOutcome Evaluate(CycleState cycle, DeadlineRule rule, in RuleFacts facts) => cycle.Extra?.Segment is { } segment
        ? AllowanceRule.Evaluate(segment.Allowance, segment.Start, rule.Taken(cycle.Start, cycle.Calendar!).Unit(cycle.Calendar!), facts)
        : rule.Evaluate(cycle.Start, cycle.Calendar!, facts);

    private static Pause? PauseOf(CycleState cycle, in TrackedWait wait) =>
        wait.End > cycle.Start && (cycle.IsOpen || wait.Start < cycle.FinishedAt) ? cycle.Objective.PauseFor(wait.Reason) : null;
}

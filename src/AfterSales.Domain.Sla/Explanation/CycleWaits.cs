using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Judges each wait of a cycle: counted, cut by its cap, too late, or no pause at all.</summary>
internal static class CycleWaits
{
    internal static IReadOnlyList<CycleWait> Of(SlaCycle cycle)
    {
        CycleState state = cycle.Underlying;
        List<CycleWait> judged = [];
        foreach (TrackedWait wait in cycle.TrackedWaits ?? [])
        {
            if (wait.End > state.Start && (state.IsOpen || wait.Start < state.FinishedAt))
            {
                judged.Add(Judge(cycle, wait));
            }
        }

        return judged;
    }

    private static CycleWait Judge(SlaCycle cycle, in TrackedWait wait)
    {
        CycleState state = cycle.Underlying;
        Instant start = Instant.Max(wait.Start, state.Start);
        Instant? end = !wait.IsOpen || !state.IsOpen ? Instant.Min(wait.End, state.IsOpen ? wait.End : state.FinishedAt) : null;
        DeadlineRule? rule = cycle.IsCovered ? Explainer.Deciding(cycle, cycle.Taken) : null;
        if (rule is null or AppointmentRule || state.Objective.PauseFor(wait.Reason) is not { } pause)
        {
            return new CycleWait(wait.Reason, start, end, WaitVerdict.NotAPause, Duration.Zero);
        }

        if (CycleJudge.DueWithoutFloor(state, cycle.End, cycle.TrackedWaits) is { IsSet: true } due && start > due.At)
        {
            return new CycleWait(wait.Reason, start, end, WaitVerdict.AfterDue, Duration.Zero);
        }

        Instant seenEnd = end ?? cycle.End;
        Duration counted = Duration.Zero;
        foreach ((Instant from, Instant to) in HeldSpans.Of(SpansOfReason(state, pause, cycle.TrackedWaits), state.Start, Explainer.UnitOf(rule, state.Calendar!)))
        {
            Instant first = Instant.Max(from, start);
            Instant last = Instant.Min(to, seenEnd);
            counted += last > first ? last - first : Duration.Zero;
        }

        return new CycleWait(wait.Reason, start, end, counted < seenEnd - start ? WaitVerdict.CapUsedUp : WaitVerdict.Counted, counted);
    }

    private static WaitSpan[] SpansOfReason(CycleState state, Pause pause, List<TrackedWait>? waits) =>
        Array.FindAll(CycleJudge.WaitsOf(state, waits), span => span.Pause.HasReasonOf(pause));
}

using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Judges each wait of a cycle: counted, cut by its cap, too late, or no pause at all.</summary>
internal static class CycleWaits
{
    internal static IReadOnlyList<CycleWait> Of(SlaCycle cycle)
    {
        CycleState state = cycle.Underlying;
        HoldTrace? trace = null;
        List<CycleWait> judged = [];
        foreach (TrackedWait wait in cycle.TrackedWaits ?? [])
        {
            if (wait.End > state.Start && (state.IsOpen || wait.Start < state.FinishedAt))
            {
                judged.Add(Judge(cycle, wait, trace ??= cycle.Trace()));
            }
        }

        return judged;
    }

    private static CycleWait Judge(SlaCycle cycle, in TrackedWait wait, HoldTrace trace)
    {
        CycleState state = cycle.Underlying;
        Instant start = Instant.Max(wait.Start, state.Start);
        Instant? end = !wait.IsOpen || !state.IsOpen ? Instant.Min(wait.End, state.IsOpen ? wait.End : state.FinishedAt) : null;
        if (trace.WithinCaps.Count == 0 || state.Objective.PauseFor(wait.Reason) is not { } pause)
        {
            return new CycleWait(wait.Reason, start, end, WaitVerdict.NotAPause, Duration.Zero);
        }

        Instant seenEnd = end ?? cycle.End;
        List<(Instant Start, Instant End)> withinCap = [.. trace.WithinCaps
            .Where(span => span.Pause.HasReasonOf(pause) && span.Start <= start && span.End > start)
            .Select(span => (start, Instant.Min(span.End, seenEnd)))];
        List<(Instant Start, Instant End)> held = HeldSpans.Unite([.. withinCap.SelectMany(span => trace.United()
            .Where(counted => counted.Start <= span.End && counted.End >= span.Start)
            .Select(counted => (Instant.Max(counted.Start, span.Start), Instant.Min(counted.End, span.End))))]);
        bool isAfterDue = withinCap.Count > 0 ? held.Count == 0 : cycle.Due is { IsSet: true } due && start > due.At;
        if (isAfterDue)
        {
            return new CycleWait(wait.Reason, start, end, WaitVerdict.AfterDue, Duration.Zero);
        }

        Duration length = held.Aggregate(Duration.Zero, (sum, span) => sum + (span.End - span.Start));
        return new CycleWait(wait.Reason, start, end, length < seenEnd - start ? WaitVerdict.CapUsedUp : WaitVerdict.Counted, length);
    }
}

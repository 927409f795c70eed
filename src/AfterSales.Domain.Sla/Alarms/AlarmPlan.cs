using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>When the alarms of a cycle are planned for, as seen from an instant.</summary>
internal static class AlarmPlan
{
    /// <summary>The planned instant; null while nothing is due, or while a wait that counts holds it (without a cap that will have ended by <paramref name="asOf"/>).</summary>
    internal static Instant? Of(CycleState cycle, Alarm alarm, Instant asOf, List<TrackedWait>? waits)
    {
        if (cycle.Coverage != CoverageKind.Covered || !cycle.IsOpen)
        {
            return null;
        }

        return alarm.Kind switch
        {
            AlarmKind.CapUsedUp => CapEnd(cycle, waits) is { } end && end <= asOf ? end : null,
            AlarmKind.Percent => Part(cycle, asOf, waits, allowance => Share(allowance, alarm.Percent), (start, due) => start + Share(due - start, alarm.Percent)),
            AlarmKind.BeforeDue => Part(cycle, asOf, waits, allowance => allowance - alarm.Offset, (start, due) => alarm.Offset < due - start ? due - alarm.Offset : start),
            AlarmKind.AfterDue => Unheld(CycleJudge.Outcome(cycle, asOf, waits)) is { } due ? UnitOf(cycle).Add(due, alarm.Offset) : null,
            _ => Unheld(CycleJudge.Outcome(cycle, asOf, waits)),
        };
    }

    private static Duration Share(Duration whole, int percent) =>
        Duration.FromNanoseconds(whole.ToBigIntegerNanoseconds() * percent / 100);

    private static Instant? Unheld(in RuleOutcome outcome) => outcome.Due.IsSet && outcome.HeldUntil is null ? outcome.Due.At : null;

    private static TimeUnit UnitOf(CycleState cycle) => cycle.Target!.Rule!.Taken(cycle.Start, cycle.Calendar!).Unit(cycle.Calendar!);

    private static Instant? Part(
        CycleState cycle, Instant asOf, List<TrackedWait>? waits, Func<Duration, Duration> ofAllowance, Func<Instant, Instant, Instant> ofClock)
    {
        if (CycleJudge.OutcomeWithAllowance(cycle, asOf, waits, ofAllowance) is { } part)
        {
            return Unheld(part);
        }

        // Clock time from start to due may point into a wait that has held the due since; then the end of that wait is the first instant it can fire at.
        RuleOutcome outcome = CycleJudge.Outcome(cycle, asOf, waits);
        return Unheld(outcome) is { } due ? Instant.Max(ofClock(cycle.Start, due), outcome.LastHold ?? cycle.Start) : null;
    }

    /// <summary>When the cap of a wait that goes on is used up, seen from the end of time: the latest hold that ends by its cap.</summary>
    private static Instant? CapEnd(CycleState cycle, List<TrackedWait>? waits)
    {
        if (waits is null || !HasOpenWait(cycle, waits))
        {
            return null;
        }

        RuleOutcome outcome = CycleJudge.Outcome(cycle, Instant.MaxValue, waits);
        return outcome.HeldUntil is null && outcome.LastHold is { } end && end < Instant.MaxValue && !IsEndOfWait(cycle, waits, end) ? end : null;
    }

    private static bool HasOpenWait(CycleState cycle, List<TrackedWait> waits) => Array.Exists(CycleJudge.WaitsOf(cycle, waits), wait => wait.End == Instant.MaxValue);

    private static bool IsEndOfWait(CycleState cycle, List<TrackedWait> waits, Instant end) => Array.Exists(CycleJudge.WaitsOf(cycle, waits), wait => wait.End == end);
}

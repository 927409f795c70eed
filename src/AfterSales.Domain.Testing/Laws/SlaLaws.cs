using AfterSales.Domain.Sla;
using FsCheck.Fluent;

namespace AfterSales.Domain.Testing;

/// <summary>The laws of clocks and alarms, for your own policy in one line: <c>SlaLaws.HoldFor(ourPolicy)</c>.</summary>
/// <remarks>
/// <para>
/// The cases are histories in the words of your policy (<see cref="SlaGenerators.HistoriesOf"/>). The laws hold for every policy by construction; one that does
/// not hold is a fault of this library, and its counterexample is what to report. What a policy itself may get wrong, <see cref="PolicyLaws"/> tells; what yours
/// has to keep beyond that, say as a <see cref="Law{T}"/> of your own.
/// </para>
/// <para>The methods are safe for use by several threads.</para>
/// </remarks>
public static class SlaLaws
{
    /// <summary>Gets every law.</summary>
    public static IReadOnlyList<Law<TrackedHistory>> All { get; } =
    [
        new("tracking event by event gives what tracking all at once gives", ClockLaws.IncrementalIsBatch),
        new("a tracker that is saved and loaded after any event goes on as if it had not been", StorageLaws.TrackersSurvive),
        new("a policy and a history that are written as JSON and read back give the same clocks", StorageLaws.DocumentsSurvive),
        new("time and later events never unbreach", ClockLaws.NothingUnbreaches),
        new("nothing breaches inside a wait that counts", ClockLaws.NothingBreachesInAWait),
        new("between two events, while nobody waits, what is left never grows", ClockLaws.WhatIsLeftNeverGrows),
        new("signals that no objective knows change nothing", ClockLaws.UnknownSignalsChangeNothing),
        new("objectives are independent of each other", ClockLaws.ObjectivesAreIndependent),
        new("an event starts one cycle of an objective at most", ClockLaws.AnEventStartsOneCycle),
        new("later events keep finished cycles", ClockLaws.FinishedCyclesStay),
        new("no event moves a due to before itself", ClockLaws.DuesNeverMoveBeforeTheEvent),
        new("over adjoining windows alarms add up, and each fires once", AlarmLaws.WindowsAddUp),
        new("a host that polls at odd moments sends each alarm once, though events are recorded late", AlarmLaws.PollingSendsEachOnce),
        new("the next alarm is the next to fire when nothing more happens", AlarmLaws.NextIsNext),
        new("the spans of an explanation lie without a gap from start to due", ExplanationLaws.SpansAreGapless),
        new("counted spans add up to the allowance of a rule whose due nothing has moved", ExplanationLaws.CountedIsTheAllowance),
    ];

    /// <summary>Tries every law on a policy, each on <see cref="LawRun.Default"/> many histories.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    public static void HoldFor(SlaPolicy policy) => HoldFor(policy, LawRun.Default);

    /// <summary>Tries every law on a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="run">How many cases, and which.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void HoldFor(SlaPolicy policy, LawRun run) => HoldFor(policy, All, run);

    /// <summary>Tries a law of your own on a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="law">What has to be true of every history.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">The law does not hold.</exception>
    public static void HoldFor(SlaPolicy policy, Law<TrackedHistory> law) => HoldFor(policy, [law], LawRun.Default);

    /// <summary>Tries laws on a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="laws">What has to be true of every history.</param>
    /// <param name="run">How many cases, and which.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void HoldFor(SlaPolicy policy, IEnumerable<Law<TrackedHistory>> laws, LawRun run)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(run);
        LawRunner.Hold(laws, Arb.From(SlaGenerators.TrackedHistoriesOf(policy), HistoryShrinker.Smaller), run);
    }
}

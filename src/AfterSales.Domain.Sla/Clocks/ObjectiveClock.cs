using System.Numerics;
using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The cycles of one objective for one ticket, changed by one event at a time.</summary>
internal sealed class ObjectiveClock
{
    private readonly ClockEngine _engine;
    private List<CycleState>? _earlier;
    private bool _isBlocked;

    internal ObjectiveClock(ClockEngine engine, Objective objective)
    {
        _engine = engine;
        Objective = objective;
    }

    internal Objective Objective { get; }

    internal CycleState? Current { get; private set; }

    /// <summary>Gets the number of cycles, skipped and uncovered ones too.</summary>
    internal int Count => (_earlier?.Count ?? 0) + (Current is null ? 0 : 1);

    /// <summary>Adds the cycles that have something to say, in the order of their starts.</summary>
    internal void AddShownTo(List<CycleState> cycles)
    {
        foreach (CycleState earlier in _earlier ?? [])
        {
            if (earlier.IsShown)
            {
                cycles.Add(earlier);
            }
        }

        if (Current is { IsShown: true })
        {
            cycles.Add(Current);
        }
    }

    internal CycleState CycleAt(int index) => index < (_earlier?.Count ?? 0) ? _earlier![index] : Current!;

    internal ObjectiveClock Copy(ClockEngine engine) => new(engine, Objective)
    {
        // Cycles that lie behind do not change any more.
        _earlier = _earlier is null ? null : [.. _earlier],
        _isBlocked = _isBlocked,
        Current = Current?.Copy(),
    };

    /// <summary>Within one event: end and cancel, then stop, then what the event starts, be it as a reopening or as a start; so it starts one cycle at most.</summary>
    internal void Signal(SignalEvent happened)
    {
        Signal signal = happened.Signal;
        bool isReopening = signal == Sla.Signal.Reopened;
        bool wasFinished = Current is { IsOpen: false };
        _isBlocked &= !isReopening;

        if (Objective.Ends.Contains(signal))
        {
            _isBlocked = true;
            Finish(CycleFinish.Ended, happened);
        }

        if (Objective.Cancels.Contains(signal))
        {
            _isBlocked = true;
            Finish(CycleFinish.Cancelled, happened);
        }

        if (Objective.Stops.Contains(signal))
        {
            Finish(CycleFinish.Stopped, happened);
        }

        if (isReopening && wasFinished && !_isBlocked)
        {
            Reopen(Current!, happened);
        }

        if (Objective.Starts.Contains(signal))
        {
            StartBy(happened);
        }
    }

    internal void Reclassify(ReclassifiedEvent change)
    {
        if (Current is not { IsSkipped: false } cycle)
        {
            return;
        }

        if (cycle.Coverage != CoverageKind.Covered)
        {
            Recover(cycle, change.At);
            return;
        }

        if (cycle.IsOpen && !IsFrozen(cycle, change.At))
        {
            Reclassify(cycle, change);
        }
    }

    /// <summary>Gives an open cycle the target that the request has by now.</summary>
    private void Reclassify(CycleState cycle, SlaEvent change)
    {
        Coverage coverage = CoverageAt(change.At);
        if (coverage.Kind != CoverageKind.Covered)
        {
            cycle.Uncover(coverage, change.At);
        }
        else if (!cycle.Target!.Equals(coverage.Target) || !cycle.Calendar!.Equals(coverage.Calendar))
        {
            ChangeRule(cycle, coverage, change);
        }
    }

    /// <summary>A calendar was published: an open cycle that counts by it changes.</summary>
    internal void Publish(Instant at)
    {
        if (Current is not { IsOpen: true, Coverage: CoverageKind.Covered } cycle)
        {
            return;
        }

        BusinessCalendar? calendar = _engine.Book.Find(cycle.Target!.Calendar, _engine.Request, at, out _);
        if (calendar is not null && !calendar.Equals(cycle.Calendar) && !IsFrozen(cycle, at))
        {
            cycle.ChangeCalendar(calendar, at);
        }
    }

    /// <summary>A wait begins: a cycle that is late by then stays so, also if the wait would still count in another part of its rule.</summary>
    internal void Wait(WaitBegunEvent begun)
    {
        if (Current is { IsOpen: true, Coverage: CoverageKind.Covered } cycle && Objective.PauseFor(begun.Reason) is not null)
        {
            _ = IsFrozen(cycle, begun.At);
        }
    }

    internal void Appoint(Instant appointment, Instant at)
    {
        if (Current is not { IsOpen: true } cycle || cycle.Appointment == appointment)
        {
            return;
        }

        if (cycle.Coverage != CoverageKind.Covered || !cycle.Target!.Rule!.UsesAppointment)
        {
            cycle.Appoint(appointment);
        }
        else if (!IsFrozen(cycle, at))
        {
            cycle.ChangeAppointment(appointment, at);
        }
    }

    private Coverage CoverageAt(Instant at) => Coverage.Of(Objective, _engine.Request, _engine.Book, at);

    /// <summary>Judges a cycle without a target anew: from its original start with all signals since, so that an earlier stop has met it.</summary>
    private void Recover(CycleState cycle, Instant at)
    {
        if (cycle.Finish is not (CycleFinish.Open or CycleFinish.Stopped))
        {
            return;
        }

        Coverage coverage = CoverageAt(at);
        if (coverage.Kind == CoverageKind.Covered)
        {
            cycle.Change(coverage, at);
        }
        else if (cycle.WasCovered)
        {
            cycle.Uncover(coverage, cycle.Extra?.UncoveredAt ?? at);
        }
        else
        {
            cycle.Cover(coverage);
        }
    }

    private void ChangeRule(CycleState cycle, in Coverage coverage, SlaEvent change)
    {
        if (Objective.ReclassifyMode == ReclassifyMode.KeepStart || change.At == cycle.Start)
        {
            cycle.Change(coverage, change.At);
        }
        else if (Objective.ReclassifyMode == ReclassifyMode.Restart)
        {
            cycle.FinishAs(CycleFinish.Restarted, change);
            Begin(change);
        }
        else if (Proportions(cycle, coverage, change.At) is { } parts)
        {
            cycle.ChangeProportionally(coverage, change.At, parts.Used, parts.Allowance);
        }
        else
        {
            cycle.Change(coverage, change.At);
        }
    }

    /// <summary>
    /// What the open segment used, and what the share still left of the old allowance is of the new one, rounded up to a nanosecond; null unless both rules
    /// have an allowance.
    /// </summary>
    private (Duration Used, Duration Allowance)? Proportions(CycleState cycle, in Coverage coverage, Instant at)
    {
        DeadlineRule old = cycle.Target!.Rule!.Taken(cycle.Start, cycle.Calendar!);
        Duration? next = coverage.Target!.Rule!.Taken(cycle.Start, coverage.Calendar!).Allowance;
        RuleOutcome outcome = CycleJudge.Outcome(cycle, at, _engine.Waits);
        if (old.Allowance is not { } whole || next is not { } wanted || !outcome.Due.IsSet)
        {
            return null;
        }

        Duration left = old.Unit(cycle.Calendar!).Measure(at, outcome.Due.At);
        BigInteger share = left.ToBigIntegerNanoseconds() * wanted.ToBigIntegerNanoseconds();
        BigInteger rounded = BigInteger.DivRem(share, whole.ToBigIntegerNanoseconds(), out BigInteger rest);
        Duration used = (cycle.Extra?.Segment?.Allowance ?? whole) - left;
        return (used, Duration.FromNanoseconds(rest.IsZero ? rounded : rounded + 1));
    }

    private void Reopen(CycleState cycle, SignalEvent reopened)
    {
        if (Objective.ReopenMode == ReopenMode.NewCycle)
        {
            Begin(reopened);
        }
        else if (Objective.ReopenMode == ReopenMode.Resume && cycle.Finish != CycleFinish.Restarted && !WasLate(cycle))
        {
            cycle.Resume(reopened.At);
            CatchUp(cycle, reopened);
        }
    }

    /// <summary>What was agreed, published or reclassified while the cycle was finished takes effect when it is opened again.</summary>
    private void CatchUp(CycleState cycle, SignalEvent reopened)
    {
        cycle.Appoint(_engine.Appointment);
        if (cycle.Coverage != CoverageKind.Covered)
        {
            return;
        }

        if (_engine.Book.Find(cycle.Target!.Calendar, cycle.Request!, reopened.At, out _) is { } published && !published.Equals(cycle.Calendar))
        {
            cycle.ChangeCalendar(published, reopened.At);
        }

        // An appointment that passed meanwhile, which no pause moves.
        if (CycleJudge.IsLate(CycleJudge.Outcome(cycle, reopened.At, _engine.Waits), reopened.At))
        {
            cycle.MoveDueTo(reopened.At);
        }

        Reclassify(cycle, reopened);
    }

    private bool WasLate(CycleState cycle) =>
        cycle.Coverage == CoverageKind.Covered && CycleJudge.IsLate(CycleJudge.Outcome(cycle, cycle.FinishedAt, _engine.Waits), cycle.FinishedAt);

    private void Finish(CycleFinish finish, SignalEvent happened)
    {
        if (Current is { IsOpen: true } cycle)
        {
            cycle.FinishAs(finish, happened);
        }
    }

    private void StartBy(SignalEvent happened)
    {
        if (_isBlocked)
        {
            return;
        }

        if (Current is null || (Objective.Repetition == Repetition.EachStart && !Current.IsOpen))
        {
            Begin(happened);
        }
        else if (Objective.Repetition == Repetition.Once && Current.StartedBy != happened.Id)
        {
            _engine.Ignore(happened, IgnoredReason.SecondStart, Objective.Name);
        }
    }

    private void Begin(SlaEvent by)
    {
        bool isFirst = Current is null;
        if (Current is not null)
        {
            (_earlier ??= []).Add(Current);
        }

        Current = new CycleState(Objective, by) { IsSkipped = isFirst && Objective.SkipsFirstCycle };
        Current.Appoint(_engine.Appointment);
        if (!Current.IsSkipped)
        {
            Current.Cover(CoverageAt(by.At));
        }
    }

    private bool IsFrozen(CycleState cycle, Instant at)
    {
        if (cycle.Frozen is null && CycleJudge.Outcome(cycle, at, _engine.Waits) is var outcome && CycleJudge.IsLate(outcome, at))
        {
            cycle.Freeze(outcome.Due.At);
        }

        return cycle.Frozen is not null;
    }
}

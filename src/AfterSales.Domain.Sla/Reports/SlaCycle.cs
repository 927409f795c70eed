using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>One run of an objective's clock, from a start to its stop, as seen from an instant.</summary>
/// <remarks>
/// Figures are those of the instant the report is of; for a finished cycle those of its end. In a duration rule (elapsed time, open time, or the branch of
/// either that an IfOpen takes) there are <see cref="Allowance"/>, <see cref="Used"/> and <see cref="Left"/>, counted in the rule's unit; in all others only
/// <see cref="UntilDue"/>, in clock time. Immutable and thread-safe.
/// </remarks>
public sealed class SlaCycle
{
    private const int MaximumPeriods = 10_000;

    private readonly SlaPolicy _policy;
    private readonly CycleState _cycle;
    private readonly List<TrackedWait>? _waits;
    private readonly Instant _asOf;
    private readonly DueResult _due;

    internal SlaCycle(SlaPolicy policy, CycleState cycle, List<TrackedWait>? waits, Instant asOf)
    {
        _policy = policy;
        _cycle = cycle;
        _waits = waits;
        _asOf = asOf;
        RuleOutcome outcome = cycle.Coverage == CoverageKind.Covered ? CycleJudge.Outcome(cycle, asOf, waits) : default;
        _due = outcome.Due;
        State = JudgeState(outcome);
    }

    /// <summary>Gets the objective.</summary>
    public Objective Objective => _cycle.Objective;

    /// <summary>Gets the target that holds, or held until a reclassification left the cycle without a deadline; null when none ever did.</summary>
    public Target? Target => _cycle.Target;

    /// <summary>Gets the calendar it counts by, or counted by until a reclassification left it without a deadline; null when there never was one.</summary>
    public BusinessCalendar? Calendar => _cycle.Calendar;

    /// <summary>Gets the event that started it.</summary>
    public EventId StartedBy => _cycle.StartedBy;

    /// <summary>Gets when it started.</summary>
    public Instant Start => _cycle.Start;

    /// <summary>Gets when it was stopped, cancelled or ended; null while it is open.</summary>
    public Instant? FinishedAt => _cycle.IsOpen ? null : _cycle.FinishedAt;

    /// <summary>Gets when a cycle that was resumed after a reopening was first stopped; null for all others.</summary>
    public Instant? FirstStop => _cycle.Extra?.FirstStop;

    /// <summary>Gets how it stands.</summary>
    public ClockState State { get; }

    /// <summary>Gets the due, or why there is none; null while there is no deadline (exempt, not covered).</summary>
    public DueResult? Due => IsCovered ? _due : null;

    /// <summary>Gets the instant before which the due was not moved by the last event that changed it; null when no event did.</summary>
    public Instant? NotBefore => IsCovered ? _cycle.Floor : null;

    /// <summary>Gets the allowance of a duration rule, in its unit; null for all others.</summary>
    public Duration? Allowance => IsCovered ? Taken.Allowance : null;

    /// <summary>Gets what is used of the allowance; more than it when late. Null without an allowance.</summary>
    public Duration? Used => Allowance - Left;

    /// <summary>Gets what is left of the allowance, negative when late, in the rule's unit. Null without an allowance.</summary>
    public Duration? Left => Allowance is not null && _due.IsSet ? Taken.Unit(_cycle.Calendar!).Measure(End, _due.At) : null;

    /// <summary>Gets the clock time until the due, negative when late; null without a due.</summary>
    public Duration? UntilDue => IsCovered && _due.IsSet ? _due.At - End : null;

    /// <summary>
    /// Gets how many deadlines were missed: how often the rule, applied again from its own due, lies before the stop (or by now). Zero when not late; at most
    /// 10,000 are counted.
    /// </summary>
    public int PeriodsMissed
    {
        get
        {
            int missed = 0;
            DueResult due = State is BreachedState breach ? DueResult.Set(breach.Due) : default;
            while (due.IsSet && due.At < End && missed < MaximumPeriods)
            {
                missed++;
                DueResult next = Target!.Rule!.Due(due.At, Calendar!);

                // On a night shift a time of the next working day may lie before the start: then the rule is due at once, and no further period follows.
                due = next.IsSet && next.At > due.At ? next : default;
            }

            return missed;
        }
    }

    /// <summary>Gets the waits within the cycle, in the order in which they began, each with whether it paused the clock; computed at each call.</summary>
    public IReadOnlyList<CycleWait> Waits => CycleWaits.Of(this);

    internal CycleState Underlying => _cycle;

    internal List<TrackedWait>? TrackedWaits => _waits;

    internal bool IsCovered => _cycle.Coverage == CoverageKind.Covered;

    /// <summary>Gets the instant that figures are of: the end of a finished cycle, else that of the report.</summary>
    internal Instant End => _cycle.IsOpen ? _asOf : _cycle.FinishedAt;

    /// <summary>What held the due from the start on; nothing while there is no deadline.</summary>
    internal HoldTrace Trace()
    {
        HoldTrace trace = IsCovered ? CycleJudge.TraceOf(_cycle, Taken, _asOf, _waits) : new HoldTrace();
        foreach (CycleSegment earlier in _cycle.Extra?.EarlierSegments ?? [])
        {
            trace.Counted.AddRange(CycleJudge.TraceOf(_cycle, earlier, _waits).Counted);
        }

        return trace;
    }

    internal DeadlineRule Taken => _cycle.Target!.Rule!.Taken(_cycle.Start, _cycle.Calendar!);

    /// <summary>Explains why this target, why this instant, and why not sooner.</summary>
    /// <param name="zone">The zone that sentences give instants in.</param>
    /// <returns>The explanation as data; its text is sentences in English or Simplified Chinese.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public Explanation Explain(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Explainer.Explain(_policy, this, zone);
    }

    /// <summary>Returns objective, target and state.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Target is null ? $"{Objective.Name}: {State}" : $"{Objective.Name} / {Target.Name}: {State}";

    private ClockState JudgeState(in RuleOutcome outcome)
    {
        if (!IsCovered)
        {
            return _cycle.WasCovered ? new CancelledState(_cycle.Extra!.UncoveredAt!.Value, by: null, _cycle.NoDeadline)
                : _cycle.Coverage == CoverageKind.Exempt ? new ExemptState(_cycle.NoDeadline!)
                : new NotCoveredState(_cycle.NoDeadline!);
        }

        bool isLate = CycleJudge.IsLate(outcome, End);
        return _cycle.Finish switch
        {
            CycleFinish.Open when outcome.HeldUntil is { } until => Paused(until),
            CycleFinish.Open => isLate ? new BreachedState(_due.At, at: null, _asOf) : new RunningState(_due, LeftToShow),
            CycleFinish.Stopped when !_due.IsSet => new EndedState(EndReason.NothingDue, _cycle.FinishedAt, _cycle.FinishedBy),
            CycleFinish.Stopped => isLate
                ? new BreachedState(_due.At, _cycle.FinishedAt, _cycle.FinishedAt)
                : new MetState(_due.At, _cycle.FinishedAt),
            _ when isLate => new BreachedState(_due.At, at: null, _cycle.FinishedAt),
            CycleFinish.Cancelled => new CancelledState(_cycle.FinishedAt, _cycle.FinishedBy, reason: null),
            CycleFinish.Ended => new EndedState(EndReason.EndSignal, _cycle.FinishedAt, _cycle.FinishedBy),
            _ => new EndedState(EndReason.Reclassified, _cycle.FinishedAt, by: null),
        };
    }

    private Duration? LeftToShow => Left ?? UntilDue;

    private PausedState Paused(Instant until)
    {
        HoldTrace trace = Trace();
        Instant since = trace.United().Find(span => span.Start <= _asOf && _asOf <= span.End).Start;
        WaitReason[] reasons = [.. trace.WithinCaps.Where(wait => wait.Start <= _asOf && _asOf < wait.End).Select(wait => wait.Pause.Reason).Distinct()];
        return new PausedState(since, reasons, _due, LeftToShow, until == Instant.MaxValue ? null : until);
    }
}

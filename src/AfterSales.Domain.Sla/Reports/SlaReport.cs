using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Every clock of one ticket under one policy, as seen from an instant.</summary>
/// <remarks>Lists, states and reasons are made when they are asked for. Immutable and thread-safe.</remarks>
public sealed class SlaReport
{
    private readonly ClockEngine _engine;
    private readonly SlaHistory? _history;
    private readonly IReadOnlyList<IgnoredEvent> _unamendable;

    private SlaReport(SlaPolicy policy, ClockEngine engine, SlaHistory? history, Instant asOf, IReadOnlyList<IgnoredEvent> unamendable)
    {
        Policy = policy;
        _engine = engine;
        _history = history;
        AsOf = asOf;
        _unamendable = unamendable;
    }

    /// <summary>Gets the policy.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets the instant it is seen from.</summary>
    public Instant AsOf { get; }

    /// <summary>Gets what happened to the ticket; null for a tracker that has applied no event.</summary>
    public SlaHistory? History => _history;

    /// <summary>Gets a value indicating whether this is a test ticket, which has no clocks.</summary>
    public bool IsTest => _history is { IsTest: true };

    /// <summary>Gets the objectives of the policy with their cycles, in the policy's order; made anew at each call.</summary>
    public IReadOnlyList<ObjectiveReport> Objectives
    {
        get
        {
            List<CycleState> scratch = [];
            ObjectiveReport[] reports = new ObjectiveReport[_engine.Clocks.Length];
            for (int i = 0; i < reports.Length; i++)
            {
                reports[i] = Of(_engine.Clocks[i], scratch);
            }

            return Array.AsReadOnly(reports);
        }
    }

    /// <summary>Gets the events that clocks took no notice of, with the reason; in the order of their instants.</summary>
    public IReadOnlyList<IgnoredEvent> Ignored => [.. _engine.Ignored.Concat(_unamendable).OrderBy(one => one.Event.At)];

    /// <summary>Gets the appointments agreed by then, in order: each after the first moved the one before it. Empty for a tracker without events.</summary>
    public IReadOnlyList<AppointmentAgreedEvent> Appointments =>
        _history is null ? [] : [.. _history.Judged(AsOf).OfType<AppointmentAgreedEvent>()];

    /// <summary>Gets the same report without the amendments known by <see cref="AsOf"/>: the figures as they stood; this report when there are none.</summary>
    public SlaReport Unamended => _history is { HasAmendments: true } ? Of(Policy, _history.WithoutAmendments(), AsOf) : this;

    /// <summary>Gets the next instant for which an alarm is planned if nothing more happens: what a scheduler has to wait for. Null when there is none.</summary>
    public Instant? NextAlarm => PlannedAlarms is [var next, ..] ? next.At : null;

    /// <summary>Gets the alarms that will fire after <see cref="AsOf"/> if nothing more happens, in order; computed at each call.</summary>
    public IReadOnlyList<PlannedAlarm> PlannedAlarms =>
        _history is null ? [] : [.. AlarmLog.PlannedAfter(_engine, AsOf, AlarmLog.FiredThrough(Policy, _history, AsOf))];

    internal ReadOnlySpan<ObjectiveClock> Clocks => _engine.Clocks;

    internal List<TrackedWait>? Waits => _engine.Waits;

    internal int IgnoredCount => _engine.Ignored.Count + _unamendable.Count;

    /// <summary>Gets the objective of a name with its cycles.</summary>
    /// <param name="objective">The name.</param>
    /// <returns>The objective's report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The policy has no such objective; the message names those it has.</exception>
    public ObjectiveReport this[string objective]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(objective);
            foreach (ObjectiveClock clock in _engine.Clocks)
            {
                if (string.Equals(clock.Objective.Name, objective, StringComparison.Ordinal))
                {
                    return Of(clock, []);
                }
            }

            throw new KeyNotFoundException($"The policy {Policy.Name} has no objective \"{objective}\"; it has {string.Join(", ", Policy.Objectives.Select(one => one.Name))}.");
        }
    }

    /// <summary>
    /// Gets the alarms that fired in a window: each once, at the first instant at which its planned instant had come and its cycle was open, judged by what
    /// was known then. Over adjoining windows it is additive, so a host that asks from its last look to now sends each alarm exactly once.
    /// </summary>
    /// <param name="afterExclusive">The beginning; the window's first instant lies after it.</param>
    /// <param name="throughInclusive">The end; at or before <see cref="AsOf"/>.</param>
    /// <returns>The alarms in the order in which they fired; those of one instant in the policy's order, as one batch.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="throughInclusive"/> lies before <paramref name="afterExclusive"/> or after <see cref="AsOf"/>.</exception>
    public IReadOnlyList<PlannedAlarm> AlarmsBetween(Instant afterExclusive, Instant throughInclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(throughInclusive, afterExclusive);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(throughInclusive, AsOf);
        return _history is null ? [] : [.. AlarmLog.FiredThrough(Policy, _history, throughInclusive).Where(alarm => alarm.At > afterExclusive)];
    }

    /// <summary>Returns the state of each objective, one to a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("\n", Objectives);

    internal static SlaReport Of(SlaPolicy policy, SlaHistory history, Instant asOf)
    {
        ClockEngine engine = new(policy);
        List<IgnoredEvent>? unamendable = null;
        if (!history.IsTest)
        {
            if (history.HasAmendments)
            {
                unamendable = [];
                Run(engine, history.Judged(asOf, unamendable).ToArray(), asOf);
            }
            else
            {
                Run(engine, history.Span, asOf);
            }
        }

        return new SlaReport(policy, engine, history, asOf, unamendable is null ? [] : unamendable);
    }

    /// <summary>The report of a tracker; <paramref name="engine"/> belongs to it from now on.</summary>
    internal static SlaReport Of(SlaPolicy policy, ClockEngine engine, SlaHistory? history, Instant asOf, IReadOnlyList<IgnoredEvent> unamendable)
    {
        engine.AdvanceTo(asOf);
        return new SlaReport(policy, engine, history, asOf, unamendable);
    }

    private static void Run(ClockEngine engine, ReadOnlySpan<SlaEvent> events, Instant asOf)
    {
        foreach (SlaEvent one in events)
        {
            if (one.At > asOf)
            {
                break;
            }

            engine.Apply(one);
        }

        engine.AdvanceTo(asOf);
    }

    private ObjectiveReport Of(ObjectiveClock clock, List<CycleState> scratch)
    {
        scratch.Clear();
        clock.AddShownTo(scratch);
        SlaCycle[] cycles = new SlaCycle[scratch.Count];
        for (int i = 0; i < cycles.Length; i++)
        {
            cycles[i] = new SlaCycle(Policy, scratch[i], _engine.Waits, AsOf);
        }

        return new ObjectiveReport(clock.Objective, cycles.Length == 0 ? [] : Array.AsReadOnly(cycles));
    }
}

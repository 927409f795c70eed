using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Sla;

/// <summary>One clock definition: what starts it, what stops it, by when, for which requests, and what pauses it.</summary>
/// <remarks>
/// Within one event, ends and cancels act first, then stops, then a reopening, then starts: an event starts one cycle at most, and a reopening acts on a cycle
/// that had finished before it. After an end or a cancel nothing starts until the ticket is reopened by a signal that does not itself end or cancel the clock.
/// Requests outside <see cref="AppliesTo"/> have no such clock; inside it, a request that no target holds for is a gap in the policy.
/// Two are equal when all parts are. Immutable and thread-safe; each verb returns a changed copy.
/// </remarks>
public sealed class Objective : IEquatable<Objective>
{
    /// <summary>How many targets, alarms or pauses an objective may have of each: 256.</summary>
    public const int MaximumParts = 256;

    private readonly Parts _parts;

    /// <summary>Makes an objective that runs once, for all requests, and that nothing pauses.</summary>
    /// <param name="name">The name that stands in results; unique within its policy.</param>
    /// <param name="startsOn">The signal that starts it.</param>
    /// <param name="stopsOn">The signal that stops it.</param>
    /// <param name="targets">By when, for which requests; the first that holds counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="targets"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, there are no or more than <see cref="MaximumParts"/> targets, or two have one name.</exception>
    /// <exception cref="InvalidOperationException">A signal is the default value.</exception>
    public Objective(string name, Signal startsOn, Signal stopsOn, IEnumerable<Target> targets)
        : this(name, [startsOn], [stopsOn], targets)
    {
    }

    /// <summary>Makes an objective that runs once, for all requests, and that nothing pauses.</summary>
    /// <param name="name">The name that stands in results; unique within its policy.</param>
    /// <param name="startsOn">The signals that start it: one or more. One that also stops it makes a chain when the objective repeats.</param>
    /// <param name="stopsOn">The signals that stop it: one or more.</param>
    /// <param name="targets">By when, for which requests; the first that holds counts.</param>
    /// <exception cref="ArgumentNullException">An argument or one of its elements is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, a set of signals is, there are no or more than <see cref="MaximumParts"/> targets,
    /// or two have one name.</exception>
    /// <exception cref="InvalidOperationException">A signal is the default value.</exception>
    public Objective(string name, IEnumerable<Signal> startsOn, IEnumerable<Signal> stopsOn, IEnumerable<Target> targets)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(targets);
        Target[] list = [.. targets];
        CheckTargets(name, list);
        _parts = new Parts
        {
            Name = name,
            StartsOn = NonEmpty(SignalSet.Of(startsOn, nameof(startsOn)), nameof(startsOn)),
            StopsOn = NonEmpty(SignalSet.Of(stopsOn, nameof(stopsOn)), nameof(stopsOn)),
            Targets = Array.AsReadOnly(list),
        };
    }

    private Objective(Parts parts) => _parts = parts;

    /// <summary>Gets the name that stands in results.</summary>
    public string Name => _parts.Name;

    /// <summary>Gets the signals that start it.</summary>
    public IReadOnlyList<Signal> StartsOn => _parts.StartsOn.Signals;

    /// <summary>Gets the signals that stop it.</summary>
    public IReadOnlyList<Signal> StopsOn => _parts.StopsOn.Signals;

    /// <summary>Gets the signals that cancel it: the cycle counts neither as met nor as missed.</summary>
    public IReadOnlyList<Signal> CancelsOn => _parts.CancelsOn.Signals;

    /// <summary>Gets the signals that end it: an open cycle is ended, or breached if it is late.</summary>
    public IReadOnlyList<Signal> EndsOn => _parts.EndsOn.Signals;

    /// <summary>Gets by when, for which requests, in order: the first that holds counts.</summary>
    public IReadOnlyList<Target> Targets => _parts.Targets;

    /// <summary>Gets which requests have such a clock at all.</summary>
    public RequestCondition AppliesTo => _parts.AppliesTo;

    /// <summary>Gets which waits pause it.</summary>
    public IReadOnlyList<Pause> Pauses => _parts.Pauses;

    /// <summary>Gets its alarms, in the order given.</summary>
    public IReadOnlyList<Alarm> Alarms => _parts.Alarms;

    /// <summary>Gets whether it has one cycle or many.</summary>
    public Repetition Repetition => _parts.Repetition;

    /// <summary>Gets a value indicating whether the first cycle is left to another objective (first response against next reply).</summary>
    public bool SkipsFirstCycle => _parts.SkipsFirstCycle;

    /// <summary>Gets what a reclassification does to an open cycle.</summary>
    public ReclassifyMode ReclassifyMode => _parts.ReclassifyMode;

    /// <summary>Gets what reopening does to a finished cycle.</summary>
    public ReopenMode ReopenMode => _parts.ReopenMode;

    /// <summary>Gets whom it is promised to, or by whom.</summary>
    public Party Party => _parts.Party;

    /// <summary>Gets the name of the customer objective that this one must fit inside; null when there is none.</summary>
    public string? WithinObjective => _parts.WithinObjective;

    internal SignalSet Starts => _parts.StartsOn;

    internal SignalSet Stops => _parts.StopsOn;

    internal SignalSet Cancels => _parts.CancelsOn;

    internal SignalSet Ends => _parts.EndsOn;

    /// <summary>Says which requests have such a clock at all.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public Objective For(RequestCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Objective(_parts with { AppliesTo = condition });
    }

    /// <summary>Says whom it is promised to, or by whom.</summary>
    /// <param name="party">The party.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="party"/> is not one of the enumeration.</exception>
    public Objective For(Party party) => party is >= Party.Customer and <= Party.Supplier
        ? new Objective(_parts with { Party = party })
        : throw new ArgumentOutOfRangeException(nameof(party), party, "Allowed are Customer, Internal and Supplier.");

    /// <summary>Names the customer objective that this one must fit inside; the policy's verification compares them.</summary>
    /// <param name="objectiveName">Its name.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="objectiveName"/> is empty.</exception>
    public Objective Within(string objectiveName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectiveName);
        return new Objective(_parts with { WithinObjective = objectiveName });
    }

    /// <summary>Says which waits pause it.</summary>
    /// <param name="pauses">The reasons with their caps; each reason at most once.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A reason stands twice, or there are more than <see cref="MaximumParts"/>.</exception>
    public Objective PausedBy(params IEnumerable<Pause> pauses)
    {
        Pause[] list = Distinct(pauses, pause => pause.Reason.Name, nameof(pauses), "wait reason");
        return new Objective(_parts with { Pauses = Array.AsReadOnly(list) });
    }

    /// <summary>Gives it alarms.</summary>
    /// <param name="alarms">The alarms; each level at most once.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="alarms"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A level stands twice, or there are more than <see cref="MaximumParts"/>.</exception>
    public Objective WithAlarms(params IEnumerable<Alarm> alarms)
    {
        Alarm[] list = Distinct(alarms, alarm => alarm.Level, nameof(alarms), "alarm level");
        return new Objective(_parts with { Alarms = Array.AsReadOnly(list) });
    }

    /// <summary>Says which signals cancel it.</summary>
    /// <param name="signals">The signals.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signals"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A signal is the default value.</exception>
    public Objective CancelledOn(params IEnumerable<Signal> signals) => new(_parts with { CancelsOn = SignalSet.Of(signals, nameof(signals)) });

    /// <summary>Says which signals end it.</summary>
    /// <param name="signals">The signals.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signals"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A signal is the default value.</exception>
    public Objective EndedOn(params IEnumerable<Signal> signals) => new(_parts with { EndsOn = SignalSet.Of(signals, nameof(signals)) });

    /// <summary>Makes it start a new cycle at each start after a stop.</summary>
    /// <returns>A changed copy.</returns>
    public Objective Repeating() => new(_parts with { Repetition = Repetition.EachStart });

    /// <summary>Makes it repeat, and leaves the first cycle to another objective.</summary>
    /// <returns>A changed copy.</returns>
    public Objective FromSecondCycle() => new(_parts with { Repetition = Repetition.EachStart, SkipsFirstCycle = true });

    /// <summary>Says what a reclassification does to an open cycle; <see cref="ReclassifyMode.KeepStart"/> unless said.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the enumeration.</exception>
    public Objective OnReclassify(ReclassifyMode mode) => mode is >= ReclassifyMode.KeepStart and <= ReclassifyMode.Proportional
        ? new Objective(_parts with { ReclassifyMode = mode })
        : throw new ArgumentOutOfRangeException(nameof(mode), mode, "Allowed are KeepStart, Restart and Proportional.");

    /// <summary>Says what reopening does to a finished cycle; <see cref="ReopenMode.Ignore"/> unless said.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the enumeration.</exception>
    public Objective OnReopen(ReopenMode mode) => mode is >= ReopenMode.Ignore and <= ReopenMode.NewCycle
        ? new Objective(_parts with { ReopenMode = mode })
        : throw new ArgumentOutOfRangeException(nameof(mode), mode, "Allowed are Ignore, Resume and NewCycle.");

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other objective.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(Objective? other) =>
        other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Starts.Equals(other.Starts) && Stops.Equals(other.Stops) && Cancels.Equals(other.Cancels) && Ends.Equals(other.Ends)
        && AppliesTo.Equals(other.AppliesTo)
        && Targets.SequenceEqual(other.Targets) && Pauses.SequenceEqual(other.Pauses) && Alarms.SequenceEqual(other.Alarms)
        && Repetition == other.Repetition && SkipsFirstCycle == other.SkipsFirstCycle
        && ReclassifyMode == other.ReclassifyMode && ReopenMode == other.ReopenMode
        && Party == other.Party && string.Equals(WithinObjective, other.WithinObjective, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Objective);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Starts, Stops, Targets.Count, AppliesTo);

    /// <summary>Returns name, signals and targets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {Starts} → {Stops}; {string.Join("; ", Targets)}";

    internal Pause? PauseFor(WaitReason reason)
    {
        for (int i = 0; i < Pauses.Count; i++)
        {
            if (Pauses[i].IsFor(reason))
            {
                return Pauses[i];
            }
        }

        return null;
    }

    private static void CheckTargets(string name, Target[] targets)
    {
        if (targets.Length == 0)
        {
            throw new ArgumentException($"The objective {name} has no target; at least one is needed (Target.Exempt for deliberately no deadline).", nameof(targets));
        }

        Distinct(targets, target => target.Name, nameof(targets), "target");
    }

    private static SignalSet NonEmpty(SignalSet set, string parameterName) =>
        set.Signals.Count > 0 ? set : throw new ArgumentException("At least one signal is needed.", parameterName);

    private static T[] Distinct<T>(IEnumerable<T> items, Func<T, string> nameOf, string parameterName, string what)
    {
        ArgumentNullException.ThrowIfNull(items, parameterName);
        T[] list = [.. items];
        if (list.Length > MaximumParts)
        {
            throw new ArgumentException($"There are {list.Length}; at most {MaximumParts} are allowed.", parameterName);
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (T item in list)
        {
            ArgumentNullException.ThrowIfNull(item, parameterName);
            if (!names.Add(nameOf(item)))
            {
                throw new ArgumentException($"The {what} \"{nameOf(item)}\" stands twice; each may stand once.", parameterName);
            }
        }

        return list;
    }

    private sealed record Parts
    {
        internal string Name { get; init; } = "";

        internal SignalSet StartsOn { get; init; } = SignalSet.Empty;

        internal SignalSet StopsOn { get; init; } = SignalSet.Empty;

        internal SignalSet CancelsOn { get; init; } = SignalSet.Empty;

        internal SignalSet EndsOn { get; init; } = SignalSet.Empty;

        internal IReadOnlyList<Target> Targets { get; init; } = [];

        internal RequestCondition AppliesTo { get; init; } = RequestCondition.Any;

        internal IReadOnlyList<Pause> Pauses { get; init; } = [];

        internal IReadOnlyList<Alarm> Alarms { get; init; } = [];

        internal Repetition Repetition { get; init; }

        internal bool SkipsFirstCycle { get; init; }

        internal ReclassifyMode ReclassifyMode { get; init; }

        internal ReopenMode ReopenMode { get; init; }

        internal Party Party { get; init; }

        internal string? WithinObjective { get; init; }
    }
}

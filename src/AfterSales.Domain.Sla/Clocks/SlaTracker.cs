using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Follows one ticket event by event; at every point its report equals <see cref="SlaPolicy.Track"/> of all events so far.</summary>
/// <remarks>
/// An event costs time in proportion to the number of objectives; a reclassification or a reopening may look at the events of its instant again, and an
/// amendment runs through all events anew. Not thread-safe.
/// </remarks>
public sealed class SlaTracker
{
    private readonly List<SlaEvent> _events = [];
    private readonly HashSet<EventId> _ids = [];
    private ClockEngine _engine;
    private List<IgnoredEvent> _unamendable = [];

    internal SlaTracker(SlaPolicy policy)
    {
        Policy = policy;
        _engine = new ClockEngine(policy);
    }

    /// <summary>Gets the policy.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets the instant of the last event applied; null before the first.</summary>
    public Instant? LastAt => _events.Count == 0 ? null : _events[_events.Count - 1].At;

    /// <summary>Gets the number of events applied.</summary>
    public int Count => _events.Count;

    /// <summary>Makes a tracker that goes on where a snapshot was taken: from there on it answers as the saved one would have.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="policy">The policy that the saved tracker followed.</param>
    /// <returns>The tracker.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> or <paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="policy"/> has another name or version than the snapshot says. To go on under another version on
    /// purpose, start a tracker of it and apply the snapshot's events.</exception>
    public static SlaTracker From(SlaTrackerSnapshot snapshot, SlaPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(policy);
        if (!string.Equals(snapshot.Policy, policy.Name, StringComparison.Ordinal) || snapshot.PolicyVersion != policy.Version)
        {
            throw new ArgumentException(
                $"The snapshot follows {snapshot.Policy} v{snapshot.PolicyVersion}, and the policy is {policy.Name} v{policy.Version}: give the one that the saved tracker followed.",
                nameof(policy));
        }

        SlaTracker tracker = new(policy);
        foreach (SlaEvent one in snapshot.Events)
        {
            tracker.Apply(one);
        }

        return tracker;
    }

    /// <summary>Takes a snapshot to store; the tracker goes on unchanged.</summary>
    /// <returns>The policy by name and version, and the events so far.</returns>
    public SlaTrackerSnapshot ToSnapshot() => new(Policy.Name, Policy.Version, _events);

    /// <summary>Applies the next event.</summary>
    /// <param name="happened">The event; the first one opens the ticket.</param>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    /// <exception cref="ArgumentException">The first event does not open the ticket, a later one does, the event lies before the last one applied (rebuild the
    /// tracker from the log, normalised by <see cref="EventLog"/>), or its identifier was applied before. Nothing has changed then.</exception>
    public void Apply(SlaEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Check(happened);
        _events.Add(happened);
        _ids.Add(happened.Id);
        if (happened is AmendedEvent)
        {
            Rebuild();
        }
        else
        {
            _engine.Apply(happened);
        }
    }

    /// <summary>Computes every cycle of every objective, as of an instant.</summary>
    /// <param name="asOf">The instant to look from; at or after the last event applied.</param>
    /// <returns>The report; later events do not change it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies before the last event applied.</exception>
    public SlaReport Report(Instant asOf)
    {
        if (LastAt is { } last && asOf < last)
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The last event applied is at {last}; a report can be of that instant or later.");
        }

        SlaHistory? history = _events.Count == 0 ? null : SlaHistory.OfChecked(_events);
        return SlaReport.Of(Policy, _engine.Copy(), history, asOf, [.. _unamendable]);
    }

    private void Check(SlaEvent happened)
    {
        if (_events.Count == 0 != happened is OpenedEvent)
        {
            throw new ArgumentException(
                _events.Count == 0 ? $"The first event opens the ticket; {happened.Id} does not." : $"The ticket is open already; {happened.Id} opens it again.",
                nameof(happened));
        }

        if (LastAt is { } last && happened.At < last)
        {
            throw new ArgumentException(
                $"The event {happened.Id} at {happened.At} lies before the last one applied at {last}; rebuild the tracker from the sorted log.", nameof(happened));
        }

        if (_ids.Contains(happened.Id))
        {
            throw new ArgumentException($"An event {happened.Id} was applied before; identifiers are unique within a history.", nameof(happened));
        }
    }

    private void Rebuild()
    {
        _engine = new ClockEngine(Policy);
        _unamendable = [];
        foreach (SlaEvent one in Amendments.Resolve(_events, _unamendable))
        {
            _engine.Apply(one);
        }
    }
}

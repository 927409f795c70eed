using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>All that happened to one ticket, in order: what clocks are computed from.</summary>
/// <remarks>
/// Sorted by <see cref="SlaEvent.At"/>; events at the same instant act in the order in which they stand. It begins with the one
/// <see cref="OpenedEvent"/>; identifiers are unique. <see cref="EventLog.Normalise"/> makes one of a raw log. Immutable and thread-safe.
/// </remarks>
public sealed class SlaHistory
{
    private readonly SlaEvent[] _events;

    /// <summary>Makes a history.</summary>
    /// <param name="events">The events, sorted by instant, the opening first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no event, the first is no opening, a later one is, an event lies before the one it follows, or an
    /// identifier stands twice; the message names the index of the offender.</exception>
    public SlaHistory(IEnumerable<SlaEvent> events)
        : this(Checked(events), isTest: false)
    {
    }

    private SlaHistory(SlaEvent[] events, bool isTest)
    {
        _events = events;
        IsTest = isTest;
        Events = Array.AsReadOnly(_events);
        Request = ((OpenedEvent)_events[0]).Request;
        foreach (SlaEvent one in _events)
        {
            HasAmendments |= one is AmendedEvent;
        }
    }

    private SlaHistory(SlaHistory other, bool isTest)
    {
        _events = other._events;
        Events = other.Events;
        Request = other.Request;
        HasAmendments = other.HasAmendments;
        IsTest = isTest;
    }

    /// <summary>Gets the events, sorted by instant, the opening first.</summary>
    public IReadOnlyList<SlaEvent> Events { get; }

    /// <summary>Gets the request as the ticket was opened with it.</summary>
    public ServiceRequest Request { get; }

    /// <summary>Gets a value indicating whether this is a test ticket, exempt from clocks and KPIs.</summary>
    public bool IsTest { get; }

    internal bool HasAmendments { get; }

    internal ReadOnlySpan<SlaEvent> Span => _events;

    /// <summary>Returns the history that clocks judge: each amended event replaced or taken back, and no amendments.</summary>
    /// <returns>The history; this one when nothing was amended.</returns>
    public SlaHistory AsAmended() => HasAmendments ? new SlaHistory([.. Amendments.Resolve(_events, [])], IsTest) : this;

    /// <summary>The request as it stood at an instant; <see cref="AsAmendedBy"/> first, where a history has amendments.</summary>
    internal ServiceRequest RequestAt(Instant at)
    {
        ServiceRequest request = Request;
        foreach (SlaEvent one in _events)
        {
            if (one.At > at)
            {
                break;
            }

            request = one is ReclassifiedEvent change ? change.Request : request;
        }

        return request;
    }

    /// <summary>The history that clocks judge as of an instant at or after the opening; this one when nothing was amended.</summary>
    internal SlaHistory AsAmendedBy(Instant asOf) => HasAmendments ? new SlaHistory([.. Judged(asOf)], IsTest) : this;

    /// <summary>Marks the ticket as a test: no clock runs for it and no KPI counts it.</summary>
    /// <returns>A changed copy.</returns>
    public SlaHistory AsTest() => new(this, isTest: true);

    /// <summary>Returns the number of events and the first and last of them.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _events.Length == 1 ? $"1 event: {_events[0]}" : $"{_events.Length} events: {_events[0]} … {_events[_events.Length - 1]}";

    /// <summary>Events that were checked one by one before.</summary>
    internal static SlaHistory OfChecked(IEnumerable<SlaEvent> events) => new([.. events], isTest: false);

    /// <summary>The events known by an instant as clocks judge them: amended.</summary>
    internal List<SlaEvent> Judged(Instant asOf) => Judged(asOf, []);

    internal List<SlaEvent> Judged(Instant asOf, List<IgnoredEvent> ignored)
    {
        List<SlaEvent> known = [.. _events.TakeWhile(one => one.At <= asOf)];
        return HasAmendments && known.Count > 0 ? Amendments.Resolve(known, ignored) : known;
    }

    internal SlaHistory WithoutAmendments() => new([.. _events.Where(one => one is not AmendedEvent)], IsTest);

    private static SlaEvent[] Checked(IEnumerable<SlaEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        SlaEvent[] list = [.. events];
        return Offender(list) is { } problem ? throw new ArgumentException(problem, nameof(events)) : list;
    }

    private static string? Offender(SlaEvent[] events)
    {
        if (Array.IndexOf(events, null) is >= 0 and var missing)
        {
            throw new ArgumentNullException(nameof(events), $"Event {missing} is null.");
        }

        if (events.Length == 0 || events[0] is not OpenedEvent)
        {
            return "A history begins with the event that opened the ticket: event 0 has to be SlaEvent.Opened.";
        }

        // Long histories are rare: comparing each with each is cheaper than a set for all others.
        HashSet<EventId>? seen = events.Length > 24 ? [] : null;
        for (int i = 0; i < events.Length; i++)
        {
            if (i > 0 && events[i] is OpenedEvent)
            {
                return $"Event {i} ({events[i].Id}) opens the ticket a second time; only event 0 may.";
            }

            if (i > 0 && events[i].At < events[i - 1].At)
            {
                return $"Event {i} ({events[i].Id}) at {events[i].At} lies before event {i - 1} ({events[i - 1].Id}) at {events[i - 1].At}; sort them, or use EventLog.Normalise.";
            }

            if (seen is null ? StandsBefore(events, i) : !seen.Add(events[i].Id))
            {
                return $"Event {i} has the identifier {events[i].Id}, which an earlier one has; identifiers are unique within a history.";
            }
        }

        return null;
    }

    private static bool StandsBefore(SlaEvent[] events, int index)
    {
        EventId id = events[index].Id;
        for (int i = 0; i < index; i++)
        {
            if (events[i].Id == id)
            {
                return true;
            }
        }

        return false;
    }
}

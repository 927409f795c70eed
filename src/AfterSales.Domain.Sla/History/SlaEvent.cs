using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>One thing that happened to a ticket, as clocks see it.</summary>
/// <remarks>
/// A closed set, made by the factories here. Clocks run by <see cref="At"/>; <see cref="RecordedAt"/> says when it became known, which decides only
/// which alarms had been sent by then. Events hold roles and identifiers, no personal data. Immutable and thread-safe; compared by reference.
/// </remarks>
public abstract class SlaEvent
{
    private protected SlaEvent(EventId id, Instant at)
    {
        _ = id.Value;
        Id = id;
        At = at;
    }

    private protected SlaEvent(SlaEvent other)
    {
        Id = other.Id;
        At = other.At;
        RecordedAt = other.RecordedAt;
        Actor = other.Actor;
    }

    /// <summary>Gets the identifier, unique within a history.</summary>
    public EventId Id { get; }

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>Gets when it became known, or null when that was at once (an engineer's phone may have been offline).</summary>
    public Instant? RecordedAt { get; private set; }

    /// <summary>Gets who did it, or null when that is not known.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>Gets the instant from which a host knew of it: <see cref="RecordedAt"/>, else <see cref="At"/>.</summary>
    internal Instant KnownAt => RecordedAt ?? At;

    /// <summary>The beginning of every history: the request as it was then.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When the ticket was opened.</param>
    /// <param name="request">The whole request.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is the default value; so for every factory here.</exception>
    public static OpenedEvent Opened(EventId id, Instant at, ServiceRequest request) => new(id, at, request);

    /// <summary>A signal, well-known or the host's own.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="signal">What happened.</param>
    /// <returns>The event.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="signal"/> is the default value.</exception>
    public static SignalEvent Signalled(EventId id, Instant at, Signal signal) => new(id, at, signal);

    /// <summary>The beginning of a wait.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When the wait began.</param>
    /// <param name="waitId">What pairs it with its end: any text that is not empty.</param>
    /// <param name="reason">Why work waits, and whose side that lies on.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="waitId"/> is empty.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="reason"/> is the default value.</exception>
    public static WaitBegunEvent WaitBegun(EventId id, Instant at, string waitId, WaitReason reason) => new(id, at, waitId, reason, "");

    /// <summary>The beginning of a wait, with a note on what shows it.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When the wait began.</param>
    /// <param name="waitId">What pairs it with its end: any text that is not empty.</param>
    /// <param name="reason">Why work waits, and whose side that lies on.</param>
    /// <param name="evidence">What shows it, such as the number of a message; may be empty.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="waitId"/> is empty.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="reason"/> is the default value.</exception>
    public static WaitBegunEvent WaitBegun(EventId id, Instant at, string waitId, WaitReason reason, string evidence) => new(id, at, waitId, reason, evidence);

    /// <summary>The end of a wait.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When the wait ended.</param>
    /// <param name="waitId">The identifier under which it began.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="waitId"/> is empty.</exception>
    public static WaitEndedEvent WaitEnded(EventId id, Instant at, string waitId) => new(id, at, waitId);

    /// <summary>A change of the request: another severity, another region.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">From when on the request is as given.</param>
    /// <param name="request">The whole request as it is from then on.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static ReclassifiedEvent Reclassified(EventId id, Instant at, ServiceRequest request) => new(id, at, request);

    /// <summary>A visit agreed, or agreed anew, with the customer.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When it was agreed.</param>
    /// <param name="appointment">The instant agreed on.</param>
    /// <returns>The event; <see cref="By"/> says who moved it.</returns>
    public static AppointmentAgreedEvent AppointmentAgreed(EventId id, Instant at, Instant appointment) => new(id, at, appointment);

    /// <summary>A correction that puts another event in the place of an earlier one.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When the correction was made.</param>
    /// <param name="amended">The identifier of the event that was wrong.</param>
    /// <param name="replacement">What stands in its place; its own instant may differ, but not lie after <paramref name="at"/>. Not an amendment itself.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="replacement"/> is an amendment or lies after <paramref name="at"/>, or <paramref name="reason"/> is empty.</exception>
    public static AmendedEvent Amended(EventId id, Instant at, EventId amended, SlaEvent replacement, string reason)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return new AmendedEvent(id, at, amended, replacement, reason);
    }

    /// <summary>A correction that takes an earlier event back: it did not happen.</summary>
    /// <param name="id">The event's identifier.</param>
    /// <param name="at">When the correction was made.</param>
    /// <param name="amended">The identifier of the event that was wrong. The event that opens a history cannot be taken back, only replaced.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty.</exception>
    public static AmendedEvent TakenBack(EventId id, Instant at, EventId amended, string reason) => new(id, at, amended, replacement: null, reason);

    /// <summary>Says when the event became known.</summary>
    /// <param name="recordedAt">The instant; at or after <see cref="At"/>.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> lies before <see cref="At"/>.</exception>
    public SlaEvent Recorded(Instant recordedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recordedAt, At);
        SlaEvent copy = Copy();
        copy.RecordedAt = recordedAt;
        return copy;
    }

    /// <summary>Says who did it.</summary>
    /// <param name="actor">Who, and as what.</param>
    /// <returns>A changed copy.</returns>
    public SlaEvent By(Actor actor)
    {
        SlaEvent copy = Copy();
        copy.Actor = actor;
        return copy;
    }

    /// <summary>Returns identifier, instant and what happened, as in "e3 2026-03-30T09:50:00Z: resolved".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id} {At}: {What}";

    private protected abstract string What { get; }

    private protected abstract SlaEvent Copy();
}

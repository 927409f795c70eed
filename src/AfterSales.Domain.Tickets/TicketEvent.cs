using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tickets;

/// <summary>Something that happened to a ticket: plain data that a host may store, and from which <see cref="Ticket.Replay"/> builds the ticket again.</summary>
/// <remarks>
/// Nothing is checked here, so that a stored event can always be read; <see cref="Ticket.Replay"/> checks. Two events are equal when all parts are. This type is
/// immutable and safe for use by several threads; each verb returns a changed copy. An event that a ticket gave keeps up to fifteen earlier ones of it in memory.
/// </remarks>
public sealed class TicketEvent : IEquatable<TicketEvent>
{
    /// <summary>Makes an event that was recorded when it happened, of no action id, between no states.</summary>
    /// <param name="version">Its place in the history, from 1.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="action">What was done, with all that was given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    public TicketEvent(int version, Instant at, Actor by, TicketAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Version = version;
        At = at;
        RecordedAt = at;
        By = by;
        Action = action;
        From = "";
        To = "";
    }

    internal TicketEvent(int version, Instant at, Instant recordedAt, Actor by, TicketAction action, ActionId actionId, string from, string to, TicketEvent? before = null)
    {
        Version = version;
        At = at;
        RecordedAt = recordedAt;
        By = by;
        Action = action;
        ActionId = actionId;
        From = from;
        To = to;
        Before = before;
    }

    /// <summary>Gets its place in the history: 1 for the opening.</summary>
    public int Version { get; }

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>Gets when it became known; not before <see cref="At"/>.</summary>
    public Instant RecordedAt { get; }

    /// <summary>Gets who did it, and as what.</summary>
    public Actor By { get; }

    /// <summary>Gets what was done, with all that was given.</summary>
    public TicketAction Action { get; }

    /// <summary>Gets the trigger of the action.</summary>
    public Trigger Trigger => Action.Trigger;

    /// <summary>Gets the host's id of the action; the default value for the opening.</summary>
    public ActionId ActionId { get; }

    /// <summary>Gets the name of the state that was left; empty for the opening.</summary>
    public string From { get; }

    /// <summary>Gets the name of the state that was entered.</summary>
    public string To { get; }

    /// <summary>The event before it in the ticket's chain of recent ones; no part of its value.</summary>
    internal TicketEvent? Before { get; }

    /// <summary>Returns a copy that became known at another instant.</summary>
    /// <param name="recordedAt">When.</param>
    /// <returns>The changed copy.</returns>
    public TicketEvent Recorded(Instant recordedAt) => new(Version, At, recordedAt, By, Action, ActionId, From, To);

    /// <summary>Returns a copy of this action id.</summary>
    /// <param name="actionId">The id.</param>
    /// <returns>The changed copy.</returns>
    public TicketEvent With(ActionId actionId) => new(Version, At, RecordedAt, By, Action, actionId, From, To);

    /// <summary>Returns a copy between these states.</summary>
    /// <param name="from">The name of the state that was left; empty for the opening.</param>
    /// <param name="to">The name of the state that was entered.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TicketEvent Between(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new(Version, At, RecordedAt, By, Action, ActionId, from, to);
    }

    internal TicketEvent After(TicketEvent? before) => new(Version, At, RecordedAt, By, Action, ActionId, From, To, before);

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other event.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(TicketEvent? other) => ReferenceEquals(this, other) || (other is not null
        && (Version, At, RecordedAt, By, ActionId, From, To) == (other.Version, other.At, other.RecordedAt, other.By, other.ActionId, other.From, other.To)
        && Action.Equals(other.Action));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TicketEvent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, At, RecordedAt, By, ActionId, From, To, Action);

    /// <summary>Returns what happened: "7: 2026-03-27T08:00:00Z T-17 (technician) arrive: en-route → on-site".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Version}: {InstantPattern.ExtendedIso.Format(At)} {By} {Action}: {(From.Length == 0 ? "" : From + " → ")}{To}");
}

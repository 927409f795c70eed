using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Something that somebody tries to do to a ticket; it may be refused.</summary>
/// <remarks>Compared by reference. This type is immutable and safe for use by several threads.</remarks>
public sealed class WalkAttempt
{
    /// <summary>Creates an attempt.</summary>
    /// <param name="action">What.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="actionId">The identifier of the action.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    public WalkAttempt(TicketAction action, Instant at, Actor by, ActionId actionId)
    {
        ArgumentNullException.ThrowIfNull(action);
        Action = action;
        At = at;
        By = by;
        ActionId = actionId;
    }

    /// <summary>Gets what is tried.</summary>
    public TicketAction Action { get; }

    /// <summary>Gets when.</summary>
    public Instant At { get; }

    /// <summary>Gets who tries.</summary>
    public Actor By { get; }

    /// <summary>Gets the identifier of the action.</summary>
    public ActionId ActionId { get; }

    /// <summary>Tries it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public TransitionResult On(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.Apply(Action, At, By, ActionId);
    }

    /// <summary>Returns when, who and what.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{At} {By}: {Action}";
}

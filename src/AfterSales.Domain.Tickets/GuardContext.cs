using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>What a guard may look at: the ticket before the action, the action, who acts and when.</summary>
/// <remarks>A guard of scope <see cref="GuardScope.Ticket"/> must look at ticket and time only, one of scope <see cref="GuardScope.Actor"/> not at the details.</remarks>
public readonly struct GuardContext : IEquatable<GuardContext>
{
    internal GuardContext(Ticket ticket, TicketAction action, Actor by, Instant at)
    {
        Ticket = ticket;
        Action = action;
        By = by;
        At = at;
    }

    /// <summary>Gets the ticket before the action.</summary>
    public Ticket Ticket { get; }

    /// <summary>Gets the action; without details when it is only asked what is possible.</summary>
    public TicketAction Action { get; }

    /// <summary>Gets who acts.</summary>
    public Actor By { get; }

    /// <summary>Gets when it happens.</summary>
    public Instant At { get; }

    /// <summary>Compares all four.</summary>
    public static bool operator ==(GuardContext left, GuardContext right) => left.Equals(right);

    /// <summary>Compares all four.</summary>
    public static bool operator !=(GuardContext left, GuardContext right) => !left.Equals(right);

    /// <summary>Says whether all four are equal.</summary>
    /// <param name="other">The other context.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(GuardContext other) => Equals(Ticket, other.Ticket) && Equals(Action, other.Action) && By == other.By && At == other.At;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GuardContext other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ticket, Action, By, At);
}

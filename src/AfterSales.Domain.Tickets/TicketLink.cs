namespace AfterSales.Domain.Tickets;

/// <summary>How a ticket belongs to another one.</summary>
/// <remarks>Two links are equal when kind and ticket are. The default value leads nowhere. This type is immutable.</remarks>
public readonly record struct TicketLink
{
    /// <summary>Makes a link.</summary>
    /// <param name="kind">What the other ticket is to this one.</param>
    /// <param name="ticket">The other ticket.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    /// <exception cref="ArgumentException"><paramref name="ticket"/> is the default value.</exception>
    public TicketLink(LinkKind kind, TicketId ticket)
    {
        if (kind is < LinkKind.RepeatOf or > LinkKind.ConvertedFrom)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, $"Allowed are {nameof(LinkKind.RepeatOf)} to {nameof(LinkKind.ConvertedFrom)}.");
        }

        Kind = kind;
        Ticket = ticket.IsDefault ? throw new ArgumentException("A link leads to a ticket; the default value identifies none.", nameof(ticket)) : ticket;
    }

    /// <summary>Gets what the other ticket is to this one.</summary>
    public LinkKind Kind { get; }

    /// <summary>Gets the other ticket.</summary>
    public TicketId Ticket { get; }

    /// <summary>Returns kind and ticket: "repeat of T-4711".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        LinkKind.RepeatOf => $"repeat of {Ticket}",
        LinkKind.FollowUpOf => $"follow-up of {Ticket}",
        LinkKind.MergedInto => $"merged into {Ticket}",
        LinkKind.ConvertedTo => $"converted to {Ticket}",
        _ => $"converted from {Ticket}",
    };
}

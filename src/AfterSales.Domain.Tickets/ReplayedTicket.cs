namespace AfterSales.Domain.Tickets;

/// <summary>A history that is whole and possible, and the ticket that it gives.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class ReplayedTicket : ReplayResult
{
    internal ReplayedTicket(Ticket ticket) => Ticket = ticket;

    /// <summary>Gets the ticket.</summary>
    public Ticket Ticket { get; }

    /// <summary>Returns the ticket.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Ticket.ToString();
}

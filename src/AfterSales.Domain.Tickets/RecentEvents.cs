namespace AfterSales.Domain.Tickets;

/// <summary>The last events of a ticket, newest first: a short chain, so that a new ticket shares what the old one had.</summary>
internal sealed class RecentEvents
{
    /// <summary>How many action ids are remembered.</summary>
    internal const int Remembered = 16;

    internal RecentEvents(TicketEvent newest, RecentEvents? before)
    {
        Newest = newest;
        Before = before;
    }

    internal TicketEvent Newest { get; }

    internal RecentEvents? Before { get; }
}

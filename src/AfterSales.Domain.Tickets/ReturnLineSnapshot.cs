namespace AfterSales.Domain.Tickets;

/// <summary>A line of a return as plain data; part of a <see cref="TicketSnapshot"/>.</summary>
/// <remarks>Mutable; not safe for use by several threads. Nothing is checked before <see cref="Ticket.From"/>.</remarks>
public sealed class ReturnLineSnapshot
{
    /// <summary>Gets or sets the host's name of the line.</summary>
    public string Line { get; set; } = "";

    /// <summary>Gets or sets how many were bought.</summary>
    public int Bought { get; set; }

    /// <summary>Gets or sets what was paid.</summary>
    public decimal Paid { get; set; }

    /// <summary>Gets or sets how many may come back.</summary>
    public int Approved { get; set; }

    /// <summary>Gets or sets how many have come back.</summary>
    public int Received { get; set; }

    /// <summary>Gets or sets how many were refunded.</summary>
    public int Refunded { get; set; }

    /// <summary>Gets or sets how many were replaced.</summary>
    public int Replaced { get; set; }

    /// <summary>Gets or sets how many were repaired at the supplier.</summary>
    public int SupplierRepaired { get; set; }

    /// <summary>Gets or sets how many were scrapped.</summary>
    public int Scrapped { get; set; }

    /// <summary>Gets or sets how many were sent back.</summary>
    public int SentBack { get; set; }

    /// <summary>Gets or sets the money refunded.</summary>
    public decimal RefundedAmount { get; set; }
}

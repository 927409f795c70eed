namespace AfterSales.Domain.Sla;

/// <summary>What <see cref="EventLog.Normalise"/> did to an event.</summary>
public enum LogNoteCode
{
    /// <summary>It stood below a later one and was sorted in.</summary>
    OutOfOrder,

    /// <summary>Its identifier stood before; removed.</summary>
    Duplicate,

    /// <summary>It begins a wait that ends in the same instant; removed together with the end.</summary>
    EmptyWait,

    /// <summary>It opens the ticket a second time; removed.</summary>
    OpenedTwice,

    /// <summary>It lies before the ticket was opened; removed.</summary>
    BeforeOpening,

    /// <summary>No event opens the ticket, so there is no history.</summary>
    NeverOpened,
}

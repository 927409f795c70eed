namespace AfterSales.Domain.Sla;

/// <summary>Why clocks took no notice of an event.</summary>
public enum IgnoredReason
{
    /// <summary>It starts a clock that runs once and has started.</summary>
    SecondStart,

    /// <summary>It begins a wait that has begun and not ended.</summary>
    WaitBegunTwice,

    /// <summary>It ends a wait that has not begun, or has ended.</summary>
    WaitNotBegun,

    /// <summary>It amends an event that does not stand before it in the history.</summary>
    NothingToAmend,

    /// <summary>It takes back the event that opened the ticket, replaces it by another kind of event, or puts a second opening in the place of another event.</summary>
    OpeningAmended,

    /// <summary>It lies before the opening as that was amended.</summary>
    BeforeOpening,
}

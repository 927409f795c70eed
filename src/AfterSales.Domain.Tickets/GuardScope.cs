namespace AfterSales.Domain.Tickets;

/// <summary>What a guard has to know, and so when it can be asked.</summary>
public enum GuardScope
{
    /// <summary>The ticket and the time: known to everybody who looks at it.</summary>
    Ticket,

    /// <summary>Also who acts: known for one actor.</summary>
    Actor,

    /// <summary>Also what is given with the action: known only when it is tried.</summary>
    Details,
}

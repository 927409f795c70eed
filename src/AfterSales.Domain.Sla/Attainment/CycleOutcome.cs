namespace AfterSales.Domain.Sla;

/// <summary>How a cycle is counted.</summary>
public enum CycleOutcome
{
    /// <summary>Stopped in time.</summary>
    Met,

    /// <summary>Late, stopped or not.</summary>
    Missed,

    /// <summary>Open and not late, running or paused.</summary>
    Open,

    /// <summary>Open, with a rule that gives no due so far.</summary>
    Undated,

    /// <summary>Cancelled before it was late.</summary>
    Cancelled,

    /// <summary>Ended before it was late, or stopped while nothing was due.</summary>
    Ended,

    /// <summary>Deliberately without a deadline.</summary>
    Exempt,

    /// <summary>Without a deadline by a gap in the policy.</summary>
    NotCovered,
}

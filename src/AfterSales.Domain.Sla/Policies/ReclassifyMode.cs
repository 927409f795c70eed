namespace AfterSales.Domain.Sla;

/// <summary>What a reclassification does to a cycle that is open.</summary>
public enum ReclassifyMode
{
    /// <summary>The new rule is applied from the original start with all waits. It cannot be gamed; it may breach at once.</summary>
    KeepStart,

    /// <summary>The cycle ends as reclassified and a new one starts at the change, with its own caps and alarms.</summary>
    Restart,

    /// <summary>The share of the allowance that is used stays used; where a rule has no allowance, as KeepStart.</summary>
    Proportional,
}

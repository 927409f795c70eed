namespace AfterSales.Domain.Satisfaction;

/// <summary>In which order feedback is handled, from urgency and importance (R22).</summary>
public enum FeedbackPriority
{
    /// <summary>Urgent and important: at once.</summary>
    First,

    /// <summary>Important, not urgent: planned.</summary>
    Second,

    /// <summary>Urgent, not important: soon, by whoever is free.</summary>
    Third,

    /// <summary>Neither: collected and looked through.</summary>
    Fourth,
}

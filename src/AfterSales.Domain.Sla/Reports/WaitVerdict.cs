namespace AfterSales.Domain.Sla;

/// <summary>What a wait did to a clock.</summary>
public enum WaitVerdict
{
    /// <summary>All of it counted.</summary>
    Counted,

    /// <summary>It counted until the cap of its reason was used up; nothing of it, when that was so before it began.</summary>
    CapUsedUp,

    /// <summary>It began after the due as it then stood.</summary>
    AfterDue,

    /// <summary>The objective does not pause for its reason, or its rule does not pause at all (an appointment), or there is no due that it could hold.</summary>
    NotAPause,
}

namespace AfterSales.Domain.Sla;

/// <summary>Why an objective sets no deadline for a request.</summary>
public enum NoDeadlineCode
{
    /// <summary>The objective is not for such requests.</summary>
    OutOfScope,

    /// <summary>It is, but no target holds: a gap in the policy.</summary>
    NoTarget,

    /// <summary>The target's calendar is not among the policy's.</summary>
    UnknownCalendar,

    /// <summary>The target counts by the site's or customer's calendar, and the request names none.</summary>
    NoCalendarNamed,

    /// <summary>Deliberately none.</summary>
    Exempt,
}

namespace AfterSales.Domain.Routing;

/// <summary>How far a technician has come: what R14 staffs a problem by.</summary>
/// <remarks>Ordered from junior to supervisor; "a grade up" is the next in this order. The default value is <see cref="Unknown"/>, which no rule admits.</remarks>
public enum Grade
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Handles general problems (R14).</summary>
    Junior,

    /// <summary>Handles important problems under guidance (R14).</summary>
    Mid,

    /// <summary>Handles important problems under guidance and may help the less experienced.</summary>
    Senior,

    /// <summary>Knows a field in depth; joins emergency teams (R14).</summary>
    Expert,

    /// <summary>Leads emergency teams (R14).</summary>
    Lead,

    /// <summary>Guides technicians and decides what they may not (R14).</summary>
    Supervisor,
}

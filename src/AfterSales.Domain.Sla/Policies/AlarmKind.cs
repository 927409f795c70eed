namespace AfterSales.Domain.Sla;

/// <summary>What an alarm is planned by.</summary>
public enum AlarmKind
{
    /// <summary>A share of the allowance; of the clock time from start to due where a rule has none.</summary>
    Percent,

    /// <summary>A time before the due.</summary>
    BeforeDue,

    /// <summary>The due itself.</summary>
    Due,

    /// <summary>A time after the due; no wait holds it.</summary>
    AfterDue,

    /// <summary>The instant in which the cap of a wait that goes on is used up and the clock runs again.</summary>
    CapUsedUp,
}

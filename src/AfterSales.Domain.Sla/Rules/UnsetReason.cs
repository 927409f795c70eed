namespace AfterSales.Domain.Sla;

/// <summary>Why a rule gives no due instant.</summary>
public enum UnsetReason
{
    /// <summary>The rule is about an appointment, and none has been agreed.</summary>
    NoAppointment,

    /// <summary>The calendar does not open for long enough, or has no such working day, before its horizon ends.</summary>
    BeyondHorizon,
}

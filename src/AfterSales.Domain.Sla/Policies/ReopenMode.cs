namespace AfterSales.Domain.Sla;

/// <summary>What the signal reopened does to a cycle that had finished before it.</summary>
public enum ReopenMode
{
    /// <summary>Nothing; a repeating objective may start again at its next start.</summary>
    Ignore,

    /// <summary>The cycle goes on, and the time since it stopped pauses it without a cap; its first stop stays on record.</summary>
    Resume,

    /// <summary>A new cycle starts, with its full allowance and fresh alarms.</summary>
    NewCycle,
}

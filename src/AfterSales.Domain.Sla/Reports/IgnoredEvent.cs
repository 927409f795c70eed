namespace AfterSales.Domain.Sla;

/// <summary>An event that clocks took no notice of, and why.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IgnoredEvent
{
    internal IgnoredEvent(SlaEvent happened, IgnoredReason reason, string? objective)
    {
        Event = happened;
        Reason = reason;
        Objective = objective;
    }

    /// <summary>Gets the event.</summary>
    public SlaEvent Event { get; }

    /// <summary>Gets why.</summary>
    public IgnoredReason Reason { get; }

    /// <summary>Gets the name of the objective that ignored it; null when all did.</summary>
    public string? Objective { get; }

    /// <summary>Returns event and reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Objective is null ? $"{Event}: {Reason}" : $"{Event}: {Reason} ({Objective})";
}

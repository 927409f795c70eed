namespace AfterSales.Domain.Sla;

/// <summary>What <see cref="EventLog.Normalise"/> made of a raw log.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class NormalisedLog
{
    internal NormalisedLog(SlaHistory? history, IReadOnlyList<LogNote> notes)
    {
        History = history;
        Notes = notes;
    }

    /// <summary>Gets the history, or null when no event opens the ticket (the notes say so).</summary>
    public SlaHistory? History { get; }

    /// <summary>Gets what was done to the log, event by event; empty when it was in order.</summary>
    public IReadOnlyList<LogNote> Notes { get; }
}

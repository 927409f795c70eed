namespace AfterSales.Domain.Sla;

/// <summary>One thing that <see cref="EventLog.Normalise"/> did to a log.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class LogNote
{
    internal LogNote(LogNoteCode code, EventId? eventId, string text)
    {
        Code = code;
        EventId = eventId;
        Text = text;
    }

    /// <summary>Gets what was done.</summary>
    public LogNoteCode Code { get; }

    /// <summary>Gets the event it was done to; null when the log was empty.</summary>
    public EventId? EventId { get; }

    /// <summary>Gets a sentence on it.</summary>
    public string Text { get; }

    /// <summary>Returns the event and the sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => EventId is { } id ? $"{id}: {Text}" : Text;
}

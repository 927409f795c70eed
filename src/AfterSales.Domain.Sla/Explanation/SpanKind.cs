namespace AfterSales.Domain.Sla;

/// <summary>What a span between start and due did for the clock.</summary>
public enum SpanKind
{
    /// <summary>It counted: clock time, or open time of the calendar.</summary>
    Counted,

    /// <summary>The calendar was closed.</summary>
    Closed,

    /// <summary>A wait that counts held the clock.</summary>
    Paused,
}

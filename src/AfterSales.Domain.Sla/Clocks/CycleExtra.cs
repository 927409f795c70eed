using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What only reclassified or reopened cycles have.</summary>
internal sealed class CycleExtra
{
    /// <summary>Gets the spans between a stop and the reopening, which pause a resumed cycle.</summary>
    internal List<(Instant Start, Instant End)> ResolvedSpans { get; } = [];

    /// <summary>Gets or sets when a resumed cycle was first stopped.</summary>
    internal Instant? FirstStop { get; set; }

    /// <summary>Gets or sets when the cycle lost its target.</summary>
    internal Instant? UncoveredAt { get; set; }

    /// <summary>Gets or sets the part of the new allowance that a proportional change has left, and from when it counts.</summary>
    internal (Instant Start, Duration Allowance)? Segment { get; set; }

    /// <summary>Gets the parts of the cycle that proportional changes have closed; empty when <see cref="Segment"/> is.</summary>
    internal List<CycleSegment> EarlierSegments { get; } = [];

    internal CycleExtra Copy()
    {
        CycleExtra copy = new() { FirstStop = FirstStop, UncoveredAt = UncoveredAt, Segment = Segment };
        copy.ResolvedSpans.AddRange(ResolvedSpans);
        copy.EarlierSegments.AddRange(EarlierSegments);
        return copy;
    }
}

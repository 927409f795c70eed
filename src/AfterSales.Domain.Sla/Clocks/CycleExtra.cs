using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What only cycles have that were reclassified, reopened, appointed or breached before something else could change them.</summary>
internal sealed class CycleExtra
{
    /// <summary>Gets the spans between a stop and the reopening, which pause a resumed cycle.</summary>
    internal List<(Instant Start, Instant End)> ResolvedSpans { get; } = [];

    /// <summary>Gets or sets the last event that changed the rule, the calendar or the appointment, or opened the cycle again.</summary>
    internal Instant? Floor { get; set; }

    /// <summary>Gets or sets the agreed appointment.</summary>
    internal Instant? Appointment { get; set; }

    /// <summary>Gets or sets the due of a breach that nothing changes any more.</summary>
    internal Instant? Frozen { get; set; }

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
        CycleExtra copy = new()
        {
            Floor = Floor,
            Appointment = Appointment,
            Frozen = Frozen,
            FirstStop = FirstStop,
            UncoveredAt = UncoveredAt,
            Segment = Segment,
        };
        copy.ResolvedSpans.AddRange(ResolvedSpans);
        copy.EarlierSegments.AddRange(EarlierSegments);
        return copy;
    }
}

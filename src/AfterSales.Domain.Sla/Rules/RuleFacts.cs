using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What clocks hand to a rule: waits, the instant they are seen from, the appointment, and what the due may not lie before.</summary>
internal readonly struct RuleFacts
{
    private readonly WaitSpan[]? _waits;
    private readonly int _count;

    internal RuleFacts(WaitSpan[]? waits, int count, Instant now, Instant? appointment, Instant? floor, HoldTrace? trace = null)
    {
        _waits = waits;
        _count = count;
        Now = now;
        Appointment = appointment;
        Floor = floor;
        Trace = trace;
    }

    /// <summary>Gets the waits; those that go on at <see cref="Now"/> end at <see cref="Instant.MaxValue"/>.</summary>
    internal ReadOnlySpan<WaitSpan> Waits => _waits.AsSpan(0, _count);

    internal Instant Now { get; }

    internal Instant? Appointment { get; }

    /// <summary>Gets the last event that changed the rule: it moves no due to before its own instant.</summary>
    internal Instant? Floor { get; }

    /// <summary>Gets where to note what holds the due; null when nobody asks.</summary>
    internal HoldTrace? Trace { get; }
}

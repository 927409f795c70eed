using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What a rule may need besides start and calendar: the waits that pause it, and the agreed appointment.</summary>
/// <remarks>Immutable and thread-safe; each verb returns a changed copy.</remarks>
public sealed class DueFacts
{
    private readonly WaitSpan[] _waits;

    private DueFacts(WaitSpan[] waits, Instant? appointment)
    {
        _waits = waits;
        Appointment = appointment;
    }

    /// <summary>Gets no waits and no appointment.</summary>
    public static DueFacts None { get; } = new([], null);

    /// <summary>Gets the agreed appointment, or null when there is none.</summary>
    public Instant? Appointment { get; }

    /// <summary>Adds a wait that pauses the rule.</summary>
    /// <param name="pause">The reason and its cap. Waits of one reason share the cap; the first one given for a reason holds.</param>
    /// <param name="startInclusive">When the wait began.</param>
    /// <param name="endExclusive">When it ended; at or after its start.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pause"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start.</exception>
    public DueFacts Paused(Pause pause, Instant startInclusive, Instant endExclusive)
    {
        ArgumentNullException.ThrowIfNull(pause);
        ArgumentOutOfRangeException.ThrowIfLessThan(endExclusive, startInclusive);
        return new DueFacts([.. _waits, new WaitSpan(pause, startInclusive, endExclusive)], Appointment);
    }

    /// <summary>Says which appointment was agreed.</summary>
    /// <param name="appointment">The instant agreed on.</param>
    /// <returns>A changed copy.</returns>
    public DueFacts WithAppointment(Instant appointment) => new(_waits, appointment);

    internal RuleFacts ForRule() => new(_waits, _waits.Length, Instant.MaxValue, Appointment, floor: null);
}

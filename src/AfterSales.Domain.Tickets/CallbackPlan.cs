using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>When a customer is called back after service: so long after closing, each time (R36).</summary>
/// <remarks>Two plans are equal when their delays are. This type is immutable and safe for use by several threads.</remarks>
public sealed class CallbackPlan : IEquatable<CallbackPlan>
{
    private readonly ValueList<Duration> _delays;

    /// <summary>Makes a plan.</summary>
    /// <param name="delays">How long after closing each call is due: at least one, at most 100, strictly growing, the first longer than zero.</param>
    /// <exception cref="ArgumentNullException"><paramref name="delays"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none, there are more than 100, or they do not grow.</exception>
    public CallbackPlan(IEnumerable<Duration> delays)
    {
        ArgumentNullException.ThrowIfNull(delays);
        _delays = ValueList<Duration>.Of(delays);
        if (_delays.Count is 0 or > 100 || _delays[0] <= Duration.Zero || Enumerable.Range(1, _delays.Count - 1).Any(i => _delays[i] <= _delays[i - 1]))
        {
            throw new ArgumentException("A plan of callbacks has 1 to 100 delays, longer than zero and each longer than the one before.", nameof(delays));
        }
    }

    /// <summary>Gets how long after closing each call is due.</summary>
    public IReadOnlyList<Duration> Delays => _delays;

    /// <summary>Gets the next call that is due after an instant.</summary>
    /// <param name="ticket">A ticket.</param>
    /// <param name="after">The instant: calls due at it or before count as made.</param>
    /// <returns>When the next call is due; null when none is left, or the ticket is not closed, or was withdrawn, merged or converted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    /// <exception cref="OverflowException">The next call lies after the last instant that NodaTime can say.</exception>
    public Instant? NextCall(Ticket ticket, Instant after)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.ClosedAt is not { } closed || ticket.Outcome is not (TicketOutcome.Solved or TicketOutcome.Unconfirmed or TicketOutcome.NotSolved))
        {
            return null;
        }

        foreach (Duration delay in _delays)
        {
            if (delay > after - closed)
            {
                return closed + delay;
            }
        }

        return null;
    }

    /// <summary>Says whether the delays are equal.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(CallbackPlan? other) => other is not null && _delays.Equals(other._delays);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CallbackPlan);

    /// <inheritdoc/>
    public override int GetHashCode() => _delays.GetHashCode();

    /// <summary>Returns the delays: "3:00:00:00, 30:00:00:00 after closing".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{string.Join(", ", _delays.Select(NodaTime.Text.DurationPattern.JsonRoundtrip.Format))} after closing";
}

using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A correction: an earlier event replaced or taken back. Clocks judge the amended history.</summary>
public sealed class AmendedEvent : SlaEvent
{
    internal AmendedEvent(EventId id, Instant at, EventId amended, SlaEvent? replacement, string reason)
        : base(id, at)
    {
        _ = amended.Value;
        ArgumentException.ThrowIfNullOrEmpty(reason);
        Replacement = replacement is AmendedEvent
            ? throw new ArgumentException("An amendment cannot stand in the place of an event; take the first amendment back instead.", nameof(replacement))
            : replacement;
        if (replacement is not null && replacement.At > at)
        {
            throw new ArgumentException($"What stands in its place at {replacement.At} would lie after the correction at {at}.", nameof(replacement));
        }

        AmendedId = amended;
        Reason = reason;
    }

    private AmendedEvent(AmendedEvent other)
        : base(other)
    {
        AmendedId = other.AmendedId;
        Replacement = other.Replacement;
        Reason = other.Reason;
    }

    /// <summary>Gets the identifier of the event that was wrong; of another amendment, to undo that.</summary>
    public EventId AmendedId { get; }

    /// <summary>Gets what stands in its place, or null when it is taken back.</summary>
    public SlaEvent? Replacement { get; }

    /// <summary>Gets why.</summary>
    public string Reason { get; }

    private protected override string What => Replacement is null ? $"{AmendedId} taken back: {Reason}" : $"{AmendedId} replaced by ({Replacement}): {Reason}";

    private protected override SlaEvent Copy() => new AmendedEvent(this);
}

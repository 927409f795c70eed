using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The end of a wait.</summary>
public sealed class WaitEndedEvent : SlaEvent
{
    internal WaitEndedEvent(EventId id, Instant at, string waitId)
        : base(id, at)
    {
        ArgumentException.ThrowIfNullOrEmpty(waitId);
        WaitId = waitId;
    }

    private WaitEndedEvent(WaitEndedEvent other)
        : base(other) => WaitId = other.WaitId;

    /// <summary>Gets the identifier under which the wait began.</summary>
    public string WaitId { get; }

    private protected override string What => $"wait {WaitId} ended";

    private protected override SlaEvent Copy() => new WaitEndedEvent(this);
}

using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A signal: what starts, stops, cancels or ends clocks.</summary>
public sealed class SignalEvent : SlaEvent
{
    internal SignalEvent(EventId id, Instant at, Signal signal)
        : base(id, at)
    {
        _ = signal.Name;
        Signal = signal;
    }

    private SignalEvent(SignalEvent other)
        : base(other) => Signal = other.Signal;

    /// <summary>Gets what happened.</summary>
    public Signal Signal { get; }

    private protected override string What => Signal.Name;

    private protected override SlaEvent Copy() => new SignalEvent(this);
}

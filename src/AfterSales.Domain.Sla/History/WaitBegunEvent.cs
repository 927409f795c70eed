using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The beginning of a wait; objectives that name its reason pause.</summary>
public sealed class WaitBegunEvent : SlaEvent
{
    internal WaitBegunEvent(EventId id, Instant at, string waitId, WaitReason reason, string evidence)
        : base(id, at)
    {
        ArgumentException.ThrowIfNullOrEmpty(waitId);
        ArgumentNullException.ThrowIfNull(evidence);
        _ = reason.Name;
        WaitId = waitId;
        Reason = reason;
        Evidence = evidence;
    }

    private WaitBegunEvent(WaitBegunEvent other)
        : base(other)
    {
        WaitId = other.WaitId;
        Reason = other.Reason;
        Evidence = other.Evidence;
    }

    /// <summary>Gets what pairs the wait with its end.</summary>
    public string WaitId { get; }

    /// <summary>Gets why work waits, and whose side that lies on.</summary>
    public WaitReason Reason { get; }

    /// <summary>Gets the note on what shows the wait; empty when there is none.</summary>
    public string Evidence { get; }

    private protected override string What => $"wait {WaitId} for {Reason} begun";

    private protected override SlaEvent Copy() => new WaitBegunEvent(this);
}

using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>What a ticket waits for, and since when.</summary>
/// <remarks>A ticket waits for one thing at a time: that of its state. Two holds are equal when reason and start are. This type is immutable.</remarks>
public readonly record struct TicketHold
{
    internal TicketHold(WaitReason reason, Instant since)
    {
        Reason = reason;
        Since = since;
    }

    /// <summary>Gets what is waited for.</summary>
    public WaitReason Reason { get; }

    /// <summary>Gets since when.</summary>
    public Instant Since { get; }

    /// <summary>Returns reason and start: "parts since 2026-03-27T08:00:00Z".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Reason} since {NodaTime.Text.InstantPattern.ExtendedIso.Format(Since)}";
}

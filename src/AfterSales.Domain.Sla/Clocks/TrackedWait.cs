using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A wait of a ticket as it is known so far; one that goes on ends at <see cref="Instant.MaxValue"/>.</summary>
internal readonly struct TrackedWait
{
    internal TrackedWait(string id, WaitReason reason, Instant start, Instant end)
    {
        Id = id;
        Reason = reason;
        Start = start;
        End = end;
    }

    internal string Id { get; }

    internal WaitReason Reason { get; }

    internal Instant Start { get; }

    internal Instant End { get; }

    internal bool IsOpen => End == Instant.MaxValue;

    internal TrackedWait EndedAt(Instant end) => new(Id, Reason, Start, end);
}

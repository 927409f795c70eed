using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>A wait within a cycle, and whether it paused the clock.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CycleWait
{
    internal CycleWait(WaitReason reason, Instant start, Instant? end, WaitVerdict verdict, Duration counted)
    {
        Reason = reason;
        Start = start;
        End = end;
        Verdict = verdict;
        Counted = counted;
    }

    /// <summary>Gets what was waited for, and whose side that lies on.</summary>
    public WaitReason Reason { get; }

    /// <summary>Gets when it began; the cycle's start if it began before that.</summary>
    public Instant Start { get; }

    /// <summary>Gets when it ended; the cycle's end if it ended after that, null while both go on.</summary>
    public Instant? End { get; }

    /// <summary>Gets whether it paused the clock.</summary>
    public WaitVerdict Verdict { get; }

    /// <summary>Gets how much of it held the clock, in clock time; two waits that overlap hold it together.</summary>
    public Duration Counted { get; }

    /// <summary>Returns the wait, its verdict and what counted.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Reason} {InstantPattern.ExtendedIso.Format(Start)}/{(End is { } end ? InstantPattern.ExtendedIso.Format(end) : "…")}: {Verdict}, {DurationText.Of(Counted, chinese: false)}";
}

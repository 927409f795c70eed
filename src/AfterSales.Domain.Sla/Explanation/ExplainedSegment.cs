using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A part of a cycle under one target. Cycles have one; each proportional reclassification begins another.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExplainedSegment
{
    internal ExplainedSegment(Instant start, Instant end, Target target, BusinessCalendar calendar, Duration? allowance, Duration? used, IReadOnlyList<ExplainedSpan> spans)
    {
        Start = start;
        End = end;
        Target = target;
        Calendar = calendar;
        Allowance = allowance;
        Used = used;
        Spans = spans;
    }

    /// <summary>Gets the start; included.</summary>
    public Instant Start { get; }

    /// <summary>Gets the end; excluded. Of the last segment it is the due.</summary>
    public Instant End { get; }

    /// <summary>Gets the target.</summary>
    public Target Target { get; }

    /// <summary>Gets the calendar; its version and that of the time-zone data can be read from it.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>Gets the whole allowance of a duration rule; null for all others.</summary>
    public Duration? Allowance { get; }

    /// <summary>
    /// Gets what of the allowance falls to this segment; null without an allowance. The shares Used / Allowance of all segments sum to 1, up to a nanosecond
    /// each for rounding up.
    /// </summary>
    public Duration? Used { get; }

    /// <summary>Gets the spans, without a gap from start to end.</summary>
    public IReadOnlyList<ExplainedSpan> Spans { get; }

    /// <summary>Returns target and spans.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Target.Name}: {string.Join("; ", Spans)}";
}

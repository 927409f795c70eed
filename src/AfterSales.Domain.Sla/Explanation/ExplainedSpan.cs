using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>A half-open span between start and due, and what it did for the clock.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExplainedSpan
{
    internal ExplainedSpan(Instant start, Instant end, SpanKind kind, OpeningReason? opening, IReadOnlyList<WaitReason> waits)
    {
        Start = start;
        End = end;
        Kind = kind;
        Opening = opening;
        Waits = waits;
    }

    /// <summary>Gets the start; included.</summary>
    public Instant Start { get; }

    /// <summary>Gets the end; excluded.</summary>
    public Instant End { get; }

    /// <summary>Gets what it did.</summary>
    public SpanKind Kind { get; }

    /// <summary>Gets why the calendar was open or closed then; null where the clock counts day and night, and while paused.</summary>
    public OpeningReason? Opening { get; }

    /// <summary>Gets what was waited for, with the party that answers for it; empty unless paused. The time between a stop and a reopening is "-resolved-".</summary>
    public IReadOnlyList<WaitReason> Waits { get; }

    /// <summary>Gets the clock time from start to end.</summary>
    public Duration Duration => End - Start;

    /// <summary>Returns the span and what it did, instants in UTC.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InstantPattern.ExtendedIso.Format(Start)}/{InstantPattern.ExtendedIso.Format(End)} {ExplanationText.Of(this, chinese: false)}";
}

using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>A half-open span of time in which a calendar is open or closed for one reason.</summary>
/// <remarks>Two spans are equal when ends and reason are. The default value is empty and has no reason. This type is immutable.</remarks>
public readonly record struct CalendarSpan
{
    internal CalendarSpan(Instant start, Instant end, OpeningReason reason)
    {
        Start = start;
        End = end;
        Reason = reason;
    }

    /// <summary>Gets the first instant of the span.</summary>
    public Instant Start { get; }

    /// <summary>Gets the first instant after it.</summary>
    public Instant End { get; }

    /// <summary>Gets why it is open or closed.</summary>
    public OpeningReason Reason { get; }

    /// <summary>Gets a value indicating whether the calendar is open in the span.</summary>
    public bool IsOpen => Reason is { IsOpen: true };

    /// <summary>Gets the real time from start to end.</summary>
    public Duration Duration => End - Start;

    /// <summary>Returns the span in UTC with its reason, as in "2026-02-17T01:00:00Z/2026-02-17T04:00:00Z closed: Spring Festival".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InstantPattern.ExtendedIso.Format(Start)}/{InstantPattern.ExtendedIso.Format(End)} {Reason}";
}

using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A part of a cycle that a proportional reclassification has closed, and what of its allowance it used.</summary>
internal sealed class CycleSegment
{
    internal CycleSegment(Instant start, Instant end, Target target, BusinessCalendar calendar, Duration used)
    {
        Start = start;
        End = end;
        Target = target;
        Calendar = calendar;
        Used = used;
    }

    internal Instant Start { get; }

    internal Instant End { get; }

    internal Target Target { get; }

    internal BusinessCalendar Calendar { get; }

    internal Duration Used { get; }
}

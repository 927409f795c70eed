using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What a rule counts in: clock time, or the open time of a calendar.</summary>
internal readonly struct TimeUnit
{
    private readonly BusinessCalendar? _calendar;

    private TimeUnit(BusinessCalendar calendar) => _calendar = calendar;

    internal static TimeUnit Clock => default;

    internal bool IsClock => _calendar is null;

    internal static TimeUnit OpenTimeOf(BusinessCalendar calendar) => new(calendar);

    /// <summary>The earliest instant by which <paramref name="amount"/> has passed since <paramref name="start"/>; null past the end of time or of the calendar.</summary>
    internal Instant? Add(Instant start, Duration amount)
    {
        if (_calendar is not null)
        {
            return _calendar.TryAdd(start, amount, out Instant result) ? result : null;
        }

        return amount <= Instant.MaxValue - start ? start + amount : null;
    }

    internal Duration Measure(Instant start, Instant end) => _calendar?.WorkingTimeBetween(start, end) ?? end - start;
}

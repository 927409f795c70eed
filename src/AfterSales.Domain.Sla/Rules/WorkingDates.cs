using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.TimeZones;

namespace AfterSales.Domain.Sla;

/// <summary>How rules that name dates and local times read a calendar.</summary>
internal static class WorkingDates
{
    /// <summary>The earliest working date whose hours, from opening to closing with breaks, hold the instant; null when none does.</summary>
    internal static LocalDate? Holding(Instant instant, BusinessCalendar calendar)
    {
        LocalDate date = instant.InZone(calendar.Zone).Date;

        // A date's ranges may run past midnight, but start on it; so only the day before can still be open.
        LocalDate before = date.PlusDays(-1);
        return Holds(before, instant, calendar) ? before : Holds(date, instant, calendar) ? date : null;
    }

    /// <summary>A local time on a date: in a gap the first instant after it, in an overlap the first of the two.</summary>
    internal static Instant At(LocalDate date, LocalTime time, DateTimeZone zone)
    {
        ZoneLocalMapping mapping = zone.MapLocal(date + time);
        return mapping.Count == 0 ? mapping.EarlyInterval.End : mapping.First().ToInstant();
    }

    private static bool Holds(LocalDate date, Instant instant, BusinessCalendar calendar) =>
        calendar.IsWorkingDay(date) && calendar.OpeningOf(date) <= instant && instant < calendar.ClosingOf(date);
}

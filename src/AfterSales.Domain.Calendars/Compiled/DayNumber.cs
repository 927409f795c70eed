namespace AfterSales.Domain.Calendars;

/// <summary>Days since 1970-01-01, of dates and of UTC days alike, and the instants between them in nanoseconds.</summary>
internal static class DayNumber
{
    internal const long Nanoseconds = NodaConstants.NanosecondsPerDay;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    internal static int Of(LocalDate date) => Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso));

    internal static int Of(Instant instant)
    {
        Split(instant, out int day, out _);
        return day;
    }

    /// <summary>The UTC day that holds the instant and the nanoseconds since its start, without a division.</summary>
    internal static void Split(Instant instant, out int day, out long nanosecondOfDay)
    {
        Duration sinceEpoch = instant - NodaConstants.UnixEpoch;
        day = sinceEpoch.Days;
        nanosecondOfDay = sinceEpoch.NanosecondOfDay;
        if (nanosecondOfDay < 0)
        {
            day--;
            nanosecondOfDay += Nanoseconds;
        }
    }

    internal static LocalDate Date(int day) => Epoch.PlusDays(day);

    internal static Instant Start(int day) => NodaConstants.UnixEpoch + Duration.FromDays(day);

    internal static IsoDayOfWeek DayOfWeek(int day) => (IsoDayOfWeek)(WeekIndex(day) + 1);

    /// <summary>0 for Monday to 6 for Sunday; day 0 was a Thursday.</summary>
    internal static int WeekIndex(int day)
    {
        int index = (day + 3) % 7;
        return index < 0 ? index + 7 : index;
    }
}

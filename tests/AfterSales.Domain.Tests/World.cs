using System.Globalization;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tests;

/// <summary>The irregular example world that tests share: a week in which no two neighbouring days are alike, holidays, make-up days, three zones.</summary>
internal static class World
{
    public static DateTimeZone Shanghai { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static DateTimeZone NewYork { get; } = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static DateTimeZone Berlin { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>Mon, Wed, Fri 9–17; Tue, Thu 10–16 with lunch; Sat 11–14:30.</summary>
    public static WeeklyHours IrregularWeek { get; } = WeeklyHours.Parse("Mo,We,Fr 09:00-17:00; Tu,Th 10:00-12:00,13:00-16:00; Sa 11:00-14:30");

    /// <summary>Every night, owned by the date it starts on.</summary>
    public static WeeklyHours NightShift { get; } = WeeklyHours.Parse("Mo-Su 22:00-06:00");

    /// <summary>The office hours of the rapid-response rules.</summary>
    public static WeeklyHours OfficeHours { get; } = WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00");

    /// <summary>Office hours in Shanghai with China's holidays and make-up days from 2020 through 2026.</summary>
    public static BusinessCalendar ServiceHours { get; } =
        BusinessCalendar.Weekly("service-hours", Shanghai, OfficeHours).With(ChinaHolidays.Through(2026));

    /// <summary>The irregular week in New York, with a holiday, a half day, special hours and a make-up Sunday in March 2026 (the clocks go forward on Sun 2026-03-08).</summary>
    public static BusinessCalendar Workshop { get; } = BusinessCalendar.Weekly("workshop", NewYork, IrregularWeek)
        .ClosedOn(new LocalDate(2026, 3, 4), "stock-taking")
        .ClosedOn(new LocalDate(2026, 3, 6), new ClockRange(new LocalTime(12, 0), new LocalTime(13, 0)), "staff meeting")
        .OpenOn(new LocalDate(2026, 3, 7), DayHours.Parse("08:00-20:00"), "spring fair")
        .MakeUpDay(new LocalDate(2026, 3, 8), IsoDayOfWeek.Tuesday, "stock-taking");

    /// <summary>The night shift in Berlin, where the clocks go forward on Sun 2026-03-29 and back on Sun 2026-10-25.</summary>
    public static BusinessCalendar NightDesk { get; } = BusinessCalendar.Weekly("night-desk", Berlin, NightShift);

    /// <summary>An instant from local time with its weekday, as in "Fri 2026-03-27 16:00"; a weekday that is wrong, or a time that does not exist once, is an error in the test.</summary>
    public static Instant At(string text, DateTimeZone zone)
    {
        LocalDateTimePattern pattern = LocalDateTimePattern.CreateWithInvariantCulture(text.Count(c => c == ':') == 2 ? "ddd uuuu'-'MM'-'dd HH':'mm':'ss.FFFFFFFFF" : "ddd uuuu'-'MM'-'dd HH':'mm");
        return pattern.Parse(text).GetValueOrThrow().InZoneStrictly(zone).ToInstant();
    }

    /// <summary>An instant from local time with weekday and offset, as in "Sun 2025-11-02 01:30 -04".</summary>
    public static Instant At(string text)
    {
        ParseResult<OffsetDateTime> parsed = OffsetDateTimePattern.CreateWithInvariantCulture("ddd uuuu'-'MM'-'dd HH':'mm o<g>").Parse(text);
        return parsed.GetValueOrThrow().ToInstant();
    }

    /// <summary>The text that <see cref="At(string, DateTimeZone)"/> reads.</summary>
    public static string Text(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("ddd uuuu'-'MM'-'dd HH':'mm':'ss.FFFFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A date with its weekday, as in "Fri 2026-03-27".</summary>
    public static LocalDate Date(string text) => LocalDatePattern.CreateWithInvariantCulture("ddd uuuu'-'MM'-'dd").Parse(text).GetValueOrThrow();
}

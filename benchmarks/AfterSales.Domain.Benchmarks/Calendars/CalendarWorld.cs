using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

/// <summary>The calendar of the calendar benchmarks: Mon–Fri 09:00–12:00 and 13:30–18:00 with eleven holidays a year, and 2^18 instants over ten years.</summary>
internal static class CalendarWorld
{
    /// <summary>Fewer are memorised by the branch predictor.</summary>
    public const int Instants = 1 << 18;

    /// <summary>The walk is thousands of times slower; it is asked this many.</summary>
    public const int WalkInstants = 1 << 9;

    private const int FirstYear = 2015;
    private const int Years = 10;

    private static readonly AnnualDate[] Holidays =
    [
        new(1, 1), new(1, 20), new(2, 16), new(4, 5), new(5, 1), new(6, 19), new(7, 4), new(9, 7), new(10, 12), new(11, 11), new(12, 25),
    ];

    public static BusinessCalendar Calendar(string zone)
    {
        IEnumerable<DatedHours> holidays = Enumerable.Range(FirstYear - 1, Years + 4)
            .SelectMany(year => Holidays.Select(holiday => DatedHours.Closed(holiday.InYear(year), "holiday")));
        return BusinessCalendar.Weekly("benchmark", DateTimeZoneProviders.Tzdb[zone], WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"))
            .With(new HolidaySet("holidays", holidays));
    }

    public static Instant[] Random()
    {
        Random random = new(20261122);
        long seconds = (long)Duration.FromDays(365 * Years).TotalSeconds;
        return [.. Enumerable.Range(0, Instants).Select(_ => Instant.FromUtc(FirstYear, 1, 1, 0, 0) + Duration.FromSeconds(random.NextInt64(seconds)))];
    }

    public static Instant[] Sequential()
    {
        Duration step = Duration.FromDays(365 * Years) / Instants;
        return [.. Enumerable.Range(0, Instants).Select(index => Instant.FromUtc(FirstYear, 1, 1, 0, 0) + (step * index))];
    }
}

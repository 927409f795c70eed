using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>The hull rule over real clock changes, minute by minute, and the single cases worth knowing by heart.</summary>
public class ClockChangeTests
{
    private const int Days = 4;

    private static readonly (string Zone, string Date)[] Changes =
    [
        ("America/New_York", "Sun 2025-03-09"), ("America/New_York", "Sun 2025-11-02"),
        ("Europe/London", "Sun 2026-03-29"), ("Europe/London", "Sun 2026-10-25"),
        ("Australia/Lord_Howe", "Sun 2025-10-05"), ("Australia/Lord_Howe", "Sun 2026-04-05"),
        ("Pacific/Apia", "Sat 2011-12-31"), ("Pacific/Apia", "Sat 2011-09-24"),
        ("Asia/Almaty", "Fri 2024-03-01"),
        ("Europe/Moscow", "Sun 2011-03-27"), ("Europe/Moscow", "Sun 2014-10-26"),
        ("Africa/Casablanca", "Sun 2026-02-15"), ("Africa/Casablanca", "Sun 2026-03-22"),
        ("America/Havana", "Sun 2026-03-08"), ("America/Havana", "Sun 2025-11-02"),
        ("America/Sao_Paulo", "Sun 2018-11-04"), ("America/Sao_Paulo", "Sun 2019-02-17"),
        ("Atlantic/Azores", "Sun 2026-03-29"), ("Atlantic/Azores", "Sun 2026-10-25"),
        ("America/Asuncion", "Sun 2024-03-24"), ("America/Asuncion", "Sun 2024-10-06"),
        ("Asia/Pyongyang", "Sat 2015-08-15"), ("Asia/Pyongyang", "Sat 2018-05-05"),
        ("America/Caracas", "Sun 2007-12-09"), ("America/Caracas", "Sun 2016-05-01"),
        ("Asia/Shanghai", "Sun 1991-04-14"), ("Asia/Shanghai", "Sun 1991-09-15"),
    ];

    private static readonly string[] Shapes =
    [
        "00:00-24:00", "01:00-04:00", "00:30-03:00", "02:00-02:30", "01:30-02:30", "23:00-01:00", "22:00-06:00", "00:00-01:00", "00:00-01:30", "01:30-24:00",
        "23:30-24:00", "00:15-00:45", "09:00-17:00",
    ];

    public static TheoryData<string, string> EveryChange
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach ((string zone, string date) in Changes)
            {
                data.Add(zone, date);
            }

            return data;
        }
    }

    [Fact]
    public void The_brute_force_covers_fourteen_zones_and_at_least_21_changes_of_11_shapes()
    {
        Assert.Equal(14, Changes.Select(change => change.Zone).Distinct(StringComparer.Ordinal).Count());
        Assert.True(Changes.Length >= 21);
        Assert.True(Shapes.Length >= 11);
    }

    [Theory]
    [MemberData(nameof(EveryChange))]
    public void Every_minute_around_a_clock_change_is_open_exactly_by_the_hull_rule(string zoneId, string changeDate)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[zoneId];
        LocalDate date = World.Date(changeDate);
        Instant middle = date.AtMidnight().InZoneLeniently(zone).ToInstant();
        Assert.Contains(zone.GetZoneIntervals(middle - Duration.FromHours(1), middle + Duration.FromHours(24)), interval => interval.HasStart && interval.Start >= middle - Duration.FromHours(2));

        foreach (string shape in Shapes)
        {
            ClockRange range = DayHours.Parse(shape).Ranges.Single();
            int start = (int)(range.Start.NanosecondOfDay / NodaConstants.NanosecondsPerMinute);
            int end = (int)(range.End.NanosecondOfDay / NodaConstants.NanosecondsPerMinute);
            CalendarCase one = new()
            {
                Zone = zone,
                Anchor = date,
                Week = [.. Enumerable.Repeat<IReadOnlyList<(int, int)>>([(start, end <= start ? end + 1440 - start : end - start)], 7)],
                Seasons = [],
                Layers = [],
            };
            MinuteModel model = new(one, Days);
            for (int minute = 0; minute < model.Minutes; minute++)
            {
                if (model.IsOpen[minute] != one.Calendar.IsOpen(model.InstantOf(minute)))
                {
                    Assert.Fail($"{zoneId}, {shape}: {World.Text(model.InstantOf(minute), zone)} ({model.InstantOf(minute)}) is {(model.IsOpen[minute] ? "open" : "closed")} by the rule");
                }
            }

            Assert.Equal(model.Total, one.Calendar.WorkingTimeBetween(model.InstantOf(0), model.End));
        }
    }

    [Theory]
    [InlineData("America/New_York", "Sun 2025-03-09", "01:00-04:00", 2.0)]
    [InlineData("America/New_York", "Sun 2025-11-02", "00:30-03:00", 3.5)]
    [InlineData("America/New_York", "Sun 2025-03-09", "00:00-24:00", 23.0)]
    [InlineData("America/New_York", "Sun 2025-11-02", "00:00-24:00", 25.0)]
    [InlineData("America/New_York", "Sun 2025-03-09", "02:10-02:50", 0.0)]
    [InlineData("America/New_York", "Sun 2025-03-09", "02:30-04:00", 1.0)]
    [InlineData("America/New_York", "Sun 2025-03-09", "01:00-02:30", 1.0)]
    [InlineData("America/Havana", "Sat 2025-11-01", "22:00-24:00", 2.0)]
    [InlineData("Atlantic/Azores", "Sat 2026-10-24", "22:00-24:00", 2.0)]
    [InlineData("Australia/Lord_Howe", "Sun 2026-04-05", "00:00-01:30", 1.5)]
    [InlineData("Australia/Lord_Howe", "Sun 2026-04-05", "00:00-02:00", 2.5)]
    [InlineData("Pacific/Apia", "Fri 2011-12-30", "09:00-17:00", 0.0)]
    public void A_range_lasts_as_long_as_it_really_lasts(string zoneId, string date, string hours, double expectedHours)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[zoneId];
        BusinessCalendar calendar = BusinessCalendar.Weekly("once", zone, WeeklyHours.Closed).OpenOn(World.Date(date), DayHours.Parse(hours), "test");

        Assert.Equal(Duration.FromHours(expectedHours), calendar.WorkingTimeBetween(calendar.Horizon.Start, calendar.Horizon.End));
        Assert.Equal(expectedHours > 0, calendar.IsWorkingDay(World.Date(date)));
    }

    [Fact]
    public void Ranges_that_are_disjoint_on_the_clock_merge_where_they_share_the_repeated_hour()
    {
        BusinessCalendar calendar = BusinessCalendar.Weekly("shifts", World.NewYork, WeeklyHours.Parse("Su 00:00-01:30,01:30-24:00"));
        BusinessCalendar pair = BusinessCalendar.Weekly("shifts", World.NewYork, WeeklyHours.Parse("Su 00:00-01:30,01:40-24:00"));
        Instant from = World.At("Sun 2025-11-02 00:00", World.NewYork);
        Instant to = World.At("Mon 2025-11-03 00:00", World.NewYork);

        Assert.Equal(Duration.FromHours(25), calendar.WorkingTimeBetween(from, to));
        Assert.Equal([new Interval(from, to)], pair.OpenPeriods(from, to));
    }

    [Fact]
    public void The_night_shift_is_an_hour_shorter_when_the_clocks_go_forward_and_longer_when_they_go_back()
    {
        Assert.Equal(Duration.FromHours(7), Length("Sat 2026-03-28"));
        Assert.Equal(Duration.FromHours(9), Length("Sat 2026-10-24"));
        Assert.Equal(Duration.FromHours(8), Length("Sat 2026-06-06"));

        static Duration Length(string date) => World.NightDesk.ClosingOf(World.Date(date))!.Value - World.NightDesk.OpeningOf(World.Date(date))!.Value;
    }
}

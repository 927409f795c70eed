using AfterSales.Domain.Calendars;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>The ends of time, amounts that do not fit, calendars that never open: every question has an answer at once.</summary>
public class LimitsTests
{
    private static readonly Duration TwoHundredYears = Duration.FromDays(200 * 365);

    private static readonly BusinessCalendar Never = BusinessCalendar.Weekly("never", World.Shanghai, WeeklyHours.Closed);

    private static readonly BusinessCalendar Once = Never.OpenOn(World.Date("Fri 2026-03-27"), DayHours.Parse("09:00-17:00"), "once");

    public static TheoryData<string> Calendars => ["never", "once", "gap-only", "service-hours", "always", "horizon", "intersection", "union", "except"];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void The_ends_of_nodatimes_range_get_an_answer(string name)
    {
        BusinessCalendar calendar = Named(name);
        Duration all = calendar.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue);

        Assert.Equal(all, calendar.WorkingTimeBetween(calendar.Horizon.Start, calendar.Horizon.End));
        foreach (Instant end in new[] { Instant.MinValue, Instant.MaxValue })
        {
            Assert.False(calendar.IsOpen(end));
            Assert.Equal("outside-horizon", calendar.ReasonAt(end).Code);
            Assert.True(calendar.TryAdd(end, Duration.Zero, out Instant same));
            Assert.Equal(end, same);
            foreach (Duration amount in new[] { Duration.MinValue, Duration.MaxValue })
            {
                Assert.False(calendar.TryAdd(end, amount, out _));
                Assert.Throws<BeyondHorizonException>(() => calendar.Add(end, amount));
                Assert.Throws<BeyondHorizonException>(() => calendar.Subtract(end, amount));
            }
        }

        Assert.Null(calendar.NextOpening(Instant.MaxValue));
        Assert.Null(calendar.NextOpeningOrNow(Instant.MaxValue));
        Assert.Null(calendar.NextClosing(Instant.MaxValue));
        Assert.Null(calendar.PreviousOpening(Instant.MinValue));
        Assert.Null(calendar.PreviousClosing(Instant.MinValue));
        Assert.Equal(all > Duration.Zero, calendar.NextOpening(Instant.MinValue) is not null);
        Assert.Equal(all > Duration.Zero, calendar.PreviousClosing(Instant.MaxValue) is not null);
        if (all > Duration.Zero)
        {
            Assert.Equal(calendar.NextOpening(Instant.MinValue), calendar.Add(Instant.MinValue, Duration.Epsilon) - Duration.Epsilon);
            Assert.Equal(calendar.PreviousClosing(Instant.MaxValue), calendar.Add(Instant.MinValue, all));
            Assert.Equal(calendar.PreviousClosing(Instant.MaxValue), calendar.Subtract(Instant.MaxValue, Duration.Epsilon) + Duration.Epsilon);
            Assert.Equal(calendar.NextOpening(Instant.MinValue), calendar.Subtract(Instant.MaxValue, all));
            Assert.False(calendar.TryAdd(Instant.MinValue, all + Duration.Epsilon, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Dates_at_the_ends_of_time_get_an_answer(string name)
    {
        BusinessCalendar calendar = Named(name);
        (LocalDate first, LocalDate last) = (LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

        Assert.False(calendar.IsWorkingDay(first));
        Assert.False(calendar.IsWorkingDay(last));
        Assert.Null(calendar.NextWorkingDay(last));
        Assert.Null(calendar.PreviousWorkingDay(first));
        Assert.Null(calendar.OpeningOf(last));
        Assert.Null(calendar.ClosingOf(first));
        Assert.Equal(first, calendar.AddWorkingDays(first, 0));
        int all = calendar.WorkingDaysBetween(first, last);
        Assert.Equal(-all, calendar.WorkingDaysBetween(last, first));
        Assert.False(calendar.TryAddWorkingDays(first, all + 1, out _));
        Assert.False(calendar.TryAddWorkingDays(last, int.MinValue, out _));
        Assert.Contains("working days after", Assert.Throws<BeyondHorizonException>(() => calendar.AddWorkingDays(first, int.MaxValue)).Message, StringComparison.Ordinal);
        if (all > 0)
        {
            Assert.Equal(calendar.PreviousWorkingDay(last), calendar.AddWorkingDays(first, all));
            Assert.Equal(calendar.NextWorkingDay(first), calendar.AddWorkingDays(last, -all));
        }
    }

    [Fact]
    public void A_calendar_that_never_opens_again_after_its_last_dated_hours_says_so()
    {
        Instant before = World.At("Thu 2026-03-26 12:00", World.Shanghai);

        Assert.Equal(World.At("Fri 2026-03-27 17:00", World.Shanghai), Once.Add(before, Duration.FromHours(8)));
        Assert.False(Once.TryAdd(before, Duration.FromHours(8) + Duration.Epsilon, out _));
        Assert.Null(Once.NextOpening(World.At("Fri 2026-03-27 09:00", World.Shanghai)));
        Assert.Equal(World.At("Fri 2026-03-27 17:00", World.Shanghai), Once.NextClosing(before));
        Assert.Equal(World.Date("Fri 2026-03-27"), Once.NextWorkingDay(World.Date("Thu 2026-03-26")));
        Assert.Null(Once.NextWorkingDay(World.Date("Fri 2026-03-27")));
    }

    [Fact]
    public void Amounts_of_two_hundred_years_are_answered_at_once()
    {
        Instant start = World.At("Fri 2026-03-27 12:00", World.Shanghai);

        Assert.False(World.ServiceHours.TryAdd(start, TwoHundredYears, out _));
        Assert.False(World.ServiceHours.TryAdd(start, -TwoHundredYears, out _));
        Assert.Equal(
            Instant.FromUtc(1900, 1, 1, 0, 0) + TwoHundredYears,
            BusinessCalendar.Always(World.Shanghai).Add(Instant.FromUtc(1900, 1, 1, 0, 0), TwoHundredYears));
    }

    [Fact]
    public void Outside_its_horizon_a_calendar_is_closed()
    {
        Interval march = new(World.At("Fri 2026-03-27 10:00", World.Shanghai), World.At("Mon 2026-03-30 11:00", World.Shanghai));
        BusinessCalendar calendar = World.ServiceHours.Within(march);

        Assert.Equal(march, calendar.Horizon);
        Assert.Equal(Duration.FromHours(2 + 4.5 + 2), calendar.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue));
        Assert.Equal(march.Start, calendar.NextOpening(Instant.MinValue));
        Assert.Equal(march.End, calendar.PreviousClosing(Instant.MaxValue));
        Assert.False(calendar.IsOpen(march.End));
        Assert.Equal(march.Start, calendar.OpeningOf(World.Date("Fri 2026-03-27")));
    }

    [Fact]
    public void A_horizon_that_cannot_be_counted_is_refused()
    {
        Instant start = Instant.FromUtc(2000, 1, 1, 0, 0);
        foreach (Interval horizon in new[]
        {
            new Interval(start, null), new Interval(null, start), new Interval(start, start), new Interval(start, start + Duration.FromDays(300 * 366)),
            new Interval(Instant.MinValue, Instant.MinValue + Duration.FromDays(1)), new Interval(Instant.MaxValue - Duration.FromDays(1), Instant.MaxValue),
        })
        {
            Assert.Contains("at most 250 years", Assert.Throws<ArgumentOutOfRangeException>(() => Never.Within(horizon)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_working_horizon_in_the_far_future_works()
    {
        BusinessCalendar future = BusinessCalendar.Weekly("future", World.Shanghai, World.OfficeHours)
            .Within(new Interval(Instant.FromUtc(9700, 1, 1, 0, 0), Instant.FromUtc(9899, 12, 31, 0, 0)));

        Assert.Equal(Duration.FromHours(37.5), future.WorkingTimeBetween(Instant.FromUtc(9800, 1, 1, 0, 0), Instant.FromUtc(9800, 1, 8, 0, 0)));
    }

    [Fact]
    public void Always_is_open_every_moment_and_every_date_is_a_working_day()
    {
        BusinessCalendar always = BusinessCalendar.Always(World.NewYork);
        LocalDate spring = World.Date("Sun 2026-03-08");

        Assert.Equal(Duration.FromHours(23), always.ClosingOf(spring)!.Value - always.OpeningOf(spring)!.Value);
        Assert.True(always.IsWorkingDay(spring));
        Assert.Equal(spring.PlusDays(10_000), always.AddWorkingDays(spring, 10_000));
        Assert.Equal(always.Horizon.End, always.NextClosing(World.At("Sun 2026-03-08 12:00", World.NewYork)));
        Assert.Equal(always.Horizon.Start, always.PreviousOpening(World.At("Sun 2026-03-08 12:00", World.NewYork)));
        Assert.Equal("always", always.Name);
        Assert.Equal("hotline", BusinessCalendar.Always("hotline", World.NewYork).Name);
    }

    [Fact]
    public void Making_and_changing_calendars_says_what_is_allowed()
    {
        Assert.Throws<ArgumentException>(() => BusinessCalendar.Weekly("Service Hours", World.Shanghai, WeeklyHours.Closed));
        Assert.Throws<ArgumentNullException>(() => BusinessCalendar.Weekly("x", null!, WeeklyHours.Closed));
        Assert.Throws<ArgumentNullException>(() => BusinessCalendar.Weekly("x", World.Shanghai, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Never.WithVersion(0));
        Assert.Throws<ArgumentNullException>(() => Never.With((HolidaySet)null!));
        Assert.Throws<ArgumentNullException>(() => Never.Intersect(null!));
        Assert.Equal(1, Never.Version);
        Assert.Equal(7, Never.WithVersion(7).Version);
        Assert.Equal("service-hours v1: Mo-Fr 09:00-12:00,13:30-18:00, Asia/Shanghai, 255 dated entries, known through 2026-12-31", World.ServiceHours.ToString());
        Assert.Equal(DateTimeZoneProviders.Tzdb.VersionId, World.ServiceHours.ZoneDataVersion);
        Assert.Null(BusinessCalendar.Always(DateTimeZone.ForOffset(Offset.FromHoursAndMinutes(5, 17))).ZoneDataVersion);
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    public void At_the_ends_of_time_it_is_said_what_is_known(string zone)
    {
        BusinessCalendar calendar = BusinessCalendar.Always(DateTimeZoneProviders.Tzdb[zone]);
        BusinessCalendar informed = calendar.With(ChinaHolidays.Through(2026));
        foreach (Instant end in new[] { Instant.MinValue, Instant.MaxValue })
        {
            Assert.True(calendar.IsKnown(end));
            Assert.False(informed.IsKnown(end));
        }
    }

    [Fact]
    public void A_set_may_be_complete_to_the_end_of_time_and_another_of_its_name_may_follow()
    {
        HolidaySet ever = new HolidaySet("none", []).KnownBetween(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
        HolidaySet year = new HolidaySet("none", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
        HolidaySet next = new HolidaySet("none", []).KnownBetween(new LocalDate(2027, 1, 1), LocalDate.MaxIsoValue);
        HolidaySet later = new HolidaySet("none", []).KnownBetween(new LocalDate(2028, 1, 1), LocalDate.MaxIsoValue);

        Assert.Equal((LocalDate.MinIsoValue, LocalDate.MaxIsoValue), Known(ever, year, ever));
        Assert.Equal((new LocalDate(2026, 1, 1), LocalDate.MaxIsoValue), Known(next, year));
        Assert.Equal((new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)), Known(later, year));

        static (LocalDate?, LocalDate?) Known(params HolidaySet[] sets) => (Never.With(sets).KnownFrom, Never.With(sets).KnownThrough);
    }

    [Fact]
    public void The_smallest_amount_of_all_is_subtracted_as_an_amount_that_no_calendar_has()
    {
        BusinessCalendar always = BusinessCalendar.Always(World.Shanghai);
        Instant at = World.At("Fri 2026-03-27 12:00", World.Shanghai);

        Assert.Throws<BeyondHorizonException>(() => always.Subtract(at, Duration.MinValue));
        Assert.Throws<BeyondHorizonException>(() => always.Subtract(at, Duration.MaxValue));
        Assert.Equal(at + Duration.FromHours(1), always.Subtract(at, -Duration.FromHours(1)));
        Assert.Equal(Instant.MaxValue, always.Subtract(Instant.MaxValue, Duration.Zero));
    }

    [Fact]
    public void A_horizon_holds_whichever_end_of_it_is_asked_first()
    {
        Assert.False(BusinessCalendar.Always(World.NewYork).IsOpen(Instant.FromUtc(1899, 12, 31, 23, 59)));
        Assert.True(BusinessCalendar.Always(World.NewYork).IsOpen(Instant.FromUtc(1900, 1, 1, 0, 0)));
        Assert.True(BusinessCalendar.Always(World.NewYork).IsOpen(Instant.FromUtc(2099, 12, 31, 23, 59)));
        Assert.False(BusinessCalendar.Always(World.NewYork).IsOpen(Instant.FromUtc(2100, 1, 1, 0, 0)));
        Assert.Equal(Instant.FromUtc(1900, 1, 1, 0, 0), BusinessCalendar.Always(World.Shanghai).OpeningOf(new LocalDate(1900, 1, 1)));
        Assert.Equal(Instant.FromUtc(2100, 1, 1, 0, 0), BusinessCalendar.Always(World.Shanghai).ClosingOf(new LocalDate(2100, 1, 1)));
        Interval widest = new(Instant.FromUtc(9750, 1, 1, 0, 0), Instant.FromUtc(9900, 1, 1, 0, 0));
        Assert.Equal(widest, Never.Within(widest).Horizon);
        Assert.Throws<ArgumentOutOfRangeException>(() => Never.Within(new Interval(widest.Start, widest.End + Duration.Epsilon)));
        Interval first = new(Instant.FromUtc(1, 1, 8, 0, 0), Instant.FromUtc(200, 1, 1, 0, 0));
        Assert.Equal(first, Never.Within(first).Horizon);
        Assert.Throws<ArgumentOutOfRangeException>(() => Never.Within(new Interval(first.Start - Duration.Epsilon, first.End)));
    }

    [Fact]
    public void Dates_whose_hours_lie_outside_the_horizon_are_no_working_days()
    {
        BusinessCalendar calendar = World.ServiceHours.Within(new Interval(World.At("Fri 2026-03-27 10:00", World.Shanghai), World.At("Mon 2026-03-30 09:00", World.Shanghai)));

        Assert.Equal([false, true, false], new[] { "Thu 2026-03-26", "Fri 2026-03-27", "Mon 2026-03-30" }.Select(date => calendar.IsWorkingDay(World.Date(date))));
        Assert.Equal(1, calendar.WorkingDaysBetween(new LocalDate(2020, 1, 1), new LocalDate(2030, 1, 1)));
        Assert.False(World.ServiceHours.IsWorkingDay(new LocalDate(1500, 1, 1)));
        Assert.False(World.ServiceHours.IsWorkingDay(new LocalDate(2500, 1, 1)));
    }

    [Fact]
    public void A_combined_calendar_may_look_back_further_than_its_parts_reach_forward()
    {
        Interval late = new(Instant.FromUtc(1949, 1, 1, 0, 0), Instant.FromUtc(2199, 1, 1, 0, 0));
        Interval early = new(Instant.FromUtc(1700, 1, 1, 0, 0), Instant.FromUtc(1950, 1, 1, 0, 0));
        BusinessCalendar always = BusinessCalendar.Always(DateTimeZone.Utc);

        foreach ((Interval parts, Interval whole, LocalDate jubilee) in new[] { (late, early, new LocalDate(1701, 1, 1)), (early, late, new LocalDate(2198, 1, 1)) })
        {
            BusinessCalendar combined = always.Within(parts).Except(Never).Within(whole);
            Assert.Equal(Duration.FromDays(365), combined.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue));
            Assert.Equal((late.Start, early.End), (combined.NextOpening(Instant.MinValue), combined.PreviousClosing(Instant.MaxValue)));
            Assert.Equal(Duration.FromDays(366), combined.OpenOn(jubilee, DayHours.AllDay, "jubilee").WorkingTimeBetween(whole.Start, whole.End));
        }
    }

    private static BusinessCalendar Named(string name) => name switch
    {
        "never" => Never,
        "once" => Once,
        "gap-only" => BusinessCalendar.Weekly("gap-only", World.NewYork, WeeklyHours.Closed).OpenOn(World.Date("Sun 2025-03-09"), DayHours.Parse("02:00-03:00"), "in the gap"),
        "service-hours" => World.ServiceHours,
        "always" => BusinessCalendar.Always(World.NewYork),
        "horizon" => World.NightDesk.Within(new Interval(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 2, 1, 0, 0))),
        "intersection" => World.ServiceHours.Intersect(World.NightDesk),
        "union" => World.ServiceHours.Union(World.NightDesk),
        _ => World.ServiceHours.Except(World.NightDesk),
    };
}

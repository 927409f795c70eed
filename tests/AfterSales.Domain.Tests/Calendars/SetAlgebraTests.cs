using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>Intersect, Union and Except are and, or, and-not at every instant, over calendars of different zones.</summary>
public class SetAlgebraTests
{
    private static readonly Gen<(BusinessCalendar Left, BusinessCalendar Right, Instant[] Instants)> Pairs =
        from left in CalendarGenerators.CasesWithInstants(10)
        from right in CalendarGenerators.Cases
        select (left.Case.Calendar, right.Calendar, left.Instants);

    [Fact]
    public void Combined_calendars_are_open_by_and_or_and_and_not() => Law.Holds(Pairs, pair =>
    {
        BusinessCalendar and = pair.Left.Intersect(pair.Right);
        BusinessCalendar or = pair.Left.Union(pair.Right);
        BusinessCalendar except = pair.Left.Except(pair.Right);
        foreach (Instant at in pair.Instants)
        {
            (bool left, bool right) = (pair.Left.IsOpen(at), pair.Right.IsOpen(at));
            Assert.Equal(left && right, and.IsOpen(at));
            Assert.Equal(left || right, or.IsOpen(at));
            Assert.Equal(left && !right, except.IsOpen(at));
        }

        (Instant from, Instant to) = (pair.Instants.Min(), pair.Instants.Max());
        Duration both = and.WorkingTimeBetween(from, to);
        Assert.Equal(pair.Left.WorkingTimeBetween(from, to), both + except.WorkingTimeBetween(from, to));
        Assert.Equal(pair.Left.WorkingTimeBetween(from, to) + pair.Right.WorkingTimeBetween(from, to), both + or.WorkingTimeBetween(from, to));
    });

    [Fact]
    public void The_dates_of_an_intersection_own_what_the_left_dates_own_of_it() => Law.Holds(Pairs, pair =>
    {
        BusinessCalendar and = pair.Left.Intersect(pair.Right);
        LocalDate date = pair.Instants[0].InZone(pair.Left.Zone).Date;
        if (and.OpeningOf(date) is { } opening)
        {
            Assert.True(pair.Left.IsWorkingDay(date));
            Assert.True(opening >= pair.Left.OpeningOf(date));
            Assert.True(and.ClosingOf(date) <= pair.Left.ClosingOf(date));
        }

        Assert.Equal(and.OpeningOf(date) is not null, and.IsWorkingDay(date));
    });

    [Fact]
    public void The_description_of_a_combined_calendar_is_open_where_it_is() => Law.Holds(Pairs, pair =>
    {
        (Instant from, Instant to) = (pair.Instants[0], pair.Instants[0] + Duration.FromHours(75));
        foreach (BusinessCalendar calendar in new[] { pair.Left.Intersect(pair.Right), pair.Left.Union(pair.Right), pair.Left.Except(pair.Right) })
        {
            Instant at = from;
            foreach (CalendarSpan span in calendar.Describe(from, to))
            {
                Assert.Equal(at, span.Start);
                Assert.Equal(span.IsOpen ? span.Duration : Duration.Zero, calendar.WorkingTimeBetween(span.Start, span.End));
                at = span.End;
            }

            Assert.Equal(to, at);
        }
    });

    [Fact]
    public void Team_hours_within_site_hours_are_open_while_both_are()
    {
        BusinessCalendar site = BusinessCalendar.Weekly("site", World.Berlin, WeeklyHours.Parse("Mo-Fr 08:00-16:00"));
        BusinessCalendar onSite = World.ServiceHours.Intersect(site);

        Assert.Equal(
            [new Interval(World.At("Mon 2026-03-30 14:00", World.Shanghai), World.At("Mon 2026-03-30 18:00", World.Shanghai))],
            onSite.OpenPeriods(World.At("Mon 2026-03-30 00:00", World.Shanghai), World.At("Tue 2026-03-31 00:00", World.Shanghai)));
        Assert.Equal("(service-hours and site)", onSite.Name);
        Assert.Equal(World.Shanghai, onSite.Zone);
        Assert.Equal(World.At("Mon 2026-03-30 18:00", World.Shanghai), onSite.ClosingOf(World.Date("Mon 2026-03-30")));
        Assert.Equal(new LocalDate(2026, 12, 31), onSite.KnownThrough);
        Assert.Equal("on-site", onSite.Named("on-site").Name);
    }

    [Fact]
    public void Following_the_sun_a_span_is_owned_by_the_local_date_it_starts_on()
    {
        BusinessCalendar shanghai = BusinessCalendar.Weekly("shanghai", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00"));
        BusinessCalendar newYork = BusinessCalendar.Weekly("new-york", World.NewYork, WeeklyHours.Parse("Mo-Fr 09:00-18:00"));
        BusinessCalendar both = shanghai.Union(newYork);

        // Friday's hours of New York are Friday evening and Saturday morning in Shanghai.
        Assert.True(both.IsOpen(World.At("Sat 2026-01-10 03:00", World.Shanghai)));
        Assert.False(both.IsWorkingDay(World.Date("Sat 2026-01-10")));
        Assert.Equal(World.At("Sat 2026-01-10 07:00", World.Shanghai), both.ClosingOf(World.Date("Fri 2026-01-09")));
        Assert.Equal(World.At("Fri 2026-01-09 09:00", World.Shanghai), both.OpeningOf(World.Date("Fri 2026-01-09")));
        Assert.Equal("(shanghai or new-york)", both.Name);
    }

    [Fact]
    public void Maintenance_windows_are_taken_out()
    {
        BusinessCalendar maintenance = BusinessCalendar.Weekly("maintenance", World.Shanghai, WeeklyHours.Parse("Su 02:00-04:00"));
        BusinessCalendar hotline = BusinessCalendar.Always("hotline", World.Shanghai).Except(maintenance);

        CalendarSpan[] night = [.. hotline.Describe(World.At("Sun 2026-03-29 00:00", World.Shanghai), World.At("Sun 2026-03-29 06:00", World.Shanghai))];

        Assert.Equal(["regular-hours", "excluded", "regular-hours"], night.Select(span => span.Reason.Code));
        Assert.Equal("excluded by: maintenance", $"{night[1].Reason}");
        Assert.Equal(Duration.FromHours(2), night[1].Duration);
    }

    [Fact]
    public void A_combined_calendar_takes_dated_entries_of_its_own_but_no_weekdays()
    {
        BusinessCalendar onSite = World.ServiceHours.Intersect(BusinessCalendar.Always(World.Shanghai));
        LocalDate monday = World.Date("Mon 2026-03-30");

        Assert.False(onSite.ClosedOn(monday, "site closed").IsWorkingDay(monday));
        Assert.Equal(World.At("Mon 2026-03-30 20:00", World.Shanghai), onSite.OpenOn(monday, DayHours.Parse("19:00-20:00"), "late shift").ClosingOf(monday));
        Assert.Contains("make-up days with hours of their own", Assert.Throws<InvalidOperationException>(() => onSite.MakeUpDay(monday, IsoDayOfWeek.Friday, "make-up")).Message, StringComparison.Ordinal);
        Assert.False(BusinessCalendar.Weekly("never", World.NewYork, WeeklyHours.Closed).Union(BusinessCalendar.Weekly("never", World.NewYork, WeeklyHours.Closed))
            .OpenOn(World.Date("Sun 2025-03-09"), DayHours.Parse("02:00-03:00"), "in the gap").IsWorkingDay(World.Date("Sun 2025-03-09")));
        Assert.Throws<InvalidOperationException>(() => onSite.With(Season.From(monday, WeeklyHours.AllTheTime, "summer")));
    }

    [Fact]
    public void Horizons_are_shared_by_an_intersection_and_joined_by_a_union()
    {
        BusinessCalendar early = BusinessCalendar.Always(World.Shanghai).Within(new Interval(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2010, 1, 1, 0, 0)));
        BusinessCalendar late = BusinessCalendar.Always(World.Shanghai).Within(new Interval(Instant.FromUtc(2005, 1, 1, 0, 0), Instant.FromUtc(2020, 1, 1, 0, 0)));
        BusinessCalendar ancient = BusinessCalendar.Always(World.Shanghai).Within(new Interval(Instant.FromUtc(1500, 1, 1, 0, 0), Instant.FromUtc(1600, 1, 1, 0, 0)));

        Assert.Equal(new Interval(Instant.FromUtc(2005, 1, 1, 0, 0), Instant.FromUtc(2010, 1, 1, 0, 0)), early.Intersect(late).Horizon);
        Assert.Equal(new Interval(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2020, 1, 1, 0, 0)), early.Union(late).Horizon);
        Assert.Throws<ArgumentException>(() => early.Intersect(ancient));
        Assert.Throws<ArgumentException>(() => early.Intersect(late.Within(new Interval(early.Horizon.End, late.Horizon.End))));
        Assert.Throws<ArgumentException>(() => early.Union(ancient));
    }

    [Fact]
    public void The_two_ends_of_the_world_meet_three_dates_apart()
    {
        // 26 hours lie between the zones, and a shift reaches far into its second date.
        DateTimeZone first = DateTimeZoneProviders.Tzdb["Pacific/Kiritimati"];
        DateTimeZone last = DateTimeZoneProviders.Tzdb["Etc/GMT+12"];
        LocalDate monday = World.Date("Mon 2026-03-02");
        BusinessCalendar longShift = BusinessCalendar.Weekly("long-shift", last, WeeklyHours.Closed).OpenOn(monday, DayHours.Parse("23:00-22:30"), "move");
        BusinessCalendar longShifts = BusinessCalendar.Weekly("long-shifts", last, WeeklyHours.Parse("Mo-Su 23:00-22:30"));
        BusinessCalendar hour = BusinessCalendar.Weekly("hour", first, WeeklyHours.Closed).OpenOn(monday, DayHours.Parse("00:00-01:00"), "ceremony");

        Assert.Equal(Duration.FromHours(23.5), All(longShift));
        Assert.Equal(Duration.FromHours(23.5), All(BusinessCalendar.Always(first).Intersect(longShift)));
        Assert.Equal(Duration.FromHours(23.5), All(longShift.Intersect(BusinessCalendar.Always(first))));
        Assert.Equal(Duration.FromMinutes(30), All(longShifts.Intersect(hour)));
        Assert.Equal(Duration.FromMinutes(30), All(hour.Intersect(longShifts)));

        static Duration All(BusinessCalendar calendar) => calendar.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue);
    }

    [Fact]
    public void A_union_reaches_from_the_first_to_the_last_date_of_either()
    {
        BusinessCalendar spring = Once("spring", "Mon 2024-03-04");
        BusinessCalendar autumn = Once("autumn", "Mon 2028-10-02").OpenOn(World.Date("Mon 2030-10-07"), DayHours.Parse("09:00-17:00"), "fair");
        foreach (BusinessCalendar both in new[] { spring.Union(autumn), autumn.Union(spring) })
        {
            Assert.Equal(Duration.FromHours(24), both.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue));
            Assert.Equal(World.Date("Mon 2028-10-02"), both.NextWorkingDay(World.Date("Mon 2024-03-04")));
            Assert.Equal(World.Date("Mon 2030-10-07"), both.NextWorkingDay(World.Date("Mon 2028-10-02")));
        }

        static BusinessCalendar Once(string name, string date) =>
            BusinessCalendar.Weekly(name, World.Shanghai, WeeklyHours.Closed).OpenOn(World.Date(date), DayHours.Parse("09:00-17:00"), "fair");
    }

    [Fact]
    public void A_date_whose_hours_are_all_taken_out_is_no_working_day()
    {
        LocalDate monday = World.Date("Mon 2026-03-30");
        BusinessCalendar office = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-17:00"));
        BusinessCalendar mondays = BusinessCalendar.Weekly("mondays", World.Shanghai, WeeklyHours.Parse("Mo 09:00-17:00"));
        BusinessCalendar closed = office.ClosedOn(monday, new ClockRange(new LocalTime(9, 0), new LocalTime(17, 0)), "power cut");

        Assert.False(office.Except(mondays).IsWorkingDay(monday));
        Assert.True(office.Except(mondays).IsWorkingDay(monday.PlusDays(1)));
        Assert.Null(office.Except(mondays).OpeningOf(monday));
        Assert.False(closed.IsWorkingDay(monday));
        Assert.Null(closed.OpeningOf(monday));
    }

    [Fact]
    public void Combined_calendars_are_equal_when_they_are_combined_alike_of_equal_ones()
    {
        BusinessCalendar left = BusinessCalendar.Always("left", World.Shanghai);
        BusinessCalendar right = BusinessCalendar.Always("right", World.Berlin);
        CalendarBasis union = left.Union(right).Basis;

        Assert.Equal(union, left.Union(BusinessCalendar.Always("right", World.Berlin)).Basis);
        Assert.Equal(union.GetHashCode(), left.Union(BusinessCalendar.Always("right", World.Berlin)).Basis.GetHashCode());
        Assert.All(
            [left.Intersect(right).Basis, left.Except(right).Basis, right.Union(left).Basis, left.Union(left).Basis, left.Basis, left.Union(right.WithVersion(2)).Basis],
            other => Assert.NotEqual(union, other));
    }

    [Fact]
    public void What_is_known_of_a_combined_calendar_is_what_is_known_of_both()
    {
        BusinessCalendar left = Known("left", 2020, 2026);
        BusinessCalendar right = Known("right", 2022, 2024);
        BusinessCalendar unknown = BusinessCalendar.Always("unknown", World.Shanghai);

        foreach (BusinessCalendar both in new[] { left.Intersect(right), right.Union(left), left.Except(right) })
        {
            Assert.Equal((new LocalDate(2022, 1, 1), new LocalDate(2024, 12, 31)), (both.KnownFrom, both.KnownThrough));
        }

        Assert.Equal((new LocalDate(2022, 1, 1), new LocalDate(2024, 12, 31)), (unknown.Intersect(right).KnownFrom, unknown.Intersect(right).KnownThrough));
        Assert.Null(unknown.Union(unknown).KnownThrough);

        static BusinessCalendar Known(string name, int from, int through) => BusinessCalendar.Always(name, World.Shanghai)
            .With(new HolidaySet(name, []).KnownBetween(new LocalDate(from, 1, 1), new LocalDate(through, 12, 31)));
    }

    [Fact]
    public void A_calendar_is_combined_of_at_most_100()
    {
        BusinessCalendar always = BusinessCalendar.Always(World.Shanghai);
        BusinessCalendar window = BusinessCalendar.Weekly("window", World.Berlin, WeeklyHours.Parse("Su 02:00-04:00"));
        BusinessCalendar longest = Enumerable.Range(1, 99).Aggregate(always, (made, number) => made.Except(window));
        BusinessCalendar deepest = Enumerable.Range(1, 99).Aggregate(window, (made, number) => window.Union(made));
        Instant monday = World.At("Mon 2026-03-30 09:00", World.Shanghai);

        // The stack of a thread on Windows; a quarter of it is enough for the optimized code.
        Exception? problem = null;
        Thread small = new(() => problem = Record.Exception(() =>
        {
            Assert.Equal(monday + Duration.FromHours(166), longest.Add(monday, Duration.FromHours(164)));
            Assert.Equal(Duration.FromHours(2), deepest.WorkingTimeBetween(monday, monday + Duration.FromDays(7)));
            Assert.NotEmpty(deepest.Describe(monday, monday + Duration.FromHours(1)));
        }), maxStackSize: 1024 * 1024);
        small.Start();
        small.Join();
        Assert.Null(problem);

        foreach (Func<BusinessCalendar> one in new Func<BusinessCalendar>[] { () => longest.Except(window), () => deepest.Union(window), () => window.Intersect(deepest), () => longest.Union(longest) })
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(one);
            Assert.Equal("other", refused.ParamName);
            Assert.Contains("at most 100", refused.Message, StringComparison.Ordinal);
        }
    }
}

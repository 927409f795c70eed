using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>Which reason holds where two could: at the instant at which one date hands over to the next, in the second of two closures, in a season within a season.</summary>
public class ReasonTests
{
    private static readonly LocalDate Monday = World.Date("Mon 2026-03-30");

    private static readonly BusinessCalendar Office = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00"));

    private static readonly Gen<(BusinessCalendar Calendar, Instant From)> Described =
        from left in CalendarGenerators.CasesWithInstants(1)
        from right in CalendarGenerators.Cases
        from calendar in Gen.Elements<Func<BusinessCalendar, BusinessCalendar, BusinessCalendar>>(
            (one, other) => one, (one, other) => one.Intersect(other), (one, other) => one.Union(other), (one, other) => one.Except(other), (one, other) => one.Union(other).ClosedOn(left.Case.Anchor, "moving"))
        select (calendar(left.Case.Calendar, right.Calendar), left.Instants[0]);

    [Fact]
    public void The_reason_of_a_span_is_that_of_every_instant_in_it() => Law.HoldsOnFewer(Described, 4, one =>
    {
        foreach (CalendarSpan span in one.Calendar.Describe(one.From, one.From + Duration.FromHours(60)))
        {
            for (Instant at = span.Start; at < span.End; at += Duration.FromMinutes(23))
            {
                Assert.Equal(span.Reason, one.Calendar.ReasonAt(at));
            }

            Assert.Equal(span.Reason, one.Calendar.ReasonAt(span.End - Duration.Epsilon));
        }
    });

    [Fact]
    public void At_midnight_the_hours_of_the_new_date_tell_why_it_is_open()
    {
        BusinessCalendar fair = BusinessCalendar.Always(World.Shanghai).OpenOn(Monday, DayHours.AllDay, "fair");

        Assert.Equal("regular-hours", fair.ReasonAt(World.At("Sun 2026-03-29 23:59", World.Shanghai)).Code);
        Assert.Equal("special hours: fair", $"{fair.ReasonAt(World.At("Mon 2026-03-30 00:00", World.Shanghai))}");
        Assert.Equal("regular-hours", fair.ReasonAt(World.At("Tue 2026-03-31 00:00", World.Shanghai)).Code);
    }

    [Fact]
    public void A_closure_that_begins_with_the_hours_and_a_second_one_of_the_date_are_told_by_their_own_names()
    {
        BusinessCalendar calendar = Office
            .ClosedOn(Monday, new ClockRange(new LocalTime(9, 0), new LocalTime(10, 0)), "staff meeting")
            .ClosedOn(Monday, new ClockRange(new LocalTime(15, 0), new LocalTime(16, 0)), "fire drill")
            .ClosedOn(Monday, new ClockRange(new LocalTime(16, 0), new LocalTime(17, 0)), "lecture");

        Assert.Equal("closed for a part of the day: staff meeting", $"{calendar.ReasonAt(World.At("Mon 2026-03-30 09:00", World.Shanghai))}");
        Assert.Equal("closed for a part of the day: fire drill", $"{calendar.ReasonAt(World.At("Mon 2026-03-30 15:30", World.Shanghai))}");
        Assert.Equal("closed for a part of the day: lecture", $"{calendar.ReasonAt(World.At("Mon 2026-03-30 16:00", World.Shanghai))}");
        Assert.Equal("regular-hours", calendar.ReasonAt(World.At("Mon 2026-03-30 10:00", World.Shanghai)).Code);
    }

    [Fact]
    public void A_season_that_was_added_is_named_before_one_in_the_hours_themselves()
    {
        BusinessCalendar calendar = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00; Jul-Aug Mo-Fr 08:00-15:00"))
            .With(Season.EveryYear(new AnnualDate(8, 1), new AnnualDate(8, 31), WeeklyHours.Parse("Mo-Fr 10:00-12:00"), "August break"));

        Assert.Equal("seasonal hours: Jul-Aug", $"{calendar.ReasonAt(World.At("Fri 2026-07-31 10:30", World.Shanghai))}");
        Assert.Equal("seasonal hours: August break", $"{calendar.ReasonAt(World.At("Mon 2026-08-03 10:30", World.Shanghai))}");
        Assert.False(calendar.IsOpen(World.At("Mon 2026-08-03 08:30", World.Shanghai)));
        BusinessCalendar later = Office.With(Season.From(new LocalDate(2027, 1, 1), WeeklyHours.Parse("Mo-Fr 09:00-17:00; Jul Mo-Fr 08:00-12:00"), "new hours"));
        Assert.Equal("seasonal hours: new hours", $"{later.ReasonAt(World.At("Wed 2027-06-30 10:30", World.Shanghai))}");
        Assert.Equal("seasonal hours: Jul", $"{later.ReasonAt(World.At("Thu 2027-07-01 10:30", World.Shanghai))}");
    }

    [Fact]
    public void A_night_shift_over_the_first_of_a_season_keeps_the_hours_and_the_reason_of_the_date_that_it_began_on()
    {
        BusinessCalendar desk = BusinessCalendar.Weekly("night-desk", World.Berlin, WeeklyHours.Parse("Mo-Su 22:00-06:00"))
            .With(Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 31), WeeklyHours.Parse("Mo-Su 20:00-02:00"), "summer hours"));

        Assert.Equal(
            ["regular hours until 06:00", "outside the day's hours until 20:00", "seasonal hours: summer hours until 02:00"],
            Told("Wed 2026-07-01 00:00", "Thu 2026-07-02 02:00"));
        Assert.Equal(
            ["seasonal hours: summer hours until 02:00", "outside the day's hours until 22:00", "regular hours until 06:00"],
            Told("Tue 2026-09-01 00:00", "Wed 2026-09-02 06:00"));

        string[] Told(string from, string to) => [.. desk.Describe(World.At(from, World.Berlin), World.At(to, World.Berlin))
            .Select(span => FormattableString.Invariant($"{span.Reason} until {span.End.InZone(World.Berlin):HH':'mm}"))];
    }

    [Fact]
    public void The_morning_that_a_closed_eve_took_away_is_told_as_outside_hours_by_weekly_hours()
    {
        BusinessCalendar desk = World.NightDesk.ClosedOn(World.Date("Sun 2026-06-07"), "holiday");

        Assert.Equal("closed: holiday", $"{desk.ReasonAt(World.At("Sun 2026-06-07 23:00", World.Berlin))}");
        Assert.Equal("outside-hours", desk.ReasonAt(World.At("Mon 2026-06-08 05:00", World.Berlin)).Code);
    }

    [Fact]
    public void Reasons_of_the_other_calendar_are_told_beyond_its_own_midnight()
    {
        // Midnight in New York is noon in Shanghai; a fire drill there outlasts the hours.
        BusinessCalendar night = BusinessCalendar.Weekly("night", World.NewYork, WeeklyHours.Parse("Mo-Su 01:00-05:00"))
            .ClosedOn(World.Date("Tue 2026-06-09"), new ClockRange(new LocalTime(4, 0), new LocalTime(6, 0)), "fire drill");
        BusinessCalendar both = BusinessCalendar.Always(World.Shanghai).Intersect(night);

        CalendarSpan[] spans = [.. both.Describe(World.At("Tue 2026-06-09 00:00", World.Shanghai), World.At("Wed 2026-06-10 00:00", World.Shanghai))];

        Assert.Equal(["outside-hours", "regular-hours", "closed-part", "outside-hours"], spans.Select(span => span.Reason.Code));
        Assert.Equal([13, 3, 1, 7], spans.Select(span => span.Duration.TotalHours));
    }

    [Fact]
    public void A_description_crosses_both_ends_of_the_horizon()
    {
        Instant start = World.At("Fri 2026-03-27 10:00", World.Shanghai);
        BusinessCalendar calendar = Office.Within(new NodaTime.Interval(start, start + Duration.FromHours(5)));

        CalendarSpan[] spans = [.. calendar.Describe(start - Duration.FromDays(3), start + Duration.FromDays(3)).Take(10)];

        Assert.Equal(["outside-horizon", "regular-hours", "outside-horizon"], spans.Select(span => span.Reason.Code));
        Assert.Equal([Duration.FromDays(3), Duration.FromHours(5), Duration.FromDays(3) - Duration.FromHours(5)], spans.Select(span => span.Duration));
    }

    [Fact]
    public void A_description_ends_where_it_was_asked_to_end()
    {
        CalendarSpan span = Assert.Single(World.ServiceHours.Describe(World.At("Fri 2026-03-27 11:00", World.Shanghai), World.At("Fri 2026-03-27 12:00", World.Shanghai)));

        Assert.Equal(("regular-hours", Duration.FromHours(1)), (span.Reason.Code, span.Duration));
    }

    [Fact]
    public void A_night_on_which_midnight_comes_twice_is_told_to_its_end()
    {
        // In St. John's the clocks went back from 00:01 to 23:01 of the date before.
        DateTimeZone newfoundland = DateTimeZoneProviders.Tzdb["America/St_Johns"];
        BusinessCalendar calendar = BusinessCalendar.Weekly("desk", newfoundland, WeeklyHours.Parse("Mo-Su 08:00-20:00"));
        (Instant from, Instant to) = (World.At("Sat 2006-10-28 12:00", newfoundland), World.At("Sun 2006-10-29 12:00", newfoundland));

        CalendarSpan[] spans = [.. calendar.Describe(from, to).Take(10)];

        Assert.Equal(["regular-hours", "outside-hours", "regular-hours"], spans.Select(span => span.Reason.Code));
        Assert.Equal([Duration.FromHours(8), Duration.FromHours(13), Duration.FromHours(4)], spans.Select(span => span.Duration));

        // The closed Sunday begins, is interrupted by the last hour of Saturday, and begins again.
        spans = [.. calendar.ClosedOn(World.Date("Sun 2006-10-29"), "harvest").Describe(from, to).Take(10)];
        Assert.Equal(["regular-hours", "outside-hours", "closed", "outside-hours", "closed"], spans.Select(span => span.Reason.Code));
        Assert.Equal(
            [Duration.FromHours(8), Duration.FromHours(4), Duration.FromMinutes(1), Duration.FromMinutes(59), Duration.FromHours(12)], spans.Select(span => span.Duration));
    }
}

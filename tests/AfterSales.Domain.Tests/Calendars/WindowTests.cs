using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>Questions that lead out of the years that a calendar has looked at so far, in either direction.</summary>
public class WindowTests
{
    [Fact]
    public void The_only_opening_is_found_from_far_before_and_far_behind()
    {
        Instant opening = World.At("Fri 2026-03-27 09:00", World.Shanghai);
        Instant closing = World.At("Fri 2026-03-27 17:00", World.Shanghai);
        foreach (int days in new[] { 1, 100, 2_000, 20_000 })
        {
            BusinessCalendar behind = Fresh();
            Assert.Equal((opening, closing), (behind.PreviousOpening(closing + Duration.FromDays(days)), behind.PreviousClosing(closing + Duration.FromDays(days))));
            BusinessCalendar before = Fresh();
            Assert.Equal((opening, closing), (before.NextOpening(opening - Duration.FromDays(days)), before.NextClosing(opening - Duration.FromDays(days))));
            Assert.Null(before.PreviousOpening(opening - Duration.FromDays(days)));
            Assert.Null(before.PreviousClosing(opening - Duration.FromDays(days)));
            Assert.Null(before.PreviousWorkingDay(World.Date("Fri 2026-03-27").PlusDays(-days)));
            Assert.Null(behind.NextOpening(closing + Duration.FromDays(days)));
            Assert.Null(behind.NextClosing(closing + Duration.FromDays(days)));
            Assert.Null(behind.NextWorkingDay(World.Date("Fri 2026-03-27").PlusDays(days)));
        }

        BusinessCalendar twice = Fresh().OpenOn(World.Date("Fri 2019-03-01"), DayHours.Parse("09:00-17:00"), "before");
        Assert.Equal(Duration.FromHours(16), twice.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue));
        Assert.Equal(World.Date("Fri 2019-03-01"), twice.PreviousWorkingDay(World.Date("Fri 2026-03-27")));

        static BusinessCalendar Fresh() => BusinessCalendar.Weekly("once", World.Shanghai, WeeklyHours.Closed).OpenOn(World.Date("Fri 2026-03-27"), DayHours.Parse("09:00-17:00"), "once");
    }

    [Fact]
    public void An_opening_that_lasts_for_years_is_found_whole_from_its_middle()
    {
        BusinessCalendar calendar = BusinessCalendar.Always(World.Shanghai)
            .ClosedOn(new LocalDate(2010, 5, 3), "move")
            .ClosedOn(new LocalDate(2040, 5, 4), "move");
        Instant middle = Instant.FromUtc(2026, 1, 1, 12, 0);

        Assert.Equal(World.At("Tue 2010-05-04 00:00", World.Shanghai), calendar.PreviousOpening(middle));
        Assert.Equal(World.At("Fri 2040-05-04 00:00", World.Shanghai), calendar.NextClosing(middle));
        Assert.Equal(World.At("Mon 2010-05-03 00:00", World.Shanghai), calendar.PreviousClosing(middle));
        Assert.Equal(World.At("Sat 2040-05-05 00:00", World.Shanghai), calendar.NextOpening(middle));
    }

    [Fact]
    public void A_first_date_that_the_first_question_did_not_think_of_is_open_from_its_first_instant()
    {
        Instant noon = Instant.FromUtc(2026, 3, 27, 12, 0);
        BusinessCalendar calendar = BusinessCalendar.Always(World.Shanghai);
        Assert.True(calendar.IsOpen(noon));
        for (int days = 0; days < 800; days++)
        {
            Instant midnight = Instant.FromUtc(2026, 3, 27, 0, 0) - Duration.FromDays(days);
            Assert.True(calendar.IsOpen(midnight));
            Assert.Equal(noon - midnight, calendar.WorkingTimeBetween(midnight, noon));
            Assert.True(calendar.IsWorkingDay(World.Date("Fri 2026-03-27").PlusDays(-days)));
        }
    }

    [Fact]
    public void Seventy_thousand_part_day_closures_are_cut_out_at_once()
    {
        ClockRange lunch = new(new LocalTime(12, 0), new LocalTime(12, 30));
        IEnumerable<DatedHours> lunches = Enumerable.Range(0, 70_000).Select(day => DatedHours.ClosedFor(new LocalDate(1905, 1, 1).PlusDays(day), lunch, "lunch"));
        BusinessCalendar calendar = BusinessCalendar.Always(DateTimeZone.Utc).With(new HolidaySet("lunches", lunches));

        Assert.Equal(Duration.FromDays(73_049) - (Duration.FromMinutes(30) * 70_000), calendar.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue));
    }

    [Fact]
    public void Amounts_of_years_are_added_and_subtracted_by_a_calendar_that_was_asked_nothing_before()
    {
        Instant at = World.At("Fri 2026-03-27 12:00", World.Shanghai);
        foreach (int days in new[] { 1, 500, 5_000, 25_000 })
        {
            Assert.Equal(at - Duration.FromDays(days), BusinessCalendar.Always(World.Shanghai).Subtract(at, Duration.FromDays(days)));
            BusinessCalendar forward = BusinessCalendar.Always(World.Shanghai);
            Assert.True(forward.TryAdd(at, Duration.FromDays(days), out Instant end));
            Assert.Equal(at + Duration.FromDays(days), end);
            Assert.True(forward.TryAdd(at, Duration.FromDays(days), out end));
            Assert.Equal(at + Duration.FromDays(days), end);
        }
    }
}

using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>What is just allowed in hours, seasons and holidays, and what is just not.</summary>
public class CalendarBoundTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("Mo 00:00-24:00")]
    [InlineData("Mo 09:00-23:59")]
    [InlineData("Mo 09:00:59-10:00")]
    public void Times_up_to_the_end_of_the_day_are_read(string text) => Assert.False(WeeklyHours.Parse(text)[IsoDayOfWeek.Monday].IsClosed);

    [Theory]
    [InlineData("Mo 25:00-26:00")]
    [InlineData("Mo 09:60-10:00")]
    [InlineData("Mo 09:00:60-10:00")]
    [InlineData("Mo 24:00-09:00")]
    [InlineData("Mo 00009:00-10:00")]
    [InlineData("Mo 0900-1000")]
    [InlineData("Mo 09:00:00.1234567891-10:00")]
    [InlineData("Mo :30-10:00")]
    [InlineData("Mo 09:-10:00")]
    [InlineData("Mo 09:00-:30")]
    public void Other_times_are_refused_at_their_place(string text) => Assert.ThrowsAny<FormatException>(() => WeeklyHours.Parse(text));

    [Fact]
    public void A_range_that_ends_when_it_starts_is_the_whole_day_around_unless_it_ends_at_midnight()
    {
        Assert.True(new ClockRange(new LocalTime(9, 0), new LocalTime(9, 0)).EndsOnNextDate);
        Assert.True(new ClockRange(new LocalTime(22, 0), new LocalTime(6, 0)).EndsOnNextDate);
        Assert.False(new ClockRange(new LocalTime(9, 0), LocalTime.Midnight).EndsOnNextDate);
        Assert.False(new ClockRange(new LocalTime(9, 0), new LocalTime(17, 0)).EndsOnNextDate);
    }

    [Fact]
    public void Dated_hours_are_told_apart_by_kind_date_and_reason()
    {
        DatedHours closed = DatedHours.Closed(Monday, "stock-taking");
        Assert.Equal(closed, DatedHours.Closed(Monday, "stock-taking"));
        DatedHours[] all =
        [
            closed, DatedHours.Closed(Monday.PlusDays(1), "stock-taking"), DatedHours.Closed(Monday, "staff meeting"),
            DatedHours.ClosedFor(Monday, new ClockRange(new LocalTime(12, 0), new LocalTime(13, 0)), "stock-taking"),
            DatedHours.Special(Monday, DayHours.Parse("08:00-20:00"), "stock-taking"), DatedHours.MakeUp(Monday, IsoDayOfWeek.Tuesday, "stock-taking"),
            closed.InChinese("盘点"),
        ];
        Assert.All(all, one => Assert.Equal([one], all.Where(one.Equals)));
    }

    [Fact]
    public void Of_two_closures_of_one_date_each_name_is_kept_and_contradictions_are_refused()
    {
        HolidaySet both = new("both", [DatedHours.Closed(Monday, "fair"), DatedHours.Closed(Monday, "strike"), DatedHours.Closed(Monday.PlusDays(-1), "rest")]);
        Assert.Equal(["rest", "fair / strike"], both.Entries.Select(entry => entry.Reason));
        Assert.Equal("both: 2 dates", both.ToString());
        Assert.Throws<ArgumentException>(() => new HolidaySet("both", [DatedHours.Closed(Monday, "fair"), DatedHours.MakeUp(Monday, IsoDayOfWeek.Monday, "work")]));
        Assert.Throws<ArgumentNullException>(() => new HolidaySet("both", [DatedHours.Closed(Monday, "fair"), null!]));
    }

    [Fact]
    public void A_union_is_open_while_either_is_and_an_exception_while_only_the_first_is()
    {
        BusinessCalendar mornings = BusinessCalendar.Weekly("mornings", World.Shanghai, WeeklyHours.Parse("Mo-Fr 08:00-12:00"));
        BusinessCalendar lunches = BusinessCalendar.Weekly("lunches", World.Shanghai, WeeklyHours.Parse("Mo-We 11:00-13:00"));
        bool[] Open(BusinessCalendar calendar) => [.. new[] { "Mon 2026-03-02 08:00", "Mon 2026-03-02 11:00", "Mon 2026-03-02 12:00", "Mon 2026-03-02 13:00", "Thu 2026-03-05 12:30" }
            .Select(at => calendar.IsOpen(World.At(at, World.Shanghai)))];
        Assert.Equal([true, true, true, false, false], Open(mornings.Union(lunches)));
        Assert.Equal([true, false, false, false, false], Open(mornings.Except(lunches)));
        Assert.Equal([false, true, false, false, false], Open(mornings.Intersect(lunches)));
    }
}

using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

public class AddTests
{
    private static readonly BusinessCalendar Calendar = World.ServiceHours;

    [Theory]
    [InlineData("Fri 2026-03-27 09:00", 7.5, "Fri 2026-03-27 18:00")]
    [InlineData("Fri 2026-03-27 17:30", 1, "Mon 2026-03-30 09:30")]
    [InlineData("Fri 2026-03-27 12:15", 1, "Fri 2026-03-27 14:30")]
    [InlineData("Fri 2026-02-13 17:30", 1, "Sat 2026-02-14 09:30")]
    [InlineData("Sat 2026-02-14 17:30", 1, "Tue 2026-02-24 09:30")]
    [InlineData("Mon 2026-03-30 09:30", -1, "Fri 2026-03-27 17:30")]
    [InlineData("Sun 2026-03-29 11:00", 0, "Sun 2026-03-29 11:00")]
    public void Open_time_passes_in_hours_on_working_days_only(string start, double hours, string expected) =>
        Assert.Equal(expected + ":00", World.Text(Calendar.Add(World.At(start, World.Shanghai), Duration.FromHours(hours)), World.Shanghai));

    [Fact]
    public void An_amount_that_fills_the_day_ends_at_closing_time() =>
        Assert.Equal(World.At("Fri 2026-03-27 18:00", World.Shanghai), Calendar.Add(World.At("Fri 2026-03-27 09:00", World.Shanghai), Duration.FromHours(7.5)));

    [Fact]
    public void A_negative_amount_ends_at_the_latest_instant_from_which_it_passes() =>
        Assert.Equal(World.At("Fri 2026-03-27 18:00", World.Shanghai) - Duration.FromHours(4.5), Calendar.Add(World.At("Mon 2026-03-30 09:00", World.Shanghai), Duration.FromHours(-4.5)));

    [Fact]
    public void The_planners_answer_is_the_next_opening_after_the_end() =>
        Assert.Equal(
            World.At("Mon 2026-03-30 09:00", World.Shanghai),
            Calendar.NextOpeningOrNow(Calendar.Add(World.At("Fri 2026-03-27 09:00", World.Shanghai), Duration.FromHours(7.5))));

    [Fact]
    public void A_calendar_without_open_time_refuses_at_once()
    {
        BusinessCalendar never = BusinessCalendar.Weekly("never", World.Shanghai, WeeklyHours.Closed);
        Instant start = World.At("Fri 2026-03-27 09:00", World.Shanghai);

        BeyondHorizonException refusal = Assert.Throws<BeyondHorizonException>(() => never.Add(start, Duration.FromHours(1)));

        Assert.StartsWith("never has not 0:01:00:00 of open time from 2026-03-27T01:00:00Z within its horizon", refusal.Message, StringComparison.Ordinal);
        Assert.False(never.TryAdd(start, Duration.FromHours(1), out Instant end));
        Assert.Equal(start, end);
        Assert.Null(never.NextOpening(start));
    }
}

using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

public class DescribeTests
{
    [Fact]
    public void A_stretch_is_told_span_by_span_with_the_reason_of_each()
    {
        string[] told = [.. World.ServiceHours
            .Describe(World.At("Fri 2026-02-13 11:00", World.Shanghai), World.At("Mon 2026-02-16 10:00", World.Shanghai))
            .Select(span => $"{World.Text(span.Start, World.Shanghai)} {span.Reason}")];

        Assert.Equal(
            [
                "Fri 2026-02-13 11:00:00 regular hours",
                "Fri 2026-02-13 12:00:00 break between hours",
                "Fri 2026-02-13 13:30:00 regular hours",
                "Fri 2026-02-13 18:00:00 outside the day's hours",
                "Sat 2026-02-14 09:00:00 make-up working day: Spring Festival",
                "Sat 2026-02-14 12:00:00 break between hours",
                "Sat 2026-02-14 13:30:00 make-up working day: Spring Festival",
                "Sat 2026-02-14 18:00:00 outside the day's hours",
                "Sun 2026-02-15 00:00:00 closed: Spring Festival",
            ],
            told);
    }

    [Fact]
    public void The_workshop_week_shows_every_kind_of_reason()
    {
        string[] codes = [.. World.Workshop
            .Describe(World.At("Wed 2026-03-04 00:00", World.NewYork), World.At("Mon 2026-03-09 00:00", World.NewYork))
            .Select(span => span.Reason.Code)];

        Assert.Equal(
            [
                "closed",
                "outside-hours", "regular-hours", "break", "regular-hours", "outside-hours",
                "regular-hours", "closed-part", "regular-hours", "outside-hours",
                "special-hours", "outside-hours",
                "make-up-day", "break", "make-up-day", "outside-hours",
            ],
            codes);
    }

    [Theory]
    [InlineData("Sun 2026-03-29 12:00", "day-off", "day off", "休息日")]
    [InlineData("Tue 2026-02-17 10:00", "closed", "closed: Spring Festival", "停业：春节")]
    [InlineData("Sat 2026-02-14 10:00", "make-up-day", "make-up working day: Spring Festival", "调休上班：春节")]
    [InlineData("Fri 2026-03-27 12:15", "break", "break between hours", "中间休息")]
    [InlineData("Fri 2026-03-27 03:00", "outside-hours", "outside the day's hours", "非营业时间")]
    [InlineData("Fri 2026-03-27 10:00", "regular-hours", "regular hours", "正常营业时间")]
    public void A_reason_is_data_with_texts_in_english_and_chinese(string at, string code, string english, string chinese)
    {
        OpeningReason reason = World.ServiceHours.ReasonAt(World.At(at, World.Shanghai));

        Assert.Equal(code, reason.Code);
        Assert.Equal(english, $"{reason}");
        Assert.Equal(english, $"{reason:en}");
        Assert.Equal(chinese, $"{reason:zh}");
        Assert.Equal(World.ServiceHours.IsOpen(World.At(at, World.Shanghai)), reason.IsOpen);
        string message = Assert.Throws<FormatException>(() => $"{reason:fr}").Message;
        Assert.Contains("\"en\"", message, StringComparison.Ordinal);
        Assert.Contains("\"zh\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_the_horizon_is_a_reason_of_its_own_and_told_as_one_span()
    {
        CalendarSpan span = Assert.Single(World.ServiceHours.Describe(Instant.FromUtc(2100, 1, 1, 0, 0), Instant.MaxValue));
        Assert.Equal("outside-horizon", span.Reason.Code);
        Assert.False(span.IsOpen);
        Assert.Equal("outside-horizon", World.ServiceHours.Describe(Instant.MinValue, Instant.FromUtc(1900, 2, 1, 0, 0)).First().Reason.Code);
    }

    [Fact]
    public void The_night_shift_of_a_closed_date_of_a_combined_calendar_is_closed_for_that_dates_reason()
    {
        BusinessCalendar both = World.NightDesk.Intersect(BusinessCalendar.Always(World.Berlin)).ClosedOn(World.Date("Tue 2026-05-05"), "moving");

        CalendarSpan[] spans = [.. both.Describe(World.At("Tue 2026-05-05 12:00", World.Berlin), World.At("Wed 2026-05-06 12:00", World.Berlin))];

        Assert.All(spans, span => Assert.False(span.IsOpen));
        Assert.Equal(World.At("Wed 2026-05-06 06:00", World.Berlin), spans[0].End);
        Assert.Equal("closed: moving", spans[0].Reason.ToString());
        Assert.Equal(World.At("Wed 2026-05-06 12:00", World.Berlin), spans[^1].End);
    }

    [Fact]
    public void Nothing_is_told_of_an_empty_stretch_and_a_reversed_one_is_refused()
    {
        Instant at = World.At("Fri 2026-03-27 10:00", World.Shanghai);

        Assert.Empty(World.ServiceHours.Describe(at, at));
        Assert.Empty(World.ServiceHours.OpenPeriods(at, at));
        Assert.Throws<ArgumentOutOfRangeException>(() => World.ServiceHours.Describe(at, at - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => World.ServiceHours.OpenPeriods(at, at - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessCalendar.Difference(World.ServiceHours, World.ServiceHours, at, at - Duration.Epsilon));
    }

    [Fact]
    public void The_difference_of_two_versions_names_the_spans_whose_deadlines_move()
    {
        BusinessCalendar after = World.ServiceHours.WithVersion(2).ClosedOn(World.Date("Sat 2026-02-14"), "stock-taking").OpenOn(World.Date("Sun 2026-03-29"), DayHours.Parse("10:00-11:00"), "fair");

        Assert.Equal(
            [
                "2026-02-14T01:00:00Z/2026-02-14T04:00:00Z became closed",
                "2026-02-14T05:30:00Z/2026-02-14T10:00:00Z became closed",
                "2026-03-29T02:00:00Z/2026-03-29T03:00:00Z became open",
            ],
            BusinessCalendar.Difference(World.ServiceHours, after, Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0)).Select(change => change.ToString()));
    }
}

using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

public class OpeningHoursTextTests
{
    [Theory]
    [InlineData("Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-14:00", "Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-14:00")]
    [InlineData("24/7", "24/7")]
    [InlineData("Mo-Su 00:00-24:00", "24/7")]
    [InlineData("00:00-24:00", "24/7")]
    [InlineData("off", "off")]
    [InlineData("Mo-Su 22:00-06:00", "Mo-Su 22:00-06:00")]
    [InlineData("mo - fr  9:00 - 17:00 ;", "Mo-Fr 09:00-17:00")]
    [InlineData("Mo-Fr: 09:00-17:00", "Mo-Fr 09:00-17:00")]
    [InlineData("Sa-Mo 10:00-12:00", "Mo,Sa,Su 10:00-12:00")]
    [InlineData("Mo,We,Fr 09:00-17:00; Tu,Th 10:00-16:00", "Mo,We,Fr 09:00-17:00; Tu,Th 10:00-16:00")]
    [InlineData("Mo-We,Fr 09:00-17:00", "Mo-We,Fr 09:00-17:00")]
    [InlineData("Mo-Su 09:00-17:00; We off", "Mo,Tu,Th-Su 09:00-17:00")]
    [InlineData("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00")]
    [InlineData("Mo-Fr 09:00-17:00; Sa,Su closed", "Mo-Fr 09:00-17:00")]
    [InlineData("Mo 09:00-12:00,11:00-14:00,14:00-15:00", "Mo 09:00-15:00")]
    [InlineData("Mo 13:00-15:00,09:00-10:00", "Mo 09:00-10:00,13:00-15:00")]
    [InlineData("Mo 09:00:30-17:00:00.5", "Mo 09:00:30-17:00:00.5")]
    [InlineData("Mo 09:00-09:00", "Mo 09:00-09:00")]
    [InlineData("Mo-Fr 09:00-18:00; Jul-Aug Mo-Fr 08:00-15:00", "Mo-Fr 09:00-18:00; Jul-Aug Mo-Fr 08:00-15:00; Jul-Aug Sa,Su off")]
    [InlineData("Mo-Fr 09:00-18:00; Nov-Feb Fr off", "Mo-Fr 09:00-18:00; Nov-Feb Mo-Th 09:00-18:00; Nov-Feb Fr-Su off")]
    [InlineData("Jun 15-Aug 31 10:00-16:00; Dec off", "off; Jun 15-Aug 31 Mo-Su 10:00-16:00; Dec Mo-Su off")]
    [InlineData("Jun 15-20 10:00-16:00", "off; Jun 15-Jun 20 Mo-Su 10:00-16:00")]
    [InlineData("Mo-Su 09:00-18:00; Jul 08:00-12:00", "Mo-Su 09:00-18:00; Jul Mo-Su 08:00-12:00")]
    [InlineData("Mo-Su 09:00-18:00; Jul 08:00:30-12:00", "Mo-Su 09:00-18:00; Jul Mo-Su 08:00:30-12:00")]
    [InlineData("Mo 09:00-17:00   ", "Mo 09:00-17:00")]
    [InlineData("Jul 1-15 08:00-12:00", "off; Jul 01-Jul 15 Mo-Su 08:00-12:00")]
    [InlineData("Jul 15 08:00-12:00", "off; Jul 15-Jul 15 Mo-Su 08:00-12:00")]
    [InlineData("Jul 15: 08:00-12:00", "off; Jul 15-Jul 15 Mo-Su 08:00-12:00")]
    [InlineData("Dec 24-26: 08:00-12:00", "off; Dec 24-Dec 26 Mo-Su 08:00-12:00")]
    [InlineData("Jul: Mo 08:00-12:00; Tu 09:00-10:00", "Tu 09:00-10:00; Jul Mo 08:00-12:00; Jul Tu 09:00-10:00; Jul We-Su off")]
    public void Weekly_hours_are_read_and_printed_in_one_canonical_form(string text, string canonical)
    {
        WeeklyHours hours = WeeklyHours.Parse(text);

        Assert.Equal(canonical, hours.ToString());
        Assert.Equal(hours, WeeklyHours.Parse(canonical));
        Assert.Equal(hours.GetHashCode(), WeeklyHours.Parse(canonical).GetHashCode());
    }

    [Theory]
    [InlineData("", "There is no text")]
    [InlineData("  ", "There is no text")]
    [InlineData("Mo-Fr 18:00-09:00-12:00", "at position 18 stands \"-\"; expected \",\", \";\" or the end")]
    [InlineData("Mo-Fr", "at position 6 the text ends; expected a time such as 09:00, or \"off\"")]
    [InlineData("Mo-Fr 09:00", "at position 12 the text ends; expected \"-\"")]
    [InlineData("Mo-Fr 09:00-", "at position 13 the text ends; expected a time, 00:00 to 24:00")]
    [InlineData("Mo-Fr 24:00-06:00", "at position 7 stands \"2\"; expected a time, 00:00 to 23:59")]
    [InlineData("Mo-Fr 09:00-24:01", "at position 13 stands \"2\"; expected a time, 00:00 to 24:00")]
    [InlineData("Mo-Fr 09:60-17:00", "at position 7 stands \"0\"; expected a time")]
    [InlineData("Mo-Xx 09:00-17:00", "at position 4 stands \"X\"; expected a weekday, Mo to Su")]
    [InlineData("Mo, 09:00-17:00", "at position 5 stands \"0\"; expected a weekday, Mo to Su")]
    [InlineData("Monday 09:00-17:00", "at position 1 stands \"M\"; expected months (Jan to Dec), weekdays (Mo to Su), a time such as 09:00")]
    [InlineData("Mo-Fr 09:00-17:00 sometimes", "at position 19 stands \"s\"; expected \",\", \";\" or the end")]
    [InlineData("PH 10:00-14:00", "at position 4 stands \"1\"; expected \"off\"")]
    [InlineData("Feb 30-Mar 10 09:00-17:00", "at position 5 stands \"3\"; expected a day of Feb, 1 to 29")]
    [InlineData("Mo-Fr   x", "at position 9 stands \"x\"; expected a time such as 09:00")]
    [InlineData("Jun-", "at position 5 the text ends; expected a month, Jan to Dec")]
    [InlineData("Mo-", "at position 4 the text ends; expected a weekday, Mo to Su")]
    [InlineData("Jun", "at position 4 the text ends; expected weekdays (Mo to Su), a time such as 09:00")]
    [InlineData("Jul 0 08:00-12:00", "at position 5 stands \"0\"; expected a day of Jul, 1 to 31")]
    [InlineData("Jul 15-Aug 08:00-12:00", "at position 12 stands \"0\"; expected a day of the month")]
    [InlineData("Jul 15-Aug 32 08:00-12:00", "at position 12 stands \"3\"; expected a day of Aug, 1 to 31")]
    [InlineData("Mo 09:00:30.-10:00", "at position 4 stands \"0\"; expected a time")]
    [InlineData("Jun- Mo 09:00-17:00", "at position 6 stands \"M\"; expected a month, Jan to Dec")]
    [InlineData("Jun-Jul 09:00-17:00; Jul-Aug 10:00-12:00", "The months Jul-Aug overlap Jun-Jul")]
    [InlineData("Mo 09:00-17:00; ; Tu 09:00-17:00", "at position 17 stands \";\"; expected months")]
    public void What_is_not_weekly_hours_is_refused_with_the_position_and_what_was_expected(string text, string problem)
    {
        Assert.False(WeeklyHours.TryParse(text, out WeeklyHours? hours, out string? found));
        Assert.Null(hours);
        Assert.Contains(problem, found, StringComparison.Ordinal);
        Assert.Equal(found, Assert.Throws<FormatException>(() => WeeklyHours.Parse(text)).Message);
    }

    [Fact]
    public void No_text_and_too_long_a_text_are_refused()
    {
        Assert.False(WeeklyHours.TryParse(null, out _));
        Assert.True(WeeklyHours.TryParse(new string(' ', 9_996) + "24/7", out _));
        Assert.False(WeeklyHours.TryParse(new string(' ', 9_997) + "24/7", out _, out string? problem));
        Assert.Contains("at most 10000", problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => WeeklyHours.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => DayHours.Parse(null!));
    }

    [Theory]
    [InlineData("09:00-12:00,13:30-18:00", "09:00-12:00,13:30-18:00")]
    [InlineData("off", "off")]
    [InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("00:00-24:00", "00:00-24:00")]
    [InlineData("00:00-00:00", "00:00-24:00")]
    [InlineData("10:00-10:00,22:00-22:00", "10:00-10:00,22:00-22:00")]
    [InlineData("10:00-20:00,18:00-17:00", "10:00-10:00,17:00-17:00")]
    public void Hours_of_a_day_are_read_and_printed(string text, string canonical)
    {
        DayHours hours = DayHours.Parse(text);

        Assert.Equal(canonical, hours.ToString());
        Assert.Equal(hours, DayHours.Parse(canonical));
    }

    [Theory]
    [InlineData("Mo 09:00-17:00", "expected a time such as 09:00, or \"off\"")]
    [InlineData("09:00-17:00; 18:00-19:00", "at position 12 stands \";\"; expected \",\" or the end")]
    public void What_is_not_hours_of_a_day_is_refused(string text, string problem)
    {
        Assert.False(DayHours.TryParse(text, out DayHours? hours, out string? found));
        Assert.Null(hours);
        Assert.Contains(problem, found, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => DayHours.Parse(text));
        Assert.False(DayHours.TryParse(text, out _));
    }

    [Fact]
    public void A_week_is_put_together_weekday_by_weekday()
    {
        WeeklyHours hours = WeeklyHours.Closed
            .With(IsoDayOfWeek.Monday, DayHours.Between(new LocalTime(9, 0), new LocalTime(17, 0)))
            .With(new AnnualDate(7, 1), new AnnualDate(8, 31), WeeklyHours.AllTheTime);

        Assert.Equal("Mo 09:00-17:00; Jul-Aug Mo-Su 00:00-24:00", hours.ToString());
        Assert.Equal(DayHours.Parse("09:00-17:00"), hours.On(World.Date("Mon 2026-03-30")));
        Assert.Equal(DayHours.AllDay, hours.On(World.Date("Sat 2026-08-01")));
        Assert.Equal(DayHours.Closed, hours[IsoDayOfWeek.Sunday]);
        Assert.False(hours.IsClosed);
        Assert.Equal(hours, WeeklyHours.Parse(hours.ToString()));
        Assert.Throws<ArgumentException>(() => hours.With(new AnnualDate(8, 1), new AnnualDate(9, 1), WeeklyHours.Closed));
        Assert.Throws<ArgumentException>(() => WeeklyHours.Closed.With(new AnnualDate(8, 1), new AnnualDate(9, 1), hours));
        Assert.Throws<ArgumentOutOfRangeException>(() => hours[IsoDayOfWeek.None]);
        Assert.Throws<ArgumentOutOfRangeException>(() => hours.With((IsoDayOfWeek)8, DayHours.Closed));
    }

    [Fact]
    public void A_season_of_one_date_holds_on_that_date_only()
    {
        WeeklyHours hours = WeeklyHours.Parse("Jul 15 08:00-12:00");

        Assert.Equal([true, false, true], new[] { 14, 15, 16 }.Select(day => hours.On(new LocalDate(2026, 7, day)).IsClosed));
        Assert.False(DayHours.TryParse("", out _));
        Assert.False(DayHours.TryParse(null, out _));
    }

    [Fact]
    public void A_range_knows_its_ends()
    {
        ClockRange night = new(new LocalTime(22, 0), new LocalTime(6, 0));

        Assert.True(night.EndsOnNextDate);
        Assert.False(ClockRange.WholeDay.EndsOnNextDate);
        Assert.Equal(default, ClockRange.WholeDay);
        Assert.Equal("00:00-24:00", default(ClockRange).ToString());
        Assert.Equal("22:00-06:00", night.ToString());
    }
}

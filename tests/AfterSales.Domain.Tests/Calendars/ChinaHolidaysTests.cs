using System.Text.Json;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tests.Calendars;

public class ChinaHolidaysTests
{
    [SharedFact("data/calendars/holiday-cn")]
    public void Every_day_off_and_make_up_day_from_2020_through_2026_is_that_of_holiday_cn()
    {
        for (int year = ChinaHolidays.FirstYear; year <= ChinaHolidays.LastYear; year++)
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.SharedPath(Path.Combine("data", "calendars", "holiday-cn", $"{year}.json"))));
            string[] expected = [.. file.RootElement.GetProperty("days").EnumerateArray()
                .Select(day => Line(day.GetProperty("date").GetString()!, day.GetProperty("isOffDay").GetBoolean(), day.GetProperty("name").GetString()!))
                .Order(StringComparer.Ordinal)];
            string[] ours = [.. ChinaHolidays.Year(year).Entries
                .Select(entry => Line(LocalDatePattern.Iso.Format(entry.Date), entry is ClosedDay, entry.ChineseReason!))
                .Order(StringComparer.Ordinal)];

            Assert.Equal(expected, ours);
        }

        // The order in which two holidays of one week are named differs between years.
        static string Line(string date, bool isOff, string name) => $"{date} {(isOff ? "off" : "works")} {string.Join("、", name.Split('、').Order(StringComparer.Ordinal))}";
    }

    [Theory]
    [InlineData(2020, 30, 7)]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 31, 7)]
    [InlineData(2023, 27, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Each_year_has_its_days_off_and_make_up_days(int year, int daysOff, int makeUpDays)
    {
        IReadOnlyList<DatedHours> entries = ChinaHolidays.Year(year).Entries;
        Assert.Equal(daysOff, entries.Count(entry => entry is ClosedDay));
        Assert.Equal(makeUpDays, entries.Count(entry => entry is MakeUpWorkingDay));
    }

    [Fact]
    public void Make_up_days_are_weekend_days_but_for_the_monday_that_2020_named_a_working_day()
    {
        LocalDate[] weekdays = [.. ChinaHolidays.Through(2026).Entries
            .Where(entry => entry is MakeUpWorkingDay && entry.Date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            .Select(entry => entry.Date)];

        Assert.Equal([World.Date("Mon 2020-02-03")], weekdays);
    }

    [Theory]
    [Shows("R29")]
    [InlineData("Fri 2026-02-13", true)]
    [InlineData("Sat 2026-02-14", true)]
    [InlineData("Sun 2026-02-15", false)]
    [InlineData("Mon 2026-02-23", false)]
    [InlineData("Tue 2026-02-24", true)]
    [InlineData("Sat 2026-02-28", true)]
    [InlineData("Sun 2026-03-01", false)]
    [InlineData("Fri 2026-09-25", false)]
    public void R29_the_spring_festival_week_is_closed_and_its_make_up_days_are_worked(string date, bool works) =>
        Assert.Equal(works, World.ServiceHours.IsWorkingDay(World.Date(date)));

    [Fact]
    public void A_calendar_knows_through_when_its_holidays_are_known()
    {
        BusinessCalendar calendar = World.ServiceHours;

        Assert.Equal(new LocalDate(2020, 1, 1), calendar.KnownFrom);
        Assert.Equal(new LocalDate(2026, 12, 31), calendar.KnownThrough);
        Assert.True(calendar.IsKnown(World.At("Thu 2026-12-31 23:59", World.Shanghai)));
        Assert.False(calendar.IsKnown(World.At("Fri 2027-01-01 00:00", World.Shanghai)));
        Assert.False(calendar.IsKnown(World.At("Tue 2019-12-31 23:59", World.Shanghai)));
        Assert.True(World.Workshop.IsKnown(World.At("Fri 2027-01-01 00:00", World.Shanghai)));
    }

    [Fact]
    public void Years_added_one_by_one_continue_each_other_and_another_list_must_be_known_too()
    {
        BusinessCalendar two = BusinessCalendar.Weekly("two", World.Shanghai, World.OfficeHours).With(ChinaHolidays.Year(2025)).With(ChinaHolidays.Year(2026));
        HolidaySet company = new HolidaySet("company-days", []).KnownBetween(new LocalDate(2025, 1, 1), new LocalDate(2026, 6, 30));

        Assert.Equal((new LocalDate(2025, 1, 1), new LocalDate(2026, 12, 31)), (two.KnownFrom!.Value, two.KnownThrough!.Value));
        Assert.Equal(new LocalDate(2026, 6, 30), two.With(company).KnownThrough);
        Assert.Equal(new LocalDate(2024, 12, 31), BusinessCalendar.Weekly("gap", World.Shanghai, World.OfficeHours).With(ChinaHolidays.Year(2024)).With(ChinaHolidays.Year(2026)).KnownThrough);
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2027)]
    public void A_year_that_is_not_announced_is_refused_with_the_years_that_are(int year)
    {
        Assert.Contains("2020 to 2026", Assert.Throws<ArgumentOutOfRangeException>(() => ChinaHolidays.Year(year)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ChinaHolidays.Through(year));
    }

    [Fact]
    public void Make_up_days_work_as_a_monday_or_as_the_weekday_that_is_chosen()
    {
        WeeklyHours hours = WeeklyHours.Parse("Mo 09:00-17:00; Fr 10:00-12:00");
        LocalDate makeUp = World.Date("Sat 2026-02-14");
        BusinessCalendar monday = BusinessCalendar.Weekly("shop", World.Shanghai, hours).With(ChinaHolidays.Through(2026));
        BusinessCalendar friday = BusinessCalendar.Weekly("shop", World.Shanghai, hours).With(ChinaHolidays.Through(2026).WithMakeUpDaysAs(IsoDayOfWeek.Friday));

        Assert.Equal(World.At("Sat 2026-02-14 17:00", World.Shanghai), monday.ClosingOf(makeUp));
        Assert.Equal(World.At("Sat 2026-02-14 12:00", World.Shanghai), friday.ClosingOf(makeUp));
    }
}

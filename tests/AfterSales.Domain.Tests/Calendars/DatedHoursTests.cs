using AfterSales.Domain.Calendars;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>Which entry beats which.</summary>
public class DatedHoursTests
{
    private static readonly LocalDate Friday = World.Date("Fri 2026-03-27");
    private static readonly BusinessCalendar Office = BusinessCalendar.Weekly("office", World.Shanghai, World.OfficeHours);

    [Fact]
    public void A_later_layer_beats_an_earlier_one_for_its_dates()
    {
        LocalDate makeUp = World.Date("Sat 2026-02-14");

        Assert.True(World.ServiceHours.IsWorkingDay(makeUp));
        Assert.False(World.ServiceHours.ClosedOn(makeUp, "stock-taking").IsWorkingDay(makeUp));
        Assert.True(World.ServiceHours.ClosedOn(makeUp, "stock-taking").OpenOn(makeUp, DayHours.Parse("10:00-11:00"), "late decision").IsWorkingDay(makeUp));
    }

    [Fact]
    public void Special_hours_replace_the_day_and_a_closed_part_subtracts_from_them_in_one_layer()
    {
        BusinessCalendar calendar = Office.With(new HolidaySet("fair",
        [
            DatedHours.ClosedFor(Friday, new ClockRange(new LocalTime(11, 0), new LocalTime(12, 0)), "speech"),
            DatedHours.Special(Friday, DayHours.Parse("10:00-20:00"), "fair"),
        ]));

        Assert.Equal(["10:00-11:00", "12:00-20:00"], Hours(calendar, Friday));
        BusinessCalendar night = Office.With(new HolidaySet("night",
        [
            DatedHours.ClosedFor(Friday, new ClockRange(LocalTime.Midnight, new LocalTime(2, 0)), "power cut"),
            DatedHours.Special(Friday, DayHours.Parse("00:00-06:00"), "inventory"),
        ]));
        Assert.Equal(["02:00-06:00"], Hours(night, Friday));
    }

    [Fact]
    public void Special_hours_of_a_later_layer_discard_an_earlier_closed_part()
    {
        BusinessCalendar calendar = Office
            .ClosedOn(Friday, new ClockRange(new LocalTime(9, 0), new LocalTime(11, 0)), "meeting")
            .OpenOn(Friday, DayHours.Parse("08:00-10:00"), "early shift");

        Assert.Equal(["08:00-10:00"], Hours(calendar, Friday));
    }

    [Fact]
    public void A_night_shift_that_began_the_date_before_ends_in_its_own_time_on_a_closed_date()
    {
        LocalDate sunday = World.Date("Sun 2026-06-07");
        BusinessCalendar calendar = World.NightDesk.ClosedOn(sunday, "holiday");

        Assert.True(calendar.IsOpen(World.At("Sun 2026-06-07 05:59", World.Berlin)));
        Assert.False(calendar.IsOpen(World.At("Sun 2026-06-07 23:00", World.Berlin)));
        Assert.False(calendar.IsOpen(World.At("Mon 2026-06-08 05:00", World.Berlin)));
    }

    [Fact]
    public void A_closed_part_subtracts_from_the_night_shift_of_the_date_before()
    {
        BusinessCalendar calendar = World.NightDesk.ClosedOn(World.Date("Sun 2026-06-07"), new ClockRange(new LocalTime(2, 0), new LocalTime(4, 0)), "power cut");

        Assert.Equal(Duration.FromHours(6), calendar.WorkingTimeBetween(World.At("Sat 2026-06-06 12:00", World.Berlin), World.At("Sun 2026-06-07 12:00", World.Berlin)));
        Assert.Equal("closed for a part of the day: power cut", $"{calendar.ReasonAt(World.At("Sun 2026-06-07 02:00", World.Berlin))}");
        Assert.Equal("outside-hours", calendar.ReasonAt(World.At("Sun 2026-06-07 12:00", World.Berlin)).Code);
    }

    [Fact]
    public void Equal_entries_of_a_set_become_one_that_keeps_both_names()
    {
        HolidaySet set = new("both", [DatedHours.Closed(Friday, "National Day").InChinese("国庆节"), DatedHours.Closed(Friday, "Mid-Autumn Festival").InChinese("中秋节"), DatedHours.Closed(Friday, "National Day")]);

        DatedHours entry = Assert.Single(set.Entries);
        Assert.Equal("National Day / Mid-Autumn Festival", entry.Reason);
        Assert.Equal("国庆节、中秋节", entry.ChineseReason);
    }

    [Fact]
    public void Contradictions_in_a_set_are_refused_with_both_named()
    {
        DatedHours closed = DatedHours.Closed(Friday, "holiday");
        foreach (DatedHours other in new[]
        {
            DatedHours.Special(Friday, DayHours.Parse("10:00-12:00"), "fair"),
            DatedHours.MakeUp(Friday, IsoDayOfWeek.Monday, "make-up"),
            DatedHours.MakeUp(Friday, DayHours.Parse("10:00-12:00"), "make-up"),
        })
        {
            string message = Assert.Throws<ArgumentException>(() => new HolidaySet("contradiction", [closed, other])).Message;
            Assert.Contains("2026-03-27 closed (holiday)", message, StringComparison.Ordinal);
            Assert.Contains(other.ToString(), message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => new HolidaySet("two-hours", [DatedHours.Special(Friday, DayHours.Parse("10:00-12:00"), "a"), DatedHours.Special(Friday, DayHours.Parse("10:00-13:00"), "b")]));
        Assert.Throws<ArgumentException>(() => new HolidaySet("two-weekdays", [DatedHours.MakeUp(Friday, IsoDayOfWeek.Monday, "a"), DatedHours.MakeUp(Friday, IsoDayOfWeek.Tuesday, "b")]));
    }

    [Fact]
    public void Entries_say_what_is_allowed()
    {
        Assert.Throws<ArgumentException>(() => DatedHours.Special(Friday, DayHours.Closed, "nothing"));
        Assert.Throws<ArgumentException>(() => DatedHours.MakeUp(Friday, DayHours.Closed, "nothing"));
        Assert.Throws<ArgumentOutOfRangeException>(() => DatedHours.MakeUp(Friday, IsoDayOfWeek.None, "no weekday"));
        Assert.Throws<ArgumentException>(() => DatedHours.Closed(Friday, " "));
        Assert.Throws<ArgumentNullException>(() => DatedHours.Closed(Friday, null!));
        Assert.Throws<ArgumentException>(() => DatedHours.Closed(Friday, "x").InChinese(""));
        Assert.Throws<ArgumentException>(() => new HolidaySet("No Name", []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HolidaySet("span", []).KnownBetween(Friday, Friday.PlusDays(-1)));
    }

    [Fact]
    public void Several_layers_or_seasons_at_once_are_the_same_as_one_by_one()
    {
        HolidaySet[] layers = [ChinaHolidays.Year(2025), new HolidaySet("own", [DatedHours.Closed(World.Date("Fri 2026-03-27"), "stock-taking")]), ChinaHolidays.Year(2026)];
        Season[] seasons = [Season.From(new LocalDate(2026, 6, 1), WeeklyHours.Parse("Mo-Fr 08:00-16:00"), "summer"), Season.From(new LocalDate(2026, 9, 1), World.OfficeHours, "autumn")];
        BusinessCalendar plain = BusinessCalendar.Weekly("desk", World.Shanghai, World.OfficeHours);

        Assert.Equal(plain.With(layers[0]).With(layers[1]).With(layers[2]), plain.With(layers));
        Assert.Equal(plain.With(seasons[0]).With(seasons[1]), plain.With(seasons));
        Assert.Equal(plain, plain.With(Array.Empty<HolidaySet>()).With(Array.Empty<Season>()));
    }

    [Fact]
    public void A_calendar_has_at_most_a_thousand_layers_and_a_thousand_seasons()
    {
        BusinessCalendar plain = BusinessCalendar.Weekly("desk", World.Shanghai, World.OfficeHours);
        IEnumerable<HolidaySet> layers = Enumerable.Range(1, 1000).Select(number => new HolidaySet("own", [DatedHours.Closed(new LocalDate(2026, 1, 1).PlusDays(number), "own")]));
        IEnumerable<Season> seasons = Enumerable.Range(1, 1000).Select(number => Season.From(new LocalDate(2026, 1, 1).PlusDays(number), World.OfficeHours, "own"));
        BusinessCalendar full = plain.With(layers).With(seasons);

        Assert.Equal(1000, full.Layers.Count);
        Assert.Contains("at most 1000 layers", Assert.Throws<ArgumentException>(() => full.ClosedOn(new LocalDate(2030, 1, 1), "one more")).Message, StringComparison.Ordinal);
        Assert.Contains("at most 1000 seasons", Assert.Throws<ArgumentException>(() => full.With(seasons.First())).Message, StringComparison.Ordinal);
        Assert.Contains("number 1 is", Assert.Throws<ArgumentException>(() => plain.With([null!, ChinaHolidays.Year(2026)])).Message, StringComparison.Ordinal);
        Assert.Contains("number 2 is", Assert.Throws<ArgumentException>(() => plain.With([ChinaHolidays.Year(2026), null!])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seasons_hold_from_a_date_or_every_year_and_the_last_added_wins()
    {
        BusinessCalendar calendar = Office
            .With(Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 31), WeeklyHours.Parse("Mo-Fr 08:00-15:00"), "summer hours").InChinese("夏令时间"))
            .With(Season.From(new LocalDate(2027, 1, 1), WeeklyHours.Parse("Mo-Th 09:00-17:00"), "four-day week"));

        Assert.Equal(["09:00-12:00", "13:30-18:00"], Hours(calendar, World.Date("Tue 2026-06-30")));
        Assert.Equal(["08:00-15:00"], Hours(calendar, World.Date("Wed 2026-07-01")));
        Assert.Equal(["08:00-15:00"], Hours(calendar, World.Date("Mon 2026-08-31")));
        Assert.Equal(["09:00-12:00", "13:30-18:00"], Hours(calendar, World.Date("Tue 2026-09-01")));
        Assert.Empty(Hours(calendar, World.Date("Fri 2027-01-01")));
        Assert.Equal(["09:00-17:00"], Hours(calendar, World.Date("Thu 2027-07-01")));
        Assert.Empty(Hours(calendar, World.Date("Fri 2027-07-02")));
        Assert.Equal("季节营业时间：夏令时间", $"{calendar.ReasonAt(World.At("Wed 2026-07-01 10:00", World.Shanghai)):zh}");
    }

    [Fact]
    public void A_yearly_season_may_run_over_the_turn_of_the_year()
    {
        Season winter = Season.EveryYear(new AnnualDate(11, 15), new AnnualDate(2, 29), WeeklyHours.Parse("Mo-Su 10:00-16:00"), "winter");

        Assert.True(winter.Includes(new LocalDate(2026, 11, 15)));
        Assert.True(winter.Includes(new LocalDate(2027, 1, 1)));
        Assert.True(winter.Includes(new LocalDate(2027, 2, 28)));
        Assert.True(winter.Includes(new LocalDate(2028, 2, 29)));
        Assert.False(winter.Includes(new LocalDate(2027, 3, 1)));
        Assert.False(winter.Includes(new LocalDate(2026, 11, 14)));
    }

    [Fact]
    public void A_make_up_day_works_as_a_weekday_or_by_hours_of_its_own()
    {
        LocalDate saturday = World.Date("Sat 2026-03-28");
        DatedHours asMonday = DatedHours.MakeUp(saturday, IsoDayOfWeek.Monday, "Spring Festival");
        DatedHours byHours = DatedHours.MakeUp(saturday, DayHours.Parse("10:00-12:00"), "Spring Festival");

        Assert.Equal(["09:00-12:00", "13:30-18:00"], Hours(Office.With(asMonday), saturday));
        Assert.Equal(["10:00-12:00"], Hours(Office.With(byHours), saturday));
        Assert.Equal("2026-03-28 works as a Monday (Spring Festival)", asMonday.ToString());
        Assert.Equal("2026-03-28 make-up day 10:00-12:00 (Spring Festival)", byHours.ToString());
        Assert.Equal("worksAs", Assert.Throws<ArgumentOutOfRangeException>(() => DatedHours.MakeUp(saturday, IsoDayOfWeek.None, "none")).ParamName);
    }

    [Fact]
    public void A_name_that_one_of_two_equal_entries_tells_in_chinese_is_told_in_chinese_in_either_order()
    {
        DatedHours plain = DatedHours.Closed(Friday, "National Day");
        DatedHours chinese = plain.InChinese("国庆节");
        DatedHours other = DatedHours.Closed(Friday, "Mid-Autumn Festival");

        Assert.Equal(("National Day", "国庆节"), Names(plain, chinese));
        Assert.Equal(("National Day", "国庆节"), Names(chinese, plain));
        Assert.Equal(("National Day", null), Names(plain, plain));
        Assert.Equal(("National Day / Mid-Autumn Festival", null), Names(plain, other));
        Assert.Equal(("National Day / Mid-Autumn Festival", "国庆节、Mid-Autumn Festival"), Names(chinese, other));
        Assert.Equal(("Mid-Autumn Festival / National Day", "Mid-Autumn Festival、国庆节"), Names(other, chinese));

        static (string, string?) Names(params DatedHours[] entries)
        {
            HolidaySet set = new("both", entries);
            DatedHours entry = Assert.Single(set.Entries);
            Assert.Equal("both: 1 date", set.ToString());
            return (entry.Reason, entry.ChineseReason);
        }
    }

    [Fact]
    public void Only_make_up_days_that_work_as_a_weekday_are_given_another_weekday()
    {
        DatedHours closed = DatedHours.Closed(Friday, "Qingming Festival");
        DatedHours own = DatedHours.MakeUp(Friday.PlusDays(1), DayHours.Parse("10:00-12:00"), "Qingming Festival");
        DatedHours asMonday = DatedHours.MakeUp(Friday.PlusDays(2), IsoDayOfWeek.Monday, "Qingming Festival");
        HolidaySet set = new HolidaySet("own", [closed, own, asMonday]).KnownBetween(Friday, Friday);

        HolidaySet changed = set.WithMakeUpDaysAs(IsoDayOfWeek.Tuesday);

        Assert.Equal([closed, own, DatedHours.MakeUp(Friday.PlusDays(2), IsoDayOfWeek.Tuesday, "Qingming Festival")], changed.Entries);
        Assert.Equal((Friday, Friday), (changed.KnownFrom, changed.KnownThrough));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.WithMakeUpDaysAs(IsoDayOfWeek.None));
    }

    [Fact]
    public void Seasons_are_told_apart_by_dates_hours_and_names_in_both_languages()
    {
        WeeklyHours hours = WeeklyHours.Parse("Mo-Fr 08:00-15:00");
        Season[] all =
        [
            Season.From(Friday, hours, "summer"), Season.From(Friday.PlusDays(1), hours, "summer"), Season.From(Friday, World.OfficeHours, "summer"), Season.From(Friday, hours, "holidays"),
            Season.From(Friday, hours, "summer").InChinese("夏令时间"), Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 31), hours, "summer"),
            Season.EveryYear(new AnnualDate(7, 2), new AnnualDate(8, 31), hours, "summer"), Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 30), hours, "summer"),
            Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 31), hours, "summer").InChinese("夏令时间"),
        ];

        Assert.All(all, one => Assert.Equal([one], all.Where(one.Equals)));
        Assert.All(all, one => Assert.Throws<ArgumentException>(() => one.InChinese(" ")));
        Assert.Equal(all[0], Season.From(Friday, WeeklyHours.Parse("Mo-Fr 08:00-15:00"), "summer"));
        Assert.Equal("from 2026-03-27 (summer): Mo-Fr 08:00-15:00", all[0].ToString());
        Assert.Equal("every year Jul-Aug (summer): Mo-Fr 08:00-15:00", all[5].ToString());
        Assert.Equal("every year Jul 02-Aug 31 (summer): Mo-Fr 08:00-15:00", all[6].ToString());
    }

    [Fact]
    public void A_calendar_reads_with_the_number_of_its_entries()
    {
        BusinessCalendar one = Office.ClosedOn(Friday, "stock-taking");
        Assert.Equal("office v1: Mo-Fr 09:00-12:00,13:30-18:00, Asia/Shanghai", Office.ToString());
        Assert.Equal("office v1: Mo-Fr 09:00-12:00,13:30-18:00, Asia/Shanghai, 1 dated entry", one.ToString());
        Assert.Equal("office v1: Mo-Fr 09:00-12:00,13:30-18:00, Asia/Shanghai, 2 dated entries", one.ClosedOn(Friday.PlusDays(3), "strike").ToString());
    }

    [Fact]
    public void A_calendar_that_only_one_of_its_seasons_opens_is_open_in_that_season()
    {
        Season winter = Season.EveryYear(new AnnualDate(11, 1), new AnnualDate(2, 28), WeeklyHours.Closed, "winter break");
        Season summer = Season.EveryYear(new AnnualDate(6, 1), new AnnualDate(8, 31), WeeklyHours.Parse("Mo-Su 10:00-18:00"), "summer");
        foreach (Season[] seasons in new[] { new[] { winter, summer }, [summer, winter] })
        {
            BusinessCalendar beach = BusinessCalendar.Weekly("beach", World.Berlin, WeeklyHours.Closed).With(seasons);
            Assert.Equal(World.At("Mon 2026-06-01 10:00", World.Berlin), beach.NextOpening(World.At("Fri 2026-03-27 12:00", World.Berlin)));
        }

        Assert.False(WeeklyHours.Parse("off; Jun-Aug Mo-Su 10:00-18:00; Nov-Feb off").IsClosed);
        Assert.False(WeeklyHours.Parse("off; Nov-Feb off; Jun-Aug Mo-Su 10:00-18:00").IsClosed);
        Assert.True(WeeklyHours.Parse("off; Nov-Feb off; Jun-Aug off").IsClosed);
    }

    private static string[] Hours(BusinessCalendar calendar, LocalDate date)
    {
        Instant start = calendar.Zone.AtStartOfDay(date).ToInstant();
        return [.. calendar.OpenPeriods(start, start + Duration.FromDays(1)).Select((Interval period) =>
            new ClockRange(period.Start.InZone(calendar.Zone).TimeOfDay, period.End.InZone(calendar.Zone).TimeOfDay).ToString())];
    }
}

using AfterSales.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Testing;

/// <summary>Calendars with every part that a document can hold.</summary>
internal static class AnyCalendar
{
    private static readonly string[] Weeks =
        ["Mo-Fr 09:00-12:00,13:30-18:00", "24/7", "Mo-Su 22:00-06:00", "Mo,We,Fr 09:00-17:00; Sa 11:00-14:30; Jul-Aug Mo-Fr 08:00-12:00", "off", "Sa-Su 00:00-24:00"];

    private static readonly string[] Days = ["10:00-14:00", "08:00-12:00,13:00-17:00", "22:00-06:00", "00:00-24:00"];

    private static readonly Gen<LocalDate> Dates = Gen.Choose(0, 3650).Select(day => new LocalDate(2020, 1, 1).PlusDays(day));

    private static readonly Gen<DatedHours> Entries =
        from date in Dates
        from day in Gen.Elements(Days)
        from entry in Gen.Elements<Func<DatedHours>>(
            () => DatedHours.Closed(date, "stock-taking"),
            () => DatedHours.ClosedFor(date, new ClockRange(new LocalTime(12, 0), new LocalTime(0, 0)), "a \"half\" day"),
            () => DatedHours.Special(date, DayHours.Parse(day), "fair"),
            () => DatedHours.MakeUp(date, IsoDayOfWeek.Wednesday, "bridge"),
            () => DatedHours.MakeUp(date, DayHours.Parse(day), "bridge"))
        from chinese in Gen.Elements(null, "春节")
        select chinese is null ? entry() : entry().InChinese(chinese);

    internal static readonly Gen<HolidaySet> Sets = Gen.OneOf(
        Gen.Elements(ChinaHolidays.Year(2026), ChinaHolidays.Through(2025)),
        Gen.Constant(ChinaHolidays.Year(2024).WithMakeUpDaysAs(IsoDayOfWeek.Friday)),
        from entries in Entries.ListOf()
        from isKnown in ArbMap.Default.GeneratorFor<bool>()
        let set = new HolidaySet("company", entries.GroupBy(entry => entry.Date).Select(same => same.First()))
        select isKnown ? set.KnownBetween(new LocalDate(2020, 1, 1), new LocalDate(2029, 12, 31)) : set);

    private static readonly Gen<BusinessCalendar> Weekly =
        from zone in Gen.Elements("Asia/Shanghai", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu", "Etc/UTC")
        from week in Gen.Elements(Weeks)
        from summer in Gen.Elements(Weeks.Where(week => week.IndexOf("Jul", StringComparison.Ordinal) < 0).ToArray())
        from seasons in Gen.Choose(0, 2)
        from sets in Sets.ListOf(2)
        from layers in Gen.Choose(0, 2)
        from version in Gen.Elements(1, 7)
        let bare = BusinessCalendar.Weekly("desk-1", DateTimeZoneProviders.Tzdb[zone], WeeklyHours.Parse(week)).WithVersion(version)
        let inSeason = seasons switch
        {
            0 => bare,
            1 => bare.With(Season.From(new LocalDate(2025, 7, 1), WeeklyHours.Parse(summer), "new hours")),
            _ => bare.With(Season.EveryYear(new AnnualDate(12, 20), new AnnualDate(1, 6), WeeklyHours.Parse(summer), "winter").InChinese("冬季")),
        }
        select sets.Take(layers).Aggregate(inSeason, (calendar, set) => calendar.With(set));

    internal static Gen<BusinessCalendar> Any { get; } = Gen.OneOf(
        Weekly,
        Weekly.Select(calendar => calendar.Within(new Interval(Instant.FromUtc(2019, 5, 6, 7, 8, 9), Instant.FromUtc(2031, 1, 1, 0, 0)))),
        from left in Weekly
        from right in Weekly
        from combine in Gen.Elements<Func<BusinessCalendar, BusinessCalendar, BusinessCalendar>>((a, b) => a.Intersect(b), (a, b) => a.Union(b), (a, b) => a.Except(b))
        from isNamed in ArbMap.Default.GeneratorFor<bool>()
        let both = combine(left, right).ClosedOn(new LocalDate(2026, 5, 5), "moving")
        select isNamed ? both.Named("both") : both);
}

using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

public class CalendarsGuide
{
    [Fact]
    public void Ten_tasks_of_business_time()
    {
        var shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        var serviceHours = BusinessCalendar
            .Weekly("service-hours", shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"))
            .With(ChinaHolidays.Through(2026));

        Instant receivedAt = new LocalDateTime(2026, 3, 27, 17, 30).InZoneStrictly(shanghai).ToInstant();   // a Friday
        Instant due = serviceHours.Add(receivedAt, Duration.FromHours(1));                                  // Mon 2026-03-30 09:30
        Duration used = serviceHours.WorkingTimeBetween(receivedAt, due);                                   // 1 hour

        Assert.Equal(World.At("Mon 2026-03-30 09:30", shanghai), due);
        Assert.Equal(Duration.FromHours(1), used);

        ChineseNewYear(shanghai);
        ShiftsAndNights(shanghai);
        SeasonsAndDates();

        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var site = BusinessCalendar.Weekly("site", berlin, WeeklyHours.Parse("Mo-Fr 08:00-16:00"));
        var onSite = serviceHours.Intersect(site).Named("on-site");

        Interval first = onSite.OpenPeriods(Instant.FromUtc(2026, 3, 30, 0, 0), Instant.FromUtc(2026, 3, 31, 0, 0)).Single();   // Mon 14:00-18:00 in Shanghai

        Assert.Equal(new Interval(World.At("Mon 2026-03-30 14:00", shanghai), World.At("Mon 2026-03-30 18:00", shanghai)), first);

        var london = BusinessCalendar.Weekly("london", DateTimeZoneProviders.Tzdb["Europe/London"], WeeklyHours.Parse("Mo-Fr 08:00-18:00"));
        var followTheSun = serviceHours.Union(london).Named("follow-the-sun");

        Instant fourHours = followTheSun.Add(receivedAt, Duration.FromHours(4));    // 17:30 in Shanghai is 09:30 in London: due 13:30 there

        Assert.Equal(World.At("Fri 2026-03-27 13:30", london.Zone), fourHours);

        var maintenance = BusinessCalendar.Weekly("maintenance", shanghai, WeeklyHours.Parse("Su 02:00-04:00"));
        var hotline = BusinessCalendar.Always("hotline", shanghai).Except(maintenance);

        Duration weekly = hotline.WorkingTimeBetween(Instant.FromUtc(2026, 3, 1, 0, 0), Instant.FromUtc(2026, 3, 8, 0, 0));   // 166 hours

        Assert.Equal(Duration.FromHours(166), weekly);

        LocalDate received = new(2026, 3, 27);                                      // a Friday
        LocalDate t2 = serviceHours.AddWorkingDays(received, 2);                    // Tue 2026-03-31
        Instant byClosing = serviceHours.ClosingOf(t2)!.Value;                      // Tue 18:00
        int days = serviceHours.WorkingDaysBetween(received, t2);                   // 2: Friday and Monday

        Assert.Equal(World.Date("Tue 2026-03-31"), t2);
        Assert.Equal(World.At("Tue 2026-03-31 18:00", shanghai), byClosing);
        Assert.Equal(2, days);

        IEnumerable<CalendarSpan> why = serviceHours.Describe(receivedAt, due);
        string[] told = [.. why.Select(span => $"{span.Reason:zh}")];               // 正常营业时间, 非营业时间, 休息日, 非营业时间, 正常营业时间

        var published = serviceHours.WithVersion(2).ClosedOn(new LocalDate(2026, 3, 30), "typhoon");
        OpennessChange[] changes = [.. BusinessCalendar.Difference(serviceHours, published, Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0))];

        Assert.Equal(["正常营业时间", "非营业时间", "休息日", "非营业时间", "正常营业时间"], told);
        Assert.Equal(2, changes.Length);
        Assert.All(changes, change => Assert.False(change.BecameOpen));
    }

    [Fact]
    public void A_holiday_list_from_a_file()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        DocumentReading<HolidaySet> list = HolidayCsv.Read(new StringReader("date,kind,name\n2026-01-06,closed,Epiphany\n"), "bavaria");
        var munich = BusinessCalendar.Weekly("munich", berlin, WeeklyHours.Parse("Mo-Fr 09:00-18:00"))
            .With(list.Value.KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)));

        bool epiphany = munich.IsWorkingDay(new LocalDate(2026, 1, 6));             // false

        Assert.False(epiphany);
    }

    private static void ChineseNewYear(DateTimeZone shanghai)
    {
        var office = BusinessCalendar.Weekly("office", shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00")).With(ChinaHolidays.Through(2026));

        bool makeUpSaturday = office.IsWorkingDay(new LocalDate(2026, 2, 14));      // true: worked for the Spring Festival
        bool newYearsEve = office.IsWorkingDay(new LocalDate(2026, 2, 16));         // false, though a Monday
        LocalDate next = office.AddWorkingDays(new LocalDate(2026, 2, 14), 1);      // Tue 2026-02-24

        Assert.True(makeUpSaturday);
        Assert.False(newYearsEve);
        Assert.Equal(World.Date("Tue 2026-02-24"), next);

        LocalDate? knownThrough = office.KnownThrough;                              // 2026-12-31
        bool reliable = office.IsKnown(Instant.FromUtc(2027, 2, 8, 1, 0));          // false: 2027 was not announced

        Assert.Equal(new LocalDate(2026, 12, 31), knownThrough);
        Assert.False(reliable);
    }

    private static void ShiftsAndNights(DateTimeZone shanghai)
    {
        var shifts = BusinessCalendar.Weekly("shifts", shanghai, WeeklyHours.Parse("Mo-Fr 06:00-14:00,14:00-22:00; Sa 08:00-12:00,13:00-17:00"));

        Instant? opened = shifts.OpeningOf(new LocalDate(2026, 3, 27));             // Fri 06:00
        Instant? closed = shifts.ClosingOf(new LocalDate(2026, 3, 27));             // Fri 22:00: the shifts touch
        string atNoon = $"{shifts.ReasonAt(new LocalDateTime(2026, 3, 28, 12, 30).InZoneStrictly(shanghai).ToInstant())}";   // "break between hours"

        Assert.Equal(World.At("Fri 2026-03-27 06:00", shanghai), opened);
        Assert.Equal(World.At("Fri 2026-03-27 22:00", shanghai), closed);
        Assert.Equal("break between hours", atNoon);

        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var nightDesk = BusinessCalendar.Weekly("night-desk", berlin, WeeklyHours.Parse("Mo-Su 22:00-06:00"));

        LocalDate lastOfMarch = new(2026, 3, 28);                                   // the clocks go forward that night
        Duration short7 = nightDesk.ClosingOf(lastOfMarch)!.Value - nightDesk.OpeningOf(lastOfMarch)!.Value;   // 7 hours

        Assert.Equal(Duration.FromHours(7), short7);
    }

    private static void SeasonsAndDates()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var summer = BusinessCalendar.Weekly("summer", berlin, WeeklyHours.Parse("Mo-Fr 09:00-18:00"))
            .With(Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 31), WeeklyHours.Parse("Mo-Fr 08:00-15:00"), "summer hours"))
            .With(Season.From(new LocalDate(2027, 1, 1), WeeklyHours.Parse("Mo-Th 09:00-18:00"), "four-day week"));
        var sameInText = WeeklyHours.Parse("Mo-Fr 09:00-18:00; Jul-Aug Mo-Fr 08:00-15:00");

        Instant? julyClosing = summer.ClosingOf(new LocalDate(2026, 7, 1));         // 15:00
        bool fridays = summer.IsWorkingDay(new LocalDate(2027, 1, 8));              // false

        Assert.Equal(World.At("Wed 2026-07-01 15:00", berlin), julyClosing);
        Assert.False(fridays);
        Assert.Equal(DayHours.Parse("08:00-15:00"), sameInText.On(new LocalDate(2026, 7, 1)));

        var shop = BusinessCalendar.Weekly("shop", berlin, WeeklyHours.Parse("Mo-Fr 09:00-18:00"))
            .OpenOn(new LocalDate(2026, 12, 24), DayHours.Parse("09:00-13:00"), "Christmas Eve")
            .ClosedOn(new LocalDate(2026, 12, 25), "Christmas Day")
            .ClosedOn(new LocalDate(2026, 12, 28), new ClockRange(new LocalTime(9, 0), new LocalTime(11, 0)), "stock-taking");

        Duration week = shop.WorkingTimeBetween(Instant.FromUtc(2026, 12, 20, 23, 0), Instant.FromUtc(2026, 12, 27, 23, 0));   // 27 + 4 = 31 hours
        Instant? monday = shop.NextOpening(Instant.FromUtc(2026, 12, 27, 23, 0));   // Mon 11:00

        Assert.Equal(Duration.FromHours(31), week);
        Assert.Equal(World.At("Mon 2026-12-28 11:00", berlin), monday);
    }
}

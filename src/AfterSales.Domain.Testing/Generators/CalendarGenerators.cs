using AfterSales.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.TimeZones;

namespace AfterSales.Domain.Testing;

/// <summary>Random calendars, hours and moments, in zones with every kind of clock change, and often next to one.</summary>
/// <remarks>The generators hold no state and are safe for use by several threads. Everything that they make lies between 1986 and 2031.</remarks>
public static class CalendarGenerators
{
    /// <summary>Gets zones with skipped dates, changes at midnight, of half an hour, without daylight saving, several a year, and none at all.</summary>
    public static IReadOnlyList<DateTimeZone> Zones { get; } =
    [
        .. new[]
        {
            "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Shanghai", "America/New_York", "Europe/London", "America/Havana",
            "Africa/Casablanca", "Atlantic/Azores", "Asia/Pyongyang", "Etc/UTC",
        }.Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    /// <summary>Gets the hours of a day: up to three ranges, some past midnight, now and then the whole day.</summary>
    public static Gen<DayHours> DayHours { get; } = Ranges(0, 3).Select(CalendarCase.Day);

    /// <summary>Gets hours of a week, each day by itself.</summary>
    public static Gen<WeeklyHours> WeeklyHours { get; } = Weeks.Select(CalendarCase.Weekly);

    /// <summary>Gets hours as text, such as "Mo-Fr 09:00-12:00,13:30-18:00; Sa 11:00-14:30", that <see cref="AfterSales.Domain.Calendars.WeeklyHours.Parse"/> reads.</summary>
    public static Gen<string> HoursText { get; } = WeeklyHours.Select(hours => hours.ToString());

    /// <summary>Gets sets of closed days, part-day closures, special hours and make-up days between 2020 and 2029, among them China's public holidays.</summary>
    public static Gen<HolidaySet> HolidaySets => AnyCalendar.Sets;

    /// <summary>Gets calendars that open now and then: weekly hours, seasons, and layers of dated entries near an interesting date.</summary>
    public static Gen<BusinessCalendar> OpeningCalendars { get; } = Cases.Where(OpensAgain).Select(one => one.Calendar);

    /// <summary>Gets calendars of every make: those of <see cref="OpeningCalendars"/>, and combined, limited, versioned, closed and always open ones.</summary>
    public static Gen<BusinessCalendar> Calendars { get; } = Gen.Frequency((3, OpeningCalendars), (1, AnyCalendar.Any));

    /// <summary>Gets amounts of time from 1 ns to some days.</summary>
    public static Gen<Duration> Amounts { get; } = Gen.OneOf(
        Gen.Choose(1, 6000).Select(minutes => Duration.FromMinutes(minutes)),
        Gen.Choose(1, 1_000_000_000).Select(nanoseconds => Duration.FromNanoseconds(nanoseconds)),
        from minutes in Gen.Choose(0, 3000) from nanoseconds in Gen.Choose(1, 1_000_000_000) select Duration.FromMinutes(minutes) + Duration.FromNanoseconds(nanoseconds));

    internal static Gen<IReadOnlyList<IReadOnlyList<(int Start, int Length)>>> Weeks =>
        from days in Ranges(0, 3).ListOf(7)
        select (IReadOnlyList<IReadOnlyList<(int Start, int Length)>>)[.. days];

    internal static Gen<CalendarCase> Cases =>
        from zone in Gen.Elements<DateTimeZone>([.. Zones])
        from anchor in Dates(zone)
        from week in Weeks
        from seasons in Seasons(anchor)
        from layerCount in Gen.Choose(0, 3)
        from layers in Layer(anchor).ListOf(layerCount)
        select new CalendarCase { Zone = zone, Anchor = anchor, Week = week, Seasons = seasons, Layers = [.. layers] };

    /// <summary>Makes dates from 1986 to 2029, half of them within four days of a clock change of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public static Gen<LocalDate> Dates(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ZoneInterval[] changes = [.. zone.GetZoneIntervals(Instant.FromUtc(1986, 1, 1, 0, 0), Instant.FromUtc(2029, 12, 1, 0, 0)).Where(interval => interval.HasStart).Skip(1)];
        Gen<LocalDate> any = Gen.Choose(0, 365 * 44).Select(days => new LocalDate(1986, 1, 1).PlusDays(days));
        return changes.Length == 0
            ? any
            : Gen.OneOf(
                any,
                from change in Gen.Elements(changes)
                from days in Gen.Choose(-4, 4)
                select change.Start.InUtc().Date.PlusDays(days));
    }

    /// <summary>Makes instants around a date: on whole minutes, on nanoseconds, on midnights.</summary>
    /// <param name="anchor">The date.</param>
    /// <param name="days">How many days before and after it at most; from 0 to 10,000.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or greater than 10,000.</exception>
    public static Gen<Instant> Instants(LocalDate anchor, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 10_000);
        Instant origin = anchor.AtMidnight().InUtc().ToInstant();
        Gen<Duration> minutes = Gen.Choose(-days * 1440, days * 1440).Select(minute => Duration.FromMinutes(minute));
        Gen<Duration> nanoseconds = from minute in minutes from rest in Gen.Choose(0, 999_999_999) from second in Gen.Choose(0, 59) select minute + Duration.FromSeconds(second) + Duration.FromNanoseconds(rest);
        return Gen.Frequency((3, minutes), (2, nanoseconds)).Select(offset => origin + offset);
    }

    /// <summary>Makes questions to a calendar: instants near its dated entries, near clock changes of its zone, and anywhere from 2015 to 2035 that its horizon holds; amounts from 1 ns to some days.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static Gen<AskedCalendar> QuestionsTo(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        LocalDate[] dates = [.. calendar.Layers.SelectMany(layer => layer.Entries).Select(entry => entry.Date)];
        Gen<LocalDate> any = Gen.Choose(0, 20 * 365).Select(days => new LocalDate(2015, 1, 1).PlusDays(days));
        Gen<LocalDate> anchors = dates.Length == 0 ? Gen.OneOf(any, Dates(calendar.Zone)) : Gen.OneOf(any, Dates(calendar.Zone), Gen.Elements(dates));
        return from anchor in anchors
               from at in Instants(anchor, days: 5)
               from other in Instants(anchor, days: 12)
               from amount in Amounts
               select new AskedCalendar(calendar, at, other, amount);
    }

    /// <summary>Ranges of a day in minutes: on quarter hours mostly, past midnight sometimes, whole days now and then.</summary>
    internal static Gen<IReadOnlyList<(int Start, int Length)>> Ranges(int atLeast, int atMost)
    {
        Gen<(int, int)> quarters = from start in Gen.Choose(0, 95) from length in Gen.Choose(1, 40) select (start * 15, length * 15);
        Gen<(int, int)> minutes = from start in Gen.Choose(0, 1439) from length in Gen.Choose(1, 1440) select (start, length);
        Gen<(int, int)> range = Gen.Frequency((6, quarters), (2, minutes), (1, Gen.Constant((0, 1440))));
        return from count in Gen.Choose(atLeast, atMost)
               from ranges in range.ListOf(count)
               select (IReadOnlyList<(int Start, int Length)>)[.. ranges];
    }

    /// <summary>A calendar with open time and instants within some days of its interesting dates.</summary>
    internal static Gen<(CalendarCase Case, Instant[] Instants)> CasesWithInstants(int count) =>
        from one in Cases.Where(OpensAgain)
        from instants in Instants(one.Anchor, days: 12).ListOf(count)
        select (one, (Instant[])[.. instants]);

    /// <summary>Asked near the anchor, so that the calendar compiles no more of the past than the test will ask for.</summary>
    private static bool OpensAgain(CalendarCase one) => one.Calendar.NextOpeningOrNow(one.Anchor.AtMidnight().InUtc().ToInstant()) is not null;

    private static Gen<IReadOnlyList<(LocalDate First, LocalDate? Last, IReadOnlyList<IReadOnlyList<(int Start, int Length)>> Week)>> Seasons(LocalDate anchor)
    {
        Gen<(LocalDate, LocalDate?, IReadOnlyList<IReadOnlyList<(int, int)>>)> season =
            from before in Gen.Choose(-6, 30)
            from length in Gen.Choose(0, 60)
            from yearly in Gen.Elements(true, false)
            from week in Weeks
            let first = anchor.PlusDays(-before)
            select (first, yearly ? first.PlusDays(length) : (LocalDate?)null, week);
        return from count in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 2)))
               from seasons in season.ListOf(count)
               select (IReadOnlyList<(LocalDate, LocalDate?, IReadOnlyList<IReadOnlyList<(int, int)>>)>)[.. seasons];
    }

    private static Gen<IReadOnlyList<DatedCase>> Layer(LocalDate anchor)
    {
        Gen<DatedCase> entry =
            from days in Gen.Choose(-6, 6)
            from kind in Gen.Elements(DatedKind.Closed, DatedKind.ClosedPart, DatedKind.ClosedPart, DatedKind.Special, DatedKind.MakeUp)
            from ranges in Ranges(1, 3)
            from worksAs in Gen.Choose(1, 7)
            select new DatedCase(anchor.PlusDays(days), kind, ranges, (IsoDayOfWeek)worksAs);
        return from count in Gen.Choose(0, 5)
               from entries in entry.ListOf(count)
               select (IReadOnlyList<DatedCase>)[.. entries.Where(one => one.Kind == DatedKind.ClosedPart),
                   .. entries.Where(one => one.Kind != DatedKind.ClosedPart).GroupBy(one => one.Date).Select(date => date.First())];
    }
}

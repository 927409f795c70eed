using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using NodaTime.TimeZones;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>
/// The hull rule to the nanosecond over every clock change that the time zone database knows, from local mean time to 2045, against a model that asks each stretch
/// of one offset by itself. One shape of hours a zone in 1,000 cases; AFTERSALES_CASES=16000 tries every shape in every zone.
/// </summary>
public class EveryClockChangeTests
{
    private static readonly Interval Horizon = new(Instant.FromUtc(1835, 1, 1, 0, 0), Instant.FromUtc(2050, 1, 1, 0, 0));
    private static readonly Instant LastChange = Instant.FromUtc(2045, 1, 1, 0, 0);

    private static readonly string[] Shapes =
    [
        "00:00-24:00", "01:00-04:00", "22:00-06:00", "00:30-03:00,12:00-13:00", "02:00-02:30", "01:30-02:30", "23:00-01:00", "00:00-01:00", "00:00-01:30,01:30:00.000000001-24:00",
        "01:30-24:00", "23:30-24:00", "00:15-00:45", "09:00-17:00", "12:00-12:00", "23:59:59.999999999-00:00:00.000000001", "00:01-23:59,23:59:30-23:59:10",
    ];

    [Fact]
    public void Every_change_of_every_zone_opens_and_closes_by_the_hull_rule_to_the_nanosecond()
    {
        DateTimeZone[] zones = [.. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).Select(id => DateTimeZoneProviders.Tzdb[id])];
        int step = Math.Max(1, 1000 / Law.Cases);
        int changes = 0;
        for (int index = 0; index < zones.Length; index += step)
        {
            for (int shape = 0; shape < Math.Min(Shapes.Length, Math.Max(1, Law.Cases / 1000)); shape++)
            {
                changes += ChangesThatAgree(zones[index], DayHours.Parse(Shapes[(index + Law.Seed + shape) % Shapes.Length]));
            }
        }

        Assert.True(changes > zones.Length * 20 / step, $"{changes} changes are too few");
    }

    private static int ChangesThatAgree(DateTimeZone zone, DayHours hours)
    {
        WeeklyHours week = Enumerable.Range(1, 7).Aggregate(WeeklyHours.Closed, (made, day) => made.With((IsoDayOfWeek)day, hours));
        BusinessCalendar calendar = BusinessCalendar.Weekly("every-day", zone, week).Within(Horizon);
        ZoneInterval[] stretches = [.. zone.GetZoneIntervals(Horizon.Start + Duration.FromDays(30), LastChange)];
        for (int index = 1; index < stretches.Length; index++)
        {
            Instant change = stretches[index].Start;
            ZoneInterval[] near = [.. stretches.Where(stretch => (!stretch.HasStart || stretch.Start < change + Duration.FromDays(12)) && (!stretch.HasEnd || stretch.End > change - Duration.FromDays(12)))];
            LocalDate date = change.InUtc().Date;
            List<Interval> owned = [];
            for (int day = -6; day <= 6; day++)
            {
                Interval[] ranges = [.. hours.Ranges.Select(range => Hull(near, date.PlusDays(day), range)).OfType<Interval>()];
                owned.AddRange(ranges);
                if (Math.Abs(day) <= 2)
                {
                    Same(ranges.Length == 0 ? null : ranges.Min(range => range.Start), calendar.OpeningOf(date.PlusDays(day)), zone, change, hours);
                    Same(ranges.Length == 0 ? null : ranges.Max(range => range.End), calendar.ClosingOf(date.PlusDays(day)), zone, change, hours);
                }
            }

            Instant from = change - Duration.FromDays(3);
            Instant to = change + Duration.FromDays(3);
            Assert.True(Merged(owned, from, to).SequenceEqual(calendar.OpenPeriods(from, to)), $"{zone.Id}, {hours}: other periods than the model's around {change}");
        }

        return stretches.Length - 1;
    }

    private static void Same(Instant? expected, Instant? actual, DateTimeZone zone, Instant change, DayHours hours) =>
        Assert.True(expected == actual, $"{zone.Id}, {hours}, around {change}: {actual} instead of {expected}");

    /// <summary>From the first instant whose local time is at or after the range's start to just after the last one whose local time is before its end; null when that is no time.</summary>
    private static Interval? Hull(ZoneInterval[] stretches, LocalDate date, ClockRange range)
    {
        LocalDateTime start = date + range.Start;
        LocalDateTime end = (range.End <= range.Start ? date.PlusDays(1) : date) + range.End;
        Instant? first = null;
        Instant? last = null;
        foreach (ZoneInterval stretch in stretches)
        {
            Instant reached = Instant.Max(start.WithOffset(stretch.WallOffset).ToInstant(), stretch.HasStart ? stretch.Start : Instant.MinValue);
            first ??= !stretch.HasEnd || reached < stretch.End ? reached : null;
            Instant left = Instant.Min(end.WithOffset(stretch.WallOffset).ToInstant(), stretch.HasEnd ? stretch.End : Instant.MaxValue);
            last = !stretch.HasStart || left > stretch.Start ? left : last;
        }

        return first < last ? new Interval(first, last) : null;
    }

    private static List<Interval> Merged(IEnumerable<Interval> ranges, Instant from, Instant to)
    {
        List<Interval> merged = [];
        foreach (Interval range in ranges.OrderBy(range => range.Start).Where(range => range.End > from && range.Start < to))
        {
            Interval cut = new(Instant.Max(range.Start, from), Instant.Min(range.End, to));
            if (merged.Count > 0 && cut.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, cut.End));
            }
            else
            {
                merged.Add(cut);
            }
        }

        return merged;
    }
}

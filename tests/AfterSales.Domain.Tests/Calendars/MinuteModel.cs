using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>
/// The slow, obviously right calendar: a flag for every minute of some days. The hull of a range is found by looking at every minute's local time;
/// layers are asked from the last to the first.
/// </summary>
internal sealed class MinuteModel
{
    private const int Margin = 4 * 1440;

    private readonly Instant _origin;
    private readonly long[] _localMinutes;
    private readonly long[] _openMinutesBefore;

    /// <summary>Models the days from <paramref name="days"/> before the anchor to as many after it.</summary>
    public MinuteModel(CalendarCase calendar, int days)
    {
        _origin = calendar.Anchor.PlusDays(-days).AtMidnight().InUtc().ToInstant();
        Minutes = 2 * days * 1440;
        _localMinutes = new long[Minutes + (2 * Margin)];
        IsOpen = new bool[Minutes];
        FillLocalMinutes(calendar.Zone);
        bool[] open = new bool[_localMinutes.Length];
        bool[] closed = new bool[_localMinutes.Length];
        for (LocalDate date = calendar.Anchor.PlusDays(-days - 3); date <= calendar.Anchor.PlusDays(days + 3); date = date.PlusDays(1))
        {
            (IEnumerable<(int, int)> hours, IEnumerable<(int, int)> closures) = HoursOn(calendar, date);
            foreach ((int start, int length) in hours)
            {
                Fill(open, date, start, length);
            }

            foreach ((int start, int length) in closures)
            {
                Fill(closed, date, start, length);
            }
        }

        _openMinutesBefore = new long[Minutes + 1];
        for (int minute = 0; minute < Minutes; minute++)
        {
            IsOpen[minute] = open[minute + Margin] && !closed[minute + Margin];
            _openMinutesBefore[minute + 1] = _openMinutesBefore[minute] + (IsOpen[minute] ? 1 : 0);
        }
    }

    public int Minutes { get; }

    public bool[] IsOpen { get; }

    public Instant End => InstantOf(Minutes);

    public Duration Total => Duration.FromMinutes(_openMinutesBefore[Minutes]);

    public Instant InstantOf(int minute) => _origin + Duration.FromMinutes(minute);

    public bool Holds(Instant at) => at >= _origin && at < End;

    public bool IsOpenAt(Instant at) => IsOpen[MinuteOf(at)];

    /// <summary>Open time from the model's first minute to an instant.</summary>
    public Duration OpenBefore(Instant at)
    {
        if (at == End)
        {
            return Total;
        }

        int minute = MinuteOf(at);
        return Duration.FromMinutes(_openMinutesBefore[minute]) + (IsOpen[minute] ? at - InstantOf(minute) : Duration.Zero);
    }

    private static (IEnumerable<(int, int)> Hours, IEnumerable<(int, int)> Closures) HoursOn(CalendarCase calendar, LocalDate date)
    {
        List<(int, int)> closures = [];
        bool isClosed = false;
        foreach (IReadOnlyList<DatedCase> layer in calendar.Layers.Reverse())
        {
            closures.AddRange(layer.Where(entry => entry.Date == date && entry.Kind == DatedKind.ClosedPart).Select(entry => entry.Ranges[0]));
            if (layer.FirstOrDefault(entry => entry.Date == date && entry.Kind != DatedKind.ClosedPart) is { } entry)
            {
                isClosed |= entry.Kind == DatedKind.Closed;
                if (entry.Kind != DatedKind.Closed)
                {
                    return (isClosed ? [] : entry.Kind == DatedKind.Special ? entry.Ranges : WeekOn(calendar, date)[(int)entry.WorksAs - 1], closures);
                }
            }
        }

        return (isClosed ? [] : WeekOn(calendar, date)[(int)date.DayOfWeek - 1], closures);
    }

    private static IReadOnlyList<IReadOnlyList<(int Start, int Length)>> WeekOn(CalendarCase calendar, LocalDate date)
    {
        foreach ((LocalDate first, LocalDate? last, IReadOnlyList<IReadOnlyList<(int, int)>> week) in calendar.Seasons.Reverse())
        {
            (int, int) day = (date.Month, date.Day);
            (int, int) start = (first.Month, first.Day);
            bool holds = last is not { } lastDate ? date >= first
                : start.CompareTo((lastDate.Month, lastDate.Day)) <= 0 ? day.CompareTo(start) >= 0 && day.CompareTo((lastDate.Month, lastDate.Day)) <= 0
                : day.CompareTo(start) >= 0 || day.CompareTo((lastDate.Month, lastDate.Day)) <= 0;
            if (holds)
            {
                return week;
            }
        }

        return calendar.Week;
    }

    private int MinuteOf(Instant at) => (int)Math.Floor((at - _origin).TotalMinutes);

    private void FillLocalMinutes(DateTimeZone zone)
    {
        NodaTime.TimeZones.ZoneInterval? interval = null;
        for (int index = 0; index < _localMinutes.Length; index++)
        {
            Instant at = InstantOf(index - Margin);
            if (interval?.Contains(at) != true)
            {
                interval = zone.GetZoneInterval(at);
            }

            _localMinutes[index] = (at.ToUnixTimeSeconds() + interval.WallOffset.Seconds) / 60;
        }
    }

    /// <summary>From the first minute whose local time is at or after the start, through the last one whose local time is before the end.</summary>
    private void Fill(bool[] flags, LocalDate date, int startMinute, int length)
    {
        long midnight = date.AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds() / 60;
        long start = midnight + startMinute;
        int middle = (int)(midnight - (_origin.ToUnixTimeSeconds() / 60)) + Margin;
        int from = Math.Clamp(middle - 1500, 0, flags.Length);
        int to = Math.Clamp(middle + 4500, 0, flags.Length);

        int first = from;
        while (first < to && _localMinutes[first] < start)
        {
            first++;
        }

        int last = to - 1;
        while (last >= from && _localMinutes[last] >= start + length)
        {
            last--;
        }

        for (int minute = first; minute <= last; minute++)
        {
            flags[minute] = true;
        }
    }
}

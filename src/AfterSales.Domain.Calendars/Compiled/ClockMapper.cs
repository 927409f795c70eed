namespace AfterSales.Domain.Calendars;

/// <summary>Maps a date's wall-clock range to real time by the hull rule, fast where no clock change is near.</summary>
/// <remarks>
/// The start is the first instant whose local time is at or after the range's start; the end is just after the last instant whose local time is before the
/// range's end. So a range that begins inside a gap begins at the transition, one that ends inside a gap ends there, and an overlap belongs to a range as a whole.
/// The end is found as the last occurrence of its last nanosecond: an exclusive end that equals the first repeated local time must not gain the repeated hour.
/// </remarks>
internal struct ClockMapper
{
    private readonly DateTimeZone _zone;
    private readonly int _baseDay;
    private int _safeFrom;
    private int _safeThrough;
    private long _offset;

    internal ClockMapper(DateTimeZone zone, int baseDay)
    {
        _zone = zone;
        _baseDay = baseDay;
        _safeFrom = int.MaxValue;
        _safeThrough = int.MinValue;
    }

    /// <summary>Start and end in nanoseconds since the start of the base day; an end at or before the start means that no such time exists.</summary>
    internal (long Start, long End) Map(int day, ClockRange range)
    {
        if (day < _safeFrom || day > _safeThrough)
        {
            Seek(day);
            if (day < _safeFrom || day > _safeThrough)
            {
                return MapExactly(day, range);
            }
        }

        long midnight = ((day - _baseDay) * DayNumber.Nanoseconds) - _offset;
        return (midnight + range.StartOffset, midnight + range.EndOffset);
    }

    /// <summary>Finds the days around which one offset holds: a date's ranges lie within 18 h before and 66 h after its 00:00 UTC.</summary>
    private void Seek(int day)
    {
        ZoneIntervalAround(day, out int start, out int end, out _offset);
        _safeFrom = start == int.MinValue ? start : start + 2;
        _safeThrough = end == int.MaxValue ? end : end - 4;
    }

    private readonly void ZoneIntervalAround(int day, out int start, out int end, out long offset)
    {
        NodaTime.TimeZones.ZoneInterval interval = _zone.GetZoneInterval(DayNumber.Start(day));
        start = interval.HasStart ? DayNumber.Of(interval.Start) : int.MinValue;
        end = interval.HasEnd ? DayNumber.Of(interval.End) : int.MaxValue;
        offset = interval.WallOffset.Nanoseconds;
    }

    private readonly (long Start, long End) MapExactly(int day, ClockRange range)
    {
        LocalDate date = DayNumber.Date(day);
        NodaTime.TimeZones.ZoneLocalMapping start = _zone.MapLocal(date + range.Start);
        Instant first = start.Count == 0 ? start.LateInterval.Start : start.First().ToInstant();

        long lastOffset = range.EndOffset - 1;
        LocalDateTime lastMoment = date.PlusDays((int)(lastOffset / DayNumber.Nanoseconds)) + LocalTime.FromNanosecondsSinceMidnight(lastOffset % DayNumber.Nanoseconds);
        NodaTime.TimeZones.ZoneLocalMapping end = _zone.MapLocal(lastMoment);
        Instant last = end.Count == 0 ? end.EarlyInterval.End : end.Last().ToInstant().PlusNanoseconds(1);
        return (Position(first), Position(last));
    }

    private readonly long Position(Instant instant)
    {
        DayNumber.Split(instant, out int day, out long nanosecondOfDay);
        return ((day - _baseDay) * DayNumber.Nanoseconds) + nanosecondOfDay;
    }
}

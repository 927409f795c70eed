using System.Runtime.CompilerServices;

namespace AfterSales.Domain.Calendars;

/// <summary>Answers a calendar's questions from a <see cref="Timeline"/> that grows with the questions.</summary>
/// <remarks>
/// The first question compiles a window of <see cref="FirstWindow"/> days around it; a question outside doubles the window, at most to the calendar's limits, so nothing
/// ever walks further than the horizon. A timeline is immutable and published by one exchange: threads that compile at the same time do the same
/// work twice and answer the same.
/// </remarks>
internal sealed class CompiledCalendar
{
    private const int FirstWindow = 512;
    private const int DaysBeforeFirstQuestion = 128;

    private readonly BusinessCalendar _calendar;
    private readonly int _firstDay;
    private readonly int _lastDay;
    private Timeline? _timeline;

    internal CompiledCalendar(BusinessCalendar calendar)
    {
        _calendar = calendar;
        (int first, int last) = calendar.Extent;

        // A date's ranges lie within one UTC day before and two after it. A calendar that never opens has one day, on which nothing is open.
        _firstDay = first > last ? 0 : first - 2;
        _lastDay = first > last ? 0 : last + 3;
    }

    internal bool IsOpen(Instant at)
    {
        Timeline timeline = Locate(at, out int day, out long position);
        return timeline.IsOpen(day, position);
    }

    internal long WorkBetween(Instant start, Instant end)
    {
        Timeline timeline = Locate(start, out int startDay, out long startPosition);
        DayNumber.Split(end, out int endDay, out long endNanosecond);
        if (!timeline.Contains(endDay))
        {
            return WorkBetweenGrowing(start, end);
        }

        endDay -= timeline.FirstDay;
        return timeline.WorkBefore(endDay, (endDay * DayNumber.Nanoseconds) + endNanosecond) - timeline.WorkBefore(startDay, startPosition);
    }

    /// <summary>The position after an amount of work other than zero, in the timeline that holds it; −1 when there is not so much work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long PositionAfter(Instant start, Duration openTime, out Timeline timeline)
    {
        timeline = Locate(start, out int day, out long position);
        int days = openTime.Days;
        if (days > _lastDay - _firstDay + 1 || days < _firstDay - _lastDay - 1)
        {
            return -1;
        }

        long work = (days * DayNumber.Nanoseconds) + openTime.NanosecondOfDay;
        long found = timeline.PositionAfter(timeline.WorkBefore(day, position), work);
        return found >= 0 ? found : PositionGrowing(ref timeline, start, work);
    }

    internal Instant? NextOpening(Instant after)
    {
        Timeline timeline = Locate(after, out int day, out long position);
        while (true)
        {
            int row = timeline.RowAt(day, position) + 1;
            if (row <= timeline.LastRow)
            {
                return timeline.InstantAt(timeline.StartOf(row));
            }

            if (!TryGrowForward(ref timeline))
            {
                return null;
            }

            position = Place(timeline, after, out day);
        }
    }

    internal Instant? NextClosing(Instant after)
    {
        Timeline timeline = Locate(after, out int day, out long position);
        while (true)
        {
            int row = timeline.RowAt(day, position);
            row = timeline.EndOf(row) > position ? row : row + 1;
            bool isFound = row <= timeline.LastRow;

            // A row that reaches the window's end may go on beyond it.
            bool isWhole = isFound && timeline.EndOf(row) < timeline.Length;
            if (isWhole || !TryGrowForward(ref timeline))
            {
                return isFound ? timeline.InstantAt(timeline.EndOf(row)) : null;
            }

            position = Place(timeline, after, out day);
        }
    }

    internal Instant? PreviousOpening(Instant before)
    {
        Timeline timeline = Locate(before, out int day, out long position);
        while (true)
        {
            int row = timeline.RowAt(day, position);
            row = timeline.StartOf(row) < position ? row : row - 1;
            bool isFound = row > 0;
            bool isWhole = isFound && timeline.StartOf(row) > 0;
            if (isWhole || !TryGrowBackward(ref timeline))
            {
                return isFound ? timeline.InstantAt(timeline.StartOf(row)) : null;
            }

            position = Place(timeline, before, out day);
        }
    }

    internal Instant? PreviousClosing(Instant before)
    {
        Timeline timeline = Locate(before, out int day, out long position);
        while (true)
        {
            int row = timeline.RowAt(day, position);
            row = timeline.EndOf(row) < position ? row : row - 1;
            if (row > 0)
            {
                return timeline.InstantAt(timeline.EndOf(row));
            }

            if (!TryGrowBackward(ref timeline))
            {
                return null;
            }

            position = Place(timeline, before, out day);
        }
    }

    internal bool IsWorkingDay(int date)
    {
        if (date < _firstDay || date > _lastDay)
        {
            return false;
        }

        Timeline timeline = Covering(date, date);
        return timeline.WorkingDatesBefore(date + 1) > timeline.WorkingDatesBefore(date);
    }

    internal int WorkingDaysBetween(int startInclusive, int endExclusive)
    {
        Timeline timeline = Covering(Math.Min(startInclusive, endExclusive), Math.Max(startInclusive, endExclusive));
        return timeline.WorkingDatesBefore(Limited(endExclusive)) - timeline.WorkingDatesBefore(Limited(startInclusive));
    }

    /// <summary>The n-th working date strictly after a date (n above 0) or strictly before it (n below 0).</summary>
    internal bool TryAddWorkingDays(int date, int n, out int result)
    {
        result = date;
        Timeline timeline = Covering(date, date);
        while (true)
        {
            long datesBefore = n > 0
                ? timeline.WorkingDatesBefore(Limited(date + 1)) + (long)n - 1
                : timeline.WorkingDatesBefore(Limited(date)) + (long)n;
            if (datesBefore >= 0 && datesBefore < timeline.WorkingDatesBefore(timeline.LastDay + 1))
            {
                result = timeline.WorkingDate((int)datesBefore);
                return true;
            }

            if (!(n > 0 ? TryGrowForward(ref timeline) : TryGrowBackward(ref timeline)))
            {
                return false;
            }
        }
    }

    private long WorkBetweenGrowing(Instant start, Instant end)
    {
        DayNumber.Split(start, out int startDay, out long startNanosecond);
        DayNumber.Split(end, out int endDay, out long endNanosecond);
        Timeline timeline = Covering(Math.Min(startDay, endDay), Math.Max(startDay, endDay));
        long startPosition = Place(timeline, ref startDay, startNanosecond);
        long endPosition = Place(timeline, ref endDay, endNanosecond);
        return timeline.WorkBefore(endDay, endPosition) - timeline.WorkBefore(startDay, startPosition);
    }

    private long PositionGrowing(ref Timeline timeline, Instant start, long work)
    {
        while (work > 0 ? TryGrowForward(ref timeline) : TryGrowBackward(ref timeline))
        {
            long position = Place(timeline, start, out int day);
            long found = timeline.PositionAfter(timeline.WorkBefore(day, position), work);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    private int Limited(int date) => Math.Max(_firstDay, Math.Min(date, _lastDay + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Timeline Locate(Instant at, out int day, out long position)
    {
        DayNumber.Split(at, out day, out long nanosecondOfDay);
        Timeline? timeline = Volatile.Read(ref _timeline);
        if (timeline is null || !timeline.Contains(day))
        {
            timeline = Covering(day, day);
            position = Place(timeline, ref day, nanosecondOfDay);
            return timeline;
        }

        day -= timeline.FirstDay;
        position = (day * DayNumber.Nanoseconds) + nanosecondOfDay;
        return timeline;
    }

    private long Place(Timeline timeline, Instant at, out int day)
    {
        DayNumber.Split(at, out day, out long nanosecondOfDay);
        return Place(timeline, ref day, nanosecondOfDay);
    }

    /// <summary>The position of an instant, and its day counted from the window's first; outside the limits, a position just before or after all open time.</summary>
    private long Place(Timeline timeline, ref int day, long nanosecondOfDay)
    {
        if (day >= _firstDay && day <= _lastDay)
        {
            day -= timeline.FirstDay;
            return (day * DayNumber.Nanoseconds) + nanosecondOfDay;
        }

        bool isBefore = day < _firstDay;
        day = isBefore ? 0 : timeline.LastDay - timeline.FirstDay + 1;
        return isBefore ? Timeline.BeforeAll : timeline.Length + 1;
    }

    /// <summary>The published timeline if it covers the days, as far as they lie within the limits, or a grown one.</summary>
    private Timeline Covering(int firstDay, int lastDay)
    {
        firstDay = Math.Max(_firstDay, Math.Min(firstDay, _lastDay));
        lastDay = Math.Max(_firstDay, Math.Min(lastDay, _lastDay));
        Timeline? seen = Volatile.Read(ref _timeline);
        if (seen is not null && seen.Contains(firstDay) && seen.Contains(lastDay))
        {
            return seen;
        }

        int from = firstDay - DaysBeforeFirstQuestion;
        int to = Math.Max(lastDay, from + FirstWindow - 1);
        if (seen is not null)
        {
            int days = seen.LastDay - seen.FirstDay + 1;
            from = firstDay < seen.FirstDay ? Math.Min(firstDay, seen.FirstDay - days) : seen.FirstDay;
            to = lastDay > seen.LastDay ? Math.Max(lastDay, seen.LastDay + days) : seen.LastDay;
        }

        Timeline grown = Timeline.Compile(_calendar, Math.Max(from, _firstDay), Math.Min(to, _lastDay));
        _ = Interlocked.CompareExchange(ref _timeline, grown, seen);
        return grown;
    }

    private bool TryGrowForward(ref Timeline timeline)
    {
        if (timeline.LastDay == _lastDay)
        {
            return false;
        }

        timeline = Covering(timeline.FirstDay, timeline.LastDay + 1);
        return true;
    }

    private bool TryGrowBackward(ref Timeline timeline)
    {
        if (timeline.FirstDay == _firstDay)
        {
            return false;
        }

        timeline = Covering(timeline.FirstDay - 1, timeline.LastDay);
        return true;
    }
}

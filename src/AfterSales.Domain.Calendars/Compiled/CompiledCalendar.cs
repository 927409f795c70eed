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
    private const int LongestHorizon = 100_000;

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
        return Volatile.Read(ref _timeline) is { } timeline && timeline.TryPlace(at, out long position)
            ? timeline.IsOpen(position)
            : Locate(at, out position).IsOpen(position);
    }

    internal long WorkBetween(Instant start, Instant end)
    {
        if (Volatile.Read(ref _timeline) is { } timeline && timeline.TryPlace(start, out long from) && timeline.TryPlace(end, out long to))
        {
            return timeline.WorkBetween(from, to);
        }

        int startDay = DayNumber.Of(start);
        int endDay = DayNumber.Of(end);
        Timeline grown = Covering(Math.Min(startDay, endDay), Math.Max(startDay, endDay));
        return grown.WorkBetween(grown.Place(start), grown.Place(end));
    }

    /// <summary>When an amount of open time has passed, where the window as it is tells it; false where <see cref="After"/> has to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAfterAtOnce(Instant start, Duration openTime, out Instant end)
    {
        if (Volatile.Read(ref _timeline) is { } timeline && timeline.TryPlace(start, out long position) && IsWithinLongestHorizon(openTime))
        {
            position = timeline.PositionAfter(position, openTime.ToInt64Nanoseconds());
            if (position >= 0)
            {
                end = timeline.InstantAt(position);
                return true;
            }
        }

        end = default;
        return false;
    }

    /// <summary>When an amount of open time has passed; null when there is not so much within the limits.</summary>
    internal Instant? After(Instant start, Duration openTime)
    {
        if (!IsWithinLongestHorizon(openTime))
        {
            return null;
        }

        long work = openTime.ToInt64Nanoseconds();
        if (work == 0)
        {
            return start;
        }

        Timeline timeline = Locate(start, out long position);
        while (true)
        {
            long found = timeline.PositionAfter(position, work);
            if (found >= 0)
            {
                return timeline.InstantAt(found);
            }

            if (!(work > 0 ? TryGrowForward(ref timeline) : TryGrowBackward(ref timeline)))
            {
                return null;
            }

            position = timeline.Place(start);
        }
    }

    internal Instant? NextOpening(Instant after)
    {
        Timeline timeline = Locate(after, out long position);
        while (true)
        {
            int row = timeline.RowAt(position) + 1;
            if (row <= timeline.LastRow)
            {
                return timeline.InstantAt(timeline.StartOf(row));
            }

            if (!TryGrowForward(ref timeline))
            {
                return null;
            }

            position = timeline.Place(after);
        }
    }

    internal Instant? NextClosing(Instant after)
    {
        Timeline timeline = Locate(after, out long position);
        while (true)
        {
            int row = timeline.RowAt(position);
            row = timeline.EndOf(row) > position ? row : row + 1;
            bool isFound = row <= timeline.LastRow;

            // A row that reaches the window's end may go on beyond it.
            bool isWhole = isFound && timeline.EndOf(row) < timeline.Length;
            if (isWhole || !TryGrowForward(ref timeline))
            {
                return isFound ? timeline.InstantAt(timeline.EndOf(row)) : null;
            }

            position = timeline.Place(after);
        }
    }

    internal Instant? PreviousOpening(Instant before)
    {
        Timeline timeline = Locate(before, out long position);
        while (true)
        {
            int row = timeline.RowAt(position);
            row = row == 0 || timeline.StartOf(row) < position ? row : row - 1;
            bool isFound = row > 0;
            bool isWhole = isFound && timeline.StartOf(row) > 0;
            if (isWhole || !TryGrowBackward(ref timeline))
            {
                return isFound ? timeline.InstantAt(timeline.StartOf(row)) : null;
            }

            position = timeline.Place(before);
        }
    }

    internal Instant? PreviousClosing(Instant before)
    {
        Timeline timeline = Locate(before, out long position);
        while (true)
        {
            int row = timeline.RowAt(position);
            row = timeline.EndOf(row) < position ? row : row - 1;
            if (row > 0)
            {
                return timeline.InstantAt(timeline.EndOf(row));
            }

            if (!TryGrowBackward(ref timeline))
            {
                return null;
            }

            position = timeline.Place(before);
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

    /// <summary>Says whether an amount of open time is so short that a horizon can hold it, and 64 bits its nanoseconds.</summary>
    private static bool IsWithinLongestHorizon(Duration openTime) => unchecked((uint)(openTime.Days + LongestHorizon) <= 2 * LongestHorizon);

    private int Limited(int date) => Math.Max(_firstDay, Math.Min(date, _lastDay + 1));

    private Timeline Locate(Instant at, out long position)
    {
        int day = DayNumber.Of(at);
        Timeline timeline = Covering(day, day);
        position = timeline.Place(at);
        return timeline;
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

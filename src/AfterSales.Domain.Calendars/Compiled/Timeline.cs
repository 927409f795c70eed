using System.Runtime.CompilerServices;

namespace AfterSales.Domain.Calendars;

/// <summary>
/// The open time of a window of UTC days, laid out so that a question is answered by index: the compiled form of a calendar. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// Positions are nanoseconds since the window's start. W(p) is the open time in the window before p. Row i says: from Start the calendar is open for
/// Work(i + 1) − Work(i), and before Start it was open for Work(i). Rows are sorted and never touch; a row of no length stands before the first and two after the
/// last, so that every position has a row and every row two next ones.
/// </para>
/// <para>
/// Forward, W(p): the index of days gives the last row that starts at or before the UTC day of p; a few steps lead to p's own row. Backward, the position of an
/// amount of work: work is cut into 2^k ns wide buckets, about one a row; the bucket gives a row, a few steps lead to the right one (a binary search where a
/// bucket has many rows, so that uneven calendars stay fast).
/// </para>
/// </remarks>
internal sealed class Timeline
{
    /// <summary>Where a bucket of work has more rows than this, they are searched by halves.</summary>
    private const int LongestWalk = 8;

    /// <summary>The position that stands for every instant before the window when the calendar has nothing open there.</summary>
    internal const long BeforeAll = -1;

    private readonly Row[] _rows;
    private readonly int[] _rowOfDay;
    private readonly int[] _rowOfWork;
    private readonly int _workShift;
    private readonly int[] _workingDatesBefore;
    private readonly Instant _start;

    private Timeline(int firstDay, int lastDay, Row[] rows, int[] workingDatesBefore)
    {
        FirstDay = firstDay;
        LastDay = lastDay;
        _rows = rows;
        _workingDatesBefore = workingDatesBefore;
        _start = DayNumber.Start(firstDay);
        TotalWork = rows[^1].Work;
        _rowOfDay = IndexByDay(rows, lastDay - firstDay + 2);
        (_rowOfWork, _workShift) = IndexByWork(rows);
    }

    /// <summary>Gets the first day of the window: a UTC day for positions, a date for working days.</summary>
    internal int FirstDay { get; }

    /// <summary>Gets the last day of the window, included.</summary>
    internal int LastDay { get; }

    internal long Length => (LastDay - FirstDay + 1) * DayNumber.Nanoseconds;

    /// <summary>Gets the open time of the whole window.</summary>
    internal long TotalWork { get; }

    /// <summary>Gets the number of the last row that is open; 0 when none is.</summary>
    internal int LastRow => _rows.Length - 3;

    internal static Timeline Compile(BusinessCalendar calendar, int firstDay, int lastDay)
    {
        // A date's ranges can reach two UTC days further and begin on the UTC day before.
        List<OwnedRange> ranges = new((lastDay - firstDay + 8) * 2);
        calendar.Expand(firstDay - 3, lastDay + 2, firstDay, ranges);

        int[] workingDatesBefore = new int[lastDay - firstDay + 2];
        bool isSorted = true;
        for (int index = 0; index < ranges.Count; index++)
        {
            int day = ranges[index].Day - firstDay;
            if (day >= 0 && day < workingDatesBefore.Length - 1)
            {
                workingDatesBefore[day + 1] = 1;
            }

            isSorted &= index == 0 || ranges[index - 1].Start <= ranges[index].Start;
        }

        for (int day = 1; day < workingDatesBefore.Length; day++)
        {
            workingDatesBefore[day] += workingDatesBefore[day - 1];
        }

        if (!isSorted)
        {
            ranges.Sort((one, other) => one.Start.CompareTo(other.Start));
        }

        return new Timeline(firstDay, lastDay, Rows(ranges, (lastDay - firstDay + 1) * DayNumber.Nanoseconds), workingDatesBefore);
    }

    internal bool Contains(int day) => unchecked((uint)(day - FirstDay) <= (uint)(LastDay - FirstDay));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant InstantAt(long position) => _start.PlusNanoseconds(position);

    internal long StartOf(int row) => _rows[row].Start;

    internal long EndOf(int row) => _rows[row].Start + (_rows[row + 1].Work - _rows[row].Work);

    /// <summary>The row of a position on a UTC day of the window, counted from its first: the last row that starts at or before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int RowAt(int day, long position)
    {
        // Two steps at once and without a branch: which of a day's few rows holds a random instant is what a branch predictor cannot guess.
        Row[] rows = _rows;
        int row = _rowOfDay[day];
        row += (rows[row + 1].Start <= position ? 1 : 0) + (rows[row + 2].Start <= position ? 1 : 0);
        while (rows[row + 1].Start <= position)
        {
            row++;
        }

        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkBefore(int day, long position)
    {
        Row[] rows = _rows;
        int row = RowAt(day, position);

        // The smaller of elapsed and open time of the row, again without a branch: the work of the next row less what is still to come of this one.
        long beyond = position - rows[row].Start - (rows[row + 1].Work - rows[row].Work);
        return rows[row + 1].Work + (beyond & (beyond >> 63));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsOpen(int day, long position)
    {
        int row = RowAt(day, position);
        return position - _rows[row].Start < _rows[row + 1].Work - _rows[row].Work;
    }

    /// <summary>
    /// Given W at a start, where an amount of work other than zero has passed: above zero the earliest position with W = before + work, below zero the latest;
    /// −1 when that lies outside the window.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long PositionAfter(long before, long work)
    {
        if (work > 0 ? work > TotalWork - before : -work > before)
        {
            return -1;
        }

        // The earliest position is in the row that does the last nanosecond of the work, the latest in the row that does the next one.
        long target = before + work;
        Row row = _rows[RowOfWork(work > 0 ? target - 1 : target)];
        return row.Start + (target - row.Work);
    }

    /// <summary>The working dates of the window before a date of it, or before the day after its last.</summary>
    internal int WorkingDatesBefore(int day) => _workingDatesBefore[day - FirstDay];

    /// <summary>The working date of the window that has a given number of working dates before it.</summary>
    internal int WorkingDate(int datesBefore)
    {
        int low = 0;
        int high = _workingDatesBefore.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_workingDatesBefore[middle] > datesBefore)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return FirstDay + low - 1;
    }

    /// <summary>The last row with at most this work before it, which is the row in which the work's next nanosecond is done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowOfWork(long work)
    {
        Row[] rows = _rows;
        int bucket = (int)(work >> _workShift);
        int row = _rowOfWork[bucket];
        int last = _rowOfWork[bucket + 1];
        if (last - row > LongestWalk)
        {
            return RowByHalves(work, row, last);
        }

        row += (rows[row + 1].Work <= work ? 1 : 0) + (rows[row + 2].Work <= work ? 1 : 0);
        while (rows[row + 1].Work <= work)
        {
            row++;
        }

        return row;
    }

    private int RowByHalves(long work, int first, int last)
    {
        while (first < last)
        {
            int middle = (first + last + 1) / 2;
            if (_rows[middle].Work <= work)
            {
                first = middle;
            }
            else
            {
                last = middle - 1;
            }
        }

        return first;
    }

    /// <summary>Merges sorted ranges and cuts them to the window.</summary>
    private static Row[] Rows(List<OwnedRange> ranges, long length)
    {
        List<Row> rows = new(ranges.Count + 3) { new Row(BeforeAll, 0) };
        long work = 0;
        long start = 0;
        long end = 0;
        foreach (OwnedRange range in ranges)
        {
            if (range.Start > end)
            {
                AddRow();
                start = range.Start;
            }
            else if (end <= start)
            {
                start = Math.Max(range.Start, 0);
            }

            end = Math.Max(end, range.End);
            if (end >= length)
            {
                break;
            }
        }

        AddRow();

        // Once as the next row of the last one, and once more for the step that looks two rows ahead.
        rows.Add(new Row(long.MaxValue, work));
        rows.Add(new Row(long.MaxValue, work));
        return [.. rows];

        void AddRow()
        {
            long cut = Math.Min(end, length);
            if (cut > start)
            {
                rows.Add(new Row(start, work));
                work += cut - start;
            }
        }
    }

    private static int[] IndexByDay(Row[] rows, int days)
    {
        int[] index = new int[days];
        int row = 0;
        for (int day = 0; day < days; day++)
        {
            long dayStart = day * DayNumber.Nanoseconds;
            while (rows[row + 1].Start <= dayStart)
            {
                row++;
            }

            index[day] = row;
        }

        return index;
    }

    private static (int[] Index, int Shift) IndexByWork(Row[] rows)
    {
        long total = rows[^1].Work;
        int shift = 0;
        while (total >> shift >= rows.Length)
        {
            shift++;
        }

        int[] index = new int[(int)(total >> shift) + 2];
        int row = 0;
        for (int bucket = 0; bucket < index.Length; bucket++)
        {
            long work = (long)bucket << shift;
            while (row < rows.Length - 3 && rows[row + 1].Work <= work)
            {
                row++;
            }

            index[bucket] = row;
        }

        return (index, shift);
    }

    private readonly record struct Row(long Start, long Work);
}

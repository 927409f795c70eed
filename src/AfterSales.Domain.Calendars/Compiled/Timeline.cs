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
/// Forward, W(p): positions are cut into 2^k ns wide buckets, about one a row; the bucket gives the row at its start, and at most two steps lead to p's own row.
/// Backward, the position of an amount of work: the same over work. A bucket into which more than two rows fall has the complement of its row and is searched by
/// halves, so that uneven calendars stay fast. The arithmetic of questions is unchecked: every value has been held against the window's length or work before.
/// </para>
/// </remarks>
internal sealed partial class Timeline
{
    private const int Steps = 2;

    private readonly Row[] _rows;
    private readonly int[] _rowOfPosition;
    private readonly int _positionShift;
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
        (_rowOfPosition, _positionShift) = Index(rows, static row => row.Start, Length);
        (_rowOfWork, _workShift) = Index(rows, static row => row.Work, TotalWork);
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

    internal bool Contains(int day) => unchecked((uint)(day - FirstDay) <= (uint)(LastDay - FirstDay));

    /// <summary>The position of an instant, given as the UTC day that holds it, one of the window, and the nanoseconds since that day's start.</summary>
    internal long PositionOf(int day, long nanosecondOfDay) => unchecked(((day - FirstDay) * DayNumber.Nanoseconds) + nanosecondOfDay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant InstantAt(long position) => _start.PlusNanoseconds(position);

    internal long StartOf(int row) => _rows[row].Start;

    internal long EndOf(int row) => _rows[row].Start + (_rows[row + 1].Work - _rows[row].Work);

    /// <summary>The row of a position: the last one that starts at or before it.</summary>
    internal int RowAt(long position)
    {
        int row = NearRowAt(position);
        return row >= 0 ? row : RowByHalves(_rowOfPosition, (int)(position >> _positionShift), position, static one => one.Start);
    }

    internal bool IsOpen(long position)
    {
        int row = NearRowAt(position);
        row = row >= 0 ? row : RowAt(position);
        return unchecked(position - _rows[row].Start < _rows[row + 1].Work - _rows[row].Work);
    }

    internal long WorkBetween(long start, long end)
    {
        int startRow = NearRowAt(start);
        int endRow = NearRowAt(end);
        return (startRow | endRow) >= 0
            ? unchecked(WorkBefore(endRow, end) - WorkBefore(startRow, start))
            : WorkBefore(RowAt(end), end) - WorkBefore(RowAt(start), start);
    }

    /// <summary>
    /// Where an amount of work has passed since a position: above zero the earliest position, below zero the latest, for zero the position itself; −1 when it is
    /// outside the window. Calls nothing where the buckets lead to the rows, so that all of it stays in registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal long PositionAfter(long position, long work)
    {
        unchecked
        {
            int row = NearRowAt(position);
            if (row >= 0 && work != 0)
            {
                // The work before and the amount are shorter than a horizon can be: their sum fits into 64 bits without a sign, and below zero it is above everything.
                long target = WorkBefore(row, position) + work;
                if ((ulong)target > (ulong)TotalWork)
                {
                    return -1;
                }

                long nanosecond = target + (-work >> 63);
                row = NearRowOfWork(nanosecond);
                if (row >= 0)
                {
                    return _rows[row].Start + (target - _rows[row].Work);
                }
            }
        }

        return PositionAfterByHalves(position, work);
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

    /// <summary>As <see cref="PositionAfter"/>, from whatever row and into whatever row.</summary>
    private long PositionAfterByHalves(long position, long work)
    {
        if (work == 0)
        {
            return position;
        }

        long before = WorkBefore(RowAt(position), position);
        if (work > 0 ? work > TotalWork - before : -work > before)
        {
            return -1;
        }

        // The earliest position is in the row that does the work's last nanosecond, the latest in the row that does the next one.
        long target = before + work;
        long nanosecond = work > 0 ? target - 1 : target;
        int row = NearRowOfWork(nanosecond);
        row = row >= 0 ? row : RowByHalves(_rowOfWork, (int)(nanosecond >> _workShift), nanosecond, static one => one.Work);
        return _rows[row].Start + (target - _rows[row].Work);
    }

    /// <summary>The row of a position where its bucket leads to it, else a number below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NearRowAt(long position)
    {
        unchecked
        {
            int row = _rowOfPosition[(int)(position >> _positionShift)];
            if (row >= 0)
            {
                // Two steps at once and without a branch: which of a day's few rows holds a random instant is what a branch predictor cannot guess.
                Row[] rows = _rows;
                row += (rows[row + 1].Start <= position ? 1 : 0) + (rows[row + 2].Start <= position ? 1 : 0);
            }

            return row;
        }
    }

    /// <summary>W of a position in a row: the smaller of elapsed and open time of the row, without a branch as the work of the next row less what is still to come of this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long WorkBefore(int row, long position)
    {
        unchecked
        {
            Row[] rows = _rows;
            long next = rows[row + 1].Work;
            long beyond = position - rows[row].Start - (next - rows[row].Work);
            return next + (beyond & (beyond >> 63));
        }
    }

    /// <summary>The row that does a nanosecond of work: the last one with at most that work before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NearRowOfWork(long nanosecond)
    {
        unchecked
        {
            int row = _rowOfWork[(int)(nanosecond >> _workShift)];
            if (row >= 0)
            {
                Row[] rows = _rows;
                row += (rows[row + 1].Work <= nanosecond ? 1 : 0) + (rows[row + 2].Work <= nanosecond ? 1 : 0);
            }

            return row;
        }
    }

    private int RowByHalves(int[] index, int bucket, long value, Func<Row, long> key)
    {
        int first = ~index[bucket];
        int last = index[bucket + 1];
        last = last < 0 ? ~last : last;
        while (first < last)
        {
            int middle = (first + last + 1) / 2;
            if (key(_rows[middle]) <= value)
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

    private readonly record struct Row(long Start, long Work);
}

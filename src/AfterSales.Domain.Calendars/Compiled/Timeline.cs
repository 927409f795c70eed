using System.Runtime.CompilerServices;

namespace AfterSales.Domain.Calendars;

/// <summary>
/// The open time of a window of UTC days, laid out so that a question is answered by index: the compiled form of a calendar. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// Positions are nanoseconds since the window's start; W(p) is the open time of the window before p. A row is an open span: the closed time of the window before it and the
/// open time through its end. Within row i, W(p) = p − ClosedBefore(i); both numbers only grow from row to row, so that everywhere
/// W(p) = max over i of min(p − ClosedBefore(i), OpenThrough(i)), and the position at which the open time w is reached is w + ClosedBefore of the first row whose OpenThrough is not below w.
/// Rows are sorted and never touch; a row of no length stands before the first, and <see cref="RowsBehind"/> that nothing reaches stand behind the last.
/// </para>
/// <para>
/// Which rows matter tells an index: positions are cut into 2^k ns wide buckets, one to two a row, and each has the last row that ends at or before its start; the
/// rows behind that one decide, by maximum and minimum, without a branch. The same over open time leads back. A bucket into which more rows fall than are looked at has the
/// complement, and all rows are searched by halves, so that uneven calendars stay fast. The arithmetic of questions is unchecked: every value has been held against the
/// window's length or work before.
/// </para>
/// </remarks>
internal sealed partial class Timeline
{
    private const int RowsBehind = 3;
    private const ushort SearchByHalves = ushort.MaxValue;

    private readonly Row[] _rows;
    private readonly ushort[] _rowBeforePosition;
    private readonly int _positionShift;
    private readonly ushort[] _rowBeforeWork;
    private readonly int _workShift;
    private readonly int[] _workingDatesBefore;
    private readonly int _days;
    private readonly Instant _start;

    private Timeline(int firstDay, int lastDay, Row[] rows, int[] workingDatesBefore)
    {
        FirstDay = firstDay;
        LastDay = lastDay;
        _days = lastDay - firstDay + 1;
        _rows = rows;
        _workingDatesBefore = workingDatesBefore;
        _start = DayNumber.Start(firstDay);
        TotalWork = rows[LastRow].OpenThrough;
        long[] starts = new long[LastRow + 1];
        long[] ends = new long[LastRow + 1];
        long[] work = new long[LastRow + 1];
        for (int row = 1; row <= LastRow; row++)
        {
            starts[row] = StartOf(row);
            ends[row] = EndOf(row);
            work[row] = rows[row].OpenThrough;
        }

        (_rowBeforePosition, _positionShift) = Index(ends, starts, Length);
        (_rowBeforeWork, _workShift) = Index(work, work, TotalWork);
    }

    /// <summary>Gets the first day of the window: a UTC day for positions, a date for working days.</summary>
    internal int FirstDay { get; }

    /// <summary>Gets the last day of the window, included.</summary>
    internal int LastDay { get; }

    internal long Length => _days * DayNumber.Nanoseconds;

    /// <summary>Gets the open time of the whole window.</summary>
    internal long TotalWork { get; }

    /// <summary>Gets the number of the last row that is open; 0 when none is.</summary>
    internal int LastRow => _rows.Length - 1 - RowsBehind;

    internal bool Contains(int day) => unchecked((uint)(day - FirstDay) < (uint)_days);

    /// <summary>The position of an instant; false when it is outside the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPlace(Instant at, out long position)
    {
        unchecked
        {
            // Days are cut towards zero: less than a day before the window they are 0 and the rest is negative.
            Duration since = at - _start;
            if ((uint)since.Days < (uint)_days)
            {
                position = since.ToInt64Nanoseconds();
                return position >= 0;
            }

            position = 0;
            return false;
        }
    }

    /// <summary>The position of an instant; of one outside the window its first or last.</summary>
    internal long Place(Instant at) => TryPlace(at, out long position) ? position : at < _start ? 0 : Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant InstantAt(long position) => _start.PlusNanoseconds(position);

    /// <summary>Where a row starts, one that is open or behind the last.</summary>
    internal long StartOf(int row) => _rows[row].ClosedBefore + _rows[row - 1].OpenThrough;

    internal long EndOf(int row) => _rows[row].ClosedBefore + _rows[row].OpenThrough;

    /// <summary>The last row that starts at or before a position; 0 when none does.</summary>
    internal int RowAt(long position)
    {
        int row = _rowBeforePosition[(int)(position >> _positionShift)];
        if (row == SearchByHalves)
        {
            return FirstRowAbove(position, static (timeline, one) => timeline.StartOf(one)) - 1;
        }

        while (row < LastRow && StartOf(row + 1) <= position)
        {
            row++;
        }

        return row;
    }

    internal bool IsOpen(long position)
    {
        int row = _rowBeforePosition[(int)(position >> _positionShift)];
        if (row != SearchByHalves)
        {
            ReadOnlySpan<Row> near = new(_rows, row, 3);
            return Holds(near[0].OpenThrough, near[1], position) | Holds(near[1].OpenThrough, near[2], position);
        }

        row = RowAt(position);
        return position < EndOf(row);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal long WorkBetween(long start, long end)
    {
        return TryNearWorkBefore(start, out long before) && TryNearWorkBefore(end, out long through)
            ? unchecked(through - before)
            : WorkBefore(end) - WorkBefore(start);
    }

    /// <summary>
    /// Where an amount of work has passed since a position: above zero the earliest position, below zero the latest, for zero the position itself; −1 when it is
    /// outside the window. Calls nothing where the indexes lead to the rows, so that all of it stays in registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal long PositionAfter(long position, long work)
    {
        unchecked
        {
            if (TryNearWorkBefore(position, out long before) && work != 0)
            {
                // The work before and the amount are shorter than a horizon can be: their sum fits into 64 bits without a sign, and below zero it is above everything.
                long target = before + work;
                if ((ulong)target > (ulong)TotalWork)
                {
                    return -1;
                }

                // The earliest position is in the row that does the work's last nanosecond, the latest in the row that does the next one.
                long nanosecond = target + (-work >> 63);
                int row = _rowBeforeWork[(int)(nanosecond >> _workShift)];
                if (row != SearchByHalves)
                {
                    ReadOnlySpan<Row> near = new(_rows, row + 1, 3);
                    long first = near[0].ClosedBefore;
                    long second = near[1].ClosedBefore;
                    long third = near[2].ClosedBefore;
                    long closed = near[0].OpenThrough > nanosecond ? first : second;
                    return target + (near[1].OpenThrough > nanosecond ? closed : third);
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

    /// <summary>Says whether a row, given with the open time before it, holds a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Holds(long openBefore, Row row, long position) =>
        unchecked((ulong)(position - row.ClosedBefore - openBefore) < (ulong)(row.OpenThrough - openBefore));

    /// <summary>W of a position where the index leads to its rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNearWorkBefore(long position, out long work)
    {
        unchecked
        {
            int row = _rowBeforePosition[(int)(position >> _positionShift)];
            if (row == SearchByHalves)
            {
                work = 0;
                return false;
            }

            ReadOnlySpan<Row> near = new(_rows, row, 3);
            long first = Math.Min(position - near[1].ClosedBefore, near[1].OpenThrough);
            long second = Math.Min(position - near[2].ClosedBefore, near[2].OpenThrough);
            work = Math.Max(Math.Max(near[0].OpenThrough, first), second);
            return true;
        }
    }

    /// <summary>W of any position.</summary>
    private long WorkBefore(long position)
    {
        Row row = _rows[RowAt(position)];
        return Math.Min(position - row.ClosedBefore, row.OpenThrough);
    }

    /// <summary>As <see cref="PositionAfter"/>, from whatever row and into whatever row.</summary>
    private long PositionAfterByHalves(long position, long work)
    {
        if (work == 0)
        {
            return position;
        }

        long before = WorkBefore(position);
        if (work > 0 ? work > TotalWork - before : -work > before)
        {
            return -1;
        }

        long target = before + work;
        long nanosecond = work > 0 ? target - 1 : target;
        return target + _rows[FirstRowAbove(nanosecond, static (timeline, row) => timeline._rows[row].OpenThrough)].ClosedBefore;
    }

    /// <summary>The first row with a key above a value, or the one behind the last.</summary>
    private int FirstRowAbove(long value, Func<Timeline, int, long> key)
    {
        int low = 1;
        int high = LastRow + 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (key(this, middle) > value)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private readonly record struct Row(long ClosedBefore, long OpenThrough);
}

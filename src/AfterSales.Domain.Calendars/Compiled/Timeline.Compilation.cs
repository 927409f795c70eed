namespace AfterSales.Domain.Calendars;

/// <content>How rows and their indexes are made.</content>
internal sealed partial class Timeline
{
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

    /// <summary>Merges sorted ranges and cuts them to the window.</summary>
    private static Row[] Rows(List<OwnedRange> ranges, long length)
    {
        List<Row> rows = new(ranges.Count + 1 + RowsBehind) { new Row(0, 0) };
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
        rows.AddRange(Enumerable.Repeat(new Row(long.MaxValue - work, long.MaxValue), RowsBehind));
        return [.. rows];

        void AddRow()
        {
            long cut = Math.Min(end, length);
            if (cut > start)
            {
                long closedBefore = start - work;
                work += cut - start;
                rows.Add(new Row(closedBefore, work));
            }
        }
    }

    /// <summary>
    /// For each bucket of a scale the last row that ends at or before the bucket's start, or <see cref="SearchByHalves"/> where the three behind it do not suffice for all of the bucket.
    /// </summary>
    /// <param name="ends">Where the rows up to the last one end, in order.</param>
    /// <param name="limits">Where looking at the two rows before does no longer suffice.</param>
    /// <param name="length">The length of the scale.</param>
    private static (ushort[] Index, int Shift) Index(long[] ends, long[] limits, long length)
    {
        int shift = 0;
        while (length >> shift > 2L * ends.Length)
        {
            shift++;
        }

        ushort[] index = new ushort[(int)(length >> shift) + 1];
        int row = 0;
        for (int bucket = 0; bucket < index.Length; bucket++)
        {
            long start = (long)bucket << shift;
            while (row + 1 < ends.Length && ends[row + 1] <= start)
            {
                row++;
            }

            bool isSparse = row + 3 >= limits.Length || limits[row + 3] >= start + (1L << shift);
            index[bucket] = isSparse && row < SearchByHalves ? (ushort)row : SearchByHalves;
        }

        return (index, shift);
    }
}

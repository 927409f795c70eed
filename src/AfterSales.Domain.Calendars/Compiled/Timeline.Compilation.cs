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
        List<Row> rows = new(ranges.Count + 3) { new Row(-1, 0) };
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

    /// <summary>For each bucket of a key the last row at or before its start, or that row's complement where more than two steps may be needed.</summary>
    private static (int[] Index, int Shift) Index(Row[] rows, Func<Row, long> key, long length)
    {
        int shift = 0;
        while (length >> shift >= rows.Length)
        {
            shift++;
        }

        int[] index = new int[(int)(length >> shift) + 2];
        int lastRow = rows.Length - 1 - Steps;
        int row = 0;
        for (int bucket = 0; bucket < index.Length; bucket++)
        {
            long start = (long)bucket << shift;
            while (row < lastRow && key(rows[row + 1]) <= start)
            {
                row++;
            }

            bool isSparse = row + Steps >= lastRow || key(rows[row + Steps + 1]) >= start + (1L << shift);
            index[bucket] = isSparse ? row : ~row;
        }

        return (index, shift);
    }
}

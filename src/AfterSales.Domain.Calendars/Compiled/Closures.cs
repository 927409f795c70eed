namespace AfterSales.Domain.Calendars;

/// <summary>The part-day closures of a calendar as spans of real time, which subtract from every range, whichever date owns it.</summary>
internal sealed class Closures
{
    /// <summary>A range reaches into the next date, and so does a closure; one date more for clock changes.</summary>
    private const int Reach = 2;

    private readonly DatedPlan _plan;
    private ClockMapper _mapper;

    internal Closures(DatedPlan plan, DateTimeZone zone, int baseDay)
    {
        _plan = plan;
        _mapper = new ClockMapper(zone, baseDay);
    }

    /// <summary>Cuts the closures out of the ranges from an index on; pieces stay in the place of their range.</summary>
    internal void CutFrom(List<OwnedRange> ranges, int index)
    {
        OwnedRange[] whole = [.. ranges.Skip(index)];
        ranges.RemoveRange(index, whole.Length);
        foreach (OwnedRange range in whole)
        {
            long from = range.Start;
            foreach ((long start, long end) in Near(range.Day).Select(closure => closure.Span)
                .Where(span => span.Start < range.End && range.Start < span.End)
                .OrderBy(span => span.Start))
            {
                if (from < start)
                {
                    ranges.Add(range with { Start = from, End = start });
                }

                from = Math.Max(from, end);
            }

            if (from < range.End)
            {
                ranges.Add(range with { Start = from });
            }
        }
    }

    /// <summary>The closures of a date and its neighbours, with their spans.</summary>
    internal IEnumerable<(ClosedPart Entry, (long Start, long End) Span)> Near(int day)
    {
        for (int date = day - Reach; date <= day + Reach; date++)
        {
            foreach (ClosedPart closure in _plan.On(date).Closures)
            {
                yield return (closure, _mapper.Map(date, closure.Part));
            }
        }
    }
}

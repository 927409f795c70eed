namespace AfterSales.Domain.Calendars;

/// <summary>The span of dates for which all holiday sets of a calendar are complete.</summary>
internal static class Knowledge
{
    /// <summary>
    /// Sets of one name continue each other (2025, then 2026) as far as they adjoin; sets of different names, and the parts of a combined calendar, must all be known.
    /// </summary>
    internal static (LocalDate? From, LocalDate? Through) Of(IEnumerable<HolidaySet> layers, CalendarBasis basis)
    {
        List<(LocalDate From, LocalDate Through)> spans = [.. layers
            .Where(layer => layer.KnownFrom is not null)
            .GroupBy(layer => layer.Name, StringComparer.Ordinal)
            .Select(Continued)];
        if (basis is CombinedBasis combined)
        {
            AddSpan(combined.Left);
            AddSpan(combined.Right);
        }

        return spans.Count == 0 ? (null, null) : (spans.Max(span => span.From), spans.Min(span => span.Through));

        void AddSpan(BusinessCalendar calendar)
        {
            if (calendar is { KnownFrom: { } from, KnownThrough: { } through })
            {
                spans.Add((from, through));
            }
        }
    }

    private static (LocalDate From, LocalDate Through) Continued(IEnumerable<HolidaySet> sets)
    {
        (LocalDate From, LocalDate Through) known = default;
        bool isFirst = true;
        foreach (HolidaySet set in sets.OrderBy(set => set.KnownFrom))
        {
            if (isFirst)
            {
                known = (set.KnownFrom!.Value, set.KnownThrough!.Value);
                isFirst = false;
            }
            else if ((set.KnownFrom <= known.Through || set.KnownFrom!.Value.PlusDays(-1) == known.Through) && set.KnownThrough > known.Through)
            {
                known.Through = set.KnownThrough.Value;
            }
        }

        return known;
    }
}

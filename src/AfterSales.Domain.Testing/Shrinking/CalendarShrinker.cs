using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Calendars with less in them: one of two that were combined, fewer layers, entries and seasons, plainer weeks.</summary>
internal static class CalendarShrinker
{
    private static readonly IsoDayOfWeek[] Days = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    internal static IEnumerable<BusinessCalendar> Smaller(BusinessCalendar calendar)
    {
        if (calendar.Basis is CombinedBasis both)
        {
            yield return both.Left;
            yield return both.Right;
            yield break;
        }

        if (calendar.Basis is not WeeklyBasis weekly)
        {
            yield break;
        }

        for (int i = 0; i < calendar.Layers.Count; i++)
        {
            yield return Of(calendar, weekly.Hours, weekly.Seasons, calendar.Layers.Where((_, j) => j != i));
        }

        for (int i = 0; i < weekly.Seasons.Count; i++)
        {
            yield return Of(calendar, weekly.Hours, weekly.Seasons.Where((_, j) => j != i), calendar.Layers);
        }

        foreach (IReadOnlyList<HolidaySet> smaller in PartShrinker.OneSmaller(calendar.Layers, Smaller))
        {
            yield return Of(calendar, weekly.Hours, weekly.Seasons, smaller);
        }

        foreach (WeeklyHours smaller in Smaller(weekly.Hours))
        {
            yield return Of(calendar, smaller, weekly.Seasons, calendar.Layers);
        }
    }

    internal static IEnumerable<WeeklyHours> Smaller(WeeklyHours hours)
    {
        foreach (IsoDayOfWeek day in Days)
        {
            foreach (DayHours smaller in Smaller(hours[day]))
            {
                yield return hours.With(day, smaller);
            }
        }
    }

    internal static IEnumerable<DayHours> Smaller(DayHours hours)
    {
        if (hours.IsClosed)
        {
            yield break;
        }

        yield return DayHours.Closed;
        for (int i = 0; i < hours.Ranges.Count && hours.Ranges.Count > 1; i++)
        {
            yield return new DayHours(hours.Ranges.Where((_, j) => j != i));
        }
    }

    /// <summary>Without its first and its second half, and when it is short without each entry.</summary>
    internal static IEnumerable<HolidaySet> Smaller(HolidaySet set)
    {
        int half = set.Entries.Count / 2;
        if (half > 3)
        {
            yield return Of(set, set.Entries.Take(half));
            yield return Of(set, set.Entries.Skip(half));
            yield break;
        }

        for (int i = 0; i < set.Entries.Count; i++)
        {
            yield return Of(set, set.Entries.Where((_, j) => j != i));
        }
    }

    private static HolidaySet Of(HolidaySet set, IEnumerable<DatedHours> entries)
    {
        HolidaySet made = new(set.Name, entries);
        return set.KnownFrom is { } from && set.KnownThrough is { } through ? made.KnownBetween(from, through) : made;
    }

    private static BusinessCalendar Of(BusinessCalendar calendar, WeeklyHours hours, IEnumerable<Season> seasons, IEnumerable<HolidaySet> layers)
    {
        BusinessCalendar made = BusinessCalendar.Weekly(calendar.Name, calendar.Zone, hours).WithVersion(calendar.Version);
        made = seasons.Aggregate(made, (one, season) => one.With(season));
        return layers.Aggregate(made, (one, layer) => one.With(layer));
    }
}

namespace AfterSales.Domain.Calendars;

/// <summary>The layers of dated entries folded into one plan per date: a later layer's hours discard what earlier layers said of their date.</summary>
internal sealed class DatedPlan
{
    private readonly Dictionary<int, DayPlan> _days = [];

    internal DatedPlan(IEnumerable<HolidaySet> layers, CalendarBasis basis)
    {
        foreach (HolidaySet layer in layers)
        {
            foreach (DatedHours entry in layer.Entries)
            {
                Add(DayNumber.Of(entry.Date), entry, basis);
            }
        }

        HasClosures = _days.Values.Any(plan => plan.Closures.Length > 0);
        int[] open = [.. _days.Where(pair => pair.Value.Hours is { IsClosed: false }).Select(pair => pair.Key)];
        (FirstOpenDay, LastOpenDay) = open.Length == 0 ? CalendarBasis.NoDay : (open.Min(), open.Max());
    }

    internal bool HasClosures { get; }

    internal int FirstOpenDay { get; }

    internal int LastOpenDay { get; }

    internal bool IsEmpty => _days.Count == 0;

    internal DayPlan On(int day) => _days.TryGetValue(day, out DayPlan? plan) ? plan : DayPlan.Regular;

    /// <summary>Entries of a set come sorted with the whole-day entry first, so a set's own closed parts are added after it.</summary>
    private void Add(int day, DatedHours entry, CalendarBasis basis) => _days[day] = entry switch
    {
        ClosedPart part => new DayPlan(On(day).Entry, On(day).Hours, [.. On(day).Closures, part]),
        SpecialHours special => new DayPlan(special, special.Hours, []),
        MakeUpWorkingDay makeUp => new DayPlan(makeUp, makeUp.Hours ?? basis.HoursOfWeekday(makeUp.Date, makeUp.WorksAs!.Value), []),

        // Closing a day opens nothing: what was closed of the night shift that reaches into it stays closed.
        _ => new DayPlan(entry, DayHours.Closed, On(day).Closures),
    };
}

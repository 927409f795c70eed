namespace AfterSales.Domain.Calendars;

/// <summary>What the dated entries say of one date, all layers taken together.</summary>
internal sealed class DayPlan
{
    internal static readonly DayPlan Regular = new(entry: null, hours: null, []);

    internal DayPlan(DatedHours? entry, DayHours? hours, ClosedPart[] closures)
    {
        Entry = entry;
        Hours = hours;
        Closures = closures;
    }

    /// <summary>The entry that says the whole day; null when the regular hours hold.</summary>
    internal DatedHours? Entry { get; }

    /// <summary>The hours that <see cref="Entry"/> gives.</summary>
    internal DayHours? Hours { get; }

    internal ClosedPart[] Closures { get; }
}

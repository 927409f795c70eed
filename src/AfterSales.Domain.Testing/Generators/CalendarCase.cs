using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>A calendar in plain numbers: minutes of weekdays, seasons and dated entries in layers. Both the calendar and its slow model are made of it.</summary>
internal sealed class CalendarCase
{
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>A date near which everything happens, often next to a clock change.</summary>
    public LocalDate Anchor { get; init; }

    /// <summary>Seven lists, Monday first, of (start minute, length in minutes).</summary>
    public IReadOnlyList<IReadOnlyList<(int Start, int Length)>> Week { get; init; } = [];

    /// <summary>Other weeks: from a date on, or (with a last date) every year between two dates.</summary>
    public IReadOnlyList<(LocalDate First, LocalDate? Last, IReadOnlyList<IReadOnlyList<(int Start, int Length)>> Week)> Seasons { get; init; } = [];

    /// <summary>Layers of entries; in a layer each date has at most one entry that says the whole day.</summary>
    public IReadOnlyList<IReadOnlyList<DatedCase>> Layers { get; init; } = [];

    public BusinessCalendar Calendar => field ??= Make();

    internal static ClockRange Range((int Start, int Length) range) =>
        new(LocalTime.FromMinutesSinceMidnight(range.Start), LocalTime.FromMinutesSinceMidnight((range.Start + range.Length) % 1440));

    internal static DayHours Day(IEnumerable<(int Start, int Length)> ranges) => new(ranges.Select(Range));

    public override string ToString() => string.Join(
        "\n",
        [
            $"{Zone.Id} near {Anchor:uuuu-MM-dd}: {Weekly(Week)}",
            .. Seasons.Select(season => $"  season {season.First:uuuu-MM-dd} {season.Last:uuuu-MM-dd}: {Weekly(season.Week)}"),
            .. Layers.Select(layer => "  layer " + string.Join("; ", layer)),
        ]);

    internal static WeeklyHours Weekly(IReadOnlyList<IReadOnlyList<(int Start, int Length)>> week)
    {
        WeeklyHours hours = WeeklyHours.Closed;
        for (int day = 0; day < week.Count; day++)
        {
            hours = hours.With((IsoDayOfWeek)(day + 1), Day(week[day]));
        }

        return hours;
    }

    private BusinessCalendar Make()
    {
        BusinessCalendar calendar = BusinessCalendar.Weekly("generated", Zone, Weekly(Week));
        foreach ((LocalDate first, LocalDate? last, IReadOnlyList<IReadOnlyList<(int, int)>> week) in Seasons)
        {
            calendar = calendar.With(last is { } end
                ? Season.EveryYear(new AnnualDate(first.Month, first.Day), new AnnualDate(end.Month, end.Day), Weekly(week), "yearly")
                : Season.From(first, Weekly(week), "from then on"));
        }

        return Layers.Aggregate(calendar, (made, layer) => made.With(new HolidaySet("layer", layer.Select(entry => entry.ToEntry()))));
    }
}

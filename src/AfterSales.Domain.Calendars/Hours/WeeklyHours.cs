using System.Diagnostics.CodeAnalysis;

namespace AfterSales.Domain.Calendars;

/// <summary>The opening hours of a week, weekday by weekday, with hours for parts of the year where they differ.</summary>
/// <remarks>
/// Written in the style of OpenStreetMap's opening_hours: <c>Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-14:00; Jul-Aug Mo-Fr 08:00-15:00</c>,
/// <c>24/7</c>, <c>Mo-Su 22:00-06:00</c>. A range that runs past midnight belongs to the weekday it starts on.
/// Two values are equal when all weekdays and seasons are. This type is immutable and thread-safe.
/// </remarks>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    private readonly DayHours[] _days;
    private readonly YearlySeason[] _seasons;

    internal WeeklyHours(DayHours[] days, YearlySeason[] seasons)
    {
        _days = days;
        _seasons = seasons;
    }

    /// <summary>Gets the week in which nothing is open.</summary>
    public static WeeklyHours Closed { get; } = new([.. Enumerable.Repeat(DayHours.Closed, 7)], []);

    /// <summary>Gets the week without a closed moment, written "24/7".</summary>
    public static WeeklyHours AllTheTime { get; } = new([.. Enumerable.Repeat(DayHours.AllDay, 7)], []);

    /// <summary>Gets the parts of the year that have other hours, in the order they were added; no two of them hold for the same date.</summary>
    public IReadOnlyList<YearlySeason> Seasons => _seasons;

    /// <summary>Gets a value indicating whether nothing is ever open, seasons included.</summary>
    public bool IsClosed => _days.All(day => day.IsClosed) && _seasons.All(season => season.Hours.IsClosed);

    /// <summary>Gets the hours of a weekday outside the seasons.</summary>
    /// <param name="day">The weekday, Monday to Sunday.</param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not Monday to Sunday.</exception>
    public DayHours this[IsoDayOfWeek day] => _days[Index(day)];

    /// <summary>Reads hours in the style of OpenStreetMap's opening_hours.</summary>
    /// <param name="text">
    /// Rules separated by semicolons, each: optional months (<c>Jul-Aug</c>, <c>Nov-Feb</c>, <c>Jun 15-Aug 31</c>), optional weekdays (<c>Mo-Fr</c>, <c>Mo,We,Fr</c>,
    /// <c>Sa-Mo</c>; none means all), then ranges separated by commas or <c>off</c>. A later rule replaces an earlier one for the weekdays it names; a rule without
    /// months holds in the seasons too. <c>24/7</c> means always. <c>PH off</c> may be written and says what holds anyway: a calendar is closed on the
    /// holidays it is given. Upper and lower case are the same.
    /// </param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is something else; the message names the position and what was expected there.</exception>
    public static WeeklyHours Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out WeeklyHours? hours, out string? problem) ? hours : throw new FormatException(problem);
    }

    /// <summary>Reads hours as <see cref="Parse"/> does, without an exception.</summary>
    /// <param name="text">The text; null is not hours.</param>
    /// <param name="hours">The hours when the result is true.</param>
    /// <returns>True when the text is weekly hours.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WeeklyHours? hours) => TryParse(text, out hours, out _);

    /// <summary>Reads hours as <see cref="Parse"/> does, and says what is wrong without an exception.</summary>
    /// <param name="text">The text; null is not hours.</param>
    /// <param name="hours">The hours when the result is true.</param>
    /// <param name="problem">When the result is false: the position, what stands there and what was expected.</param>
    /// <returns>True when the text is weekly hours.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WeeklyHours? hours, [NotNullWhen(false)] out string? problem) =>
        OpeningHoursReader.TryReadWeek(text, out hours, out problem);

    /// <summary>Returns the same week with other hours on a weekday, outside the seasons.</summary>
    /// <param name="day">The weekday, Monday to Sunday.</param>
    /// <param name="hours">Its hours.</param>
    /// <returns>The changed week.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not Monday to Sunday.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    public WeeklyHours With(IsoDayOfWeek day, DayHours hours)
    {
        int index = Index(day);
        ArgumentNullException.ThrowIfNull(hours);
        DayHours[] days = [.. _days];
        days[index] = hours;
        return new WeeklyHours(days, _seasons);
    }

    /// <summary>Returns the same week with other hours in a part of every year.</summary>
    /// <param name="firstInclusive">The first day of each year's part.</param>
    /// <param name="lastInclusive">The last day; before the first in the year, it is that day of the next year.</param>
    /// <param name="hours">The hours in force; they have no seasons of their own.</param>
    /// <returns>The changed week; the season is named by its dates, as in "Jul-Aug".</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="hours"/> has seasons, or the part overlaps one that is there; the message names it.</exception>
    public WeeklyHours With(AnnualDate firstInclusive, AnnualDate lastInclusive, WeeklyHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        if (hours._seasons.Length > 0)
        {
            throw new ArgumentException("The hours of a season have no seasons of their own.", nameof(hours));
        }

        YearlySeason season = new(firstInclusive, lastInclusive, hours, MonthRange.Text(firstInclusive, lastInclusive), chineseName: null);
        return _seasons.FirstOrDefault(season.Overlaps) is { } other
            ? throw new ArgumentException($"The season {season.Name} overlaps {other.Name}: allowed are seasons that hold on different dates.", nameof(firstInclusive))
            : new WeeklyHours(_days, [.. _seasons, season]);
    }

    /// <summary>Returns the hours that a date has by its weekday and season; holidays are no part of weekly hours.</summary>
    /// <param name="date">The date, in any calendar system.</param>
    /// <returns>The hours.</returns>
    public DayHours On(LocalDate date)
    {
        LocalDate iso = date.WithCalendar(CalendarSystem.Iso);
        return On(iso, iso.DayOfWeek);
    }

    /// <summary>Says whether weekdays and seasons are equal.</summary>
    /// <param name="other">The other hours.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(WeeklyHours? other) => other is not null && _days.SequenceEqual(other._days) && _seasons.SequenceEqual(other._seasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (DayHours day in _days)
        {
            hash.Add(day);
        }

        hash.Add(_seasons.Length);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hours in opening_hours style; <see cref="Parse"/> reads them back.</summary>
    /// <returns>The text, as in "Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-14:00", "24/7" or "off".</returns>
    public override string ToString() => OpeningHoursWriter.Write(_days, _seasons);

    /// <summary>The hours that hold on a date if it works as the given weekday.</summary>
    internal DayHours On(LocalDate isoDate, IsoDayOfWeek worksAs) => WeekOn(isoDate)[Index(worksAs)];

    internal YearlySeason? SeasonOn(LocalDate isoDate)
    {
        foreach (YearlySeason season in _seasons)
        {
            if (season.IncludesIso(isoDate))
            {
                return season;
            }
        }

        return null;
    }

    /// <summary>The seven days, Monday first, that hold on a date.</summary>
    internal DayHours[] WeekOn(LocalDate isoDate) => SeasonOn(isoDate) is { } season ? season.Hours._days : _days;

    internal static int Index(IsoDayOfWeek day, string parameterName = "day") => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? (int)day - 1
        : throw new ArgumentOutOfRangeException(parameterName, day, "Allowed are Monday to Sunday.");
}

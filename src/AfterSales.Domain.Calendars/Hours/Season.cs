namespace AfterSales.Domain.Calendars;

/// <summary>Weekly hours that hold for a part of time instead of the usual ones: from a date on, or every year between two dates.</summary>
/// <remarks>
/// Where several seasons hold for a date, the one added last wins. Two seasons are equal when kind, dates, hours and names are.
/// A closed set: <see cref="DatedSeason"/> and <see cref="YearlySeason"/>. This type is immutable and thread-safe.
/// </remarks>
public abstract class Season : IEquatable<Season>
{
    private protected Season(string name, string? chineseName, WeeklyHours hours)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(hours);
        Name = name;
        ChineseName = chineseName;
        Hours = hours;
    }

    /// <summary>Gets the name that explanations show, as in "summer hours".</summary>
    public string Name { get; }

    /// <summary>Gets the name for texts in Chinese; null when <see cref="Name"/> serves both.</summary>
    public string? ChineseName { get; }

    /// <summary>Gets the hours in force.</summary>
    public WeeklyHours Hours { get; }

    /// <summary>Makes the hours in force from a date on, without an end.</summary>
    /// <param name="firstDate">The first date of the new hours.</param>
    /// <param name="hours">The hours in force from then on.</param>
    /// <param name="name">The name that explanations show.</param>
    /// <returns>The season.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    public static Season From(LocalDate firstDate, WeeklyHours hours, string name) => new DatedSeason(firstDate, hours, name, chineseName: null);

    /// <summary>Makes the hours in force every year between two dates, both included; it may run over the turn of the year.</summary>
    /// <param name="firstInclusive">The first day of each year's season.</param>
    /// <param name="lastInclusive">The last day; before the first in the year, it is that day of the next year. In common years 29 February is a moment between 28 February and 1 March.</param>
    /// <param name="hours">The hours in force.</param>
    /// <param name="name">The name that explanations show.</param>
    /// <returns>The season.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    public static Season EveryYear(AnnualDate firstInclusive, AnnualDate lastInclusive, WeeklyHours hours, string name) =>
        new YearlySeason(firstInclusive, lastInclusive, hours, name, chineseName: null);

    /// <summary>Returns the same season with a name for texts in Chinese.</summary>
    /// <param name="chineseName">The name, as in "夏令时间".</param>
    /// <returns>The season with the name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="chineseName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="chineseName"/> is empty or white space.</exception>
    public abstract Season InChinese(string chineseName);

    /// <summary>Says whether the season holds on a date.</summary>
    /// <param name="date">The date, in any calendar system.</param>
    /// <returns>True when it does.</returns>
    public bool Includes(LocalDate date) => IncludesIso(date.WithCalendar(CalendarSystem.Iso));

    /// <inheritdoc/>
    public abstract bool Equals(Season? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Season);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    internal abstract bool IncludesIso(LocalDate date);

    private protected bool SameNameAndHours(Season other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(ChineseName, other.ChineseName, StringComparison.Ordinal)
        && Hours.Equals(other.Hours);
}

using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>What differs on one date, and why: closed all day, closed for a part of it, special hours, or a make-up working day.</summary>
/// <remarks>
/// A closed set: <see cref="ClosedDay"/>, <see cref="ClosedPart"/>, <see cref="SpecialHours"/> and <see cref="MakeUpWorkingDay"/>. The first, third and fourth say the
/// whole day and replace what held before; a closed part subtracts, and closing the day keeps it. Two entries are equal when kind, date, hours and names are.
/// This type is immutable and thread-safe.
/// </remarks>
public abstract class DatedHours : IEquatable<DatedHours>
{
    private protected DatedHours(LocalDate date, string reason, string? chineseReason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Date = date.WithCalendar(CalendarSystem.Iso);
        Reason = reason;
        ChineseReason = chineseReason;
    }

    /// <summary>Gets the date, in the ISO calendar.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets why, as in "Spring Festival"; explanations show it.</summary>
    public string Reason { get; }

    /// <summary>Gets why, for texts in Chinese; null when <see cref="Reason"/> serves both.</summary>
    public string? ChineseReason { get; }

    /// <summary>Makes a day on which no range starts. A night shift of the date before still ends in its own time.</summary>
    /// <param name="date">The date.</param>
    /// <param name="reason">Why, as in "National Day".</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or white space.</exception>
    public static DatedHours Closed(LocalDate date, string reason) => new ClosedDay(date, reason, chineseReason: null);

    /// <summary>Makes a closure of a part of a day, which subtracts from whatever is open then, also from a night shift that began the date before.</summary>
    /// <param name="date">The date the closure starts on.</param>
    /// <param name="part">The part of the day that is closed; it may run past midnight.</param>
    /// <param name="reason">Why, as in "staff meeting".</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or white space.</exception>
    public static DatedHours ClosedFor(LocalDate date, ClockRange part, string reason) => new ClosedPart(date, part, reason, chineseReason: null);

    /// <summary>Makes a day with hours of its own instead of the weekday's.</summary>
    /// <param name="date">The date.</param>
    /// <param name="hours">Its hours; at least one range.</param>
    /// <param name="reason">Why, as in "Christmas Eve".</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> or <paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="hours"/> is closed (use <see cref="Closed"/>), or <paramref name="reason"/> is empty or white space.</exception>
    public static DatedHours Special(LocalDate date, DayHours hours, string reason) => new SpecialHours(date, hours, reason, chineseReason: null);

    /// <summary>Makes a make-up working day (调休) with the hours of another weekday, as they are in that date's season.</summary>
    /// <param name="date">The date, usually a Saturday or Sunday.</param>
    /// <param name="worksAs">The weekday whose hours it has, Monday to Sunday.</param>
    /// <param name="reason">What for, as in "Spring Festival".</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="worksAs"/> is not Monday to Sunday.</exception>
    public static DatedHours MakeUp(LocalDate date, IsoDayOfWeek worksAs, string reason)
    {
        _ = WeeklyHours.Index(worksAs, nameof(worksAs));
        return new MakeUpWorkingDay(date, worksAs, hours: null, reason, chineseReason: null);
    }

    /// <summary>Makes a make-up working day (调休) with hours of its own.</summary>
    /// <param name="date">The date, usually a Saturday or Sunday.</param>
    /// <param name="hours">Its hours; at least one range.</param>
    /// <param name="reason">What for, as in "Spring Festival".</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> or <paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="hours"/> is closed, or <paramref name="reason"/> is empty or white space.</exception>
    public static DatedHours MakeUp(LocalDate date, DayHours hours, string reason) =>
        new MakeUpWorkingDay(date, worksAs: null, Opening(hours, nameof(hours)), reason, chineseReason: null);

    /// <summary>Returns the same entry with its reason for texts in Chinese.</summary>
    /// <param name="chineseReason">The reason, as in "春节".</param>
    /// <returns>The entry with the reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="chineseReason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="chineseReason"/> is empty or white space.</exception>
    public DatedHours InChinese(string chineseReason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chineseReason);
        return Renamed(Reason, chineseReason);
    }

    /// <inheritdoc/>
    public bool Equals(DatedHours? other) =>
        other is not null
        && HasSameEffect(other)
        && string.Equals(Reason, other.Reason, StringComparison.Ordinal)
        && string.Equals(ChineseReason, other.ChineseReason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as DatedHours);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), Date, Reason);

    /// <summary>Returns the entry, as in "2026-02-17 closed (Spring Festival)".</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => $"{LocalDatePattern.Iso.Format(Date)} {Effect} ({Reason})";

    /// <summary>Whether both make the same of the same date, whatever they are called.</summary>
    internal abstract bool HasSameEffect(DatedHours other);

    internal abstract DatedHours Renamed(string reason, string? chineseReason);

    private protected abstract string Effect { get; }

    private protected static DayHours Opening(DayHours hours, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(hours, parameterName);
        return hours.IsClosed
            ? throw new ArgumentException("The hours open nothing; allowed is at least one range. A day without hours is DatedHours.Closed.", parameterName)
            : hours;
    }
}

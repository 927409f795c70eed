using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>A named list of dated hours, such as a country's public holidays, and the span of dates for which it is complete.</summary>
/// <remarks>
/// Inside a set the order of entries does not matter for what is open: closed parts subtract from whatever holds, entries that contradict each other are refused, and
/// equal ones become one that keeps their names, in order. Two sets are equal when name, span and entries are. This type is immutable and thread-safe.
/// </remarks>
public sealed class HolidaySet : IEquatable<HolidaySet>
{
    private readonly DatedHours[] _entries;

    /// <summary>Makes a set that says nothing of the span of dates for which it is complete.</summary>
    /// <param name="name">The name, 1 to 64 characters of a–z, 0–9 and '-', as in "china-public-holidays".</param>
    /// <param name="entries">The entries in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is no name, or two entries contradict each other: both say the whole day of one date, and differ. The message names both.
    /// </exception>
    public HolidaySet(string name, IEnumerable<DatedHours> entries)
        : this(NameRule.Checked(name, "holiday set", nameof(name)), Normalised(entries), knownFrom: null, knownThrough: null)
    {
    }

    private HolidaySet(string name, DatedHours[] entries, LocalDate? knownFrom, LocalDate? knownThrough)
    {
        Name = name;
        _entries = entries;
        KnownFrom = knownFrom;
        KnownThrough = knownThrough;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the entries, sorted by date.</summary>
    public IReadOnlyList<DatedHours> Entries => _entries;

    /// <summary>Gets the first date for which the set is complete; null when it does not say.</summary>
    public LocalDate? KnownFrom { get; }

    /// <summary>Gets the last date for which the set is complete; null when it does not say.</summary>
    public LocalDate? KnownThrough { get; }

    /// <summary>Returns the same set, complete for the given dates: an entry that is not there is not a holiday.</summary>
    /// <param name="firstInclusive">The first date.</param>
    /// <param name="lastInclusive">The last date.</param>
    /// <returns>The set with its span.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastInclusive"/> is before <paramref name="firstInclusive"/>.</exception>
    public HolidaySet KnownBetween(LocalDate firstInclusive, LocalDate lastInclusive)
    {
        LocalDate first = firstInclusive.WithCalendar(CalendarSystem.Iso);
        LocalDate last = lastInclusive.WithCalendar(CalendarSystem.Iso);
        return last < first
            ? throw new ArgumentOutOfRangeException(nameof(lastInclusive), lastInclusive, $"Allowed is {LocalDatePattern.Iso.Format(first)} or later.")
            : new HolidaySet(Name, _entries, first, last);
    }

    /// <summary>Returns the same set with every make-up day that works as a weekday working as the given one.</summary>
    /// <param name="day">The weekday, Monday to Sunday.</param>
    /// <returns>The changed set.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not Monday to Sunday.</exception>
    public HolidaySet WithMakeUpDaysAs(IsoDayOfWeek day)
    {
        _ = WeeklyHours.Index(day);
        DatedHours[] entries = [.. _entries.Select(entry => entry is MakeUpWorkingDay { WorksAs: not null }
            ? new MakeUpWorkingDay(entry.Date, day, hours: null, entry.Reason, entry.ChineseReason)
            : entry)];
        return new HolidaySet(Name, entries, KnownFrom, KnownThrough);
    }

    /// <summary>Says whether name, span and entries are equal.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(HolidaySet? other) =>
        other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && KnownFrom == other.KnownFrom
        && KnownThrough == other.KnownThrough
        && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HolidaySet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, _entries.Length, KnownThrough);

    /// <summary>Returns name, size and span, as in "china-public-holidays: 39 dates, known from 2026-01-01 through 2026-12-31".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string span = KnownFrom is { } from && KnownThrough is { } through
            ? $", known from {LocalDatePattern.Iso.Format(from)} through {LocalDatePattern.Iso.Format(through)}"
            : "";
        int dates = _entries.Select(entry => entry.Date).Distinct().Count();
        return FormattableString.Invariant($"{Name}: {dates} {(dates == 1 ? "date" : "dates")}{span}");
    }

    private static DatedHours[] Normalised(IEnumerable<DatedHours> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        List<DatedHours> kept = [];
        foreach (DatedHours entry in entries)
        {
            ArgumentNullException.ThrowIfNull(entry, nameof(entries));
            kept.Add(entry);
        }

        return [.. kept.GroupBy(entry => entry.Date).OrderBy(date => date.Key).SelectMany(OfOneDate)];
    }

    private static IEnumerable<DatedHours> OfOneDate(IEnumerable<DatedHours> entries)
    {
        List<DatedHours> kept = [];
        foreach (DatedHours entry in entries)
        {
            int equal = kept.FindIndex(entry.HasSameEffect);
            if (equal >= 0)
            {
                kept[equal] = BothNames(kept[equal], entry);
            }
            else if (entry is not ClosedPart && kept.Find(other => other is not ClosedPart) is { } other)
            {
                throw new ArgumentException(
                    $"\"{other}\" and \"{entry}\" contradict each other: allowed is one of them; in a calendar, an entry added later beats one added earlier.", nameof(entries));
            }
            else
            {
                kept.Add(entry);
            }
        }

        return kept.OrderBy(entry => entry is ClosedPart part ? part.Part.StartOffset : -1).ThenBy(entry => entry.ToString(), StringComparer.Ordinal);
    }

    private static DatedHours BothNames(DatedHours first, DatedHours second)
    {
        string reason = Joined(first.Reason, second.Reason, " / ");
        string? chinese = (first.ChineseReason, second.ChineseReason) switch
        {
            (var known, null) when known is null || string.Equals(reason, first.Reason, StringComparison.Ordinal) => known,
            (null, var known) when string.Equals(first.Reason, second.Reason, StringComparison.Ordinal) => known,
            _ => Joined(first.ChineseReason ?? first.Reason, second.ChineseReason ?? second.Reason, "、"),
        };
        return first.Renamed(reason, chinese);
    }

    private static string Joined(string first, string second, string separator) =>
        first.Split([separator], StringSplitOptions.None).Contains(second, StringComparer.Ordinal) ? first : $"{first}{separator}{second}";
}

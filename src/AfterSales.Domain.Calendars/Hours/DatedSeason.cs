using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>Weekly hours in force from a date on; made by <see cref="Season.From"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class DatedSeason : Season
{
    internal DatedSeason(LocalDate firstDate, WeeklyHours hours, string name, string? chineseName)
        : base(name, chineseName, hours) => FirstDate = firstDate.WithCalendar(CalendarSystem.Iso);

    /// <summary>Gets the first date of these hours, in the ISO calendar.</summary>
    public LocalDate FirstDate { get; }

    /// <inheritdoc/>
    public override Season InChinese(string chineseName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chineseName);
        return new DatedSeason(FirstDate, Hours, Name, chineseName);
    }

    /// <inheritdoc/>
    public override bool Equals(Season? other) => other is DatedSeason dated && dated.FirstDate == FirstDate && SameNameAndHours(dated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FirstDate, Name);

    /// <summary>Returns what holds from when, as in "from 2026-07-01 (summer hours): Mo-Fr 08:00-15:00".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"from {LocalDatePattern.Iso.Format(FirstDate)} ({Name}): {Hours}";

    internal override bool IncludesIso(LocalDate date) => date >= FirstDate;
}

namespace AfterSales.Domain.Calendars;

/// <summary>Weekly hours in force every year between two dates, both included; made by <see cref="Season.EveryYear"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class YearlySeason : Season
{
    internal YearlySeason(AnnualDate first, AnnualDate last, WeeklyHours hours, string name, string? chineseName)
        : base(name, chineseName, hours)
    {
        First = first;
        Last = last;
    }

    /// <summary>Gets the first day of each year's season.</summary>
    public AnnualDate First { get; }

    /// <summary>Gets the last day, included; before <see cref="First"/> in the year, it lies in the next year.</summary>
    public AnnualDate Last { get; }

    /// <inheritdoc/>
    public override Season InChinese(string chineseName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chineseName);
        return new YearlySeason(First, Last, Hours, Name, chineseName);
    }

    /// <inheritdoc/>
    public override bool Equals(Season? other) =>
        other is YearlySeason yearly && yearly.First == First && yearly.Last == Last && SameNameAndHours(yearly);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Last, Name);

    /// <summary>Returns what holds when, as in "every year Jul-Aug (summer hours): Mo-Fr 08:00-15:00".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"every year {MonthRange.Text(First, Last)} ({Name}): {Hours}";

    internal override bool IncludesIso(LocalDate date) => MonthRange.Includes(First, Last, date);

    internal bool Overlaps(YearlySeason other) =>
        MonthRange.Includes(First, Last, other.First) || MonthRange.Includes(other.First, other.Last, First);
}

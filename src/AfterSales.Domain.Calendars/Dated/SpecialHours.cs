namespace AfterSales.Domain.Calendars;

/// <summary>Hours of its own on one date; made by <see cref="DatedHours.Special"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class SpecialHours : DatedHours
{
    internal SpecialHours(LocalDate date, DayHours hours, string reason, string? chineseReason)
        : base(date, reason, chineseReason) => Hours = Opening(hours, nameof(hours));

    /// <summary>Gets the hours; at least one range.</summary>
    public DayHours Hours { get; }

    private protected override string Effect => $"open {Hours}";

    internal override bool HasSameEffect(DatedHours other) => other is SpecialHours special && special.Date == Date && special.Hours.Equals(Hours);

    internal override DatedHours Renamed(string reason, string? chineseReason) => new SpecialHours(Date, Hours, reason, chineseReason);
}

namespace AfterSales.Domain.Calendars;

/// <summary>A date on which no range starts; made by <see cref="DatedHours.Closed"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class ClosedDay : DatedHours
{
    internal ClosedDay(LocalDate date, string reason, string? chineseReason)
        : base(date, reason, chineseReason)
    {
    }

    private protected override string Effect => "closed";

    internal override bool HasSameEffect(DatedHours other) => other is ClosedDay && other.Date == Date;

    internal override DatedHours Renamed(string reason, string? chineseReason) => new ClosedDay(Date, reason, chineseReason);
}

namespace AfterSales.Domain.Calendars;

/// <summary>A part of a date that is closed; made by <see cref="DatedHours.ClosedFor"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class ClosedPart : DatedHours
{
    internal ClosedPart(LocalDate date, ClockRange part, string reason, string? chineseReason)
        : base(date, reason, chineseReason) => Part = part;

    /// <summary>Gets the part of the day that is closed.</summary>
    public ClockRange Part { get; }

    private protected override string Effect => $"closed {Part}";

    internal override bool HasSameEffect(DatedHours other) => other is ClosedPart part && part.Date == Date && part.Part == Part;

    internal override DatedHours Renamed(string reason, string? chineseReason) => new ClosedPart(Date, Part, reason, chineseReason);
}

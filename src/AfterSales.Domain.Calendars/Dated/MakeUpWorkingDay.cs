namespace AfterSales.Domain.Calendars;

/// <summary>A day off that is worked to make up for a holiday (调休); made by <see cref="DatedHours.MakeUp(LocalDate, IsoDayOfWeek, string)"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class MakeUpWorkingDay : DatedHours
{
    internal MakeUpWorkingDay(LocalDate date, IsoDayOfWeek? worksAs, DayHours? hours, string reason, string? chineseReason)
        : base(date, reason, chineseReason)
    {
        WorksAs = worksAs;
        Hours = hours;
    }

    /// <summary>Gets the weekday whose hours it has; null when it has <see cref="Hours"/> of its own.</summary>
    public IsoDayOfWeek? WorksAs { get; }

    /// <summary>Gets the hours of its own; null when it works as a weekday.</summary>
    public DayHours? Hours { get; }

    private protected override string Effect => Hours is null ? $"works as a {WorksAs}" : $"make-up day {Hours}";

    internal override bool HasSameEffect(DatedHours other) =>
        other is MakeUpWorkingDay makeUp && makeUp.Date == Date && makeUp.WorksAs == WorksAs && Equals(makeUp.Hours, Hours);

    internal override DatedHours Renamed(string reason, string? chineseReason) => new MakeUpWorkingDay(Date, WorksAs, Hours, reason, chineseReason);
}

using System.Globalization;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>A time on the n-th working day strictly after the start's date ("T+2"); never before the start.</summary>
/// <remarks>
/// The start's date is the earliest working date whose hours hold the start, so that a night shift counts by its own date; else the local date.
/// Not a duration rule: it has no allowance. Waits move it by their open time. Immutable and thread-safe.
/// </remarks>
public sealed class WorkingDayRule : DeadlineRule
{
    internal WorkingDayRule(int days, LocalTime? at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        Days = days;
        At = at;
    }

    /// <summary>Gets n; from 1.</summary>
    public int Days { get; }

    /// <summary>Gets the local time on that day; null for its closing.</summary>
    public LocalTime? At { get; }

    internal override bool UsesCalendar => true;

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is WorkingDayRule rule && rule.Days == Days && rule.At == At;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(WorkingDayRule), Days, At);

    internal override string Describe(bool chinese)
    {
        string days = Days.ToString(CultureInfo.InvariantCulture);
        string? at = At is { } time ? NextTimeRule.Short(LocalTimePattern.GeneralIso.Format(time)) : null;
        return chinese
            ? $"其后第 {days} 个工作日{(at is null ? "下班" : " " + at + " ")}前"
            : $"by {at ?? "closing time"} of working day {days} after the start";
    }

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts)
    {
        LocalDate date = WorkingDates.Holding(start, calendar) ?? start.InZone(calendar.Zone).Date;
        Instant? due = !calendar.TryAddWorkingDays(date, Days, out LocalDate day) ? null
            : At is { } at ? WorkingDates.At(day, at, calendar.Zone)
            : calendar.ClosingOf(day);
        return due is { } instant
            ? HeldSpans.Hold(Instant.Max(instant, start), start, TimeUnit.OpenTimeOf(calendar), facts)
            : RuleOutcome.Unset(UnsetReason.BeyondHorizon);
    }
}

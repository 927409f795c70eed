using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>The first such time on a working day strictly after the start (R05 "by 09:00").</summary>
/// <remarks>Not a duration rule: it has no allowance. Waits move it by their open time. Immutable and thread-safe.</remarks>
public sealed class NextTimeRule : DeadlineRule
{
    internal NextTimeRule(LocalTime at) => At = at;

    /// <summary>Gets the local time; in a gap of the zone the first instant after it, in an overlap the first of the two.</summary>
    public LocalTime At { get; }

    internal override bool UsesCalendar => true;

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is NextTimeRule rule && rule.At == At;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(NextTimeRule), At);

    internal override string Describe(bool chinese)
    {
        string at = LocalTimePattern.GeneralIso.Format(At);
        return chinese ? $"工作日的下一个 {Short(at)} 前" : $"by the next {Short(at)} of a working day";
    }

    internal static string Short(string time) => time.EndsWith(":00", StringComparison.Ordinal) ? time[..^3] : time;

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts)
    {
        LocalDate date = start.InZone(calendar.Zone).Date;
        LocalDate? candidate = calendar.IsWorkingDay(date) ? date : calendar.NextWorkingDay(date);
        while (candidate is { } day)
        {
            Instant due = WorkingDates.At(day, At, calendar.Zone);
            if (due > start)
            {
                return HeldSpans.Hold(due, start, TimeUnit.OpenTimeOf(calendar), facts);
            }

            candidate = calendar.NextWorkingDay(day);
        }

        return RuleOutcome.Unset(UnsetReason.BeyondHorizon);
    }
}

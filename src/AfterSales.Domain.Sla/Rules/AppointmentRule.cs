using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The agreed appointment plus a grace, never before the start; unset while none has been agreed (R08, R35).</summary>
/// <remarks>Waits do not move it, agreeing anew does. Not a duration rule: it has no allowance. Immutable and thread-safe.</remarks>
public sealed class AppointmentRule : DeadlineRule
{
    internal AppointmentRule(Duration grace, bool inOpenTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, Duration.Zero);
        Grace = grace;
        GraceInOpenTime = inOpenTime;
    }

    /// <summary>Gets how late after the appointment is still in time; zero or more.</summary>
    public Duration Grace { get; }

    /// <summary>Gets a value indicating whether the grace is open time of the calendar; else it is clock time.</summary>
    public bool GraceInOpenTime { get; }

    internal override bool UsesCalendar => GraceInOpenTime;

    internal override bool UsesAppointment => true;

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is AppointmentRule rule && rule.Grace == Grace && rule.GraceInOpenTime == GraceInOpenTime;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AppointmentRule), Grace, GraceInOpenTime);

    internal override string Describe(bool chinese)
    {
        if (Grace == Duration.Zero)
        {
            return chinese ? "按约定的上门时间" : "by the agreed appointment";
        }

        string grace = DurationText.Of(Grace, chinese);
        return chinese
            ? $"约定的上门时间后{(GraceInOpenTime ? "营业时间 " : " ")}{grace}内"
            : $"{grace}{(GraceInOpenTime ? " of open time" : "")} after the agreed appointment";
    }

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts)
    {
        if (facts.Appointment is not { } appointment)
        {
            return RuleOutcome.Unset(UnsetReason.NoAppointment);
        }

        TimeUnit unit = GraceInOpenTime ? TimeUnit.OpenTimeOf(calendar) : TimeUnit.Clock;
        if (unit.Add(appointment, Grace) is not { } due)
        {
            return RuleOutcome.Unset(UnsetReason.BeyondHorizon);
        }

        return RuleOutcome.At(Instant.Max(Instant.Max(due, start), facts.Floor ?? start));
    }
}

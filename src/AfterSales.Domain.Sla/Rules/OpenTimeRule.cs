using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>An amount of the calendar's open time after the start (R05).</summary>
/// <remarks>
/// A duration rule: it has an allowance that is used up. An amount that exactly fills the day is due at its closing. Waits extend it by their open time,
/// which equals adding on a calendar with the waits cut out. Immutable and thread-safe.
/// </remarks>
public sealed class OpenTimeRule : DeadlineRule
{
    internal OpenTimeRule(Duration amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Duration.Zero);
        Amount = amount;
    }

    /// <summary>Gets the amount; more than zero.</summary>
    public Duration Amount { get; }

    internal override bool UsesCalendar => true;

    internal override Duration? Allowance => Amount;

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is OpenTimeRule rule && rule.Amount == Amount;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(OpenTimeRule), Amount);

    internal override string Describe(bool chinese) => chinese ? $"营业时间 {DurationText.Of(Amount, true)}内" : $"{DurationText.Of(Amount, false)} of open time";

    internal override TimeUnit Unit(BusinessCalendar calendar) => TimeUnit.OpenTimeOf(calendar);

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts) =>
        AllowanceRule.Evaluate(Amount, start, TimeUnit.OpenTimeOf(calendar), facts);
}

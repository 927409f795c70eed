using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>An amount of clock time after the start, day and night (R04, R06).</summary>
/// <remarks>A duration rule: it has an allowance that is used up. Waits extend it by their clock time. Immutable and thread-safe.</remarks>
public sealed class ElapsedRule : DeadlineRule
{
    internal ElapsedRule(Duration amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Duration.Zero);
        Amount = amount;
    }

    /// <summary>Gets the amount; more than zero.</summary>
    public Duration Amount { get; }

    internal override bool UsesCalendar => false;

    internal override Duration? Allowance => Amount;

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is ElapsedRule rule && rule.Amount == Amount;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(ElapsedRule), Amount);

    internal override string Describe(bool chinese) => chinese ? $"{DurationText.Of(Amount, true)}内" : $"{DurationText.Of(Amount, false)} on the clock";

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts) => AllowanceRule.Evaluate(Amount, start, TimeUnit.Clock, facts);
}

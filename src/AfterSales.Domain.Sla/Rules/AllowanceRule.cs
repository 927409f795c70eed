using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What duration rules have in common: an allowance, counted in a unit from the start.</summary>
internal static class AllowanceRule
{
    internal static RuleOutcome Evaluate(Duration allowance, Instant start, TimeUnit unit, in RuleFacts facts) =>
        unit.Add(start, allowance) is { } due ? HeldSpans.Hold(due, start, unit, facts) : RuleOutcome.Unset(UnsetReason.BeyondHorizon);
}

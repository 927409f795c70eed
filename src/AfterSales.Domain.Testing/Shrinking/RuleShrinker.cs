using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Deadline rules with less in them: parts of composites, rounder and shorter amounts.</summary>
internal static class RuleShrinker
{
    internal static IEnumerable<DeadlineRule> Smaller(DeadlineRule rule) => rule switch
    {
        ElapsedRule elapsed => Shorter(elapsed.Amount).Select(amount => (DeadlineRule)DeadlineRule.Elapsed(amount)),
        OpenTimeRule open => Shorter(open.Amount).Select(amount => (DeadlineRule)DeadlineRule.OpenTime(amount)),
        WorkingDayRule day => FewerDays(day),
        IfOpenRule either => Parts(either.Then, either.Otherwise)
            .Concat(Smaller(either.Then).Select(then => (DeadlineRule)DeadlineRule.IfOpen(then, either.Otherwise)))
            .Concat(Smaller(either.Otherwise).Select(otherwise => (DeadlineRule)DeadlineRule.IfOpen(either.Then, otherwise))),
        EarliestRule earliest => earliest.Parts.Concat(PartShrinker.OneSmaller(earliest.Parts, Smaller).Select(parts => (DeadlineRule)DeadlineRule.Earliest(parts))),
        LatestRule latest => latest.Parts.Concat(PartShrinker.OneSmaller(latest.Parts, Smaller).Select(parts => (DeadlineRule)DeadlineRule.Latest(parts))),
        _ => [],
    };

    /// <summary>Whole hours, then an hour, then half of it: never as long as the amount, and never nothing.</summary>
    internal static IEnumerable<Duration> Shorter(Duration amount)
    {
        Duration[] rounder =
        [
            Duration.FromHours(1),
            Duration.FromHours(Math.Floor(amount.TotalHours)),
            Duration.FromMinutes(Math.Floor(amount.TotalMinutes / 2)),
            Duration.FromMinutes(Math.Floor(amount.TotalMinutes)),
        ];
        return rounder.Where(one => one > Duration.Zero && one < amount).Distinct();
    }

    private static IEnumerable<DeadlineRule> Parts(params DeadlineRule[] parts) => parts;

    private static IEnumerable<DeadlineRule> FewerDays(WorkingDayRule rule)
    {
        if (rule.At is { } at)
        {
            yield return DeadlineRule.WorkingDay(rule.Days);
            if (rule.Days > 1)
            {
                yield return DeadlineRule.WorkingDay(rule.Days - 1, at);
            }
        }
        else if (rule.Days > 1)
        {
            yield return DeadlineRule.WorkingDay(rule.Days - 1);
        }
    }
}

using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Deadline rules in whole minutes, without appointments.</summary>
internal static class RuleGenerators
{
    internal static Gen<Duration> Amounts => from minutes in Gen.OneOf(Gen.Choose(1, 300), Gen.Choose(1, 4000)) select Duration.FromMinutes(minutes);

    internal static Gen<LocalTime> Times => from minute in Gen.Choose(0, (24 * 60) - 1) select LocalTime.FromSecondsSinceMidnight(minute * 60);

    internal static Gen<DeadlineRule> DurationRules => from open in Gen.Elements(true, false)
                                                       from amount in Amounts
                                                       select open ? (DeadlineRule)DeadlineRule.OpenTime(amount) : DeadlineRule.Elapsed(amount);

    internal static Gen<DeadlineRule> DatedRules => Gen.OneOf(
        from at in Times select (DeadlineRule)DeadlineRule.NextTime(at),
        from days in Gen.Choose(1, 4) select (DeadlineRule)DeadlineRule.WorkingDay(days),
        from days in Gen.Choose(1, 4) from at in Times select (DeadlineRule)DeadlineRule.WorkingDay(days, at));

    internal static Gen<DeadlineRule> Leaves => Gen.OneOf(DurationRules, DatedRules);

    /// <summary>Gets every case but the appointment, composed to a depth of two.</summary>
    internal static Gen<DeadlineRule> Rules => Gen.OneOf(
        Leaves,
        from then in Leaves from otherwise in Leaves select (DeadlineRule)DeadlineRule.IfOpen(then, otherwise),
        from left in Leaves from right in Leaves select (DeadlineRule)DeadlineRule.Earliest(left, right),
        from left in Leaves from right in Leaves select (DeadlineRule)DeadlineRule.Latest(left, right));

    internal static Gen<Duration?> Caps => Gen.OneOf(Gen.Constant<Duration?>(null), from amount in Amounts select (Duration?)amount);
}

using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>The laws of clocks and alarms that the package offers, each over generated policies and histories with waits, reclassifications and reopenings.</summary>
public class SlaLawTests
{
    public static TheoryData<string> Laws => [.. SlaLaws.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_holds_for_generated_policies(string name)
    {
        Law<TrackedHistory> law = SlaLaws.All.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));

        Law.Holds(SlaGenerators.Tracked, one => Assert.Null(law.Violation(one)));
    }

    /// <summary>With parts that the others lack: nested rules, published calendars, objectives within others, calendars of the site.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_holds_for_policies_with_every_part(string name)
    {
        Law<TrackedHistory> law = SlaLaws.All.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        Gen<TrackedHistory> any = from policy in AnyPolicy.Any from one in SlaGenerators.TrackedHistoriesOf(policy) select one;

        Law.HoldsOnFewer(any, fewer: 4, one => Assert.True(law.Violation(one) is not { } wrong, $"{law.Violation(one)}\n{one}"));
    }

    [Fact]
    public void Shares_of_proportional_segments_sum_to_one_up_to_a_nanosecond_each() => Law.Holds(SlaGenerators.Tracked, one =>
    {
        IEnumerable<Explanation> all = one.Track().Objectives.SelectMany(objective => objective.Cycles)
            .Where(cycle => cycle.Due is { IsSet: true }).Select(cycle => cycle.Explain(World.Shanghai));
        foreach (Explanation why in all.Where(why => why.Segments.Count > 1))
        {
            Assert.InRange(why.Segments.Sum(segment => segment.Used!.Value / segment.Allowance!.Value), 1 - 1e-9, 1 + 1e-9);
        }
    });
}

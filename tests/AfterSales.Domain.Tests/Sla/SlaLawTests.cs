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

    /// <summary>Of rules with an amount of time, which count in one unit.</summary>
    [Fact]
    public void A_paused_clock_its_waits_and_its_explanation_tell_the_same() => Law.Holds(SlaGenerators.Tracked, one =>
    {
        foreach (SlaCycle cycle in one.Track().Objectives.SelectMany(objective => objective.Cycles).Where(cycle => cycle is { State: PausedState { Due.IsSet: true }, Allowance: not null }))
        {
            PausedState paused = (PausedState)cycle.State;
            Assert.All(paused.Reasons, reason => Assert.Contains(cycle.Waits, wait => wait.Reason == reason && wait.End is null && wait.Verdict == WaitVerdict.Counted));
            ExplainedSpan[] spans = [.. cycle.Explain(World.Shanghai).Spans.TakeWhile(span => span.Start < one.AsOf)];
            ExplainedSpan[] held = [.. Enumerable.Reverse(spans).TakeWhile(span => span.Kind == SpanKind.Paused)];
            Assert.Equal(paused.Since, held.Length == 0 ? one.AsOf : held[^1].Start);
            Assert.True(held.Length == 0 || paused.Reasons.ToHashSet().SetEquals(held[0].Waits));
        }
    });

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

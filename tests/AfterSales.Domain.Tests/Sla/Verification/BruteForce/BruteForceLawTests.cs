using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;
using Xunit.Abstractions;

namespace AfterSales.Domain.Tests.Sla.Verification.BruteForce;

/// <summary>The verifier against every request and every half minute of two weeks.</summary>
public class BruteForceLawTests(ITestOutputHelper output)
{
    private static readonly Instant To = RandomPolicies.From + Duration.FromDays(14);

    // What no single random policy can have: more than a million groups of requests, and a version between two others.
    private static readonly FindingCode[] NotOfOneSmallPolicy = [FindingCode.RequestSpaceTooLarge, FindingCode.EffectiveHole];

    [Fact]
    public void On_whole_minute_policies_the_verifier_finds_exactly_what_every_half_minute_shows()
    {
        int policies = 0;
        SortedDictionary<FindingCode, int> found = [];
        Law.HoldsOnFewer(RandomPolicies.All, 6, one =>
        {
            IReadOnlyList<Finding> findings = Verified(one.Policy, one.Emitted);
            IReadOnlyList<string> expected = BruteForceVerifier.FindingsOf(one.Policy, one.Emitted);
            string[] actual = [.. findings.Select(finding => $"{finding.Code} {finding.Place}").Distinct().Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(actual))
            {
                Assert.Fail($"{Told(one.Policy)}\nmissing: {string.Join(", ", expected.Except(actual))}\ntoo many: {string.Join(", ", actual.Except(expected))}");
            }

            policies++;
            foreach (FindingCode code in findings.Select(finding => finding.Code).Distinct())
            {
                found[code] = found.GetValueOrDefault(code) + 1;
            }
        });
        output.WriteLine($"{policies} policies; with {string.Join(", ", found.Select(pair => $"{pair.Key} {pair.Value}"))}");
    }

    [Fact]
    public void Every_counterexample_shows_its_fault_in_the_clocks() => Law.HoldsOnFewer(RandomPolicies.All, 6, one =>
    {
        foreach (Finding finding in Verified(one.Policy, one.Emitted))
        {
            Assert.All(finding.Examples, example => Assert.InRange(example.Start, RandomPolicies.From, To - Duration.Epsilon));
            try
            {
                Counterexample.IsShownBy(one.Policy, finding, one.Emitted);
            }
            catch (Xunit.Sdk.XunitException shown)
            {
                Assert.Fail($"{Told(one.Policy)}\n{finding}\n{string.Join("\n", finding.Examples)}\n{shown.Message}");
            }
        }
    });

    [Fact]
    public void The_random_policies_have_every_kind_of_fault_and_lack_it_too()
    {
        (SlaPolicy Policy, Signal[]? Emitted)[] policies = [.. RandomPolicies.All.Sample(50, new FsCheck.Rnd(2026), 150)];
        HashSet<FindingCode>[] codes = [.. policies.Select(one => Verified(one.Policy, one.Emitted).Select(finding => finding.Code).ToHashSet())];

        Assert.All(Enum.GetValues<FindingCode>().Except(NotOfOneSmallPolicy), code => Assert.InRange(codes.Count(one => one.Contains(code)), 1, codes.Length - 1));
    }

    private static IReadOnlyList<Finding> Verified(SlaPolicy policy, Signal[]? emitted)
    {
        VerificationScope scope = VerificationScope.Everything.Between(RandomPolicies.From, To);
        return policy.Verify(emitted is null ? scope : scope.Emitting(emitted));
    }

    private static string Told(SlaPolicy policy) => string.Join("\n", policy.Objectives.Select(one => $"{one} {string.Join(", ", one.Alarms)} {one.ReclassifyMode}").Concat(policy.Calendars.Select(one => $"{one.Calendar}")));
}

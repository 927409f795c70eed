using System.Collections;
using System.Reflection;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>What users write with FsCheck.Xunit: one attribute on the class registers every generator.</summary>
[Properties(Arbitrary = [typeof(AfterSalesArbitraries)], MaxTest = 50, QuietOnSuccess = true)]
public class RegistrationTests
{
    public static TheoryData<string> Members => [.. All.Select(member => member.Name)];

    private static IEnumerable<MethodInfo> All => typeof(AfterSalesArbitraries).GetMethods(BindingFlags.Public | BindingFlags.Static);

    [Property]
    public void FsCheck_Xunit_makes_hours_that_are_read_back(WeeklyHours hours) => Assert.Equal(hours, WeeklyHours.Parse(hours.ToString()));

    [Property]
    public void FsCheck_Xunit_makes_calendars_instants_and_amounts(BusinessCalendar calendar, Instant at, Duration amount) =>
        Assert.True(!calendar.TryAdd(at, amount, out Instant end) || calendar.WorkingTimeBetween(at, end) == amount);

    [Property]
    public void FsCheck_Xunit_makes_policies_with_histories(TrackedHistory one)
    {
        SlaReport report = one.Track();

        Assert.Equal(one.Policy.Objectives, report.Objectives.Select(objective => objective.Objective));
        Assert.Equal(one.AsOf, report.AsOf);
    }

    [Fact]
    public void FsCheck_alone_takes_the_same_registration()
    {
        int cases = 0;
        Config config = Config.QuickThrowOnFailure.WithMaxTest(20).WithQuietOnSuccess(true).WithArbitrary([typeof(AfterSalesArbitraries)]);

        Check.One(config, Prop.ForAll((SlaPolicy policy) =>
        {
            cases++;
            Assert.Equal(policy.Objectives, SlaPolicyDocument.Read(SlaPolicyDocument.Write(policy)).Value.Objectives);
        }));

        Assert.Equal(20, cases);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_generator_makes_many_different_values_and_a_seed_makes_the_same_again(string member)
    {
        object arbitrary = Make(member);

        string[] first = Sample(arbitrary, seed: 7);

        Assert.Equal(first, Sample(arbitrary, seed: 7));
        Assert.True(first.Distinct().Count() > 5, $"{member} makes {string.Join(" | ", first.Distinct())}");
    }

    /// <summary>Whatever is smaller is different, and going on with any one of the smaller values comes to an end.</summary>
    [Theory]
    [MemberData(nameof(Members))]
    public void Shrinking_ends(string member)
    {
        object arbitrary = Make(member);
        MethodInfo shrinker = arbitrary.GetType().GetMethod("Shrinker", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        ulong turn = 1;
        foreach (object value in Values(arbitrary, seed: 11, count: Math.Min(30, Law.Cases)))
        {
            object now = value;
            for (int steps = 0; ; steps++)
            {
                Assert.True(steps < 10_000, $"{member} shrinks for ever from {value}");
                object[] smaller = [.. ((IEnumerable)shrinker.Invoke(arbitrary, [now])!).Cast<object>().Take(40)];
                if (smaller.Length == 0)
                {
                    break;
                }

                turn = unchecked((turn * 6364136223846793005) + 1442695040888963407);
                now = smaller[(int)((turn >> 33) % (ulong)smaller.Length)];
            }
        }
    }

    internal static object Make(string member) => All.Single(one => string.Equals(one.Name, member, StringComparison.Ordinal)).Invoke(null, null)!;

    private static string[] Sample(object arbitrary, ulong seed) => [.. Values(arbitrary, seed, 40).Select(value => Text(value))];

    private static string Text(object value) => value switch
    {
        BusinessCalendar calendar => CalendarDocument.Write(calendar),
        SlaPolicy policy => SlaPolicyDocument.Write(policy),
        RoutingPolicy policy => RoutingPolicyDocument.Write(policy),
        TrackedHistory one => SlaHistoryDocument.Write(one.History),
        _ => value.ToString()!,
    };

    internal static IEnumerable<object> Values(object arbitrary, ulong seed, int count)
    {
        MethodInfo sample = typeof(RegistrationTests).GetMethod(nameof(Generated), BindingFlags.NonPublic | BindingFlags.Static)!;
        Type made = arbitrary.GetType();
        while (made.GetGenericTypeDefinitionOrSelf() != typeof(Arbitrary<>))
        {
            made = made.BaseType!;
        }

        return (IEnumerable<object>)sample.MakeGenericMethod(made.GetGenericArguments()).Invoke(null, [arbitrary, seed, count])!;
    }

    private static object[] Generated<T>(Arbitrary<T> arbitrary, ulong seed, int count) => [.. arbitrary.Generator.Sample(50, new Rnd(seed), count).Cast<object>()];
}

/// <summary>For walking up the base types.</summary>
internal static class OpenGenerics
{
    public static Type GetGenericTypeDefinitionOrSelf(this Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}

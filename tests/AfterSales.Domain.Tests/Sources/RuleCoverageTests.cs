using System.Reflection;
using AfterSales.Domain.Tests.Kit;
using Xunit.Abstractions;

namespace AfterSales.Domain.Tests.Sources;

/// <summary>Every rule of the sources has a test that shows it; this one lists which.</summary>
public class RuleCoverageTests(ITestOutputHelper output)
{
    private static readonly string[] Rules = [.. Enumerable.Range(1, 36).Select(number => FormattableString.Invariant($"R{number:00}"))];

    private static readonly (MethodInfo Test, ShowsAttribute Shows)[] Tests =
    [
        .. from type in typeof(RuleCoverageTests).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let shows = method.GetCustomAttribute<ShowsAttribute>()
           where shows is not null
           orderby type.FullName, method.Name
           select (method, shows),
    ];

    public static TheoryData<string> EveryRule => [.. Rules];

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Every_rule_is_shown_by_a_test(string rule)
    {
        MethodInfo[] shown = [.. Tests.Where(test => test.Shows.Rules.Contains(rule)).Select(test => test.Test)];
        foreach (MethodInfo test in shown)
        {
            output.WriteLine($"{rule}: {test.DeclaringType!.FullName!["AfterSales.Domain.Tests.".Length..]}.{test.Name}");
        }

        Assert.NotEmpty(shown);
    }

    [Fact]
    public void Only_tests_show_rules_and_only_rules_that_exist() => Assert.All(Tests, test =>
    {
        Assert.True(test.Test.IsDefined(typeof(FactAttribute), inherit: true), $"{test.Test.DeclaringType}.{test.Test.Name} is no test.");
        Assert.NotEmpty(test.Shows.Rules);
        Assert.All(test.Shows.Rules, rule => Assert.Contains(rule, Rules));
    });
}

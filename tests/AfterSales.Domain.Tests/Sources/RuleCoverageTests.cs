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

    /// <summary>The rules that the tests of some classes show.</summary>
    internal static IEnumerable<string> RulesShownIn(params Type[] classes) =>
        Tests.Where(test => classes.Contains(test.Test.DeclaringType)).SelectMany(test => test.Shows.Rules);

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
    public void The_page_of_the_rules_names_the_classes_whose_tests_show_each()
    {
        string path = Repository.PathOf("docs", "rules.md");
        string[] lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        string[] expected = [.. lines.Select(line => Rules.SingleOrDefault(rule => line.StartsWith($"| {rule} |", StringComparison.Ordinal)) is { } rule ? RowOf(rule, line) : line)];
        Assert.Equal(Rules, expected.Where(line => line.StartsWith("| R", StringComparison.Ordinal)).Select(line => line[2..5]));
        if (string.Equals(Environment.GetEnvironmentVariable("AFTERSALES_ACCEPT"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(path, string.Join('\n', expected));
        }
        else
        {
            Assert.True(expected.SequenceEqual(lines), "docs/rules.md names other classes; renew it with AFTERSALES_ACCEPT=1 dotnet test --filter RuleCoverage");
        }

        static string RowOf(string rule, string line)
        {
            IEnumerable<string> classes = Tests.Where(test => test.Shows.Rules.Contains(rule)).Select(test => test.Test.DeclaringType!.Name).Distinct().Order(StringComparer.Ordinal);
            string[] cells = line.Split('|');
            return $"|{cells[1]}|{cells[2]}|{cells[3]}| {string.Join(", ", classes)} |";
        }
    }

    [Fact]
    public void Only_tests_show_rules_and_only_rules_that_exist() => Assert.All(Tests, test =>
    {
        Assert.True(test.Test.IsDefined(typeof(FactAttribute), inherit: true), $"{test.Test.DeclaringType}.{test.Test.Name} is no test.");
        Assert.NotEmpty(test.Shows.Rules);
        Assert.All(test.Shows.Rules, rule => Assert.Contains(rule, Rules));
    });
}

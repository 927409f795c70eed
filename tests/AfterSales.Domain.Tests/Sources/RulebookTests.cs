using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Sources;

/// <summary>What the five rulebooks are, and what the verification finds in them.</summary>
public class RulebookTests
{
    public static TheoryData<string> Names => [.. Rulebooks.All.Select(book => book.Name)];

    [Fact]
    public void There_are_five_in_force_from_2026_and_found_by_name()
    {
        Assert.Equal(["rapid-response", "four-priorities", "online-sales", "home-appliance", "satisfaction-mechanism"], Rulebooks.All.Select(book => book.Name));
        Assert.All(Rulebooks.All, book =>
        {
            Assert.Same(book, Rulebooks.Find(book.Name));
            Assert.Equal((book.Name, 1, World.At("Thu 2026-01-01 00:00", World.Shanghai)), (book.Sla.Name, book.Sla.Version, book.Sla.EffectiveFrom));
            Assert.Equal(book.Sla.Calendars.Select(one => one.Calendar), book.Calendars);
            Assert.Equal(book.RuleIds.Order(StringComparer.Ordinal).Distinct(), book.RuleIds);
            Assert.Same(book.Lifecycles[0], book.FindLifecycle(book.Lifecycles[0].Name));
        });
        Assert.Null(Rulebooks.Find("rapid"));
        Assert.Null(Rulebooks.Find(null));
        Assert.Null(Rulebooks.OnlineSales.FindLifecycle("repair"));
        Assert.Equal("online-sales 1: R01, R10, R11, R15, R16, R26, R33", $"{Rulebooks.OnlineSales}");
    }

    [Theory]
    [InlineData("rapid-response", "NonMonotoneCutOff reply / mail and chat; NoOpenTimeBeforeDue reply / mail and chat; BreachOnReclassify on-site / urgent, elsewhere; BreachOnReclassify on-site / urgent, in the city; BreachOnReclassify on-site / important, in the city; BreachOnReclassify on-site / urgent, in the city")]
    [InlineData("four-priorities", "BreachOnReclassify major-failure / in the city")]
    [InlineData("online-sales", "")]
    [InlineData("home-appliance", "")]
    [InlineData("satisfaction-mechanism", "BreachOnReclassify feedback-handled / priority 3; BreachOnReclassify feedback-handled / priority 2; BreachOnReclassify feedback-handled / priority 1; BreachOnReclassify feedback-handled / priority 2; BreachOnReclassify feedback-handled / priority 1; BreachOnReclassify feedback-handled / priority 1")]
    public void What_is_found_and_wanted_is_accepted_by_name(string name, string accepted) =>
        Assert.Equal(accepted, string.Join("; ", Rulebooks.Find(name)!.Sla.Verify().Where(finding => finding.IsAccepted).Select(finding => $"{finding.Code} {finding.Place}")));

    [Theory]
    [InlineData("rapid-response", "service-hours: holidays are known only through 2026-12-31, but reply / mail and chat from Thu 2026-12-31 17:10 is due Fri 2027-01-01 09:10")]
    [InlineData("four-priorities", "service-hours: holidays are known only through 2026-12-31, but call-after-service / fifth working day from Fri 2026-12-25 00:00 is due Fri 2027-01-01 18:00")]
    [InlineData("online-sales", "")]
    [InlineData("home-appliance", "service-hours: holidays are known only through 2026-12-31, but response / two open hours from Thu 2026-12-31 16:10 is due Fri 2027-01-01 09:10")]
    [InlineData("satisfaction-mechanism", "service-hours: holidays are known only through 2026-12-31, but feedback-answered / next working day from Thu 2026-12-31 00:00 is due Fri 2027-01-01 18:00")]
    public void What_remains_is_that_the_holidays_of_2027_are_not_announced(string name, string remaining)
    {
        Finding[] findings = [.. Rulebooks.Find(name)!.Sla.Verify().Where(finding => !finding.IsAccepted)];
        Assert.Equal(remaining, string.Join("; ", findings.Select(finding => $"{finding}")));
        Assert.All(findings, finding => Assert.Equal(FindingCode.HolidaysNotKnown, finding.Code));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_finding_stands_in_the_guide_with_its_counterexample(string name)
    {
        string guide = File.ReadAllText(Repository.PathOf("docs", "rulebooks.md"));
        Assert.All(Rulebooks.Find(name)!.Sla.Verify(), finding => Assert.Contains($"{finding}".Split(" (accepted: ")[0], guide, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_lifecycles_have_no_findings(string name) => Assert.All(Rulebooks.Find(name)!.Lifecycles, lifecycle => Assert.Empty(lifecycle.Verify()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_of_a_rulebook_is_shown_by_a_test_of_it(string name) =>
        Assert.Empty(Rulebooks.Find(name)!.RuleIds.Except(RuleCoverageTests.RulesShownIn(typeof(RulesOfTheBooksTests), typeof(SurveysOfTheBooksTests), typeof(WalksOfTheBooksTests))));
}

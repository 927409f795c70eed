using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Requests;

public class TriageTests
{
    private static readonly Gen<ProblemAssessment> Assessments =
        from effect in Gen.Elements(Enum.GetValues<EffectOnUse>())
        from hazard in Gen.Elements(true, false)
        from stopped in Gen.Elements(true, false)
        from difficulty in Gen.Elements(Enum.GetValues<RepairDifficulty>())
        from resources in Gen.Elements(Enum.GetValues<ResourceNeed>())
        select Assess(effect, hazard, stopped, difficulty, resources);

    public static TheoryData<string, Severity, Priority, string> Cases => new()
    {
        { "None", Severity.General, Priority.P4, "minor-or-cosmetic" },
        { "Minor", Severity.General, Priority.P4, "minor-or-cosmetic" },
        { "Minor, expert", Severity.Important, Priority.P4, "takes-experts" },
        { "None, expert", Severity.General, Priority.P4, "minor-or-cosmetic" },
        { "Minor, exceptional", Severity.Important, Priority.P4, "takes-exceptional-resources" },
        { "MainFunctionImpaired", Severity.Important, Priority.P3, "main-function-impaired" },
        { "MainFunctionImpaired, stopped", Severity.Urgent, Priority.P2, "production-or-daily-life-stopped" },
        { "Unusable", Severity.Urgent, Priority.P2, "unusable" },
        { "Unusable, stopped", Severity.Urgent, Priority.P1, "unusable" },
        { "None, hazard", Severity.Urgent, Priority.P1, "safety-hazard" },
    };

    [Theory]
    [Shows("R02", "R03")]
    [MemberData(nameof(Cases))]
    public void The_assessment_gives_class_and_priority_and_the_rule_that_decided(string found, Severity severity, Priority priority, string rule)
    {
        string[] words = found.Split(", ");
        TriageDecision decision = Triage.Standard.Decide(Assess(
            Enum.Parse<EffectOnUse>(words[0]), words.Contains("hazard"), words.Contains("stopped"),
            words.Contains("expert") ? RepairDifficulty.Expert : RepairDifficulty.Unknown,
            words.Contains("exceptional") ? ResourceNeed.Exceptional : ResourceNeed.OnHand));

        Assert.Equal((severity, priority, rule), (decision.Severity, decision.Priority, decision.Rule.Name));
    }

    [Fact]
    public void A_decision_says_its_reason_in_both_languages()
    {
        TriageDecision decision = Triage.Standard.Decide(new ProblemAssessment(EffectOnUse.None).WithSafetyHazard());
        Assert.Equal("urgent by rule safety-hazard; priority 1 by impact high and urgency high", $"{decision}");
        Assert.Equal("依规则safety-hazard为紧急；影响高、紧迫高，优先级1", $"{decision:zh}");
        Assert.Throws<FormatException>(() => $"{decision:fr}");
    }

    [Fact]
    public void A_decision_is_put_into_the_request()
    {
        ServiceRequest request = Triage.Standard.Decide(new ProblemAssessment(EffectOnUse.Unusable)).ApplyTo(new ServiceRequest(RequestKind.Repair));
        Assert.Equal("repair, severity urgent, priority 2", request.ToString());
    }

    [Fact]
    public void The_standard_rules_are_all_reached_and_a_shadowed_one_is_found()
    {
        Assert.Empty(Triage.Standard.UnreachedRules);
        TriageRule shadowed = new TriageRule("unusable-hazard", Severity.Urgent).OnSafetyHazard().FromEffect(EffectOnUse.Unusable);
        Triage table = new([new TriageRule("hazard", Severity.Urgent).OnSafetyHazard(), shadowed, new TriageRule("rest", Severity.General)]);
        Assert.Equal([shadowed], table.UnreachedRules);
    }

    [Fact]
    public void A_host_changes_a_cell_of_the_matrix()
    {
        PriorityMatrix ours = PriorityMatrix.Standard.With(Impact.Medium, Urgency.Medium, Priority.P2);
        Assert.Equal("4 4 3 / 4 2 2 / 3 2 1", ours.ToString());
        Assert.Equal("4 4 3 / 4 3 2 / 3 2 1", PriorityMatrix.Standard.ToString());
        Assert.Equal(Priority.P2, Triage.Standard.With(ours).Decide(new ProblemAssessment(EffectOnUse.MainFunctionImpaired)).Priority);
        Assert.NotEqual(Triage.Standard, Triage.Standard.With(ours));
        Assert.Equal(Triage.Standard, new Triage(Triage.Standard.Rules));
    }

    [Theory]
    [InlineData(EffectOnUse.None, false, false, Impact.Low, Urgency.Low)]
    [InlineData(EffectOnUse.Minor, false, false, Impact.Low, Urgency.Low)]
    [InlineData(EffectOnUse.MainFunctionImpaired, false, false, Impact.Medium, Urgency.Medium)]
    [InlineData(EffectOnUse.Unusable, false, false, Impact.High, Urgency.Medium)]
    [InlineData(EffectOnUse.Minor, true, false, Impact.High, Urgency.High)]
    [InlineData(EffectOnUse.Minor, false, true, Impact.Low, Urgency.High)]
    public void The_effect_says_how_much_is_affected_and_how_long_it_can_wait(EffectOnUse effect, bool hazard, bool stopped, Impact impact, Urgency urgency)
    {
        ProblemAssessment assessment = Assess(effect, hazard, stopped, RepairDifficulty.Unknown, ResourceNeed.Unknown);
        Assert.Equal((impact, urgency), (assessment.Impact, assessment.Urgency));
    }

    [Fact]
    public void Every_priority_can_stand_in_the_matrix() => Assert.All(
        [Priority.P1, Priority.P2, Priority.P3, Priority.P4],
        priority => Assert.Equal(priority, PriorityMatrix.Standard.With(Impact.High, Urgency.Low, priority).Of(Impact.High, Urgency.Low)));

    [Fact]
    public void A_rule_for_problems_without_a_hazard_or_stoppage_is_reached_before_rules_for_those()
    {
        TriageRule rest = new("rest", Severity.General);
        Triage table = new([new TriageRule("hazard", Severity.Urgent).OnSafetyHazard(), new TriageRule("stopped", Severity.Important).OnStoppage(), rest]);
        Assert.Empty(table.UnreachedRules);
        Assert.Equal("hazard → Urgent, stopped → Important, rest → General", table.ToString());
        Assert.False(table.Equals("rest"));
        Assert.False(table.Equals(new Triage([rest])));
        Assert.NotEqual(table.GetHashCode(), new Triage([rest]).GetHashCode());
    }

    [Fact]
    public void A_table_has_at_most_a_thousand_rules()
    {
        TriageRule[] rules = [.. Enumerable.Range(1, 999).Select(i => new TriageRule($"r{i}", Severity.Urgent).OnSafetyHazard()), new TriageRule("rest", Severity.General)];
        Assert.Equal(1000, new Triage(rules).Rules.Count);
        Assert.Throws<ArgumentException>(() => new Triage([new TriageRule("first", Severity.Urgent).OnStoppage(), .. rules]));
    }

    [Fact]
    public void Tables_that_leave_something_undecided_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Triage([]));
        Assert.Throws<ArgumentException>(() => new Triage([new TriageRule("hazard", Severity.Urgent).OnSafetyHazard()]));
        Assert.Throws<ArgumentException>(() => new Triage([new TriageRule("a", Severity.Urgent), new TriageRule("a", Severity.General)]));
        Assert.Throws<ArgumentNullException>(() => new Triage([null!]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TriageRule("a", Severity.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProblemAssessment((EffectOnUse)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorityMatrix.Standard.With(Impact.Low, Urgency.Low, Priority.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriorityMatrix.Standard.Of((Impact)3, Urgency.Low));
    }

    [Fact]
    public void The_first_rule_that_holds_decides() => Law.Holds(Assessments, assessment =>
        Triage.Standard.Decide(assessment).Rule.Equals(Triage.Standard.Rules.First(rule => rule.Holds(assessment))));

    [Fact]
    public void A_worse_problem_never_gets_a_milder_class_or_a_lower_priority() => Law.Holds(Assessments.Zip(Assessments), pair =>
    {
        (ProblemAssessment a, ProblemAssessment b) = pair;
        ProblemAssessment worse = Assess(
            (EffectOnUse)Math.Max((int)a.Effect, (int)b.Effect),
            a.IsSafetyHazard || b.IsSafetyHazard,
            a.HasStoppedProductionOrDailyLife || b.HasStoppedProductionOrDailyLife,
            (RepairDifficulty)Math.Max((int)a.Difficulty, (int)b.Difficulty),
            (ResourceNeed)Math.Max((int)a.Resources, (int)b.Resources));
        TriageDecision milder = Triage.Standard.Decide(a);
        TriageDecision decided = Triage.Standard.Decide(worse);
        return decided.Severity >= milder.Severity && decided.Priority <= milder.Priority;
    });

    private static ProblemAssessment Assess(EffectOnUse effect, bool hazard, bool stopped, RepairDifficulty difficulty, ResourceNeed resources)
    {
        ProblemAssessment plain = new ProblemAssessment(effect).WithDifficulty(difficulty).WithResources(resources);
        ProblemAssessment hazardous = hazard ? plain.WithSafetyHazard() : plain;
        return stopped ? hazardous.WithProductionOrDailyLifeStopped() : hazardous;
    }
}

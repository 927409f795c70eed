using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Single figures and orders that larger laws pass over.</summary>
public class ScoreBoundTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(64)]
    public void Whoever_lacks_every_one_of_many_skills_is_no_candidate(int skills)
    {
        WorkItem item = Enumerable.Range(1, skills).Aggregate(Item("W-1"), (wanted, i) => wanted.Requiring(Skill.Named($"skill-{i}"), 3));
        Technician[] crew = [Junior("lin"), Junior("wang").WithSkill(Skill.Named("skill-1"), 2)];
        Assert.Null(AnyGrade.Prepare(crew, Monday).Best(item));
        Technician able = Enumerable.Range(1, skills).Aggregate(Junior("able"), (one, i) => one.WithSkill(Skill.Named($"skill-{i}"), 3));
        Assert.Equal("able", AnyGrade.Prepare([.. crew, able], Monday).Best(item)!.Id.Value);
    }

    [Fact]
    public void One_of_two_preferred_languages_is_worth_half()
    {
        RoutingPolicy languages = AnyGrade.With(Scoring.None.Weighing(ScorePart.Language, 10));
        WorkItem item = Item("W-1").PreferringLanguage(SpokenLanguage.Wu).PreferringLanguage(SpokenLanguage.Cantonese);
        Assert.Equal([0, 5000, 10_000], new[] { Junior("none"), Junior("one").Speaking(SpokenLanguage.Wu), Junior("two").Speaking(SpokenLanguage.Wu, SpokenLanguage.Cantonese) }
            .Select(technician => Assert.IsType<AssignedDecision>(languages.Prepare([technician], Monday).Route(item)).Score));
    }

    [Fact]
    public void The_fast_score_of_two_languages_and_the_explained_one_choose_the_same()
    {
        // Half a language (5,000) against four of ten cases of a product (4,000), and against six of ten.
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.Language, 10).Weighing(ScorePart.ProductHistory, 10).CountingProductHistoryUpTo(10));
        WorkItem item = Item("W-1", Repair(Severity.General).WithProductLine("pumps")).PreferringLanguage(SpokenLanguage.Wu).PreferringLanguage(SpokenLanguage.Cantonese);
        Technician speaker = Junior("speaker").Speaking(SpokenLanguage.Cantonese);
        Assert.Equal("speaker", policy.Prepare([speaker, Junior("expert").KnowingProduct("pumps", 4)], Monday).Best(item)!.Id.Value);
        Assert.Equal("expert", policy.Prepare([speaker, Junior("expert").KnowingProduct("pumps", 6)], Monday).Best(item)!.Id.Value);
    }

    [Fact]
    public void After_a_team_took_load_the_others_come_first_at_equal_scores()
    {
        RoutingPolicy policy = Policy.With(Scoring.None)
            .Staffing(Severity.General, StaffingPattern.Anyone)
            .Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Senior], [Grade.Expert], 1, 1));
        Technician[] crew =
        [
            Staff("a-senior", Grade.Senior).WithCapacity(2), Staff("b-expert", Grade.Expert).WithCapacity(2), Staff("c-junior", Grade.Junior).WithCapacity(2),
        ];

        BatchPlan plan = policy.Assign([Item("W-1", Severity.Urgent), Item("W-2"), Item("W-3"), Item("W-4"), Item("W-5")], crew, Monday);

        TeamDecision team = Assert.IsType<TeamDecision>(plan.DecisionOn(new WorkItemId("W-1")));
        Assert.Equal(["a-senior", "b-expert"], team.Members.Select(member => member.Technician.Id.Value));
        Assert.Equal(4, plan.Assigned.Count);
        Assert.Equal("c-junior", Assert.IsType<AssignedDecision>(policy.Assign([Item("W-1", Severity.Urgent), Item("W-2")], crew, Monday).DecisionOn(new WorkItemId("W-2"))).Technician.Id.Value);
    }

    [Fact]
    public void After_a_team_took_load_of_everybody_the_one_with_more_room_comes_first()
    {
        RoutingPolicy policy = Policy.With(Scoring.None)
            .Staffing(Severity.General, StaffingPattern.Anyone)
            .Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Senior], [Grade.Expert], 1, 1));

        BatchPlan plan = policy.Assign([Item("W-1", Severity.Urgent), Item("W-2")], [Staff("a", Grade.Senior).WithCapacity(2), Staff("b", Grade.Expert)], Monday);

        Assert.Equal(("b", 1), plan.Assigned.Select(decision => (decision.Technician.Id.Value, decision.Technician.Load)).Single());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    public void However_many_there_are_the_last_one_can_be_chosen_and_nobody_beyond_him(int people)
    {
        Technician[] crew = [.. Enumerable.Range(0, people).Select(number => Staff($"T-{number:00}", Grade.Mid).WithCapacity(2).Carrying(number == people - 1 ? 0 : 2))];
        string last = crew[^1].Id.Value;

        Assert.Equal(last, AnyGrade.Prepare(crew, Monday).Best(Item("W-1"))!.Id.Value);
        Assert.Equal(last, Assert.Single(AnyGrade.Assign([Item("W-1"), Item("W-2").OfSize(2)], crew, Monday).Assigned).Technician.Id.Value);
        Assert.Null(Policy.Prepare(crew, Monday).Best(Item("W-1", Severity.Important)));
        Assert.Null(AnyGrade.Prepare(crew, Monday).Best(Item("W-1").OfSize(3)));
    }

    [Fact]
    public void Equal_scores_go_to_the_lower_load_then_to_who_waited_longest_then_by_id()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None);
        Technician[] crew =
        [
            Junior("d").Carrying(2).WithCapacity(10), Junior("c").Carrying(1).WithCapacity(4), Junior("b").LastAssignedAs(7).WithCapacity(4), Junior("a").LastAssignedAs(9).WithCapacity(4),
        ];
        Assert.Equal("b", policy.Prepare(crew, Monday).Best(Item("W-1"))!.Id.Value);
        Assert.Equal("a", policy.Prepare([crew[0], crew[1], crew[3]], Monday).Best(Item("W-1"))!.Id.Value);
        Assert.Equal("d", policy.Prepare([crew[0], crew[1]], Monday).Best(Item("W-1"))!.Id.Value);
        Assert.Equal("x", policy.Prepare([Junior("y"), Junior("x")], Monday).Best(Item("W-1"))!.Id.Value);
    }

    [Fact]
    public void In_a_batch_equal_scores_go_by_load_by_turn_and_by_id_as_well()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None);
        string[] Taken(params Technician[] crew) => [.. policy.Assign([Item("W-1"), Item("W-2")], crew, Monday).Assigned.Select(decision => decision.Technician.Id.Value)];
        Assert.Equal(["b", "c"], Taken(Junior("a").Carrying(2), Junior("b").WithCapacity(1), Junior("c").Carrying(1)));
        Assert.Equal(["b", "a"], Taken(Junior("a").LastAssignedAs(9), Junior("b").LastAssignedAs(7)));
        Assert.Equal(["a", "b"], Taken(Junior("b").LastAssignedAs(7), Junior("a").LastAssignedAs(7)));
    }

    [Fact]
    public void An_item_that_stands_twice_in_a_batch_is_refused() => Assert.Contains(
        "W-1 stands twice", Assert.Throws<ArgumentException>(() => AnyGrade.Assign([Item("W-1"), Item("W-1")], [Junior("a")], Monday)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_bounds_of_scoring_are_taken_and_what_lies_beyond_refused()
    {
        Scoring scoring = Scoring.Default;
        Assert.Equal((0, 100), (scoring.Weighing(ScorePart.Spare, 0).WeightOf(ScorePart.Spare), scoring.Weighing(ScorePart.Spare, 100).WeightOf(ScorePart.Spare)));
        Assert.Equal((0, 4), (scoring.CappingSkillSurplusAt(0).SkillSurplusCap, scoring.CappingSkillSurplusAt(4).SkillSurplusCap));
        Assert.Equal((1, 2_000_000), (scoring.MeasuringProximityUpTo(1).ProximityRange, scoring.MeasuringProximityUpTo(2_000_000).ProximityRange));
        Assert.Equal((1, 1_000_000), (scoring.CountingProductHistoryUpTo(1).FullProductHistory, scoring.CountingProductHistoryUpTo(1_000_000).FullProductHistory));
        Assert.Equal(
            (Duration.FromSeconds(1), Duration.FromDays(7)),
            (scoring.MeasuringSlackUpTo(Duration.FromSeconds(1)).SlackRange, scoring.MeasuringSlackUpTo(Duration.FromDays(7)).SlackRange));
        Action[] beyond =
        [
            () => scoring.Weighing(ScorePart.Spare, -1), () => scoring.Weighing(ScorePart.Spare, 101), () => scoring.CappingSkillSurplusAt(-1), () => scoring.CappingSkillSurplusAt(5),
            () => scoring.MeasuringProximityUpTo(0), () => scoring.MeasuringProximityUpTo(2_000_001), () => scoring.CountingProductHistoryUpTo(0),
            () => scoring.CountingProductHistoryUpTo(1_000_001), () => scoring.MeasuringSlackUpTo(Duration.FromSeconds(1) - Duration.Epsilon),
            () => scoring.MeasuringSlackUpTo(Duration.FromDays(7) + Duration.Epsilon), () => scoring.Weighing((ScorePart)(-1), 1), () => scoring.WeightOf(ScorePart.Slack + 1),
        ];
        Assert.All(beyond, action => Assert.Throws<ArgumentOutOfRangeException>(action));
    }

    [Fact]
    public void Each_figure_of_scoring_counts_for_equality_and_copies_keep_the_others()
    {
        Scoring[] all =
        [
            Scoring.Default, Scoring.Default.Weighing(ScorePart.Spare, 99), Scoring.Default.CappingSkillSurplusAt(3), Scoring.Default.MeasuringProximityUpTo(7),
            Scoring.Default.CountingProductHistoryUpTo(7), Scoring.Default.MeasuringSlackUpTo(Duration.FromHours(7)),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Scoring every = Scoring.Default.CappingSkillSurplusAt(3).MeasuringProximityUpTo(7).CountingProductHistoryUpTo(8).MeasuringSlackUpTo(Duration.FromHours(9)).Weighing(ScorePart.Spare, 99);
        Assert.Equal((3, 7, 8, Duration.FromHours(9), 99), (every.SkillSurplusCap, every.ProximityRange, every.FullProductHistory, every.SlackRange, every.WeightOf(ScorePart.Spare)));
        Assert.Equal("nothing scores", Scoring.None.ToString());
        Assert.Equal(100_000, Scoring.Default.Maximum);
    }

    [Fact]
    public void Slack_counts_in_proportion_up_to_its_range()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.Slack, 1).MeasuringSlackUpTo(Duration.FromHours(4)));
        int Score(Duration left) => Assert.IsType<AssignedDecision>(policy.Prepare([Junior("a")], Monday).Route(Item("W-1").DueAt(Monday + left))).Score;
        Assert.Equal([0, 0, 250, 1000, 1000], new[] { -1, 0, 1, 4, 5 }.Select(hours => Score(Duration.FromHours(hours))));
    }

    [Fact]
    public void However_short_the_range_of_proximity_whoever_is_on_the_other_side_of_the_world_is_worth_nothing()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.Proximity, 1).MeasuringProximityUpTo(1));
        Technician far = Junior("far").BasedAt(new GeoPoint(0, 0), 0);

        Assert.Equal(0, Assert.IsType<AssignedDecision>(policy.Route(Item("W-1").At(new GeoPoint(0, 180)), [far], Monday)).Score);
        Assert.Equal(1000, Assert.IsType<AssignedDecision>(policy.Route(Item("W-1").At(new GeoPoint(0, 0)), [far], Monday)).Score);
    }

    [Fact]
    public void Waiting_lifts_an_item_however_long_it_waits_and_however_short_the_period_is()
    {
        WorkItem old = QueuedAt("old", Instant.FromUtc(1600, 1, 1, 0, 0));

        Assert.Equal(["old", "urgent"], AnyGrade.AgeingEvery(Duration.Epsilon).Next(Junior("lin"), [Item("urgent", Severity.Urgent), old], Monday).Queue.Select(item => item.Id.Value));
    }

    [Fact]
    public void An_item_that_is_queued_only_later_is_at_the_first_step_and_not_lifted()
    {
        RoutingPolicy policy = AnyGrade.AgeingEvery(Duration.FromHours(1)).Relaxing([new RelaxationStep("soon", Duration.FromMinutes(1)).AddingGrade()]);
        WorkItem later = QueuedAt("later", Monday + Duration.FromHours(9));

        Assert.Equal(RelaxationStep.Strict, policy.Route(later, [Junior("lin")], Monday).Step);
        Assert.Equal("now", policy.Next(Junior("lin"), [later, Item("now")], Monday).Item?.Id.Value);
    }

    [Fact]
    public void The_last_technician_and_an_excluded_one_are_known_wherever_they_stand()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.SameTechnician, 1));
        Technician[] crew = [Junior("a"), Junior("b"), Junior("c")];
        Assert.All(crew, one => Assert.Equal(one.Id, policy.Prepare(crew, Monday).Best(Item("W-1").LastServedBy(one.Id))!.Id));
        Assert.Equal("b", policy.Prepare(crew, Monday).Best(Item("W-1").Excluding(Person("a")))!.Id.Value);
        Assert.Null(policy.Prepare([crew[0]], Monday).Best(Item("W-1").Excluding(Person("a")).LastServedBy(Person("a"))));
    }

    [Fact]
    public void Limits_of_intake_and_of_assessments_are_refused_beyond_their_bounds()
    {
        Assert.Equal((1, 1000), (new IntakeLimit(1, Duration.FromHours(1)).Items, new IntakeLimit(1000, Duration.FromHours(1)).Items));
        Action[] beyond =
        [
            () => _ = new IntakeLimit(0, Duration.FromHours(1)), () => _ = new IntakeLimit(1001, Duration.FromHours(1)), () => _ = new IntakeLimit(1, Duration.Zero),
            () => AssessmentRule.Default.Assess(Provider("coolfix"), -1, 50), () => AssessmentRule.Default.Assess(Provider("coolfix"), 50, 101),
            () => AssessmentRule.Default.StandingAfter(ProviderStanding.Active, 101), () => AnyGrade.Staffing((Severity)9, StaffingPattern.Anyone),
        ];
        Assert.All(beyond, action => Assert.Throws<ArgumentOutOfRangeException>(action));
    }

    [Fact]
    public void Everything_that_a_step_widens_counts_for_equality_and_is_read()
    {
        RelaxationStep step = new("wider", Duration.FromMinutes(15));
        RelaxationStep[] all = [step, step.AddingRing(), step.AddingGrade(), step.AllowingProviders(), step.Dropping("dialect"), new("wider", Duration.FromMinutes(16)), new("other", Duration.FromMinutes(15))];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(step.AddingRing().AddingRing().Dropping("dialect"), new RelaxationStep("wider", Duration.FromMinutes(15)).Dropping("dialect").AddingRing().AddingRing());
        Assert.Equal("strict: nothing widened", RelaxationStep.Strict.ToString());
        Assert.Contains("after", step.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("drop dialect, 2 more rings, providers", step.Dropping("dialect").AddingRing().AddingRing().AllowingProviders().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leave_ends_what_work_is_left_today_only_when_it_is_still_to_come()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.Slack, 1).MeasuringSlackUpTo(Duration.FromHours(8)));
        int Score(Technician technician) => Assert.IsType<AssignedDecision>(policy.Prepare([technician], Monday).Route(Item("W-1").DueAt(Monday + Duration.FromHours(8)))).Score;
        Instant later = Monday + Duration.FromHours(2);
        Assert.Equal(1000, Score(Junior("a")));
        Assert.Equal(250, Score(Junior("a").OnLeave(new Interval(later, later + Duration.FromHours(1)))));
        Assert.Equal(250, Score(Junior("a").OnLeave(new Interval(later, null))));
        Assert.Equal(1000, Score(Junior("a").OnLeave(new Interval(later, later))));
        Assert.Equal(1000, Score(Junior("a").OnLeave(new Interval(null, Monday))));
        Assert.Equal(1000, Score(Junior("a").OnLeave(new Interval(Monday - Duration.FromHours(3), Monday))));
    }
}

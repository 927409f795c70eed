using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Each part of a score as it is explained, and that the choice is made by the same figure.</summary>
public class ExplainedScoreTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 333)]
    [InlineData(4, 666)]
    [InlineData(5, 999)]
    public void A_skill_counts_from_its_minimum_on(int level, int expected) => Assert.Equal(
        expected,
        Score(ScorePart.SkillSurplus, Junior("lin").WithSkill(Compressor, level), Item("W-1").Preferring(Compressor, 3, "comfort")));

    [Fact]
    public void Whoever_worked_on_it_last_is_known()
    {
        Assert.Equal(1000, Score(ScorePart.SameTechnician, Junior("lin"), Item("W-1").LastServedBy(Person("lin"))));
        Assert.Equal(0, Score(ScorePart.SameTechnician, Junior("lin"), Item("W-1").LastServedBy(Person("bai"))));
        Assert.Equal(0, Score(ScorePart.SameTechnician, Junior("lin"), Item("W-1")));
    }

    [Fact]
    public void A_provider_scores_ten_times_its_assessment_and_own_staff_in_full()
    {
        Assert.Equal(850, Score(ScorePart.Provider, Junior("p").OfProvider(Provider("coolfix").Assessed(85, ProviderStanding.Active)), Item("W-1").AllowingProviders()));
        Assert.Equal(1000, Score(ScorePart.Provider, Junior("lin"), Item("W-1").AllowingProviders()));
    }

    [Fact]
    public void Own_staff_come_before_a_provider_of_good_assessment_who_carries_a_little_less()
    {
        RoutingPolicy policy = Policy.With(Scoring.None.Weighing(ScorePart.Provider, 10).Weighing(ScorePart.Spare, 5)).Relaxing([new RelaxationStep("outside", Duration.Zero).AllowingProviders()]);
        Technician own = Junior("lin").WithCapacity(10).Carrying(1);

        Assert.Equal("lin", Chosen(policy, Item("W-1").AllowingProviders(), own, Junior("p").WithCapacity(10).OfProvider(Provider("coolfix").Assessed(85, ProviderStanding.Active))));
        Assert.Equal("p", Chosen(policy, Item("W-1").AllowingProviders(), own.Carrying(4), Junior("p").WithCapacity(10).OfProvider(Provider("coolfix").Assessed(85, ProviderStanding.Active))));
    }

    [Fact]
    public void A_provider_assessed_at_the_very_threshold_gets_work()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("outside", Duration.Zero).AllowingProviders()]);
        Technician Of(int assessment) => Junior("p").OfProvider(Provider("coolfix").Assessed(assessment, ProviderStanding.Active));

        Assert.Equal("p", Chosen(policy, Item("W-1").AllowingProviders(), Of(70)));
        Assert.Null(policy.Prepare([Of(69)], Monday).Best(Item("W-1").AllowingProviders()));
    }

    [Fact]
    public void The_lowest_staffed_grade_fits_best_whatever_grade_it_is()
    {
        RoutingPolicy policy = Policy
            .With(Scoring.None.Weighing(ScorePart.GradeFit, 1))
            .Staffing(Severity.Important, StaffingPattern.One(Grade.Mid, Grade.Lead, Grade.Supervisor));
        int Fit(Grade grade) => ScoreOf(policy, Item("W-1", Severity.Important), Staff("lin", grade));
        Assert.Equal((1000, 400, 200), (Fit(Grade.Mid), Fit(Grade.Lead), Fit(Grade.Supervisor)));

        // Widened by a grade above, nobody falls below 0.
        RoutingPolicy juniors = policy.Staffing(Severity.General, StaffingPattern.Anyone);
        Assert.Equal((1000, 0), (ScoreOf(juniors, Item("W-1"), Staff("lin", Grade.Junior)), ScoreOf(juniors, Item("W-1"), Staff("ma", Grade.Supervisor))));
    }

    [Fact]
    public void A_lead_comes_before_a_supervisor_who_carries_a_little_less()
    {
        RoutingPolicy policy = Policy
            .With(Scoring.None.Weighing(ScorePart.GradeFit, 1).Weighing(ScorePart.Spare, 1))
            .Staffing(Severity.General, StaffingPattern.One(Grade.Lead, Grade.Supervisor));
        Technician supervisor = Staff("ma", Grade.Supervisor).WithCapacity(10);

        Assert.Equal("chen", Chosen(policy, Item("W-1"), Staff("chen", Grade.Lead).WithCapacity(10).Carrying(1), supervisor));
        Assert.Equal("ma", Chosen(policy, Item("W-1"), Staff("chen", Grade.Lead).WithCapacity(10).Carrying(3), supervisor));
    }

    [Fact]
    public void Who_can_work_on_it_longer_comes_before_who_carries_less()
    {
        RoutingPolicy policy = Policy.With(Scoring.None.Weighing(ScorePart.Slack, 10).Weighing(ScorePart.Spare, 1));
        Technician leaving = Junior("bai").OnLeave(new Interval(Monday + Duration.FromHours(2), null));

        Assert.Equal("lin", Chosen(policy, Item("W-1").DueAt(Monday + Duration.FromHours(8)), Junior("lin").Carrying(2), leaving));
        Assert.Equal("bai", Chosen(policy, Item("W-1"), Junior("lin").Carrying(2), leaving));
    }

    [Fact]
    public void Slack_ends_with_his_hours_and_with_what_is_due()
    {
        RoutingPolicy policy = Policy.With(Scoring.None.Weighing(ScorePart.Slack, 1).MeasuringSlackUpTo(Duration.FromHours(16)));
        Assert.Equal(500, ScoreOf(policy, Item("W-1").DueAt(Monday + Duration.FromDays(3)), Junior("lin")));
        Assert.Equal(1000, ScoreOf(policy, Item("W-1").DueAt(Monday + Duration.FromDays(3)), new Technician(Person("lin"), Grade.Junior, AlwaysThere).ServingEverywhere()));
        Assert.Equal(1000, ScoreOf(policy, Item("W-1").DueAt(Monday + Duration.FromHours(16)), new Technician(Person("lin"), Grade.Junior, AlwaysThere).ServingEverywhere()));
        Assert.Equal(0, ScoreOf(policy, Item("W-1").DueAt(Monday - Duration.FromDays(3)), Junior("lin")));
    }

    [Fact]
    public void Without_points_proximity_goes_by_the_ring_of_the_nearest_region_that_he_serves()
    {
        RoutingPolicy policy = Policy
            .With(Scoring.None.Weighing(ScorePart.Proximity, 1))
            .With(RegionMap.Empty.Joining("Pudong", "Huangpu").Joining("Huangpu", "Minhang"))
            .Relaxing([new RelaxationStep("wide", Duration.Zero).AddingRing().AddingRing()]);
        WorkItem item = Item("W-1", Repair(Severity.General).WithRegion("Pudong"));
        Technician Local(params string[] regions) => new Technician(Person("lin"), Grade.Junior, Office).Serving(regions);

        Assert.Equal([1000, 500, 333, 500], new[] { Local("Pudong"), Local("Huangpu"), Local("Minhang"), Local("Minhang", "Huangpu") }.Select(one => ScoreOf(policy, item, one)));
        Assert.Equal((1000, 0), (ScoreOf(policy, item, Junior("everywhere")), ScoreOf(policy, item.At(new GeoPoint(31, 121)), Junior("far").BasedAt(new GeoPoint(35, 121), 0))));
        Assert.Equal("bai", Chosen(policy, item, Local("Minhang"), new Technician(Person("bai"), Grade.Junior, Office).Serving("Huangpu").Carrying(0)));
    }

    [Fact]
    public void A_ring_widens_the_travel_radius_and_whoever_serves_region_and_point_is_served_by_both()
    {
        RoutingPolicy policy = Policy
            .With(RegionMap.Empty.WithRingWidth(5_000))
            .Relaxing([new RelaxationStep("wider", Duration.FromHours(1)).AddingRing()]).FallingBackTo([FallbackRung.Queue]);

        // 0.2 degrees of latitude are 22.2 km.
        GeoPoint site = new(31.2, 121.5);
        Technician lin = new Technician(Person("lin"), Grade.Junior, Office).BasedAt(new GeoPoint(31.0, 121.5), 20_000);
        Technician bai = new Technician(Person("bai"), Grade.Junior, Office).BasedAt(new GeoPoint(31.0, 121.5), 20_000).Carrying(0);
        WorkItem waited = QueuedAt("W-1", Monday - Duration.FromHours(1)).At(site);

        AssignedDecision decision = Assert.IsType<AssignedDecision>(policy.Route(waited, [lin, bai], Monday));
        Assert.Equal(("bai", "lin"), (decision.Technician.Id.Value, decision.RunnerUp?.Id.Value));
        Assert.Equal("refused: does not travel that far (22 km)", $"{policy.Relaxing([]).Route(waited, [lin, Junior("everywhere")], Monday).Why(lin.Id)}");

        WorkItem both = Item("W-2", Repair(Severity.General).WithRegion("Pudong")).At(site);
        Assert.Equal("lin", Chosen(policy, both, lin.BasedAt(new GeoPoint(31.1, 121.5), 20_000).Serving("Pudong")));
        Assert.Equal("lin", Chosen(policy, both, lin.BasedAt(new GeoPoint(31.1, 121.5), 20_000)));
        Assert.Equal("lin", Chosen(policy, both, lin.Serving("Pudong")));
    }

    [Fact]
    public void Who_never_comes_back_keeps_no_item_waiting() =>
        Assert.IsType<NobodyDecision>(Policy.Route(Item("W-1"), [Junior("lin").OnLeave(new Interval(Monday - Duration.FromDays(1), null))], Monday));

    [Fact]
    public void An_item_of_exactly_somebodys_capacity_waits_for_him_and_one_unit_more_for_nobody()
    {
        Technician busy = Junior("busy").Carrying(1);

        Assert.Equal(ReasonCode.EverybodyBusy, Assert.IsType<WaitDecision>(Policy.Route(Item("W-1").OfSize(4), [busy], Monday)).Missing.Single().Code);
        Assert.Equal(ReasonCode.NobodyHolds, Assert.IsType<NobodyDecision>(Policy.Route(Item("W-1").OfSize(5), [busy], Monday)).Missing.Single().Code);
    }

    [Fact]
    public void Closest_is_who_fails_last_even_when_he_is_busy_or_away()
    {
        WorkItem item = Item("W-1").Requiring(GasLicence, 2).RequiringLanguage(SpokenLanguage.Wu);
        Technician away = new Technician(Person("lin"), Grade.Junior, Nights).ServingEverywhere().WithSkill(GasLicence, 3);

        string Closest(params Technician[] crew) => Assert.IsType<NobodyDecision>(Policy.Route(item, crew, Monday)).Missing.Single().Values.Single().Value;

        Assert.Equal("lin", Closest(Junior("bai").Speaking(SpokenLanguage.Wu), away.Carrying(1)));
        Assert.Equal("lin", Closest(Junior("bai").Speaking(SpokenLanguage.Wu), Junior("lin").WithSkill(GasLicence, 3).Carrying(4)));
    }

    [Fact]
    public void On_call_means_on_duty_and_not_on_leave()
    {
        RoutingPolicy policy = Policy.With(Scoring.None).FallingBackTo([FallbackRung.OnCall]);
        Instant night = World.At("Mon 2026-11-23 23:00", World.Shanghai);
        WorkItem item = new(new WorkItemId("W-1"), Repair(Severity.General), night, night);
        Technician lin = Junior("lin").OnCallDuring(Nights);

        Assert.Equal("lin", Assert.IsType<EscalatedDecision>(policy.Route(item, [lin], night)).To.Id.Value);
        Assert.IsType<NobodyDecision>(policy.Route(item, [lin.OnLeave(new Interval(night, night + Duration.FromHours(1)))], night));
        Assert.IsType<NobodyDecision>(policy.Route(item, [Junior("lin").OnCallDuring(Office)], night));
        Assert.IsType<NobodyDecision>(policy.Route(item, [Junior("lin")], night));
    }

    private static int Score(ScorePart part, Technician technician, WorkItem item) => ScoreOf(
        Policy.With(Scoring.None.Weighing(part, 1)).Relaxing([new RelaxationStep("wide", Duration.Zero).Dropping("comfort").AllowingProviders()]), item, technician);

    private static int ScoreOf(RoutingPolicy policy, WorkItem item, Technician technician) => Assert.IsType<AssignedDecision>(policy.Route(item, [technician, Staff("zz-guide", Grade.Supervisor).Carrying(4)], Monday)).Score;

    private static string? Chosen(RoutingPolicy policy, WorkItem item, params Technician[] crew)
    {
        string? chosen = policy.Prepare(crew, Monday).Best(item)?.Id.Value;
        Assert.Equal(chosen, (policy.Route(item, crew, Monday) as AssignedDecision)?.Technician.Id.Value);
        return chosen;
    }
}

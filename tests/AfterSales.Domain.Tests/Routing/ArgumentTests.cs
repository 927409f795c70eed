using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>What is just allowed, what is just refused, and that a refusal names the argument.</summary>
public class ArgumentTests
{
    [Fact]
    public void A_null_is_refused_by_the_name_of_its_argument()
    {
        (string Name, Func<object?> Misuse)[] cases =
        [
            ("technicians", () => Policy.Prepare(null!, Monday)), ("technicians", () => Policy.Prepare([null!], Monday)), ("technicians", () => RoutingPolicy.Coverage(new CoveragePlan(new Interval(Monday, Monday), Office), null!)),
            ("technicians", () => RoutingPolicy.LoadBalance(null!)), ("items", () => Policy.Assign(null!, [], Monday)), ("items", () => Policy.Prepare([], Monday).Assign(null!)),
            ("items", () => Policy.Assign([Item("W-1"), null!], [], Monday)), ("item", () => Policy.Route(null!, [], Monday)), ("item", () => Policy.Prepare([], Monday).Best(null!)), ("technician", () => Policy.Next(null!, [], Monday)),
            ("items", () => Policy.Next(Junior("lin"), null!, Monday)), ("items", () => Policy.Next(Junior("lin"), [null!], Monday)), ("pattern", () => Policy.Staffing(Severity.Urgent, null!)),
            ("steps", () => Policy.Relaxing(null!)), ("steps", () => Policy.Relaxing([null!])), ("rungs", () => Policy.FallingBackTo(null!)), ("grades", () => StaffingPattern.One(null!)),
            ("roles", () => StaffingPattern.Anyone.Telling(null!)), ("from", () => RegionMap.Empty.RingOf(null!, "Pudong")), ("to", () => RegionMap.Empty.RingOf("Pudong", null!)), ("region", () => RegionMap.Empty.Joining(null!, "Pudong")),
            ("neighbour", () => RegionMap.Empty.Joining("Pudong", null!)), ("languages", () => Junior("lin").Speaking(null!)), ("regions", () => Junior("lin").Serving(null!)), ("instants", () => Junior("lin").AssignedAt(null!)),
            ("productLine", () => Junior("lin").KnowingProduct(null!, 1)), ("provider", () => Junior("lin").OfProvider(null!)), ("calendar", () => Junior("lin").OnCallDuring(null!)), ("hours", () => new Technician(Person("lin"), Grade.Junior, null!)),
            ("provider", () => AssessmentRule.Default.Assess(null!, 1, 1)), ("hours", () => new CoveragePlan(new Interval(Monday, Monday), null!)), ("languages", () => new CoveragePlan(new Interval(Monday, Monday), Office).Speaking(null!)),
        ];

        Assert.All(cases, one => Assert.Equal(one.Name, Assert.Throws<ArgumentNullException>(one.Misuse).ParamName));
    }

    [Fact]
    public void Empty_texts_are_refused()
    {
        Func<object?>[] cases =
        [
            () => RegionMap.Empty.Joining(" ", "Pudong"), () => RegionMap.Empty.Joining("Pudong", ""), () => Junior("lin").Serving("Pudong", " "), () => Junior("lin").KnowingProduct("", 1), () => Skill.Named(""), () => Skill.Named(new string('a', 65)),
            () => new RoutingPolicy("", 1), () => new RelaxationStep("", Duration.Zero),
        ];

        Assert.All(cases, one => Assert.Throws<ArgumentException>(one));
        Assert.Equal("az-09", Skill.Named("az-09").Name);
        Assert.Equal(64, Skill.Named(new string('z', 64)).Name.Length);
    }

    [Fact]
    public void Numbers_are_taken_up_to_their_bounds()
    {
        Assert.Equal(1000, Item("W-1").OfSize(1000).Size);
        Assert.Equal((1000, 1_000_000), (Junior("lin").WithCapacity(1000).Capacity, Junior("lin").Carrying(1_000_000).Load));
        Assert.Equal((0, 2_000_000), (Junior("lin").BasedAt(default, 0).TravelRadius, Junior("lin").BasedAt(default, 2_000_000).TravelRadius));
        Assert.Equal((0, 2_000_000), (RegionMap.Empty.WithRingWidth(0).RingWidth, RegionMap.Empty.WithRingWidth(2_000_000).RingWidth));
        Assert.Equal((-180, 180, -90, 90), (new GeoPoint(0, -180).Longitude, new GeoPoint(0, 180).Longitude, new GeoPoint(-90, 0).Latitude, new GeoPoint(90, 0).Latitude));
        Assert.Equal((70, 70, 0, 100), (new AssessmentRule(70, 70).SuspendBelow, new AssessmentRule(70, 70).RestoreFrom, new AssessmentRule(0, 100).SuspendBelow, new AssessmentRule(0, 100).RestoreFrom));
        Assert.Equal((0, 16), (StaffingPattern.Team([Grade.Lead], [Grade.Expert], 0, 0).MaximumExperts, StaffingPattern.Team([Grade.Lead], [Grade.Expert], 16, 16).MaximumExperts));
        Assert.Equal(32, Policy.Relaxing(Enumerable.Range(0, 31).Select(number => new RelaxationStep($"s-{number}", Duration.Zero))).Steps.Count);
        Assert.Equal((0, 0), (Provider("x").WithQuotaLeft(0).QuotaLeft, new ServiceProvider(new TeamId("x"), new Interval(null, null), 0).QuotaLeft));
    }

    [Fact]
    public void Numbers_beyond_their_bounds_are_refused_by_the_name_of_the_argument()
    {
        (string Name, Func<object?> Misuse)[] cases =
        [
            ("units", () => Item("W-1").OfSize(1001)), ("units", () => Junior("lin").WithCapacity(0)), ("units", () => Junior("lin").Carrying(1_000_001)), ("travelRadius", () => Junior("lin").BasedAt(default, -1)),
            ("cases", () => Junior("lin").KnowingProduct("pumps", -1)), ("sequence", () => Junior("lin").LastAssignedAs(-1)), ("level", () => Junior("lin").WithSkill(Compressor, 0)), ("grade", () => Junior("lin").WithGrade((Grade)7)),
            ("metres", () => RegionMap.Empty.WithRingWidth(-1)), ("metres", () => RegionMap.Empty.WithRingWidth(2_000_001)), ("latitude", () => new GeoPoint(-90.1, 0)), ("longitude", () => new GeoPoint(0, -180.1)), ("longitude", () => new GeoPoint(0, 180.1)),
            ("suspendBelow", () => new AssessmentRule(-1, 50)), ("restoreFrom", () => new AssessmentRule(50, 101)), ("quality", () => AssessmentRule.Default.Weighing(101, 1)), ("quality", () => AssessmentRule.Default.Weighing(-1, 2)),
            ("timeliness", () => AssessmentRule.Default.Weighing(1, 101)), ("timeliness", () => AssessmentRule.Default.Weighing(2, -1)), ("timeliness", () => AssessmentRule.Default.Weighing(0, 0)),
            ("maximumExperts", () => StaffingPattern.Team([Grade.Lead], [Grade.Expert], 0, 17)), ("maximumExperts", () => StaffingPattern.Team([Grade.Lead], [Grade.Expert], 0, -1)), ("minimumExperts", () => StaffingPattern.Team([Grade.Lead], [Grade.Expert], -1, 3)),
            ("quotaLeft", () => new ServiceProvider(new TeamId("x"), new Interval(null, null), -1)), ("items", () => Provider("x").WithQuotaLeft(-1)), ("assessment", () => Provider("x").Assessed(101, ProviderStanding.Active)), ("standing", () => Provider("x").Assessed(1, (ProviderStanding)2)),
            ("waited", () => FallbackRung.QueueUpTo(Duration.Zero)), ("after", () => new RelaxationStep("early", -Duration.Epsilon)), ("period", () => Policy.AgeingEvery(Duration.Zero)), ("version", () => new RoutingPolicy("p", 0)),
        ];

        Assert.All(cases, one => Assert.Equal(one.Name, Assert.Throws<ArgumentOutOfRangeException>(one.Misuse).ParamName));
    }

    [Fact]
    public void A_pool_takes_a_hundred_thousand_technicians_and_not_one_more()
    {
        Technician[] many = [.. Enumerable.Range(0, RoutingPool.MaximumTechnicians + 1).Select(number => Junior($"T-{number}"))];

        Assert.Equal(RoutingPool.MaximumTechnicians, Policy.Prepare(many.Skip(1), Monday).Technicians.Count);
        Assert.Contains("100001 technicians; at most 100000", Assert.Throws<ArgumentException>(() => Policy.Prepare(many, Monday)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_knows_its_technicians_in_the_order_of_identifiers() =>
        Assert.Equal(["a", "b", "c"], Policy.Prepare([Junior("b").Carrying(1), Junior("c"), Junior("a").Carrying(2)], Monday).Technicians.Select(technician => technician.Id.Value));

    [Fact]
    public void Weights_of_an_assessment_are_weights_of_a_mean()
    {
        Assert.Equal(80, AssessmentRule.Default.Weighing(quality: 1, timeliness: 2).Assess(Provider("x"), quality: 60, timeliness: 90).Assessment);
        Assert.Equal(90, AssessmentRule.Default.Weighing(quality: 0, timeliness: 100).Assess(Provider("x"), quality: 60, timeliness: 90).Assessment);
        Assert.Equal(60, AssessmentRule.Default.Weighing(quality: 100, timeliness: 0).Assess(Provider("x"), quality: 60, timeliness: 90).Assessment);
    }

    [Fact]
    public void What_is_named_twice_counts_once()
    {
        WorkItem item = Item("W-1").RequiringLanguage(SpokenLanguage.Wu).PreferringLanguage(SpokenLanguage.English).Excluding(Person("lin"));

        Assert.Equal(item, item.RequiringLanguage(SpokenLanguage.Wu).PreferringLanguage(SpokenLanguage.English).Excluding(Person("lin")));
        Assert.Equal(StaffingPattern.One(Grade.Mid), StaffingPattern.One(Grade.Mid, Grade.Mid));
        Assert.Equal(Junior("lin").Speaking(SpokenLanguage.Wu).Serving("Pudong"), Junior("lin").Speaking(SpokenLanguage.Wu, SpokenLanguage.Wu).Serving("Pudong", "Pudong"));
        Assert.Equal([Role.Leadership], StaffingPattern.Anyone.Telling(Role.Leadership).Telling(Role.Leadership).Tell);
    }

    [Fact]
    public void Hours_leave_providers_and_who_is_told_make_a_difference()
    {
        ServiceProvider provider = Provider("x");
        Assert.Equal(provider, Provider("x"));
        Assert.Equal(5, new HashSet<ServiceProvider> { provider, Provider("y"), provider.WithQuotaLeft(1), provider.Assessed(90, ProviderStanding.Active), provider.Assessed(100, ProviderStanding.Suspended) }.Count);
        Assert.NotEqual(new Technician(Person("lin"), Grade.Junior, Office), new Technician(Person("lin"), Grade.Junior, Nights));
        Assert.NotEqual(Junior("lin").OnLeave(new Interval(Monday, null)), Junior("lin").OnLeave(new Interval(null, Monday)));
        Assert.Equal(Junior("lin").OnLeave(new Interval(Monday, null)), Junior("lin").OnLeave(new Interval(Monday, null)));
        Assert.NotEqual(StaffingPattern.Anyone, StaffingPattern.Anyone.Telling(Role.Leadership));
    }

    [Fact]
    public void Assignments_are_kept_in_order_of_time_and_one_counts_until_the_window_has_passed()
    {
        Duration hour = Duration.FromHours(1);
        Technician lin = Junior("lin").AssignedAt(Monday, Monday - hour).AssignedAt(Monday - (2 * hour));

        Assert.Equal([Monday - (2 * hour), Monday - hour, Monday], lin.Assignments);
        Assert.NotNull(Policy.LimitingIntakeTo(new IntakeLimit(2, hour)).Prepare([lin], Monday).Best(Item("W-1")));
        Assert.Null(Policy.LimitingIntakeTo(new IntakeLimit(2, hour + Duration.Epsilon)).Prepare([lin], Monday).Best(Item("W-1")));
    }

    [Fact]
    public void An_item_of_unknown_priority_is_served_with_the_lowest() => Assert.Equal(
        ["3", "1", "2"],
        Policy.Next(Junior("lin"), [Item("2", Repair(Severity.General).WithPriority(Priority.P4)), Item("1"), Item("3", Repair(Severity.General).WithPriority(Priority.P3))], Monday).Queue.Select(item => item.Id.Value));

    [Fact]
    public void Values_print_their_plain_and_their_full_form()
    {
        Assert.Equal("T-17, junior, carries 0 of 4 units", Junior("T-17").ToString());
        Assert.Equal("W-7: repair, severity general; 1 unit", Item("W-7").ToString());
        Assert.Equal("no neighbours", RegionMap.Empty.ToString());
        Assert.Equal("x, assessed 60, suspended, 10 items left", Provider("x").Assessed(60, ProviderStanding.Suspended).ToString());
        Assert.EndsWith("2 more grades", new RelaxationStep("wider", Duration.Zero).AddingGrade().AddingGrade().ToString(), StringComparison.Ordinal);
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;
using Gen = FsCheck.Fluent.Gen;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>What the values of routing refuse, print and compare.</summary>
public class ValueTests
{
    [Theory]
    [InlineData(31.2304, 121.4737, 39.9042, 116.4074, 1067.3)]
    [InlineData(0, 0, 0, 180, 20015.1)]
    [InlineData(90, 0, -90, 0, 20015.1)]
    [InlineData(51.5074, -0.1278, 48.8566, 2.3522, 343.6)]
    public void Great_circle_distances_are_the_published_ones(double latitude, double longitude, double otherLatitude, double otherLongitude, double kilometres) =>
        Assert.Equal(kilometres, new GeoPoint(latitude, longitude).DistanceTo(new GeoPoint(otherLatitude, otherLongitude)) / 1000, tolerance: 0.1);

    [Fact]
    public void Distances_are_symmetric_zero_to_oneself_and_no_detour_is_shorter() => Law.Holds(Points.Three, points =>
    {
        Assert.Equal(points[0].DistanceTo(points[1]), points[1].DistanceTo(points[0]), tolerance: 1e-6);
        Assert.Equal(0, points[0].DistanceTo(points[0]));
        Assert.True(points[0].DistanceTo(points[2]) <= points[0].DistanceTo(points[1]) + points[1].DistanceTo(points[2]) + 1e-6);
    });

    [Fact]
    public void A_travel_radius_is_kept_to_within_two_metres() => Law.Holds(Points.Neighbours, RadiusIsKept);

    [Fact]
    public void A_travel_radius_of_a_thousand_kilometres_and_more_is_kept_to_within_two_metres() => Law.Holds(Points.FarApart, points =>
    {
        if (points[0].DistanceTo(points[1]) is > 1_000_000 and < Technician.MaximumTravelRadius)
        {
            RadiusIsKept(points);
        }
    });

    private static void RadiusIsKept(GeoPoint[] points)
    {
        double exact = points[0].DistanceTo(points[1]);
        Technician within = Home((int)Math.Ceiling(exact) + 2);
        Technician beyond = Home((int)Math.Floor(exact) - 2);
        WorkItem item = Item("W-1").At(points[1]);
        Assert.NotNull(AnyGrade.Prepare([within], Monday).Best(item));
        Assert.Null(AnyGrade.Prepare([beyond], Monday).Best(item));

        // The explanations keep it as well.
        RoutingDecision decision = AnyGrade.Route(item, [Junior("a"), within], Monday);
        Assert.IsType<ScoredVerdict>(decision.Why(within.Id));
        Assert.IsType<RefusedVerdict>(AnyGrade.Route(item, [Junior("a"), beyond], Monday).Why(beyond.Id));

        Technician Home(int radius) => new Technician(Person("lin"), Grade.Junior, Office).BasedAt(points[0], Math.Clamp(radius, 1, Technician.MaximumTravelRadius));
    }

    [Fact]
    public void A_providers_standing_follows_the_thresholds_with_memory() => Law.Holds(Gen.Choose(0, 100).ListOf(), scores =>
    {
        // The slow model: the last assessment outside the band between the thresholds decides; before any, the provider is active.
        int decisive = scores.ToList().FindLastIndex(score => score is < 70 or >= 80);
        ProviderStanding expected = decisive >= 0 && scores[decisive] < 70 ? ProviderStanding.Suspended : ProviderStanding.Active;
        Assert.Equal(expected, scores.Aggregate(Provider("coolfix"), (provider, score) => AssessmentRule.Default.Assess(provider, score, score)).Standing);
    });

    [Fact]
    public void Coverage_is_the_one_of_asking_every_half_hour() => Law.Holds(RoutingCase.Singles, one =>
    {
        // All calendars of the generated crew open and close on the half hour.
        Instant from = At("Sat 2026-11-21 00:00", Shanghai);
        Instant to = At("Tue 2026-11-24 12:00", Shanghai);
        CoveragePlan plan = new CoveragePlan(new Interval(from, to), Office).Covering(Compressor, 2).In("Pudong", "Minhang").Speaking(SpokenLanguage.Wu);
        CoverageReport report = RoutingPolicy.Coverage(plan, one.Technicians);
        foreach (CoverageNeed need in plan.Needs)
        {
            for (Instant at = from; at < to; at += Duration.FromMinutes(30))
            {
                bool covered = one.Technicians.Any(technician => technician.WorksAt(at)
                    && technician.LevelOf(Compressor) >= 2 && technician.Speaks(SpokenLanguage.Wu)
                    && (technician.ServesEverywhere || technician.Regions.Contains(need.Region))
                    && technician.Provider is not { Standing: ProviderStanding.Suspended });
                bool isGap = report.Gaps.Any(gap => gap.Need == need && gap.When.Contains(at));
                Assert.Equal(Office.IsOpen(at) && !covered, isGap);
            }
        }
    });

    [Fact]
    public void Rings_are_counted_over_neighbours()
    {
        RegionMap map = RegionMap.Empty.Joining("Pudong", "Huangpu").Joining("Huangpu", "Minhang").Joining("Minhang", "Huangpu");

        Assert.Equal((0, 1, 2), (map.RingOf("Pudong", "Pudong"), map.RingOf("Huangpu", "Pudong"), map.RingOf("Pudong", "Minhang")));
        Assert.Null(map.RingOf("Pudong", "Jiading"));
        Assert.Equal("Huangpu – Minhang, Huangpu – Pudong", map.ToString());
        Assert.Equal(RegionMap.Empty.Joining("Minhang", "Huangpu").Joining("Huangpu", "Pudong"), map);
    }

    [Fact]
    public void Values_print_what_they_are()
    {
        Technician technician = Junior("T-17").WithSkill(Compressor, 4).Carrying(2).OfProvider(Provider("coolfix"));
        Assert.Equal("T-17, junior, compressor 4, carries 2 of 4 units, of coolfix", technician.ToString());
        Assert.Equal("W-7: repair, severity urgent; compressor ≥ 3, electronics ≥ 1 (until comfort is dropped); 2 units", Item("W-7", Severity.Urgent).Requiring(Compressor, 3).Preferring(Electronics, 1, "comfort").OfSize(2).ToString());
        Assert.Equal("one of mid/senior, guided by supervisor", Policy.StaffingOf(Severity.Important).ToString());
        Assert.Equal("a team: a lead of lead with 1 to 3 of expert; tell leadership at once", Policy.StaffingOf(Severity.Urgent).ToString());
        Assert.Equal("wider after 0:15:00: drop comfort, 1 more ring, 1 more grade, providers", new RelaxationStep("wider", Duration.FromMinutes(15)).Dropping("comfort").AddingRing().AddingGrade().AllowingProviders().ToString());
        Assert.Equal("queue up to 4:00:00", FallbackRung.QueueUpTo(Duration.FromHours(4)).ToString());
        Assert.Equal("skill surplus 30, spare capacity 25, proximity 15, language 10, same technician 8, product history 5, grade fit 4, provider assessment 2, slack 1", Scoring.Default.ToString());
        Assert.Equal("coolfix, assessed 100, active, 10 items left", Provider("coolfix").ToString());
        Assert.Equal("suspended below 70, restored from 80; quality 1 : timeliness 1", AssessmentRule.Default.ToString());
        Assert.Equal("31.25, 121.5", new GeoPoint(31.25, 121.5).ToString());
    }

    [Fact]
    public void Equality_is_by_value_and_every_verb_changes_it()
    {
        Technician one = Junior("T-1");
        Technician[] changed =
        [
            one, one.WithGrade(Grade.Mid), one.WithSkill(Compressor, 1), one.Speaking(SpokenLanguage.Wu), one.Serving("Pudong"), one.BasedAt(new GeoPoint(1, 2), 3), one.WithCapacity(9), one.Carrying(1),
            one.LastAssignedAs(4), one.OnLeave(new Interval(Monday, null)), one.AssignedAt(Monday), one.KnowingProduct("p", 1), one.OfProvider(Provider("x")), one.OnCallDuring(Nights),
        ];
        WorkItem item = Item("W-1");
        WorkItem[] items =
        [
            item, item.OfSize(2), item.DueAt(Monday), item.At(new GeoPoint(1, 2)), item.LastServedBy(one.Id), item.AllowingProviders(), item.Requiring(Compressor, 1),
            item.Preferring(Compressor, 1, "x"), item.RequiringLanguage(SpokenLanguage.Wu), item.PreferringLanguage(SpokenLanguage.Wu), item.Excluding(one.Id),
        ];
        RoutingPolicy[] policies =
        [
            Policy, Policy.With(Scoring.None), Policy.With(RegionMap.Empty.WithRingWidth(1)), Policy.With(new AssessmentRule(1, 2)), Policy.AgeingEvery(Duration.FromHours(1)),
            Policy.LimitingIntakeTo(new IntakeLimit(1, Duration.FromHours(1))), Policy.Relaxing([new RelaxationStep("a", Duration.Zero)]), Policy.FallingBackTo([]), Policy.Staffing(Severity.Urgent, StaffingPattern.Anyone),
        ];

        Assert.Equal(changed.Length, changed.Distinct().Count());
        Assert.Equal(items.Length, items.Distinct().Count());
        Assert.Equal(policies.Length, policies.Distinct().Count());
        Assert.Equal(one, Junior("T-1"));
        Assert.Equal(item.Requiring(Compressor, 1), Item("W-1").Requiring(Compressor, 1));
        Assert.Equal(new RoutingPolicy("field-service", 1), Policy);
    }

    [Fact]
    public void What_is_out_of_bounds_is_refused_with_what_is_allowed()
    {
        Refused<ArgumentOutOfRangeException>("-90 to 90", () => new GeoPoint(90.1, 0));
        Refused<ArgumentOutOfRangeException>("-180 to 180", () => new GeoPoint(0, double.NaN));
        Refused<ArgumentOutOfRangeException>("1 (works under guidance) to 5", () => Item("W-1").Requiring(Compressor, 6));
        Refused<ArgumentException>("already", () => Item("W-1").Requiring(Compressor, 1).Preferring(Compressor, 2, "x"));
        Refused<ArgumentException>("a-z", () => Item("W-1").Preferring(Compressor, 2, "Not a name"));
        Refused<ArgumentOutOfRangeException>("1 to 1000", () => Item("W-1").OfSize(0));
        Refused<ArgumentException>("before it was created", () => new WorkItem(new WorkItemId("W-1"), Repair(Severity.General), Monday, Monday - Duration.Epsilon));
        Refused<ArgumentException>("At most 64", () => Enumerable.Range(0, 65).Aggregate(Item("W-1"), (item, number) => item.Excluding(Person($"T-{number}"))));
        Refused<ArgumentOutOfRangeException>("Junior", () => new Technician(Person("T-1"), Grade.Unknown, Office));
        Refused<ArgumentOutOfRangeException>("1 to 1000", () => Junior("T-1").WithCapacity(1001));
        Refused<ArgumentOutOfRangeException>("0 to 1,000,000", () => Junior("T-1").Carrying(-1));
        Refused<ArgumentOutOfRangeException>("2,000,000", () => Junior("T-1").BasedAt(default, 2_000_001));
        Refused<ArgumentOutOfRangeException>("0 to 100", () => Scoring.Default.Weighing(ScorePart.Spare, 101));
        Refused<ArgumentOutOfRangeException>("0 to 4", () => Scoring.Default.CappingSkillSurplusAt(5));
        Refused<ArgumentOutOfRangeException>("7 days", () => Scoring.Default.MeasuringSlackUpTo(Duration.Zero));
        Refused<ArgumentOutOfRangeException>("70 (the lower threshold) to 100", () => new AssessmentRule(70, 69));
        Refused<ArgumentOutOfRangeException>("0 to 100", () => AssessmentRule.Default.Assess(Provider("x"), 101, 0));
        Refused<ArgumentException>("its own neighbour", () => RegionMap.Empty.Joining("Pudong", "Pudong"));
        Refused<ArgumentException>("order of time", () => Policy.Relaxing([new RelaxationStep("b", Duration.FromHours(2)), new RelaxationStep("a", Duration.FromHours(1))]));
        Refused<ArgumentException>("stands twice", () => Policy.Relaxing([new RelaxationStep("strict", Duration.FromHours(2))]));
        Refused<ArgumentException>("at most 31", () => Policy.Relaxing(Enumerable.Range(0, 32).Select(number => new RelaxationStep($"s{number}", Duration.Zero))));
        Refused<ArgumentException>("once", () => Policy.FallingBackTo([FallbackRung.Queue, FallbackRung.QueueUpTo(Duration.FromHours(1))]));
        Refused<ArgumentException>("allows nothing", () => Policy.LimitingIntakeTo(default));
        Refused<ArgumentException>("At least one grade", () => StaffingPattern.One());
        Refused<ArgumentOutOfRangeException>("0 to 2", () => StaffingPattern.Team([Grade.Lead], [Grade.Expert], 3, 2));
        Refused<ArgumentException>("366 days", () => new CoveragePlan(new Interval(Monday, null), Office));
        Refused<ArgumentException>("at most 10000", () => new CoveragePlan(new Interval(Monday, Monday), Office).In([.. Enumerable.Range(0, 10_001).Select(number => $"r{number}")]));
        Refused<InvalidOperationException>("names nothing", () => Junior("T-1").WithSkill(default, 1));
        Refused<InvalidOperationException>("identifies nothing", () => new WorkItem(default, Repair(Severity.General), Monday, Monday));
    }

    private static void Refused<TException>(string says, Func<object> misuse)
        where TException : Exception => Assert.Contains(says, Assert.Throws<TException>(misuse).Message, StringComparison.Ordinal);

    private static class Points
    {
        public static FsCheck.Gen<GeoPoint[]> Three { get; } = Of(-90, 90, -180, 180);

        public static FsCheck.Gen<GeoPoint[]> FarApart { get; } = Of(22, 40, 110, 125);

        public static FsCheck.Gen<GeoPoint[]> Neighbours { get; } = Of(29, 33, 119, 123);

        private static FsCheck.Gen<GeoPoint[]> Of(int south, int north, int west, int east) => Gen.Choose(south * 10_000, north * 10_000)
            .SelectMany(latitude => Gen.Choose(west * 10_000, east * 10_000).Select(longitude => new GeoPoint(latitude / 10_000.0, longitude / 10_000.0)))
            .ArrayOf(3);
    }
}

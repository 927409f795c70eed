using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

public class RoutingGuide
{
    [Fact]
    public void The_guide_to_routing_runs()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        BusinessCalendar office = BusinessCalendar.Weekly("office", shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00"));
        Instant at = new LocalDateTime(2026, 11, 23, 10, 0).InZoneStrictly(shanghai).ToInstant();    // a Monday
        Skill compressor = Skill.Named("compressor");

        Technician lin = new Technician(new PersonId("lin"), Grade.Junior, office)
            .WithSkill(compressor, 3).Serving("Pudong").WithCapacity(4);
        Technician bai = new Technician(new PersonId("bai"), Grade.Junior, office)
            .WithSkill(compressor, 3).Serving("Pudong").WithCapacity(4).Carrying(2);
        Technician gao = new Technician(new PersonId("gao"), Grade.Junior, office)
            .WithSkill(compressor, 5).Serving("Huangpu").WithCapacity(4);

        ServiceRequest request = new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.General).WithRegion("Pudong");
        WorkItem item = new WorkItem(new WorkItemId("W-1"), request, createdAt: at, queuedAt: at).Requiring(compressor, 2);

        RoutingPolicy routing = new RoutingPolicy("field-service", version: 1);
        RoutingDecision decision = routing.Route(item, [lin, bai, gao], at);

        string who = $"{decision}";              // W-1: assigned to lin
        string why = $"{decision.Why(gao.Id)}";  // refused: does not serve region Pudong
        string inChinese = $"{decision.Why(gao.Id):zh}"; // 未通过：不服务区域 Pudong
        string lost = $"{decision.Why(bai.Id)}";

        Assert.Equal("W-1: assigned to lin", who);
        Assert.Equal("refused: does not serve region Pudong", why);
        Assert.Equal("未通过：不服务区域 Pudong", inChinese);
        Assert.EndsWith("; lost to lin by 12500 (spare capacity)", lost, StringComparison.Ordinal);
        Assert.StartsWith("scored 53480: skill surplus 19980, spare capacity 12500, proximity 15000, ", lost, StringComparison.Ordinal);

        string next = decision switch
        {
            AssignedDecision one => $"send {one.Technician.Id}",
            TeamDecision team => $"call {team.Lead.Id} and {team.Members.Count - 1} experts, tell {string.Join(", ", team.Tell)}",
            WaitDecision wait => $"ask again at {wait.Until}",
            EscalatedDecision escalated => $"hand it to {escalated.To.Id}",
            _ => string.Join("; ", ((UnassignedDecision)decision).Missing),
        };

        Assert.Equal("send lin", next);

        RoutingPolicy relaxed = routing
            .With(RegionMap.Empty.Joining("Pudong", "Huangpu"))
            .Relaxing(
            [
                new RelaxationStep("any-brand", Duration.FromMinutes(30)).Dropping("brand"),
                new RelaxationStep("next-region", Duration.FromHours(1)).AddingRing(),
                new RelaxationStep("outside", Duration.FromHours(2)).AllowingProviders(),
            ])
            .FallingBackTo([FallbackRung.QueueUpTo(Duration.FromHours(8)), FallbackRung.Supervisor, FallbackRung.OnCall, FallbackRung.Provider]);

        string sooner = $"{relaxed.Route(item, [gao], at)}";   // W-1: assigned to gao (step next-region)

        Assert.Equal("W-1: assigned to gao (step next-region)", sooner);

        RoutingPool pool = routing.Prepare([lin, bai, gao], at);
        Technician? best = pool.Best(item);                    // lin, without a word why: the fast path
        WorkItem second = new WorkItem(new WorkItemId("W-2"), request, at, at).Requiring(compressor, 3);
        BatchPlan plan = pool.Assign([item, second]);
        string method = $"{plan}";                             // 2 of 2 items assigned, optimal

        PullDecision pull = routing.Next(lin, [second, item], at);
        string takes = $"{pull}";                              // lin takes W-1

        Assert.Equal(("lin", "2 of 2 items assigned, optimal", "lin takes W-1"), (best?.Id.Value, method, takes));

        ServiceProvider provider = new ServiceProvider(new TeamId("coolfix"), new Interval(at, at + Duration.FromDays(365)), quotaLeft: 20);
        provider = AssessmentRule.Default.Assess(provider, quality: 66, timeliness: 70);    // 68: suspended
        provider = AssessmentRule.Default.Assess(provider, quality: 78, timeliness: 74);    // 76: still suspended
        provider = AssessmentRule.Default.Assess(provider, quality: 84, timeliness: 80);    // 82: restored

        Assert.Equal((82, ProviderStanding.Active), (provider.Assessment, provider.Standing));

        CoveragePlan day = new CoveragePlan(new Interval(at, at + Duration.FromHours(10)), office).Covering(compressor, 4).In("Pudong", "Huangpu");
        CoverageReport coverage = RoutingPolicy.Coverage(day, [lin, bai, gao]);
        string share = $"{coverage}";                          // 50.0 % covered, 1 gap

        Assert.Equal("50.0 % covered, 1 gap", share);

        double? balance = RoutingPolicy.LoadBalance([bai, bai.WithCapacity(8), gao.Carrying(2)]);  // ratios 1/2, 1/4, 1/2: 0.67

        Assert.Equal(2.0 / 3, balance!.Value, 1e-12);
    }
}

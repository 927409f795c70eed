using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>What nobody covers (R27): on Monday in office hours, 09:00 to 18:00 in Shanghai.</summary>
public class CoverageTests
{
    private static readonly Instant Midnight = At("Mon 2026-11-23 00:00", Shanghai);
    private static readonly CoveragePlan Day = new(new Interval(Midnight, Midnight + Duration.FromDays(1)), Office);

    [Fact]
    public void Leave_is_a_gap_at_the_beginning_in_the_middle_and_at_the_end_of_a_day()
    {
        Assert.Equal(["09:00-10:00"], Gaps(Junior("lin").OnLeave(Between("08:00", "10:00"))));
        Assert.Equal(["12:00-13:30"], Gaps(Junior("lin").OnLeave(Between("12:00", "13:30"))));
        Assert.Equal(["16:00-18:00"], Gaps(Junior("lin").OnLeave(Between("16:00", "23:00"))));
        Assert.Equal(["09:00-10:00", "12:00-13:00"], Gaps(Junior("lin").OnLeave(Between("09:00", "10:00")).OnLeave(Between("12:00", "13:00"))));
        Assert.Equal(["09:00-18:00"], Gaps(Junior("lin").OnLeave(new Interval(null, null))));
        Assert.Equal(["14:00-18:00"], Gaps(Junior("lin").OnLeave(new Interval(Clock("14:00"), null))));
        Assert.Equal(["09:00-14:00"], Gaps(Junior("lin").OnLeave(new Interval(null, Clock("14:00")))));
    }

    [Fact]
    public void Leave_outside_the_hours_and_leave_of_no_length_are_no_gap()
    {
        Assert.Empty(Gaps(Junior("lin").OnLeave(Between("18:00", "20:00"))));
        Assert.Empty(Gaps(Junior("lin").OnLeave(Between("07:00", "09:00"))));
        Assert.Empty(Gaps(Junior("lin").OnLeave(Between("12:00", "12:00"))));
    }

    [Fact]
    public void Two_people_who_relieve_each_other_leave_no_gap_between_them() =>
        Assert.Empty(Gaps(Junior("lin").OnLeave(Between("13:00", "18:00")), Junior("bai").OnLeave(Between("09:00", "13:00"))));

    [Fact]
    public void A_providers_people_cover_while_the_contract_is_valid_and_they_are_not_suspended()
    {
        Assert.Empty(Gaps(Of(new Interval(null, null))));
        Assert.Equal(["09:00-11:00"], Gaps(Of(new Interval(Clock("11:00"), null))));
        Assert.Equal(["15:00-18:00"], Gaps(Of(new Interval(null, Clock("15:00")))));
        Assert.Equal(["09:00-11:00", "15:00-18:00"], Gaps(Of(Between("11:00", "15:00"))));
        Assert.Equal(["09:00-18:00"], Gaps(Of(Between("18:00", "20:00"))));
        Assert.Equal(["09:00-18:00"], Gaps(Junior("p").OfProvider(Provider("coolfix").Assessed(60, ProviderStanding.Suspended))));

        static Technician Of(Interval contract) => Junior("p").OfProvider(new ServiceProvider(new TeamId("coolfix"), contract, 3));
    }

    [Fact]
    public void A_need_is_named_by_its_parts_and_the_share_by_its_gaps()
    {
        Assert.Equal("nothing was asked", RoutingPolicy.Coverage(new CoveragePlan(new Interval(Midnight, Midnight), Office), []).ToString());
        CoverageReport nobody = RoutingPolicy.Coverage(Day, []);
        Assert.Equal("0.0 % covered, 1 gap", nobody.ToString());
        Assert.Equal("anybody: 2026-11-23T01:00:00Z to 2026-11-23T10:00:00Z", Assert.Single(nobody.Gaps).ToString());
        Assert.Equal("compressor ≥ 3, Pudong, wuu", Day.Covering(Compressor, 3).In("Pudong").Speaking(SpokenLanguage.Wu).Needs.Single().ToString());
        Assert.Equal("100.0 % covered, 0 gaps", RoutingPolicy.Coverage(Day, [Junior("lin")]).ToString());
    }

    [Fact]
    public void What_is_asked_for_twice_is_asked_once()
    {
        CoveragePlan plan = Day.Covering(Compressor, 3).In("Pudong").Speaking(SpokenLanguage.Wu);

        Assert.Equal(plan.Needs, plan.Covering(Compressor, 3).In("Pudong", "Pudong").Speaking(SpokenLanguage.Wu).Needs);
        Assert.Equal(2, plan.Covering(Compressor, 4).Needs.Count);
    }

    [Fact]
    public void A_plan_takes_its_bounds_and_nothing_beyond()
    {
        string[] regions = [.. Enumerable.Range(0, 5_000).Select(number => $"r{number}")];
        SpokenLanguage[] two = [SpokenLanguage.Wu, SpokenLanguage.English];
        Assert.Equal(10_000, Day.In(regions).Speaking(two).Needs.Count);
        Assert.Contains("10002 combinations", Assert.Throws<ArgumentException>(() => Day.Speaking(two).In([.. regions, "one more"])).Message, StringComparison.Ordinal);
        Assert.Equal(Duration.FromDays(366), new CoveragePlan(new Interval(Midnight, Midnight + Duration.FromDays(366)), Office).Window.Duration);
        Assert.Throws<ArgumentException>(() => new CoveragePlan(new Interval(Midnight, Midnight + Duration.FromDays(366) + Duration.Epsilon), Office));
        Assert.Throws<ArgumentException>(() => new CoveragePlan(new Interval(null, Midnight), Office));
        Assert.Throws<ArgumentException>(() => Day.In(" "));
        Assert.Throws<ArgumentNullException>(() => RoutingPolicy.Coverage(Day, [null!]));
        Assert.Throws<ArgumentNullException>(() => RoutingPolicy.Coverage(Day, [Junior("lin"), null!]));
    }

    private static Instant Clock(string time) => At($"Mon 2026-11-23 {time}", Shanghai);

    private static Interval Between(string start, string end) => new(Clock(start), Clock(end));

    private static IEnumerable<string> Gaps(params Technician[] crew) => RoutingPolicy.Coverage(Day, crew).Gaps
        .Select(gap => $"{gap.When.Start.InZone(Shanghai).ToString("HH:mm", null)}-{gap.When.End.InZone(Shanghai).ToString("HH:mm", null)}");
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

public class FallbackTests
{
    private static readonly Technician Busy = Junior("busy").Carrying(4);
    private static readonly Technician Ma = Staff("ma", Grade.Supervisor);
    private static readonly Instant Night = At("Mon 2026-11-23 23:00", Shanghai);

    [Fact]
    public void While_somebody_could_get_it_the_item_waits_until_capacity_frees()
    {
        WaitDecision wait = Assert.IsType<WaitDecision>(Policy.Route(Item("W-1"), [Busy, Ma], Monday));

        Assert.Null(wait.Until);
        Assert.Equal("W-1: waits until somebody is free: 1 could get it once they are free", $"{wait}");
    }

    [Fact]
    public void It_waits_until_the_next_opening_of_somebody_with_room()
    {
        WaitDecision wait = Assert.IsType<WaitDecision>(Policy.Route(Item("W-1"), [Junior("lin"), Busy], Night));

        Assert.Equal(At("Tue 2026-11-24 09:00", Shanghai), wait.Until);
        Assert.Equal(ReasonCode.NobodyAtWork, Assert.Single(wait.Missing).Code);
    }

    [Fact]
    public void It_waits_no_longer_than_until_the_next_step_or_the_end_of_the_queue()
    {
        RoutingPolicy steps = Policy.Relaxing([new RelaxationStep("wider", Duration.FromMinutes(30)).AddingGrade()]);
        RoutingPolicy queue = Policy.FallingBackTo([FallbackRung.QueueUpTo(Duration.FromMinutes(20)), FallbackRung.Supervisor]);

        Assert.Equal(Monday + Duration.FromMinutes(30), Assert.IsType<WaitDecision>(steps.Route(Item("W-1"), [Busy], Monday)).Until);
        Assert.Equal(Monday + Duration.FromMinutes(20), Assert.IsType<WaitDecision>(queue.Route(Item("W-1"), [Busy], Monday)).Until);
    }

    [Fact]
    public void The_end_of_the_queue_hands_it_to_a_supervisor_at_work()
    {
        RoutingPolicy policy = Policy.FallingBackTo([FallbackRung.QueueUpTo(Duration.FromMinutes(20)), FallbackRung.Supervisor]);
        WorkItem waited = QueuedAt("W-1", Monday - Duration.FromMinutes(20));

        EscalatedDecision escalated = Assert.IsType<EscalatedDecision>(policy.Route(waited, [Busy, Ma], Monday));

        Assert.Equal((FallbackKind.Supervisor, "ma"), (escalated.Rung, escalated.To.Id.Value));
        Assert.IsType<NobodyDecision>(policy.Route(waited, [Busy], Monday));
    }

    [Fact]
    public void Who_is_on_call_is_called_only_when_every_other_rule_holds()
    {
        RoutingPolicy policy = Policy.FallingBackTo([FallbackRung.OnCall]);
        Technician onCall = Junior("lin").WithSkill(GasLicence, 2).OnCallDuring(AlwaysThere);
        Technician unlicensed = Junior("bai").OnCallDuring(AlwaysThere);

        EscalatedDecision escalated = Assert.IsType<EscalatedDecision>(policy.Route(Item("W-1").Requiring(GasLicence, 2), [onCall, unlicensed], Night));

        Assert.Equal("W-1: escalated to on-call lin: 1 could get it once they are at work", $"{escalated}");
        Assert.IsType<NobodyDecision>(policy.Route(Item("W-1").Requiring(GasLicence, 2), [unlicensed], Night));
    }

    [Fact]
    public void A_provider_takes_what_may_be_outsourced_at_the_end_of_the_ladder()
    {
        Technician partner = Junior("qian").OfProvider(Provider("coolfix"));

        EscalatedDecision escalated = Assert.IsType<EscalatedDecision>(Policy.Route(Item("W-1").AllowingProviders(), [partner], Monday));

        Assert.Equal((FallbackKind.Provider, "qian"), (escalated.Rung, escalated.To.Id.Value));
        Assert.IsType<NobodyDecision>(Policy.Route(Item("W-1"), [partner], Monday));
    }

    [Fact]
    public void With_nobody_at_all_the_decision_says_so() =>
        Assert.Equal("W-1: nobody is eligible: there is nobody to choose from", $"{Policy.Route(Item("W-1"), [], Monday)}");

    [Fact]
    public void What_is_missing_is_listed_need_by_need()
    {
        WorkItem item = Item("W-1", Repair(Severity.General).WithRegion("Pudong")).Requiring(GasLicence, 2).RequiringLanguage(SpokenLanguage.Wu).OfSize(9);

        IReadOnlyList<RoutingReason> missing = Assert.IsType<NobodyDecision>(Policy.Route(item, [new Technician(Person("x"), Grade.Mid, Office)], Monday)).Missing;

        Assert.Equal(
            [ReasonCode.NobodyOfGrade, ReasonCode.NobodyHasSkill, ReasonCode.NobodySpeaks, ReasonCode.NobodyServes, ReasonCode.NobodyHolds],
            missing.Select(reason => reason.Code));
    }

    [Fact]
    public void When_each_need_is_met_by_somebody_but_all_by_nobody_the_closest_is_named()
    {
        WorkItem item = Item("W-1").Requiring(GasLicence, 2).RequiringLanguage(SpokenLanguage.Wu);

        NobodyDecision nobody = Assert.IsType<NobodyDecision>(
            Policy.Route(item, [Junior("lin").WithSkill(GasLicence, 3), Junior("bai").Speaking(SpokenLanguage.Wu)], Monday));

        Assert.Equal("nobody meets all needs at once; lin comes closest", $"{Assert.Single(nobody.Missing)}");
    }

    [Fact]
    public void A_team_that_can_only_be_formed_later_waits()
    {
        Technician chen = Staff("chen", Grade.Lead).WithSkill(Compressor, 3);
        Technician wu = Staff("wu", Grade.Expert).Carrying(4);

        WaitDecision wait = Assert.IsType<WaitDecision>(Policy.Route(Item("W-1", Severity.Urgent).Requiring(Compressor, 3), [chen, wu], Monday));

        Assert.Equal(ReasonCode.NoTeam, Assert.Single(wait.Missing).Code);
        Assert.Equal("refused: has 0 free units, the item takes 1", $"{wait.Why(wu.Id)}");
    }

    [Fact]
    public void A_team_is_formed_around_the_next_lead_when_the_best_cannot_complete_one()
    {
        RoutingPolicy policy = Policy.Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Lead], [Grade.Expert], minimumExperts: 0, maximumExperts: 1));
        Technician best = Staff("a", Grade.Lead);
        Technician second = Staff("b", Grade.Lead).WithSkill(GasLicence, 1).Carrying(2);
        Technician wu = Staff("wu", Grade.Expert).WithSkill(Compressor, 3);
        WorkItem item = Item("W-1", Severity.Urgent).Requiring(Compressor, 3).Requiring(GasLicence, 1);

        TeamDecision team = Assert.IsType<TeamDecision>(policy.With(Scoring.None.Weighing(ScorePart.Spare, 1)).Route(item, [best, second, wu], Monday));

        Assert.Equal(["b", "wu"], team.Members.Select(member => member.Technician.Id.Value));
        Assert.Equal("scored 1000: spare capacity 1000; not chosen: the team was complete without", $"{team.Why(best.Id)}");
        Assert.Equal("scored 1000: spare capacity 1000; chosen: joins the team, adds compressor", $"{team.Why(wu.Id)}");
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>How an emergency team is put together (R14): Chen and Deng lead, Wu, Xu and Yan are experts.</summary>
public class TeamTests
{
    private static readonly Technician Chen = Staff("chen", Grade.Lead);
    private static readonly Technician Deng = Staff("deng", Grade.Lead);
    private static readonly Technician Wu = Staff("wu", Grade.Expert);
    private static readonly Technician Xu = Staff("xu", Grade.Expert);
    private static readonly Technician Yan = Staff("yan", Grade.Expert);
    private static readonly WorkItem Urgent = Item("W-1", Severity.Urgent);

    [Fact]
    public void An_expert_who_brings_two_languages_spares_the_team_another() => Assert.Equal(
        ["chen", "wu: en, wuu", "yan: compressor"],
        Team(
            Policy,
            Urgent.RequiringLanguage(SpokenLanguage.English).RequiringLanguage(SpokenLanguage.Wu).Requiring(Compressor, 3),
            Chen, Xu.Speaking(SpokenLanguage.English), Wu.Speaking(SpokenLanguage.Wu, SpokenLanguage.English), Yan.WithSkill(Compressor, 4)));

    [Fact]
    public void A_language_that_the_lead_speaks_is_not_looked_for_again() => Assert.Equal(
        ["chen: wuu", "xu: compressor"],
        Team(Policy, Urgent.RequiringLanguage(SpokenLanguage.Wu).Requiring(Compressor, 3), Chen.Speaking(SpokenLanguage.Wu), Wu.Speaking(SpokenLanguage.Wu), Xu.WithSkill(Compressor, 3)));

    [Fact]
    public void An_expert_who_adds_a_skill_and_a_language_comes_before_one_who_adds_a_skill() => Assert.Equal(
        ["chen", "xu: compressor, wuu"],
        Team(Policy, Urgent.RequiringLanguage(SpokenLanguage.Wu).Requiring(Compressor, 3), Chen, Wu.WithSkill(Compressor, 5), Xu.WithSkill(Compressor, 3).Speaking(SpokenLanguage.Wu)));

    [Fact]
    public void As_many_experts_join_as_the_pattern_asks_for_each_once()
    {
        Assert.Equal(["chen", "wu", "xu"], Team(Of(minimum: 2, maximum: 3), Urgent, Chen, Wu, Xu, Yan));
        Assert.Empty(Team(Of(minimum: 2, maximum: 3), Urgent, Chen, Wu));
        Assert.Equal(["chen"], Team(Of(minimum: 0, maximum: 0), Urgent, Chen, Wu));
    }

    [Fact]
    public void No_more_experts_join_than_the_pattern_allows()
    {
        WorkItem item = Urgent.Requiring(Compressor, 3).Requiring(Electronics, 3);
        Technician[] crew = [Chen, Wu.WithSkill(Compressor, 3), Xu.WithSkill(Electronics, 3)];

        Assert.Empty(Team(Of(minimum: 0, maximum: 1), item, crew));
        Assert.Equal(["chen", "wu: compressor", "xu: electronics"], Team(Of(minimum: 0, maximum: 2), item, crew));
    }

    [Fact]
    public void Lead_and_experts_are_the_best_scored_then_those_whom_the_tie_break_puts_first()
    {
        RoutingPolicy policy = Of(minimum: 1, maximum: 1).With(Scoring.None.Weighing(ScorePart.Spare, 1));

        Assert.Equal(["deng", "xu"], Team(policy, Urgent, Chen.Carrying(2), Deng.Carrying(1), Wu.Carrying(3), Xu.Carrying(1), Yan.Carrying(2)));
        Assert.Equal(["deng", "yan"], Team(policy.With(Scoring.None), Urgent, Chen.LastAssignedAs(9), Deng.LastAssignedAs(8), Wu.LastAssignedAs(7), Xu.LastAssignedAs(7), Yan.LastAssignedAs(6)));
    }

    [Fact]
    public void Each_member_is_scored_by_the_grades_of_his_part()
    {
        RoutingPolicy policy = Policy.With(Scoring.None.Weighing(ScorePart.GradeFit, 1))
            .Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Expert, Grade.Lead], [Grade.Junior, Grade.Expert], minimumExperts: 1, maximumExperts: 1));

        TeamDecision team = Assert.IsType<TeamDecision>(policy.Route(Urgent.Requiring(Compressor, 3), [Chen, Wu.WithSkill(Compressor, 3), Junior("lin"), Xu], Monday));

        // Among leads an expert is the lowest grade, among experts a junior.
        Assert.Equal(["wu (lead: compressor)", "lin (expert)"], team.Members.Select(member => member.ToString()));
        Assert.Equal("scored 1000: grade fit 1000; chosen: joins the team, adds compressor", $"{team.Why(Wu.Id)}");
        Assert.Equal("scored 1000: grade fit 1000; chosen: joins the team, adds –", $"{team.Why(Person("lin"))}");
        Assert.Equal("得分 800：级别匹配 800；未入选：团队已齐备，无需加入", $"{team.Why(Chen.Id):zh}");

        // An expert who could lead as well is scored as an expert once he joins as one.
        TeamDecision other = Assert.IsType<TeamDecision>(policy.Route(Urgent.Requiring(Compressor, 3).Requiring(Electronics, 1), [Xu.WithSkill(Electronics, 1), Wu.WithSkill(Compressor, 3).Carrying(1)], Monday));
        Assert.Equal(["xu (lead: electronics)", "wu (expert: compressor)"], other.Members.Select(member => member.ToString()));
        Assert.Equal("scored 400: grade fit 400; chosen: joins the team, adds compressor", $"{other.Why(Wu.Id)}");
    }

    [Fact]
    public void A_team_that_nobody_at_work_can_complete_says_so_and_not_that_one_alone_is_busy()
    {
        WaitDecision wait = Assert.IsType<WaitDecision>(Policy.Route(Urgent.Requiring(Compressor, 3), [Chen, Wu.WithSkill(Compressor, 3).Carrying(4)], Monday));

        Assert.Equal(ReasonCode.NoTeam, Assert.Single(wait.Missing).Code);
        Assert.Equal(ReasonCode.NoTeam, Assert.IsType<ScoredVerdict>(wait.Why(Chen.Id)).Decided.Code);
        Assert.False(Assert.IsType<ScoredVerdict>(wait.Why(Chen.Id)).IsChosen);
    }

    [Fact]
    public void Whoever_leads_a_team_and_whoever_joins_it_carries_the_item()
    {
        BatchPlan plan = Policy.Assign([Urgent.OfSize(3), Item("W-2", Severity.Urgent).OfSize(2)], [Chen, Wu, Deng, Xu], Monday);

        Assert.Equal(["chen", "wu"], Assert.IsType<TeamDecision>(plan.DecisionOn(new WorkItemId("W-1"))).Members.Select(member => member.Technician.Id.Value));
        Assert.Equal(["deng", "xu"], Assert.IsType<TeamDecision>(plan.DecisionOn(new WorkItemId("W-2"))).Members.Select(member => member.Technician.Id.Value));
    }

    [Fact]
    public void A_team_that_cannot_be_formed_in_a_batch_waits_or_is_escalated_in_its_turn()
    {
        RoutingPolicy policy = Policy.FallingBackTo([FallbackRung.OnCall]);
        Technician onCall = Staff("zhou", Grade.Expert).WithCapacity(1).WithSkill(GasLicence, 3).OnCallDuring(AlwaysThere);
        WorkItem Licensed(string id) => Item(id, Severity.Urgent).Requiring(GasLicence, 3);

        BatchPlan plan = policy.Assign([Licensed("W-2"), Licensed("W-1")], [onCall], Monday);

        Assert.Equal("zhou", Assert.IsType<EscalatedDecision>(plan.DecisionOn(new WorkItemId("W-1"))).To.Id.Value);
        Assert.IsType<NobodyDecision>(plan.DecisionOn(new WorkItemId("W-2")));
        Assert.Equal(ReasonCode.NoTeam, ((WaitDecision)Policy.Assign([Urgent], [Chen, Wu.Carrying(4)], Monday).DecisionOn(Urgent.Id)).Missing.Single().Code);
    }

    private static RoutingPolicy Of(int minimum, int maximum) => Policy.Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Lead], [Grade.Expert], minimum, maximum));

    private static string[] Team(RoutingPolicy policy, WorkItem item, params Technician[] crew) => policy.Route(item, crew, Monday) is TeamDecision team
        ? [.. team.Members.Select(member => member.Adds.Count == 0 ? member.Technician.Id.Value : $"{member.Technician.Id}: {string.Join(", ", member.Adds)}")]
        : [];
}

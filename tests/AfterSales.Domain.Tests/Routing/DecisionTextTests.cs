using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>What decisions and verdicts say, word for word in both languages.</summary>
public class DecisionTextTests
{
    private static readonly Instant Night = At("Mon 2026-11-23 23:00", Shanghai);
    private static readonly RoutingPolicy TwoParts = AnyGrade.With(Scoring.None.Weighing(ScorePart.SkillSurplus, 10).Weighing(ScorePart.Spare, 2).Weighing(ScorePart.Slack, 1));
    private static readonly WorkItem Compression = Item("W-1").Requiring(Compressor, 2);

    [Fact]
    public void Winner_and_loser_are_told_by_how_much_and_what_decided()
    {
        RoutingDecision decision = TwoParts.Route(Compression, [Junior("lin").WithSkill(Compressor, 4).Carrying(1), Junior("bai").WithSkill(Compressor, 2)], Monday);

        AssertSays("W-1: assigned to lin", "W-1：派给 lin", decision);
        AssertSays(
            "scored 11490: skill surplus 9990, spare capacity 1500; won over bai by 6160 (skill surplus)", "得分 11490：技能余量 9990，空闲产能 1500；胜过 bai，相差 6160（技能余量）", decision.Why(Person("lin")));
        AssertSays(
            "scored 5330: skill surplus 3330, spare capacity 2000; lost to lin by 6160 (skill surplus)", "得分 5330：技能余量 3330，空闲产能 2000；不及 lin，相差 6160（技能余量）", decision.Why(Person("bai")));
    }

    [Fact]
    public void Of_two_parts_that_speak_equally_for_the_winner_the_first_is_named()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.SameTechnician, 1).Weighing(ScorePart.ProductHistory, 1));
        WorkItem item = Item("W-1", Repair(Severity.General).WithProductLine("pumps")).LastServedBy(Person("lin"));

        AssignedDecision decision = Assert.IsType<AssignedDecision>(policy.Route(item, [Junior("lin").KnowingProduct("pumps", 20), Junior("bai")], Monday));

        Assert.Equal("bai by 2000 (same technician)", $"{decision.Decided}");
        Assert.Equal([ScorePart.SameTechnician, ScorePart.ProductHistory], Assert.IsType<ScoredVerdict>(decision.Why(Person("bai"))).Parts.Select(part => part.Part));
    }

    [Fact]
    public void The_part_named_is_the_one_that_decided_not_the_largest()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.SkillSurplus, 30).Weighing(ScorePart.Spare, 1).Weighing(ScorePart.ProductHistory, 4));
        WorkItem item = Item("W-1", Repair(Severity.General).WithProductLine("pumps")).Requiring(Compressor, 2);
        Technician lin = Junior("lin").WithSkill(Compressor, 5).KnowingProduct("pumps", 10).Carrying(1);

        AssignedDecision decision = Assert.IsType<AssignedDecision>(policy.Route(item, [lin, Junior("bai").WithSkill(Compressor, 5)], Monday));

        Assert.Equal("bai by 1750 (product history)", $"{decision.Decided}");
        Assert.Equal("bai", decision.RunnerUp?.Id.Value);
    }

    [Fact]
    public void At_equal_scores_the_tie_break_is_named_link_by_link()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None);
        Technician lin = Junior("lin").LastAssignedAs(5);
        (Technician Other, string English, string Chinese)[] cases =
        [
            (Junior("bai").Carrying(1), "bai by the lower load at equal scores", "bai，得分相同，按负载较低者"),
            (Junior("bai").LastAssignedAs(7), "bai by the longer time without an assignment, all else equal", "bai，其余相同，按较久未派单者"),
            (Junior("wang").LastAssignedAs(5), "wang by identifier, all else equal", "wang，其余全部相同，按编号"),
        ];

        Assert.All(cases, one =>
        {
            AssignedDecision decision = Assert.IsType<AssignedDecision>(policy.Route(Item("W-1"), [one.Other, lin], Monday));
            AssertSays(one.English, one.Chinese, decision.Decided);
            AssertSays($"scored 0; won over {one.English}", $"得分 0；胜过 {one.Chinese}", decision.Why(lin.Id));
            AssertSays(
                $"scored 0; lost to {one.English.Replace(one.Other.Id.Value, "lin", StringComparison.Ordinal)}",
                $"得分 0；不及 {one.Chinese.Replace(one.Other.Id.Value, "lin", StringComparison.Ordinal)}",
                decision.Why(one.Other.Id));
        });
    }

    [Fact]
    public void Whoever_is_alone_is_told_so() => AssertSays(
        "scored 1000: spare capacity 1000; chosen: nobody else could get it",
        "得分 1000：空闲产能 1000；入选：没有其他人可以承接",
        AnyGrade.With(Scoring.None.Weighing(ScorePart.Spare, 1)).Route(Item("W-1"), [Junior("lin")], Monday).Why(Person("lin")));

    [Fact]
    public void A_guide_and_a_step_are_named_in_both_languages()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("wider", Duration.Zero).AddingGrade()]);

        AssertSays(
            "W-1: assigned to zhao, guided by ma (step wider)", "W-1：派给 zhao，指导 ma（步骤 wider）", policy.Route(Item("W-1", Severity.Important), [Staff("zhao", Grade.Mid), Staff("ma", Grade.Supervisor)], Monday));
    }

    [Fact]
    public void The_only_guide_is_told_why_he_does_not_get_the_item_himself() // R14
    {
        RoutingPolicy policy = Policy.With(Scoring.None).Staffing(Severity.Important, StaffingPattern.One(Grade.Mid, Grade.Senior).GuidedBy(Grade.Senior));
        Technician sun = Staff("sun", Grade.Senior);
        Technician zhao = Staff("zhao", Grade.Mid).Carrying(1);

        AssignedDecision decision = Assert.IsType<AssignedDecision>(policy.Route(Item("W-1", Severity.Important), [sun, zhao], Monday));

        Assert.Equal(("zhao", "sun", null), (decision.Technician.Id.Value, decision.Guide?.Id.Value, decision.RunnerUp?.Id.Value));
        AssertSays("scored 0; not chosen: nobody of grade senior is at work to guide", "得分 0；未入选：没有高级级别的人员在班指导", decision.Why(sun.Id));

        // With a second senior at work either of them can be guided by the other.
        AssignedDecision ofThree = Assert.IsType<AssignedDecision>(policy.Route(Item("W-1", Severity.Important), [sun, zhao, Staff("tan", Grade.Senior)], Monday));
        Assert.Equal(("sun", "tan", "tan"), (ofThree.Technician.Id.Value, ofThree.Guide?.Id.Value, ofThree.RunnerUp?.Id.Value));
        AssertSays("scored 0; lost to sun by identifier, all else equal", "得分 0；不及 sun，其余全部相同，按编号", ofThree.Why(Person("tan")));
    }

    [Fact]
    public void Whoever_could_get_it_but_for_a_guide_is_told_so() => AssertSays(
        "scored 0; not chosen: nobody of grade supervisor is at work to guide",
        "得分 0；未入选：没有主管级别的人员在班指导",
        Policy.With(Scoring.None).Route(Item("W-1", Severity.Important), [Staff("zhao", Grade.Mid)], Monday).Why(Person("zhao")));

    [Fact]
    public void In_a_batch_whoever_scores_less_has_lost_and_whoever_scores_more_is_kept_for_another_item()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.SkillSurplus, 3));
        Technician[] crew = [Junior("best").WithCapacity(1).WithSkill(Compressor, 4).WithSkill(Electronics, 4), Junior("lin").WithCapacity(1).WithSkill(Compressor, 3), Junior("wang").WithCapacity(1).WithSkill(Compressor, 3), Junior("weak").WithCapacity(1).WithSkill(Compressor, 2)];

        RoutingDecision decision = policy.Assign([Compression, Item("W-2").Requiring(Electronics, 2)], crew, Monday).DecisionOn(Compression.Id);

        AssertSays("W-1: assigned to lin", "W-1：派给 lin", decision);
        AssertSays("scored 1998: skill surplus 1998; chosen: the batch as a whole is best so", "得分 1998：技能余量 1998；入选：整批总体最优", decision.Why(Person("lin")));
        AssertSays("scored 2997: skill surplus 2997; not chosen: other items of the batch need the place more", "得分 2997：技能余量 2997；未入选：整批考虑，名额留给其他工单更优", decision.Why(Person("best")));
        AssertSays("scored 1998: skill surplus 1998; lost to lin by identifier, all else equal", "得分 1998：技能余量 1998；不及 lin，其余全部相同，按编号", decision.Why(Person("wang")));
        AssertSays("scored 999: skill surplus 999; lost to lin by 999 (skill surplus)", "得分 999：技能余量 999；不及 lin，相差 999（技能余量）", decision.Why(Person("weak")));
    }

    [Fact]
    public void Waiting_says_until_when_and_for_whom()
    {
        AssertSays(
            "W-1: waits until somebody is free: 1 could get it once they are free", "W-1：等待有人空闲：1 人空闲后可以承接", Policy.Route(Item("W-1"), [Junior("busy").Carrying(4)], Monday));
        AssertSays(
            "W-1: waits until 2026-11-24T01:00:00Z: 2 could get it once they are at work", "W-1：等待至 2026-11-24T01:00:00Z：2 人上班后可以承接", Policy.Route(Item("W-1"), [Junior("lin"), Junior("bai")], Night));
    }

    [Fact]
    public void Escalating_says_to_whom_and_everything_that_is_missing()
    {
        WorkItem item = Item("W-1").Requiring(GasLicence, 2).RequiringLanguage(SpokenLanguage.Wu);
        string missing = "nobody has the skill gas-licence at level 2; nobody speaks wuu";
        string missingInChinese = "无人具备 2 级的技能 gas-licence；无人会说 wuu";

        AssertSays($"W-1: escalated to supervisor ma: {missing}", $"W-1：升级至主管 ma：{missingInChinese}", Policy.Route(item, [Junior("lin"), Staff("ma", Grade.Supervisor)], Monday));
        AssertSays($"W-1: nobody is eligible: {missing}", $"W-1：无人可承接：{missingInChinese}", Policy.Route(item, [Junior("lin")], Monday));
    }

    [Fact]
    public void A_place_that_nobody_serves_is_named_by_region_or_point()
    {
        Technician[] local = [new Technician(Person("lin"), Grade.Junior, Office).Serving("Huangpu")];

        Assert.EndsWith(": nobody serves Pudong", $"{Policy.Route(Item("W-1", Repair(Severity.General).WithRegion("Pudong")).At(new GeoPoint(31.25, 121.5)), local, Monday)}", StringComparison.Ordinal);
        Assert.EndsWith(": nobody serves 31.25, 121.5", $"{Policy.Route(Item("W-1").At(new GeoPoint(31.25, 121.5)), local, Monday)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_stand_in_the_order_of_identifiers() => Assert.Equal(
        ["a", "b", "c"],
        Policy.Route(Item("W-1"), [Junior("c").Carrying(1), Junior("a").Carrying(2), Junior("b")], Monday).Verdicts.Select(verdict => verdict.Technician.Value));

    private static void AssertSays(string english, string chinese, IFormattable said)
    {
        Assert.Equal(english, $"{said}");
        Assert.Equal(chinese, $"{said:zh}");
        Assert.Equal(english, said.ToString());
    }
}

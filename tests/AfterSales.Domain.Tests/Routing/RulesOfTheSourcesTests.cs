using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>R14 to R17 and R33 with people one can picture: Lin (junior), Zhao (mid), Sun (senior), Wu and Xu (experts), Chen (lead), Ma (supervisor).</summary>
public class RulesOfTheSourcesTests
{
    private static readonly Technician Lin = Staff("lin", Grade.Junior);
    private static readonly Technician Zhao = Staff("zhao", Grade.Mid);
    private static readonly Technician Sun = Staff("sun", Grade.Senior);
    private static readonly Technician Wu = Staff("wu", Grade.Expert).WithSkill(Compressor, 5);
    private static readonly Technician Xu = Staff("xu", Grade.Expert).WithSkill(Electronics, 4);
    private static readonly Technician Chen = Staff("chen", Grade.Lead).WithSkill(GasLicence, 3);
    private static readonly Technician Ma = Staff("ma", Grade.Supervisor);
    private static readonly Technician[] Everybody = [Lin, Zhao, Sun, Wu, Xu, Chen, Ma];

    [Fact]
    [Shows("R14")]
    public void R14_a_general_problem_goes_to_Lin_the_junior() =>
        Assert.Equal("W-1: assigned to lin", $"{Policy.Route(Item("W-1", Severity.General), Everybody, Monday)}");

    [Fact]
    [Shows("R14")]
    public void R14_an_important_problem_goes_to_Zhao_with_Ma_the_supervisor_guiding()
    {
        AssignedDecision decision = Assert.IsType<AssignedDecision>(Policy.Route(Item("W-1", Severity.Important), Everybody, Monday));

        Assert.Equal(("zhao", "ma"), (decision.Technician.Id.Value, decision.Guide?.Id.Value));
        Assert.Equal("refused: is junior, the item takes mid/senior", $"{decision.Why(Lin.Id)}");
        Assert.Equal("未通过：级别为初级，此工单要求中级/高级", $"{decision.Why(Lin.Id):zh}");
    }

    [Fact]
    [Shows("R14")]
    public void R14_an_important_problem_waits_when_nobody_is_there_to_guide()
    {
        UnassignedDecision decision = Assert.IsAssignableFrom<UnassignedDecision>(Policy.Route(Item("W-1", Severity.Important), [Zhao, Sun], Monday));

        Assert.IsType<NobodyDecision>(decision);
        Assert.Equal(ReasonCode.NoGuide, Assert.Single(decision.Missing).Code);
    }

    [Fact]
    [Shows("R14")]
    public void R14_an_urgent_problem_forms_a_team_led_by_Chen_with_the_experts_it_needs_and_leadership_is_told_at_once()
    {
        WorkItem item = Item("W-1", Severity.Urgent).Requiring(Compressor, 4).Requiring(Electronics, 3);

        TeamDecision team = Assert.IsType<TeamDecision>(Policy.Route(item, Everybody, Monday));

        Assert.Equal("chen", team.Lead.Id.Value);
        Assert.Equal(["chen", "wu", "xu"], team.Members.Select(member => member.Technician.Id.Value));
        Assert.Equal(["compressor"], team.Members[1].Adds);
        Assert.Equal([Role.Leadership], team.Tell);
        Assert.Equal("W-1: a team of chen (lead), wu (expert: compressor), xu (expert: electronics); tell at once: leadership", $"{team}");
        Assert.Equal("W-1：应急团队 chen (组长), wu (专家: compressor), xu (专家: electronics)；立即通知 leadership", $"{team:zh}");
    }

    [Theory]
    [Shows("R15")]
    [InlineData(ScorePart.SkillSurplus)]
    [InlineData(ScorePart.Proximity)]
    [InlineData(ScorePart.Spare)]
    [InlineData(ScorePart.ProductHistory)]
    [InlineData(ScorePart.Language)]
    public void R15_dispatch_weighs_skill_location_workload_product_knowledge_and_dialect(ScorePart weighed)
    {
        // Lin is the better one in everything that R15 names; Bai is like him but for that.
        Technician lin = Lin.WithSkill(Compressor, 5).BasedAt(new GeoPoint(31.23, 121.47), 0).KnowingProduct("chillers", 12).Speaking(SpokenLanguage.Wu);
        Technician bai = weighed switch
        {
            ScorePart.SkillSurplus => Other().WithSkill(Compressor, 3),
            ScorePart.Proximity => Other().BasedAt(new GeoPoint(31.00, 121.47), 0),
            ScorePart.Spare => Other().Carrying(2),
            ScorePart.ProductHistory => Other().KnowingProduct("chillers", 0),
            _ => Staff("bai", Grade.Junior).WithSkill(Compressor, 5).BasedAt(new GeoPoint(31.23, 121.47), 0).KnowingProduct("chillers", 12),
        };
        WorkItem item = Item("W-1", Repair(Severity.General).WithLanguage(SpokenLanguage.Wu).WithProductLine("chillers"))
            .Requiring(Compressor, 3).At(new GeoPoint(31.24, 121.48));

        AssignedDecision decision = Assert.IsType<AssignedDecision>(Policy.Route(item, [bai, lin], Monday));

        Assert.Equal("lin", decision.Technician.Id.Value);
        Assert.Equal(ReasonCode.ByScore, decision.Decided.Code);
        ScoredVerdict his = Assert.IsType<ScoredVerdict>(decision.Why(bai.Id));
        ScoredPart[] differing = [.. his.Parts.Except(Assert.IsType<ScoredVerdict>(decision.Why(lin.Id)).Parts)];
        Assert.Equal(weighed, Assert.Single(differing).Part);

        Technician Other() => Staff("bai", Grade.Junior).WithSkill(Compressor, 5).BasedAt(new GeoPoint(31.23, 121.47), 0).KnowingProduct("chillers", 12).Speaking(SpokenLanguage.Wu);
    }

    [Fact]
    [Shows("R16")]
    public void R16_what_first_line_cannot_solve_goes_to_the_matching_support_team()
    {
        // The first line has diagnosed, named the technique and its level, and steps back.
        Skill drives = Skill.Named("support-drives");
        Technician firstLine = Lin.WithSkill(drives, 1);
        Technician support = Staff("he", Grade.Senior).WithSkill(drives, 4);
        Technician otherTeam = Staff("guo", Grade.Senior).WithSkill(Skill.Named("support-cooling"), 5);
        WorkItem transferred = Item("W-1").Requiring(drives, 3).Excluding(firstLine.Id).LastServedBy(firstLine.Id);

        AssignedDecision decision = Assert.IsType<AssignedDecision>(AnyGrade.Route(transferred, [firstLine, support, otherTeam], Monday));

        Assert.Equal("he", decision.Technician.Id.Value);
        Assert.Equal("refused: excluded from this item", $"{decision.Why(firstLine.Id)}");
        Assert.Equal("refused: does not have the skill support-drives (asked for at level 3)", $"{decision.Why(otherTeam.Id)}");
    }

    [Fact]
    [Shows("R17")]
    public void R17_a_provider_gets_work_under_contract_once_own_staff_had_their_time()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("outside", Duration.FromHours(1)).AllowingProviders()]);
        Technician partner = Junior("qian").OfProvider(Provider("coolfix"));
        WorkItem fresh = Item("W-1").AllowingProviders();
        WorkItem waited = new WorkItem(new WorkItemId("W-2"), Repair(Severity.General), Monday - Duration.FromHours(1), Monday - Duration.FromHours(1)).AllowingProviders();
        Technician busy = Lin.Carrying(4);

        Assert.Equal(Monday + Duration.FromHours(1), Assert.IsType<WaitDecision>(policy.Route(fresh, [busy, partner], Monday)).Until);
        Assert.Equal("W-2: assigned to qian (step outside)", $"{policy.Route(waited, [busy, partner], Monday)}");
    }

    [Theory]
    [Shows("R17")]
    [InlineData(69, ProviderStanding.Active, ProviderStanding.Suspended)]
    [InlineData(70, ProviderStanding.Active, ProviderStanding.Active)]
    [InlineData(79, ProviderStanding.Suspended, ProviderStanding.Suspended)]
    [InlineData(80, ProviderStanding.Suspended, ProviderStanding.Active)]
    [InlineData(75, ProviderStanding.Active, ProviderStanding.Active)]
    public void R17_a_provider_is_suspended_below_70_and_restored_from_80(int score, ProviderStanding before, ProviderStanding after) =>
        Assert.Equal(after, AssessmentRule.Default.Assess(Provider("coolfix").Assessed(75, before), score, score).Standing);

    [Fact]
    [Shows("R17")]
    public void R17_quality_and_timeliness_are_weighed() =>
        Assert.Equal(74, AssessmentRule.Default.Weighing(quality: 3, timeliness: 1).Assess(Provider("coolfix"), quality: 80, timeliness: 59).Assessment);

    [Fact]
    [Shows("R33")]
    public void R33_at_three_at_night_the_hotline_is_answered_in_English_by_the_night_desk()
    {
        Instant night = At("Tue 2026-11-24 03:00", Shanghai);
        Technician day = Junior("lin").Speaking(SpokenLanguage.Mandarin, SpokenLanguage.English);
        Technician desk = new Technician(Person("yan"), Grade.Junior, Nights).ServingEverywhere().Speaking(SpokenLanguage.English);
        Technician mandarinDesk = new Technician(Person("bo"), Grade.Junior, Nights).ServingEverywhere().Speaking(SpokenLanguage.Mandarin);
        WorkItem call = new WorkItem(new WorkItemId("call"), Repair(Severity.General).WithChannel(Channel.Phone), night, night).RequiringLanguage(SpokenLanguage.English);

        AssignedDecision decision = Assert.IsType<AssignedDecision>(Policy.Route(call, [day, desk, mandarinDesk], night));

        Assert.Equal("yan", decision.Technician.Id.Value);
        Assert.Equal("refused: not at work (next: 2026-11-24T01:00:00Z)", $"{decision.Why(day.Id)}");
        Assert.Equal("refused: does not speak en", $"{decision.Why(mandarinDesk.Id)}");
    }

    [Fact]
    [Shows("R33")]
    public void R33_coverage_shows_when_nobody_answers_in_a_language()
    {
        Technician day = Junior("lin").Speaking(SpokenLanguage.Mandarin, SpokenLanguage.English);
        Technician desk = new Technician(Person("yan"), Grade.Junior, Nights).Speaking(SpokenLanguage.Mandarin);
        CoveragePlan plan = new CoveragePlan(new Interval(At("Mon 2026-11-23 00:00", Shanghai), At("Tue 2026-11-24 00:00", Shanghai)), BusinessCalendar.Always(Shanghai))
            .Speaking(SpokenLanguage.Mandarin, SpokenLanguage.English);

        CoverageReport report = RoutingPolicy.Coverage(plan, [day, desk]);

        Assert.Equal(
            [
                "zh: 2026-11-23T00:00:00Z to 2026-11-23T01:00:00Z",
                "zh: 2026-11-23T10:00:00Z to 2026-11-23T12:00:00Z",
                "en: 2026-11-22T16:00:00Z to 2026-11-23T01:00:00Z",
                "en: 2026-11-23T10:00:00Z to 2026-11-23T16:00:00Z",
            ],
            report.Gaps.Select(gap => gap.ToString()));
        Assert.Equal(30.0 / 48, report.Share);
        Assert.Equal("62.5 % covered, 4 gaps", report.ToString());
    }
}

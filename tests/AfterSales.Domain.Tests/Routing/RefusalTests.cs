using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Each hard rule, its code and its sentence in both languages; and that the first one in their order is the reason.</summary>
public class RefusalTests
{
    private static readonly Technician Lin = Junior("lin").WithSkill(Compressor, 2);

    public static TheoryData<string> Cases => [.. Refusals.Keys];

    private static Dictionary<string, (Technician Who, WorkItem Item, HardRule Rule, string English, string Chinese)> Refusals { get; } = new(StringComparer.Ordinal)
    {
        [ReasonCode.NotAtWork] = (new Technician(Person("lin"), Grade.Junior, Nights), Item("W-1"), HardRule.AtWork,
            "refused: not at work (next: 2026-11-23T12:00:00Z)", "未通过：不在班（下次上班：2026-11-23T12:00:00Z）"),
        [ReasonCode.OnLeave] = (Lin.OnLeave(new Interval(Monday, null)), Item("W-1"), HardRule.AtWork,
            "refused: on leave (back: never)", "未通过：休假中（返岗：不再）"),
        [ReasonCode.Excluded] = (Lin, Item("W-1").Excluding(Lin.Id), HardRule.NotExcluded,
            "refused: excluded from this item", "未通过：已被排除，不得承接此工单"),
        [ReasonCode.GradeNotAllowed] = (Lin.WithGrade(Grade.Mid), Item("W-1"), HardRule.Grade,
            "refused: is mid, the item takes junior", "未通过：级别为中级，此工单要求初级"),
        [ReasonCode.SkillMissing] = (Lin, Item("W-1").Requiring(Electronics, 1), HardRule.Skills,
            "refused: does not have the skill electronics (asked for at level 1)", "未通过：不具备技能 electronics（要求 1 级）"),
        [ReasonCode.SkillTooLow] = (Lin, Item("W-1").Requiring(Compressor, 3), HardRule.Skills,
            "refused: knows compressor at level 2, the item asks for 3", "未通过：技能 compressor 为 2 级，要求 3 级"),
        [ReasonCode.LanguageMissing] = (Lin, Item("W-1").RequiringLanguage(SpokenLanguage.Wu), HardRule.Languages,
            "refused: does not speak wuu", "未通过：不会说 wuu"),
        [ReasonCode.RegionNotServed] = (Local.Serving("Huangpu"), Item("W-1", Repair(Severity.General).WithRegion("Pudong")), HardRule.Place,
            "refused: does not serve region Pudong", "未通过：不服务区域 Pudong"),
        [ReasonCode.TooFar] = (Local.BasedAt(new GeoPoint(31.0, 121.0), 20_000), Item("W-1").At(new GeoPoint(32.0, 121.0)), HardRule.Place,
            "refused: does not travel that far (111 km)", "未通过：超出上门范围（111 公里）"),
        [ReasonCode.NoFreeUnits] = (Lin.Carrying(3), Item("W-1").OfSize(2), HardRule.Capacity,
            "refused: has 1 free units, the item takes 2", "未通过：剩余产能 1，此工单需要 2"),
        [ReasonCode.IntakeLimit] = (Lin.AssignedAt(Monday, Monday - Duration.FromMinutes(59)), Item("W-1"), HardRule.Capacity,
            "refused: was given 2 items within 1:00:00, which is the limit", "未通过：在 1:00:00 内已接 2 单，达到上限"),
        [ReasonCode.OutsourcingNotAllowed] = (Lin.OfProvider(Provider("coolfix")), Item("W-1"), HardRule.Provider,
            "refused: works for coolfix, the item may not be outsourced", "未通过：属于服务商 coolfix，此工单不得外包"),
        [ReasonCode.ProviderNotYet] = (Lin.OfProvider(Provider("coolfix")), Item("W-1").AllowingProviders(), HardRule.Provider,
            "refused: works for coolfix, whom step strict does not admit yet", "未通过：属于服务商 coolfix，当前步骤 strict 尚不允许"),
        [ReasonCode.ContractNotValid] = (Lin.OfProvider(new ServiceProvider(new("coolfix"), new Interval(null, Monday), 3)), Waited, HardRule.Provider,
            "refused: the contract of coolfix is not valid now", "未通过：服务商 coolfix 的合同目前无效"),
        [ReasonCode.QuotaUsed] = (Lin.OfProvider(Provider("coolfix").WithQuotaLeft(0)), Waited, HardRule.Provider,
            "refused: the quota of coolfix is used up", "未通过：服务商 coolfix 的配额已用完"),
        [ReasonCode.ProviderSuspended] = (Lin.OfProvider(Provider("coolfix").Assessed(75, ProviderStanding.Suspended)), Waited, HardRule.Provider,
            "refused: coolfix is suspended (assessed 75)", "未通过：服务商 coolfix 已暂停（评分 75）"),
    };

    private static Technician Local => new(Person("lin"), Grade.Junior, Office);

    private static WorkItem Waited => QueuedAt("W-1", Monday - Duration.FromHours(1)).AllowingProviders();

    private static RoutingPolicy Strict => Policy
        .LimitingIntakeTo(new IntakeLimit(2, Duration.FromHours(1)))
        .Relaxing([new RelaxationStep("outside", Duration.FromHours(1)).AllowingProviders()])
        .FallingBackTo([FallbackRung.Queue]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_refusal_has_its_rule_its_code_and_its_sentence_in_both_languages(string code)
    {
        (Technician who, WorkItem item, HardRule rule, string english, string chinese) = Refusals[code];

        // Somebody who is busy keeps the item at the step of its waiting time.
        RoutingDecision decision = Strict.Route(item, [who, Busy(item)], Monday);

        RefusedVerdict refused = Assert.IsType<RefusedVerdict>(decision.Why(who.Id));
        Assert.Equal((rule, code, english, chinese), (refused.Rule, refused.Reason.Code, $"{refused}", $"{refused:zh}"));
    }

    [Fact]
    public void The_first_rule_in_their_order_is_the_reason()
    {
        Technician nothingFits = new Technician(Person("lin"), Grade.Mid, Nights).OfProvider(Provider("coolfix")).Carrying(1);
        WorkItem item = Item("W-1", Repair(Severity.General).WithRegion("Pudong"))
            .Excluding(nothingFits.Id).Requiring(Compressor, 3).RequiringLanguage(SpokenLanguage.Wu);
        (Technician Better, WorkItem Item)[] cures =
        [
            (nothingFits, item),
            (Cured(1), item),
            (Cured(1), Unexcluded()),
            (Cured(2), Unexcluded()),
            (Cured(3), Unexcluded()),
            (Cured(4), Unexcluded()),
            (Cured(5), Unexcluded()),
            (Cured(6), Unexcluded()),
        ];

        Assert.Equal(
            [HardRule.AtWork, HardRule.NotExcluded, HardRule.Grade, HardRule.Skills, HardRule.Languages, HardRule.Place, HardRule.Capacity, HardRule.Provider],
            cures.Select(cure => ((RefusedVerdict)Strict.Route(cure.Item, [cure.Better, Busy(cure.Item)], Monday).Why(nothingFits.Id)).Rule));

        WorkItem Unexcluded() => Item("W-1", item.Request).Requiring(Compressor, 3).RequiringLanguage(SpokenLanguage.Wu);

        Technician Cured(int steps)
        {
            Technician one = new Technician(Person("lin"), steps < 2 ? Grade.Mid : Grade.Junior, Office).OfProvider(Provider("coolfix")).Carrying(1);
            one = steps < 3 ? one : one.WithSkill(Compressor, 3);
            one = steps < 4 ? one : one.Speaking(SpokenLanguage.Wu);
            one = steps < 5 ? one : one.Serving("Pudong");
            return steps < 6 ? one : one.Carrying(0);
        }
    }

    [Fact]
    public void Asking_about_somebody_who_was_not_there_is_an_error_that_names_him() =>
        Assert.Contains("nobody-knows", Assert.Throws<ArgumentException>(() => Policy.Route(Item("W-1"), [Lin], Monday).Why(Person("nobody-knows"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_format_is_refused_and_both_languages_named() =>
        Assert.Contains("zh", Assert.Throws<FormatException>(() => $"{Policy.Route(Item("W-1"), [Lin], Monday):fr}").Message, StringComparison.Ordinal);

    private static Technician Busy(WorkItem item)
    {
        Technician busy = Junior("busy").WithCapacity(4).Carrying(4);
        busy = item.Skills.Aggregate(busy, (one, need) => one.WithSkill(need.Skill, 5));
        return item.RequiredLanguages.Aggregate(busy, (one, language) => one.Speaking(language));
    }
}

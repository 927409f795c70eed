using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

public class CoverageFindingTests
{
    [Fact]
    public void Without_any_calendar_a_target_that_asks_for_the_sites_is_found_to_have_none()
    {
        SlaPolicy policy = new("small", 1, Start, [Reply(new Target("all", RequestCondition.Any, OpenHours(1)).On(CalendarChoice.OfSite))]);

        Assert.Equal("reply / all: the request names no calendar of its site, so nothing is due", $"{Only(policy, FindingCode.UnknownCalendar)}");
        Assert.Single(policy.Verify(VerificationScope.Everything.Emitting(Signal.Received)), one => one.Code == FindingCode.NeverStops);
    }

    [Fact]
    public void A_target_for_every_value_that_there_is_leaves_nobody_out() =>
        Clean(Policy(Reply(For("all", RequestCondition.Channel(Enum.GetValues<Channel>()), OpenHours(1)))));

    [Fact]
    public void A_request_without_a_target_is_told_by_all_that_tells_it_apart_in_both_languages()
    {
        Finding finding = Only(Policy(Reply(For("urgent calls", Urgent & RequestCondition.Channel(Channel.Phone), OpenHours(1)))), FindingCode.RequestNotCovered);

        Assert.StartsWith("reply: no target is for severity general, channel ", $"{finding}", StringComparison.Ordinal);
        Assert.Contains("、", $"{finding:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_no_target_is_for_is_found()
    {
        SlaPolicy policy = Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("important", RequestCondition.Severity(Severity.Important), OpenHours(2))));

        Finding finding = Only(policy, FindingCode.RequestNotCovered);

        Assert.Equal("reply: no target is for severity general (2 groups of requests in all)", $"{finding}");
        Assert.Equal("reply：没有时限适用于 严重程度一般（共 2 组请求）", $"{finding:zh}");
        Assert.Equal(FindingLevel.Error, finding.Level);
        FindingExample example = Assert.Single(finding.Examples);
        Assert.IsType<NotCoveredState>(policy.Track(example.History, example.Start)["reply"].Current!.State);
    }

    [Fact]
    public void A_target_for_the_rest_or_a_narrower_scope_mends_it()
    {
        Clean(Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("else", RequestCondition.Any, OpenHours(1)))));
        Clean(Policy(Reply(For("urgent", Urgent, OpenHours(1))).For(Urgent)));
    }

    [Fact]
    public void A_target_in_the_shadow_of_others_is_found_with_them()
    {
        RequestCondition phone = RequestCondition.Channel(Channel.Phone);
        SlaPolicy policy = Policy(Reply(
            For("phone", phone, OpenHours(1)), For("else", !phone, OpenHours(1)), For("urgent", Urgent, OpenHours(1))));

        Finding finding = Only(policy, FindingCode.TargetNeverReached);

        Assert.Equal("reply / urgent: is never reached: \"phone\", \"else\" above it take every request that it is for", $"{finding}");
        FindingExample example = Assert.Single(finding.Examples);
        Assert.True(Urgent.Matches(example.Request));
        Assert.Equal("phone", policy.Track(example.History, example.Start)["reply"].Current!.Target!.Name);
    }

    [Fact]
    public void A_target_whose_condition_contradicts_itself_is_never_reached()
    {
        SlaPolicy policy = Policy(Reply(For("never", Urgent & RequestCondition.Severity(Severity.General), OpenHours(1)), For("all", RequestCondition.Any, OpenHours(1))));

        Finding finding = Only(policy, FindingCode.TargetNeverReached);

        Assert.Empty(finding.Examples);
        Assert.Equal("reply / never：从不生效：该目标的任何请求都不满足其条件", $"{finding:zh}");
    }

    [Fact]
    public void A_calendar_that_the_policy_does_not_have_is_found()
    {
        SlaPolicy policy = Policy(Reply(new Target("all", RequestCondition.Any, OpenHours(1)).On(CalendarChoice.Named("ofice"))));

        Finding finding = Only(policy, FindingCode.UnknownCalendar);

        Assert.Equal("reply / all: the policy has no calendar \"ofice\", so nothing is due", $"{finding}");
        Assert.IsType<NotCoveredState>(policy.Track(finding.Examples[0].History, finding.Examples[0].Start)["reply"].Current!.State);
    }

    [Fact]
    public void A_sites_calendar_is_each_of_the_policys()
    {
        Target target = new Target("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(9))).On(CalendarChoice.OfSite);
        SlaPolicy none = new("small", 1, Start, [Reply(target)]);

        FindingExample example = Only(none.With(Office), FindingCode.NonMonotoneCutOff).Examples[0];

        Assert.Equal("office", example.Request.SiteCalendar);
        Assert.Single(Of(none, FindingCode.UnknownCalendar));
    }

    [Fact]
    public void More_than_a_million_groups_are_a_finding_and_no_hang()
    {
        RequestCondition[] conditions = [.. Enumerable.Range(0, 21).Select(i => RequestCondition.Attribute("a" + i.ToString(CultureInfo.InvariantCulture), "yes"))];
        SlaPolicy policy = Policy(Reply([.. conditions.Select((one, i) => For("t" + i.ToString(CultureInfo.InvariantCulture), one, OpenHours(1)))]));

        Finding finding = Assert.Single(policy.Verify());

        Assert.Equal(FindingCode.RequestSpaceTooLarge, finding.Code);
        Assert.Equal("reply: was not verified: its conditions tell more than 1,000,000 groups of requests apart", $"{finding}");
    }

    [Fact]
    public void A_thousand_groups_without_a_target_are_one_finding()
    {
        RequestCondition[] conditions = [.. Enumerable.Range(0, 11).Select(i => RequestCondition.Attribute("a" + i.ToString(CultureInfo.InvariantCulture), "yes"))];
        SlaPolicy policy = Policy(Reply(For("all of them", RequestCondition.All(conditions), OpenHours(1)), For("not the last", !conditions[10], OpenHours(1))));

        Assert.EndsWith("(1023 groups of requests in all)", $"{Only(policy, FindingCode.RequestNotCovered)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Verification_can_be_cancelled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => RapidResponse.Policy.Verify(VerificationScope.Everything, source.Token));
    }

    [Fact]
    public void A_scope_is_refused_with_the_bounds_that_hold()
    {
        Assert.Throws<ArgumentNullException>(() => RapidResponse.Policy.Verify(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerificationScope.Everything.Between(Start, Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerificationScope.Everything.Between(Start, Start + Duration.FromDays(3661)));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerificationScope.Everything.Between(Instant.MinValue, Start));
        Assert.Throws<InvalidOperationException>(() => VerificationScope.Everything.Emitting(default(Signal)));
    }
}

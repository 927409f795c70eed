using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>What a reader of a finding sees, to the word, in both languages.</summary>
public class FindingSentenceTests
{
    private static readonly Target All = For("all", RequestCondition.Any, OpenHours(4));

    [Fact]
    public void Of_alarms()
    {
        BusinessCalendar night = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Su 22:00-06:00"));
        SlaPolicy atNight = new SlaPolicy("small", 1, Start, [Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(5, 59)))).WithAlarms(Alarm.AtPercent(80))]).With(night);

        Says(atNight, FindingCode.AlarmNotBeforeDue,
            "reply / all: received Mon 05:59, the alarm \"80 %\" fires at the due itself, Mon 05:59", "reply / all：周一 05:59 收到时，提醒“80 %”与期限 周一 05:59 同时触发");
        Says(Policy(Reply(All).WithAlarms(Alarm.BeforeDue(Duration.FromHours(4)))), FindingCode.AlarmAtStart,
            "reply / all: the alarm \"4 h before due\" always fires at the start: the target leaves no more than 4 h", "reply / all：提醒“4 h before due”总在开始时立即触发：该时限留出的时间不足 4 小时");
        Says(Policy(Reply(All).WithAlarms(Alarm.AtDue(), Alarm.AtPercent(80))), FindingCode.AlarmLevelsOutOfOrder,
            "reply / all: received Mon 00:00, the alarm \"due\" fires Mon 13:00, after \"80 %\", which stands below it and fires Mon 12:12",
            "reply / all：周一 00:00 收到时，排在前面的提醒“due”（周一 13:00）晚于“80 %”（周一 12:12）");
    }

    [Fact]
    public void Of_dues_that_jump_back_or_leave_no_time()
    {
        Says(Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: DeadlineRule.NextTime(new LocalTime(9, 59)))))), FindingCode.NonMonotoneCutOff,
            "reply / all: received Mon 17:59:59 is due Tue 09:59:59, received Mon 18:00:01 is due Tue 09:59", "reply / all：周一 17:59:59 收到，期限为 周二 09:59:59；周一 18:00:01 收到，期限反而为 周二 09:59");
        Says(Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(9, 0))))), FindingCode.NoOpenTimeBeforeDue,
            "reply / all: received Mon 18:00 is due Tue 09:00, with no open time in between", "reply / all：周一 18:00 收到，期限为 周二 09:00，其间没有营业时间");
        Says(Policy(new Objective("repair", Signal.TaskReceived, Signal.Resolved, [For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(9, 0)))])), FindingCode.NoOpenTimeBeforeDue,
            "repair / all: started Mon 18:00 is due Tue 09:00, with no open time in between", "repair / all：周一 18:00 开始，期限为 周二 09:00，其间没有营业时间");
    }

    [Fact]
    public void Of_an_inner_promise_that_does_not_fit()
    {
        SlaPolicy policy = Policy(
            Reply(For("promised", RequestCondition.Any, OpenHours(8))),
            new Objective("desk", Signal.Received, Signal.HandedOver, [For("desk", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(8) + Duration.Epsilon))]).For(Party.Internal).Within("reply"));

        Says(policy, FindingCode.DoesNotFitWithin,
            "desk / desk: received Mon 00:00 is due Mon 17:00:00.000000001, after reply / promised, which it is to fit within: Mon 17:00",
            "desk / desk：周一 00:00 收到，期限为 周一 17:00:00.000000001，晚于应包含它的 reply / promised：周一 17:00");
    }

    [Fact]
    public void Of_a_reclassification_that_leaves_no_time_with_dates_once_it_takes_more_than_six_days()
    {
        SlaPolicy Changed(DeadlineRule rule) => Policy(Reply(new Target("urgent", Urgent, Hours(2)), new Target("else", RequestCondition.Any, rule)));

        Says(Changed(Hours(144)), FindingCode.BreachOnReclassify,
            "reply / urgent: received Mon 00:00 and due Sun 00:00 by \"else\", it has no time left when it becomes severity urgent at Mon 02:10: that would have been due Mon 02:00",
            "reply / urgent：周一 00:00 收到、按“else”期限为 周日 00:00 的请求，在 周一 02:10 改为严重程度紧急时立即到期：按新时限应为 周一 02:00");
        Assert.Contains("received Mon 2026-06-01 00:00 and due Sun 2026-06-07 01:00 by", $"{Only(Changed(Hours(145)), FindingCode.BreachOnReclassify)}", StringComparison.Ordinal);
        Assert.Contains("周一 2026-06-01 00:00 收到", $"{Only(Changed(Hours(145)), FindingCode.BreachOnReclassify):zh}", StringComparison.Ordinal);
        Assert.Contains("at Mon 02:10:", $"{Only(Changed(DeadlineRule.Elapsed(Duration.FromMinutes(130))), FindingCode.BreachOnReclassify)}", StringComparison.Ordinal);
        Assert.Contains("at Mon 02:09:", $"{Only(Changed(DeadlineRule.Elapsed(Duration.FromMinutes(129))), FindingCode.BreachOnReclassify)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Of_pauses_and_stops()
    {
        VerificationScope emitting = VerificationScope.Everything.Emitting(Signal.Received, Signal.Resolved);

        Assert.Equal("reply：会开始，但宿主从不发出停止它的信号（reply）", $"{Assert.Single(Policy(Reply(All)).Verify(emitting)):zh}");
        Says(Policy(Reply(All).PausedBy(Pause.On(WaitReason.Named("reply", ResponsibleParty.Customer)))), FindingCode.PausedByItsStop,
            "reply: waiting for reply pauses the clock that measures this very wait, so it is never late", "reply：等待 reply 会暂停计时，而计时衡量的正是这段等待，因此永远不会超时");
        Says(Policy(Reply(All).PausedBy(Pause.On(WaitReason.Parts))), FindingCode.PausedForOwnReason,
            "reply: a promise to the customer is paused while waiting for parts, which is not the customer's doing", "reply：对客户的承诺因等待 parts 而暂停，而这并非客户的原因");
        Says(Policy(Reply(All).For(Party.Supplier).PausedBy(Pause.On(WaitReason.Supplier))), FindingCode.PausedForOwnReason,
            "reply: a supplier's promise is paused while waiting for supplier, which is the supplier's own doing", "reply：供应商的承诺因等待 supplier 而暂停，而这正是供应商自己的原因");
        Says(Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("else", RequestCondition.Any, Next(11))).OnReclassify(ReclassifyMode.Proportional)), FindingCode.ProportionalWithoutAllowance,
            $"reply / else: reclassification is proportional, but \"{Next(11)}\" has no allowance to take a share of; the original start is kept instead",
            $"reply / else：重新分级按比例进行，但“{Next(11):zh}”没有可按比例折算的时长，将改为保留原起点");
    }

    [Fact]
    public void Of_targets_and_requests()
    {
        Says(Policy(Reply(For("all", RequestCondition.Any, OpenHours(1)), For("urgent", Urgent, OpenHours(1)))), FindingCode.TargetNeverReached,
            "reply / urgent: is never reached: \"all\" above it takes every request that it is for", "reply / urgent：从不生效：满足其条件的请求都已归入 \"all\"");
        Says(Policy(Reply(For("never", Urgent & RequestCondition.Severity(Severity.General), OpenHours(1)), For("all", RequestCondition.Any, OpenHours(1)))), FindingCode.TargetNeverReached,
            "reply / never: is never reached: no request of the objective meets its condition", "reply / never：从不生效：该目标的任何请求都不满足其条件");
        Says(Policy(Reply(For("nobody", !RequestCondition.Any, OpenHours(1)))), FindingCode.RequestNotCovered, "reply: no target is for any request", "reply：没有时限适用于 任何请求");
        Assert.EndsWith("，因此没有期限", $"{Only(Policy(Reply(new Target("all", RequestCondition.Any, OpenHours(1)).On(CalendarChoice.Named("ofice")))), FindingCode.UnknownCalendar):zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void Of_calendars()
    {
        HolidaySet known = new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));

        Says(Policy(Reply(All)).With(BusinessCalendar.Weekly("closed", World.Shanghai, WeeklyHours.Closed)), FindingCode.CalendarNeverOpen,
            "closed: has no open time from 2026-05-31T16:00:00Z on", "closed：自 2026-05-31T16:00:00Z 起没有任何营业时间");
        Says(new SlaPolicy("small", 1, Start, [Reply(All)]).With(Office.With(known)), FindingCode.HolidaysNotKnown,
            "office: holidays are known only through 2026-12-31, but reply / all from Thu 2026-12-31 14:10 is due Fri 2027-01-01 09:10",
            "office：节假日只公布到 2026-12-31，但 周四 2026-12-31 14:10 开始的 reply / all 期限为 周五 2027-01-01 09:10");
    }

    [Fact]
    public void Of_policies_and_their_versions()
    {
        SlaPolicy Version(int number, params Objective[] objectives) => new SlaPolicy("small", number, Start + Duration.FromDays(number), objectives).With(Office);
        Objective other = new("other", Signal.Received, Signal.Resolved, [All]);
        RequestCondition all = RequestCondition.All(Enumerable.Range(0, 20).Select(i => RequestCondition.Attribute(FormattableString.Invariant($"a{i}"), "yes")));

        Finding hole = Assert.Single(new PolicyHistory([Version(1, Reply(All), other), Version(2, other), Version(3, Reply(All), other)]).Verify());

        Assert.Equal("reply: version 2 lacks it, though versions before and after have it: cycles that start from 2026-06-02T16:00:00Z on are not measured", $"{hole}");
        Assert.Equal("reply：版本 2 没有该目标，而之前和之后的版本都有：自 2026-06-02T16:00:00Z 起开始的周期不计量", $"{hole:zh}");
        Says(Policy(Reply(All)).Accepting(FindingCode.NonMonotoneCutOff, "reply", "none"), FindingCode.AcceptedButNotFound,
            "reply: the policy accepts NonMonotoneCutOff, which it does not have", "reply：策略接受 NonMonotoneCutOff，但并未发现该问题");
        Says(Policy(Reply(For("all of them", all, OpenHours(1)), For("else", RequestCondition.Any, OpenHours(1)))), FindingCode.RequestSpaceTooLarge,
            "reply: was not verified: its conditions tell more than 1,000,000 groups of requests apart", "reply：其条件可区分的请求超过 1,000,000 组，未能验证");
    }

    private static void Says(SlaPolicy policy, FindingCode code, string english, string chinese)
    {
        Finding finding = Only(policy, code);
        Assert.Equal(english, $"{finding}");
        Assert.Equal(english, finding.ToString("en", null));
        Assert.Equal(chinese, $"{finding:zh}");
    }
}

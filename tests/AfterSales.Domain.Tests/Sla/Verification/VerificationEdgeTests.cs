using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>Policies one step beside a fault, and the case that a finding is to show.</summary>
public class VerificationEdgeTests
{
    private static readonly Target All = For("all", RequestCondition.Any, OpenHours(4));

    [Fact]
    public void A_warning_before_a_time_of_day_is_no_fault_though_some_come_shortly_before_it() =>
        Clean(Policy(Reply(For("all", RequestCondition.Any, Next(17))).WithAlarms(Alarm.BeforeDue(Duration.FromMinutes(30)), Alarm.AtDue())));

    [Fact]
    public void A_warning_that_no_start_leaves_time_for_is_found_in_a_rule_without_an_allowance_too()
    {
        // From Friday 17:00 to Monday 17:00 lie 72 hours, and never more.
        SlaPolicy Warned(Duration before) => Policy(Reply(For("all", RequestCondition.Any, Next(17))).WithAlarms(Alarm.BeforeDue(before)));

        Assert.Single(Of(Warned(Duration.FromHours(72)), FindingCode.AlarmAtStart));
        HasNo(Warned(Duration.FromHours(72) - Duration.FromSeconds(1)), FindingCode.AlarmAtStart);
    }

    [Fact]
    public void After_its_parts_have_crossed_the_earlier_due_is_still_looked_at()
    {
        // From noon to 13:00 the urgent one is due four hours later, the milder one already at 16:00.
        SlaPolicy policy = Policy(Reply(
            For("urgent", Urgent, DeadlineRule.Earliest(Hours(4), Next(17))), For("milder", RequestCondition.Any, DeadlineRule.Earliest(Hours(4), Next(16)))).OnReclassify(ReclassifyMode.Restart));

        Assert.Equal("reply / urgent: received Mon 12:10, severity urgent is due Mon 16:10, but severity general already Mon 16:00 (milder)", $"{Only(policy, FindingCode.LaterWhenMoreDemanding)}");
    }

    [Fact]
    public void After_its_parts_have_crossed_the_later_due_is_still_looked_at()
    {
        SlaPolicy policy = Policy(Reply(
            For("urgent", Urgent, DeadlineRule.Latest(Hours(5), Next(12))), For("milder", RequestCondition.Any, DeadlineRule.Latest(Hours(4), Next(12)))).OnReclassify(ReclassifyMode.Restart));

        Assert.Equal("reply / urgent: received Mon 07:10, severity urgent is due Mon 12:10, but severity general already Mon 12:00 (milder)", $"{Only(policy, FindingCode.LaterWhenMoreDemanding)}");
    }

    [Fact]
    public void A_branch_with_the_same_due_as_the_other_is_a_branch_of_its_own()
    {
        // Eight open hours from opening end at 17:00 too: only by its branch is the start at 09:00 another one than the start before.
        Target branches = For("else", RequestCondition.Any, DeadlineRule.IfOpen(Next(17), otherwise: OpenHours(8)));

        Finding finding = Only(Policy(Reply(For("urgent", Urgent, OpenHours(1)), branches).OnReclassify(ReclassifyMode.Proportional)), FindingCode.ProportionalWithoutAllowance);

        FindingExample example = Assert.Single(finding.Examples);
        Assert.Equal(("Mon 2026-06-01 09:00:00", "Mon 2026-06-01 17:00:00"), (Text(example.Start), Text(example.Due)));
    }

    [Fact]
    public void Waiting_for_the_customer_is_the_stop_only_of_an_endless_pause_in_a_promise_that_the_customer_alone_stops()
    {
        Pause endless = Pause.On(WaitReason.Customer);
        Objective confirm = new("confirm", Signal.Resolved, Signal.Confirmed, [All]);

        Assert.Single(Of(Policy(confirm.PausedBy(endless)), FindingCode.PausedByItsStop));
        Assert.Single(Of(Policy(new Objective("answer", [Signal.Resolved], [Signal.Confirmed, Signal.CustomerMessage], [All]).PausedBy(endless)), FindingCode.PausedByItsStop));
        Clean(Policy(confirm.PausedBy(endless.UpTo(Duration.FromDays(3)))));
        Clean(Policy(confirm.For(Party.Internal).PausedBy(endless)));
        Clean(Policy(new Objective("confirm", [Signal.Resolved], [Signal.Confirmed, Signal.Reply], [All]).PausedBy(endless)));
        Clean(Policy(new Objective("confirm", [Signal.Received], [Signal.Confirmed], [All]).PausedBy(endless)));
        Assert.Single(Of(Policy(confirm.PausedBy(Pause.On(WaitReason.Parts))), FindingCode.PausedForOwnReason));
        Clean(Policy(confirm.For(Party.Internal).PausedBy(Pause.On(WaitReason.Parts), Pause.On(WaitReason.Supplier))));
    }

    [Fact]
    public void A_fault_of_an_objective_that_exempts_everybody_still_has_a_case()
    {
        Finding finding = Only(Policy(Reply(Target.Exempt("by appointment", RequestCondition.Any, "as agreed")).PausedBy(Pause.On(WaitReason.Parts))), FindingCode.PausedForOwnReason);

        Assert.Equal("by appointment", Assert.Single(finding.Examples).Target);
    }

    [Fact]
    public void A_case_prefers_a_target_that_gives_a_deadline()
    {
        Finding finding = Only(
            Policy(Reply(Target.Exempt("general", RequestCondition.Severity(Severity.General), "as agreed"), For("else", RequestCondition.Any, OpenHours(1))).PausedBy(Pause.On(WaitReason.Parts))), FindingCode.PausedForOwnReason);

        Assert.Equal("else", Assert.Single(finding.Examples).Target);
    }

    [Fact]
    public void One_group_without_a_target_is_not_counted()
    {
        RequestCondition known = RequestCondition.Severity(Severity.General, Severity.Important, Severity.Urgent);

        Finding finding = Only(Policy(Reply(For("known", known, OpenHours(1)))), FindingCode.RequestNotCovered);

        Assert.DoesNotContain("groups", $"{finding}", StringComparison.Ordinal);
        Assert.DoesNotContain("共", $"{finding:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_for_all_other_channels_is_one_that_somebody_uses()
    {
        ServiceRequest request = Only(Policy(Reply(For("phone", RequestCondition.Channel(Channel.Phone), OpenHours(1)))), FindingCode.RequestNotCovered).Examples[0].Request;

        Assert.NotEqual(Channel.Phone, request.Channel);
        Assert.NotEqual(Channel.Unknown, request.Channel);
    }

    [Fact]
    public void Only_when_every_channel_is_named_is_it_the_unknown_one()
    {
        Channel[] all = [.. Enum.GetValues<Channel>().Where(channel => channel != Channel.Unknown)];

        ServiceRequest request = Only(Policy(Reply(For("named", RequestCondition.Channel(all), OpenHours(1)))), FindingCode.RequestNotCovered).Examples[0].Request;

        Assert.Equal(Channel.Unknown, request.Channel);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sites_calendar_in_an_intersection_is_each_of_the_policys_on_either_side(bool siteFirst)
    {
        CalendarChoice both = siteFirst ? CalendarChoice.Intersection(CalendarChoice.OfSite, InOffice) : CalendarChoice.Intersection(InOffice, CalendarChoice.OfSite);

        Clean(Policy(Reply(new Target("all", RequestCondition.Any, OpenHours(1)).On(both))));
    }

    [Fact]
    public void The_first_calendar_that_has_the_fault_is_shown()
    {
        Target target = new Target("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(9))).On(CalendarChoice.OfSite);
        SlaPolicy policy = Policy(Reply(target)).With(BusinessCalendar.Weekly("warehouse", World.Shanghai, WeeklyHours.Parse("Tu-Sa 10:00-16:00")));

        Assert.All(Only(policy, FindingCode.NonMonotoneCutOff).Examples, example => Assert.Equal(policy.Calendars[0].Calendar.Name, example.Request.SiteCalendar));
    }

    [Fact]
    public void A_calendar_that_never_opens_shows_the_due_that_there_is_nevertheless()
    {
        Target target = new Target("all", RequestCondition.Any, DeadlineRule.Earliest(OpenHours(1), Hours(3))).On(CalendarChoice.Named("closed"));
        SlaPolicy policy = Policy(Reply(target)).With(BusinessCalendar.Weekly("closed", World.Shanghai, WeeklyHours.Closed));

        Assert.Equal("Mon 2026-06-01 03:00:00", Text(Assert.Single(Only(policy, FindingCode.CalendarNeverOpen).Examples).Due));
    }

    [Fact]
    public void A_customers_calendar_is_each_of_the_policys_alone_and_with_a_sites()
    {
        Target Faulty(CalendarChoice calendar) => new Target("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(9, 0))).On(calendar);
        FindingExample Shown(CalendarChoice calendar) => Assert.Single(Only(Policy(Reply(Faulty(calendar))), FindingCode.NoOpenTimeBeforeDue).Examples);

        Assert.Equal((null, "office"), Shown(CalendarChoice.OfCustomer) is var own ? (own.Request.SiteCalendar, own.Request.CustomerCalendar) : default);
        Assert.Equal(("office", "office"), Shown(CalendarChoice.Intersection(CalendarChoice.OfSite, CalendarChoice.OfCustomer)) is var both ? (both.Request.SiteCalendar, both.Request.CustomerCalendar) : default);
        Assert.Equal((null, null), Shown(InOffice) is var named ? (named.Request.SiteCalendar, named.Request.CustomerCalendar) : default);
    }

    [Fact]
    public void Alarms_of_targets_that_give_no_deadline_are_no_fault()
    {
        Alarm[] alarms = [Alarm.BeforeDue(Duration.FromHours(9)), Alarm.AtDue()];

        Clean(Policy(Reply(Target.Exempt("by appointment", RequestCondition.Any, "as agreed")).WithAlarms(alarms)));
        Assert.Equal(
            [FindingCode.UnknownCalendar],
            Policy(Reply(new Target("all", RequestCondition.Any, OpenHours(1)).On(CalendarChoice.Named("ofice"))).WithAlarms(alarms)).Verify().Select(one => one.Code));
    }

    [Fact]
    public void An_alarm_fires_always_at_the_start_only_when_it_does_in_every_branch()
    {
        SlaPolicy Warned(int hours) => Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(4), otherwise: OpenHours(2)))).WithAlarms(Alarm.BeforeDue(Duration.FromHours(hours))));

        HasNo(Warned(3), FindingCode.AlarmAtStart);
        Assert.Single(Of(Warned(4), FindingCode.AlarmAtStart));
    }

    [Fact]
    public void Two_small_conditions_that_are_large_together_are_told_apart_no_more()
    {
        RequestCondition Each(string name) => RequestCondition.All(Enumerable.Range(0, 10).Select(i => RequestCondition.Attribute(FormattableString.Invariant($"{name}{i}"), "yes")));
        Objective outer = Reply(For("all of them", Each("a"), OpenHours(1)), For("else", RequestCondition.Any, OpenHours(1)));
        Objective inner = new Objective("desk", Signal.Received, Signal.HandedOver, [For("all of them", Each("b"), OpenHours(1)), For("else", RequestCondition.Any, OpenHours(1))]).For(Party.Internal).Within("reply");

        Assert.Equal("desk: was not verified: its conditions tell more than 1,000,000 groups of requests apart", $"{Assert.Single(Policy(outer, inner).Verify())}");
    }

    [Fact]
    public void A_calendar_whose_holidays_are_unknown_is_told_once()
    {
        HolidaySet known = new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [Reply(For("urgent", Urgent, OpenHours(1)), All), new Objective("repair", Signal.Received, Signal.Resolved, [All])]).With(Office.With(known));

        Assert.Equal("office", Only(policy, FindingCode.HolidaysNotKnown).Place.Calendar);
    }

    [Fact]
    public void A_holiday_is_shown_only_when_no_ordinary_day_has_the_fault()
    {
        Objective byNine = Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(9))));
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [byNine]).With(Office.ClosedOn(World.Date("Mon 2026-06-01"), "Children's Day"));

        Assert.Equal("Tue 2026-06-02 18:00:00", Text(Only(policy, FindingCode.NoOpenTimeBeforeDue).Examples[0].Start));
    }

    [Fact]
    public void Starts_before_1970_are_as_round_as_all_others()
    {
        Objective objective = Reply(
            For("urgent", Urgent, DeadlineRule.Earliest(Hours(4), Next(17))), For("milder", RequestCondition.Any, DeadlineRule.Earliest(Hours(4), Next(16)))).OnReclassify(ReclassifyMode.Restart);
        SlaPolicy policy = new SlaPolicy("old", 1, World.At("Mon 1960-06-06 00:00", World.Shanghai), [objective]).With(Office);

        Assert.Equal("Mon 1960-06-06 12:10:00", Text(Only(policy, FindingCode.LaterWhenMoreDemanding).Examples[0].Start));
    }

    [Fact]
    public void A_clock_that_skips_its_first_cycle_is_shown_in_its_second()
    {
        SlaPolicy policy = Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(9, 0)))).FromSecondCycle());

        FindingExample example = Assert.Single(Only(policy, FindingCode.NoOpenTimeBeforeDue).Examples);

        Assert.Equal(["opened", "start", "stop", "start-again"], example.History.Events.Select(one => one.Id.Value));
        Assert.Equal(example.Due, TrackedDue(policy, example));
    }
}

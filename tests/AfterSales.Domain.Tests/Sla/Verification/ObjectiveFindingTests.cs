using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

public class ObjectiveFindingTests
{
    private static readonly Target All = For("all", RequestCondition.Any, OpenHours(4));

    [Fact]
    public void A_clock_that_the_host_starts_but_never_stops_is_found()
    {
        SlaPolicy policy = Policy(Reply(All));

        Finding finding = Assert.Single(policy.Verify(VerificationScope.Everything.Emitting(Signal.Received, Signal.Resolved)));

        Assert.Equal(FindingCode.NeverStops, finding.Code);
        Assert.Equal("reply: can start but never stops: the host emits no reply", $"{finding}");
        Assert.Empty(policy.Verify(VerificationScope.Everything.Emitting(Signal.Received, Signal.Reply)));
        Assert.Empty(policy.Verify(VerificationScope.Everything.Emitting(Signal.Resolved)));
    }

    [Fact]
    public void A_clock_that_nothing_stops_and_no_request_starts_has_no_case_to_show()
    {
        SlaPolicy policy = Policy(Reply(All).For(Urgent & RequestCondition.Severity(Severity.General)));

        Assert.Empty(Assert.Single(policy.Verify(VerificationScope.Everything.Emitting(Signal.Received)), one => one.Code == FindingCode.NeverStops).Examples);
    }

    [Fact]
    public void A_cancel_or_an_end_is_a_way_out()
    {
        VerificationScope scope = VerificationScope.Everything.Emitting(Signal.Received, Signal.Resolved);

        Assert.Empty(Policy(Reply(All).CancelledOn(Signal.Resolved)).Verify(scope));
        Assert.Empty(Policy(Reply(All).EndedOn(Signal.Resolved)).Verify(scope));
    }

    [Fact]
    public void A_wait_named_like_the_stop_pauses_the_clock_that_measures_it()
    {
        SlaPolicy policy = Policy(Reply(All).PausedBy(Pause.On(WaitReason.Named("reply", ResponsibleParty.Customer))));

        Assert.Equal("reply: waiting for reply pauses the clock that measures this very wait, so it is never late", $"{Only(policy, FindingCode.PausedByItsStop)}");
        Clean(Policy(Reply(All).PausedBy(Pause.On(WaitReason.Customer))));
    }

    [Fact]
    public void A_wait_named_like_one_of_several_stops_pauses_the_clock_that_measures_it()
    {
        Objective solved = new("solved", [Signal.Received], [Signal.Resolved, Signal.Reply], [All]);
        Objective Waiting(string name) => solved.PausedBy(Pause.On(WaitReason.Named(name, ResponsibleParty.Customer)));

        Assert.All(["reply", "resolved"], name => Assert.Equal($"solved: waiting for {name} pauses the clock that measures this very wait, so it is never late", $"{Only(Policy(Waiting(name)), FindingCode.PausedByItsStop)}"));
        Clean(Policy(Waiting("reply-all")));
    }

    [Fact]
    public void A_clock_that_only_the_customer_stops_is_not_paused_for_the_customer()
    {
        Objective confirm = new("confirm", Signal.Resolved, Signal.Confirmed, [All]);

        Assert.Single(Of(Policy(confirm.PausedBy(Pause.On(WaitReason.Customer))), FindingCode.PausedByItsStop));
        Clean(Policy(confirm));
    }

    [Fact]
    [Shows("R18")]
    public void Late_parts_do_not_pause_a_promise_to_the_customer()
    {
        // Parts that come late are the company's own fault; they pause internal clocks.
        SlaPolicy policy = Policy(Reply(All).PausedBy(Pause.On(WaitReason.Parts), Pause.On(WaitReason.Customer)));

        Assert.Equal("reply: a promise to the customer is paused while waiting for parts, which is not the customer's doing", $"{Only(policy, FindingCode.PausedForOwnReason)}");
        Clean(Policy(Reply(All).For(Party.Internal).PausedBy(Pause.On(WaitReason.Parts))));
    }

    [Fact]
    public void A_suppliers_promise_is_not_paused_for_the_supplier()
    {
        Assert.Single(Of(Policy(Reply(All).For(Party.Supplier).PausedBy(Pause.On(WaitReason.Supplier))), FindingCode.PausedForOwnReason));
        Clean(Policy(Reply(All).For(Party.Supplier).PausedBy(Pause.On(WaitReason.Parts))));
    }

    [Fact]
    public void Proportional_needs_an_allowance_to_take_a_share_of()
    {
        Objective objective = Reply(For("urgent", Urgent, OpenHours(1)), For("else", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(2), otherwise: Next(11))))
            .OnReclassify(ReclassifyMode.Proportional);

        Finding finding = Only(Policy(objective), FindingCode.ProportionalWithoutAllowance);

        Assert.Equal(
            "reply / else: reclassification is proportional, but \"by the next 11:00 of a working day\" has no allowance to take a share of; the original start is kept instead", $"{finding}");
        Assert.False(Office.IsOpen(finding.Examples[0].Start));
        Clean(Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("else", RequestCondition.Any, OpenHours(2))).OnReclassify(ReclassifyMode.Proportional)));
    }

    [Fact]
    public void A_warning_that_wants_more_time_than_there_is_fires_at_the_start()
    {
        SlaPolicy policy = Policy(Reply(All).WithAlarms(Alarm.BeforeDue(Duration.FromHours(4))));

        Finding finding = Only(policy, FindingCode.AlarmAtStart);

        Assert.Equal("reply / all: the alarm \"4 h before due\" always fires at the start: the target leaves no more than 4 h", $"{finding}");
        FindingExample example = finding.Examples[0];
        Assert.Equal(example.Start, Assert.Single(policy.Track(example.History, example.Start).AlarmsBetween(example.Start - Duration.Epsilon, example.Start)).At);
        Clean(Policy(Reply(All).WithAlarms(Alarm.BeforeDue(Duration.FromMinutes(239)))));
    }

    [Fact]
    public void A_warning_centuries_before_the_due_fires_at_the_start_too()
    {
        Alarm centuries = Alarm.BeforeDue(Duration.MaxValue);

        Assert.All([OpenHours(4), Hours(4), Next(11), DeadlineRule.WorkingDay(2)], rule =>
            Assert.Equal(FindingCode.AlarmAtStart, Assert.Single(Policy(Reply(For("all", RequestCondition.Any, rule)).WithAlarms(centuries)).Verify(), one => one.Place.Calendar is null && one.Code != FindingCode.NoOpenTimeBeforeDue).Code));
    }

    [Fact]
    public void A_warning_at_the_due_itself_warns_of_nothing()
    {
        // A night shift begun on Monday evening counts as Monday, whose next working day's 01:00 is gone when somebody asks at 02:00.
        BusinessCalendar night = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Su 22:00-06:00"));
        Objective objective = Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(1, 0)))).WithAlarms(Alarm.AtPercent(80));
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [objective]).With(night);

        FindingExample example = Only(policy, FindingCode.AlarmNotBeforeDue).Examples[0];

        Assert.Equal(example.Start, example.Due);
        Assert.Equal(example.Start, TrackedDue(policy, example));
    }

    [Fact]
    public void Levels_that_fire_in_another_order_than_they_stand_are_found()
    {
        Alarm half = Alarm.AtPercent(50);
        Alarm early = Alarm.BeforeDue(Duration.FromHours(3));
        SlaPolicy policy = Policy(Reply(All).WithAlarms(half, early, Alarm.AtDue()));

        Finding finding = Only(policy, FindingCode.AlarmLevelsOutOfOrder);

        Assert.Contains("the alarm \"50 %\" fires", $"{finding}", StringComparison.Ordinal);
        Clean(Policy(Reply(All).WithAlarms(early, half, Alarm.AtDue(), Alarm.AfterDue(Duration.FromHours(1)), Alarm.WhenCapUsedUp())));
    }

    [Fact]
    public void In_a_rule_without_an_allowance_the_order_may_hang_on_the_start()
    {
        // 30 minutes before the due comes after 80 % only when more than 150 minutes lie between start and due.
        Target daily = For("all", RequestCondition.Any, Next(17));

        Assert.Single(Of(Policy(Reply(daily).WithAlarms(Alarm.BeforeDue(Duration.FromMinutes(30)), Alarm.AtPercent(80))), FindingCode.AlarmLevelsOutOfOrder));
        Assert.Single(Of(Policy(Reply(daily).WithAlarms(Alarm.AtPercent(80), Alarm.BeforeDue(Duration.FromMinutes(30)))), FindingCode.AlarmLevelsOutOfOrder));
        Clean(Policy(Reply(daily).WithAlarms(Alarm.AtPercent(50), Alarm.AtPercent(80), Alarm.AtDue())));
    }

    [Fact]
    public void A_calendar_that_never_opens_is_found()
    {
        BusinessCalendar closed = BusinessCalendar.Weekly("closed", World.Shanghai, WeeklyHours.Closed);

        Finding finding = Only(Policy(Reply(All)).With(closed), FindingCode.CalendarNeverOpen);

        Assert.Equal("closed: has no open time from 2026-05-31T16:00:00Z on", $"{finding}");
    }

    [Fact]
    public void Calendars_that_never_open_together_are_found()
    {
        BusinessCalendar night = BusinessCalendar.Weekly("night", World.Shanghai, WeeklyHours.Parse("Mo-Su 22:00-06:00"));
        Target both = new Target("all", RequestCondition.Any, OpenHours(1)).On(CalendarChoice.Intersection(InOffice, CalendarChoice.Named("night")));

        Assert.Single(Of(Policy(Reply(both)).With(night), FindingCode.CalendarNeverOpen));
    }

    [Fact]
    public void Deadlines_that_pass_the_last_known_holiday_are_found()
    {
        HolidaySet known = new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
        SlaPolicy Until(HolidaySet holidays) => new SlaPolicy("small", 1, Start, [Reply(All)]).With(Office.With(holidays));

        Finding finding = Only(Until(known), FindingCode.HolidaysNotKnown);

        Assert.Equal("office", finding.Place.Calendar);
        Assert.Equal(
            "office: holidays are known only through 2026-12-31, but reply / all from Thu 2026-12-31 14:10 is due Fri 2027-01-01 09:10", $"{finding}");
        Clean(Until(new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2027, 12, 31))));
    }

    [Fact]
    public void A_version_that_lacks_an_objective_leaves_a_hole()
    {
        PolicyHistory history = new([Version(1, Reply(All), Other), Version(2, Other), Version(3, Reply(All), Other)]);

        Finding finding = Assert.Single(history.Verify());
        Assert.Equal(FindingCode.EffectiveHole, finding.Code);
        Assert.Equal(2, finding.PolicyVersion);
        Assert.Empty(new PolicyHistory([Version(1, Reply(All), Other), Version(2, Other)]).Verify());
    }

    [Fact]
    public void An_objective_that_a_later_version_adds_leaves_no_hole_before_it() =>
        Assert.Empty(new PolicyHistory([Version(1, Other), Version(2, Reply(All), Other)]).Verify());

    [Fact]
    public void A_hole_is_shown_by_a_request_that_the_last_version_before_it_measured()
    {
        Objective byPhone = Reply(All).For(RequestCondition.Channel(Channel.Phone));
        Objective byMail = Reply(All).For(RequestCondition.Channel(Channel.Email));
        PolicyHistory history = new([Version(1, byPhone, Other), Version(2, byMail, Other), Version(3, Other), Version(4, Reply(All), Other)]);

        Finding hole = Assert.Single(history.Verify(), one => one.Code == FindingCode.EffectiveHole);

        Assert.Equal((3, Channel.Email), (hole.PolicyVersion, Assert.Single(hole.Examples).Request.Channel));
    }

    [Fact]
    public void A_version_is_verified_only_while_it_is_in_force()
    {
        // The faulty version is replaced on Saturday, before anybody has written on a working day.
        Objective faulty = Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(9))));
        Instant saturday = World.At("Sat 2026-06-06 00:00", World.Shanghai);
        SlaPolicy First(Objective objective) => new SlaPolicy("small", 1, saturday, [objective]).With(Office);
        SlaPolicy second = new SlaPolicy("small", 2, saturday + Duration.FromDays(1), [Reply(All)]).With(Office);

        Assert.DoesNotContain(new PolicyHistory([First(faulty), second]).Verify(), one => one.Code == FindingCode.NonMonotoneCutOff);
        Assert.Contains(First(faulty).Verify(), one => one.Code == FindingCode.NonMonotoneCutOff);
    }

    [Fact]
    public void A_wanted_finding_is_shown_as_accepted()
    {
        SlaPolicy policy = RapidResponse.Policy.Accepting(FindingCode.NonMonotoneCutOff, "reply / mail and chat", "as the regulation says");

        Finding finding = Only(policy, FindingCode.NonMonotoneCutOff);

        Assert.True(finding.IsAccepted);
        Assert.EndsWith("(accepted: as the regulation says)", $"{finding}", StringComparison.Ordinal);
        Assert.EndsWith("（已接受：as the regulation says）", $"{finding:zh}", StringComparison.Ordinal);
        Assert.True(Only(RapidResponse.Policy.Accepting(FindingCode.NonMonotoneCutOff, "reply", "all of it"), FindingCode.NonMonotoneCutOff).IsAccepted);
    }

    [Fact]
    public void An_acceptance_of_nothing_is_a_note()
    {
        Finding finding = Assert.Single(Policy(Reply(All)).Accepting(FindingCode.NonMonotoneCutOff, "reply", "none").Verify());

        Assert.Equal(FindingCode.AcceptedButNotFound, finding.Code);
        Assert.Equal("reply: the policy accepts NonMonotoneCutOff, which it does not have", $"{finding}");
    }

    [Fact]
    public void A_finding_has_two_languages()
    {
        Finding finding = RapidResponse.Policy.Verify()[0];

        Assert.Throws<FormatException>(() => finding.ToString("fr", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => RapidResponse.Policy.Accepting((FindingCode)99, "reply", "why"));
        Assert.Throws<ArgumentException>(() => RapidResponse.Policy.Accepting(FindingCode.NeverStops, " ", "why"));
    }

    private static Objective Other => new("other", Signal.Received, Signal.Resolved, [All]);

    private static SlaPolicy Version(int number, params Objective[] objectives) => new SlaPolicy("small", number, Start + Duration.FromDays(number), objectives).With(Office);
}

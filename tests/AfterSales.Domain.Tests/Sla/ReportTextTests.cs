using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>What reports say of each state in English and Chinese, and what a tally counts.</summary>
public class ReportTextTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);
    private static readonly Target Hour = new("one hour", RequestCondition.Channel(Channel.Phone), DeadlineRule.Elapsed(Duration.FromHours(1)));

    [Fact]
    public void A_running_clock_says_when_it_is_due_and_what_is_left() => AssertTexts(
        State(Task(), "11:40"),
        "running: due 2026-03-31T04:00:00Z, 20 min left",
        "进行中：期限 2026-03-31T04:00:00Z，剩余 20 分钟");

    [Fact]
    public void At_its_due_a_clock_runs_and_nothing_is_left()
    {
        AssertTexts(State(Task(), "12:00"), "running: due 2026-03-31T04:00:00Z, 0 s left", "进行中：期限 2026-03-31T04:00:00Z，剩余 0 秒");
        AssertTexts(State(Task().Signal("Tue 2026-03-31 12:00", Signal.Arrived), "13:00"), "met at 2026-03-31T04:00:00Z, 0 s to spare", "已按时完成：2026-03-31T04:00:00Z，提前 0 秒");
    }

    [Fact]
    public void A_clock_with_nothing_due_says_why() => AssertTexts(
        Visit(Task(), "10:30"),
        "running: unset: no appointment has been agreed",
        "进行中：无期限：尚未约定上门时间");

    [Fact]
    public void What_is_left_is_told_in_the_time_that_the_rule_counts_in()
    {
        // Half an hour was used until closing; the other is left on Wednesday morning.
        Objective reply = new("reply", Signal.TaskReceived, Signal.Reply,
            [new Target("an hour", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1))).On(CalendarChoice.Named("service-hours"))]);
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 17:30", RapidResponse.Mail).Signal("Tue 2026-03-31 17:30", Signal.TaskReceived);

        AssertTexts(
            Policy(reply).With(World.ServiceHours).Track(story.History, At("19:00"))["reply"].Current!.State,
            "running: due 2026-04-01T01:30:00Z, 30 min left",
            "进行中：期限 2026-04-01T01:30:00Z，剩余 30 分钟");
    }

    [Fact]
    public void A_clock_that_is_paused_without_a_due_says_why()
    {
        Objective visit = new Objective("visit", Signal.TaskReceived, Signal.Arrived,
            [new Target("as agreed", RequestCondition.Any, DeadlineRule.Latest(DeadlineRule.Appointment(Duration.Zero), DeadlineRule.Elapsed(Duration.FromHours(2))))]).PausedBy(Pause.On(WaitReason.Customer));

        AssertTexts(
            Policy(visit).Track(Task().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).History, At("11:00"))["visit"].Current!.State,
            "paused since 2026-03-31T02:30:00Z (waiting for customer); unset: no appointment has been agreed",
            "自 2026-03-31T02:30:00Z 起暂停（等待 customer）；无期限：尚未约定上门时间");
    }

    [Fact]
    public void A_paused_clock_says_since_when_what_for_and_its_due()
    {
        AssertTexts(
            State(Task().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer), "11:00"),
            "paused since 2026-03-31T02:30:00Z (waiting for customer); due 2026-03-31T04:30:00Z if the wait ended now",
            "自 2026-03-31T02:30:00Z 起暂停（等待 customer）；若此刻结束等待，期限为 2026-03-31T04:30:00Z");

        SlaPolicy two = Policy(RapidResponse.OnSite.PausedBy(Pause.On(WaitReason.Customer), Pause.On(WaitReason.Parts)));
        Story both = Task().Waits("Tue 2026-03-31 10:40", "w1", WaitReason.Parts).Waits("Tue 2026-03-31 10:50", "w2", WaitReason.Customer).Waits("Tue 2026-03-31 10:55", "w3", WaitReason.Parts);
        AssertTexts(
            two.Track(both.History, At("11:00"))["on-site"].Current!.State,
            "paused since 2026-03-31T02:40:00Z (waiting for parts, customer); due 2026-03-31T04:20:00Z if the wait ended now",
            "自 2026-03-31T02:40:00Z 起暂停（等待 parts、customer）；若此刻结束等待，期限为 2026-03-31T04:20:00Z");
    }

    [Fact]
    public void A_breach_says_how_late_it_was_done_or_is_not_done_yet()
    {
        AssertTexts(
            State(Task().Signal("Tue 2026-03-31 12:45", Signal.Arrived), "18:00"),
            "breached: due 2026-03-31T04:00:00Z, done 2026-03-31T04:45:00Z, 45 min late",
            "已超时：期限 2026-03-31T04:00:00Z，2026-03-31T04:45:00Z 才完成，迟 45 分钟");
        AssertTexts(
            State(Task(), "14:05"),
            "breached: due 2026-03-31T04:00:00Z, not done, 2 h 5 min late",
            "已超时：期限 2026-03-31T04:00:00Z，尚未完成，迟 2 小时 5 分钟");
    }

    [Fact]
    public void A_cancelled_clock_says_by_which_signal_or_for_which_reason()
    {
        AssertTexts(State(Task().Signal("Tue 2026-03-31 11:00", Signal.Merged), "12:00"), "cancelled at 2026-03-31T03:00:00Z: merged", "已取消：2026-03-31T03:00:00Z（merged）");
        AssertTexts(
            State(Task().Reclassified("Tue 2026-03-31 11:00", RapidResponse.Repair(Severity.General, Locality.SameCity)), "12:00"),
            "cancelled at 2026-03-31T03:00:00Z: exempt: general problems are visited by appointment",
            "已取消：2026-03-31T03:00:00Z（豁免：general problems are visited by appointment）");
    }

    [Fact]
    public void An_ended_clock_says_what_ended_it()
    {
        Objective ending = RapidResponse.OnSite.EndedOn(Signal.Resolved).OnReclassify(ReclassifyMode.Restart);
        Story resolved = Task().Signal("Tue 2026-03-31 11:00", Signal.Resolved);
        Story changed = Task().Reclassified("Tue 2026-03-31 11:00", RapidResponse.Repair(Severity.Important, Locality.SameCity));

        AssertTexts(Policy(ending).Track(resolved.History, At("12:00"))["on-site"].Cycles[0].State, "ended at 2026-03-31T03:00:00Z: resolved", "已结束：2026-03-31T03:00:00Z（resolved）");
        AssertTexts(
            Policy(ending).Track(changed.History, At("12:00"))["on-site"].Cycles[0].State,
            "ended at 2026-03-31T03:00:00Z: reclassified, a new cycle started",
            "已结束：2026-03-31T03:00:00Z（重新分类后重新计时）");
        AssertTexts(Visit(Task().Signal("Tue 2026-03-31 11:00", Signal.Arrived), "12:00"), "ended at 2026-03-31T03:00:00Z: arrived, with nothing due", "已结束：2026-03-31T03:00:00Z（arrived，但没有期限）");
    }

    [Fact]
    public void What_has_no_deadline_says_why()
    {
        Story general = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);
        AssertTexts(
            State(general, "11:00"),
            "no deadline: exempt: general problems are visited by appointment",
            "无期限要求：豁免：general problems are visited by appointment");

        AssertTexts(Mail("11:00").Current!.State, "not covered: no target is for such requests", "未覆盖：没有适用于此类请求的时限");

        Story moved = Task().Reclassified("Tue 2026-03-31 11:00", RapidResponse.Mail);
        AssertTexts(
            Policy(RapidResponse.OnSite.For(RequestCondition.Channel(Channel.Phone))).Track(moved.History, At("12:00"))["on-site"].Current!.State,
            "cancelled at 2026-03-31T03:00:00Z: the objective is not for such requests",
            "已取消：2026-03-31T03:00:00Z（该目标不适用于此类请求）");
    }

    [Fact]
    public void Reasons_for_no_deadline_are_the_same_when_code_and_detail_are()
    {
        NoDeadlineReason none = Assert.IsType<NotCoveredState>(Mail("11:00").Current!.State).Reason;
        NoDeadlineReason first = ReasonOf(Target.Exempt("rest", RequestCondition.Any, "by contract"));

        Assert.Equal((first, first.GetHashCode()), (ReasonOf(Target.Exempt("all", RequestCondition.Any, "by contract")), ReasonOf(Target.Exempt("all", RequestCondition.Any, "by contract")).GetHashCode()));
        Assert.NotEqual(first, ReasonOf(Target.Exempt("rest", RequestCondition.Any, "by appointment")));
        Assert.NotEqual(none, first);
        Assert.Equal(none, Assert.IsType<NotCoveredState>(Mail("12:00").Current!.State).Reason);

        static NoDeadlineReason ReasonOf(Target target) =>
            Assert.IsType<ExemptState>(Policy(new Objective("visit", Signal.TaskReceived, Signal.Arrived, [target])).Track(Task().History, At("10:30"))["visit"].Current!.State).Reason;
    }

    [Fact]
    public void A_cycle_reads_with_its_target_when_it_has_one()
    {
        Assert.Equal("on-site / urgent, in the city: running: due 2026-03-31T04:00:00Z, 20 min left", RapidResponse.Policy.Track(Task().History, At("11:40"))["on-site"].Current!.ToString());
        Assert.Equal("call: not covered: no target is for such requests", Mail("11:00").Current!.ToString());
        Assert.Equal("call: not covered: no target is for such requests", Mail("11:00").ToString());
    }

    [Fact]
    public void A_wait_reads_with_its_span_and_what_of_it_counted()
    {
        Story story = Task().Waits("Tue 2026-03-31 10:10", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 10:40", "w1").Waits("Tue 2026-03-31 11:00", "w2", WaitReason.Parts);

        Assert.Equal(
            ["customer 2026-03-31T02:10:00Z/2026-03-31T02:40:00Z: Counted, 30 min", "parts 2026-03-31T03:00:00Z/…: NotAPause, 0 s"],
            RapidResponse.Policy.Track(story.History, At("11:30"))["on-site"].Current!.Waits.Select(wait => wait.ToString()));
    }

    [Fact]
    public void A_report_before_any_event_has_nothing_to_tell()
    {
        SlaReport report = RapidResponse.Policy.StartTracking().Report(At("11:00"));

        Assert.Equal((null, false, null), (report.History, report.IsTest, report.NextAlarm));
        Assert.Empty(report.PlannedAlarms);
        Assert.Empty(report.AlarmsBetween(At("10:00"), At("11:00")));
        Assert.Empty(report.Appointments);
        Assert.Same(report, report.Unamended);
        Assert.All(report.Objectives, one => Assert.Null(one.Current));
    }

    [Fact]
    public void A_tally_counts_each_outcome_of_each_target()
    {
        AttainmentTally tally = new();
        Story[] stories =
        [
            Task().Signal("Tue 2026-03-31 11:00", Signal.Arrived), Task(), Task().Signal("Tue 2026-03-31 11:00", Signal.Merged),
            Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer), Task().Signal("Tue 2026-03-31 11:30", Signal.Resolved),
        ];
        Array.ForEach(stories, story => tally.Add(Policy(RapidResponse.OnSite.EndedOn(Signal.Resolved)).Track(story.History, At("12:01"))));
        tally.Add(Policy(RapidResponse.OnSite).Track(Task().History.AsTest(), At("12:01")));

        AttainmentRow row = Assert.Single(tally.Rows);

        Assert.Equal((5, 5, "on-site", "urgent, in the city"), (tally.Tickets, row.Total, row.Objective, row.Target));
        Assert.Equal([1L, 1, 1, 0, 1, 1, 0, 0], Enum.GetValues<CycleOutcome>().Select(outcome => row[outcome]));
        Assert.Equal($"on-site / urgent, in the city: {row.Attainment}", row.ToString());
        Assert.Equal($"5 tickets\n{row}", tally.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => row[CycleOutcome.Met - 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => row[CycleOutcome.NotCovered + 1]);
    }

    [Fact]
    public void What_has_no_target_or_nothing_due_is_counted_as_such()
    {
        AttainmentTally tally = new();
        tally.Add(Policy(new Objective("call", Signal.Received, Signal.Reply, [Hour])).Track(MailStory.History, At("11:00")));
        tally.Add(Policy(VisitObjective).Track(Task().History, At("11:00")));
        tally.Add(Policy(RapidResponse.OnSite).Track(Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).History, At("11:00")));

        Assert.Equal([("call", "", CycleOutcome.NotCovered), ("visit", "agreed", CycleOutcome.Undated), ("on-site", "by appointment", CycleOutcome.Exempt)],
            tally.Rows.Select(row => (row.Objective, row.Target, Enum.GetValues<CycleOutcome>().Single(outcome => row[outcome] == 1))));
        Assert.Equal($"call: {tally.Rows[0].Attainment}", tally.Rows[0].ToString());
        Assert.All(tally.Rows, row => Assert.Equal(1, row.Total));
    }

    [Fact]
    public void Merging_adds_rows_that_are_new_and_counts_that_are_not()
    {
        AttainmentTally calls = new();
        AttainmentTally visits = new();
        calls.Add(Policy(new Objective("call", Signal.Received, Signal.Reply, [Hour])).Track(MailStory.History, At("11:00")));
        visits.Add(Policy(RapidResponse.OnSite).Track(Task().History, At("11:00")));

        calls.Merge(visits);
        calls.Merge(calls);

        Assert.Equal((4, 1), (calls.Tickets, visits.Tickets));
        Assert.Equal([("call", 2L), ("on-site", 2L)], calls.Rows.Select(row => (row.Objective, row.Total)));
        Assert.Equal(1, Assert.Single(visits.Rows).Total);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => calls.Merge(null!)).ParamName);
        Assert.Equal("report", Assert.Throws<ArgumentNullException>(() => calls.Add(null!)).ParamName);
        Assert.Equal("cycle", Assert.Throws<ArgumentNullException>(() => AttainmentRow.OutcomeOf(null!)).ParamName);
    }

    private static Objective VisitObjective { get; } = new("visit", Signal.TaskReceived, Signal.Arrived, [new Target("agreed", RequestCondition.Any, DeadlineRule.Appointment(Duration.Zero))]);

    private static Story MailStory => Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received);

    private static ObjectiveReport Mail(string asOf) => Policy(new Objective("call", Signal.Received, Signal.Reply, [Hour])).Track(MailStory.History, At(asOf))["call"];

    private static ClockState Visit(Story story, string asOf) => Policy(VisitObjective).Track(story.History, At(asOf))["visit"].Current!.State;

    private static ClockState State(Story story, string asOf) => RapidResponse.Policy.Track(story.History, At(asOf))["on-site"].Current!.State;

    private static void AssertTexts(ClockState state, string english, string chinese) => Assert.Equal((english, chinese), (state.ToString(), $"{state:zh}"));

    private static SlaPolicy Policy(params Objective[] objectives) => new("texts", 1, Instant.FromUtc(2026, 1, 1, 0, 0), objectives);

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}

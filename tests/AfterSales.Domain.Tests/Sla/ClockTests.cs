using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class ClockTests
{
    private static readonly ServiceRequest UrgentHere = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    [Theory]
    [Shows("R04", "R33")]
    [InlineData("Wed 2026-02-18 03:00:59", true)]
    [InlineData("Wed 2026-02-18 03:01:00", true)] // done at the due instant is in time
    [InlineData("Wed 2026-02-18 03:01:00.000000001", false)]
    public void R04_a_call_is_picked_up_within_one_minute_day_and_night(string pickedUp, bool inTime)
    {
        SlaHistory history = Story.InShanghai().Opened("Wed 2026-02-18 03:00", RapidResponse.Call)
            .Signal("Wed 2026-02-18 03:00", Signal.Received).Signal(pickedUp, Signal.PickedUp).History;

        SlaCycle cycle = Current(history, "pickup", "Wed 2026-02-18 04:00");

        Assert.Equal(inTime, cycle.State is MetState);
        Assert.Equal(!inTime, cycle.State is BreachedState { At: not null });
    }

    [Fact]
    [Shows("R04")]
    public void R04_a_missed_caller_is_called_back_three_minutes_after_the_call_was_missed()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Call)
            .Signal("Tue 2026-03-31 10:00", Signal.Received).Signal("Tue 2026-03-31 10:02", Signal.CallMissed).Signal("Tue 2026-03-31 10:04", Signal.CalledBack).History;

        MetState met = Assert.IsType<MetState>(Current(history, "call-back", "Tue 2026-03-31 11:00").State);

        Assert.Equal("Tue 2026-03-31 10:05:00", Text(met.Due));
        Assert.Equal(Duration.FromMinutes(1), met.Margin);
    }

    [Fact]
    [Shows("R05")]
    public void R05_mail_is_not_judged_by_the_phones_objectives()
    {
        SlaReport report = RapidResponse.Policy.Track(Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received).History, At("Tue 2026-03-31 10:30"));

        Assert.Null(report["pickup"].Current);
        RunningState running = Assert.IsType<RunningState>(report["reply"].Current!.State);
        Assert.Equal("Tue 2026-03-31 11:00:00", Text(running.Due.At));
        Assert.Equal(Duration.FromMinutes(30), running.Left);
    }

    [Fact]
    [Shows("R05")]
    public void R05_before_the_spring_festival_what_is_left_counts_only_open_time()
    {
        SlaHistory history = Story.InShanghai().Opened("Sat 2026-02-14 17:30", RapidResponse.Mail).Signal("Sat 2026-02-14 17:30", Signal.Received).History;

        SlaCycle cycle = Current(history, "reply", "Wed 2026-02-18 12:00");

        Assert.Equal("Tue 2026-02-24 09:30:00", Text(cycle.Due!.Value.At));
        Assert.Equal(Duration.FromMinutes(30), cycle.Left);
        Assert.Equal(Duration.FromMinutes(30), cycle.Used);
        Assert.Equal(Duration.FromHours(141.5), cycle.UntilDue);
    }

    [Theory]
    [Shows("R06", "R07")]
    [InlineData(Severity.Urgent, Locality.SameCity, "urgent, in the city", "Sat 2026-02-14 19:30:00")]
    [InlineData(Severity.Urgent, Locality.CrossRegion, "urgent, elsewhere", "Sun 2026-02-15 17:30:00")]
    [InlineData(Severity.Important, Locality.SameCity, "important, in the city", "Sun 2026-02-15 17:30:00")]
    [InlineData(Severity.Important, Locality.CrossRegion, "important, elsewhere", "Mon 2026-02-16 17:30:00")]
    public void R06_R07_the_technician_arrives_within_clock_time_of_receiving_the_task(Severity severity, Locality locality, string target, string due)
    {
        SlaHistory history = Story.InShanghai().Opened("Sat 2026-02-14 16:00", RapidResponse.Repair(severity, locality))
            .Signal("Sat 2026-02-14 16:00", Signal.Received).Signal("Sat 2026-02-14 17:30", Signal.TaskReceived).History;

        SlaCycle cycle = Current(history, "on-site", "Sat 2026-02-14 18:00");

        Assert.Equal(target, cycle.Target!.Name);
        Assert.Equal(due, Text(cycle.Due!.Value.At));
    }

    [Fact]
    [Shows("R06")]
    public void R06_a_second_dispatch_does_not_restart_the_clock_and_is_counted_as_ignored()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere)
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Signal("Tue 2026-03-31 11:00", Signal.TaskReceived).History;

        SlaReport report = RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:30"));

        Assert.Equal("Tue 2026-03-31 12:00:00", Text(report["on-site"].Current!.Due!.Value.At));
        IgnoredEvent ignored = Assert.Single(report.Ignored, one => one.Objective == "on-site");
        Assert.Equal((IgnoredReason.SecondStart, "e3"), (ignored.Reason, ignored.Event.Id.Value));
    }

    [Fact]
    [Shows("R08")]
    public void R08_a_general_problem_has_its_visit_agreed_within_48_hours_and_no_arrival_deadline()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Signal("Thu 2026-04-02 10:00:01", Signal.VisitAgreed).History;
        SlaReport report = RapidResponse.Policy.Track(history, At("Thu 2026-04-02 12:00"));

        BreachedState late = Assert.IsType<BreachedState>(report["agree-visit"].Current!.State);
        Assert.Equal(Duration.FromSeconds(1), late.LateBy);
        Assert.Equal("general problems are visited by appointment", Assert.IsType<ExemptState>(report["on-site"].Current!.State).Reason.Detail);
    }

    [Fact]
    public void A_late_cycle_that_nobody_stopped_grows_later_until_it_is_stopped()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);
        Assert.Equal(Duration.FromHours(1), Breach(story.History, "on-site", "Tue 2026-03-31 13:00").LateBy);

        story.Signal("Tue 2026-03-31 14:00", Signal.Arrived);
        Assert.Equal(Duration.FromHours(2), Breach(story.History, "on-site", "Wed 2026-04-01 13:00").LateBy);
    }

    [Fact]
    public void A_paused_ticket_is_not_shown_as_violated()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Waits("Tue 2026-03-31 11:30", "w1", WaitReason.Customer).History;

        PausedState paused = Assert.IsType<PausedState>(Current(history, "on-site", "Wed 2026-04-01 10:00").State);

        Assert.Equal("Tue 2026-03-31 11:30:00", Text(paused.Since));
        Assert.Equal("Wed 2026-04-01 10:30:00", Text(paused.Due.At));
        Assert.Equal([WaitReason.Customer], paused.Reasons);
        Assert.Equal("Tue 2026-04-07 11:30:00", Text(paused.RunsAgainAt!.Value));
    }

    [Fact]
    public void Parts_that_are_late_do_not_pause_a_promise_to_the_customer()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Parts).History;

        Assert.IsType<BreachedState>(Current(history, "on-site", "Tue 2026-03-31 12:00:01").State);
    }

    [Fact]
    public void When_the_cap_of_a_wait_is_used_up_the_clock_runs_again()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).History;

        Assert.IsType<PausedState>(Current(history, "on-site", "Tue 2026-04-07 10:29").State);
        Assert.Equal("Tue 2026-04-07 12:00:00", Text(Assert.IsType<RunningState>(Current(history, "on-site", "Tue 2026-04-07 10:30").State).Due.At));
        Assert.Equal("Tue 2026-04-07 12:00:00", Text(Breach(history, "on-site", "Tue 2026-04-07 13:00").Due));
    }

    [Fact]
    public void Each_wait_is_judged_counted_capped_too_late_or_no_pause()
    {
        SlaPolicy policy = new("waits", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite.PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromMinutes(40)))]);
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Waits("Tue 2026-03-31 10:10", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 10:20", "w2", WaitReason.Parts).GoesOn("Tue 2026-03-31 10:40", "w1").GoesOn("Tue 2026-03-31 10:50", "w2")
            .Waits("Tue 2026-03-31 11:00", "w3", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:30", "w3")
            .Waits("Tue 2026-03-31 13:00", "w4", WaitReason.Customer).History;

        SlaCycle cycle = policy.Track(history, At("Tue 2026-03-31 14:00"))["on-site"].Current!;

        Assert.Equal(
            [
                (WaitVerdict.Counted, Duration.FromMinutes(30)),
                (WaitVerdict.NotAPause, Duration.Zero),
                (WaitVerdict.CapUsedUp, Duration.FromMinutes(10)),
                (WaitVerdict.AfterDue, Duration.Zero),
            ],
            cycle.Waits.Select(wait => (wait.Verdict, wait.Counted)));
        Assert.Equal("Tue 2026-03-31 12:40:00", Text(cycle.Due!.Value.At));
        Assert.Null(cycle.Waits[3].End);
    }

    [Fact]
    public void A_ticket_created_while_waiting_starts_paused()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Waits("Tue 2026-03-31 10:05", "w1", WaitReason.Customer)
            .Signal("Tue 2026-03-31 10:30", Signal.TaskReceived).GoesOn("Tue 2026-03-31 11:00", "w1").History;

        Assert.IsType<PausedState>(Current(history, "on-site", "Tue 2026-03-31 10:45").State);
        Assert.Equal("Tue 2026-03-31 13:00:00", Text(Current(history, "on-site", "Tue 2026-03-31 11:00").Due!.Value.At));
    }

    [Fact]
    public void A_wait_begun_twice_and_an_end_without_a_begin_are_ignored_and_counted()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 10:40", "w1", WaitReason.Customer)
            .GoesOn("Tue 2026-03-31 11:00", "w1").GoesOn("Tue 2026-03-31 11:10", "w1").History;

        SlaReport report = RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:30"));

        Assert.Equal([("e4", IgnoredReason.WaitBegunTwice), ("e6", IgnoredReason.WaitNotBegun)], report.Ignored.Select(one => (one.Event.Id.Value, one.Reason)));
        Assert.Equal("Tue 2026-03-31 12:30:00", Text(report["on-site"].Current!.Due!.Value.At));
    }

    [Fact]
    public void A_cancelled_or_merged_ticket_stops_escalating_but_an_earlier_breach_stays()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);
        SlaHistory inTime = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Signal("Tue 2026-03-31 11:00", Signal.Merged).History;
        SlaHistory late = story.Signal("Tue 2026-03-31 12:30", Signal.Merged).History;

        CancelledState cancelled = Assert.IsType<CancelledState>(Current(inTime, "on-site", "Wed 2026-04-01 10:00").State);
        Assert.Equal(Signal.Merged, cancelled.By);
        Assert.Empty(RapidResponse.Policy.Track(inTime, At("Wed 2026-04-01 10:00")).PlannedAlarms);
        BreachedState breach = Breach(late, "on-site", "Wed 2026-04-01 10:00");
        Assert.Null(breach.At);
        Assert.Equal(Duration.FromMinutes(30), breach.LateBy);
    }

    [Fact]
    public void A_ticket_opened_after_the_instant_has_no_cycle_yet()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).History;

        Assert.All(RapidResponse.Policy.Track(history, At("Tue 2026-03-31 09:59")).Objectives, one => Assert.Empty(one.Cycles));
    }

    [Fact]
    public void A_test_ticket_has_no_clocks()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).History.AsTest();
        SlaReport report = RapidResponse.Policy.Track(history, At("Tue 2026-03-31 13:00"));

        Assert.True(report.IsTest);
        Assert.All(report.Objectives, one => Assert.Empty(one.Cycles));
        Assert.Empty(report.PlannedAlarms);
    }

    [Fact]
    public void An_unknown_calendar_leaves_a_request_uncovered_and_says_which()
    {
        SlaPolicy without = new("no calendars", 1, Instant.FromUtc(2026, 1, 1, 0, 0), RapidResponse.Policy.Objectives);
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received).History;

        NotCoveredState state = Assert.IsType<NotCoveredState>(without.Track(history, At("Tue 2026-03-31 13:00"))["reply"].Current!.State);

        Assert.Equal((NoDeadlineCode.UnknownCalendar, "service-hours"), (state.Reason.Code, state.Reason.Detail));
        Assert.Equal("未覆盖：策略中没有名为“service-hours”的日历", $"{state:zh}");
    }

    [Fact]
    public void A_report_names_the_objectives_it_has_when_asked_for_another()
    {
        SlaReport report = RapidResponse.Policy.Track(Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).History, At("Tue 2026-03-31 13:00"));

        KeyNotFoundException refused = Assert.Throws<KeyNotFoundException>(() => report["arrival"]);
        Assert.Contains("on-site", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_out_of_order_is_refused_with_the_index_of_the_offender()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", UrgentHere).Signal("Tue 2026-03-31 11:00", Signal.TaskReceived).Signal("Tue 2026-03-31 10:30", Signal.Arrived);

        Assert.Contains("Event 2 (e3)", Assert.Throws<ArgumentException>(() => story.History).Message, StringComparison.Ordinal);
        Assert.Contains("event 0", Assert.Throws<ArgumentException>(() => new SlaHistory([])).Message, StringComparison.Ordinal);
        Assert.Contains("Event 3", Assert.Throws<ArgumentException>(() => new SlaHistory([.. story.Events.OrderBy(one => one.At), story.Events[1]])).Message, StringComparison.Ordinal);
    }

    private static BreachedState Breach(SlaHistory history, string objective, string asOf) => Assert.IsType<BreachedState>(Current(history, objective, asOf).State);

    private static SlaCycle Current(SlaHistory history, string objective, string asOf) => RapidResponse.Policy.Track(history, At(asOf))[objective].Current!;

    private static Instant At(string text) => World.At(text, World.Shanghai);

    private static string Text(Instant at) => World.Text(at, World.Shanghai);
}

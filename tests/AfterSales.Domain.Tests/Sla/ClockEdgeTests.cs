using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Clocks at their edges: waits that begin and end where a cycle, a due or the look does; starts and stops in one instant.</summary>
public class ClockEdgeTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);
    private static readonly DeadlineRule Hour = DeadlineRule.Elapsed(Duration.FromHours(1));
    private static readonly Pause Customer = Pause.On(WaitReason.Customer);

    [Fact]
    public void A_clock_is_paused_from_the_instant_a_wait_begins_until_the_one_it_ends_in()
    {
        Story story = Task().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:00", "w1");

        PausedState paused = Assert.IsType<PausedState>(OnSite(story, "10:30").State);
        Assert.Equal((At("10:30"), At("12:00"), Duration.FromMinutes(90)), (paused.Since, paused.Due.At, paused.Left));
        Assert.IsType<PausedState>(OnSite(story, "10:59:59.999999999").State);
        Assert.Equal(At("12:30"), Assert.IsType<RunningState>(OnSite(story, "11:00").State).Due.At);
    }

    [Fact]
    public void A_wait_that_is_over_before_the_cycle_begins_takes_nothing_of_its_cap()
    {
        Objective reply = Reply(Hour).PausedBy(Customer.UpTo(Duration.FromMinutes(30)));
        Story story = Opened().Waits("Tue 2026-03-31 09:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 09:50", "w1")
            .Signal("Tue 2026-03-31 10:00", Signal.Received).Waits("Tue 2026-03-31 10:10", "w2", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:00", "w2");

        SlaCycle cycle = Current(reply, story, "11:10");

        Assert.Equal(At("11:30"), cycle.Due!.Value.At);
        Assert.Equal(At("10:10"), Assert.Single(cycle.Waits).Start);
    }

    [Fact]
    public void Of_a_wait_that_runs_into_the_cycle_only_what_lies_in_it_counts_against_the_cap()
    {
        Objective reply = Reply(Hour).PausedBy(Customer.UpTo(Duration.FromMinutes(30)));
        Story story = Opened().Waits("Tue 2026-03-31 09:20", "w1", WaitReason.Customer).Signal("Tue 2026-03-31 10:00", Signal.Received).GoesOn("Tue 2026-03-31 10:20", "w1");

        Assert.Equal(At("11:20"), Current(reply, story, "10:30").Due!.Value.At);
    }

    [Fact]
    public void A_wait_that_goes_on_after_the_stop_counts_up_to_it_and_one_that_begins_with_it_not_at_all()
    {
        Story story = Task().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Signal("Tue 2026-03-31 11:00", Signal.Arrived)
            .Waits("Tue 2026-03-31 11:00", "w2", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:40", "w1");

        SlaCycle cycle = OnSite(story, "12:00");

        Assert.Equal((At("12:30"), At("11:00")), (cycle.Due!.Value.At, cycle.FinishedAt!.Value));
        CycleWait wait = Assert.Single(cycle.Waits);
        Assert.Equal((At("11:00"), Duration.FromMinutes(30), WaitVerdict.Counted), (wait.End!.Value, wait.Counted, wait.Verdict));
    }

    [Fact]
    public void A_wait_that_ends_in_the_instant_in_which_it_began_did_not_happen()
    {
        SlaCycle cycle = OnSite(Task().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 10:30", "w1"), "11:00");

        Assert.Equal(At("12:00"), cycle.Due!.Value.At);
        Assert.Empty(cycle.Waits);
    }

    [Fact]
    public void A_wait_after_the_breach_does_not_save_a_deadline_of_which_another_part_still_runs()
    {
        Objective reply = Reply(DeadlineRule.Earliest(Hour, DeadlineRule.Elapsed(Duration.FromHours(5)))).PausedBy(Customer);
        Story story = Received().Waits("Tue 2026-03-31 12:30", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 13:00", "w1");

        Assert.Equal(At("11:00"), Assert.IsType<BreachedState>(Current(reply, story, "12:45").State).Due);
        Assert.Equal(At("11:00"), Assert.IsType<BreachedState>(Current(reply, story, "14:00").State).Due);
    }

    [Fact]
    public void While_a_wait_holds_one_part_of_a_deadline_the_clock_is_paused_whichever_part_it_is()
    {
        // The wait begins after the due of the shorter part, so it holds only the longer one.
        DeadlineRule[] parts = [Hour, DeadlineRule.Elapsed(Duration.FromHours(3))];
        Story story = Received().Waits("Tue 2026-03-31 12:00", "w1", WaitReason.Customer);

        Assert.All<DeadlineRule>([DeadlineRule.Latest(parts), DeadlineRule.Latest(Enumerable.Reverse(parts))], rule =>
        {
            PausedState paused = Assert.IsType<PausedState>(Current(Reply(rule).PausedBy(Customer), story, "12:20").State);
            Assert.Equal((At("13:20"), null), (paused.Due.At, paused.RunsAgainAt));
        });
    }

    [Fact]
    public void Of_two_parts_held_the_clock_runs_again_when_the_last_does()
    {
        // A cap of two hours from 11:00 is used up at 13:00 on the clock, and at 14:30 of open time.
        DeadlineRule[] parts = [DeadlineRule.Elapsed(Duration.FromHours(4)), DeadlineRule.OpenTime(Duration.FromHours(4))];
        Story story = Received().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer);

        Assert.All<DeadlineRule>([DeadlineRule.Latest(parts), DeadlineRule.Latest(Enumerable.Reverse(parts)), DeadlineRule.Earliest(parts), DeadlineRule.Earliest(Enumerable.Reverse(parts))], rule =>
        {
            Objective reply = Reply(rule).PausedBy(Customer.UpTo(Duration.FromHours(2)));
            Assert.Equal(At("14:30"), Assert.IsType<PausedState>(Current(reply, story, "11:20").State).RunsAgainAt);
            Assert.IsType<PausedState>(Current(reply, story, "14:29").State);
            Assert.IsType<RunningState>(Current(reply, story, "14:30").State);
        });
    }

    [Fact]
    public void No_due_lies_inside_a_wait_that_held_another_part()
    {
        DeadlineRule[] parts = [DeadlineRule.Appointment(Duration.Zero), DeadlineRule.Elapsed(Duration.FromHours(9))];
        Story story = Received().Appointment("Tue 2026-03-31 10:00", "Tue 2026-03-31 12:00")
            .Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 13:00", "w1");

        Assert.All<DeadlineRule>(
            [DeadlineRule.Earliest(parts), DeadlineRule.Earliest(Enumerable.Reverse(parts))],
            rule => Assert.Equal(At("13:00"), Current(Reply(rule).PausedBy(Customer), story, "13:00").Due!.Value.At));
    }

    [Fact]
    public void A_message_while_the_clock_runs_is_part_of_that_cycle_and_not_ignored()
    {
        Objective repeating = Reply(Hour).Repeating();
        Story story = Received().Signal("Tue 2026-03-31 10:10", Signal.Received).Signal("Tue 2026-03-31 10:20", Signal.Reply).Signal("Tue 2026-03-31 10:20", Signal.Received);

        SlaReport report = Policy(repeating).Track(story.History, At("10:30"));

        Assert.Empty(report.Ignored);
        Assert.Equal(["e2", "e5"], report["reply"].Cycles.Select(cycle => cycle.StartedBy.Value));
    }

    [Fact]
    public void A_reopening_that_also_starts_begins_one_cycle_and_is_not_ignored()
    {
        Objective once = new Objective("reply", [Signal.Received, Signal.Reopened], [Signal.Reply], [Target(Hour)]).OnReopen(ReopenMode.NewCycle);

        SlaReport report = Policy(once).Track(Received().Signal("Tue 2026-03-31 10:20", Signal.Reply).Signal("Tue 2026-03-31 10:30", Signal.Reopened).History, At("10:40"));

        Assert.Empty(report.Ignored);
        Assert.Equal(["e2", "e4"], report["reply"].Cycles.Select(cycle => cycle.StartedBy.Value));
    }

    [Fact]
    public void What_was_cancelled_is_not_started_by_a_message_until_it_is_reopened()
    {
        Objective repeating = Reply(Hour).Repeating().CancelledOn(Signal.Merged);
        Story story = Received().Signal("Tue 2026-03-31 10:20", Signal.Merged).Signal("Tue 2026-03-31 10:30", Signal.Received);
        Assert.Equal(Signal.Merged, Assert.IsType<CancelledState>(Assert.Single(Cycles(repeating, story, "11:00")).State).By);

        story.Signal("Tue 2026-03-31 11:00", Signal.Reopened).Signal("Tue 2026-03-31 11:10", Signal.Received);
        Assert.Equal(["e2", "e6"], Cycles(repeating, story, "11:20").Select(cycle => cycle.StartedBy.Value));
    }

    [Fact]
    public void The_first_cycle_that_is_skipped_is_not_shown_whatever_happens_in_it()
    {
        Objective next = new Objective("reply", Signal.Received, Signal.Reply, [Target(Hour)]).FromSecondCycle();
        Story story = Received().Reclassified("Tue 2026-03-31 10:10", Urgent);
        Assert.Empty(Cycles(next, story, "12:00"));

        story.Signal("Tue 2026-03-31 12:00", Signal.Reply).Signal("Tue 2026-03-31 12:30", Signal.Received);
        Assert.Equal("e5", Assert.Single(Cycles(next, story, "12:40")).StartedBy.Value);
    }

    [Fact]
    public void Resumed_twice_a_clock_counts_neither_time_in_which_it_was_resolved_and_keeps_its_first_stop()
    {
        Objective resumed = Reply(Hour).OnReopen(ReopenMode.Resume);
        Story story = Received().Signal("Tue 2026-03-31 10:30", Signal.Reply).Signal("Tue 2026-03-31 12:00", Signal.Reopened);
        Assert.Equal((At("10:30"), null), (Current(resumed, story, "12:05").FirstStop, Current(resumed, story, "12:05").FinishedAt));

        story.Signal("Tue 2026-03-31 12:10", Signal.Reply).Signal("Tue 2026-03-31 12:10", Signal.Reopened)
            .Signal("Tue 2026-03-31 12:15", Signal.Reply).Signal("Tue 2026-03-31 13:00", Signal.Reopened);
        SlaCycle cycle = Current(resumed, story, "13:05");
        Assert.Equal((At("10:30"), At("13:15"), Duration.FromMinutes(10)), (cycle.FirstStop, cycle.Due!.Value.At, cycle.Left));
    }

    [Fact]
    public void A_clock_that_was_cancelled_resumes_without_having_been_stopped()
    {
        Objective resumed = Reply(Hour).OnReopen(ReopenMode.Resume).CancelledOn(Signal.Merged);

        SlaCycle cycle = Current(resumed, Received().Signal("Tue 2026-03-31 10:30", Signal.Merged).Signal("Tue 2026-03-31 12:00", Signal.Reopened), "12:05");

        Assert.Equal((null, At("12:30")), (cycle.FirstStop, cycle.Due!.Value.At));
    }

    [Theory]
    [InlineData("11:00", 0)]
    [InlineData("11:00:00.000000001", 1)]
    [InlineData("12:00", 1)]
    [InlineData("12:00:00.000000001", 2)]
    [InlineData("18:30", 8)]
    public void A_period_is_missed_once_it_has_passed(string asOf, int missed) => Assert.Equal(missed, Current(Reply(Hour), Received(), asOf).PeriodsMissed);

    [Fact]
    public void At_most_ten_thousand_periods_are_counted() => Assert.Equal(
        (9_999, 10_000, 10_000),
        (MissedAfter(10_000), MissedAfter(10_001), MissedAfter(10_002)));

    [Fact]
    public void A_rule_that_is_due_at_its_start_misses_one_period_and_no_more()
    {
        // Tue 02:00 belongs to the shift of Mon; 01:00 of the next working day, Tue, was an hour ago, and so it is for what starts then.
        Objective reply = new("reply", Signal.Received, Signal.Reply, [new Target("one o'clock", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(1, 0))).On(CalendarChoice.Named("night-desk"))]);
        SlaPolicy policy = new SlaPolicy("nights", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [reply]).With(World.NightDesk);
        SlaHistory history = new Story(World.Berlin).Opened("Tue 2026-04-14 02:00", RapidResponse.Mail).Signal("Tue 2026-04-14 02:00", Signal.Received).History;

        Assert.Equal(1, policy.Track(history, World.At("Tue 2026-04-14 02:30", World.Berlin))["reply"].Current!.PeriodsMissed);
    }

    [Fact]
    public void A_replay_counts_every_cycle_and_not_only_the_last()
    {
        Story story = Received().Signal("Tue 2026-03-31 12:00", Signal.Reply).Signal("Tue 2026-03-31 12:30", Signal.Received).Signal("Tue 2026-03-31 12:40", Signal.Reply)
            .Signal("Tue 2026-03-31 13:00", Signal.Received).Signal("Tue 2026-03-31 13:10", Signal.Reply);

        AttainmentRow row = Assert.Single(Policy(Reply(Hour).Repeating()).Replay([story.History], ReplayPlan.AsOf(At("18:00"))).ByTarget);

        Assert.Equal((1L, 2L, 3L), (row[CycleOutcome.Missed], row[CycleOutcome.Met], row.Total));
    }

    private static int MissedAfter(int seconds) =>
        Policy(Reply(DeadlineRule.Elapsed(Duration.FromSeconds(1)))).Track(Received().History, At("10:00") + Duration.FromSeconds(seconds))["reply"].Current!.PeriodsMissed;

    private static Objective Reply(DeadlineRule rule) => new("reply", Signal.Received, Signal.Reply, [Target(rule)]);

    private static Target Target(DeadlineRule rule) => new Target("target", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"));

    private static SlaPolicy Policy(Objective objective) => new SlaPolicy("edges", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);

    private static Story Opened() => Story.InShanghai().Opened("Tue 2026-03-31 09:00", RapidResponse.Mail);

    private static Story Received() => Opened().Signal("Tue 2026-03-31 10:00", Signal.Received);

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static IReadOnlyList<SlaCycle> Cycles(Objective objective, Story story, string asOf) => Policy(objective).Track(story.History, At(asOf))[objective.Name].Cycles;

    private static SlaCycle Current(Objective objective, Story story, string asOf) => Policy(objective).Track(story.History, At(asOf))[objective.Name].Current!;

    private static SlaCycle OnSite(Story story, string asOf) => RapidResponse.Policy.Track(story.History, At(asOf))["on-site"].Current!;

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}

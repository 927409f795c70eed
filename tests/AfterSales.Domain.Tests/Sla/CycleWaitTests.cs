using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Which waits a cycle has, from when to when, and what each counts.</summary>
public class CycleWaitTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    [Fact]
    public void A_cycle_in_which_nobody_waited_has_no_waits() => Assert.Empty(Cycle(Task(), "Tue 2026-03-31 11:00").Waits);

    [Fact]
    public void An_open_wait_has_no_end_and_counts_up_to_now()
    {
        CycleWait wait = Assert.Single(Cycle(Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer), "Tue 2026-03-31 11:25").Waits);

        Assert.Null(wait.End);
        Assert.Equal((At("Tue 2026-03-31 11:00"), WaitVerdict.Counted, Duration.FromMinutes(25)), (wait.Start, wait.Verdict, wait.Counted));
        Assert.Equal("customer 2026-03-31T03:00:00Z/…: Counted, 25 min", wait.ToString());
    }

    [Fact]
    public void A_wait_ends_where_its_cycle_does()
    {
        Story open = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).Signal("Tue 2026-03-31 11:30", Signal.Arrived);
        Story ended = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).Signal("Tue 2026-03-31 11:30", Signal.Arrived).GoesOn("Tue 2026-03-31 12:00", "w1");
        Story before = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:20", "w1").Signal("Tue 2026-03-31 11:30", Signal.Arrived);

        Assert.Equal(At("Tue 2026-03-31 11:30"), Assert.Single(Cycle(open, "Tue 2026-03-31 13:00").Waits).End);
        Assert.Equal(At("Tue 2026-03-31 11:30"), Assert.Single(Cycle(ended, "Tue 2026-03-31 13:00").Waits).End);
        Assert.Equal("customer 2026-03-31T03:00:00Z/2026-03-31T03:20:00Z: Counted, 20 min", Assert.Single(Cycle(before, "Tue 2026-03-31 13:00").Waits).ToString());
    }

    [Fact]
    public void A_wait_that_only_touches_the_cycle_is_none_of_its()
    {
        Story before = Story.InShanghai().Opened("Tue 2026-03-31 09:00", Urgent).Waits("Tue 2026-03-31 09:30", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 10:00", "w1")
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);
        Story after = Task().Signal("Tue 2026-03-31 11:30", Signal.Arrived).Waits("Tue 2026-03-31 11:30", "w1", WaitReason.Customer);

        Assert.Empty(Cycle(before, "Tue 2026-03-31 11:00").Waits);
        Assert.Empty(Cycle(after, "Tue 2026-03-31 12:00").Waits);
    }

    [Fact]
    public void Of_a_wait_that_was_there_before_only_what_lies_in_the_cycle_counts()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 09:00", Urgent).Waits("Tue 2026-03-31 09:30", "w1", WaitReason.Customer)
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).GoesOn("Tue 2026-03-31 10:15", "w1");

        CycleWait wait = Assert.Single(Cycle(story, "Tue 2026-03-31 11:00").Waits);

        Assert.Equal((At("Tue 2026-03-31 10:00"), Duration.FromMinutes(15)), (wait.Start, wait.Counted));
        Assert.Equal(At("Tue 2026-03-31 12:15"), Cycle(story, "Tue 2026-03-31 11:00").Due!.Value.At);
    }

    [Fact]
    public void A_wait_for_what_pauses_nothing_counts_nothing()
    {
        CycleWait wait = Assert.Single(Cycle(Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Parts), "Tue 2026-03-31 11:25").Waits);

        Assert.Equal((WaitVerdict.NotAPause, Duration.Zero), (wait.Verdict, wait.Counted));
    }

    [Fact]
    public void A_wait_that_begins_at_the_due_counts_and_a_nanosecond_later_does_not()
    {
        Story at = Task().Waits("Tue 2026-03-31 12:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 12:30", "w1");
        Story after = Task().Waits("Tue 2026-03-31 12:00:00.000000001", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 12:30", "w1");

        CycleWait counted = Assert.Single(Cycle(at, "Tue 2026-03-31 12:30").Waits);
        CycleWait late = Assert.Single(Cycle(after, "Tue 2026-03-31 12:30").Waits);

        Assert.Equal((WaitVerdict.Counted, Duration.FromMinutes(30)), (counted.Verdict, counted.Counted));
        Assert.Equal((WaitVerdict.AfterDue, Duration.Zero), (late.Verdict, late.Counted));
    }

    [Fact]
    public void Past_its_cap_a_wait_counts_no_more()
    {
        Story seven = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-04-07 11:00", "w1");
        Story more = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-04-07 11:00:00.000000001", "w1");

        CycleWait just = Assert.Single(Cycle(seven, "Wed 2026-04-08 11:00").Waits);
        CycleWait past = Assert.Single(Cycle(more, "Wed 2026-04-08 11:00").Waits);

        Assert.Equal((WaitVerdict.Counted, Duration.FromDays(7)), (just.Verdict, just.Counted));
        Assert.Equal((WaitVerdict.CapUsedUp, Duration.FromDays(7)), (past.Verdict, past.Counted));
    }

    [Fact]
    public void A_wait_at_the_due_whose_cap_is_used_up_is_not_one_after_it()
    {
        // Seven days have been waited, so the hour that was left ends on Tuesday at noon; nothing moves it any more.
        Story story = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-04-07 11:00", "w1")
            .Waits("Tue 2026-04-07 12:00", "w2", WaitReason.Customer).GoesOn("Tue 2026-04-07 12:30", "w2");

        SlaCycle cycle = Cycle(story, "Tue 2026-04-07 13:00");

        Assert.Equal(At("Tue 2026-04-07 12:00"), cycle.Due!.Value.At);
        Assert.Equal([(WaitVerdict.Counted, Duration.FromDays(7)), (WaitVerdict.CapUsedUp, Duration.Zero)], cycle.Waits.Select(wait => (wait.Verdict, wait.Counted)));
    }

    [Fact]
    public void A_wait_that_begins_this_instant_counts_though_it_has_no_length_yet()
    {
        CycleWait wait = Assert.Single(Cycle(Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer), "Tue 2026-03-31 11:00").Waits);

        Assert.Equal((WaitVerdict.Counted, Duration.Zero), (wait.Verdict, wait.Counted));
    }

    [Fact]
    public void Of_two_waits_at_once_each_counts_its_own_time()
    {
        Story story = Task().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Parts).Waits("Tue 2026-03-31 11:00", "w2", WaitReason.Customer)
            .GoesOn("Tue 2026-03-31 11:20", "w2").GoesOn("Tue 2026-03-31 12:00", "w1");

        SlaCycle cycle = Cycle(Paused(DeadlineRule.Elapsed(Duration.FromHours(2)), Pause.On(WaitReason.Customer), Pause.On(WaitReason.Parts)), story, "Tue 2026-03-31 12:30");

        Assert.Equal([(WaitVerdict.Counted, Duration.FromMinutes(90)), (WaitVerdict.Counted, Duration.FromMinutes(20))], cycle.Waits.Select(wait => (wait.Verdict, wait.Counted)));
        Assert.Equal(At("Tue 2026-03-31 13:30"), cycle.Due!.Value.At);
    }

    [Fact]
    public void A_wait_whose_cap_is_used_up_counts_nothing_though_another_reason_holds_the_clock()
    {
        Story story = Task().Waits("Tue 2026-03-31 10:10", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:10", "w1").Waits("Tue 2026-03-31 11:20", "w2", WaitReason.Parts)
            .Waits("Tue 2026-03-31 11:30", "w3", WaitReason.Customer).GoesOn("Tue 2026-03-31 12:00", "w3").GoesOn("Tue 2026-03-31 13:00", "w2");
        SlaPolicy policy = Paused(DeadlineRule.Elapsed(Duration.FromHours(2)), Pause.On(WaitReason.Customer).UpTo(Duration.FromHours(1)), Pause.On(WaitReason.Parts));

        Assert.Equal(
            [(WaitVerdict.Counted, Duration.FromHours(1)), (WaitVerdict.Counted, Duration.FromMinutes(100)), (WaitVerdict.CapUsedUp, Duration.Zero)],
            Cycle(policy, story, "Tue 2026-03-31 13:10").Waits.Select(wait => (wait.Verdict, wait.Counted)));
    }

    [Fact]
    public void A_wait_after_the_earliest_of_two_dues_is_too_late_though_the_other_part_would_run_on()
    {
        Story story = Task().Waits("Tue 2026-03-31 13:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 13:30", "w1");
        DeadlineRule rule = DeadlineRule.Earliest(DeadlineRule.Elapsed(Duration.FromHours(2)), DeadlineRule.Elapsed(Duration.FromHours(4)));

        SlaCycle cycle = Cycle(Paused(rule, Pause.On(WaitReason.Customer)), story, "Tue 2026-03-31 13:45");

        CycleWait late = Assert.Single(cycle.Waits);
        Assert.Equal(At("Tue 2026-03-31 12:00"), Assert.IsType<BreachedState>(cycle.State).Due);
        Assert.Equal((WaitVerdict.AfterDue, Duration.Zero), (late.Verdict, late.Counted));
    }

    private static SlaPolicy Paused(DeadlineRule rule, params Pause[] pauses) => new("waits", 1, Instant.FromUtc(2026, 1, 1, 0, 0),
        [new Objective("on-site", Signal.TaskReceived, Signal.Arrived, [new Target("all", RequestCondition.Any, rule)]).PausedBy(pauses)]);

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static SlaCycle Cycle(Story story, string asOf) => Cycle(RapidResponse.Policy, story, asOf);

    private static SlaCycle Cycle(SlaPolicy policy, Story story, string asOf) => policy.Track(story.History, At(asOf))["on-site"].Current!;

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

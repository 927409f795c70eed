using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>What a paused clock, its waits and its explanation say held it: the same in all three.</summary>
public class HeldClockTests
{
    private static readonly DeadlineRule NineHours = DeadlineRule.Elapsed(Duration.FromHours(9));
    private static readonly Pause Customer = Pause.On(WaitReason.Customer);
    private static readonly Pause Parts = Pause.On(WaitReason.Parts);

    [Fact]
    public void A_wait_whose_cap_is_used_up_is_not_what_the_clock_waits_for()
    {
        Objective reply = Reply(NineHours).PausedBy(Customer.UpTo(Duration.FromHours(1)), Parts);
        Story story = Received().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 12:00", "w2", WaitReason.Parts);

        SlaCycle cycle = Current(reply, story, "12:20");

        AssertPaused(cycle, "12:00", WaitReason.Parts);
        Assert.Equal(["10:00 Counted", "10:30 Paused customer", "11:30 Counted", "12:00 Paused parts", "12:20 Counted"], Spans(cycle));
        Assert.Equal(["customer CapUsedUp 60", "parts Counted 20"], Waits(cycle));
    }

    [Fact]
    public void A_clock_is_paused_since_the_first_of_the_waits_that_follow_each_other_without_a_gap()
    {
        Objective reply = Reply(NineHours).PausedBy(Customer, Parts);
        Story touching = Received().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:00", "w1").Waits("Tue 2026-03-31 11:00", "w2", WaitReason.Parts);
        Story overlapping = Received().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 10:50", "w2", WaitReason.Parts).GoesOn("Tue 2026-03-31 11:00", "w1");
        Story apart = Received().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:00", "w1").Waits("Tue 2026-03-31 11:00:00.000000001", "w2", WaitReason.Parts);

        AssertPaused(Current(reply, touching, "11:20"), "10:30", WaitReason.Parts);
        AssertPaused(Current(reply, overlapping, "11:20"), "10:30", WaitReason.Parts);
        AssertPaused(Current(reply, apart, "11:20"), "11:00:00.000000001", WaitReason.Parts);
    }

    [Fact]
    public void Of_two_waits_that_overlap_the_one_with_a_cap_is_named_until_it_is_used_up()
    {
        Objective reply = Reply(NineHours).PausedBy(Customer.UpTo(Duration.FromMinutes(30)), Parts);
        Story story = Received().Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 10:45", "w2", WaitReason.Parts);

        AssertPaused(Current(reply, story, "10:59"), "10:30", WaitReason.Customer, WaitReason.Parts);
        AssertPaused(Current(reply, story, "11:20"), "10:30", WaitReason.Parts);
        Assert.Equal(["10:00 Counted", "10:30 Paused customer", "10:45 Paused customer parts", "11:00 Paused parts", "11:20 Counted"], Spans(Current(reply, story, "11:20")));
    }

    [Fact]
    public void A_clock_that_starts_in_a_wait_is_paused_since_its_start()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 09:00", RapidResponse.Mail).Waits("Tue 2026-03-31 09:30", "w1", WaitReason.Customer).Signal("Tue 2026-03-31 10:00", Signal.Received);

        AssertPaused(Current(Reply(NineHours).PausedBy(Customer), story, "10:00"), "10:00", WaitReason.Customer);
        AssertPaused(Current(Reply(NineHours).PausedBy(Customer), story, "10:20"), "10:00", WaitReason.Customer);
    }

    [Fact]
    public void A_wait_that_begins_with_a_change_and_holds_its_deadline_is_told_as_one_that_counts()
    {
        Story story = Task().Reclassified("Tue 2026-03-31 15:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity))
            .Waits("Tue 2026-03-31 15:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 16:00", "w1");

        SlaCycle cycle = Current(RapidResponse.OnSite, story, "16:00");

        Assert.Equal(At("16:00"), cycle.Due!.Value.At);
        Assert.Equal(["customer Counted 60"], Waits(cycle));
        Assert.Equal(["10:00 Counted", "15:00 Paused customer"], Spans(cycle));
    }

    [Fact]
    public void A_wait_that_holds_a_deadline_beside_an_appointment_is_told_as_one_that_counts()
    {
        Objective reply = Reply(DeadlineRule.Earliest(DeadlineRule.Appointment(Duration.Zero), NineHours)).PausedBy(Customer);
        Story story = Received().Appointment("Tue 2026-03-31 10:00", "Tue 2026-03-31 12:00").Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer);
        AssertPaused(Current(reply, story, "12:30"), "11:00", WaitReason.Customer);

        SlaCycle cycle = Current(reply, story.GoesOn("Tue 2026-03-31 13:00", "w1"), "13:00");

        // The time agreed came at 12:00, in the wait that holds the other part; the due lies at its end.
        Assert.Equal((At("13:00"), At("13:00")), (cycle.Due!.Value.At, cycle.Explain(World.Shanghai).DueWithoutNotBefore!.Value.At));
        Assert.Equal(["customer Counted 120"], Waits(cycle));
        Assert.Equal(["10:00 Counted", "12:00 Paused customer"], Spans(cycle));
    }

    [Fact]
    public void A_wait_counts_in_the_part_of_a_clock_that_a_proportional_change_has_closed()
    {
        Story story = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 12:00", "w1")
            .Waits("Tue 2026-03-31 17:30", "w2", WaitReason.Customer).Reclassified("Tue 2026-03-31 18:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity));

        SlaCycle cycle = Current(RapidResponse.OnSite.OnReclassify(ReclassifyMode.Proportional), story, "18:20");

        AssertPaused(cycle, "17:30", WaitReason.Customer);
        Assert.Equal(["customer Counted 60", "customer Counted 50"], Waits(cycle));
        Assert.Equal(["10:00 Counted", "11:00 Paused customer", "12:00 Counted", "17:30 Paused customer", "18:00 Paused customer", "18:20 Counted"], Spans(cycle));
    }

    [Fact]
    public void While_nothing_is_due_no_wait_holds_anything()
    {
        Objective reply = Reply(DeadlineRule.Latest(DeadlineRule.Appointment(Duration.Zero), DeadlineRule.Appointment(Duration.FromHours(1)))).PausedBy(Customer);

        SlaCycle cycle = Current(reply, Received().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer), "11:30");

        Assert.IsType<RunningState>(cycle.State);
        Assert.Equal(["customer NotAPause 0"], Waits(cycle));
    }

    private static void AssertPaused(SlaCycle cycle, string since, params WaitReason[] reasons)
    {
        PausedState paused = Assert.IsType<PausedState>(cycle.State);
        Assert.Equal(At(since), paused.Since);
        Assert.Equal(reasons, paused.Reasons);
    }

    private static IEnumerable<string> Spans(SlaCycle cycle) => cycle.Explain(World.Shanghai).Spans
        .Select(span => string.Join(" ", [World.Text(span.Start, World.Shanghai)[15..20], span.Kind.ToString(), .. span.Waits.Select(wait => wait.Name)]));

    private static IEnumerable<string> Waits(SlaCycle cycle) => cycle.Waits.Select(wait => FormattableString.Invariant($"{wait.Reason} {wait.Verdict} {wait.Counted.TotalMinutes}"));

    private static Objective Reply(DeadlineRule rule) => new("reply", Signal.Received, Signal.Reply, [new Target("target", RequestCondition.Any, rule)]);

    private static Story Received() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received);

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Important, Locality.SameCity)).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static SlaCycle Current(Objective objective, Story story, string asOf) =>
        new SlaPolicy("held", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).Track(story.History, At(asOf))[objective.Name].Current!;

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}

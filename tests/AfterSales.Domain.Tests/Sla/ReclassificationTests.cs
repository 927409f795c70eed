using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class ReclassificationTests
{
    private static readonly ServiceRequest General = RapidResponse.Repair(Severity.General, Locality.SameCity);
    private static readonly ServiceRequest Important = RapidResponse.Repair(Severity.Important, Locality.SameCity);
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);
    private static readonly ServiceRequest UrgentFar = RapidResponse.Repair(Severity.Urgent, Locality.CrossRegion);

    [Fact]
    public void KeepStart_counts_from_the_original_start()
    {
        SlaHistory history = Task(Important).Reclassified("Tue 2026-03-31 10:30", Urgent).History;

        Assert.Equal("Tue 2026-03-31 12:00:00", DueText(RapidResponse.Policy, history, "Tue 2026-03-31 11:00"));
    }

    [Fact]
    public void KeepStart_may_breach_in_the_instant_the_ticket_becomes_urgent_but_not_before_it()
    {
        SlaHistory history = Task(Important).Reclassified("Tue 2026-03-31 15:00", Urgent).History;
        SlaCycle cycle = RapidResponse.Policy.Track(history, At("Tue 2026-03-31 15:10"))["on-site"].Current!;

        BreachedState breach = Assert.IsType<BreachedState>(cycle.State);

        Assert.Equal("Tue 2026-03-31 15:00:00", Text(breach.Due));
        Assert.Equal(Duration.FromMinutes(10), breach.LateBy);
        Assert.Equal("Tue 2026-03-31 15:00:00", Text(cycle.NotBefore!.Value));
    }

    [Fact]
    public void A_wait_that_began_when_the_new_time_was_used_up_already_does_not_hold_the_new_deadline()
    {
        // Three hours were used when the wait began, and urgent problems have two: what was used stays used, though the clock was paused until the change.
        Story story = Task(Important).Waits("Tue 2026-03-31 13:00", "w1", WaitReason.Customer).Reclassified("Tue 2026-03-31 15:00", Urgent);

        Assert.IsType<PausedState>(OnSite(story, "Tue 2026-03-31 14:59").State);
        Assert.Equal("Tue 2026-03-31 15:00:00", Text(Assert.IsType<RunningState>(OnSite(story, "Tue 2026-03-31 15:00").State).Due.At));
        Assert.Equal(Duration.FromMinutes(20), Assert.IsType<BreachedState>(OnSite(story, "Tue 2026-03-31 15:20").State).LateBy);
        Assert.Equal(WaitVerdict.AfterDue, Assert.Single(OnSite(story, "Tue 2026-03-31 15:20").Waits).Verdict);
        Assert.Equal("Tue 2026-03-31 15:00:00", Text(Assert.IsType<BreachedState>(OnSite(story.GoesOn("Tue 2026-03-31 16:00", "w1"), "Tue 2026-03-31 17:00").State).Due));
    }

    [Fact]
    public void A_wait_that_began_while_there_was_new_time_left_goes_on_to_hold_the_new_deadline()
    {
        Story story = Task(Important).Waits("Tue 2026-03-31 11:30", "w1", WaitReason.Customer).Reclassified("Tue 2026-03-31 15:00", Urgent);

        Assert.Equal("Tue 2026-03-31 15:50:00", Text(Assert.IsType<PausedState>(OnSite(story, "Tue 2026-03-31 15:20").State).Due.At));
        Assert.Equal("Tue 2026-03-31 16:30:00", Text(Assert.IsType<RunningState>(OnSite(story.GoesOn("Tue 2026-03-31 16:00", "w1"), "Tue 2026-03-31 16:00").State).Due.At));
    }

    [Fact]
    public void A_breached_cycle_is_frozen()
    {
        SlaHistory history = Task(Urgent).Reclassified("Tue 2026-03-31 12:00:01", UrgentFar).Waits("Tue 2026-03-31 13:00", "w1", WaitReason.Customer).History;
        SlaCycle cycle = RapidResponse.Policy.Track(history, At("Tue 2026-03-31 14:00"))["on-site"].Current!;

        Assert.Equal("urgent, in the city", cycle.Target!.Name);
        Assert.Equal("Tue 2026-03-31 12:00:00", Text(Assert.IsType<BreachedState>(cycle.State).Due));
    }

    [Fact]
    public void A_pause_is_not_lost_when_the_ticket_is_reclassified()
    {
        SlaHistory history = Task(Important).Waits("Tue 2026-03-31 10:10", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 10:40", "w1")
            .Reclassified("Tue 2026-03-31 11:00", Urgent).History;

        Assert.Equal("Tue 2026-03-31 12:30:00", DueText(RapidResponse.Policy, history, "Tue 2026-03-31 11:30"));
    }

    [Fact]
    public void Restart_ends_the_cycle_and_starts_a_new_one_with_its_own_caps()
    {
        SlaPolicy policy = With(ReclassifyMode.Restart);
        SlaHistory history = Task(Important).Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Reclassified("Thu 2026-04-02 10:00", Urgent).History;
        SlaReport report = policy.Track(history, At("Thu 2026-04-02 11:00"));

        Assert.Equal(2, report["on-site"].Cycles.Count);
        EndedState ended = Assert.IsType<EndedState>(report["on-site"].Cycles[0].State);
        Assert.Equal((EndReason.Reclassified, "Thu 2026-04-02 10:00:00"), (ended.Why, Text(ended.At)));
        PausedState paused = Assert.IsType<PausedState>(report["on-site"].Current!.State);
        Assert.Equal("e4", report["on-site"].Current!.StartedBy.Value);
        Assert.Equal("Thu 2026-04-02 13:00:00", Text(paused.Due.At));
        Assert.Equal("Thu 2026-04-09 10:00:00", Text(paused.RunsAgainAt!.Value));
    }

    [Fact]
    public void Proportional_keeps_the_used_share()
    {
        // A third of 24 h is used after 8 h; two thirds of 2 h are left.
        SlaHistory history = Task(Important).Reclassified("Tue 2026-03-31 18:00", Urgent).History;

        Assert.Equal("Tue 2026-03-31 19:20:00", DueText(With(ReclassifyMode.Proportional), history, "Tue 2026-03-31 18:30"));
    }

    [Fact]
    public void Proportional_shares_are_exact_and_rounded_up_to_a_nanosecond()
    {
        // Of 24 h, 7 h are used at 17:00: 17/24 of 2 h = 85 min, and back again 85/120 of 24 h = 17 h.
        SlaHistory history = Task(Important).Reclassified("Tue 2026-03-31 17:00", Urgent).Reclassified("Tue 2026-03-31 17:00:01", Important).History;
        Instant due = With(ReclassifyMode.Proportional).Track(history, At("Tue 2026-03-31 18:00"))["on-site"].Current!.Due!.Value.At;

        // 85 min less one second is 5099 s of 7200 s; of 86,400 s that is 61,188 s.
        Assert.Equal(At("Tue 2026-03-31 17:00:01") + Duration.FromSeconds(61_188), due);
    }

    [Fact]
    public void A_proportional_share_that_is_no_whole_nanosecond_is_rounded_up()
    {
        // Six sevenths of two hours are 6171.428571428571… s.
        Objective visit = new Objective("on-site", Signal.TaskReceived, Signal.Arrived,
            [new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(2))), new Target("else", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(7)))])
            .OnReclassify(ReclassifyMode.Proportional);
        SlaHistory history = Task(Important).Reclassified("Tue 2026-03-31 11:00", Urgent).History;

        Instant due = new SlaPolicy("modes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [visit]).Track(history, At("Tue 2026-03-31 12:00"))["on-site"].Current!.Due!.Value.At;

        Assert.Equal(At("Tue 2026-03-31 11:00") + Duration.FromNanoseconds(6_171_428_571_429L), due);
    }

    [Fact]
    public void Each_proportional_change_begins_a_segment_where_the_one_before_ends()
    {
        // 8 of 24 h are used at 18:00, so 80 of 120 min are left; 40 of them at 18:40, and a third of 24 h is 8 h.
        SlaHistory history = Task(Important).Reclassified("Tue 2026-03-31 18:00", Urgent).Reclassified("Tue 2026-03-31 18:40", Important).History;

        IReadOnlyList<ExplainedSegment> segments = With(ReclassifyMode.Proportional).Track(history, At("Tue 2026-03-31 19:00"))["on-site"].Current!.Explain(World.Shanghai).Segments;

        Assert.Equal(
            [("Tue 2026-03-31 10:00:00", "Tue 2026-03-31 18:00:00"), ("Tue 2026-03-31 18:00:00", "Tue 2026-03-31 18:40:00"), ("Tue 2026-03-31 18:40:00", "Wed 2026-04-01 02:40:00")],
            segments.Select(segment => (Text(segment.Start), Text(segment.End))));
        Assert.Equal([Duration.FromHours(8), Duration.FromMinutes(40), Duration.FromHours(8)], segments.Select(segment => segment.Used!.Value));
    }

    [Fact]
    public void Without_a_change_the_whole_allowance_falls_to_the_only_segment()
    {
        ExplainedSegment only = Assert.Single(OnSite(Task(Urgent), "Tue 2026-03-31 11:00").Explain(World.Shanghai).Segments);

        Assert.Equal((Duration.FromHours(2), Duration.FromHours(2)), (only.Allowance, only.Used));
    }

    [Fact]
    public void A_share_of_an_allowance_that_a_newer_calendar_takes_away_is_no_share_any_more()
    {
        // Two of eight hours are used at noon, so three of four are left. Then Tuesday turns out to be closed: by that, urgent messages of Tuesday are due on Wednesday at 09:00.
        Objective reply = new Objective("reply", Signal.Received, Signal.Reply,
            [
                new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(4)), otherwise: DeadlineRule.NextTime(new LocalTime(9, 0)))).On(CalendarChoice.Named("service-hours")),
                new Target("else", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(8))).On(CalendarChoice.Named("service-hours")),
            ]).OnReclassify(ReclassifyMode.Proportional);
        SlaPolicy policy = new SlaPolicy("modes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [reply]).With(World.ServiceHours)
            .WithPublished(World.ServiceHours.ClosedOn(World.Date("Tue 2026-03-31"), "typhoon").WithVersion(2), At("Tue 2026-03-31 15:00"));
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Important).Signal("Tue 2026-03-31 10:00", Signal.Received).Reclassified("Tue 2026-03-31 12:00", Urgent).History;

        Assert.Equal("Tue 2026-03-31 16:30:00", Text(policy.Track(history, At("Tue 2026-03-31 14:00"))["reply"].Current!.Due!.Value.At));
        SlaCycle cycle = policy.Track(history, At("Tue 2026-03-31 15:00"))["reply"].Current!;
        Assert.Equal("Wed 2026-04-01 09:00:00", Text(cycle.Due!.Value.At));
        Assert.Single(cycle.Explain(World.Shanghai).Segments);
    }

    [Fact]
    public void A_share_is_kept_when_a_newer_calendar_leaves_its_rule_as_it_is()
    {
        Objective reply = new Objective("reply", Signal.Received, Signal.Reply,
            [
                new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.OpenTime(Duration.FromHours(4))).On(CalendarChoice.Named("service-hours")),
                new Target("else", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(8))).On(CalendarChoice.Named("service-hours")),
            ]).OnReclassify(ReclassifyMode.Proportional);
        SlaPolicy policy = new SlaPolicy("modes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [reply]).With(World.ServiceHours)
            .WithPublished(World.ServiceHours.ClosedOn(World.Date("Wed 2026-04-01"), "typhoon").WithVersion(2), At("Tue 2026-03-31 17:00"));
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 12:00", Important).Signal("Tue 2026-03-31 14:30", Signal.Received).Reclassified("Tue 2026-03-31 16:30", Urgent).History;

        // Three of four hours are left at 16:30: half of them on Tuesday, the others on Thursday.
        Assert.Equal("Wed 2026-04-01 10:30:00", Text(policy.Track(history, At("Tue 2026-03-31 16:59"))["reply"].Current!.Due!.Value.At));
        Assert.Equal("Thu 2026-04-02 10:30:00", Text(policy.Track(history, At("Tue 2026-03-31 17:00"))["reply"].Current!.Due!.Value.At));
    }

    [Fact]
    public void A_reclassification_to_the_same_target_changes_nothing()
    {
        SlaPolicy policy = With(ReclassifyMode.Restart);
        SlaHistory history = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", Urgent.WithRegion("Pudong")).History;

        Assert.Single(policy.Track(history, At("Tue 2026-03-31 11:00"))["on-site"].Cycles);
        Assert.Null(policy.Track(history, At("Tue 2026-03-31 11:00"))["on-site"].Current!.NotBefore);
    }

    [Fact]
    public void Reclassifications_at_one_instant_count_as_one()
    {
        SlaPolicy policy = With(ReclassifyMode.Restart);
        SlaHistory backAgain = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", Important).Reclassified("Tue 2026-03-31 10:30", Urgent).History;
        SlaHistory twice = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", Important).Reclassified("Tue 2026-03-31 10:30", UrgentFar).History;

        Assert.Single(policy.Track(backAgain, At("Tue 2026-03-31 11:00"))["on-site"].Cycles);
        Assert.Equal(2, policy.Track(twice, At("Tue 2026-03-31 11:00"))["on-site"].Cycles.Count);
    }

    [Fact]
    public void What_is_no_longer_covered_is_cancelled_with_the_reason_and_judged_again_when_it_is()
    {
        Story story = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", General);
        CancelledState cancelled = Assert.IsType<CancelledState>(RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 15:00"))["on-site"].Current!.State);
        Assert.Equal(NoDeadlineCode.Exempt, cancelled.Reason!.Code);

        story.Reclassified("Tue 2026-03-31 16:00", Important);
        Assert.Equal("Wed 2026-04-01 10:00:00", DueText(RapidResponse.Policy, story.History, "Tue 2026-03-31 17:00"));
    }

    [Fact]
    public void What_was_never_due_is_exempt_for_the_reason_that_holds_by_now()
    {
        SlaCycle cycle = Excepting.Track(Task(General).Reclassified("Tue 2026-03-31 10:30", Important).History, At("Tue 2026-03-31 11:00"))["on-site"].Current!;

        Assert.Equal(("by contract", "as the contract says"), (cycle.Target!.Name, Assert.IsType<ExemptState>(cycle.State).Reason.Detail));
    }

    [Fact]
    public void What_was_cancelled_keeps_the_target_that_it_had_and_the_instant_of_the_loss()
    {
        Story story = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", General).Reclassified("Tue 2026-03-31 11:00", Important);

        SlaCycle cycle = Excepting.Track(story.History, At("Tue 2026-03-31 12:00"))["on-site"].Current!;

        Assert.Equal(("urgent", "Tue 2026-03-31 10:30:00"), (cycle.Target!.Name, Text(Assert.IsType<CancelledState>(cycle.State).At)));
    }

    [Fact]
    public void A_stop_while_nothing_was_due_has_met_the_clock_that_is_judged_later()
    {
        SlaHistory history = Task(General).Signal("Tue 2026-03-31 18:00", Signal.Arrived).Reclassified("Tue 2026-03-31 19:00", Urgent).History;

        MetState met = Assert.IsType<MetState>(RapidResponse.Policy.Track(history, At("Wed 2026-04-01 10:00"))["on-site"].Current!.State);

        Assert.Equal("Tue 2026-03-31 18:00:00", Text(met.At));
    }

    /// <summary>Two hours for urgent problems; important and general ones are exempt, each for a reason of its own.</summary>
    private static SlaPolicy Excepting { get; } = new("exceptions", 1, Instant.FromUtc(2026, 1, 1, 0, 0),
        [
            new Objective("on-site", Signal.TaskReceived, Signal.Arrived,
                [
                    new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(2))),
                    Target.Exempt("by contract", RequestCondition.Severity(Severity.Important), "as the contract says"),
                    Target.Exempt("by appointment", RequestCondition.Any, "as agreed"),
                ]),
        ]);

    private static SlaCycle OnSite(Story story, string asOf) => RapidResponse.Policy.Track(story.History, At(asOf))["on-site"].Current!;

    private static Story Task(ServiceRequest request) =>
        Story.InShanghai().Opened("Tue 2026-03-31 10:00", request).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static SlaPolicy With(ReclassifyMode mode) => new("modes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite.OnReclassify(mode)]);

    private static string DueText(SlaPolicy policy, SlaHistory history, string asOf) => Text(policy.Track(history, At(asOf))["on-site"].Current!.Due!.Value.At);

    private static Instant At(string text) => World.At(text, World.Shanghai);

    private static string Text(Instant at) => World.Text(at, World.Shanghai);
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>What changes a running clock: reclassifications one after another and in one instant, appointments, a tracker's saved state.</summary>
public class ClockChangeTests
{
    private static readonly ServiceRequest General = RapidResponse.Repair(Severity.General, Locality.SameCity);
    private static readonly ServiceRequest Important = RapidResponse.Repair(Severity.Important, Locality.SameCity);
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);
    private static readonly RequestCondition IsUrgent = RequestCondition.Severity(Severity.Urgent);
    private static readonly RequestCondition IsImportant = RequestCondition.Severity(Severity.Important);
    private static readonly DeadlineRule Agreed = DeadlineRule.Appointment(Duration.Zero);
    private static readonly DeadlineRule Day = DeadlineRule.Elapsed(Duration.FromHours(24));

    [Fact]
    public void What_happens_between_two_reclassifications_of_one_instant_is_not_lost()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", General).Reclassified("Tue 2026-03-31 10:30", Important)
            .Signal("Tue 2026-03-31 10:30", Signal.TaskReceived).Waits("Tue 2026-03-31 10:30", "w1", WaitReason.Customer).Reclassified("Tue 2026-03-31 10:30", Urgent);
        Assert.Equal(At("10:30"), Assert.IsType<PausedState>(Current(story, "10:40").State).Since);

        story.GoesOn("Tue 2026-03-31 10:40", "w1");
        Assert.Equal(At("12:40"), Current(story, "11:00").Due!.Value.At);
        Assert.Empty(Policy(RapidResponse.OnSite).Track(story.History, At("11:00")).Ignored);
        Assert.Single(Current(story, "11:00").Waits);
    }

    [Fact]
    public void A_second_start_between_two_reclassifications_of_one_instant_is_ignored_once()
    {
        Story story = Task(Important).Reclassified("Tue 2026-03-31 10:30", Urgent).Signal("Tue 2026-03-31 10:30", Signal.TaskReceived).Reclassified("Tue 2026-03-31 10:30", Important);

        Assert.Equal("e4", Assert.Single(Policy(RapidResponse.OnSite).Track(story.History, At("11:00")).Ignored).Event.Id.Value);
    }

    [Fact]
    public void What_happens_after_the_instant_of_a_reclassification_is_not_told_again_by_the_next()
    {
        Story story = Task(Important).Reclassified("Tue 2026-03-31 10:30", Urgent).Signal("Tue 2026-03-31 10:40", Signal.TaskReceived).Reclassified("Tue 2026-03-31 10:50", Important).Reclassified("Tue 2026-03-31 10:50", Urgent);

        SlaReport report = Policy(RapidResponse.OnSite).Track(story.History, At("11:00"));

        Assert.Single(report.Ignored);
        Assert.Equal(At("12:00"), report["on-site"].Current!.Due!.Value.At);
    }

    [Fact]
    public void A_clock_that_was_changed_before_it_lost_its_deadline_is_cancelled_all_the_same()
    {
        Story story = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", Important).Reclassified("Tue 2026-03-31 11:00", General);

        CancelledState cancelled = Assert.IsType<CancelledState>(Current(story, "12:00").State);

        Assert.Equal((At("11:00"), null, NoDeadlineCode.Exempt), (cancelled.At, cancelled.By, cancelled.Reason!.Code));
    }

    [Fact]
    public void A_cancelled_clock_stays_cancelled_since_then_while_the_reason_may_change()
    {
        Objective visit = Visit(new Target("urgent", IsUrgent, DeadlineRule.Elapsed(Duration.FromHours(2))), Target.Exempt("general", RequestCondition.Severity(Severity.General), "by appointment"));
        Story story = Task(Urgent).Reclassified("Tue 2026-03-31 10:30", General).Reclassified("Tue 2026-03-31 11:00", Important);

        CancelledState cancelled = Assert.IsType<CancelledState>(Current(visit, story, "12:00").State);
        Assert.Equal((At("10:30"), NoDeadlineCode.NoTarget), (cancelled.At, cancelled.Reason!.Code));

        story.Reclassified("Tue 2026-03-31 11:30", Urgent).Reclassified("Tue 2026-03-31 11:40", Important);
        Assert.Equal(At("11:40"), Assert.IsType<CancelledState>(Current(visit, story, "12:00").State).At);
    }

    [Fact]
    public void A_clock_that_never_had_a_deadline_only_changes_its_reason()
    {
        Objective visit = Visit(new Target("urgent", IsUrgent, Day), Target.Exempt("general", RequestCondition.Severity(Severity.General), "by appointment"));

        Assert.Equal(NoDeadlineCode.NoTarget, Assert.IsType<NotCoveredState>(Current(visit, Task(General).Reclassified("Tue 2026-03-31 10:30", Important), "11:00").State).Reason.Code);
    }

    [Fact]
    public void A_wait_that_begins_with_a_change_holds_the_deadline_that_the_change_brings()
    {
        // Two hours from 10:00 have passed at 15:00, so the change makes it due at once; and in that instant the wait begins.
        Story story = Task(Important).Reclassified("Tue 2026-03-31 15:00", Urgent).Waits("Tue 2026-03-31 15:00", "w1", WaitReason.Customer);
        Assert.Equal(At("15:20"), Assert.IsType<PausedState>(Current(story, "15:20").State).Due.At);

        story.GoesOn("Tue 2026-03-31 16:00", "w1");
        Assert.Equal(At("16:00"), Assert.IsType<RunningState>(Current(story, "16:00").State).Due.At);
    }

    [Fact]
    public void A_change_in_the_instant_of_the_start_starts_nothing_anew()
    {
        Objective restart = RapidResponse.OnSite.OnReclassify(ReclassifyMode.Restart);
        SlaReport report = Policy(restart).Track(Task(Important).Reclassified("Tue 2026-03-31 10:00", Urgent).History, At("11:00"));

        SlaCycle cycle = Assert.Single(report["on-site"].Cycles);
        Assert.Equal(("urgent, in the city", At("12:00")), (cycle.Target!.Name, cycle.Due!.Value.At));
    }

    [Fact]
    public void Shares_used_before_each_of_two_proportional_changes_are_told()
    {
        // 8 of 24 h; then 20 of the 80 min that are left; 60 of 120 min are left, which are 12 of 24 h.
        Story story = Task(Important).Reclassified("Tue 2026-03-31 18:00", Urgent).Reclassified("Tue 2026-03-31 18:20", Important);

        SlaCycle cycle = Current(RapidResponse.OnSite.OnReclassify(ReclassifyMode.Proportional), story, "19:00");

        Assert.Equal(At("18:20") + Duration.FromHours(12), cycle.Due!.Value.At);
        Assert.Equal([Duration.FromHours(8), Duration.FromMinutes(20), Duration.FromHours(12)], cycle.Explain(World.Shanghai).Segments.Select(segment => segment.Used!.Value));
    }

    [Fact]
    public void Without_an_amount_of_time_on_both_sides_a_proportional_change_keeps_the_start()
    {
        DeadlineRule noon = DeadlineRule.NextTime(LocalTime.Noon);
        Objective toTime = Visit(new Target("urgent", IsUrgent, noon), new Target("important", IsImportant, Day)).OnReclassify(ReclassifyMode.Proportional);
        Objective fromTime = Visit(new Target("urgent", IsUrgent, Day), new Target("important", IsImportant, noon)).OnReclassify(ReclassifyMode.Proportional);
        Story story = Task(Important).Reclassified("Tue 2026-03-31 10:30", Urgent);

        // Where no calendar is named, noon is UTC: 20:00 in Shanghai.
        Assert.Equal(At("20:00"), Current(toTime, story, "11:00").Due!.Value.At);
        Assert.Equal(At("10:00") + Duration.FromHours(24), Current(fromTime, story, "11:00").Due!.Value.At);
        Assert.Equal(At("10:30"), Current(fromTime, story, "11:00").NotBefore);
    }

    [Fact]
    public void A_deadline_that_counts_from_an_appointment_agreed_earlier_has_it_from_its_start()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00").Signal("Tue 2026-03-31 10:30", Signal.TaskReceived);

        SlaCycle cycle = Current(Visit(Any(Agreed)), story, "11:00");

        Assert.Equal((At("16:00"), null), (cycle.Due!.Value.At, cycle.NotBefore));
    }

    [Fact]
    public void An_appointment_changes_exactly_the_deadlines_that_count_from_one()
    {
        Story story = Task(Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00");
        DeadlineRule[] counting =
        [
            Agreed, DeadlineRule.Earliest(Day, Agreed), DeadlineRule.Latest(Agreed, Day), DeadlineRule.IfOpen(Agreed, Day), DeadlineRule.IfOpen(Day, Agreed),
        ];
        DeadlineRule[] other = [Day, DeadlineRule.Earliest(Day), DeadlineRule.Latest(Day), DeadlineRule.IfOpen(Day, Day), DeadlineRule.OpenTime(Duration.FromHours(1))];

        Assert.All(counting, rule => Assert.Equal(At("10:10"), Current(Visit(Any(rule)), story, "11:00").NotBefore));
        Assert.All(other, rule => Assert.Null(Current(Visit(Any(rule)), story, "11:00").NotBefore));
    }

    [Fact]
    public void The_same_appointment_agreed_again_changes_nothing()
    {
        Story story = Task(Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00").Appointment("Tue 2026-03-31 10:20", "Tue 2026-03-31 16:00");

        Assert.Equal(At("10:10"), Current(Visit(Any(Agreed)), story, "11:00").NotBefore);
    }

    [Fact]
    public void An_appointment_moved_after_the_breach_does_not_revive_it()
    {
        Story story = Task(Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 11:00").Appointment("Tue 2026-03-31 11:30", "Tue 2026-03-31 16:00");

        Assert.Equal(At("11:00"), Assert.IsType<BreachedState>(Current(Visit(Any(Agreed)), story, "12:00").State).Due);
    }

    [Fact]
    public void An_appointment_agreed_after_the_stop_does_not_change_what_is_over()
    {
        Story story = Task(Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00").Signal("Tue 2026-03-31 15:00", Signal.Arrived).Appointment("Tue 2026-03-31 15:10", "Wed 2026-04-01 16:00");

        Assert.Equal((At("16:00"), At("10:10")), (Current(Visit(Any(Agreed)), story, "17:00").Due!.Value.At, Current(Visit(Any(Agreed)), story, "17:00").NotBefore));
    }

    [Fact]
    public void An_appointment_agreed_while_there_was_no_deadline_counts_when_there_is_one()
    {
        Objective visit = Visit(new Target("urgent", IsUrgent, Agreed), Target.Exempt("general", RequestCondition.Any, "by appointment"));
        Story story = Task(General).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00").Reclassified("Tue 2026-03-31 10:30", Urgent);

        Assert.Equal((At("16:00"), At("10:30")), (Current(visit, story, "11:00").Due!.Value.At, Current(visit, story, "11:00").NotBefore));
    }

    [Fact]
    public void An_alarm_before_the_due_by_more_than_the_whole_time_fires_at_the_start()
    {
        Alarm early = Alarm.BeforeDue(Duration.FromHours(3));
        DeadlineRule[] within = [DeadlineRule.Elapsed(Duration.FromHours(2)), DeadlineRule.OpenTime(Duration.FromHours(2)), DeadlineRule.NextTime(new LocalTime(4, 0))];

        Assert.All(within, rule =>
        {
            SlaReport report = Policy(Visit(Any(rule)).WithAlarms(early)).Track(Task(Urgent).History, At("10:00"));
            Assert.Equal(At("10:00"), Assert.Single(report.AlarmsBetween(At("09:59"), At("10:00"))).At);
        });
    }

    [Fact]
    public void A_saved_tracker_goes_on_only_with_its_own_policy()
    {
        SlaTracker tracker = RapidResponse.Policy.StartTracking();
        Assert.Equal((0, null), (tracker.Count, tracker.LastAt));
        foreach (SlaEvent one in Task(Urgent).Waits("Tue 2026-03-31 10:20", "w1", WaitReason.Customer).Events)
        {
            tracker.Apply(one);
        }

        SlaTrackerSnapshot saved = tracker.ToSnapshot();

        Assert.Equal((3, At("10:20"), "rapid-response v1 after 3 events"), (tracker.Count, tracker.LastAt!.Value, saved.ToString()));
        Assert.Equal(tracker.Report(At("10:20")).ToString(), SlaTracker.From(saved, RapidResponse.Policy).Report(At("10:20")).ToString());
        Assert.Contains("rapid-response v1, and the policy is other v1", Refused("other", 1), StringComparison.Ordinal);
        Assert.Contains("rapid-response v1, and the policy is rapid-response v2", Refused("rapid-response", 2), StringComparison.Ordinal);
        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Report(At("10:20") - Duration.Epsilon)).ParamName);
        Assert.Equal("snapshot", Assert.Throws<ArgumentNullException>(() => SlaTracker.From(null!, RapidResponse.Policy)).ParamName);
        Assert.Equal("policy", Assert.Throws<ArgumentNullException>(() => SlaTracker.From(saved, null!)).ParamName);
        Assert.Equal("happened", Assert.Throws<ArgumentNullException>(() => tracker.Apply(null!)).ParamName);

        string Refused(string name, int version) =>
            Assert.Throws<ArgumentException>(() => SlaTracker.From(saved, new SlaPolicy(name, version, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite]))).Message;
    }

    [Fact]
    public void A_snapshot_names_a_policy_and_a_version_and_holds_a_history_or_nothing()
    {
        Assert.Empty(new SlaTrackerSnapshot("p", 1, []).Events);
        Assert.Equal("policy", Assert.Throws<ArgumentException>(() => new SlaTrackerSnapshot(" ", 1, [])).ParamName);
        Assert.Equal("policyVersion", Assert.Throws<ArgumentOutOfRangeException>(() => new SlaTrackerSnapshot("p", 0, [])).ParamName);
        Assert.Equal("events", Assert.Throws<ArgumentNullException>(() => new SlaTrackerSnapshot("p", 1, null!)).ParamName);
        Assert.Throws<ArgumentException>(() => new SlaTrackerSnapshot("p", 1, Task(Urgent).Events.Skip(1)));
    }

    private static Target Any(DeadlineRule rule) => new("target", RequestCondition.Any, rule);

    private static Objective Visit(params Target[] targets) => new("visit", Signal.TaskReceived, Signal.Arrived, targets);

    private static SlaPolicy Policy(Objective objective) => new("changes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]);

    private static Story Task(ServiceRequest request) => Story.InShanghai().Opened("Tue 2026-03-31 10:00", request).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static SlaCycle Current(Story story, string asOf) => Current(RapidResponse.OnSite, story, asOf);

    private static SlaCycle Current(Objective objective, Story story, string asOf) => Policy(objective).Track(story.History, At(asOf))[objective.Name].Current!;

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}

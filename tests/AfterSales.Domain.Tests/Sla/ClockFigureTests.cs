using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>The figures of a cycle with and without an amount of time, and what no longer changes a cycle that is over.</summary>
public class ClockFigureTests
{
    private static readonly ServiceRequest General = RapidResponse.Repair(Severity.General, Locality.SameCity);
    private static readonly ServiceRequest Important = RapidResponse.Repair(Severity.Important, Locality.SameCity);
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    [Fact]
    public void A_cycle_without_a_deadline_has_no_figures()
    {
        SlaCycle cycle = Current(RapidResponse.OnSite, Task(General), "18:00");

        Assert.Equal((null, null, null), (cycle.Due, cycle.NotBefore, cycle.Calendar));
        Assert.Equal((null, null, null, null, 0), (cycle.Allowance, cycle.Used, cycle.Left, cycle.UntilDue, cycle.PeriodsMissed));
        Assert.Equal(("e2", At("10:00"), "by appointment"), (cycle.StartedBy.Value, cycle.Start, cycle.Target!.Name));
    }

    [Fact]
    public void A_deadline_that_is_a_time_has_nothing_to_use_up_and_shows_the_time_until_it()
    {
        // 09:30 was over; the next is on Wed.
        SlaCycle cycle = Current(Visit(Any(DeadlineRule.NextTime(new LocalTime(9, 30)))), Task(Urgent), "18:00");

        Assert.Equal((null, null, null, Duration.FromHours(15.5)), (cycle.Allowance, cycle.Used, cycle.Left, cycle.UntilDue));
        Assert.Equal(Duration.FromHours(15.5), Assert.IsType<RunningState>(cycle.State).Left);
    }

    [Fact]
    public void An_amount_of_open_time_is_used_up_only_while_open()
    {
        SlaCycle cycle = Current(Visit(Any(DeadlineRule.OpenTime(Duration.FromHours(3)))), Task(Urgent), "12:40");

        Assert.Equal((Duration.FromHours(3), Duration.FromHours(2), Duration.FromHours(1)), (cycle.Allowance, cycle.Used, cycle.Left));
        Assert.Equal((At("14:30"), Duration.FromMinutes(110)), (cycle.Due!.Value.At, cycle.UntilDue));
    }

    [Fact]
    public void Of_a_choice_by_opening_the_part_that_was_taken_gives_the_figures()
    {
        DeadlineRule rule = DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(3)), DeadlineRule.NextTime(new LocalTime(9, 30)));
        Story night = Story.InShanghai().Opened("Tue 2026-03-31 08:30", Urgent).Signal("Tue 2026-03-31 08:30", Signal.TaskReceived);

        Assert.Equal(Duration.FromHours(3), Current(Visit(Any(rule)), Task(Urgent), "11:00").Allowance);
        Assert.Equal((null, At("09:30")), (Current(Visit(Any(rule)), night, "09:00").Allowance, Current(Visit(Any(rule)), night, "09:00").Due!.Value.At));
    }

    [Fact]
    public void What_is_over_is_late_by_its_own_end_and_not_by_the_look()
    {
        SlaCycle met = Current(RapidResponse.OnSite, Task(Urgent).Signal("Tue 2026-03-31 11:30", Signal.Arrived), "18:00");
        SlaCycle late = Current(RapidResponse.OnSite, Task(Urgent).Signal("Tue 2026-03-31 15:00", Signal.Arrived), "18:00");

        Assert.Equal((Duration.FromMinutes(90), Duration.FromMinutes(30), Duration.FromMinutes(30), 0), (met.Used, met.Left, met.UntilDue, met.PeriodsMissed));
        Assert.Equal((At("15:00"), Duration.FromHours(3), 2), (late.FinishedAt, Assert.IsType<BreachedState>(late.State).LateBy, late.PeriodsMissed));
    }

    [Fact]
    public void A_cycle_that_is_over_is_not_judged_by_what_the_request_becomes()
    {
        SlaCycle met = Current(RapidResponse.OnSite, Task(Important).Signal("Tue 2026-03-31 16:00", Signal.Arrived).Reclassified("Tue 2026-03-31 17:00", Urgent), "18:00");
        SlaCycle cancelled = Current(RapidResponse.OnSite, Task(General).Signal("Tue 2026-03-31 16:00", Signal.Merged).Reclassified("Tue 2026-03-31 17:00", Urgent), "18:00");

        Assert.Equal(("important, in the city", Duration.FromHours(18)), (met.Target!.Name, Assert.IsType<MetState>(met.State).Margin));
        Assert.Equal("by appointment", cancelled.Target!.Name);
        Assert.IsType<ExemptState>(cancelled.State);
    }

    [Fact]
    public void A_change_to_a_time_forgets_the_shares_of_the_changes_before()
    {
        Objective visit = Visit(
                new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(2))),
                new Target("important", RequestCondition.Severity(Severity.Important), DeadlineRule.Elapsed(Duration.FromHours(24))),
                new Target("general", RequestCondition.Any, DeadlineRule.Latest(DeadlineRule.Elapsed(Duration.FromHours(30)), DeadlineRule.NextTime(new LocalTime(9, 30)))))
            .OnReclassify(ReclassifyMode.Proportional);
        Story story = Task(Important).Reclassified("Tue 2026-03-31 18:00", Urgent).Reclassified("Tue 2026-03-31 18:10", General);

        SlaCycle cycle = Current(visit, story, "19:00");

        Assert.Equal(At("10:00") + Duration.FromHours(30), cycle.Due!.Value.At);
        Assert.Equal("general", Assert.Single(cycle.Explain(World.Shanghai).Segments).Target.Name);
    }

    [Fact]
    public void An_opening_is_amended_by_an_opening_only()
    {
        Story story = Task(Urgent);
        story.Add(SlaEvent.Amended(story.NextId, At("11:00"), new EventId("e1"), SlaEvent.Signalled(new EventId("e1b"), At("10:00"), Signal.Received), "misread"));

        SlaReport report = Policy(RapidResponse.OnSite).Track(story.History, At("11:30"));

        Assert.Equal("e3", Assert.Single(report.Ignored, one => one.Reason == IgnoredReason.OpeningAmended).Event.Id.Value);
        Assert.Equal(At("12:00"), report["on-site"].Current!.Due!.Value.At);
    }

    [Fact]
    public void A_report_of_a_tracker_stands_apart_from_what_the_tracker_does_next()
    {
        SlaPolicy policy = Policy(RapidResponse.OnSite.OnReclassify(ReclassifyMode.Proportional).OnReopen(ReopenMode.Resume));
        Story story = Task(Important).Reclassified("Tue 2026-03-31 18:00", Urgent).Signal("Tue 2026-03-31 18:10", Signal.Arrived).Signal("Tue 2026-03-31 18:30", Signal.Reopened)
            .Reclassified("Tue 2026-03-31 18:40", Important).Waits("Tue 2026-03-31 18:50", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 19:00", "w1").Reclassified("Tue 2026-03-31 19:10", General);
        SlaTracker tracker = policy.StartTracking();
        List<(SlaReport Report, string Told)> reports = [];

        foreach (SlaEvent one in story.Events)
        {
            tracker.Apply(one);
            SlaReport report = tracker.Report(one.At);
            reports.Add((report, Told(report)));
        }

        Assert.All(reports, one => Assert.Equal(one.Told, Told(one.Report)));
        Assert.All(reports.Skip(1), one => Assert.Equal(one.Told, Told(policy.Track(new SlaHistory(one.Report.History!.Events), one.Report.AsOf))));

        static string Told(SlaReport report) => string.Join("\n", report.Objectives.SelectMany(one => one.Cycles).Select(cycle => $"{cycle} {cycle.NotBefore} {cycle.FirstStop} {string.Join(";", cycle.Waits)} {cycle.Explain(World.Shanghai)}"));
    }

    [Fact]
    public void A_report_and_a_replay_count_what_was_ignored_of_events_and_of_amendments()
    {
        SlaHistory history = Task(Urgent).Signal("Tue 2026-03-31 10:10", Signal.TaskReceived).TakenBack("Tue 2026-03-31 10:20", "e9", "?").History;
        SlaPolicy policy = Policy(RapidResponse.OnSite);

        Assert.Equal([IgnoredReason.SecondStart, IgnoredReason.NothingToAmend], policy.Track(history, At("11:00")).Ignored.Select(one => one.Reason));
        Assert.Equal(2, policy.Replay([history], ReplayPlan.AsOf(At("11:00"))).IgnoredEvents);
    }

    [Fact]
    public void A_report_without_amendments_is_its_own_unamended_one()
    {
        SlaReport report = Policy(RapidResponse.OnSite).Track(Task(Urgent).History, At("11:00"));

        Assert.Same(report, report.Unamended);
        Assert.Empty(report.AlarmsBetween(At("11:00"), At("11:00")));
        Assert.Equal("objective", Assert.Throws<ArgumentNullException>(() => report[null!]).ParamName);
    }

    [Fact]
    public void A_signal_that_ends_cancels_and_stops_does_the_first_of_these()
    {
        Story story = Task(Urgent).Signal("Tue 2026-03-31 11:00", Signal.Arrived);
        Objective visit = Visit(Any(DeadlineRule.Elapsed(Duration.FromHours(2))));

        Assert.IsType<EndedState>(Current(visit.EndedOn(Signal.Arrived).CancelledOn(Signal.Arrived), story, "11:30").State);
        Assert.IsType<CancelledState>(Current(visit.CancelledOn(Signal.Arrived), story, "11:30").State);
        Assert.IsType<MetState>(Current(visit, story, "11:30").State);
    }

    [Fact]
    public void A_breach_that_was_ended_or_cancelled_stays_one_and_a_due_that_was_just_kept_does_not()
    {
        Objective visit = Visit(Any(DeadlineRule.Elapsed(Duration.FromHours(1)))).EndedOn(Signal.Resolved).CancelledOn(Signal.Merged);

        Assert.IsType<EndedState>(Current(visit, Task(Urgent).Signal("Tue 2026-03-31 11:00", Signal.Resolved), "12:00").State);
        Assert.IsType<CancelledState>(Current(visit, Task(Urgent).Signal("Tue 2026-03-31 11:00", Signal.Merged), "12:00").State);
        Assert.All([Signal.Resolved, Signal.Merged], signal =>
        {
            BreachedState late = Assert.IsType<BreachedState>(Current(visit, Task(Urgent).Signal("Tue 2026-03-31 11:00:01", signal), "12:00").State);
            Assert.Equal((null, Duration.FromSeconds(1)), (late.At, late.LateBy));
        });
    }

    [Fact]
    public void An_explanation_is_asked_for_in_a_zone() =>
        Assert.Equal("zone", Assert.Throws<ArgumentNullException>(() => Current(RapidResponse.OnSite, Task(Urgent), "11:00").Explain(null!)).ParamName);

    private static Target Any(DeadlineRule rule) => new Target("target", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"));

    private static Objective Visit(params Target[] targets) => new("visit", Signal.TaskReceived, Signal.Arrived, targets);

    private static SlaPolicy Policy(Objective objective) => new SlaPolicy("figures", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);

    private static Story Task(ServiceRequest request) => Story.InShanghai().Opened("Tue 2026-03-31 10:00", request).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static SlaCycle Current(Objective objective, Story story, string asOf) => Policy(objective).Track(story.History, At(asOf))[objective.Name].Current!;

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>What a clock that is resumed learns of what happened while it was finished.</summary>
public class ResumptionTests
{
    private static readonly ServiceRequest General = RapidResponse.Repair(Severity.General, Locality.SameCity);
    private static readonly ServiceRequest Important = RapidResponse.Repair(Severity.Important, Locality.SameCity);
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    /// <summary>24 hours for important problems, two for urgent ones.</summary>
    private static readonly Objective Resumed = RapidResponse.OnSite.OnReopen(ReopenMode.Resume);

    [Fact]
    public void A_holiday_published_while_the_problem_was_resolved_counts_when_it_is_reopened()
    {
        // One of four hours was used; one is left on Tuesday, and Wednesday has become a holiday meanwhile.
        Objective repair = new Objective("repair", Signal.Received, Signal.Resolved,
            [new Target("four hours", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(4))).On(CalendarChoice.Named("service-hours"))]).OnReopen(ReopenMode.Resume);
        SlaPolicy before = new SlaPolicy("repairs", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [repair]).With(World.ServiceHours);
        SlaPolicy published = before.WithPublished(World.ServiceHours.ClosedOn(World.Date("Wed 2026-04-01"), "stock-taking").WithVersion(2), At("Tue 2026-03-31 16:00"));
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received)
            .Signal("Tue 2026-03-31 11:00", Signal.Resolved).Signal("Tue 2026-03-31 17:00", Signal.Reopened).History;

        Assert.Equal(At("Wed 2026-04-01 11:00"), Due(before, history, "Tue 2026-03-31 17:30"));
        Assert.Equal(At("Thu 2026-04-02 11:00"), Due(published, history, "Tue 2026-03-31 17:30"));
        Assert.Equal(At("Tue 2026-03-31 15:30"), Due(published, history, "Tue 2026-03-31 16:30"));
    }

    [Fact]
    public void A_holiday_published_while_the_problem_was_resolved_is_no_reclassification_that_restarts_the_clock()
    {
        Objective repair = new Objective("repair", Signal.Received, Signal.Resolved,
                [new Target("four hours", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(4))).On(CalendarChoice.Named("service-hours"))])
            .OnReopen(ReopenMode.Resume).OnReclassify(ReclassifyMode.Restart);
        SlaPolicy policy = new SlaPolicy("repairs", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [repair]).With(World.ServiceHours)
            .WithPublished(World.ServiceHours.ClosedOn(World.Date("Wed 2026-04-01"), "stock-taking").WithVersion(2), At("Tue 2026-03-31 16:00"));
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received)
            .Signal("Tue 2026-03-31 11:00", Signal.Resolved).Signal("Tue 2026-03-31 17:00", Signal.Reopened).History;

        SlaCycle only = Assert.Single(policy.Track(history, At("Tue 2026-03-31 17:30"))["repair"].Cycles);

        Assert.Equal(("e2", At("Thu 2026-04-02 11:00")), (only.StartedBy.Value, only.Due!.Value.At));
    }

    [Fact]
    public void An_appointment_agreed_while_the_problem_was_resolved_counts_when_it_is_reopened()
    {
        Story story = Task(Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00").Signal("Tue 2026-03-31 15:00", Signal.Arrived)
            .Appointment("Tue 2026-03-31 15:30", "Wed 2026-04-01 16:00").Signal("Tue 2026-03-31 17:00", Signal.Reopened);

        Assert.Equal(At("Wed 2026-04-01 16:00"), Assert.IsType<RunningState>(Current(ByAppointment, story, "Tue 2026-03-31 18:00").State).Due.At);
    }

    [Fact]
    public void An_appointment_that_passed_while_the_problem_was_resolved_is_not_missed_before_the_reopening()
    {
        Story story = Task(Urgent).Appointment("Tue 2026-03-31 10:10", "Tue 2026-03-31 16:00").Signal("Tue 2026-03-31 15:00", Signal.Arrived).Signal("Tue 2026-03-31 17:00", Signal.Reopened);

        SlaCycle cycle = Current(ByAppointment, story, "Tue 2026-03-31 17:00");

        Assert.Equal((At("Tue 2026-03-31 17:00"), At("Tue 2026-03-31 17:00")), (Assert.IsType<RunningState>(cycle.State).Due.At, cycle.NotBefore));
        Assert.Equal(Duration.FromMinutes(10), Assert.IsType<BreachedState>(Current(ByAppointment, story, "Tue 2026-03-31 17:10").State).LateBy);
    }

    [Fact]
    public void A_reopening_that_changes_nothing_but_the_time_holds_no_due_back() =>
        Assert.Null(Current(Resumed, Task(Important).Signal("Tue 2026-03-31 11:00", Signal.Arrived).Signal("Tue 2026-03-31 13:00", Signal.Reopened), "Tue 2026-03-31 13:10").NotBefore);

    [Fact]
    public void A_problem_that_became_urgent_while_it_was_resolved_is_urgent_when_it_is_reopened()
    {
        // An hour of the two was used; the two hours in which it was resolved do not count.
        SlaCycle cycle = Current(Resumed, UrgentMeanwhile(), "Tue 2026-03-31 13:10");

        Assert.Equal(("urgent, in the city", At("Tue 2026-03-31 14:00"), At("Tue 2026-03-31 11:00")), (cycle.Target!.Name, cycle.Due!.Value.At, cycle.FirstStop));
    }

    [Fact]
    public void Proportionally_the_share_used_before_the_resolution_stays_used()
    {
        // An hour of 24 was used: 23 of 24 parts of two hours are left.
        SlaCycle cycle = Current(Resumed.OnReclassify(ReclassifyMode.Proportional), UrgentMeanwhile(), "Tue 2026-03-31 13:10");

        Assert.Equal(At("Tue 2026-03-31 14:55"), cycle.Due!.Value.At);
        Assert.Equal([Duration.FromHours(1), Duration.FromMinutes(115)], cycle.Explain(World.Shanghai).Segments.Select(segment => segment.Used!.Value));
    }

    [Fact]
    public void Where_a_change_restarts_the_clock_the_reopening_starts_it_anew()
    {
        IReadOnlyList<SlaCycle> cycles = Policy(Resumed.OnReclassify(ReclassifyMode.Restart)).Track(UrgentMeanwhile().History, At("Tue 2026-03-31 13:10"))["on-site"].Cycles;

        Assert.Equal([("e2", At("Tue 2026-03-31 11:00")), ("e5", null)], cycles.Select(cycle => (cycle.StartedBy.Value, cycle.FirstStop)));
        Assert.Equal((EndReason.Reclassified, At("Tue 2026-03-31 13:00"), null), Assert.IsType<EndedState>(cycles[0].State) is var ended ? (ended.Why, ended.At, ended.By) : default);
        Assert.Equal(At("Tue 2026-03-31 15:00"), cycles[1].Due!.Value.At);
    }

    [Fact]
    public void What_lost_its_deadline_while_it_was_resolved_is_cancelled_when_it_is_reopened()
    {
        Story story = Task(Important).Signal("Tue 2026-03-31 11:00", Signal.Arrived).Reclassified("Tue 2026-03-31 12:00", General).Signal("Tue 2026-03-31 13:00", Signal.Reopened);

        CancelledState cancelled = Assert.IsType<CancelledState>(Current(Resumed, story, "Tue 2026-03-31 13:10").State);

        Assert.Equal((At("Tue 2026-03-31 13:00"), NoDeadlineCode.Exempt), (cancelled.At, cancelled.Reason!.Code));
        Assert.IsType<MetState>(Current(Resumed, story, "Tue 2026-03-31 12:59").State);
    }

    [Fact]
    public void A_problem_that_changed_and_changed_back_while_it_was_resolved_goes_on_as_it_was()
    {
        Story story = Task(Important).Signal("Tue 2026-03-31 11:00", Signal.Arrived).Reclassified("Tue 2026-03-31 12:00", Urgent)
            .Reclassified("Tue 2026-03-31 12:30", Important).Signal("Tue 2026-03-31 13:00", Signal.Reopened);

        Assert.All(Enum.GetValues<ReclassifyMode>(), mode =>
        {
            SlaCycle cycle = Assert.Single(Policy(Resumed.OnReclassify(mode)).Track(story.History, At("Tue 2026-03-31 13:10"))["on-site"].Cycles);
            Assert.Equal(At("Wed 2026-04-01 12:00"), cycle.Due!.Value.At);
        });
    }

    private static Objective ByAppointment { get; } = new Objective(
        "on-site", Signal.TaskReceived, Signal.Arrived, [new Target("as agreed", RequestCondition.Any, DeadlineRule.Appointment(Duration.Zero))]).OnReopen(ReopenMode.Resume);

    private static Story UrgentMeanwhile() =>
        Task(Important).Signal("Tue 2026-03-31 11:00", Signal.Arrived).Reclassified("Tue 2026-03-31 12:00", Urgent).Signal("Tue 2026-03-31 13:00", Signal.Reopened);

    private static Story Task(ServiceRequest request) => Story.InShanghai().Opened("Tue 2026-03-31 10:00", request).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static SlaPolicy Policy(Objective objective) => new("resumed", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]);

    private static SlaCycle Current(Objective objective, Story story, string asOf) => Policy(objective).Track(story.History, At(asOf))["on-site"].Current!;

    private static Instant Due(SlaPolicy policy, SlaHistory history, string asOf) => policy.Track(history, At(asOf))["repair"].Current!.Due!.Value.At;

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

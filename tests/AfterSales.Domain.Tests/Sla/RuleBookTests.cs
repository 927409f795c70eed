using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>R09–R12 and R33, and what users report of other systems.</summary>
public class RuleBookTests
{
    private static readonly Instant From = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Theory]
    [Shows("R09")]
    [InlineData("Tue 2026-03-31 10:00:30", true)]
    [InlineData("Tue 2026-03-31 10:00:31", false)]
    public void R09_a_chat_is_answered_within_thirty_seconds(string answered, bool inTime)
    {
        Objective chat = Objective("chat", Signal.Received, Signal.Reply, DeadlineRule.Elapsed(Duration.FromSeconds(30))).For(RequestCondition.Channel(Channel.Chat));
        ServiceRequest request = new ServiceRequest(RequestKind.Inquiry).WithChannel(Channel.Chat);

        Assert.Equal(inTime, Track(chat, Opened("Tue 2026-03-31 10:00", request).Signal("Tue 2026-03-31 10:00", Signal.Received).Signal(answered, Signal.Reply), "Tue 2026-03-31 12:00").State is MetState);
    }

    [Fact]
    [Shows("R09")]
    public void R09_a_complaint_by_phone_is_called_back_within_fifteen_minutes_and_other_calls_are_not()
    {
        Objective complaint = Objective("complaint-call-back", Signal.Received, Signal.CalledBack, DeadlineRule.Elapsed(Duration.FromMinutes(15)))
            .For(RequestCondition.Kind(RequestKind.Complaint) & RequestCondition.Channel(Channel.Phone));
        Story story = Opened("Tue 2026-03-31 10:00", new ServiceRequest(RequestKind.Complaint).WithChannel(Channel.Phone)).Signal("Tue 2026-03-31 10:00", Signal.Received);
        Story repair = Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.Received);

        Assert.Equal("Tue 2026-03-31 10:15:00", DueText(Track(complaint, story, "Tue 2026-03-31 10:05")));
        Assert.Empty(Policy(complaint).Track(repair.History, At("Tue 2026-03-31 10:05"))["complaint-call-back"].Cycles);
    }

    [Fact]
    [Shows("R10")]
    public void R10_the_promise_is_thirty_minutes_to_each_and_fifteen_is_counted_over_many()
    {
        Objective promise = Objective("promise", Signal.Received, Signal.Reply, DeadlineRule.Elapsed(Duration.FromMinutes(30)));
        Objective goal = Objective("goal", Signal.Received, Signal.Reply, DeadlineRule.Elapsed(Duration.FromMinutes(15)));
        AttainmentTally tally = new();
        foreach (string answered in new[] { "Tue 2026-03-31 10:10", "Tue 2026-03-31 10:15", "Tue 2026-03-31 10:20", "Tue 2026-03-31 10:31" })
        {
            tally.Add(Policy(promise, goal).Track(Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received).Signal(answered, Signal.Reply).History, At("Tue 2026-03-31 18:00")));
        }

        Assert.Equal([0.75, 0.5], tally.Rows.Select(row => row.Attainment.Value!.Value));
    }

    [Fact]
    [Shows("R11")]
    public void R11_support_has_an_hour_from_the_handing_over_to_a_proposed_solution()
    {
        Objective support = Objective("support", Signal.HandedToSupport, Signal.SolutionProposed, DeadlineRule.Elapsed(Duration.FromHours(1))).For(Party.Internal);
        Story story = Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received).Signal("Tue 2026-03-31 16:20", Signal.HandedToSupport).Signal("Tue 2026-03-31 17:00", Signal.SolutionProposed);

        Assert.Equal(Duration.FromMinutes(20), Assert.IsType<MetState>(Track(support, story, "Wed 2026-04-01 10:00").State).Margin);
    }

    [Fact]
    [Shows("R12")]
    public void R12_a_routine_problem_is_closed_in_48_hours_and_a_major_failure_visited_in_two()
    {
        Objective closed = Objective("closed", Signal.Received, Signal.Confirmed, DeadlineRule.Elapsed(Duration.FromHours(48))).For(!RequestCondition.Severity(Severity.Urgent));
        Objective visited = Objective("visited", Signal.Received, Signal.Arrived, DeadlineRule.Elapsed(Duration.FromHours(2))).For(RequestCondition.Severity(Severity.Urgent));
        ServiceRequest urgent = RapidResponse.Call.WithSeverity(Severity.Urgent);
        SlaReport routine = Policy(closed, visited).Track(Opened("Fri 2026-03-27 10:00", RapidResponse.Call).Signal("Fri 2026-03-27 10:00", Signal.Received).History, At("Fri 2026-03-27 11:00"));
        SlaReport major = Policy(closed, visited).Track(Opened("Fri 2026-03-27 10:00", urgent).Signal("Fri 2026-03-27 10:00", Signal.Received).History, At("Fri 2026-03-27 11:00"));

        Assert.Equal(("Sun 2026-03-29 10:00:00", null), (DueText(routine["closed"].Current!), routine["visited"].Current?.ToString()));
        Assert.Equal(("Fri 2026-03-27 12:00:00", null), (DueText(major["visited"].Current!), major["closed"].Current?.ToString()));
    }

    [Fact]
    [Shows("R33")]
    public void R33_the_hotline_runs_day_and_night_while_mail_keeps_office_hours()
    {
        SlaPolicy policy = RapidResponse.Policy;
        SlaReport call = policy.Track(Opened("Sun 2026-03-29 03:00", RapidResponse.Call).Signal("Sun 2026-03-29 03:00", Signal.Received).History, At("Sun 2026-03-29 03:00"));
        SlaReport mail = policy.Track(Opened("Sun 2026-03-29 03:00", RapidResponse.Mail).Signal("Sun 2026-03-29 03:00", Signal.Received).History, At("Sun 2026-03-29 03:00"));

        Assert.Equal("Sun 2026-03-29 03:01:00", DueText(call["pickup"].Current!));
        Assert.Equal("Mon 2026-03-30 09:00:00", DueText(mail["reply"].Current!));
    }

    [Fact]
    [Shows("R35")]
    public void R35_a_visit_by_appointment_is_late_only_after_the_agreed_time_and_its_grace()
    {
        Objective visit = Objective("visit", Signal.TaskReceived, Signal.Arrived, DeadlineRule.Appointment(Duration.FromMinutes(15)));
        Story story = Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

        Assert.Equal(UnsetReason.NoAppointment, Assert.IsType<RunningState>(Track(visit, story, "Tue 2026-03-31 11:00").State).Due.Reason);

        story.Appointment("Tue 2026-03-31 11:00", "Wed 2026-04-01 14:00").Appointment("Wed 2026-04-01 09:00", "Thu 2026-04-02 09:30");
        Assert.Equal("Thu 2026-04-02 09:45:00", DueText(Track(visit, story, "Wed 2026-04-01 12:00")));
        Assert.Equal(2, Policy(visit).Track(story.History, At("Wed 2026-04-01 12:00")).Appointments.Count);
        Assert.Single(Policy(visit).Track(story.History, At("Wed 2026-04-01 08:00")).Appointments);
    }

    [Fact]
    public void An_appointment_moved_forward_does_not_breach_before_it_was_moved()
    {
        Objective visit = Objective("visit", Signal.TaskReceived, Signal.Arrived, DeadlineRule.Appointment(Duration.FromMinutes(15)));
        Story story = Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Appointment("Tue 2026-03-31 11:00", "Wed 2026-04-01 14:00").Appointment("Wed 2026-04-01 12:00", "Wed 2026-04-01 09:00");

        Assert.Equal("Wed 2026-04-01 12:00:00", DueText(Track(visit, story, "Wed 2026-04-01 12:00")));
    }

    [Fact]
    public void A_stop_while_nothing_is_due_is_neither_met_nor_missed()
    {
        Objective visit = Objective("visit", Signal.TaskReceived, Signal.Arrived, DeadlineRule.Appointment(Duration.Zero));
        Story story = Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Signal("Tue 2026-03-31 12:00", Signal.Arrived);

        Assert.Equal(EndReason.NothingDue, Assert.IsType<EndedState>(Track(visit, story, "Wed 2026-04-01 12:00").State).Why);
    }

    [Fact]
    public void A_deadline_after_a_holiday_longer_than_72_hours_does_not_lie_in_the_past()
    {
        // osTicket looks ahead 72 h; the Spring Festival of 2026 closes for nine days.
        SlaCycle cycle = Track(RapidResponse.Reply, Opened("Sat 2026-02-14 18:30", RapidResponse.Mail).Signal("Sat 2026-02-14 18:30", Signal.Received), "Sat 2026-02-14 18:30");

        Assert.Equal("Tue 2026-02-24 09:00:00", DueText(cycle));
        Assert.True(cycle.Due!.Value.At > cycle.Start);
    }

    [Fact]
    public void No_minute_is_dropped_at_each_days_end()
    {
        // 7.5 open hours a day; 75 hours are ten whole days, to the last nanosecond of closing time.
        Objective long75 = new("long", Signal.Received, Signal.Resolved,
            [new Target("75 h", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(75))).On(CalendarChoice.Named("service-hours"))]);

        Assert.Equal("Fri 2026-03-13 18:00:00", DueText(Track(long75, Opened("Mon 2026-03-02 09:00", RapidResponse.Mail).Signal("Mon 2026-03-02 09:00", Signal.Received), "Mon 2026-03-02 09:00")));
    }

    [Fact]
    public void A_site_that_is_open_less_than_the_team_makes_the_deadline_later()
    {
        BusinessCalendar site = BusinessCalendar.Weekly("site-pudong", World.Shanghai, WeeklyHours.Parse("Mo-Fr 14:00-16:00"));
        Objective onSite = new("on-site", Signal.TaskReceived, Signal.Arrived,
            [new Target("in site hours", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(3))).On(CalendarChoice.Intersection(CalendarChoice.Named("service-hours"), CalendarChoice.OfSite))]);
        SlaPolicy policy = new SlaPolicy("sites", 1, From, [onSite]).With(World.ServiceHours, site);
        SlaHistory Task(ServiceRequest request) => Opened("Mon 2026-03-30 10:00", request).Signal("Mon 2026-03-30 10:00", Signal.TaskReceived).History;

        Assert.Equal("Tue 2026-03-31 15:00:00", DueText(policy.Track(Task(RapidResponse.Call.WithSiteCalendar("site-pudong")), At("Mon 2026-03-30 10:00"))["on-site"].Current!));
        NotCoveredState unknown = Assert.IsType<NotCoveredState>(policy.Track(Task(RapidResponse.Call), At("Mon 2026-03-30 10:00"))["on-site"].Current!.State);
        Assert.Equal((NoDeadlineCode.NoCalendarNamed, "site"), (unknown.Reason.Code, unknown.Reason.Detail));
    }

    [Fact]
    public void The_deadline_holds_over_a_clock_change()
    {
        // New York goes forward on Sun 2026-03-08; 24 hours on the clock are 24 hours, and the workshop opens by local time.
        Instant start = World.At("Sat 2026-03-07 19:00", World.NewYork);

        Assert.Equal(World.At("Sun 2026-03-08 20:00", World.NewYork), DeadlineRule.Elapsed(Duration.FromHours(24)).Due(start, World.Workshop).At);

        // One hour until Sat 20:00; the make-up Sunday works as a Tuesday from 10:00.
        Assert.Equal(World.At("Sun 2026-03-08 11:00", World.NewYork), DeadlineRule.OpenTime(Duration.FromHours(2)).Due(start, World.Workshop).At);
    }

    private static Objective Objective(string name, Signal start, Signal stop, DeadlineRule rule) => new(name, start, stop, [new Target("all", RequestCondition.Any, rule)]);

    private static SlaPolicy Policy(params Objective[] objectives) => new SlaPolicy("one", 1, From, objectives).With(World.ServiceHours);

    private static SlaCycle Track(Objective objective, Story story, string asOf) => Policy(objective).Track(story.History, At(asOf))[objective.Name].Current!;

    private static Story Opened(string at, ServiceRequest request) => Story.InShanghai().Opened(at, request);

    private static string DueText(SlaCycle cycle) => World.Text(cycle.Due!.Value.At, World.Shanghai);

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

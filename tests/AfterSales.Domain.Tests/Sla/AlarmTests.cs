using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class AlarmTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    [Fact]
    public void Alarms_are_planned_ahead()
    {
        SlaReport report = RapidResponse.Policy.Track(Task().History, At("Tue 2026-03-31 10:00"));

        Assert.Equal(At("Tue 2026-03-31 11:36"), report.NextAlarm);
        Assert.Equal(
            ["Tue 2026-03-31 11:36:00 80 %", "Tue 2026-03-31 12:00:00 due", "Tue 2026-03-31 13:00:00 1 h after due"],
            report.PlannedAlarms.Select(Line));
        Assert.Equal([Role.Supervisor, Role.Leadership], report.PlannedAlarms[1].Roles);
    }

    [Fact]
    public void A_wait_moves_the_alarms_with_the_due()
    {
        SlaHistory history = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:30", "w1").History;

        Assert.Equal(
            ["Tue 2026-03-31 12:06:00 80 %", "Tue 2026-03-31 12:30:00 due", "Tue 2026-03-31 13:30:00 1 h after due"],
            RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:30")).PlannedAlarms.Select(Line));
    }

    [Fact]
    public void After_a_proportional_change_alarms_are_at_their_share_of_the_whole_and_not_before_the_change()
    {
        // A third of 24 h was used by 18:00, which are 40 of 120 min; a share that is used up already, and 90 min before the due, come with the change.
        SlaPolicy policy = new("shares", 1, Instant.FromUtc(2026, 1, 1, 0, 0),
            [RapidResponse.OnSite.OnReclassify(ReclassifyMode.Proportional).WithAlarms(Alarm.BeforeDue(Duration.FromMinutes(90)), Alarm.AtPercent(34), Alarm.AtPercent(80), Alarm.AtDue())]);
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Important, Locality.SameCity))
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Reclassified("Tue 2026-03-31 18:00", Urgent).History;

        Assert.Equal(
            ["Tue 2026-03-31 18:00:00 1 h 30 min before due", "Tue 2026-03-31 18:00:48 34 %", "Tue 2026-03-31 18:56:00 80 %", "Tue 2026-03-31 19:20:00 due"],
            policy.Track(history, At("Tue 2026-03-31 20:00")).AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Tue 2026-03-31 20:00")).Select(Line));
    }

    [Fact]
    public void While_a_wait_holds_the_clock_only_its_cap_can_bring_an_alarm()
    {
        SlaHistory history = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).History;
        SlaReport report = RapidResponse.Policy.Track(history, At("Tue 2026-03-31 15:00"));

        Assert.Empty(report.AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Tue 2026-03-31 15:00")));
        Assert.Equal(At("Tue 2026-04-07 11:36"), report.NextAlarm);
    }

    [Fact]
    public void The_cap_that_is_used_up_is_an_alarm_of_its_own()
    {
        SlaPolicy policy = new("caps", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite.WithAlarms(Alarm.WhenCapUsedUp().Tell(Role.Supervisor))]);
        SlaHistory history = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).History;

        Assert.Equal(At("Tue 2026-04-07 11:00"), policy.Track(history, At("Tue 2026-03-31 15:00")).NextAlarm);
        Assert.Equal("Tue 2026-04-07 11:00:00 pause cap", Line(Assert.Single(policy.Track(history, At("Wed 2026-04-08 09:00")).AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Wed 2026-04-08 09:00")))));
    }

    [Fact]
    public void No_alarm_fires_at_midnight_because_there_are_two_shifts()
    {
        // Two open hours from 11:30 end in the second shift of the day; half of them are over half an hour into it.
        Objective objective = new Objective("repair", Signal.Received, Signal.Resolved,
                [new Target("four hours", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(2))).On(CalendarChoice.Named("service-hours"))])
            .WithAlarms(Alarm.AtPercent(50), Alarm.AtDue());
        SlaPolicy policy = new SlaPolicy("shifts", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 11:30", RapidResponse.Mail).Signal("Tue 2026-03-31 11:30", Signal.Received).History;

        Assert.Equal(["Tue 2026-03-31 14:00:00 50 %", "Tue 2026-03-31 15:00:00 due"], policy.Track(history, At("Tue 2026-03-31 11:30")).PlannedAlarms.Select(Line));
    }

    [Fact]
    public void In_a_rule_without_an_allowance_a_share_is_clock_time_from_start_to_due()
    {
        Objective objective = new Objective("reply", Signal.Received, Signal.Reply,
                [new Target("by nine", RequestCondition.Any, DeadlineRule.NextTime(new LocalTime(9, 0))).On(CalendarChoice.Named("service-hours"))])
            .WithAlarms(Alarm.AtPercent(50), Alarm.BeforeDue(Duration.FromMinutes(30)));
        SlaPolicy policy = new SlaPolicy("nine", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);
        SlaHistory history = Story.InShanghai().Opened("Mon 2026-03-30 19:00", RapidResponse.Mail).Signal("Mon 2026-03-30 19:00", Signal.Received).History;

        Assert.Equal(["Tue 2026-03-31 02:00:00 50 %", "Tue 2026-03-31 08:30:00 30 min before due"], policy.Track(history, At("Mon 2026-03-30 19:00")).PlannedAlarms.Select(Line));
    }

    [Fact]
    public void An_alarm_fires_once_even_if_the_due_moves_away_afterwards()
    {
        SlaHistory history = Task().Reclassified("Tue 2026-03-31 11:40", RapidResponse.Repair(Severity.Urgent, Locality.CrossRegion)).History;
        SlaReport report = RapidResponse.Policy.Track(history, At("Wed 2026-04-01 09:00"));

        Assert.Equal(["Tue 2026-03-31 11:36:00 80 %"], report.AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Wed 2026-04-01 09:00")).Select(Line));
        Assert.Equal(At("Wed 2026-04-01 10:00"), report.NextAlarm);
    }

    [Fact]
    public void An_alarm_is_judged_by_what_was_known_then()
    {
        // The arrival at 11:30 became known at 12:30: the alarms at 11:36 and 12:00 had been sent, the one at 13:00 had not.
        SlaHistory history = Task().Signal("Tue 2026-03-31 11:30", Signal.Arrived).RecordedAt("Tue 2026-03-31 12:30").History;

        Assert.Equal(
            ["Tue 2026-03-31 11:36:00 80 %", "Tue 2026-03-31 12:00:00 due"],
            RapidResponse.Policy.Track(history, At("Tue 2026-03-31 14:00")).AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Tue 2026-03-31 14:00")).Select(Line));
    }

    [Fact]
    public void An_alarm_that_is_overdue_when_its_start_becomes_known_fires_then()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).RecordedAt("Tue 2026-03-31 12:10").History;

        Assert.Equal(
            ["Tue 2026-03-31 12:10:00 80 %", "Tue 2026-03-31 12:10:00 due", "Tue 2026-03-31 13:00:00 1 h after due"],
            RapidResponse.Policy.Track(history, At("Tue 2026-03-31 14:00")).AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Tue 2026-03-31 14:00")).Select(Line));
    }

    [Fact]
    public void Importing_an_old_log_sends_none()
    {
        SlaReport report = RapidResponse.Policy.Track(Task().Signal("Tue 2026-03-31 14:00", Signal.Arrived).History, At("Mon 2026-06-01 09:00"));

        Assert.Empty(report.AlarmsBetween(At("Sun 2026-05-31 09:00"), At("Mon 2026-06-01 09:00")));
        Assert.Null(report.NextAlarm);
    }

    [Fact]
    public void A_window_that_ends_before_it_begins_or_after_the_report_is_refused()
    {
        SlaReport report = RapidResponse.Policy.Track(Task().History, At("Tue 2026-03-31 12:00"));

        Assert.Throws<ArgumentOutOfRangeException>(() => report.AlarmsBetween(At("Tue 2026-03-31 12:00"), At("Tue 2026-03-31 11:00")));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.AlarmsBetween(At("Tue 2026-03-31 12:00"), At("Tue 2026-03-31 12:01")));
    }

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static string Line(PlannedAlarm alarm) => $"{World.Text(alarm.At, World.Shanghai)} {alarm.Level}";

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

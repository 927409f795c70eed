using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>The ends of windows, the order in which events become known, and what makes two alarms the same one.</summary>
public class AlarmEdgeTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    [Fact]
    public void A_test_ticket_alarms_nobody()
    {
        SlaReport report = RapidResponse.Policy.Track(Task().History.AsTest(), At("Tue 2026-03-31 14:00"));

        Assert.Empty(report.AlarmsBetween(At("Tue 2026-03-31 10:00"), At("Tue 2026-03-31 14:00")));
    }

    [Fact]
    public void What_became_known_out_of_order_is_judged_as_it_was_known()
    {
        // The arrival at 11:30 became known at 12:30, after the reply of 12:10 had: by then the alarms at 11:36 and 12:00 had been sent.
        SlaHistory history = Task().Signal("Tue 2026-03-31 11:30", Signal.Arrived).RecordedAt("Tue 2026-03-31 12:30").Signal("Tue 2026-03-31 12:10", Signal.Reply).History;

        Assert.Equal(["Tue 2026-03-31 11:36:00 80 %", "Tue 2026-03-31 12:00:00 due"], Between(history, "Tue 2026-03-31 10:00", "Tue 2026-03-31 14:00"));
    }

    [Fact]
    public void Nothing_is_sent_before_it_is_known_that_there_is_a_ticket()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).RecordedAt("Tue 2026-03-31 12:10").Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).History;

        Assert.Equal(
            ["Tue 2026-03-31 12:10:00 80 %", "Tue 2026-03-31 12:10:00 due", "Tue 2026-03-31 13:00:00 1 h after due"],
            Between(history, "Tue 2026-03-31 10:00", "Tue 2026-03-31 14:00"));
    }

    [Fact]
    public void A_stop_that_is_taken_back_lets_the_alarms_go_on()
    {
        // From 11:30 to 11:45 the technician counted as arrived, so the alarm of 11:36 comes when the mistake is found.
        SlaHistory history = Task().Signal("Tue 2026-03-31 11:30", Signal.Arrived).TakenBack("Tue 2026-03-31 11:45", "e3", "it was another customer's door").History;

        Assert.Equal(
            ["Tue 2026-03-31 11:45:00 80 %", "Tue 2026-03-31 12:00:00 due", "Tue 2026-03-31 13:00:00 1 h after due"],
            Between(history, "Tue 2026-03-31 10:00", "Tue 2026-03-31 14:00"));
    }

    [Fact]
    public void Who_arrives_at_the_due_instant_is_in_time_and_sets_off_no_alarm()
    {
        Assert.Equal(["Tue 2026-03-31 11:36:00 80 %"], Between(Task().Signal("Tue 2026-03-31 12:00", Signal.Arrived).History, "Tue 2026-03-31 10:00", "Tue 2026-03-31 14:00"));
        Assert.Equal(
            ["Tue 2026-03-31 11:36:00 80 %", "Tue 2026-03-31 12:00:00 due"],
            Between(Task().Signal("Tue 2026-03-31 12:00:00.000000001", Signal.Arrived).History, "Tue 2026-03-31 10:00", "Tue 2026-03-31 14:00"));
    }

    [Fact]
    public void A_window_has_its_end_but_not_its_beginning()
    {
        SlaHistory history = Task().History;

        Assert.Equal(["Tue 2026-03-31 12:00:00 due"], Between(history, "Tue 2026-03-31 11:36", "Tue 2026-03-31 12:00"));
        Assert.Equal(["Tue 2026-03-31 11:36:00 80 %"], Between(history, "Tue 2026-03-31 11:35:59.999999999", "Tue 2026-03-31 11:59:59.999999999"));
        Assert.Empty(Between(history, "Tue 2026-03-31 12:00", "Tue 2026-03-31 12:00"));
        Assert.Equal(At("Tue 2026-03-31 12:00"), RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:36")).NextAlarm);
    }

    [Fact]
    public void A_cap_alarms_at_the_instant_at_which_it_is_used_up_and_only_while_the_wait_goes_on()
    {
        SlaPolicy policy = new("caps", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite.WithAlarms(Alarm.WhenCapUsedUp())]);
        Story waits = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer);

        Assert.Empty(Between(policy, waits.History, "Tue 2026-03-31 10:00", "Tue 2026-04-07 10:59:59.999999999"));
        Assert.Equal(["Tue 2026-04-07 11:00:00 pause cap"], Between(policy, waits.History, "Tue 2026-03-31 10:00", "Tue 2026-04-07 11:00"));
        Assert.Null(policy.Track(Task().History, At("Tue 2026-03-31 15:00")).NextAlarm);
        Assert.Null(policy.Track(waits.GoesOn("Mon 2026-04-06 09:00", "w1").History, At("Mon 2026-04-06 09:00")).NextAlarm);
    }

    [Fact]
    public void The_time_after_a_due_is_counted_as_its_rule_counts()
    {
        // Due on Friday at 17:30: half of the open hour after it is left on Friday, the other half comes on Monday.
        Objective objective = new Objective("reply", Signal.Received, Signal.Reply,
                [new Target("an hour", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1))).On(CalendarChoice.Named("service-hours"))])
            .WithAlarms(Alarm.BeforeDue(Duration.FromMinutes(40)), Alarm.BeforeDue(Duration.FromMinutes(90)), Alarm.AfterDue(Duration.FromHours(1)));
        SlaPolicy policy = new SlaPolicy("after", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-03-27 16:30", RapidResponse.Mail).Signal("Fri 2026-03-27 16:30", Signal.Received).History;

        Assert.Equal(
            ["Fri 2026-03-27 16:30:00 1 h 30 min before due", "Fri 2026-03-27 16:50:00 40 min before due", "Mon 2026-03-30 09:30:00 1 h after due"],
            Between(policy, history, "Fri 2026-03-27 16:00", "Mon 2026-03-30 10:00"));
    }

    [Fact]
    public void An_alarm_further_before_the_due_than_time_reaches_fires_at_the_start()
    {
        DeadlineRule[] rules = [DeadlineRule.Elapsed(Duration.FromHours(2)), DeadlineRule.OpenTime(Duration.FromHours(2)), DeadlineRule.NextTime(new LocalTime(17, 0)), DeadlineRule.Latest(DeadlineRule.Elapsed(Duration.FromHours(2)))];

        Assert.All(rules, rule =>
        {
            Objective objective = new Objective("reply", Signal.Received, Signal.Reply, [new Target("all", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"))])
                .WithAlarms(Alarm.BeforeDue(Duration.MaxValue), Alarm.AfterDue(Duration.MaxValue));
            SlaPolicy policy = new SlaPolicy("far", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);
            SlaReport report = policy.Track(Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received).History, At("Tue 2026-03-31 11:00"));

            Assert.Equal(At("Tue 2026-03-31 10:00"), Assert.Single(report.AlarmsBetween(At("Tue 2026-03-31 09:00"), At("Tue 2026-03-31 11:00"))).At);
            Assert.Null(report.NextAlarm);
        });
    }

    [Fact]
    public void A_share_of_clock_time_that_falls_into_a_wait_alarms_when_the_wait_ends()
    {
        Objective objective = new Objective("reply", Signal.Received, Signal.Reply,
                [new Target("by nine", RequestCondition.Any, DeadlineRule.NextTime(new LocalTime(9, 0))).On(CalendarChoice.Named("service-hours"))])
            .PausedBy(Pause.On(WaitReason.Customer)).WithAlarms(Alarm.AtPercent(50));
        SlaPolicy policy = new SlaPolicy("nine", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);
        SlaHistory history = Story.InShanghai().Opened("Mon 2026-03-30 19:00", RapidResponse.Mail).Signal("Mon 2026-03-30 19:00", Signal.Received)
            .Waits("Mon 2026-03-30 20:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 08:00", "w1").History;

        Assert.Equal(["Tue 2026-03-31 08:00:00 50 %"], Between(policy, history, "Mon 2026-03-30 19:00", "Tue 2026-03-31 08:30"));
    }

    [Fact]
    public void A_share_of_clock_time_that_falls_into_a_capped_wait_alarms_when_the_cap_is_used_up()
    {
        // Two open hours from 09:00 hold the due until 11:00; 95 % of the sixteen hours to it would lie at 10:12, in the wait.
        Objective objective = new Objective("reply", Signal.Received, Signal.Reply,
                [new Target("by nine", RequestCondition.Any, DeadlineRule.NextTime(new LocalTime(9, 0))).On(CalendarChoice.Named("service-hours"))])
            .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromHours(2))).WithAlarms(Alarm.AtPercent(95));
        SlaPolicy policy = new SlaPolicy("nine", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours);
        SlaHistory history = Story.InShanghai().Opened("Mon 2026-03-30 19:00", RapidResponse.Mail).Signal("Mon 2026-03-30 19:00", Signal.Received)
            .Waits("Tue 2026-03-31 08:00", "w1", WaitReason.Customer).History;

        Assert.Equal(["Tue 2026-03-31 11:00:00 95 %"], Between(policy, history, "Mon 2026-03-30 19:00", "Tue 2026-03-31 12:00"));
    }

    [Fact]
    public void An_alarm_is_the_same_one_when_clock_start_and_level_are_whenever_it_fires()
    {
        PlannedAlarm[] planned = [.. RapidResponse.Policy.Track(Task().History, At("Tue 2026-03-31 10:00")).PlannedAlarms];
        SlaHistory delayed = Task().Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:30", "w1").History;
        PlannedAlarm later = RapidResponse.Policy.Track(delayed, At("Tue 2026-03-31 11:30")).PlannedAlarms[0];

        Assert.NotEqual(planned[0].At, later.At);
        Assert.True(planned[0].Equals((object)later));
        Assert.Equal(planned[0].GetHashCode(), later.GetHashCode());
        Assert.False(planned[0].Equals(planned[1]));
        Assert.False(planned[0].Equals(null));
        Assert.False(planned[0].Equals((object)"80 %"));
        Assert.NotEqual(planned[0].GetHashCode(), planned[1].GetHashCode());
    }

    [Fact]
    public void Another_start_and_another_clock_have_alarms_of_their_own()
    {
        Objective Half(string name, Signal start) =>
            new Objective(name, start, Signal.Resolved, [new Target("two hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(2)))]).WithAlarms(Alarm.AtPercent(50));
        SlaPolicy policy = new("halves", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Half("one", Signal.Received), Half("other", Signal.Received), Half("task", Signal.TaskReceived)]);
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.Received).Signal("Tue 2026-03-31 10:20", Signal.TaskReceived).History;

        PlannedAlarm[] planned = [.. policy.Track(history, At("Tue 2026-03-31 10:30")).PlannedAlarms];

        Assert.Equal(["one", "other", "task"], planned.Select(one => one.Objective));
        Assert.Equal(3, planned.Distinct().Count());
        Assert.Equal($"2026-03-31T03:20:00Z task: {planned[2].Alarm}", planned[2].ToString());
    }

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static string[] Between(SlaHistory history, string after, string through) => Between(RapidResponse.Policy, history, after, through);

    private static string[] Between(SlaPolicy policy, SlaHistory history, string after, string through) =>
        [.. policy.Track(history, At(through)).AlarmsBetween(At(after), At(through)).Select(alarm => $"{World.Text(alarm.At, World.Shanghai)} {alarm.Level}")];

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

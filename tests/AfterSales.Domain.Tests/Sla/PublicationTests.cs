using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class PublicationTests
{
    private static readonly BusinessCalendar WithoutHolidays = BusinessCalendar.Weekly("service-hours", World.Shanghai, World.OfficeHours);

    private static SlaPolicy Before { get; } = new SlaPolicy("mail", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.Reply]).With(WithoutHolidays);

    [Fact]
    public void An_open_cycle_counts_by_the_calendar_published_last()
    {
        // Qingming: Mon 2026-04-06 is a holiday, which became known on Fri 2026-04-03.
        SlaPolicy policy = Before.WithPublished(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2), At("Fri 2026-04-03 20:00"));
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).History;

        Assert.Equal("Mon 2026-04-06 09:30:00", DueText(policy, history, "Fri 2026-04-03 19:00"));
        Assert.Equal("Tue 2026-04-07 09:30:00", DueText(policy, history, "Fri 2026-04-03 20:00"));
    }

    [Fact]
    public void A_tracker_counts_by_a_calendar_that_was_published_after_its_last_event()
    {
        SlaPolicy policy = Before.WithPublished(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2), At("Fri 2026-04-03 20:00"));
        SlaTracker tracker = policy.StartTracking();
        foreach (SlaEvent one in Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).History.Events)
        {
            tracker.Apply(one);
        }

        Assert.Equal("Mon 2026-04-06 09:30:00", Text(tracker.Report(At("Fri 2026-04-03 19:00"))["reply"].Current!.Due!.Value.At));
        Assert.Equal("Tue 2026-04-07 09:30:00", Text(tracker.Report(At("Fri 2026-04-03 20:00"))["reply"].Current!.Due!.Value.At));
    }

    [Fact]
    public void A_finished_cycle_counts_by_the_calendar_of_its_end()
    {
        SlaPolicy policy = Before.WithPublished(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2), At("Mon 2026-04-06 20:00"));
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).Signal("Mon 2026-04-06 10:00", Signal.Reply).History;

        Assert.IsType<BreachedState>(policy.Track(history, At("Tue 2026-04-07 12:00"))["reply"].Current!.State);
    }

    [Fact]
    public void A_publication_moves_no_due_to_before_itself_and_does_not_revive_a_breach()
    {
        SlaPolicy closedDay = new SlaPolicy("mail", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.Reply])
            .With(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming"));
        SlaPolicy reopened = closedDay.WithPublished(WithoutHolidays.WithVersion(2), At("Mon 2026-04-06 15:00"));
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).History;

        Assert.Equal("Mon 2026-04-06 15:00:00", DueText(reopened, history, "Mon 2026-04-06 15:00"));

        SlaPolicy tooLate = Before.WithPublished(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2), At("Mon 2026-04-06 15:00"));
        Assert.Equal("Mon 2026-04-06 09:30:00", DueText(tooLate, history, "Mon 2026-04-06 16:00"));
    }

    [Fact]
    public void Publishing_gives_exactly_the_open_clocks_whose_due_moves_with_before_after_and_why()
    {
        SlaHistory moves = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).History;
        SlaHistory stays = Story.InShanghai().Opened("Fri 2026-04-03 16:00", RapidResponse.Mail).Signal("Fri 2026-04-03 16:00", Signal.Received).History;
        SlaHistory answered = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).Signal("Fri 2026-04-03 17:40", Signal.Reply).History;
        BusinessCalendar newer = WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2);

        CalendarPublication publication = Before.Publish(newer, At("Fri 2026-04-03 16:30"));
        MovedDue only = Assert.Single(publication.MovedDues([moves, stays, answered], At("Fri 2026-04-03 18:00")));

        Assert.Same(moves, only.History);
        Assert.Equal("reply", only.Objective);
        Assert.Equal(("Mon 2026-04-06 09:30:00", "Tue 2026-04-07 09:30:00"), (Text(only.Before), Text(only.After)));
        CalendarSpan why = Assert.Single(only.Why, change => change.Start == At("Mon 2026-04-06 09:00"));
        Assert.Equal(("Qingming", false), (why.Reason.Name, why.IsOpen));
        Assert.Equal(
            [("Mon 2026-04-06 09:00:00", "Mon 2026-04-06 12:00:00"), ("Mon 2026-04-06 13:30:00", "Mon 2026-04-06 18:00:00")],
            only.Why.Select(change => (Text(change.Start), Text(change.End))));
        Assert.Equal("Tue 2026-04-07 09:30:00", DueText(publication.Policy, moves, "Fri 2026-04-03 18:00"));
    }

    [Fact]
    public void An_alarm_waits_for_the_due_by_a_calendar_published_when_nothing_else_happened()
    {
        SlaPolicy policy = new SlaPolicy("mail", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.Reply.WithAlarms(Alarm.AtDue())]).With(WithoutHolidays)
            .WithPublished(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2), At("Fri 2026-04-03 20:00"));
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).History;

        PlannedAlarm only = Assert.Single(policy.Track(history, At("Tue 2026-04-07 10:00")).AlarmsBetween(At("Fri 2026-04-03 17:30"), At("Tue 2026-04-07 10:00")));

        Assert.Equal("Tue 2026-04-07 09:30:00", Text(only.At));
    }

    [Fact]
    public void Who_answers_by_the_due_of_a_calendar_published_meanwhile_is_in_time()
    {
        SlaPolicy policy = Before.WithPublished(WithoutHolidays.ClosedOn(World.Date("Mon 2026-04-06"), "Qingming").WithVersion(2), At("Fri 2026-04-03 20:00"));
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-04-03 17:30", RapidResponse.Mail).Signal("Fri 2026-04-03 17:30", Signal.Received).Signal("Tue 2026-04-07 09:20", Signal.Reply).History;

        MetState met = Assert.IsType<MetState>(policy.Track(history, At("Tue 2026-04-07 12:00"))["reply"].Current!.State);

        Assert.Equal(("Tue 2026-04-07 09:30:00", "Tue 2026-04-07 09:20:00"), (Text(met.Due), Text(met.At)));
    }

    [Fact]
    public void A_calendar_is_published_after_the_last_of_its_name()
    {
        SlaPolicy once = Before.WithPublished(WithoutHolidays.WithVersion(2), At("Fri 2026-04-03 20:00"));

        Assert.Throws<ArgumentException>(() => once.WithPublished(WithoutHolidays.WithVersion(3), At("Fri 2026-04-03 20:00")));
        Assert.Contains("service-hours", Assert.Throws<ArgumentException>(() => Before.With(WithoutHolidays)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_of_a_policy_judges_new_cycles_only()
    {
        SlaPolicy stricter = new SlaPolicy("mail", 2, At("Wed 2026-04-01 00:00"),
            [new Objective("reply", Signal.Received, Signal.Reply, [new Target("ten minutes", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(10)))])]);
        PolicyHistory versions = new([stricter, Before]);
        SlaHistory old = Story.InShanghai().Opened("Tue 2026-03-31 17:30", RapidResponse.Mail).Signal("Tue 2026-03-31 17:30", Signal.Received).History;
        SlaHistory young = Story.InShanghai().Opened("Wed 2026-04-01 10:00", RapidResponse.Mail).Signal("Wed 2026-04-01 10:00", Signal.Received).History;

        VersionedCycle byTheOld = Assert.Single(versions.Track(old, At("Wed 2026-04-01 12:00")));
        VersionedCycle byTheNew = Assert.Single(versions.Track(young, At("Wed 2026-04-01 12:00")));

        Assert.Equal((1, "mail and chat"), (byTheOld.Policy.Version, byTheOld.Cycle.Target!.Name));
        Assert.Equal((2, "ten minutes"), (byTheNew.Policy.Version, byTheNew.Cycle.Target!.Name));
        Assert.Same(Before, versions.InForceAt(At("Tue 2026-03-31 23:59")));
        Assert.Null(versions.InForceAt(Instant.FromUtc(2025, 12, 31, 0, 0)));
        Assert.Throws<ArgumentException>(() => new PolicyHistory([Before, Before]));
    }

    private static string DueText(SlaPolicy policy, SlaHistory history, string asOf) => Text(policy.Track(history, At(asOf))["reply"].Current!.Due!.Value.At);

    private static Instant At(string text) => World.At(text, World.Shanghai);

    private static string Text(Instant at) => World.Text(at, World.Shanghai);
}

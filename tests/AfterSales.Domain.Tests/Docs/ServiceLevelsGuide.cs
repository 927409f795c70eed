using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/service-levels.md.</summary>
public class ServiceLevelsGuide
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly BusinessCalendar ServiceHours = BusinessCalendar
        .Weekly("service-hours", Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"))
        .With(ChinaHolidays.Through(2026));

    [Fact]
    public void A_first_clock()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        BusinessCalendar serviceHours = BusinessCalendar
            .Weekly("service-hours", shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"))
            .With(ChinaHolidays.Through(2026));

        DeadlineRule oneHour = DeadlineRule.IfOpen(
            DeadlineRule.OpenTime(Duration.FromHours(1)),
            otherwise: DeadlineRule.NextTime(new LocalTime(9, 0)));

        Objective reply = new Objective("reply", Signal.Received, Signal.Reply,
                [new Target("mail and chat", RequestCondition.Any, oneHour).On(CalendarChoice.Named("service-hours"))])
            .For(RequestCondition.Channel(Channel.Email, Channel.Chat));

        SlaPolicy policy = new SlaPolicy("rapid-response", version: 1, Instant.FromUtc(2026, 1, 1, 0, 0), [reply]).With(serviceHours);

        ServiceRequest request = new ServiceRequest(RequestKind.Inquiry).WithChannel(Channel.Email);
        Instant received = new LocalDateTime(2026, 2, 14, 17, 30).InZoneStrictly(shanghai).ToInstant();   // Saturday, a make-up working day
        SlaHistory history = new SlaHistory(
        [
            SlaEvent.Opened(new EventId("m-1"), received, request),
            SlaEvent.Signalled(new EventId("m-1/received"), received, Signal.Received),
        ]);

        SlaReport report = policy.Track(history, asOf: received + Duration.FromMinutes(10));
        SlaCycle cycle = report["reply"].Current!;
        string state = $"{cycle.State}";   // running: due 2026-02-24T01:30:00Z, 50 min left
        Assert.Equal("running: due 2026-02-24T01:30:00Z, 50 min left", state);

        Explanation why = cycle.Explain(shanghai);
        string english = $"{why}";
        string chinese = $"{why:zh}";
        Assert.Contains("Sun 2026-02-15 00:00 +08 – Tue 2026-02-24 00:00 +08: closed (closed: Spring Festival), 216 h", english, StringComparison.Ordinal);
        Assert.Contains("春节", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_severity_rises()
    {
        Objective onSite = new Objective("on-site", Signal.TaskReceived, Signal.Arrived,
        [
            new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(2))),
            new Target("all others", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(24))),
        ]);

        Instant ten = Instant.FromUtc(2026, 3, 31, 10, 0);
        ServiceRequest request = new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.Important);
        SlaHistory history = new SlaHistory(
        [
            SlaEvent.Opened(new EventId("1"), ten, request),
            SlaEvent.Signalled(new EventId("2"), ten, Signal.TaskReceived),
            SlaEvent.Reclassified(new EventId("3"), ten + Duration.FromHours(8), request.WithSeverity(Severity.Urgent)),
        ]);

        DueResult DueBy(ReclassifyMode mode) =>
            new SlaPolicy("modes", version: 1, Instant.MinValue, [onSite.OnReclassify(mode)])
                .Track(history, asOf: ten + Duration.FromHours(8))["on-site"].Current!.Due!.Value;

        string kept = $"{DueBy(ReclassifyMode.KeepStart)}";              // 2026-03-31T18:00:00Z: two hours from 10:00 are over, but not before 18:00
        string restarted = $"{DueBy(ReclassifyMode.Restart)}";           // 2026-03-31T20:00:00Z: two hours from the change
        string proportional = $"{DueBy(ReclassifyMode.Proportional)}";   // 2026-03-31T19:20:00Z: a third is used, two thirds of 2 h are left
        Assert.Equal(("2026-03-31T18:00:00Z", "2026-03-31T20:00:00Z", "2026-03-31T19:20:00Z"), (kept, restarted, proportional));
    }

    [Fact]
    public void Waits()
    {
        Instant ten = Instant.FromUtc(2026, 3, 31, 10, 0);

        Objective onSite = new Objective("on-site", Signal.TaskReceived, Signal.Arrived,
                [new Target("two hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(2)))])
            .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)));

        SlaHistory history = new SlaHistory(
        [
            SlaEvent.Opened(new EventId("1"), ten, new ServiceRequest(RequestKind.Repair)),
            SlaEvent.Signalled(new EventId("2"), ten, Signal.TaskReceived),
            SlaEvent.WaitBegun(new EventId("3"), ten + Duration.FromMinutes(30), "call-back", WaitReason.Customer),
            SlaEvent.WaitEnded(new EventId("4"), ten + Duration.FromMinutes(90), "call-back"),
        ]);

        SlaPolicy policy = new SlaPolicy("visits", version: 1, Instant.MinValue, [onSite]);
        string waiting = $"{policy.Track(history, ten + Duration.FromMinutes(40))["on-site"].Current!.State}";
        // paused since 2026-03-31T10:30:00Z (waiting for customer); due 2026-03-31T12:10:00Z if the wait ended now
        string after = $"{policy.Track(history, ten + Duration.FromMinutes(90))["on-site"].Current!.State}";
        // running: due 2026-03-31T13:00:00Z, 1 h 30 min left
        Assert.Equal("paused since 2026-03-31T10:30:00Z (waiting for customer); due 2026-03-31T12:10:00Z if the wait ended now", waiting);
        Assert.Equal("running: due 2026-03-31T13:00:00Z, 1 h 30 min left", after);
    }

    [Fact]
    public void Repeating_clocks()
    {
        DeadlineRule hour = DeadlineRule.Elapsed(Duration.FromHours(1));
        Target all = new Target("all", RequestCondition.Any, hour);

        Objective firstReply = new Objective("first-reply", Signal.Received, Signal.Reply, [all]);
        Objective nextReply = new Objective("next-reply", [Signal.Received, Signal.CustomerMessage], [Signal.Reply], [all])
            .FromSecondCycle().EndedOn(Signal.Resolved);
        Objective progress = new Objective("progress", [Signal.TaskReceived, Signal.ProgressTold], [Signal.ProgressTold], [all])
            .Repeating().EndedOn(Signal.Resolved);

        Instant ten = Instant.FromUtc(2026, 3, 31, 10, 0);
        int number = 0;
        SlaEvent Event(int minute, Signal signal) => SlaEvent.Signalled(new EventId($"e{++number}"), ten + Duration.FromMinutes(minute), signal);

        SlaHistory conversation = new SlaHistory(
        [
            SlaEvent.Opened(new EventId("opened"), ten, new ServiceRequest(RequestKind.Inquiry)),
            Event(0, Signal.Received), Event(1, Signal.AutomaticReply), Event(20, Signal.Reply),   // the automatic reply stops nothing
            Event(30, Signal.CustomerMessage), Event(40, Signal.CustomerMessage), Event(100, Signal.Reply),
            Event(110, Signal.Resolved), Event(115, Signal.CustomerMessage),                       // "thank you" starts nothing
        ]);

        SlaReport report = new SlaPolicy("mail", version: 1, Instant.MinValue, [firstReply, nextReply]).Track(conversation, ten + Duration.FromHours(5));
        string first = $"{report["first-reply"].Current!.State}";   // met at 2026-03-31T10:20:00Z, 40 min to spare
        string next = $"{report["next-reply"].Current!.State}";     // breached: due 2026-03-31T11:30:00Z, done 2026-03-31T11:40:00Z, 10 min late
        Assert.Equal("met at 2026-03-31T10:20:00Z, 40 min to spare", first);
        Assert.Equal("breached: due 2026-03-31T11:30:00Z, done 2026-03-31T11:40:00Z, 10 min late", next);
        Assert.Equal(Repetition.EachStart, progress.Repetition);
    }

    [Fact]
    public void Alarms()
    {
        Instant ten = Instant.FromUtc(2026, 3, 31, 10, 0);

        Objective onSite = new Objective("on-site", Signal.TaskReceived, Signal.Arrived,
                [new Target("two hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(2)))])
            .WithAlarms(
                Alarm.AtPercent(80).Tell(Role.Technician),
                Alarm.AtDue().Tell(Role.Supervisor, Role.Leadership));

        SlaPolicy policy = new SlaPolicy("visits", version: 1, Instant.MinValue, [onSite]);
        SlaHistory history = new SlaHistory(
        [
            SlaEvent.Opened(new EventId("1"), ten, new ServiceRequest(RequestKind.Repair)),
            SlaEvent.Signalled(new EventId("2"), ten, Signal.TaskReceived),
        ]);

        Instant lastLook = ten;
        Instant now = ten + Duration.FromMinutes(100);
        SlaReport report = policy.Track(history, asOf: now);
        string send = string.Join("; ", report.AlarmsBetween(lastLook, now));   // 2026-03-31T11:36:00Z on-site: 80 %: technician
        string wait = $"{report.NextAlarm}";                                    // 2026-03-31T12:00:00Z
        Assert.Equal(("2026-03-31T11:36:00Z on-site: 80 %: technician", "2026-03-31T12:00:00Z"), (send, wait));
    }

    [Fact]
    public void A_new_holiday()
    {
        Objective reply = new Objective("reply", Signal.Received, Signal.Reply,
            [new Target("an open hour", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1))).On(CalendarChoice.Named("service-hours"))]);
        SlaPolicy policy = new SlaPolicy("mail", version: 1, Instant.MinValue, [reply]).With(ServiceHours);
        Instant received = new LocalDateTime(2026, 6, 12, 17, 30).InZoneStrictly(Shanghai).ToInstant();
        SlaHistory history = new SlaHistory(
        [
            SlaEvent.Opened(new EventId("1"), received, new ServiceRequest(RequestKind.Inquiry)),
            SlaEvent.Signalled(new EventId("2"), received, Signal.Received),
        ]);
        IEnumerable<SlaHistory> openTickets = [history];
        Instant now = received + Duration.FromMinutes(5);

        BusinessCalendar newer = ServiceHours.ClosedOn(new LocalDate(2026, 6, 15), "typhoon").WithVersion(2);
        CalendarPublication publication = policy.Publish(newer, at: now);
        MovedDue moved = publication.MovedDues(openTickets, asOf: now).Single();
        (Instant before, Instant after) = (moved.Before, moved.After);   // Mon 2026-06-15 09:30 → Tue 2026-06-16 09:30
        SlaPolicy fromNowOn = publication.Policy;
        Assert.Equal(("Mon 2026-06-15 09:30:00", "Tue 2026-06-16 09:30:00"), (World.Text(before, Shanghai), World.Text(after, Shanghai)));
        Assert.Equal(2, fromNowOn.Calendars.Count);
    }

    [Fact]
    public void Following_a_ticket_and_counting_many()
    {
        SlaPolicy policy = new SlaPolicy("visits", version: 1, Instant.MinValue,
            [new Objective("on-site", Signal.TaskReceived, Signal.Arrived, [new Target("two hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(2)))])]);
        Instant ten = Instant.FromUtc(2026, 3, 31, 10, 0);
        IEnumerable<SlaHistory> histories = Enumerable.Range(0, 10).Select(i => new SlaHistory(
        [
            SlaEvent.Opened(new EventId("1"), ten, new ServiceRequest(RequestKind.Repair)),
            SlaEvent.Signalled(new EventId("2"), ten, Signal.TaskReceived),
            SlaEvent.Signalled(new EventId("3"), ten + Duration.FromMinutes(i * 15), Signal.Arrived),
        ]));

        SlaTracker tracker = policy.StartTracking();
        tracker.Apply(SlaEvent.Opened(new EventId("1"), ten, new ServiceRequest(RequestKind.Repair)));
        tracker.Apply(SlaEvent.Signalled(new EventId("2"), ten, Signal.TaskReceived));
        SlaReport report = tracker.Report(asOf: ten + Duration.FromHours(1));   // equals policy.Track of the two events
        Assert.Equal("on-site: running: due 2026-03-31T12:00:00Z, 1 h left", report.ToString());

        AttainmentTally tally = new AttainmentTally();
        foreach (SlaHistory history in histories)
        {
            tally.Add(policy.Track(history, asOf: ten + Duration.FromDays(1)));
        }

        AttainmentRow row = tally.Rows.Single();
        (long met, long missed) = (row[CycleOutcome.Met], row[CycleOutcome.Missed]);   // 9 met, 1 missed
        Assert.Equal((9, 1), (met, missed));
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Events, histories and amendments at their bounds, and how they read.</summary>
public class HistoryBoundTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);
    private static readonly ServiceRequest Important = RapidResponse.Repair(Severity.Important, Locality.SameCity);
    private static readonly EventId Id = new("x");

    /// <summary>One of each kind, all at 10:00.</summary>
    private static readonly (SlaEvent Event, string What)[] OfEachKind =
    [
        (SlaEvent.Opened(Id, At("10:00"), Urgent), $"opened ({Urgent})"),
        (SlaEvent.Signalled(Id, At("10:00"), Signal.Reply), "reply"),
        (SlaEvent.WaitBegun(Id, At("10:00"), "w1", WaitReason.Customer, "a mail"), "wait w1 for customer begun"),
        (SlaEvent.WaitEnded(Id, At("10:00"), "w1"), "wait w1 ended"),
        (SlaEvent.Reclassified(Id, At("10:00"), Important), $"reclassified ({Important})"),
        (SlaEvent.AppointmentAgreed(Id, At("10:00"), At("16:00")), "appointment agreed for 2026-03-31T08:00:00Z"),
        (SlaEvent.TakenBack(Id, At("10:00"), new EventId("e3"), "wrong door"), "e3 taken back: wrong door"),
        (SlaEvent.Amended(Id, At("10:00"), new EventId("e3"), SlaEvent.Signalled(new EventId("e3b"), At("10:00"), Signal.Reply), "misread"), "e3 replaced by (e3b 2026-03-31T02:00:00Z: reply): misread"),
    ];

    [Fact]
    public void Every_event_says_which_when_and_what_and_keeps_it_when_more_becomes_known() => Assert.All(OfEachKind, one =>
    {
        SlaEvent more = one.Event.Recorded(At("10:00")).By(Actor.System);

        Assert.Equal($"x 2026-03-31T02:00:00Z: {one.What}", one.Event.ToString());
        Assert.Equal(one.Event.ToString(), more.ToString());
        Assert.Equal((one.Event.GetType(), At("10:00"), Actor.System), (more.GetType(), more.RecordedAt, more.Actor));
        Assert.Equal((default(Instant?), default(Actor?)), (one.Event.RecordedAt, one.Event.Actor));
        Assert.Equal("recordedAt", Assert.Throws<ArgumentOutOfRangeException>(() => one.Event.Recorded(At("10:00") - Duration.Epsilon)).ParamName);
    });

    [Fact]
    public void A_wait_keeps_its_evidence()
    {
        WaitBegunEvent begun = Assert.IsType<WaitBegunEvent>(OfEachKind[2].Event.By(Actor.System));

        Assert.Equal(("w1", WaitReason.Customer, "a mail"), (begun.WaitId, begun.Reason, begun.Evidence));
        Assert.Equal("", SlaEvent.WaitBegun(Id, At("10:00"), "w1", WaitReason.Customer).Evidence);
    }

    [Fact]
    public void Events_without_their_parts_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => SlaEvent.Signalled(default, At("10:00"), Signal.Reply));
        Assert.Throws<InvalidOperationException>(() => SlaEvent.Signalled(Id, At("10:00"), default));
        Assert.Throws<InvalidOperationException>(() => SlaEvent.WaitBegun(Id, At("10:00"), "w1", default));
        Assert.Throws<InvalidOperationException>(() => SlaEvent.TakenBack(Id, At("10:00"), default, "why"));
        Assert.Equal("request", Assert.Throws<ArgumentNullException>(() => SlaEvent.Opened(Id, At("10:00"), null!)).ParamName);
        Assert.Equal("request", Assert.Throws<ArgumentNullException>(() => SlaEvent.Reclassified(Id, At("10:00"), null!)).ParamName);
        Assert.Equal("waitId", Assert.Throws<ArgumentException>(() => SlaEvent.WaitBegun(Id, At("10:00"), "", WaitReason.Customer)).ParamName);
        Assert.Equal("evidence", Assert.Throws<ArgumentNullException>(() => SlaEvent.WaitBegun(Id, At("10:00"), "w1", WaitReason.Customer, null!)).ParamName);
        Assert.Equal("waitId", Assert.Throws<ArgumentException>(() => SlaEvent.WaitEnded(Id, At("10:00"), "")).ParamName);
        Assert.Equal("reason", Assert.Throws<ArgumentException>(() => SlaEvent.TakenBack(Id, At("10:00"), new EventId("e3"), "")).ParamName);
        Assert.Equal("replacement", Assert.Throws<ArgumentNullException>(() => SlaEvent.Amended(Id, At("10:00"), new EventId("e3"), null!, "why")).ParamName);
    }

    [Fact]
    public void What_stands_in_an_events_place_may_lie_in_the_instant_of_the_correction_and_not_after_it()
    {
        SlaEvent later = SlaEvent.Signalled(new EventId("e3b"), At("10:00") + Duration.Epsilon, Signal.Reply);

        Assert.Same(later, SlaEvent.Amended(Id, later.At, new EventId("e3"), later, "misread").Replacement);
        Assert.Equal("replacement", Assert.Throws<ArgumentException>(() => SlaEvent.Amended(Id, At("10:00"), new EventId("e3"), later, "misread")).ParamName);
    }

    [Fact]
    public void An_identifier_has_1_to_128_characters()
    {
        Assert.Equal(128, new EventId(new string('a', 128)).Value.Length);
        Assert.Contains("129 characters; at most 128", Assert.Throws<ArgumentException>(() => new EventId(new string('a', 129))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EventId(" "));
        Assert.Equal(("e1", "(no event)"), (new EventId("e1").ToString(), default(EventId).ToString()));
        Assert.Throws<InvalidOperationException>(() => default(EventId).Value);
    }

    [Fact]
    public void A_signal_without_a_name_says_so() =>
        Assert.Equal(("(no signal)", "progress-told", 24), (default(Signal).ToString(), Signal.ProgressTold.ToString(), Signal.WellKnown.Distinct().Count()));

    [Fact]
    public void A_history_reads_from_its_first_event_to_its_last()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent);
        Assert.Equal($"1 event: e1 2026-03-31T02:00:00Z: opened ({Urgent})", story.History.ToString());

        story.Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Signal("Tue 2026-03-31 11:00", Signal.Arrived);
        Assert.Equal($"3 events: e1 2026-03-31T02:00:00Z: opened ({Urgent}) … e3 2026-03-31T03:00:00Z: arrived", story.History.ToString());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(40)]
    public void Identifiers_are_unique_in_short_histories_and_long_ones(int count)
    {
        SlaEvent[] events = [SlaEvent.Opened(new EventId("e0"), At("10:00"), Urgent), .. Enumerable.Range(1, count - 1).Select(i => SlaEvent.Signalled(new EventId($"e{i}"), At("10:00"), Signal.Reply))];
        SlaEvent[] twice = [.. events.SkipLast(1), SlaEvent.Signalled(new EventId("e1"), At("10:00"), Signal.Reply)];

        Assert.Equal(count, new SlaHistory(events).Events.Count);
        Assert.Contains($"Event {count - 1} has the identifier e1", Assert.Throws<ArgumentException>(() => new SlaHistory(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_begins_with_its_only_opening_and_goes_on_in_time()
    {
        SlaEvent opened = SlaEvent.Opened(new EventId("a"), At("10:00"), Urgent);
        SlaEvent again = SlaEvent.Opened(new EventId("b"), At("10:00"), Urgent);
        SlaEvent reply = SlaEvent.Signalled(new EventId("c"), At("10:00") - Duration.Epsilon, Signal.Reply);

        Assert.Contains("event 0 has to be", Refused(), StringComparison.Ordinal);
        Assert.Contains("event 0 has to be", Refused(reply, opened), StringComparison.Ordinal);
        Assert.Contains("Event 1 (b) opens the ticket a second time", Refused(opened, again), StringComparison.Ordinal);
        Assert.Contains("Event 1 (c)", Refused(opened, reply), StringComparison.Ordinal);
        Assert.Equal("events", Assert.Throws<ArgumentNullException>(() => new SlaHistory(null!)).ParamName);
        Assert.Equal("events", Assert.Throws<ArgumentNullException>(() => new SlaHistory([opened, null!])).ParamName);

        static string Refused(params SlaEvent[] events) => Assert.Throws<ArgumentException>(() => new SlaHistory(events)).Message;
    }

    [Fact]
    public void The_last_amendment_of_an_event_counts_and_the_one_before_when_it_is_taken_back()
    {
        Story story = Task().Signal("Tue 2026-03-31 12:30", Signal.Arrived);
        Amend(story, "13:00", "e3", "11:30");
        Amend(story, "13:10", "e3", "11:45");
        Assert.Equal(Duration.FromMinutes(15), Met(story, "13:20").Margin);

        story.TakenBack("Tue 2026-03-31 13:30", "e5", "the first correction was right");
        Assert.Equal(Duration.FromMinutes(30), Met(story, "13:40").Margin);

        story.TakenBack("Tue 2026-03-31 13:50", "e6", "no, the second");
        Assert.Equal(Duration.FromMinutes(15), Met(story, "14:00").Margin);
        Assert.Empty(RapidResponse.Policy.Track(story.History, At("14:00")).Ignored);
    }

    [Fact]
    public void An_amended_history_holds_each_event_once_in_the_order_of_what_happened()
    {
        Story story = Task().Signal("Tue 2026-03-31 12:30", Signal.Arrived).Signal("Tue 2026-03-31 12:40", Signal.Resolved);
        Amend(story, "13:00", "e4", "11:30");

        SlaHistory amended = story.History.AsAmended();

        Assert.Equal(["e1", "e2", "e5b", "e3"], amended.Events.Select(one => one.Id.Value));
        Assert.Same(amended, amended.AsAmended());
        Assert.True(story.History.AsTest().AsAmended().IsTest);
        Assert.False(amended.IsTest);
    }

    [Fact]
    public void An_opening_that_is_amended_to_be_later_leaves_out_what_lies_before_it()
    {
        Story story = Task().Signal("Tue 2026-03-31 10:20", Signal.TaskReceived);
        story.Add(SlaEvent.Amended(story.NextId, At("11:00"), new EventId("e1"), SlaEvent.Opened(new EventId("e1b"), At("10:20"), Important), "another day's log"));

        SlaHistory amended = story.History.AsAmended();

        Assert.Equal(["e1b", "e3"], amended.Events.Select(one => one.Id.Value));
        Assert.Equal(Important, amended.Request);
        Assert.Equal(At("10:20"), RapidResponse.Policy.Track(story.History, At("11:00"))["on-site"].Current!.Start);
    }

    [Fact]
    public void Before_its_opening_an_amended_ticket_has_no_clocks()
    {
        SlaReport report = RapidResponse.Policy.Track(Task().TakenBack("Tue 2026-03-31 10:30", "e2", "another ticket's").History, At("09:59"));

        Assert.All(report.Objectives, one => Assert.Equal($"{one.Objective.Name}: no clock", one.ToString()));
        Assert.Empty(report.Ignored);
    }

    [Fact]
    public void An_ignored_event_says_why_and_for_which_objective()
    {
        SlaHistory history = Task().Signal("Tue 2026-03-31 10:10", Signal.TaskReceived).GoesOn("Tue 2026-03-31 10:20", "w9").History;
        SlaPolicy onSite = new("on-site", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite]);

        Assert.Equal(
            ["e3 2026-03-31T02:10:00Z: task-received: SecondStart (on-site)", "e4 2026-03-31T02:20:00Z: wait w9 ended: WaitNotBegun"],
            onSite.Track(history, At("10:30")).Ignored.Select(one => one.ToString()));
    }

    [Fact]
    public void Empty_waits_are_dropped_one_by_one_and_the_others_stay()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent)
            .Waits("Tue 2026-03-31 10:10", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 10:10", "w1")
            .Waits("Tue 2026-03-31 10:10", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 10:10", "w1")
            .Waits("Tue 2026-03-31 10:10", "w2", WaitReason.Parts).Waits("Tue 2026-03-31 10:20", "w3", WaitReason.Customer)
            .GoesOn("Tue 2026-03-31 10:20", "w3").GoesOn("Tue 2026-03-31 10:20", "w2").GoesOn("Tue 2026-03-31 10:30", "w4");

        NormalisedLog log = EventLog.Normalise(story.Events);

        Assert.Equal(["e1", "e6", "e9", "e10"], log.History!.Events.Select(one => one.Id.Value));
        Assert.Equal(["e2", "e4", "e7"], log.Notes.Select(note => note.EventId!.Value.Value));
        Assert.Equal("e2: The wait w1 ends in the instant in which it began; dropped.", log.Notes[0].ToString());
    }

    [Fact]
    public void A_log_without_an_opening_names_the_first_event_it_has()
    {
        SlaEvent late = SlaEvent.Signalled(new EventId("b"), At("12:00"), Signal.Resolved);
        SlaEvent early = SlaEvent.Signalled(new EventId("c"), At("11:00"), Signal.Reply);

        Assert.Equal("c: No event opens the ticket, so it has no history.", EventLog.Normalise([late, early]).Notes[^1].ToString());
        Assert.Equal("No event opens the ticket, so it has no history.", Assert.Single(EventLog.Normalise([]).Notes).ToString());
        Assert.Equal("events", Assert.Throws<ArgumentNullException>(() => EventLog.Normalise(null!)).ParamName);
        Assert.Equal("events", Assert.Throws<ArgumentNullException>(() => EventLog.Normalise([early, null!])).ParamName);
    }

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    /// <summary>At a time it is found that the event was an arrival at another time.</summary>
    private static void Amend(Story story, string at, string amended, string arrived) =>
        story.Add(SlaEvent.Amended(story.NextId, At(at), new EventId(amended), SlaEvent.Signalled(new EventId(story.NextId.Value + "b"), At(arrived), Signal.Arrived), "read off the gate's log"));

    private static MetState Met(Story story, string asOf) => Assert.IsType<MetState>(RapidResponse.Policy.Track(story.History, At(asOf))["on-site"].Current!.State);

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}

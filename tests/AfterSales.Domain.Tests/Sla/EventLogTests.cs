using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Testing.SlaGenerators;

namespace AfterSales.Domain.Tests.Sla;

public class EventLogTests
{
    private static readonly ServiceRequest Request = RapidResponse.Mail;

    [Fact]
    public void A_raw_log_is_sorted_and_cleaned_and_says_what_it_did()
    {
        SlaEvent opened = SlaEvent.Opened(new EventId("a"), At("Tue 2026-03-31 10:00"), Request);
        SlaEvent late = SlaEvent.Signalled(new EventId("b"), At("Tue 2026-03-31 12:00"), Signal.Resolved);
        SlaEvent early = SlaEvent.Signalled(new EventId("c"), At("Tue 2026-03-31 11:00"), Signal.Reply);
        SlaEvent before = SlaEvent.Signalled(new EventId("d"), At("Tue 2026-03-31 09:00"), Signal.Reply);
        SlaEvent begun = SlaEvent.WaitBegun(new EventId("e"), At("Tue 2026-03-31 11:30"), "w", WaitReason.Customer);
        SlaEvent ended = SlaEvent.WaitEnded(new EventId("f"), At("Tue 2026-03-31 11:30"), "w");
        SlaEvent again = SlaEvent.Opened(new EventId("g"), At("Tue 2026-03-31 13:00"), Request);

        NormalisedLog log = EventLog.Normalise([opened, late, early, early, before, begun, ended, again]);

        Assert.Equal(["a", "c", "b"], log.History!.Events.Select(one => one.Id.Value));
        Assert.Equal(
            [("c", LogNoteCode.Duplicate), ("c", LogNoteCode.OutOfOrder), ("d", LogNoteCode.OutOfOrder), ("d", LogNoteCode.BeforeOpening), ("e", LogNoteCode.EmptyWait), ("g", LogNoteCode.OpenedTwice)],
            log.Notes.Select(note => (note.EventId!.Value.Value, note.Code)).OrderBy(note => note.Item1).ThenBy(note => note.Code == LogNoteCode.BeforeOpening));
    }

    [Fact]
    public void A_wait_begun_twice_ends_where_it_is_ended_also_in_the_instant_of_its_second_beginning()
    {
        SlaEvent[] events =
        [
            SlaEvent.Opened(new EventId("a"), At("Tue 2026-03-31 10:00"), RapidResponse.Repair(Severity.Urgent, Locality.SameCity)),
            SlaEvent.Signalled(new EventId("b"), At("Tue 2026-03-31 10:00"), Signal.TaskReceived),
            SlaEvent.WaitBegun(new EventId("c"), At("Tue 2026-03-31 10:30"), "w", WaitReason.Customer),
            SlaEvent.WaitBegun(new EventId("d"), At("Tue 2026-03-31 11:00"), "w", WaitReason.Customer),
            SlaEvent.WaitEnded(new EventId("e"), At("Tue 2026-03-31 11:00"), "w"),
        ];

        NormalisedLog log = EventLog.Normalise(events);

        Assert.Empty(log.Notes);
        Assert.Equal(At("Tue 2026-03-31 12:30"), Assert.IsType<RunningState>(RapidResponse.Policy.Track(log.History!, At("Tue 2026-03-31 11:10"))["on-site"].Current!.State).Due.At);
    }

    [Fact]
    public void Waits_without_length_are_dropped_one_after_another_and_those_with_length_stay()
    {
        SlaEvent[] events =
        [
            SlaEvent.Opened(new EventId("a"), At("Tue 2026-03-31 10:00"), Request),
            SlaEvent.WaitBegun(new EventId("b"), At("Tue 2026-03-31 10:30"), "w", WaitReason.Customer), SlaEvent.WaitEnded(new EventId("c"), At("Tue 2026-03-31 10:30"), "w"),
            SlaEvent.WaitBegun(new EventId("d"), At("Tue 2026-03-31 10:30"), "w", WaitReason.Customer), SlaEvent.WaitEnded(new EventId("e"), At("Tue 2026-03-31 11:00"), "w"),
            SlaEvent.WaitBegun(new EventId("f"), At("Tue 2026-03-31 11:00"), "w", WaitReason.Customer), SlaEvent.WaitEnded(new EventId("g"), At("Tue 2026-03-31 11:00"), "w"),
        ];

        NormalisedLog log = EventLog.Normalise(events);

        Assert.Equal(["a", "d", "e"], log.History!.Events.Select(one => one.Id.Value));
        Assert.Equal([("b", LogNoteCode.EmptyWait), ("f", LogNoteCode.EmptyWait)], log.Notes.Select(note => (note.EventId!.Value.Value, note.Code)));
    }

    [Fact]
    public void A_log_without_an_opening_has_no_history()
    {
        NormalisedLog log = EventLog.Normalise([SlaEvent.Signalled(new EventId("b"), At("Tue 2026-03-31 12:00"), Signal.Resolved)]);

        Assert.Null(log.History);
        Assert.Equal(LogNoteCode.NeverOpened, Assert.Single(log.Notes).Code);
        Assert.Equal(LogNoteCode.NeverOpened, Assert.Single(EventLog.Normalise([]).Notes).Code);
    }

    [Fact]
    public void Events_at_the_opening_instant_that_stand_before_it_come_after_it()
    {
        SlaEvent received = SlaEvent.Signalled(new EventId("r"), At("Tue 2026-03-31 10:00"), Signal.Received);
        SlaEvent opened = SlaEvent.Opened(new EventId("o"), At("Tue 2026-03-31 10:00"), Request);

        Assert.Equal(["o", "r"], EventLog.Normalise([received, opened]).History!.Events.Select(one => one.Id.Value));
    }

    [Fact]
    public void Normalising_a_shuffled_history_gives_it_back_and_twice_is_once() => Law.Holds(Histories, one =>
    {
        SlaEvent[] events = [.. one.Events.Where((happened, i) => i == 0 || happened.At > one.Events[i - 1].At)];
        NormalisedLog log = EventLog.Normalise(events.Reverse());

        Assert.Equal(events, log.History!.Events);
        Assert.Empty(EventLog.Normalise(log.History!.Events).Notes);
    });

    [Fact]
    public void A_tracker_refuses_what_is_out_of_order_and_changes_nothing()
    {
        SlaTracker tracker = RapidResponse.Policy.StartTracking();
        SlaEvent opened = SlaEvent.Opened(new EventId("o"), At("Tue 2026-03-31 10:00"), Request);
        SlaEvent received = SlaEvent.Signalled(new EventId("r"), At("Tue 2026-03-31 10:00"), Signal.Received);

        Assert.Throws<ArgumentException>(() => tracker.Apply(received));
        tracker.Apply(opened);
        tracker.Apply(received);
        string before = tracker.Report(At("Tue 2026-03-31 11:00")).ToString();
        Assert.Throws<ArgumentException>(() => tracker.Apply(SlaEvent.Opened(new EventId("p"), At("Tue 2026-03-31 11:00"), Request)));
        Assert.Throws<ArgumentException>(() => tracker.Apply(SlaEvent.Signalled(new EventId("s"), At("Tue 2026-03-31 09:59"), Signal.Reply)));
        Assert.Throws<ArgumentException>(() => tracker.Apply(SlaEvent.Signalled(new EventId("r"), At("Tue 2026-03-31 10:30"), Signal.Reply)));
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Report(At("Tue 2026-03-31 09:59")));

        Assert.Equal(2, tracker.Count);
        Assert.Equal(before, tracker.Report(At("Tue 2026-03-31 11:00")).ToString());
    }

    [Fact]
    public void A_report_does_not_change_when_its_tracker_goes_on()
    {
        SlaTracker tracker = RapidResponse.Policy.StartTracking();
        tracker.Apply(SlaEvent.Opened(new EventId("o"), At("Tue 2026-03-31 10:00"), Request));
        tracker.Apply(SlaEvent.Signalled(new EventId("r"), At("Tue 2026-03-31 10:00"), Signal.Received));
        SlaReport report = tracker.Report(At("Tue 2026-03-31 10:30"));
        string before = report.ToString();

        tracker.Apply(SlaEvent.Signalled(new EventId("s"), At("Tue 2026-03-31 10:30"), Signal.Reply));

        Assert.Equal(before, report.ToString());
    }

    [Fact]
    public void Merged_tallies_of_any_split_are_the_tally_of_the_whole() => Law.Holds(Tracked, one =>
    {
        SlaReport[] reports = [.. Enumerable.Range(0, 5).Select(i => one.Policy.Track(one.History, one.End + Duration.FromHours(i * 7)))];
        AttainmentTally whole = new();
        AttainmentTally left = new();
        AttainmentTally right = new();
        for (int i = 0; i < reports.Length; i++)
        {
            whole.Add(reports[i]);
            (i % 2 == one.History.Events.Count % 2 ? left : right).Add(reports[i]);
        }

        left.Merge(right);
        return left.Tickets == whole.Tickets
            && whole.Rows.Select(row => row.ToString() + row.Total).Order().SequenceEqual(left.Rows.Select(row => row.ToString() + row.Total).Order());
    });

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

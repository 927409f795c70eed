using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class AmendmentTests
{
    private static readonly ServiceRequest Urgent = RapidResponse.Repair(Severity.Urgent, Locality.SameCity);

    [Fact]
    public void An_amendment_judges_a_breach_again_and_the_unamended_figures_stay_visible()
    {
        // The arrival was noted an hour late.
        Story story = Task().Signal("Tue 2026-03-31 12:30", Signal.Arrived);
        story.Add(SlaEvent.Amended(story.NextId, At("Tue 2026-03-31 17:00"), new EventId("e3"), SlaEvent.Signalled(new EventId("e3b"), At("Tue 2026-03-31 11:30"), Signal.Arrived), "read off the gate's log"));
        SlaReport report = RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 18:00"));

        Assert.IsType<MetState>(report["on-site"].Current!.State);
        Assert.IsType<BreachedState>(report.Unamended["on-site"].Current!.State);
        Assert.IsType<BreachedState>(RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 16:59"))["on-site"].Current!.State);
    }

    [Fact]
    public void An_event_taken_back_did_not_happen()
    {
        SlaHistory history = Task().Signal("Tue 2026-03-31 11:30", Signal.Arrived).TakenBack("Tue 2026-03-31 11:45", "e3", "it was another customer's door").History;

        Assert.IsType<RunningState>(RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:50"))["on-site"].Current!.State);
    }

    [Fact]
    public void An_amendment_can_be_taken_back()
    {
        SlaHistory history = Task().Signal("Tue 2026-03-31 11:30", Signal.Arrived).TakenBack("Tue 2026-03-31 11:45", "e3", "wrong door").TakenBack("Tue 2026-03-31 11:55", "e4", "it was right").History;

        Assert.IsType<MetState>(RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:56"))["on-site"].Current!.State);
    }

    [Fact]
    public void What_cannot_be_amended_is_ignored_and_counted()
    {
        SlaHistory history = Task().TakenBack("Tue 2026-03-31 11:45", "e9", "?").TakenBack("Tue 2026-03-31 11:46", "e1", "no ticket at all").History;

        Assert.Equal(
            [("e3", IgnoredReason.NothingToAmend), ("e4", IgnoredReason.OpeningAmended)],
            RapidResponse.Policy.Track(history, At("Tue 2026-03-31 12:00")).Ignored.Select(one => (one.Event.Id.Value, one.Reason)).Order());
    }

    [Fact]
    public void An_event_that_comes_later_is_not_amended_ahead_whether_told_at_once_or_one_by_one()
    {
        SlaHistory history = Task().TakenBack("Tue 2026-03-31 10:30", "e4", "?").Signal("Tue 2026-03-31 11:30", Signal.Arrived).History;
        SlaTracker tracker = RapidResponse.Policy.StartTracking();
        foreach (SlaEvent one in history.Events)
        {
            tracker.Apply(one);
        }

        Assert.All([RapidResponse.Policy.Track(history, At("Tue 2026-03-31 12:00")), tracker.Report(At("Tue 2026-03-31 12:00"))], report =>
        {
            Assert.IsType<MetState>(report["on-site"].Current!.State);
            Assert.Equal(("e3", IgnoredReason.NothingToAmend), Assert.Single(report.Ignored) is var only ? (only.Event.Id.Value, only.Reason) : default);
        });
    }

    [Fact]
    public void A_correction_of_itself_corrects_nothing() => Assert.Equal(
        IgnoredReason.NothingToAmend,
        Assert.Single(RapidResponse.Policy.Track(Task().TakenBack("Tue 2026-03-31 10:30", "e3", "?").History, At("Tue 2026-03-31 11:00")).Ignored).Reason);

    [Fact]
    public void Of_two_corrections_of_one_event_the_later_holds()
    {
        Story story = Task().Signal("Tue 2026-03-31 13:00", Signal.Arrived);
        story.Add(SlaEvent.Amended(story.NextId, At("Tue 2026-03-31 14:00"), new EventId("e3"), SlaEvent.Signalled(new EventId("e3a"), At("Tue 2026-03-31 12:30"), Signal.Arrived), "first look"));
        story.Add(SlaEvent.Amended(story.NextId, At("Tue 2026-03-31 15:00"), new EventId("e3"), SlaEvent.Signalled(new EventId("e3b"), At("Tue 2026-03-31 11:30"), Signal.Arrived), "second look"));

        SlaReport report = RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 16:00"));

        Assert.Equal(At("Tue 2026-03-31 11:30"), Assert.IsType<MetState>(report["on-site"].Current!.State).At);
        Assert.Empty(report.Ignored);
    }

    [Fact]
    public void An_opening_does_not_stand_in_for_another_event()
    {
        Story story = Task();
        story.Add(SlaEvent.Amended(story.NextId, At("Tue 2026-03-31 11:00"), new EventId("e2"), SlaEvent.Opened(new EventId("e2b"), At("Tue 2026-03-31 10:30"), RapidResponse.Mail), "misread"));

        SlaReport report = RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 11:30"));

        Assert.Equal(("e3", IgnoredReason.OpeningAmended), Assert.Single(report.Ignored) is var only ? (only.Event.Id.Value, only.Reason) : default);
        Assert.Equal(At("Tue 2026-03-31 12:00"), report["on-site"].Current!.Due!.Value.At);
        Assert.Equal(["e1", "e2"], story.History.AsAmended().Events.Select(one => one.Id.Value));
    }

    [Fact]
    public void What_lies_before_an_opening_that_was_moved_is_ignored_and_counted()
    {
        Story story = Task().Signal("Tue 2026-03-31 10:30", Signal.Received);
        story.Add(SlaEvent.Amended(story.NextId, At("Tue 2026-03-31 11:00"), new EventId("e1"), SlaEvent.Opened(new EventId("e1b"), At("Tue 2026-03-31 10:30"), Urgent), "the clock was wrong"));

        SlaReport report = RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 11:30"));

        Assert.Equal(("e2", IgnoredReason.BeforeOpening), Assert.Single(report.Ignored) is var only ? (only.Event.Id.Value, only.Reason) : default);
        Assert.Null(report["on-site"].Current);
        Assert.Equal(["e1b", "e3"], story.History.AsAmended().Events.Select(one => one.Id.Value));
    }

    [Fact]
    public void What_was_ignored_stands_in_the_order_in_which_it_happened()
    {
        SlaHistory history = Task().TakenBack("Tue 2026-03-31 10:05", "e9", "?").Signal("Tue 2026-03-31 10:10", Signal.TaskReceived).TakenBack("Tue 2026-03-31 10:15", "e8", "?").History;

        Assert.Equal(["e3", "e4", "e5"], RapidResponse.Policy.Track(history, At("Tue 2026-03-31 11:00")).Ignored.Select(one => one.Event.Id.Value).Distinct());
    }

    [Fact]
    public void A_correction_cannot_put_an_event_after_itself_or_another_correction_in_place()
    {
        EventId id = new("x");
        SlaEvent later = SlaEvent.Signalled(id, At("Tue 2026-03-31 12:00"), Signal.Arrived);

        Assert.Throws<ArgumentException>(() => SlaEvent.Amended(id, At("Tue 2026-03-31 11:00"), new EventId("e1"), later, "why"));
        Assert.Throws<ArgumentException>(() => SlaEvent.Amended(id, At("Tue 2026-03-31 13:00"), new EventId("e1"), SlaEvent.TakenBack(id, At("Tue 2026-03-31 12:00"), id, "why"), "why"));
        Assert.Throws<ArgumentException>(() => SlaEvent.TakenBack(id, At("Tue 2026-03-31 13:00"), new EventId("e1"), ""));
    }

    private static Story Task() => Story.InShanghai().Opened("Tue 2026-03-31 10:00", Urgent).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

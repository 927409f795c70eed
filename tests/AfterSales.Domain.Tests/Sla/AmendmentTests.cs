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

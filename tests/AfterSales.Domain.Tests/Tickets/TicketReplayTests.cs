using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>A history that cannot have happened is refused at the place of the first event that does not fit (R32).</summary>
public class TicketReplayTests
{
    private static readonly TicketId Id = new("Q-1");

    private static readonly IReadOnlyList<TicketEvent> Whole = new WalkedCase(
            Ticket.Open(Id, new ServiceRequest(RequestKind.Inquiry), Lifecycles.Inquiry, At("Mon 2026-03-30 09:00"), Customer))
        .Then("Mon 2026-03-30 09:01", Agent, Trigger.Accept)
        .Then("Mon 2026-03-30 09:05", Agent, Trigger.AskCustomer)
        .Then("Mon 2026-03-30 09:30", Customer, Trigger.Reply)
        .Then("Mon 2026-03-30 09:40", Agent, Trigger.Answer)
        .Then("Mon 2026-03-30 09:45", Customer, Trigger.Confirm)
        .Events;

    [Fact]
    public void An_empty_history_is_refused() => Assert.Equal((0, RefusalCode.NoOpening), Refusal([]));

    [Fact]
    public void Every_event_left_out_is_found_at_its_place()
    {
        for (int i = 0; i < Whole.Count - 1; i++)
        {
            (int index, RefusalCode code) = Refusal([.. Whole.Take(i), .. Whole.Skip(i + 1)]);
            Assert.Equal((i, RefusalCode.WrongVersion), (index, code));
        }
    }

    [Fact]
    public void Every_event_left_out_is_found_even_when_the_versions_are_forged()
    {
        for (int i = 0; i < Whole.Count - 1; i++)
        {
            TicketEvent[] forged = [.. Whole.Take(i).Concat(Whole.Skip(i + 1)).Select((one, place) => Copy(one, version: place + 1))];
            (int index, RefusalCode code) = Refusal(forged);
            Assert.Equal((i, i == 0 ? RefusalCode.NoOpening : RefusalCode.WrongState), (index, code));
        }
    }

    [Fact]
    public void Every_doubled_or_exchanged_event_is_found()
    {
        for (int i = 0; i < Whole.Count - 1; i++)
        {
            Assert.Equal(i + 1, Refusal([.. Whole.Take(i + 1), Whole[i], .. Whole.Skip(i + 1)]).Index);
            Assert.Equal(i, Refusal([.. Whole.Take(i), Whole[i + 1], Whole[i], .. Whole.Skip(i + 2)]).Index);
        }
    }

    [Fact]
    public void Tampered_parts_are_found_with_their_reason()
    {
        Assert.Equal((4, RefusalCode.WrongState), Refusal(With(4, one => one.Between("open", "closed"))));
        Assert.Equal((4, RefusalCode.WrongState), Refusal(With(4, one => one.Between("new", "resolved"))));
        Assert.Equal((4, RefusalCode.WrongState), Refusal(With(4, one => one.Between("open", "no-such-state"))));
        Assert.Equal((4, RefusalCode.WrongVersion), Refusal(With(4, one => Copy(one, version: 7))));
        Assert.Equal((4, RefusalCode.Role), Refusal(With(4, one => Copy(one, by: Customer))));
        Assert.Equal((4, RefusalCode.DefaultValue), Refusal(With(4, one => Copy(one, by: default(Actor)))));
        Assert.Equal((4, RefusalCode.DefaultValue), Refusal(With(4, one => Copy(one, by: new Actor(Agent.Person, default)))));
        Assert.Equal((4, RefusalCode.DefaultValue), Refusal(With(4, one => one.With(default(ActionId)))));
        Assert.Equal((4, RefusalCode.DefaultValue), Refusal(With(4, _ => null!)));
        Assert.Equal((4, RefusalCode.ActionIdReused), Refusal(With(4, one => one.With(Whole[2].ActionId))));
        Assert.Equal((4, RefusalCode.BeforeLastEvent), Refusal(With(4, one => Copy(one, at: one.At - Duration.FromDays(2)))));
        Assert.Equal((4, RefusalCode.NotYetHappened), Refusal(With(4, one => one.Recorded(one.At - Duration.Epsilon))));
        Assert.Equal((4, RefusalCode.UnknownTrigger), Refusal(With(4, one => Copy(one, action: Do(Trigger.Named("dance"))))));
        Assert.Equal((4, RefusalCode.NotFromThisState), Refusal(With(4, one => Copy(one, action: Do(Trigger.Confirm)))));
        Assert.Equal((4, RefusalCode.MissingDetails), Refusal(With(4, one => Copy(one, action: Do(Trigger.Convert)).Between("open", "converted"))));
        Assert.Equal((4, RefusalCode.NoOpening), Refusal(With(4, one => Copy(one, action: Do(Trigger.Open)))));
    }

    [Fact]
    public void A_tampered_opening_is_found()
    {
        Assert.Equal((0, RefusalCode.NoOpening), Refusal(With(0, one => Copy(one, action: Do(Trigger.Open)))));
        Assert.Equal((0, RefusalCode.NoOpening), Refusal(With(0, one => Copy(one, action: Do(Trigger.Accept)))));
        Assert.Equal((0, RefusalCode.WrongState), Refusal(With(0, one => one.Between("", "open"))));
        Assert.Equal((0, RefusalCode.WrongState), Refusal(With(0, one => one.Between("new", "new"))));
        Assert.Equal((0, RefusalCode.NotYetHappened), Refusal(With(0, one => one.Recorded(one.At - Duration.Epsilon))));
        Assert.Equal((0, RefusalCode.DefaultValue), Refusal(With(0, one => Copy(one, by: default(Actor)))));
    }

    [Fact]
    public void What_comes_after_the_end_is_found() => Assert.Equal(
        (6, RefusalCode.Closed),
        Refusal([.. Whole, new TicketEvent(7, At("Mon 2026-03-30 09:50"), Customer, Do(Trigger.Thank)).With(new ActionId("x")).Between("closed", "closed")]));

    [Fact]
    public void A_history_of_another_lifecycle_is_refused() =>
        Assert.Equal(0, Assert.IsType<RefusedReplay>(Ticket.Replay(Id, Lifecycles.Repair, Whole)).Index);

    [Fact]
    public void A_refused_replay_reads_in_both_languages()
    {
        RefusedReplay refused = Assert.IsType<RefusedReplay>(Ticket.Replay(Id, Lifecycles.Inquiry, With(4, one => Copy(one, version: 7))));
        Assert.Equal("event [4]: its version is 7, and 5 comes next", $"{refused}");
        Assert.Equal("事件[4]：版本为7，应为5", $"{refused:zh}");
        Assert.Throws<FormatException>(() => $"{refused:x}");
    }

    [Fact]
    public void Mistakes_of_the_program_throw()
    {
        Assert.Throws<ArgumentException>(() => Ticket.Replay(default, Lifecycles.Inquiry, Whole));
        Assert.Throws<ArgumentNullException>(() => Ticket.Replay(Id, null!, Whole));
        Assert.Throws<ArgumentNullException>(() => Ticket.Replay(Id, Lifecycles.Inquiry, null!));
        Assert.Throws<ArgumentNullException>(() => new TicketEvent(1, default, Agent, null!));
    }

    public static TheoryData<string, Action<TicketSnapshot>> Spoilt => new()
    {
        { "format 2 is not 1", one => one.Format = 2 },
        { "lifecycle repair is not inquiry", one => one.Lifecycle = "repair" },
        { "the lifecycle has no state gone", one => one.State = "gone" },
        { "there is no request", one => one.Request = null },
        { "who opened it lacks", one => one.OpenedBy = default },
        { "the id has not", one => one.Id = "" },
        { "the level is less than 1", one => one.Level = 0 },
        { "a count is negative", one => one.Reminders = -1 },
        { "first or a last resolution", one => one.LastResolvedAt = null },
        { "the cost of the remedy is negative", one => one.RemedyCost = -1 },
        { "a reason for reopening is missing", one => one.ReopenReasons = [null!] },
        { "a link leads nowhere", one => one.Links = [default] },
        { "a line's numbers are impossible", one => one.Lines = [new ReturnLineSnapshot { Line = "1", Bought = 1, Received = 1 }] },
        { "the recent events are not", one => one.Version++ },
        { "the recent events are not", one => one.RecentEvents = [] },
        { "the recent events are not", one => one.RecentEvents = null! },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_snapshot_that_cannot_be_a_tickets_is_refused_with_every_problem(string problem, Action<TicketSnapshot> spoil)
    {
        TicketSnapshot snapshot = Assert.IsType<ReplayedTicket>(Ticket.Replay(Id, Lifecycles.Inquiry, Whole)).Ticket.ToSnapshot();
        spoil(snapshot);
        string message = Assert.Throws<ArgumentException>(() => Ticket.From(snapshot, Lifecycles.Inquiry)).Message;
        Assert.Contains(problem, message, StringComparison.Ordinal);
        snapshot.Level = -1;
        Assert.Contains("; ", Assert.Throws<ArgumentException>(() => Ticket.From(snapshot, Lifecycles.Inquiry)).Message.Replace("the level is less than 1", "; ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static TicketEvent[] With(int index, Func<TicketEvent, TicketEvent> change) => [.. Whole.Select((one, place) => place == index ? change(one) : one)];

    private static (int Index, RefusalCode Code) Refusal(IEnumerable<TicketEvent> events)
    {
        RefusedReplay refused = Assert.IsType<RefusedReplay>(Ticket.Replay(Id, Lifecycles.Inquiry, events));
        return (refused.Index, refused.Reason.Code);
    }

    private static TicketEvent Copy(TicketEvent one, int? version = null, Instant? at = null, Actor? by = null, TicketAction? action = null) =>
        new TicketEvent(version ?? one.Version, at ?? one.At, by ?? one.By, action ?? one.Action).Recorded(one.RecordedAt).With(one.ActionId).Between(one.From, one.To);
}

using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Tickets;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class TicketDocumentTests
{
    public static TheoryData<string> Names => [.. Lifecycles.All.Select(lifecycle => lifecycle.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Saving_and_loading_anywhere_on_a_random_walk_changes_nothing(string name)
    {
        RandomWalk walk = RandomWalk.Seeded(Lifecycles.Find(name)!, seed: 7);
        for (int i = 0; i < 400; i++)
        {
            walk.Step();
            Ticket loaded = Ticket.From(TicketDocument.Read(TicketDocument.Write(walk.Ticket)).Value, walk.Ticket.Lifecycle);
            Assert.Equal(walk.Ticket, loaded);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_history_stored_event_by_event_gives_the_ticket_again(string name)
    {
        RandomWalk walk = RandomWalk.Seeded(Lifecycles.Find(name)!, seed: 8);
        for (int i = 0; i < 100; i++)
        {
            walk.Step();
        }

        TicketEvent[] loaded = [.. walk.Events.Select(happened => TicketEventDocument.Read(TicketEventDocument.Write(happened)).Value)];
        Assert.Equal(walk.Events, loaded);
        Assert.Equal(walk.Ticket, Assert.IsType<ReplayedTicket>(Ticket.Replay(walk.Ticket.Id, walk.Ticket.Lifecycle, loaded)).Ticket);
    }

    [Fact]
    public void An_event_without_an_actor_or_a_state_is_not_written()
    {
        TicketEvent happened = new(1, TicketWorld.At("Fri 2026-03-27 09:00"), TicketWorld.Agent, TicketAction.Of(Trigger.Accept));
        Assert.Throws<ArgumentException>(() => TicketEventDocument.Write(happened));
        Assert.Throws<ArgumentException>(() => TicketEventDocument.Write(new TicketEvent(1, happened.At, default, happened.Action).Between("", "open")));
        Assert.Equal(happened.Between("", "open"), TicketEventDocument.Read(TicketEventDocument.Write(happened.Between("", "open"))).Value);
    }

    [Fact]
    public void Every_detail_of_an_action_is_kept()
    {
        Actor agent = TicketWorld.Agent;
        Instant at = TicketWorld.At("Fri 2026-03-27 09:00") + Duration.FromNanoseconds(7);
        Lifecycle table = new("table", [LifecycleState.Of("a", StateCategory.Active)], [new Transition("a", Trigger.ReportProgress, "a")]);
        TicketAction action = TicketAction.Of(Trigger.ReportProgress).WithAssignee(agent.Person).WithTeam(new TeamId("队 \"1\"")).WithReason("a\nb")
            .WithRequest(TicketWorld.LeakingPump.With("floor", "3")).WithTime(at).WithAmount(12.30m).WithLines([new("1", 2, 0.01m), new("2", 1)])
            .WithLink(new TicketLink(LinkKind.FollowUpOf, new TicketId("T-0"))).WithPerson(new PersonId("X")).With("serial-number", "9").With("note", "读我");
        Ticket opened = Ticket.Open(new TicketId("T-1"), TicketWorld.LeakingPump, table, at, agent);
        Ticket ticket = ((AcceptedTransition)opened.Apply(action, at, agent, new ActionId("a-1"), null, at + Duration.FromHours(1))).Ticket;

        Ticket loaded = Ticket.From(TicketDocument.Read(TicketDocument.Write(ticket)).Value, table);
        Assert.Equal(action, loaded.LastEvent.Action);
        Assert.Equal(ticket, loaded);
    }

    [Theory]
    [InlineData("12.30", "12.3")]
    [InlineData("12.300000000000000000000000000000000", "12.3")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    public void An_amount_is_read_to_the_last_digit(string written, string amount) =>
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), EventOf(written).Value.Action.Amount);

    [Theory]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("79228162514264337593543950335.4")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e3")]
    [InlineData("-1")]
    public void An_amount_that_would_be_rounded_is_refused(string written)
    {
        DocumentFinding finding = Assert.Single(EventOf(written).Findings);
        Assert.Equal(("$.action.amount", "bad-value"), (finding.Path, finding.Code));
    }

    private static DocumentReading<TicketEvent> EventOf(string amount) => TicketEventDocument.Read(
        "{ \"format\": \"ticket-event/1\", \"version\": 1, \"at\": \"2026-03-27T09:00:00Z\", \"by\": { \"person\": \"A\", \"role\": \"agent\" }, \"action\": { \"trigger\": \"quote\", \"amount\": "
        + amount + " }, \"to\": \"quoted\" }");

    [Fact]
    public void What_is_missing_or_wrong_is_found_all_at_once()
    {
        IReadOnlyList<DocumentFinding> findings = TicketDocument.Read("""
            { "format": "ticket/1", "id": "T-1", "lifecycle": "repair", "state": "triaged", "version": 0, "request": { "severity": "dire" },
              "openedAt": "yesterday", "openedBy": { "person": "A" }, "recentEvents": [ { "version": 1, "at": "2026-03-27T09:00:00Z", "by": { "person": "A", "role": "agent" },
              "action": { "trigger": "open", "texts": { "reason": "typed" } }, "to": "triaged" } ] }
            """).Findings;

        Assert.Equal(
            ["$", "$.version", "$.request.severity", "$.openedAt", "$.openedBy", "$.recentEvents[0].action"],
            findings.Select(finding => finding.Path).Distinct());
    }
}

using System.Text.RegularExpressions;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/tickets.md; its diagrams are compared with, and written by, <c>ToMermaid()</c>.</summary>
public partial class TicketsGuide
{
    [Fact]
    public void A_case_is_opened_applied_repeated_stored_and_loaded()
    {
        Instant calledAt = Instant.FromUtc(2026, 3, 27, 9, 50);
        Duration minute = Duration.FromMinutes(1);
        Actor agent = new(new PersonId("Lin"), Role.Agent);
        Actor technician = new(new PersonId("Wang"), Role.Technician);
        ServiceRequest request = new(RequestKind.Repair);
        List<TicketEvent> stored = [];
        string shown = "";

        Ticket ticket = Ticket.Open(new TicketId("T-4711"), request, Lifecycles.Repair, calledAt, agent);
        stored.Add(ticket.LastEvent);            // the opening, version 1

        ServiceRequest classed = request.WithSeverity(Severity.Urgent).WithWarranty(WarrantyStatus.InWarranty);
        switch (ticket.Apply(TicketAction.Triage(classed), calledAt + minute, agent, new ActionId("a-1")))
        {
            case AcceptedTransition(var next, var happened):
                ticket = next;                   // the ticket after it
                stored.Add(happened);            // what the host keeps
                break;
            case RefusedTransition refused:
                shown = $"{refused}";            // why, and what is possible now
                break;
        }

        Assert.Equal(("", "triaged", 2), (shown, ticket.State.Name, stored.Count));

        Instant now = calledAt + minute + minute;
        RefusedTransition early = (RefusedTransition)ticket.Apply(TicketAction.Dispatch(to: technician.Person), now, agent, new ActionId("a-2"));
        string why = $"{early.Reason}";          // that does not lead out of triaged
        string instead = $"{early.Permitted[0]}"; // proceed (agent, technician, supervisor)
        Assert.Equal(("that does not lead out of triaged", "proceed (agent, technician, supervisor)"), (why, instead));

        TransitionResult again = ticket.Apply(TicketAction.Triage(classed), calledAt + minute, agent, new ActionId("a-1"));
        bool nothingChanged = again is AcceptedTransition { IsRepeated: true };

        TransitionResult stale = ticket.Apply(TicketAction.Of(Trigger.Proceed), now, agent, new ActionId("a-3"), expectedVersion: 1);
        RefusalCode code = ((RefusedTransition)stale).Reason.Code;   // StaleVersion
        Assert.Equal((true, RefusalCode.StaleVersion), (nothingChanged, code));

        ReplayResult replayed = Ticket.Replay(ticket.Id, Lifecycles.Repair, stored);
        bool same = replayed is ReplayedTicket whole && whole.Ticket.Equals(ticket);

        ReplayResult tampered = Ticket.Replay(ticket.Id, Lifecycles.Repair, stored.Skip(1));
        string place = $"{tampered}";            // event [0]: its version is 2, and 1 comes next

        Ticket loaded = Ticket.From(ticket.ToSnapshot(), Lifecycles.Repair);
        Assert.Equal((true, "event [0]: its version is 2, and 1 comes next", ticket), (same, place, loaded));
    }

    [Fact]
    public void Goods_are_counted_by_line()
    {
        Instant calledAt = Instant.FromUtc(2026, 3, 27, 9, 50);
        Instant now = calledAt + Duration.FromMinutes(1);
        Actor agent = new(new PersonId("Lin"), Role.Agent);
        Actor customer = new(new PersonId("Ms Chen"), Role.Customer);
        ServiceRequest wanted = new(RequestKind.Return);

        Ticket kettles = Ticket.Open(new TicketId("R-7"), wanted, Lifecycles.Return, calledAt, customer, [new LineQuantity("1", 5, 100)]);
        string tooMany = $"{((RefusedTransition)kettles.Apply(TicketAction.Approve([new("1", 6)]), now, agent, new ActionId("r-1"))).Reason}";
        // line 1: 5 bought and 0 approved, 6 more is too many

        Assert.Equal("line 1: 5 bought and 0 approved, 6 more is too many", tooMany);
    }

    [Fact]
    public void A_host_writes_and_extends_tables()
    {
        Lifecycle loan = new("loan-device",
            [
                LifecycleState.Of("asked", StateCategory.WaitingToStart),
                LifecycleState.Waiting("lent", WaitReason.Customer),
                LifecycleState.Closed("returned", TicketOutcome.Solved),
                LifecycleState.Closed("refused", TicketOutcome.NotSolved),
            ],
            [
                new Transition("asked", Trigger.Named("lend"), "lent").By(Role.Agent).Needing(ActionDetail.Named("serial-number")),
                new Transition("asked", Trigger.Reject, "refused").By(Role.Agent).Needing(ActionDetail.Reason),
                new Transition("lent", Trigger.Named("give-back"), "returned").By(Role.Warehouse),
            ]);
        IReadOnlyList<LifecycleFinding> findings = loan.Verify();   // none
        Assert.Empty(findings);

        Lifecycle withLawyers = Lifecycles.Inquiry.Named("our-inquiry")
            .With(LifecycleState.Waiting("at-the-lawyers", WaitReason.ThirdParty))
            .With(new Transition("open", Trigger.Named("ask-lawyers"), "at-the-lawyers").By(Role.Supervisor))
            .With(new Transition("at-the-lawyers", Trigger.Reply, "open").By(Role.Agent))
            .With(LifecycleTerms.Standard.ReopenableFor(Duration.FromDays(14)));
        Assert.Empty(withLawyers.Verify());
        Assert.Equal(Duration.FromDays(14), withLawyers.Terms.ReopenWindow);
    }

    [Fact]
    public void The_diagrams_are_those_of_the_tables()
    {
        string path = Repository.PathOf("docs", "tickets.md");
        string written = File.ReadAllText(path).ReplaceLineEndings("\n");
        string drawn = Diagram().Replace(written, match =>
            $"<!-- diagram: {match.Groups["name"].Value} -->\n```mermaid\n{Lifecycles.Find(match.Groups["name"].Value)!.ToMermaid()}```\n<!-- end -->");
        if (string.Equals(Environment.GetEnvironmentVariable("AFTERSALES_ACCEPT"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(path, drawn);
            written = drawn;
        }

        Assert.Equal(Lifecycles.All.Select(lifecycle => lifecycle.Name), Diagram().Matches(written).Select(match => match.Groups["name"].Value));
        Assert.Equal(drawn, written);
    }

    [GeneratedRegex("<!-- diagram: (?<name>[a-z-]+) -->.*?<!-- end -->", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Diagram();
}

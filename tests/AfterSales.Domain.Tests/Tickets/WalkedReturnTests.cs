using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Returns and exchanges, walked from the request to the settlement.</summary>
public class WalkedReturnTests
{
    private static readonly ServiceRequest Kettles = new ServiceRequest(RequestKind.Return).WithCustomer(Customer.Person).WithProduct("KETTLE").WithProblem("rust");

    [Fact]
    [Shows("R19", "R21", "R32")]
    public void Three_of_five_pieces_come_back_in_two_parcels_two_are_refunded_and_one_is_scrapped()
    {
        WalkedCase back = Requested()
            .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 3)]))
            .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")))
            .Then("Fri 2026-04-03 09:00", Warehouse, TicketAction.Receive([new("1", 2)]))
            .Then("Sat 2026-04-04 09:00", Warehouse, TicketAction.Receive([new("1", 1)]))
            .Then("Sat 2026-04-04 11:00", Quality, Trigger.Inspect)
            .Then("Sat 2026-04-04 11:10", Quality, TicketAction.Scrap([new("1", 1)]));
        back.IsIn("inspected");

        RefusedTransition early = back.Refuses("Sat 2026-04-04 11:20", Customer, Trigger.Confirm);
        Assert.Equal(RefusalCode.NotFromThisState, early.Reason.Code);
        RefusedTransition tooMany = back.Refuses("Sat 2026-04-04 11:20", Finance, TicketAction.Refund([new("1", 3, 60)]));
        Assert.Equal("line 1: 3 received and 1 settled, 3 more is too many", tooMany.Reason.ToString());
        RefusedTransition tooMuch = back.Refuses("Sat 2026-04-04 11:20", Finance, TicketAction.Refund([new("1", 2, 100.01m)]));
        Assert.Equal("refund-within-paid", tooMuch.UnmetGuards.Single().Name);

        back
            .Then("Sat 2026-04-04 11:30", Finance, TicketAction.Refund([new("1", 2, 40)]))
            .Then("Sun 2026-04-05 08:00", Customer, Trigger.Confirm);

        back.IsIn("closed");
        ReturnLine line = back.Ticket.Lines[0];
        Assert.Equal((5, 3, 3, 3, 2, 1, 40m), (line.Bought, line.Approved, line.Received, line.Settled, line.Refunded, line.Scrapped, line.RefundedAmount));
        Assert.Equal("line 1: 5 bought, 3 approved, 3 received, 3 settled", line.ToString());
        Assert.Equal(At("Sat 2026-04-04 11:30"), back.Ticket.FirstResolvedAt);
    }

    [Fact]
    [Shows("R19")]
    public void More_than_bought_cannot_be_approved_and_more_than_approved_cannot_come_in()
    {
        WalkedCase back = Requested();
        Assert.Equal("line 1: 5 bought and 0 approved, 6 more is too many", back.Refuses("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 6)])).Reason.ToString());
        Assert.Equal("明细1：已购5件，已批准0件，再增加6件超出", $"{back.Refuses("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 6)])).Reason:zh}");
        Assert.Equal("known-line", back.Refuses("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("9", 1)])).UnmetGuards.Single().Name);

        back
            .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 3), new("2", 1)]))
            .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")));
        Assert.Equal("received-within-approved", back.Refuses("Fri 2026-04-03 09:00", Warehouse, TicketAction.Receive([new("1", 3), new("2", 2)])).UnmetGuards.Single().Name);
    }

    [Fact]
    [Shows("R19")]
    public void An_authorisation_that_is_not_used_expires_and_then_takes_no_goods()
    {
        WalkedCase back = Requested()
            .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 3)]))
            .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")));

        Assert.DoesNotContain(back.Ticket.Permitted(Actor.System, At("Wed 2026-04-29 23:59")), action => action.Trigger == Trigger.Expire);
        Assert.Contains(back.Ticket.Permitted(Actor.System, At("Thu 2026-04-30 00:00")), action => action.Trigger == Trigger.Expire);
        Assert.Equal("the authorisation is over", back.Refuses("Thu 2026-04-30 00:00", Warehouse, TicketAction.Receive([new("1", 1)])).Reason.ToString());
        back.Then("Thu 2026-04-30 00:00", Actor.System, Trigger.Expire);
        Assert.Equal(TicketOutcome.Withdrawn, back.Ticket.Outcome);
    }

    [Fact]
    [Shows("R19")]
    public void Goods_that_are_not_as_claimed_are_disputed_and_sent_back()
    {
        WalkedCase back = Received()
            .Then("Sat 2026-04-04 11:00", Quality, Do(Trigger.Dispute).WithReason("used for a year"))
            .Then("Sat 2026-04-04 12:00", Warehouse, TicketAction.SendBack([new("1", 1)]));
        back.IsIn("disputed");
        back.Then("Sat 2026-04-04 12:30", Warehouse, TicketAction.SendBack([new("1", 1)]));
        back.IsIn("settled");
        Assert.Equal(2, back.Ticket.Lines[0].SentBack);

        back
            .Then("Sun 2026-04-05 09:00", Customer, TicketAction.Reopen(reason: "I never used it"))
            .Then("Mon 2026-04-06 09:00", Quality, Do(Trigger.Uphold).WithReason("scale inside"))
            .Then("Mon 2026-04-13 09:00", Actor.System, Trigger.Silence);
        Assert.Equal((TicketOutcome.Unconfirmed, 1), (back.Ticket.Outcome, back.Ticket.ReopenCount));
    }

    [Fact]
    [Shows("R19", "R20")]
    public void A_rejected_claim_becomes_a_complaint_by_appeal()
    {
        WalkedCase back = Requested()
            .Then("Mon 2026-03-30 10:00", Supervisor, TicketAction.Reject(reason: "after the last day"))
            .Then("Mon 2026-03-30 15:00", Customer, TicketAction.Appeal(to: new TicketId("C-1")));

        AcceptedTransition complaint = Assert.IsType<AcceptedTransition>(
            back.Ticket.OpenConverted(new TicketId("C-1"), Kettles.WithKind(RequestKind.Complaint), Lifecycles.Complaint, At("Mon 2026-03-30 15:00"), Customer));
        Assert.Equal(("complaint", "converted from R-7"), (complaint.Ticket.Lifecycle.Name, complaint.Ticket.Links.Single().ToString()));
        RefusedTransition other = Assert.IsType<RefusedTransition>(
            back.Ticket.OpenConverted(new TicketId("C-2"), Kettles.WithKind(RequestKind.Complaint), Lifecycles.Complaint, At("Mon 2026-03-30 15:00"), Customer));
        Assert.Equal((RefusalCode.NoSuchLink, "R-7 was not converted to C-2"), (other.Reason.Code, other.Reason.ToString()));
    }

    [Fact]
    [Shows("R19")]
    public void Every_way_to_settle_counts_on_its_line()
    {
        WalkedCase back = Requested()
            .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 5)]))
            .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")))
            .Then("Fri 2026-04-03 09:00", Warehouse, TicketAction.Receive([new("1", 5)]))
            .Then("Sat 2026-04-04 11:00", Quality, Trigger.Inspect)
            .Then("Sat 2026-04-04 11:01", Finance, TicketAction.Refund([new("1", 1, 20)]))
            .Then("Sat 2026-04-04 11:02", Warehouse, TicketAction.Replace([new("1", 1)]))
            .Then("Sat 2026-04-04 11:03", Warehouse, TicketAction.RepairAtSupplier([new("1", 1)]))
            .Then("Sat 2026-04-04 11:04", Quality, TicketAction.Scrap([new("1", 1)]))
            .Then("Sat 2026-04-04 11:05", Warehouse, TicketAction.SendBack([new("1", 1)]));

        ReturnLine line = back.Ticket.Lines[0];
        Assert.Equal((1, 1, 1, 1, 1, "settled"), (line.Refunded, line.Replaced, line.SupplierRepaired, line.Scrapped, line.SentBack, back.Ticket.State.Name));
    }

    [Fact]
    [Shows("R19")]
    public void The_three_guarantees_are_dated_data_of_the_host()
    {
        ReturnTerms[] versions = [new(new LocalDate(2020, 1, 1), 7, 15, 2), new(new LocalDate(2026, 3, 15), 10, 30, 2)];
        ReturnTerms before = ReturnTerms.InForce(versions, new LocalDate(2026, 3, 14))!;
        LocalDate delivered = new(2026, 3, 14);

        Assert.Null(ReturnTerms.InForce(versions, new LocalDate(2019, 12, 31)));
        Assert.Equal(10, ReturnTerms.InForce(versions, new LocalDate(2026, 3, 15))!.ReturnDays);
        Assert.True(before.CanReturn(delivered, new LocalDate(2026, 3, 21)));
        Assert.False(before.CanReturn(delivered, new LocalDate(2026, 3, 22)));
        Assert.False(before.CanReturn(delivered, new LocalDate(2026, 3, 13)));
        Assert.True(before.CanExchange(delivered, new LocalDate(2026, 3, 29), failedRepairs: 0));
        Assert.False(before.CanExchange(delivered, new LocalDate(2026, 3, 30), failedRepairs: 1));
        Assert.True(before.CanExchange(delivered, new LocalDate(2026, 8, 30), failedRepairs: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => before.CanExchange(delivered, delivered, failedRepairs: -1));
    }

    private static WalkedCase Requested() => new(Ticket.Open(
        new TicketId("R-7"), Kettles, Lifecycles.Return, At("Mon 2026-03-30 09:00"), Customer, [new LineQuantity("1", 5, 100), new LineQuantity("2", 1, 30)]));

    private static WalkedCase Received() => Requested()
        .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 3)]))
        .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")))
        .Then("Fri 2026-04-03 09:00", Warehouse, TicketAction.Receive([new("1", 2)]));
}

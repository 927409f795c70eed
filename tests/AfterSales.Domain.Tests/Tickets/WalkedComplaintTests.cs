using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Complaints, walked from the receipt to the last word.</summary>
public class WalkedComplaintTests
{
    private static readonly ServiceRequest Rudeness = new ServiceRequest(RequestKind.Complaint).WithChannel(Channel.Email).WithCustomer(Customer.Person);

    [Fact]
    [Shows("R03", "R20", "R22", "R34")]
    public void A_complaint_is_classified_investigated_by_somebody_else_approved_accepted_and_closed_when_all_is_done()
    {
        WalkedCase complaint = Received();
        RefusedTransition unclassified = complaint.Refuses("Mon 2026-03-30 10:00", Quality, TicketAction.Assess(Rudeness.WithSeverity(Severity.Important)));
        Assert.Equal("the request given is not classified as quality, service or delivery", unclassified.Reason.ToString());

        complaint.Then("Mon 2026-03-30 10:00", Quality, TicketAction.Assess(Assessed).WithPerson(Technician.Person));
        Assert.Equal((FeedbackClass.Service, Priority.P2, Technician.Person), (complaint.Ticket.Request.FeedbackClass, complaint.Ticket.Request.Priority, complaint.Ticket.ComplainedOf!.Value));
        RefusedTransition own = complaint.Refuses("Mon 2026-03-30 10:05", Supervisor, TicketAction.Investigate(investigator: Technician.Person));
        Assert.Equal("the investigator is the person complained of", own.Reason.ToString());

        complaint
            .Then("Mon 2026-03-30 10:05", Supervisor, TicketAction.Investigate(investigator: Quality.Person))
            .Then("Tue 2026-03-31 10:00", Quality, TicketAction.Propose(solution: "apology and free service"))
            .Then("Tue 2026-03-31 11:00", Manager, Trigger.Approve)
            .Then("Wed 2026-04-01 09:00", Customer, Trigger.Accept)
            .Then("Fri 2026-04-03 09:00", Quality, Trigger.CompleteActions);
        Assert.Equal((TicketOutcome.Solved, At("Wed 2026-04-01 09:00")), (complaint.Ticket.Outcome, complaint.Ticket.FirstResolvedAt!.Value));
    }

    [Fact]
    [Shows("R20")]
    public void A_complaint_appealed_twice_reaches_the_third_level_and_then_the_final_decision()
    {
        WalkedCase complaint = Proposed()
            .Then("Tue 2026-03-31 11:00", Manager, Trigger.Approve)
            .Then("Wed 2026-04-01 09:00", Customer, TicketAction.Reject(reason: "an apology is not enough"));
        Assert.Equal((2, "appealed"), (complaint.Ticket.Level, complaint.Ticket.State.Name));

        complaint
            .Then("Wed 2026-04-01 10:00", Manager, TicketAction.Investigate(investigator: Supervisor.Person))
            .Then("Thu 2026-04-02 10:00", Supervisor, TicketAction.Propose(solution: "half the price back"))
            .Then("Thu 2026-04-02 11:00", Manager, Trigger.Approve)
            .Then("Fri 2026-04-03 09:00", Customer, TicketAction.Reject(reason: "all of it"));
        Assert.Equal((3, "appealed"), (complaint.Ticket.Level, complaint.Ticket.State.Name));

        complaint
            .Then("Fri 2026-04-03 10:00", Manager, TicketAction.Investigate(investigator: Manager.Person))
            .Then("Mon 2026-04-06 10:00", Manager, TicketAction.Propose(solution: "half the price and a voucher"))
            .Then("Mon 2026-04-06 11:00", Leadership, Trigger.Approve)
            .Then("Tue 2026-04-07 09:00", Customer, TicketAction.Reject(reason: "all of it"));
        Assert.Equal((3, "final-decision"), (complaint.Ticket.Level, complaint.Ticket.State.Name));

        complaint.Then("Wed 2026-04-08 09:00", Manager, Trigger.Close);
        Assert.Equal((TicketOutcome.NotSolved, null), (complaint.Ticket.Outcome, complaint.Ticket.FirstResolvedAt));
    }

    [Fact]
    [Shows("R34")]
    public void A_major_solution_is_approved_by_the_leadership_first()
    {
        Lifecycle strict = Lifecycles.Complaint.With(LifecycleTerms.Standard.ApprovingRemediesAbove(1000));
        WalkedCase complaint = Investigated(strict).Then("Tue 2026-03-31 10:00", Quality, TicketAction.Propose(solution: "new machine").WithAmount(20000));
        Assert.Equal("remedy-approved", complaint.Refuses("Tue 2026-03-31 11:00", Manager, Trigger.Approve).UnmetGuards.Single().Name);

        complaint
            .Then("Tue 2026-03-31 12:00", Leadership, Trigger.ApproveRemedy)
            .Then("Tue 2026-03-31 13:00", Manager, Do(Trigger.SendBackProposal).WithReason("too slow"))
            .Then("Tue 2026-03-31 14:00", Quality, TicketAction.Propose(solution: "new machine at once").WithAmount(21000));
        Assert.Equal("remedy-approved", complaint.Refuses("Tue 2026-03-31 15:00", Manager, Trigger.Approve).UnmetGuards.Single().Name);
    }

    [Fact]
    public void A_customer_may_take_a_complaint_back_at_any_time_before_it_is_resolved()
    {
        Assert.Equal(TicketOutcome.Withdrawn, Received().Then("Mon 2026-03-30 10:00", Customer, Trigger.Withdraw).Ticket.Outcome);
        Assert.Equal(TicketOutcome.Withdrawn, Proposed().Then("Tue 2026-03-31 11:00", Customer, Trigger.Withdraw).Ticket.Outcome);
    }

    private static ServiceRequest Assessed { get; } =
        Rudeness.WithSeverity(Severity.Important).WithFeedbackClass(FeedbackClass.Service).WithPriority(Priority.P2);

    private static WalkedCase Received(Lifecycle? lifecycle = null) =>
        new WalkedCase(Ticket.Open(new TicketId("C-1"), Rudeness, lifecycle ?? Lifecycles.Complaint, At("Mon 2026-03-30 09:00"), Customer))
            .Then("Mon 2026-03-30 09:10", Agent, Trigger.Acknowledge);

    private static WalkedCase Investigated(Lifecycle? lifecycle = null) => Received(lifecycle)
        .Then("Mon 2026-03-30 10:00", Quality, TicketAction.Assess(Assessed).WithPerson(Technician.Person))
        .Then("Mon 2026-03-30 10:05", Supervisor, TicketAction.Investigate(investigator: Quality.Person));

    private static WalkedCase Proposed() => Investigated().Then("Tue 2026-03-31 10:00", Quality, TicketAction.Propose(solution: "apology"));
}

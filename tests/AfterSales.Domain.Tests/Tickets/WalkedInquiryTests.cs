using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Enquiries and reopening, walked.</summary>
public class WalkedInquiryTests
{
    private static readonly ServiceRequest Question = new ServiceRequest(RequestKind.Inquiry).WithChannel(Channel.Chat).WithCustomer(Customer.Person).WithSeverity(Severity.General);

    [Fact]
    [Shows("R20", "R21")]
    public void An_enquiry_is_asked_back_answered_and_closed_by_the_customers_word()
    {
        WalkedCase enquiry = Accepted()
            .Then("Mon 2026-03-30 09:05", Agent, Trigger.AskCustomer)
            .Then("Mon 2026-03-30 09:30", Customer, Trigger.Reply)
            .Then("Mon 2026-03-30 09:40", Agent, Trigger.Answer)
            .Then("Mon 2026-03-30 09:41", Customer, Trigger.Thank);
        enquiry.IsIn("resolved");
        Assert.Equal((0, At("Mon 2026-03-30 09:40")), (enquiry.Ticket.ReopenCount, enquiry.Ticket.Since));

        enquiry.Then("Mon 2026-03-30 09:45", Customer, Trigger.Confirm);
        Assert.Equal(TicketOutcome.Solved, enquiry.Ticket.Outcome);
    }

    [Fact]
    [Shows("R21")]
    public void Only_the_customer_can_confirm() =>
        Assert.Equal(
            "the role agent may not; it takes customer",
            Accepted().Then("Mon 2026-03-30 09:40", Agent, Trigger.Answer).Refuses("Mon 2026-03-30 09:41", Agent, Trigger.Confirm).Reason.ToString());

    [Fact]
    [Shows("R21")]
    public void Silence_closes_after_the_window_and_unconfirmed()
    {
        WalkedCase enquiry = Accepted().Then("Mon 2026-03-30 09:40", Agent, Trigger.Answer);
        Assert.Equal("silence-window-over", enquiry.Refuses("Mon 2026-04-06 09:39", Actor.System, Trigger.Silence).UnmetGuards.Single().Name);
        enquiry.Then("Mon 2026-04-06 09:40", Actor.System, Trigger.Silence);
        Assert.Equal(TicketOutcome.Unconfirmed, enquiry.Ticket.Outcome);
    }

    [Fact]
    [Shows("R21")]
    public void A_customer_who_does_not_react_to_reminders_resolves_it_without_a_reply()
    {
        WalkedCase enquiry = Accepted()
            .Then("Mon 2026-03-30 09:05", Agent, Trigger.AskCustomer)
            .Then("Tue 2026-03-31 09:05", Actor.System, Trigger.Remind)
            .Then("Wed 2026-04-01 09:05", Actor.System, Trigger.Remind)
            .Then("Thu 2026-04-02 09:05", Actor.System, Trigger.GiveUp);
        enquiry.IsIn("resolved-no-reply");
        enquiry.Then("Thu 2026-04-09 09:05", Actor.System, Trigger.Silence);
        Assert.Equal(TicketOutcome.Unconfirmed, enquiry.Ticket.Outcome);
    }

    [Fact]
    [Shows("R16")]
    public void What_the_first_line_cannot_answer_goes_up_to_a_support_team()
    {
        WalkedCase enquiry = Accepted().Then("Mon 2026-03-30 09:10", Agent, TicketAction.Transfer(to: new TeamId("pump-support")));
        Assert.Equal((2, new TeamId("pump-support"), null, "open"), (enquiry.Ticket.Level, enquiry.Ticket.Team!.Value, enquiry.Ticket.Assignee, enquiry.Ticket.State.Name));
        enquiry.Then("Mon 2026-03-30 09:50", Technician, Trigger.Answer).IsIn("resolved");
    }

    [Fact]
    [Shows("R31")]
    public void A_question_that_a_voice_menu_answers_is_counted_and_not_lost()
    {
        WalkedCase enquiry = new WalkedCase(Ticket.Open(new TicketId("Q-1"), Question.WithChannel(Channel.SelfService), Lifecycles.Inquiry, At("Mon 2026-03-30 02:00"), Actor.System))
            .Then("Mon 2026-03-30 02:03", Customer, Trigger.SelfServe);
        Assert.Equal(("self-served", TicketOutcome.Unconfirmed, 2), (enquiry.Ticket.State.Name, enquiry.Ticket.Outcome, enquiry.Ticket.Version));
    }

    [Fact]
    [Shows("R20", "R32")]
    public void An_enquiry_becomes_a_repair_and_both_know_each_other()
    {
        WalkedCase enquiry = Accepted().Then("Mon 2026-03-30 09:20", Agent, TicketAction.Convert(to: new TicketId("T-1")));
        Ticket repair = Assert.IsType<AcceptedTransition>(
            enquiry.Ticket.OpenConverted(new TicketId("T-1"), LeakingPump, Lifecycles.Repair, At("Mon 2026-03-30 09:21"), Agent)).Ticket;

        Assert.Equal(["converted to T-1"], enquiry.Ticket.Links.Select(link => link.ToString()));
        Assert.Equal(["converted from Q-1"], repair.Links.Select(link => link.ToString()));
        Assert.Equal((TicketOutcome.Converted, TicketOutcome.Open), (enquiry.Ticket.Outcome, repair.Outcome));
        new WalkedCase(repair).Then("Mon 2026-03-30 09:25", Agent, TicketAction.Triage(UrgentUnderWarranty)).IsIn("triaged");
    }

    [Fact]
    public void Two_questions_about_the_same_thing_are_merged_but_not_into_themselves()
    {
        WalkedCase enquiry = Accepted();
        Assert.Equal("a ticket cannot go on in itself", enquiry.Refuses("Mon 2026-03-30 09:20", Agent, TicketAction.Merge(into: new TicketId("Q-1"))).Reason.ToString());
        TicketAction wrong = Do(Trigger.Merge).WithLink(new TicketLink(LinkKind.ConvertedTo, new TicketId("Q-2")));
        Assert.Equal("link-of-that-kind", enquiry.Refuses("Mon 2026-03-30 09:20", Agent, wrong).UnmetGuards.Single().Name);

        enquiry.Then("Mon 2026-03-30 09:20", Agent, TicketAction.Merge(into: new TicketId("Q-2")));
        Assert.Equal((TicketOutcome.Merged, "merged into Q-2"), (enquiry.Ticket.Outcome, enquiry.Ticket.Links.Single().ToString()));
    }

    [Fact]
    [Shows("R21")]
    public void A_customer_who_rejects_twice_brings_in_the_supervisor_and_one_class_up()
    {
        WalkedCase enquiry = RejectedTwice(Lifecycles.Inquiry);
        Assert.Equal(["no", "still no"], enquiry.Ticket.ReopenReasons);
        Assert.Equal([Trigger.Escalate], enquiry.Ticket.Permitted(Actor.System, At("Mon 2026-03-30 12:01")).Select(action => action.Trigger));

        enquiry.Then("Mon 2026-03-30 12:01", Actor.System, Trigger.Escalate);
        Assert.Equal((true, Severity.Important), (enquiry.Ticket.IsRaised, enquiry.Ticket.Request.Severity));
        Assert.Empty(enquiry.Ticket.Permitted(Actor.System, At("Mon 2026-03-30 12:02")));
    }

    [Fact]
    [Shows("R21")]
    public void Raising_stops_at_urgent_and_can_be_switched_off()
    {
        Ticket urgent = Ticket.Open(new TicketId("Q-1"), Question.WithSeverity(Severity.Urgent), Lifecycles.Inquiry, At("Mon 2026-03-30 09:00"), Customer);
        Assert.Equal(Severity.Urgent, Rejecting(urgent).Then("Mon 2026-03-30 12:01", Actor.System, Trigger.Escalate).Ticket.Request.Severity);

        Lifecycle off = Lifecycles.Inquiry.With(LifecycleTerms.Standard.RaisedAfterReopening(0));
        Assert.Equal("reopened-too-often", RejectedTwice(off).Refuses("Mon 2026-03-30 12:01", Actor.System, Trigger.Escalate).UnmetGuards.Single().Name);
    }

    [Fact]
    [Shows("R21")]
    public void After_the_window_a_rejection_is_refused_and_a_follow_up_is_opened_instead()
    {
        WalkedCase enquiry = Accepted().Then("Mon 2026-03-30 09:40", Agent, Trigger.Answer);
        RefusedTransition early = Assert.IsType<RefusedTransition>(enquiry.Ticket.OpenFollowUp(new TicketId("Q-2"), Question, At("Mon 2026-04-06 09:39"), Customer));
        Assert.Equal("Q-1 can still be reopened", early.Reason.ToString());

        RefusedTransition late = enquiry.Refuses("Mon 2026-04-06 09:40", Customer, TicketAction.Reject(reason: "it came back"));
        Assert.Equal("the window for reopening is over; open a follow-up", late.Reason.ToString());
        Ticket followUp = Assert.IsType<AcceptedTransition>(enquiry.Ticket.OpenFollowUp(new TicketId("Q-2"), Question, At("Mon 2026-04-06 09:40"), Customer)).Ticket;
        Assert.Equal("follow-up of Q-1", followUp.Links.Single().ToString());
        Assert.Equal(RefusalCode.NotClosed, Assert.IsType<RefusedTransition>(followUp.OpenFollowUp(new TicketId("Q-3"), Question, At("Mon 2026-04-06 09:41"), Customer)).Reason.Code);
    }

    private static WalkedCase Accepted() => Begin(Lifecycles.Inquiry);

    private static WalkedCase Begin(Lifecycle lifecycle) =>
        new WalkedCase(Ticket.Open(new TicketId("Q-1"), Question, lifecycle, At("Mon 2026-03-30 09:00"), Customer)).Then("Mon 2026-03-30 09:01", Agent, Trigger.Accept);

    private static WalkedCase RejectedTwice(Lifecycle lifecycle) =>
        Rejecting(Ticket.Open(new TicketId("Q-1"), Question, lifecycle, At("Mon 2026-03-30 09:00"), Customer));

    private static WalkedCase Rejecting(Ticket opened) => new WalkedCase(opened)
        .Then("Mon 2026-03-30 09:01", Agent, Trigger.Accept)
        .Then("Mon 2026-03-30 09:40", Agent, Trigger.Answer)
        .Then("Mon 2026-03-30 10:00", Customer, TicketAction.Reject(reason: "no"))
        .Then("Mon 2026-03-30 11:00", Agent, Trigger.Answer)
        .Then("Mon 2026-03-30 12:00", Supervisor, TicketAction.Reopen(reason: "still no"));
}

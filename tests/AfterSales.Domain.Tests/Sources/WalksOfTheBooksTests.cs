using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Tickets;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Sources;

/// <summary>Tickets walk the lifecycles of the rulebooks, and the clocks of the same rulebook hear of it.</summary>
public class WalksOfTheBooksTests
{
    [Theory]
    [Shows("R01")]
    [InlineData("rapid-response", Channel.Phone)]
    [InlineData("rapid-response", Channel.Email)]
    [InlineData("online-sales", Channel.Chat)]
    [InlineData("online-sales", Channel.Social)]
    [InlineData("online-sales", Channel.Web)]
    [InlineData("home-appliance", Channel.Counter)]
    public void A_ticket_is_made_by_itself_with_customer_product_problem_channel_and_time(string book, Channel channel)
    {
        ServiceRequest asked = new ServiceRequest(RequestKind.Inquiry).WithChannel(channel).WithCustomer(Customer.Person).WithProduct("AC-35").WithProblem("drips");
        Ticket ticket = Ticket.Open(new TicketId("Q-1"), asked, Rulebooks.Find(book)!.FindLifecycle("inquiry")!, At("Sat 2026-03-28 02:00"), Actor.System);

        Assert.Equal((asked, At("Sat 2026-03-28 02:00"), Actor.System), (ticket.Request, ticket.OpenedAt, ticket.OpenedBy));
        Assert.Contains(
            SlaProjection.Standard.HistoryOf(ticket.Lifecycle, [ticket.LastEvent]).Events,
            one => one is SignalEvent { Signal: var signal, At: var at } && signal == Signal.Received && at == ticket.OpenedAt);
    }

    [Fact]
    [Shows("R18", "R21", "R32", "R34")]
    public void An_urgent_solution_is_approved_by_the_leadership_and_closed_by_the_customers_acceptance()
    {
        WalkedCase repair = Reported(Rulebooks.RapidResponse)
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(UrgentUnderWarranty))
            .Then("Fri 2026-03-27 17:53", Supervisor, Do(Trigger.Proceed).WithAmount(0))
            .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Dispatch(to: Technician.Person))
            .Then("Fri 2026-03-27 17:58", Technician, Trigger.Accept)
            .Then("Fri 2026-03-27 18:05", Technician, Trigger.Depart)
            .Then("Fri 2026-03-27 19:10", Technician, Trigger.Arrive);
        Assert.Equal("remedy-approved", repair.Refuses("Fri 2026-03-27 19:15", Technician, Trigger.Diagnose).UnmetGuards.Single().Name);

        repair.Then("Fri 2026-03-27 19:16", Leadership, Trigger.ApproveRemedy)
            .Then("Fri 2026-03-27 19:17", Technician, Trigger.Diagnose)
            .Then("Fri 2026-03-27 20:00", Technician, Trigger.Finish)
            .Then("Fri 2026-03-27 20:05", Customer, TicketAction.Reject(reason: "still drips"))
            .Then("Fri 2026-03-27 20:40", Technician, Trigger.Finish)
            .Then("Fri 2026-03-27 20:45", Customer, Trigger.AcceptWork)
            .Then("Fri 2026-03-27 20:46", Agent, Trigger.Close);

        Assert.Equal(TicketOutcome.Solved, repair.Ticket.Outcome);
        Assert.All(repair.Events, one => Assert.NotEqual(default, one.By));
        SlaReport report = Rulebooks.RapidResponse.Sla.Track(SlaProjection.Standard.HistoryOf(repair.Ticket.Lifecycle, repair.Events), At("Mon 2026-03-30 09:00"));
        Assert.Equal((At("Fri 2026-03-27 19:10"), Technician), (Assert.IsType<MetState>(report["on-site"].Current!.State).At, report.History!.Events.Single(IsArrival).Actor!.Value));

        static bool IsArrival(SlaEvent one) => one is SignalEvent { Signal: var signal } && signal == Signal.Arrived;
    }

    [Fact]
    [Shows("R34")]
    public void A_solution_of_a_milder_class_needs_no_approval()
    {
        WalkedCase repair = Reported(Rulebooks.RapidResponse)
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(UrgentUnderWarranty.WithSeverity(Severity.Important)))
            .Then("Fri 2026-03-27 17:53", Supervisor, Do(Trigger.Proceed).WithAmount(20000));
        Assert.False(repair.Ticket.NeedsRemedyApproval);
        repair.Then("Fri 2026-03-27 18:00", Technician, Trigger.Diagnose).IsIn("in-repair");
    }

    [Fact]
    [Shows("R18", "R32", "R35")]
    public void Waiting_for_parts_stops_the_workshops_clock_and_not_the_customers()
    {
        WalkedCase repair = Reported(Rulebooks.HomeAppliance)
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(UrgentUnderWarranty))
            .Then("Fri 2026-03-27 17:53", Agent, Trigger.Proceed)
            .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Dispatch(to: Technician.Person))
            .Then("Fri 2026-03-27 17:58", Technician, Trigger.Accept)
            .Then("Fri 2026-03-27 18:05", Technician, Trigger.Depart)
            .Then("Fri 2026-03-27 19:00", Technician, Trigger.Arrive)
            .Then("Fri 2026-03-27 19:20", Technician, Trigger.Diagnose)
            .Then("Fri 2026-03-27 20:00", Technician, Trigger.NeedParts)
            .Then("Sat 2026-03-28 09:00", Warehouse, Trigger.PartsIn)
            .Then("Sat 2026-03-28 11:00", Technician, Trigger.Finish);
        SlaReport report = Rulebooks.HomeAppliance.Sla.Track(SlaProjection.Standard.HistoryOf(repair.Ticket.Lifecycle, repair.Events), At("Mon 2026-03-30 09:00"));

        // Four hours from 19:00, thirteen of waiting: 12:00. The customer's five working days count from Fri 17:50.
        Assert.Equal(At("Sat 2026-03-28 12:00"), Assert.IsType<MetState>(report["repair"].Current!.State).Due);
        Assert.Equal(At("Fri 2026-04-03 18:00"), Assert.IsType<MetState>(report["completion"].Current!.State).Due);
        Assert.Equal(WaitVerdict.NotAPause, Assert.Single(report["completion"].Current!.Waits).Verdict);
    }

    [Theory]
    [Shows("R19")]
    [InlineData("four-priorities")]
    [InlineData("satisfaction-mechanism")]
    public void Goods_come_back_are_inspected_and_settled_line_by_line(string book)
    {
        Lifecycle lifecycle = Rulebooks.Find(book)!.FindLifecycle("return")!;
        WalkedCase back = new WalkedCase(Ticket.Open(new TicketId("R-1"), new ServiceRequest(RequestKind.Return), lifecycle, At("Mon 2026-03-30 09:00"), Customer, [new LineQuantity("1", 2, 100m)]))
            .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 2)]))
            .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")))
            .Then("Fri 2026-04-03 09:00", Warehouse, TicketAction.Receive([new("1", 2)]))
            .Then("Fri 2026-04-03 10:00", Quality, Trigger.Inspect)
            .Then("Fri 2026-04-03 11:00", Quality, TicketAction.Scrap([new("1", 1)]))
            .Then("Fri 2026-04-03 12:00", Finance, TicketAction.Refund([new("1", 1, 100m)]));
        Assert.Equal((2, 1, 1, 100m), (back.Ticket.Lines[0].Received, back.Ticket.Lines[0].Scrapped, back.Ticket.Lines[0].Refunded, back.Ticket.Lines[0].RefundedAmount));
    }

    [Fact]
    [Shows("R20", "R32")]
    public void An_enquiry_is_answered_and_a_complaint_investigated_by_somebody_else()
    {
        WalkedCase enquiry = new WalkedCase(Ticket.Open(new TicketId("Q-1"), new ServiceRequest(RequestKind.Inquiry), Rulebooks.HomeAppliance.FindLifecycle("inquiry")!, At("Mon 2026-03-30 09:00"), Customer))
            .Then("Mon 2026-03-30 09:05", Agent, Trigger.Accept)
            .Then("Mon 2026-03-30 09:30", Agent, Trigger.Answer)
            .Then("Mon 2026-03-30 09:40", Customer, Trigger.Confirm);
        Assert.Equal(TicketOutcome.Solved, enquiry.Ticket.Outcome);
        SlaReport report = Rulebooks.HomeAppliance.Sla.Track(SlaProjection.Standard.HistoryOf(enquiry.Ticket.Lifecycle, enquiry.Events), At("Mon 2026-03-30 10:00"));
        Assert.Equal(Duration.FromMinutes(90), Assert.IsType<MetState>(report["response"].Current!.State).Margin);

        ServiceRequest rudeness = new ServiceRequest(RequestKind.Complaint).WithFeedbackClass(FeedbackClass.Service).WithSeverity(Severity.Important);
        WalkedCase complaint = new WalkedCase(Ticket.Open(new TicketId("C-1"), rudeness, Rulebooks.HomeAppliance.FindLifecycle("complaint")!, At("Mon 2026-03-30 09:00"), Customer))
            .Then("Mon 2026-03-30 09:10", Agent, Trigger.Acknowledge)
            .Then("Mon 2026-03-30 10:00", Quality, TicketAction.Assess(rudeness).WithPerson(Technician.Person));
        Assert.Equal("the investigator is the person complained of", $"{complaint.Refuses("Mon 2026-03-30 10:05", Quality, TicketAction.Investigate(Technician.Person)).Reason}");
        complaint.Then("Mon 2026-03-30 10:06", Quality, TicketAction.Investigate(Quality.Person));
    }

    [Fact]
    [Shows("R21", "R22")]
    public void A_complaint_that_the_customer_rejects_goes_on_by_the_mechanism()
    {
        ServiceRequest late = new ServiceRequest(RequestKind.Complaint).WithFeedbackClass(FeedbackClass.Delivery).WithSeverity(Severity.General).WithPriority(Priority.P2);
        WalkedCase complaint = new WalkedCase(Ticket.Open(new TicketId("C-1"), late, Rulebooks.SatisfactionMechanism.FindLifecycle("complaint")!, At("Mon 2026-03-30 09:00"), Customer))
            .Then("Mon 2026-03-30 09:10", Agent, Trigger.Acknowledge)
            .Then("Mon 2026-03-30 10:00", Quality, TicketAction.Assess(late))
            .Then("Mon 2026-03-30 10:05", Quality, TicketAction.Investigate(Quality.Person));
        SlaReport report = Rulebooks.SatisfactionMechanism.Sla.Track(SlaProjection.Standard.HistoryOf(complaint.Ticket.Lifecycle, complaint.Events), At("Mon 2026-03-30 11:00"));

        Assert.IsType<MetState>(report["feedback-answered"].Current!.State);
        Assert.Equal(At("Wed 2026-04-01 18:00"), Assert.IsType<RunningState>(report["feedback-handled"].Current!.State).Due.At);
    }

    [Fact]
    [Shows("R16", "R31")]
    public void What_the_menu_answers_is_counted_and_what_the_first_line_cannot_goes_to_support()
    {
        Lifecycle inquiry = Rulebooks.FourPriorities.FindLifecycle("inquiry")!;
        ServiceRequest asked = new ServiceRequest(RequestKind.Inquiry).WithChannel(Channel.SelfService);
        WalkedCase menu = new WalkedCase(Ticket.Open(new TicketId("Q-1"), asked, inquiry, At("Mon 2026-03-30 02:00"), Customer)).Then("Mon 2026-03-30 02:03", Customer, Trigger.SelfServe);
        KpiTally tally = new(new KpiPlan(At("Wed 2026-04-01 00:00"), World.Shanghai));
        tally.Add(KpiTicket.From(menu.Ticket.Id, inquiry, menu.Events, At("Wed 2026-04-01 00:00")));
        Assert.Equal((1, 1), (tally.Everything().Value(Kpi.SelfService).Numerator, tally.Everything().Value(Kpi.SelfService).Denominator));

        WalkedCase hard = new WalkedCase(Ticket.Open(new TicketId("Q-2"), asked.WithChannel(Channel.Chat), Rulebooks.OnlineSales.FindLifecycle("inquiry")!, At("Mon 2026-03-30 02:00"), Customer))
            .Then("Mon 2026-03-30 02:01", Agent, Trigger.Accept)
            .Then("Mon 2026-03-30 02:10", Agent, TicketAction.Transfer(to: new TeamId("network-support")))
            .Then("Mon 2026-03-30 02:50", Technician, Trigger.Answer);
        SlaReport report = Rulebooks.OnlineSales.Sla.Track(SlaProjection.Standard.HistoryOf(hard.Ticket.Lifecycle, hard.Events), At("Mon 2026-03-30 09:00"));
        Assert.Equal((At("Mon 2026-03-30 03:10"), At("Mon 2026-03-30 02:50")), (Met("support").Due, Met("support").At));

        MetState Met(string objective) => Assert.IsType<MetState>(report[objective].Current!.State);
    }

    private static WalkedCase Reported(Rulebook book) => new(Ticket.Open(new TicketId("T-1"), LeakingPump, book.FindLifecycle("repair")!, At("Fri 2026-03-27 17:50"), Agent));
}

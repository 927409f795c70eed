using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Repairs and visits, walked from the report to the end.</summary>
public class WalkedRepairTests
{
    [Fact]
    [Shows("R01", "R02", "R18", "R21", "R32", "R35")]
    public void An_urgent_repair_with_parts_goes_from_the_call_to_the_customers_acceptance_and_closes_free_of_charge()
    {
        WalkedCase repair = Reported()
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(UrgentUnderWarranty))
            .Then("Fri 2026-03-27 17:53", Agent, Trigger.Proceed)
            .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Dispatch(to: Technician.Person))
            .Then("Fri 2026-03-27 17:58", Technician, Trigger.Accept)
            .Then("Fri 2026-03-27 18:05", Technician, Trigger.Depart)
            .Then("Fri 2026-03-27 19:10", Technician, Trigger.Arrive)
            .Then("Fri 2026-03-27 19:20", Technician, Trigger.Diagnose)
            .Then("Fri 2026-03-27 19:30", Technician, Trigger.NeedParts);

        Assert.Equal(new { Reason = WaitReason.Parts, Since = At("Fri 2026-03-27 19:30") }, new { repair.Ticket.Hold!.Value.Reason, repair.Ticket.Hold.Value.Since });

        repair
            .Then("Fri 2026-03-27 19:31", Technician, Trigger.ReportProgress)
            .Then("Fri 2026-03-27 19:35", Agent, Trigger.TellProgress)
            .Then("Sat 2026-03-28 09:00", Warehouse, Trigger.PartsIn)
            .Then("Sat 2026-03-28 11:00", Technician, Trigger.Finish);

        RefusedTransition own = repair.Refuses("Sat 2026-03-28 11:01", Technician, Trigger.AcceptWork);
        Assert.Equal("not-own-urgent-work", own.UnmetGuards.Single().Name);

        repair
            .Then("Sat 2026-03-28 11:05", Customer, Trigger.AcceptWork)
            .Then("Sat 2026-03-28 11:06", Agent, Trigger.Close);

        repair.IsIn("closed");
        Assert.Equal(TicketOutcome.Solved, repair.Ticket.Outcome);
        Assert.Equal(At("Sat 2026-03-28 11:00"), repair.Ticket.FirstResolvedAt);
        Assert.Equal(At("Sat 2026-03-28 11:06"), repair.Ticket.ClosedAt);
        Assert.Equal(Technician.Person, repair.Ticket.Assignee);
        Assert.Equal(
            [
                "1: 2026-03-27T09:50:00Z Lin (agent) open (request repair, channel phone, customer Ms Chen, product PUMP-0815, problem \"leaks\"): registered",
                "4: 2026-03-27T09:55:00Z Lin (agent) dispatch (assignee Wang): approved → dispatched",
                "14: 2026-03-28T03:05:00Z Ms Chen (customer) accept-work: repaired → accepted-by-customer",
            ],
            new[] { 0, 3, 13 }.Select(i => repair.Events[i].ToString()));
    }

    [Fact]
    [Shows("R18", "R35")]
    public void An_important_repair_is_quoted_visited_by_appointment_and_charged()
    {
        WalkedCase repair = Reported()
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(ImportantOutOfWarranty));

        Assert.Equal("it is free of charge under warranty", new WalkedCase(Reported().Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(UrgentUnderWarranty)).Ticket)
            .Refuses("Fri 2026-03-27 17:53", Agent, TicketAction.Quote(amount: 480)).Reason.ToString());
        Assert.Equal("in-warranty", repair.Refuses("Fri 2026-03-27 17:53", Agent, Trigger.Proceed).UnmetGuards.Single().Name);

        repair
            .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Quote(amount: 480))
            .Then("Fri 2026-03-27 18:20", Customer, Trigger.Approve);
        Assert.Equal("no visit is agreed and it is not urgent", repair.Refuses("Fri 2026-03-27 18:21", Agent, TicketAction.Dispatch(to: Technician.Person)).Reason.ToString());

        repair
            .Then("Fri 2026-03-27 18:25", Agent, TicketAction.AgreeVisit(at: At("Mon 2026-03-30 10:00")))
            .Then("Mon 2026-03-30 08:00", Agent, TicketAction.Dispatch(to: Technician.Person))
            .Then("Mon 2026-03-30 08:05", Technician, TicketAction.Decline(reason: "ill"))
            .Then("Mon 2026-03-30 08:10", Agent, TicketAction.Dispatch(to: OtherTechnician.Person))
            .Then("Mon 2026-03-30 08:12", OtherTechnician, Trigger.Accept)
            .Then("Mon 2026-03-30 09:20", OtherTechnician, Trigger.Depart)
            .Then("Mon 2026-03-30 10:05", OtherTechnician, Trigger.Arrive)
            .Then("Mon 2026-03-30 10:20", OtherTechnician, TicketAction.VisitFailed(reason: "nobody at home").WithTime(At("Tue 2026-03-31 14:00")));
        repair.IsIn("scheduled");
        Assert.Equal((1, At("Tue 2026-03-31 14:00"), null), (repair.Ticket.FailedVisits, repair.Ticket.VisitAt!.Value, repair.Ticket.Assignee));

        repair
            .Then("Tue 2026-03-31 13:00", Agent, TicketAction.Dispatch(to: OtherTechnician.Person))
            .Then("Tue 2026-03-31 13:01", OtherTechnician, Trigger.Accept)
            .Then("Tue 2026-03-31 13:20", OtherTechnician, Trigger.Depart)
            .Then("Tue 2026-03-31 13:55", OtherTechnician, Trigger.Arrive)
            .Then("Tue 2026-03-31 14:10", OtherTechnician, Trigger.Diagnose)
            .Then("Tue 2026-03-31 15:00", OtherTechnician, Trigger.Finish)
            .Then("Tue 2026-03-31 15:05", OtherTechnician, Trigger.AcceptWork);

        Assert.Equal("at-the-customers-cost", new WalkedCase(repair.Ticket).Ticket.Lifecycle.TransitionsFrom("accepted-by-customer").Single(row => row.Trigger == Trigger.Charge).Guards.Single().Name);
        repair.Then("Tue 2026-03-31 15:10", Finance, TicketAction.Charge(amount: 480));
        Assert.Equal((TicketOutcome.Solved, 480m), (repair.Ticket.Outcome, repair.Ticket.RemedyCost!.Value));
    }

    [Fact]
    [Shows("R21")]
    public void Work_that_the_customer_rejects_twice_is_rework_and_no_reopening()
    {
        WalkedCase repair = AtWork()
            .Then("Sat 2026-03-28 11:00", Technician, Trigger.Finish)
            .Then("Sat 2026-03-28 11:10", Customer, TicketAction.Reject(reason: "still drips"))
            .Then("Sat 2026-03-28 12:00", Technician, Trigger.Finish)
            .Then("Sat 2026-03-28 12:30", Customer, TicketAction.Reject(reason: "drips again"))
            .Then("Sat 2026-03-28 14:00", Technician, Trigger.Finish)
            .Then("Sat 2026-03-28 14:30", Customer, Trigger.AcceptWork);

        Assert.Equal((2, 0), (repair.Ticket.ReworkCount, repair.Ticket.ReopenCount));
        Assert.Equal((At("Sat 2026-03-28 11:00"), At("Sat 2026-03-28 14:00")), (repair.Ticket.FirstResolvedAt!.Value, repair.Ticket.LastResolvedAt!.Value));
    }

    [Fact]
    [Shows("R34")]
    public void A_major_remedy_needs_the_leaderships_approval_before_work_starts()
    {
        Lifecycle strict = Lifecycles.Repair.With(LifecycleTerms.Standard.ApprovingRemediesAbove(5000));
        WalkedCase repair = new WalkedCase(Ticket.Open(new TicketId("T-9"), LeakingPump, strict, At("Fri 2026-03-27 17:50"), Agent))
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(ImportantOutOfWarranty))
            .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Quote(amount: 5000.01m))
            .Then("Fri 2026-03-27 18:20", Customer, Trigger.Approve);

        RefusedTransition refused = repair.Refuses("Fri 2026-03-27 18:25", Technician, Trigger.Diagnose);
        Assert.Equal("the leadership has not approved this major remedy", $"{refused.Reason}");
        Assert.Equal("重大方案尚未经领导批准", $"{refused.Reason:zh}");
        Assert.Contains(refused.Permitted, action => action.Trigger == Trigger.ApproveRemedy);
        Assert.Equal(RefusalCode.Role, repair.Refuses("Fri 2026-03-27 18:26", Supervisor, Trigger.ApproveRemedy).Reason.Code);

        repair
            .Then("Fri 2026-03-27 18:30", Leadership, Trigger.ApproveRemedy)
            .Then("Fri 2026-03-27 18:35", Technician, Trigger.Diagnose);
        repair.IsIn("in-repair");
        Assert.Equal(Technician.Person, repair.Ticket.Assignee);
    }

    [Fact]
    [Shows("R34")]
    public void A_remedy_of_exactly_the_limit_needs_no_approval()
    {
        Lifecycle strict = Lifecycles.Repair.With(LifecycleTerms.Standard.ApprovingRemediesAbove(5000));
        WalkedCase repair = new WalkedCase(Ticket.Open(new TicketId("T-9"), LeakingPump, strict, At("Fri 2026-03-27 17:50"), Agent))
            .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(ImportantOutOfWarranty))
            .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Quote(amount: 5000));

        Assert.Equal("no major remedy awaits approval", repair.Refuses("Fri 2026-03-27 18:00", Leadership, Trigger.ApproveRemedy).Reason.ToString());
    }

    [Fact]
    [Shows("R17", "R18")]
    public void What_a_technician_cannot_complete_goes_to_a_provider_and_back()
    {
        WalkedCase repair = AtWork()
            .Then("Sat 2026-03-28 11:00", Technician, TicketAction.CannotComplete(reason: "shaft broken"))
            .Then("Sat 2026-03-28 11:30", Supervisor, TicketAction.Outsource(to: new TeamId("Pumps & Co")));
        Assert.Equal((WaitReason.Supplier, new TeamId("Pumps & Co"), null), (repair.Ticket.Hold!.Value.Reason, repair.Ticket.Team!.Value, repair.Ticket.Assignee));

        repair
            .Then("Mon 2026-03-30 16:00", Agent, Trigger.SupplierFailed)
            .Then("Mon 2026-03-30 16:30", Supervisor, TicketAction.Exchange(to: new TicketId("R-1")));
        Assert.Equal((TicketOutcome.Converted, "converted to R-1"), (repair.Ticket.Outcome, repair.Ticket.Links.Single().ToString()));

        AcceptedTransition exchange = Assert.IsType<AcceptedTransition>(repair.Ticket.OpenConverted(
            new TicketId("R-1"), LeakingPump.WithKind(RequestKind.Exchange), Lifecycles.Return, At("Mon 2026-03-30 16:31"), Agent));
        Assert.Equal("converted from T-4711", exchange.Ticket.Links.Single().ToString());
    }

    [Fact]
    [Shows("R21")]
    public void A_customer_who_cannot_be_reached_after_the_repair_closes_it_unconfirmed()
    {
        WalkedCase repair = AtWork().Then("Sat 2026-03-28 11:00", Technician, Trigger.Finish);
        Assert.Equal("reminded-enough", repair.Refuses("Sat 2026-03-28 12:00", Agent, Trigger.GiveUp).UnmetGuards.Single().Name);

        repair
            .Then("Sat 2026-03-28 12:00", Agent, Trigger.Remind)
            .Then("Mon 2026-03-30 09:00", Agent, Trigger.Remind)
            .Then("Tue 2026-03-31 09:00", Agent, Trigger.GiveUp);
        Assert.Equal(TicketOutcome.Unconfirmed, repair.Ticket.Outcome);
    }

    [Fact]
    [Shows("R18", "R27")]
    public void The_same_fault_within_thirty_days_of_closing_is_a_new_linked_ticket_and_no_reopening()
    {
        Ticket closed = ClosedOn("Sat 2026-03-28 11:06");
        Assert.Equal(RefusalCode.Closed, new WalkedCase(closed).Refuses("Sat 2026-03-28 12:00", Customer, TicketAction.Reopen(reason: "leaks again")).Reason.Code);

        AcceptedTransition repeat = Assert.IsType<AcceptedTransition>(closed.OpenRepeat(new TicketId("T-5000"), LeakingPump, At("Mon 2026-04-27 11:05"), Agent));
        Assert.Equal(("repeat of T-4711", 1, "registered"), (repeat.Ticket.Links.Single().ToString(), repeat.Ticket.Version, repeat.Ticket.State.Name));

        RefusedTransition late = Assert.IsType<RefusedTransition>(closed.OpenRepeat(new TicketId("T-5000"), LeakingPump, At("Mon 2026-04-27 11:06"), Agent));
        Assert.Equal((RefusalCode.WindowOver, "T-4711 was closed more than 720:00:00 ago"), (late.Reason.Code, late.Reason.ToString()));
        RefusedTransition other = Assert.IsType<RefusedTransition>(closed.OpenRepeat(new TicketId("T-5000"), LeakingPump.WithProblem("hums"), At("Mon 2026-03-30 11:06"), Agent));
        Assert.Equal(RefusalCode.AnotherMatter, other.Reason.Code);
        Assert.Equal(RefusalCode.NotClosed, Assert.IsType<RefusedTransition>(AtWork().Ticket.OpenRepeat(new TicketId("T-5000"), LeakingPump, At("Mon 2026-03-30 11:06"), Agent)).Reason.Code);
    }

    [Fact]
    [Shows("R36")]
    public void Maintenance_falls_due_by_plan_and_is_reminded_visited_and_called_back()
    {
        MaintenancePlan plan = new(new LocalDate(2025, 9, 30), everyMonths: 6);
        Assert.Equal(new LocalDate(2026, 3, 30), plan.NextDue(new LocalDate(2025, 9, 30)));

        ServiceRequest maintenance = new ServiceRequest(RequestKind.Maintenance).WithCustomer(Customer.Person).WithProduct("PUMP-0815").WithSeverity(Severity.General);
        WalkedCase visit = new WalkedCase(Ticket.Open(new TicketId("M-1"), maintenance, Lifecycles.For(RequestKind.Maintenance), At("Mon 2026-03-16 08:00"), Actor.System))
            .Then("Mon 2026-03-16 08:01", Actor.System, Trigger.Remind)
            .Then("Tue 2026-03-17 10:00", Customer, TicketAction.AgreeVisit(at: At("Mon 2026-03-30 09:00")))
            .Then("Mon 2026-03-30 07:30", Agent, TicketAction.Dispatch(to: Technician.Person))
            .Then("Mon 2026-03-30 07:45", Technician, Trigger.Accept)
            .Then("Mon 2026-03-30 09:05", Technician, Trigger.Arrive)
            .Then("Mon 2026-03-30 10:00", Technician, Trigger.Finish)
            .Then("Mon 2026-03-30 10:05", Customer, Trigger.AcceptWork);
        Assert.Equal(TicketOutcome.Solved, visit.Ticket.Outcome);

        CallbackPlan callbacks = new([Duration.FromDays(3), Duration.FromDays(30)]);
        Assert.Equal(At("Thu 2026-04-02 10:05"), callbacks.NextCall(visit.Ticket, after: At("Mon 2026-03-30 10:05")));
        Assert.Equal(At("Wed 2026-04-29 10:05"), callbacks.NextCall(visit.Ticket, after: At("Thu 2026-04-02 10:05")));
        Assert.Null(callbacks.NextCall(visit.Ticket, after: At("Wed 2026-04-29 10:05")));
        Assert.Equal(new LocalDate(2026, 9, 30), plan.NextDue(new LocalDate(2026, 3, 30)));
    }

    [Fact]
    public void A_visit_that_finds_a_fault_becomes_a_repair()
    {
        WalkedCase visit = new WalkedCase(Ticket.Open(new TicketId("M-2"), UrgentUnderWarranty.WithKind(RequestKind.Installation), Lifecycles.ServiceVisit, At("Mon 2026-03-16 08:00"), Agent))
            .Then("Mon 2026-03-16 08:10", Agent, TicketAction.AgreeVisit(at: At("Tue 2026-03-17 09:00")))
            .Then("Tue 2026-03-17 08:00", Supervisor, TicketAction.Dispatch(to: Technician.Person))
            .Then("Tue 2026-03-17 08:05", Actor.System, Trigger.TimeOut)
            .Then("Tue 2026-03-17 08:06", Supervisor, TicketAction.Dispatch(to: OtherTechnician.Person));
        Assert.Equal("it is somebody else's task", visit.Refuses("Tue 2026-03-17 08:07", Technician, Trigger.Accept).Reason.ToString());

        visit
            .Then("Tue 2026-03-17 08:07", OtherTechnician, Trigger.Accept)
            .Then("Tue 2026-03-17 09:00", OtherTechnician, Trigger.Arrive)
            .Then("Tue 2026-03-17 09:10", OtherTechnician, TicketAction.Convert(to: new TicketId("T-1")));
        visit.IsIn("converted");
    }

    private static WalkedCase Reported() => new(Ticket.Open(new TicketId("T-4711"), LeakingPump, Lifecycles.Repair, At("Fri 2026-03-27 17:50"), Agent));

    private static WalkedCase AtWork() => Reported()
        .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(UrgentUnderWarranty))
        .Then("Fri 2026-03-27 17:53", Agent, Trigger.Proceed)
        .Then("Fri 2026-03-27 17:54", Technician, Trigger.Diagnose);

    private static Ticket ClosedOn(string at) => AtWork()
        .Then("Sat 2026-03-28 11:00", Technician, Trigger.Finish)
        .Then("Sat 2026-03-28 11:05", Customer, Trigger.AcceptWork)
        .Then(at, Agent, Trigger.Close)
        .Ticket;
}

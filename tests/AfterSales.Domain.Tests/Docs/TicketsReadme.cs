using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

public class TicketsReadme
{
    [Fact]
    public void A_ticket_refuses_what_does_not_fit_and_says_what_does()
    {
        Instant receivedAt = Instant.FromUtc(2026, 3, 27, 9, 50);
        Instant now = receivedAt + Duration.FromMinutes(5);
        Actor customer = new(new PersonId("C-77"), Role.Customer);
        Actor agent = new(new PersonId("A-1"), Role.Agent);
        ServiceRequest request = new(RequestKind.Repair);

        Ticket ticket = Ticket.Open(new TicketId("T-4711"), request, Lifecycles.Repair, receivedAt, customer);
        TransitionResult answer = ticket.Apply(TicketAction.Charge(amount: 120), now, agent, new ActionId("a-1"));
        string refusal = $"{answer}";    // repair T-4711 (registered) refuses charge: that does not lead out of registered; possible now: …

        Assert.Equal(
            "repair T-4711 (registered) refuses charge: that does not lead out of registered; "
            + "possible now: triage (agent, technician, supervisor), cancel (customer, agent, supervisor), merge (agent, supervisor)",
            refusal);
        Assert.Equal(
            "维修T-4711（已登记）不能收费：状态“已登记”下没有这一操作；现在可以：分级（客服、技术员、主管）、取消（客户、客服、主管）、合并（客服、主管）",
            $"{answer:zh}");
    }
}

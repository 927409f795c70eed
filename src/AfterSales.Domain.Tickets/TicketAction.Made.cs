using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <content>The actions that need something.</content>
public sealed partial class TicketAction
{
    /// <summary>Makes the action that hands over to a support team of the next level (R16).</summary>
    /// <param name="to">The team.</param>
    /// <returns>The action.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="to"/> is the default value.</exception>
    public static TicketAction Transfer(TeamId to) => Of(Trigger.Transfer).WithTeam(to);

    /// <summary>Makes the action that classes the problem (R02).</summary>
    /// <param name="request">The request with severity and warranty status known.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static TicketAction Triage(ServiceRequest request) => Of(Trigger.Triage).WithRequest(request);

    /// <summary>Makes the action that classes a complaint (R22).</summary>
    /// <param name="request">The request with severity and feedback class known.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static TicketAction Assess(ServiceRequest request) => Of(Trigger.Assess).WithRequest(request);

    /// <summary>Makes the action that quotes a price.</summary>
    /// <param name="amount">The price in the host's currency, at least 0.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 0.</exception>
    public static TicketAction Quote(decimal amount) => Of(Trigger.Quote).WithAmount(amount);

    /// <summary>Makes the action that charges.</summary>
    /// <param name="amount">The money in the host's currency, at least 0.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 0.</exception>
    public static TicketAction Charge(decimal amount) => Of(Trigger.Charge).WithAmount(amount);

    /// <summary>Makes the action that agrees an appointment (R35).</summary>
    /// <param name="at">The instant of the visit.</param>
    /// <returns>The action.</returns>
    public static TicketAction AgreeVisit(Instant at) => Of(Trigger.AgreeVisit).WithTime(at);

    /// <summary>Makes the action that authorises the goods to be sent in.</summary>
    /// <param name="until">The first instant at which the authorisation is no longer valid.</param>
    /// <returns>The action.</returns>
    public static TicketAction Authorise(Instant until) => Of(Trigger.Authorise).WithTime(until);

    /// <summary>Makes the action that sends a technician.</summary>
    /// <param name="to">The technician.</param>
    /// <returns>The action.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="to"/> is the default value.</exception>
    public static TicketAction Dispatch(PersonId to) => Of(Trigger.Dispatch).WithAssignee(to);

    /// <summary>Makes the action that gives a complaint to an investigator.</summary>
    /// <param name="investigator">Who investigates; not the person complained of.</param>
    /// <returns>The action.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="investigator"/> is the default value.</exception>
    public static TicketAction Investigate(PersonId investigator) => Of(Trigger.Investigate).WithAssignee(investigator);

    /// <summary>Makes the action that gives the work to a service provider (R17).</summary>
    /// <param name="to">The provider.</param>
    /// <returns>The action.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="to"/> is the default value.</exception>
    public static TicketAction Outsource(TeamId to) => Of(Trigger.Outsource).WithTeam(to);

    /// <summary>Makes the action that proposes a solution.</summary>
    /// <param name="solution">What is proposed, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="solution"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="solution"/> is empty, only white space, or longer.</exception>
    public static TicketAction Propose(string solution) => Of(Trigger.Propose).WithReason(solution);

    /// <summary>Makes the action that gives the request up.</summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public static TicketAction Cancel(string reason) => Of(Trigger.Cancel).WithReason(reason);

    /// <summary>Makes the action that declines a task or a quote.</summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public static TicketAction Decline(string reason) => Of(Trigger.Decline).WithReason(reason);

    /// <summary>Makes the action that rejects a result or a claim.</summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public static TicketAction Reject(string reason) => Of(Trigger.Reject).WithReason(reason);

    /// <summary>Makes the action that asks for a resolved ticket to be handled again (R21).</summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public static TicketAction Reopen(string reason) => Of(Trigger.Reopen).WithReason(reason);

    /// <summary>Makes the action that reports that the customer was not met.</summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public static TicketAction VisitFailed(string reason) => Of(Trigger.VisitFailed).WithReason(reason);

    /// <summary>Makes the action that reports that this technician cannot do it.</summary>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public static TicketAction CannotComplete(string reason) => Of(Trigger.CannotComplete).WithReason(reason);

    /// <summary>Makes the action that joins the ticket to another about the same thing.</summary>
    /// <param name="into">The ticket that goes on.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException"><paramref name="into"/> is the default value.</exception>
    public static TicketAction Merge(TicketId into) => Of(Trigger.Merge).WithLink(new TicketLink(LinkKind.MergedInto, into));

    /// <summary>Makes the action that goes on as a ticket of another lifecycle.</summary>
    /// <param name="to">The ticket that carries the matter on.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is the default value.</exception>
    public static TicketAction Convert(TicketId to) => Of(Trigger.Convert).WithLink(new TicketLink(LinkKind.ConvertedTo, to));

    /// <summary>Makes the action that exchanges the product instead of repairing it.</summary>
    /// <param name="to">The ticket of the exchange.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is the default value.</exception>
    public static TicketAction Exchange(TicketId to) => Of(Trigger.Exchange).WithLink(new TicketLink(LinkKind.ConvertedTo, to));

    /// <summary>Makes the action that turns a rejected claim into a complaint.</summary>
    /// <param name="to">The ticket of the complaint.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is the default value.</exception>
    public static TicketAction Appeal(TicketId to) => Of(Trigger.Appeal).WithLink(new TicketLink(LinkKind.ConvertedTo, to));

    /// <summary>Makes the action that approves quantities for return.</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction Approve(IEnumerable<LineQuantity> lines) => Of(Trigger.Approve).WithLines(lines);

    /// <summary>Makes the action that reports that goods came in (R19).</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction Receive(IEnumerable<LineQuantity> lines) => Of(Trigger.Receive).WithLines(lines);

    /// <summary>Makes the action that refunds, by line and with the money.</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction Refund(IEnumerable<LineQuantity> lines) => Of(Trigger.Refund).WithLines(lines);

    /// <summary>Makes the action that sends replacements.</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction Replace(IEnumerable<LineQuantity> lines) => Of(Trigger.Replace).WithLines(lines);

    /// <summary>Makes the action that has goods repaired by the supplier.</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction RepairAtSupplier(IEnumerable<LineQuantity> lines) => Of(Trigger.RepairAtSupplier).WithLines(lines);

    /// <summary>Makes the action that scraps goods.</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction Scrap(IEnumerable<LineQuantity> lines) => Of(Trigger.Scrap).WithLines(lines);

    /// <summary>Makes the action that sends goods back to the customer.</summary>
    /// <param name="lines">The quantities by line, at most 1,000, each line once.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public static TicketAction SendBack(IEnumerable<LineQuantity> lines) => Of(Trigger.SendBack).WithLines(lines);
}

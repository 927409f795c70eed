using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>What holds after every action on every ticket, and for every history.</summary>
internal static class TicketInvariants
{
    public static void HoldAfter(Ticket before, AcceptedTransition accepted)
    {
        (Ticket after, TicketEvent happened) = accepted;
        Assert.False(before.IsClosed);
        Assert.False(accepted.IsRepeated);
        Assert.Equal((before.Version + 1, before.Version + 1), (after.Version, happened.Version));
        Assert.Equal((before.State.Name, after.State.Name), (happened.From, happened.To));
        Assert.Same(happened, after.LastEvent);
        Assert.True(happened.RecordedAt >= happened.At && happened.RecordedAt >= before.LastEvent.RecordedAt);
        Assert.True(before.LastEvent.At - happened.At <= after.Lifecycle.Terms.LateReports);
        Assert.True(after.ReopenCount >= before.ReopenCount && after.ReworkCount >= before.ReworkCount && after.FailedVisits >= before.FailedVisits);
        Assert.True(before.FirstResolvedAt is null || before.FirstResolvedAt == after.FirstResolvedAt);
        Assert.Equal(after.State.Wait, after.Hold?.Reason);
        Assert.Equal(after.IsClosed ? after.Since : null, after.ClosedAt);
        Assert.True(after.Lifecycle.Name != "complaint" || after.Level <= after.Lifecycle.Terms.HighestLevel);
        if (after.ReopenCount > before.ReopenCount)
        {
            // Only what is resolved, within the window, by the customer or a supervisor (R21).
            Assert.Equal((StateCategory.Resolved, before.ReopenCount + 1), (before.State.Category, after.ReopenCount));
            Assert.Contains(happened.By.Role, new[] { Role.Customer, Role.Supervisor });
            Assert.True(happened.At < before.Since + after.Lifecycle.Terms.ReopenWindow);
        }

        foreach (ReturnLine line in after.Lines)
        {
            Assert.True(line.Settled <= line.Received && line.Received <= line.Approved && line.Approved <= line.Bought, line.ToString());
            Assert.InRange(line.RefundedAmount, 0, line.Paid);
        }
    }

    public static void HoldAfter(Ticket before, RefusedTransition refused)
    {
        Assert.Same(before, refused.Ticket);
        Assert.Equal(refused.Reason.Code == RefusalCode.Guard, refused.UnmetGuards.Count > 0);
        Assert.Equal(refused.Reason.Code == RefusalCode.MissingDetails, refused.Missing.Count > 0);
        Assert.Equal(before.IsClosed, refused.Reason.Code == RefusalCode.Closed);
        Assert.False(before.IsClosed && refused.Permitted.Count > 0);
    }

    public static void HoldFor(Ticket ticket, List<TicketEvent> events)
    {
        Assert.Equal(ticket, Assert.IsType<ReplayedTicket>(Ticket.Replay(ticket.Id, ticket.Lifecycle, events)).Ticket);
        Ticket loaded = Ticket.From(ticket.ToSnapshot(), ticket.Lifecycle);
        Assert.Equal(ticket, loaded);
        Assert.Equal(ticket.GetHashCode(), loaded.GetHashCode());
        Assert.Equal(ticket.Permitted(ticket.LastEvent.At), loaded.Permitted(ticket.LastEvent.At));
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Ten thousand actions over each built-in lifecycle; every law of <see cref="Ticket"/> is looked at after every one of them.</summary>
public class RandomWalkTests
{
    private const int Actions = 10_000;

    public static TheoryData<string, int> Walks
    {
        get
        {
            TheoryData<string, int> walks = [];
            foreach (Lifecycle lifecycle in Lifecycles.All)
            {
                walks.Add(lifecycle.Name, 20260327);
            }

            return walks;
        }
    }

    [Theory]
    [Shows("R19", "R21", "R32")]
    [MemberData(nameof(Walks))]
    public void A_random_walk_of_ten_thousand_actions_keeps_every_invariant(string name, int seed)
    {
        RandomWalk walk = new(Lifecycles.Find(name)!, seed);
        HashSet<Transition> fired = [];
        for (int i = 0; i < Actions; i++)
        {
            (Ticket before, TransitionResult result) = walk.Step();
            if (result is AcceptedTransition accepted)
            {
                CheckStep(before, accepted);
                fired.UnionWith(before.Lifecycle.TransitionsFrom(before.State.Name)
                    .Where(row => row.Trigger == accepted.Event.Trigger && row.To == accepted.Event.To));
            }
            else
            {
                CheckRefusal(before, (RefusedTransition)result);
            }

            if (result.IsAccepted && (walk.Ticket.IsClosed || i % 20 == 0))
            {
                CheckHistory(walk.Ticket, walk.Events);
            }
        }

        Assert.True(walk.Accepted > Actions / 3, $"only {walk.Accepted} of {Actions} actions were accepted");
        Assert.Empty(walk.Ticket.Lifecycle.Transitions.Except(fired).Select(row => row.ToString()));
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void What_is_permitted_is_exactly_what_is_accepted(string name, int seed)
    {
        RandomWalk walk = new(Lifecycles.Find(name)!, seed + 1);
        for (int i = 0; i < 400; i++)
        {
            walk.Step();
            Actor by = walk.Someone();
            HashSet<Trigger> permitted = [.. walk.Ticket.Permitted(by, walk.Now).Select(action => action.Trigger)];
            foreach (Trigger trigger in walk.Ticket.Lifecycle.Triggers)
            {
                bool accepted = RandomWalk.Candidates(walk.Ticket, trigger, walk.Now)
                    .Any(action => walk.Ticket.Apply(action, walk.Now, by, new ActionId("probe")).IsAccepted);
                Assert.True(permitted.Contains(trigger) == accepted, $"{walk.Ticket} by {by}: {trigger} is {(accepted ? "accepted" : "refused")}");
            }
        }
    }

    private static void CheckStep(Ticket before, AcceptedTransition accepted)
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
        foreach (ReturnLine line in after.Lines)
        {
            Assert.True(line.Settled <= line.Received && line.Received <= line.Approved && line.Approved <= line.Bought, line.ToString());
            Assert.InRange(line.RefundedAmount, 0, line.Paid);
        }
    }

    private static void CheckRefusal(Ticket before, RefusedTransition refused)
    {
        Assert.Same(before, refused.Ticket);
        Assert.Equal(refused.Reason.Code == RefusalCode.Guard, refused.UnmetGuards.Count > 0);
        Assert.Equal(refused.Reason.Code == RefusalCode.MissingDetails, refused.Missing.Count > 0);
        Assert.Equal(before.IsClosed, refused.Reason.Code == RefusalCode.Closed);
        Assert.False(before.IsClosed && refused.Permitted.Count > 0);
    }

    private static void CheckHistory(Ticket ticket, List<TicketEvent> events)
    {
        Assert.Equal(ticket, Assert.IsType<ReplayedTicket>(Ticket.Replay(ticket.Id, ticket.Lifecycle, events)).Ticket);
        Ticket loaded = Ticket.From(ticket.ToSnapshot(), ticket.Lifecycle);
        Assert.Equal(ticket, loaded);
        Assert.Equal(ticket.GetHashCode(), loaded.GetHashCode());
        Assert.Equal(ticket.Permitted(ticket.LastEvent.At), loaded.Permitted(ticket.LastEvent.At));
    }
}

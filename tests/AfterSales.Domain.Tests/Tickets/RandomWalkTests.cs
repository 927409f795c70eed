using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Ten thousand actions over each built-in lifecycle; every law of <see cref="Ticket"/> is looked at after every one of them.</summary>
public class RandomWalkTests
{
    private const int Actions = 10_000;

    private const int MostWalks = 10;

    public static TheoryData<string, int> Walks
    {
        get
        {
            TheoryData<string, int> walks = [];
            foreach (Lifecycle lifecycle in Lifecycles.All)
            {
                walks.Add(lifecycle.Name, 20260328);
            }

            return walks;
        }
    }

    [Theory]
    [Shows("R19", "R21", "R32")]
    [MemberData(nameof(Walks))]
    public void A_random_walk_of_ten_thousand_actions_keeps_every_invariant(string name, int seed)
    {
        // One walk is enough for the invariants; more follow until every transition of the table has been taken.
        Lifecycle lifecycle = Lifecycles.Find(name)!;
        HashSet<(string From, Trigger Trigger, string To)> rows = [.. lifecycle.Transitions.Select(row => (row.From, row.Trigger, row.To))];
        for (int walks = 0; walks == 0 || (walks < MostWalks && rows.Count > 0); walks++)
        {
            Walk(RandomWalk.Seeded(lifecycle, seed + walks), rows);
        }

        Assert.Empty(rows);
    }

    private static void Walk(RandomWalk walk, HashSet<(string From, Trigger Trigger, string To)> rows)
    {
        for (int i = 0; i < Actions; i++)
        {
            (Ticket before, TransitionResult result) = walk.Step();
            if (result is AcceptedTransition accepted)
            {
                TicketInvariants.HoldAfter(before, accepted);
                rows.Remove((accepted.Event.From, accepted.Event.Trigger, accepted.Event.To));
            }
            else
            {
                TicketInvariants.HoldAfter(before, (RefusedTransition)result);
            }

            if (result.IsAccepted && (walk.Ticket.IsClosed || i % 20 == 0))
            {
                TicketInvariants.HoldFor(walk.Ticket, walk.Events);
            }
        }

        Assert.True(walk.Accepted > Actions / 3, $"only {walk.Accepted} of {Actions} actions were accepted");
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void What_is_permitted_is_exactly_what_is_accepted(string name, int seed)
    {
        RandomWalk walk = RandomWalk.Seeded(Lifecycles.Find(name)!, seed + 1);
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
}

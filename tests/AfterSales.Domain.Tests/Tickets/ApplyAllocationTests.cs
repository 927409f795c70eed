using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>
/// What an accepted action allocates: the new ticket and its event, which share with the old ones what did not change. Goods are copied by the line that moves, so that an action
/// that moves several lines allocates in proportion to what it was given.
/// </summary>
public class ApplyAllocationTests
{
    private const int Bound = 400;

    // A return line with what has become of it, and its place in the list of the ticket's lines.
    private const int LineBytes = 72;
    private const int PlaceBytes = 8;

    // When the return had been settled before more came in.
    private const int ResolutionBytes = 40;

    public static TheoryData<string> Names => [.. Lifecycles.All.Select(lifecycle => lifecycle.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_accepted_action_allocates_at_most_400_bytes_or_one_that_moves_goods_in_proportion_to_its_lines(string name)
    {
        RandomWalk walk = RandomWalk.Seeded(Lifecycles.Find(name)!, 20260327);
        int most = 0;
        for (int i = 0; i < 3_000; i++)
        {
            (Ticket before, TransitionResult result) = walk.Step();
            if (result is AcceptedTransition { Ticket: var after, Event: var happened })
            {
                long allocated = Allocated(before, happened);
                int moved = before.Lines.Zip(after.Lines).Count(pair => !pair.First.Equals(pair.Second));
                bool comesInLate = before.State.Category == StateCategory.Resolved;
                int goods = moved == 0 ? 0 : (LineBytes * (moved - 1)) + (PlaceBytes * (before.Lines.Count - 1)) + (comesInLate ? ResolutionBytes : 0);
                Assert.True(allocated <= Bound + goods, $"{happened.Trigger} of {moved} lines allocates {allocated} bytes");
                most = Math.Max(most, moved);
            }
        }

        Assert.Equal(name == Lifecycles.Return.Name, most > 1);
    }

    [Fact]
    public void The_fiftieth_reopening_allocates_no_more_than_the_first()
    {
        Actor customer = TicketWorld.Customer;
        Instant at = World.At("Fri 2026-03-27 10:00", World.Shanghai);
        Lifecycle lifecycle = new(
            "toggle",
            [LifecycleState.Of("open", StateCategory.Active), LifecycleState.Of("done", StateCategory.Resolved)],
            [
                new Transition("open", Trigger.Named("finish"), "done"),
                new Transition("done", Trigger.Reopen, "open").Needing(ActionDetail.Reason).Doing(TransitionEffect.CountReopen),
            ]);
        TicketAction[] actions = [TicketAction.Of(Trigger.Named("finish")), TicketAction.Of(Trigger.Reopen).WithReason("came back")];
        Ticket ticket = Ticket.Open(new TicketId("T-1"), new ServiceRequest(RequestKind.Inquiry), lifecycle, at, customer);
        List<long> reopenings = [];
        for (int i = 0; i < 100; i++)
        {
            Ticket before = ticket;
            (ticket, TicketEvent happened) = Assert.IsType<AcceptedTransition>(before.Apply(actions[i % 2], at, customer, new ActionId($"a-{i}")));
            if (i % 2 == 1)
            {
                reopenings.Add(Allocated(before, happened));
            }
        }

        Assert.Equal((50, "came back"), (ticket.ReopenCount, ticket.ReopenReasons[49]));
        Assert.Equal(reopenings[0], reopenings[49]);
        Assert.InRange(reopenings[49], 1, Bound);
    }

    /// <summary>What doing it again allocates, the second time with all that it needs compiled: a ticket never changes, so it can be asked again.</summary>
    private static long Allocated(Ticket before, TicketEvent happened)
    {
        long allocated = 0;
        for (int round = 0; round < 2; round++)
        {
            long start = GC.GetAllocatedBytesForCurrentThread();
            before.Apply(happened.Action, happened.At, happened.By, happened.ActionId, before.Version, happened.RecordedAt);
            allocated = GC.GetAllocatedBytesForCurrentThread() - start;
        }

        return allocated;
    }
}

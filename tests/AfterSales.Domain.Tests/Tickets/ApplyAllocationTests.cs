using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>
/// What an accepted action allocates: the new ticket and its event, which share with the old ones what did not change. A transfer changes team and level, a failed visit the appointment
/// and the assignee, raising the class makes another request, and each reopening keeps its reason beside the earlier ones: these need more than the rest.
/// </summary>
public class ApplyAllocationTests
{
    public static TheoryData<string> Names => [.. Lifecycles.All.Select(lifecycle => lifecycle.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_accepted_action_that_moves_no_goods_allocates_at_most_400_bytes_but_for_four_that_change_more(string name)
    {
        RandomWalk walk = RandomWalk.Seeded(Lifecycles.Find(name)!, 20260327);
        for (int i = 0; i < 3_000; i++)
        {
            (Ticket before, TransitionResult result) = walk.Step();
            if (result is not AcceptedTransition { Ticket: var after, Event: var happened } || !before.Lines.SequenceEqual(after.Lines))
            {
                continue;
            }

            // Twice more, the second time with all that it needs compiled: a ticket never changes, so it can be asked again.
            long allocated = 0;
            for (int round = 0; round < 2; round++)
            {
                long start = GC.GetAllocatedBytesForCurrentThread();
                before.Apply(happened.Action, happened.At, happened.By, happened.ActionId, before.Version, happened.RecordedAt);
                allocated = GC.GetAllocatedBytesForCurrentThread() - start;
            }

            Assert.True(allocated <= Bound(happened.Trigger, after), $"{happened.Trigger} allocates {allocated} bytes");
        }
    }

    private static long Bound(Trigger trigger, Ticket after) =>
        trigger == Trigger.Transfer || trigger == Trigger.VisitFailed ? 440
        : trigger == Trigger.Escalate ? 512
        : trigger == Trigger.Reject || trigger == Trigger.Reopen ? 400 + (8 * after.ReopenCount)
        : 400;
}

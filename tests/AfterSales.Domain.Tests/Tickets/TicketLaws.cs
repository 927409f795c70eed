using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>The laws of tickets on generated walks over the built-in lifecycles. <see cref="RandomWalkTests"/> looks at the same invariants along walks of ten thousand actions.</summary>
public class TicketLaws
{
    [Fact]
    public void What_is_replayed_is_the_ticket_and_so_is_its_snapshot() => Law.Holds(GeneratedWalk.Any, one =>
    {
        RandomWalk walk = one.Walk();
        TicketInvariants.HoldFor(walk.Ticket, walk.Events);
    });

    [Fact]
    public void Every_action_keeps_quantities_versions_times_and_windows() => // R19, R21, R32
        Law.Holds(GeneratedWalk.Any, one =>
        {
            one.Walk((_, before, result) =>
            {
                if (result is AcceptedTransition accepted)
                {
                    TicketInvariants.HoldAfter(before, accepted);
                }
                else
                {
                    TicketInvariants.HoldAfter(before, (RefusedTransition)result);
                }
            });
        });

    [Fact]
    public void The_version_grows_by_one_with_each_accepted_action_and_by_none_else() => Law.Holds(GeneratedWalk.Any, one =>
    {
        RandomWalk walk = one.Walk((walk, before, result) => Assert.Equal(before.Version + (result.IsAccepted ? 1 : 0), walk.Ticket.Version));
        Assert.Equal(Enumerable.Range(1, walk.Ticket.Version), walk.Events.Select(happened => happened.Version));
    });

    [Fact]
    public void A_refused_or_unknown_action_changes_nothing() => Law.Holds(GeneratedWalk.Any, one =>
    {
        Ticket known = null!;
        RandomWalk walk = one.Walk((walk, before, result) =>
        {
            if (!result.IsAccepted)
            {
                Assert.Same(before, walk.Ticket);
                Assert.True(known is null || known.Id != before.Id || known.Equals(before));
            }

            known = Ticket.From(walk.Ticket.ToSnapshot(), walk.Ticket.Lifecycle);
        });
        RefusedTransition unknown = Assert.IsType<RefusedTransition>(walk.Ticket.Apply(TicketAction.Of(Trigger.Named("dance")), walk.Now, walk.Someone(), new ActionId("new")));
        Assert.Same(walk.Ticket, unknown.Ticket);
        Assert.Equal(known ?? walk.Ticket, walk.Ticket);
    });

    [Fact]
    public void Nothing_leaves_a_closed_state() => Law.HoldsOnFewer(GeneratedWalk.Any, 5, one =>
    {
        one.Walk((walk, _, result) =>
        {
            if (result is AcceptedTransition { Ticket: { IsClosed: true } closed })
            {
                Assert.Empty(closed.Permitted(walk.Now));
                Assert.All(closed.Lifecycle.Triggers, trigger =>
                {
                    TicketAction action = RandomWalk.Candidates(closed, trigger, walk.Now).First();
                    Assert.All(RandomWalk.Roles, role => Assert.Equal(
                        RefusalCode.Closed,
                        Assert.IsType<RefusedTransition>(closed.Apply(action, walk.Now, new Actor(new PersonId("A"), role), new ActionId("new"))).Reason.Code));
                });
            }
        });
    });

    [Fact]
    public void What_is_permitted_is_exactly_what_is_accepted() => Law.HoldsOnFewer(GeneratedWalk.Any, 5, one =>
    {
        RandomWalk walk = one.Walk();
        foreach (Role role in RandomWalk.Roles)
        {
            Actor by = new(new PersonId("A"), role);
            Assert.Equal(
                walk.Ticket.Permitted(by, walk.Now).Select(action => action.Trigger.Name).Order(StringComparer.Ordinal),
                walk.Ticket.Lifecycle.Triggers.Where(trigger => RandomWalk.Candidates(walk.Ticket, trigger, walk.Now)
                    .Any(action => walk.Ticket.Apply(action, walk.Now, by, new ActionId("new")).IsAccepted))
                    .Select(trigger => trigger.Name).Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void From_wherever_a_walk_leads_a_closed_state_can_be_reached() => Law.HoldsOnFewer(GeneratedWalk.Any, 5, one =>
    {
        RandomWalk walk = one.Walk();

        // Long enough for silence, reminders and authorisations; every state is left by whatever it permits.
        Instant at = Instant.Max(walk.Now, walk.Ticket.LastEvent.RecordedAt) + Duration.FromDays(60);
        Queue<Ticket> reached = new([walk.Ticket]);
        HashSet<(string State, int Reminders)> seen = [];
        while (reached.TryDequeue(out Ticket? ticket))
        {
            if (ticket.IsClosed)
            {
                return;
            }

            foreach (Ticket next in OneStepFrom(ticket, at))
            {
                if (seen.Add((next.State.Name, next.Reminders)))
                {
                    reached.Enqueue(next);
                }
            }
        }

        Assert.Fail($"{walk.Ticket} cannot be closed");
    });

    [Fact]
    public void An_accepted_action_that_is_repeated_is_answered_with_the_same_event() => Law.Holds(GeneratedWalk.Any, one =>
    {
        RandomWalk walk = one.Walk();
        Assert.All(walk.Events.Skip(1).TakeLast(16), happened =>
        {
            AcceptedTransition again = Assert.IsType<AcceptedTransition>(walk.Ticket.Apply(happened.Action, walk.Now, happened.By, happened.ActionId, expectedVersion: 1));
            Assert.True(again.IsRepeated);
            Assert.Same(happened, again.Event);
            Assert.Same(walk.Ticket, again.Ticket);
        });
    });

    [Fact]
    public void An_unknown_action_for_another_version_is_stale() => Law.Holds(GeneratedWalk.Any, one =>
    {
        RandomWalk walk = one.Walk();
        Assert.All(new[] { walk.Ticket.Version - 1, walk.Ticket.Version + 1 }, version =>
        {
            TransitionResult result = walk.Ticket.Apply(TicketAction.Of(walk.Ticket.Lifecycle.Triggers[0]), walk.Now, walk.Someone(), new ActionId("new"), expectedVersion: version);
            Assert.Equal(RefusalCode.StaleVersion, Assert.IsType<RefusedTransition>(result).Reason.Code);
        });
    });

    [Fact]
    public void A_tampered_history_is_refused_at_the_event_that_does_not_fit() => Law.Holds(GeneratedWalk.Any, one =>
    {
        RandomWalk walk = one.Walk();
        TicketEvent[] events = [.. walk.Events];
        for (int i = 0; i < events.Length; i++)
        {
            TicketEvent given = events[i];
            Assert.Equal(i, IndexOfRefusal(given.Between(given.From, "nowhere")));
            Assert.Equal(i, IndexOfRefusal(given.Between(given.From + "x", given.To)));
            Assert.Equal(i, IndexOfRefusal(given.Recorded(given.At - Duration.Epsilon)));
            Assert.Equal(i, IndexOfRefusal(new TicketEvent(given.Version + 1, given.At, given.By, given.Action).With(given.ActionId).Between(given.From, given.To)));
            Assert.Equal(i, IndexOfRefusal(new TicketEvent(given.Version, given.At, default, given.Action).With(given.ActionId).Between(given.From, given.To)));
            Assert.Equal(i + 1, Refused([.. events[..(i + 1)], given, .. events[(i + 1)..]]));
            if (i + 1 < events.Length)
            {
                Assert.Equal(i, Refused([.. events[..i], .. events[(i + 1)..]]));
                Assert.Equal(i, Refused([.. events[..i], events[i + 1], given, .. events[(i + 2)..]]));
            }

            int IndexOfRefusal(TicketEvent tampered) => Refused([.. events[..i], tampered, .. events[(i + 1)..]]);
        }

        int Refused(IEnumerable<TicketEvent> history) => Assert.IsType<RefusedReplay>(Ticket.Replay(walk.Ticket.Id, walk.Ticket.Lifecycle, history)).Index;
    });

    [Fact]
    public void A_walk_that_breaks_a_law_is_shrunk_to_a_story_that_can_be_read()
    {
        // "No ticket is ever converted" is false: the shortest walk that shows it is told, action by action.
        Exception failure = Assert.ThrowsAny<Exception>(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260327, 1),
            Prop.ForAll(GeneratedWalk.Any, one => one.Walk().Events.TrueForAll(happened => happened.Trigger != Trigger.Convert))));

        string story = failure.Message[failure.Message.LastIndexOf("opened ", StringComparison.Ordinal)..];
        Assert.Contains("convert: ", story, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", story, StringComparison.Ordinal);
        Assert.InRange(story.Split('\n').Count(line => line.Contains('→', StringComparison.Ordinal)), 1, 8);
    }

    private static IEnumerable<Ticket> OneStepFrom(Ticket ticket, Instant at) =>
        from permitted in ticket.Permitted(at)
        from role in permitted.Roles
        from person in new[] { new PersonId("A"), ticket.Assignee ?? new PersonId("B") }.Distinct()
        from action in RandomWalk.Candidates(ticket, permitted.Trigger, at)
        let accepted = ticket.Apply(action, at, new Actor(person, role), new ActionId($"{ticket.State.Name} {permitted.Trigger}")) as AcceptedTransition
        where accepted is not null
        select accepted.Ticket;
}

using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Tickets;
using AfterSales.Domain.Tickets;
using NodaTime;
using Stateless;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/stateless-machine.md, run on the package Stateless over each built-in lifecycle.</summary>
public class StatelessGuide
{
    public static TheoryData<string> Names => [.. Lifecycles.All.Select(lifecycle => lifecycle.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_machine_built_from_the_table_goes_where_the_ticket_goes(string name)
    {
        HashSet<string> visited = [];
        for (int seed = 0; seed < 20; seed++)
        {
            visited.UnionWith(WalkBoth(RandomWalk.Seeded(Lifecycles.Find(name)!, seed)));
        }

        Assert.True(visited.Count >= 6, string.Join(", ", visited));
    }

    private static List<string> WalkBoth(RandomWalk walk)
    {
        List<string> visited = [];
        Ticket ticket = walk.Ticket;
        TicketAction pending = TicketAction.Of(Trigger.Accept);
        Actor by = Actor.System;
        Instant at = walk.Now;
        ActionId actionId = new("none");

        StateMachine<string, string> machine = new(ticket.State.Name);
        foreach (Transition row in ticket.Lifecycle.Transitions)
        {
            StateMachine<string, string>.StateConfiguration state = machine.Configure(row.From);
            if (row.From == row.To)
            {
                state.PermitReentryIf(row.Trigger.Name, () => Leads(row), row.ToString());
            }
            else
            {
                state.PermitIf(row.Trigger.Name, row.To, () => Leads(row), row.ToString());
            }
        }

        bool Leads(Transition row) =>
            ticket.Apply(pending, at, by, actionId) is AcceptedTransition accepted
            && accepted.Event.Trigger == row.Trigger
            && accepted.Event.To == row.To;

        for (int i = 0; i < 40 && !ticket.IsClosed; i++)
        {
            (Ticket before, TransitionResult result) = walk.Step();
            if (result is not AcceptedTransition { Event: var happened } || !ReferenceEquals(before, ticket))
            {
                continue;
            }

            (pending, by, at, actionId) = (happened.Action, happened.By, happened.At, new ActionId(string.Create(CultureInfo.InvariantCulture, $"machine-{i}")));
            if (ticket.Apply(pending, at, by, actionId) is AcceptedTransition done)
            {
                machine.Fire(pending.Trigger.Name);
                ticket = done.Ticket;
            }

            Assert.Equal((walk.Ticket.State.Name, ticket.State.Name), (machine.State, machine.State));
            ticket = walk.Ticket;
            visited.Add(machine.State);
        }

        return visited;
    }
}

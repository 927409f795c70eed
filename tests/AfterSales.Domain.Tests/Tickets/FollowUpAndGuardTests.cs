using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Follow-ups of the same matter only, and what guards are told and say.</summary>
public class FollowUpAndGuardTests
{
    [Fact]
    public void A_follow_up_is_about_the_same_customer_product_and_problem_where_both_give_them()
    {
        Ticket closed = Cancelled(LeakingPump);

        Assert.All(
            [LeakingPump.WithCustomer(new PersonId("Mr Xu")), LeakingPump.WithProduct("PUMP-0816"), LeakingPump.WithProblem("rattles")],
            another => Assert.Equal(RefusalCode.AnotherMatter, Assert.IsType<RefusedTransition>(FollowUp(closed, another)).Reason.Code));
        Assert.All(
            [LeakingPump, LeakingPump.WithCustomer(null), LeakingPump.WithProduct(null), LeakingPump.WithProblem(null), LeakingPump.WithSeverity(Severity.Urgent)],
            same => Assert.Equal(new TicketLink(LinkKind.FollowUpOf, closed.Id), Assert.Single(Assert.IsType<AcceptedTransition>(FollowUp(closed, same)).Ticket.Links)));
        Assert.IsType<AcceptedTransition>(FollowUp(Cancelled(LeakingPump.WithProblem(null)), LeakingPump));
    }

    [Fact]
    public void A_closed_ticket_says_that_nothing_is_possible()
    {
        RefusedTransition refused = Assert.IsType<RefusedTransition>(Cancelled(LeakingPump).Apply(Do(Trigger.Arrive), At("Mon 2026-03-30 10:00"), Technician, new ActionId("late")));

        Assert.EndsWith("; possible now: nothing", refused.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("；现在可以：无", $"{refused:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void Guards_are_told_ticket_action_person_and_instant_and_two_tellings_are_equal_when_all_four_are()
    {
        List<GuardContext> told = [];
        Guard listening = Guard.Named("listening", GuardScope.Details, context =>
        {
            told.Add(context);
            return true;
        }).Saying("never", "从不");
        Lifecycle lifecycle = new Lifecycle(
            "listening",
            [LifecycleState.Of("new", StateCategory.WaitingToStart), LifecycleState.Of("working", StateCategory.Active)],
            [new Transition("new", Trigger.Named("begin"), "working").When(listening)]);
        Ticket ticket = Ticket.Open(new TicketId("L-1"), LeakingPump, lifecycle, At("Mon 2026-03-30 09:00"), Agent);
        Ticket other = Ticket.Open(new TicketId("L-2"), LeakingPump, lifecycle, At("Mon 2026-03-30 09:00"), Agent);
        TicketAction begin = Do(Trigger.Named("begin"));
        GuardContext first = Told(ticket, begin, Agent, "09:10");

        Assert.Equal((ticket, begin, Agent, At("Mon 2026-03-30 09:10")), (first.Ticket, first.Action, first.By, first.At));
        GuardContext again = Told(ticket, begin, Agent, "09:10");
        Assert.True(first == again && first.Equals((object)again) && first.GetHashCode() == again.GetHashCode());
        Assert.All(
            [Told(other, begin, Agent, "09:10"), Told(ticket, begin.WithReason("because"), Agent, "09:10"), Told(ticket, begin, Supervisor, "09:10"), Told(ticket, begin, Agent, "09:11")],
            different => Assert.True(first != different && !first.Equals((object)different)));

        GuardContext Told(Ticket asked, TicketAction action, Actor by, string time)
        {
            told.Clear();
            Assert.IsType<AcceptedTransition>(asked.Apply(action, At($"Mon 2026-03-30 {time}"), by, new ActionId("a")));
            return told[^1];
        }
    }

    [Fact]
    public void Who_takes_work_over_keeps_the_team_and_a_team_that_takes_it_over_has_nobody_yet_unless_told_otherwise()
    {
        Trigger take = Trigger.Named("take");
        Trigger handOver = Trigger.Named("hand-over");
        TeamId pumps = new("pumps");
        TeamId valves = new("valves");
        Lifecycle lifecycle = new(
            "hands",
            [LifecycleState.Of("new", StateCategory.WaitingToStart), LifecycleState.Of("working", StateCategory.Active)],
            [
                new Transition("new", take, "working").Doing(TransitionEffect.Assign),
                new Transition("working", take, "working").Doing(TransitionEffect.Assign),
                new Transition("working", handOver, "working").Doing(TransitionEffect.SetTeam),
            ]);
        WalkedCase walked = new(Ticket.Open(new TicketId("H-1"), LeakingPump, lifecycle, At("Mon 2026-03-30 09:00"), Agent));
        Assert.Equal((null, null), (walked.Ticket.Assignee, walked.Ticket.Team));

        Assert.Equal((Technician.Person, pumps), After("09:05", Do(take).WithAssignee(Technician.Person).WithTeam(pumps)));
        Assert.Equal((OtherTechnician.Person, pumps), After("09:10", Do(take).WithAssignee(OtherTechnician.Person)));
        Assert.Equal((null, valves), After("09:15", Do(handOver).WithTeam(valves)));
        Assert.Equal((Technician.Person, pumps), After("09:20", Do(handOver).WithTeam(pumps).WithAssignee(Technician.Person)));

        (PersonId?, TeamId?) After(string time, TicketAction action)
        {
            walked.Then($"Mon 2026-03-30 {time}", Agent, action);
            return (walked.Ticket.Assignee, walked.Ticket.Team);
        }
    }

    [Fact]
    public void What_is_possible_without_a_person_asks_no_guard_about_persons_and_adds_up_roles()
    {
        bool isOnDuty = false;
        Guard onDuty = Guard.Named("on-duty", GuardScope.Actor, _ => isOnDuty).Saying("not on duty", "不在岗");
        Trigger begin = Trigger.Named("begin");
        Trigger look = Trigger.Named("look");
        Lifecycle lifecycle = new(
            "duty",
            [LifecycleState.Of("new", StateCategory.WaitingToStart), LifecycleState.Of("here", StateCategory.Active), LifecycleState.Of("there", StateCategory.Active)],
            [
                new Transition("new", begin, "here").By(Role.Agent, Role.Technician).When(onDuty),
                new Transition("new", begin, "there").By(Role.Technician, Role.Supervisor).When(onDuty),
                new Transition("new", look, "here").By(Role.Agent),
                new Transition("new", look, "there"),
            ]);
        Ticket ticket = Ticket.Open(new TicketId("D-1"), LeakingPump, lifecycle, At("Mon 2026-03-30 09:00"), Agent);

        Assert.Equal(
            ["begin: agent, technician, supervisor", "look: "],
            ticket.Permitted(At("Mon 2026-03-30 09:05")).Select(one => $"{one.Trigger.Name}: {string.Join(", ", one.Roles.Select(role => role.Name))}"));
        Assert.Equal(["look"], ticket.Permitted(Technician, At("Mon 2026-03-30 09:05")).Select(one => one.Trigger.Name));
        RefusedTransition refused = Assert.IsType<RefusedTransition>(ticket.Apply(Do(begin), At("Mon 2026-03-30 09:05"), Agent, new ActionId("a")));
        UnmetGuard unmet = Assert.Single(refused.UnmetGuards);
        Assert.Equal(("on-duty", "not on duty", "不在岗"), (unmet.Name, $"{unmet}", $"{unmet:zh}"));
        Assert.Equal(unmet, Assert.Single(Assert.IsType<RefusedTransition>(ticket.Apply(Do(begin), At("Mon 2026-03-30 09:06"), Agent, new ActionId("b"))).UnmetGuards));
        isOnDuty = true;
        Assert.Equal(["begin", "look"], ticket.Permitted(Agent, At("Mon 2026-03-30 09:05")).Select(one => one.Trigger.Name));
    }

    [Fact]
    public void A_lifecycle_has_at_most_256_states_and_4096_transitions()
    {
        LifecycleState[] states = [.. Enumerable.Range(0, 257).Select(i => LifecycleState.Of($"s{i}", StateCategory.Active))];
        Transition[] transitions = [.. Enumerable.Range(0, 4097).Select(i => new Transition($"s{i % 64}", Trigger.Named($"t{i}"), $"s{(i + 1) % 64}"))];

        Assert.Equal((256, 4096), (new Lifecycle("full", states[..256], transitions[..4096]).States.Count, new Lifecycle("full", states[..256], transitions[..4096]).Transitions.Count));
        Assert.Throws<ArgumentException>(() => new Lifecycle("full", states, []));
        Assert.Throws<ArgumentException>(() => new Lifecycle("full", states[..256], transitions));
    }

    private static TransitionResult FollowUp(Ticket ticket, ServiceRequest request) => ticket.OpenFollowUp(new TicketId("R-2"), request, At("Tue 2026-03-31 09:00"), Agent);

    private static Ticket Cancelled(ServiceRequest request) =>
        new WalkedCase(Ticket.Open(new TicketId("R-1"), request, Lifecycles.Repair, At("Mon 2026-03-30 09:00"), Agent)).Then("Mon 2026-03-30 09:05", Agent, Do(Trigger.Cancel).WithReason("wrong number")).Ticket;
}

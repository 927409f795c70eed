using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>What users report of other routing systems; each name says the fault that does not happen here.</summary>
public class FaultsOfOtherSystemsTests
{
    [Fact]
    public void A_newer_ticket_does_not_jump_the_waiting_one_when_capacity_frees()
    {
        WorkItem older = QueuedAt("W-9", Monday - Duration.FromHours(2));
        WorkItem newer = QueuedAt("W-1", Monday).LastServedBy(Person("lin"));

        Assert.Equal("W-9", Policy.Next(Junior("lin").WithCapacity(1), [newer, older], Monday).Item?.Id.Value);
        BatchPlan plan = Policy.Assign([newer, older], [Junior("lin").WithCapacity(1)], Monday);
        Assert.IsType<AssignedDecision>(plan.DecisionOn(older.Id));
        Assert.IsType<WaitDecision>(plan.DecisionOn(newer.Id));
    }

    [Fact]
    public void A_newcomer_is_not_flooded()
    {
        RoutingPolicy policy = Policy.LimitingIntakeTo(new IntakeLimit(2, Duration.FromHours(1)));
        Technician veteran = Junior("lin").Carrying(2).LastAssignedAs(40);
        Technician newcomer = Junior("new").WithCapacity(8);
        List<string> given = [];
        for (int number = 0; number < 4; number++)
        {
            AssignedDecision decision = Assert.IsType<AssignedDecision>(policy.Route(Item($"W-{number}"), [veteran, newcomer], Monday));
            given.Add(decision.Technician.Id.Value);
            Technician loaded = decision.Technician.Carrying(decision.Technician.Load + 1).AssignedAt(Monday).LastAssignedAs(41 + number);
            (veteran, newcomer) = loaded.Id == veteran.Id ? (loaded, newcomer) : (veteran, loaded);
        }

        Assert.Equal(["new", "new", "lin", "lin"], given);
        Assert.Equal(
            "refused: was given 2 items within 1:00:00, which is the limit",
            $"{policy.Route(Item("W-9"), [veteran.Carrying(0), newcomer], Monday).Why(newcomer.Id)}",
            ignoreCase: false);
    }

    [Fact]
    public void No_turn_is_lost_when_somebody_leaves_or_joins()
    {
        // There is no pointer that could break: whoever was assigned least recently is next, whoever is there.
        Technician first = Junior("a").LastAssignedAs(11);
        Technician second = Junior("b").LastAssignedAs(12);
        Technician third = Junior("c").LastAssignedAs(13);
        Technician joins = Junior("z").LastAssignedAs(0);

        Assert.Equal("a", Winner(first, second, third));
        Assert.Equal("b", Winner(second, third));
        Assert.Equal("z", Winner(first, second, third, joins));
        Assert.Equal("a", Winner(third, second, first, joins.LastAssignedAs(14)));
    }

    [Fact]
    public void Somebody_on_leave_is_not_chosen()
    {
        Technician away = Junior("lin").OnLeave(new Interval(At("Mon 2026-11-23 00:00", Shanghai), At("Thu 2026-11-26 00:00", Shanghai)));

        RoutingDecision decision = Policy.Route(Item("W-1"), [away], Monday);

        Assert.Equal(At("Thu 2026-11-26 09:00", Shanghai), Assert.IsType<WaitDecision>(decision).Until);
        Assert.Equal("refused: on leave (back: 2026-11-25T16:00:00Z)", $"{decision.Why(away.Id)}");
    }

    [Fact]
    public void A_tie_does_not_go_always_to_the_first_in_the_list()
    {
        Technician one = Junior("a").LastAssignedAs(8);
        Technician other = Junior("b").LastAssignedAs(7);

        Assert.Equal("b", Winner(one, other));
        Assert.Equal("b", Winner(other, one));
        Assert.Equal("a", Winner(one, other.LastAssignedAs(9)));
    }

    [Fact]
    public void An_unqualified_person_is_not_chosen_in_silence()
    {
        WorkItem item = Item("W-1").Requiring(GasLicence, 2);
        Technician free = Junior("lin");
        Technician supervisor = Staff("ma", Grade.Supervisor);

        EscalatedDecision escalated = Assert.IsType<EscalatedDecision>(Policy.Route(item, [free, supervisor], Monday));
        NobodyDecision nobody = Assert.IsType<NobodyDecision>(Policy.Route(item, [free], Monday));

        Assert.Equal("W-1: escalated to supervisor ma: nobody has the skill gas-licence at level 2", $"{escalated}");
        Assert.Equal("W-1: nobody is eligible: nobody has the skill gas-licence at level 2", $"{nobody}");
        Assert.Equal("W-1：无人可承接：无人具备 2 级的技能 gas-licence", $"{nobody:zh}");
    }

    [Fact]
    public void An_item_that_nobody_could_ever_match_at_its_step_does_not_sit_out_the_wait()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("no-brand", Duration.FromHours(4)).Dropping("brand")]);
        WorkItem item = Item("W-1").Preferring(Skill.Named("brand-a"), 3, "brand");

        Assert.Equal("W-1: assigned to lin (step no-brand)", $"{policy.Route(item, [Junior("lin")], Monday)}");
        Assert.Equal(
            Monday + Duration.FromHours(4),
            Assert.IsType<WaitDecision>(policy.Route(item, [Junior("lin"), Junior("bai").WithSkill(Skill.Named("brand-a"), 3).Carrying(4)], Monday)).Until);
    }

    [Fact]
    public void Ageing_bounds_starvation()
    {
        WorkItem old = new(new WorkItemId("old"), Repair(Severity.General).WithPriority(Priority.P4), Monday - Duration.FromHours(12), Monday - Duration.FromHours(12));
        WorkItem urgent = Item("urgent", Repair(Severity.Urgent).WithPriority(Priority.P1));

        Assert.Equal("urgent", AnyGrade.Next(Junior("lin"), [old, urgent], Monday).Item?.Id.Value);
        Assert.Equal("old", AnyGrade.AgeingEvery(Duration.FromHours(1)).Next(Junior("lin"), [old, urgent], Monday).Item?.Id.Value);
    }

    private static string Winner(params Technician[] technicians) => Policy.Prepare(technicians, Monday).Best(Item("W-1"))!.Id.Value;
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Until when an item waits that somebody could get later.</summary>
public class WaitingTests
{
    private static readonly Instant Night = At("Mon 2026-11-23 23:00", Shanghai);
    private static readonly RoutingPolicy TwoAnHour = Policy.LimitingIntakeTo(new IntakeLimit(2, Duration.FromHours(1)));

    [Fact]
    public void Whom_the_limit_of_intake_holds_back_is_asked_again_when_it_lets_him()
    {
        Technician lin = Junior("lin").AssignedAt(Monday - Duration.FromMinutes(50), Monday - Duration.FromMinutes(40), Monday - Duration.FromHours(3));

        Assert.Equal(Monday + Duration.FromMinutes(10), Until(TwoAnHour, lin));
        Assert.Equal(Monday + Duration.FromMinutes(20), Until(Policy.LimitingIntakeTo(new IntakeLimit(1, Duration.FromHours(1))), lin));
        Assert.Null(Until(TwoAnHour, lin.Carrying(4)));
    }

    [Fact]
    public void When_the_limit_lets_him_only_after_hours_he_is_asked_in_the_morning()
    {
        Instant evening = At("Mon 2026-11-23 17:50", Shanghai);
        WorkItem item = new(new WorkItemId("W-1"), Repair(Severity.General), evening, evening);
        Technician lin = Junior("lin").AssignedAt(evening, evening);

        Assert.Equal(At("Tue 2026-11-24 09:00", Shanghai), Assert.IsType<WaitDecision>(TwoAnHour.Route(item, [lin], evening)).Until);
    }

    [Fact]
    public void What_the_batch_itself_gave_counts_for_the_limit()
    {
        BatchPlan plan = TwoAnHour.Assign([Item("W-1"), Item("W-2")], [Junior("lin").AssignedAt(Monday - Duration.FromMinutes(15))], Monday);

        Assert.Single(plan.Assigned);
        Assert.Equal(Monday + Duration.FromMinutes(45), Assert.IsType<WaitDecision>(plan.DecisionOn(new WorkItemId("W-2"))).Until);
    }

    [Fact]
    public void A_queue_or_step_beyond_the_end_of_time_has_no_end()
    {
        RoutingPolicy queue = Policy.FallingBackTo([FallbackRung.QueueUpTo(Duration.MaxValue)]);
        RoutingPolicy steps = Policy.Relaxing([new RelaxationStep("never", Duration.MaxValue).AddingGrade()]);
        RoutingPolicy intake = Policy.LimitingIntakeTo(new IntakeLimit(1, Duration.MaxValue));

        Assert.Null(Until(queue, Junior("busy").Carrying(4)));
        Assert.Null(Until(steps, Junior("busy").Carrying(4)));
        Assert.Null(Until(intake, Junior("lin").AssignedAt(Monday)));
    }

    [Fact]
    public void Of_several_times_to_ask_again_the_earliest_counts()
    {
        RoutingPolicy policy = Policy
            .Relaxing([new RelaxationStep("wider", Duration.FromHours(4)).AddingGrade()])
            .FallingBackTo([FallbackRung.QueueUpTo(Duration.FromHours(12))]);
        WorkItem item = new(new WorkItemId("W-1"), Repair(Severity.General), Night, Night);

        Assert.Equal(Night + Duration.FromHours(4), Assert.IsType<WaitDecision>(policy.Route(item, [Junior("lin")], Night)).Until);
        Assert.Equal(At("Tue 2026-11-24 09:00", Shanghai), Assert.IsType<WaitDecision>(Policy.Route(item, [Junior("lin"), Junior("bai")], Night)).Until);
    }

    [Fact]
    public void Who_lacks_a_guide_waits_for_the_guide_to_come_to_work()
    {
        Technician zhao = new Technician(Person("zhao"), Grade.Mid, AlwaysThere).ServingEverywhere();
        Technician ma = Staff("ma", Grade.Supervisor);
        WorkItem item = new(new WorkItemId("W-1"), Repair(Severity.Important), Night, Night);

        Assert.Equal(At("Tue 2026-11-24 09:00", Shanghai), Assert.IsType<WaitDecision>(Policy.Route(item, [zhao, ma], Night)).Until);
        Assert.IsNotType<WaitDecision>(Policy.Route(item.Excluding(ma.Id), [zhao, ma], Night));
        Assert.IsNotType<WaitDecision>(Policy.Route(item, [zhao, ma.OfProvider(Provider("coolfix"))], Night));
    }

    [Fact]
    public void A_team_waits_for_whoever_a_step_admits_as_an_expert()
    {
        RoutingPolicy policy = Policy
            .Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Senior], [Grade.Junior], minimumExperts: 1, maximumExperts: 1))
            .Relaxing([new RelaxationStep("wider", Duration.Zero).AddingGrade()]);
        Technician senior = new Technician(Person("sun"), Grade.Senior, AlwaysThere).ServingEverywhere();
        Technician mid = Staff("zhao", Grade.Mid);
        WorkItem item = new(new WorkItemId("W-1"), Repair(Severity.Urgent), Night, Night);

        Assert.Equal(At("Tue 2026-11-24 09:00", Shanghai), Assert.IsType<WaitDecision>(policy.Route(item, [senior, mid], Night)).Until);
        TeamDecision team = Assert.IsType<TeamDecision>(policy.Route(Item("W-2", Severity.Urgent), [senior, mid, Junior("lin")], Monday));
        Assert.Equal(["sun", "lin"], team.Members.Select(member => member.Technician.Id.Value));
        Assert.Equal(ReasonCode.TeamNeedsNothing, Assert.IsType<ScoredVerdict>(team.Why(mid.Id)).Decided.Code);
    }

    private static Instant? Until(RoutingPolicy policy, params Technician[] crew) => Assert.IsType<WaitDecision>(policy.Route(Item("W-1"), crew, Monday)).Until;
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

public class BatchTests
{
    private static readonly RoutingPolicy SkillOnly = Policy.With(Scoring.None.Weighing(ScorePart.SkillSurplus, 1));

    [Fact]
    public void The_whole_batch_is_better_off_when_the_best_at_one_item_takes_another()
    {
        Technician both = Junior("both").WithCapacity(1).WithSkill(Compressor, 5).WithSkill(Electronics, 5);
        Technician one = Junior("one").WithCapacity(1).WithSkill(Compressor, 4);
        WorkItem compressor = Item("W-1").Requiring(Compressor, 2);
        WorkItem electronics = Item("W-2").Requiring(Electronics, 2);

        BatchPlan plan = SkillOnly.Assign([compressor, electronics], [both, one], Monday);

        Assert.Equal("2 of 2 items assigned, optimal", plan.ToString());
        Assert.Equal(["one", "both"], plan.Assigned.Select(decision => decision.Technician.Id.Value));
        Assert.Equal("scored 999: skill surplus 999; chosen: the batch as a whole is best so", $"{plan.DecisionOn(compressor.Id).Why(one.Id)}");
        Assert.Equal("scored 999: skill surplus 999; not chosen: other items of the batch need the place more", $"{plan.DecisionOn(compressor.Id).Why(both.Id)}");
    }

    [Fact]
    public void Sizes_that_differ_are_assigned_in_queue_order_and_the_plan_says_so()
    {
        BatchPlan plan = Policy.Assign([Item("W-1").OfSize(3), Item("W-2").OfSize(2), Item("W-3")], [Junior("lin")], Monday);

        Assert.Equal(BatchMethod.InQueueOrder, plan.Method);
        Assert.Equal("2 of 3 items assigned, in queue order (sizes differ: assigned one by one in the order of the queue)", plan.ToString());
        Assert.Equal(["W-1", "W-3"], plan.Assigned.Select(decision => decision.Item.Id.Value));
        Assert.IsType<WaitDecision>(plan.DecisionOn(new WorkItemId("W-2")));
    }

    [Fact]
    public void Items_of_one_size_share_a_technician_up_to_his_capacity()
    {
        BatchPlan plan = Policy.Assign([Item("W-1").OfSize(2), Item("W-2").OfSize(2), Item("W-3").OfSize(2)], [Junior("lin").WithCapacity(5)], Monday);

        Assert.Equal(BatchMethod.Optimal, plan.Method);
        Assert.Equal([0, 2], plan.Assigned.Select(decision => decision.Technician.Load));
    }

    [Fact]
    public void In_queue_order_what_the_batch_has_given_already_counts_as_load()
    {
        WorkItem[] sizesDiffer = [Item("W-1").OfSize(2), Item("W-2")];
        RoutingPolicy spareAndHistory = Policy.With(Scoring.None.Weighing(ScorePart.Spare, 1).Weighing(ScorePart.ProductHistory, 1).CountingProductHistoryUpTo(1000));
        WorkItem[] heaters = [.. sizesDiffer.Select(item => Item(item.Id.Value, Repair(Severity.General).WithProductLine("heaters")).OfSize(item.Size))];

        // With equal scores the lower load decides; with two of four units given, half of the spare capacity outweighs a little more history.
        Assert.Equal(["a", "b"], Policy.With(Scoring.None).Assign(sizesDiffer, [Junior("a"), Junior("b")], Monday).Assigned.Select(decision => decision.Technician.Id.Value));
        Assert.Equal(["a", "b"], spareAndHistory.Assign(heaters, [Junior("a").KnowingProduct("heaters", 100), Junior("b")], Monday).Assigned.Select(decision => decision.Technician.Id.Value));
    }

    [Fact]
    public void In_queue_order_intake_and_quota_end_with_the_last_item_that_they_allow()
    {
        WorkItem[] sizesDiffer = [Item("W-1").OfSize(2).AllowingProviders(), Item("W-2").AllowingProviders()];
        RoutingPolicy limited = Policy.LimitingIntakeTo(new IntakeLimit(1, Duration.FromHours(1)));
        RoutingPolicy outside = Policy.Relaxing([new RelaxationStep("outside", Duration.Zero).AllowingProviders()]);
        ServiceProvider provider = Provider("coolfix").WithQuotaLeft(1);

        Assert.Equal("W-1", Assert.Single(limited.Assign(sizesDiffer, [Junior("lin")], Monday).Assigned).Item.Id.Value);
        Assert.Equal("W-1", Assert.Single(outside.Assign(sizesDiffer, [Junior("p").OfProvider(provider), Junior("q").OfProvider(provider)], Monday).Assigned).Item.Id.Value);
    }

    [Fact]
    public void The_only_one_who_can_guide_guides_and_gets_nothing_himself() // R14
    {
        RoutingPolicy policy = Policy.Staffing(Severity.Important, StaffingPattern.One(Grade.Mid, Grade.Senior).GuidedBy(Grade.Senior));

        BatchPlan plan = policy.Assign(
            [Item("W-1", Severity.Important), Item("W-2", Severity.Important)], [Staff("zhao", Grade.Mid).WithCapacity(1), Staff("sun", Grade.Senior)], Monday);

        AssignedDecision assigned = Assert.Single(plan.Assigned);
        Assert.Equal(("zhao", "sun"), (assigned.Technician.Id.Value, assigned.Guide?.Id.Value));
        Assert.IsType<WaitDecision>(plan.DecisionOn(new WorkItemId("W-2")));
    }

    [Fact]
    public void A_quota_that_binds_is_kept_and_named()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("outside", Duration.Zero).AllowingProviders()]);
        ServiceProvider provider = Provider("coolfix").WithQuotaLeft(1);
        Technician[] partners = [Junior("p").WithCapacity(1).OfProvider(provider), Junior("q").WithCapacity(1).OfProvider(provider)];

        BatchPlan plan = policy.Assign([Item("W-1").AllowingProviders(), Item("W-2").AllowingProviders()], partners, Monday);

        Assert.Single(plan.Assigned);
        Assert.Equal(ReasonCode.QuotaBinds, plan.MethodReason?.Code);

        // One person alone cannot exceed the quota, because he gets no more places than it has left.
        Assert.Equal("1 of 2 items assigned, optimal", policy.Assign([Item("W-1").AllowingProviders(), Item("W-2").AllowingProviders()], [partners[0].WithCapacity(4)], Monday).ToString());
    }

    [Fact]
    public void Where_the_records_of_one_provider_differ_the_smallest_quota_counts()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("outside", Duration.Zero).AllowingProviders()]).FallingBackTo([]);
        WorkItem[] sizesDiffer = [Item("W-1").OfSize(2).AllowingProviders(), Item("W-2").AllowingProviders()];
        BatchPlan PlanFor(int one, int other) => policy.Assign(
            sizesDiffer, [Junior("p").OfProvider(Provider("coolfix").WithQuotaLeft(one)), Junior("q").OfProvider(Provider("coolfix").WithQuotaLeft(other))], Monday);

        Assert.Empty(PlanFor(0, 3).Assigned);
        Assert.Single(PlanFor(1, 3).Assigned);
        Assert.Equal(2, PlanFor(2, 3).Assigned.Count);
    }

    [Fact]
    public void Whoever_is_on_call_is_called_for_no_more_than_he_can_carry()
    {
        RoutingPolicy policy = Policy.FallingBackTo([FallbackRung.OnCall]);
        Instant night = World.At("Mon 2026-11-23 23:00", World.Shanghai);
        WorkItem[] items = [.. new[] { "W-1", "W-2", "W-3" }.Select(id => new WorkItem(new WorkItemId(id), Repair(Severity.General), night, night))];

        BatchPlan plan = policy.Assign(items, [Junior("lin").WithCapacity(2).OnCallDuring(AlwaysThere)], night);

        Assert.Equal(["W-1", "W-2"], plan.Decisions.OfType<EscalatedDecision>().Select(decision => decision.Item.Id.Value));
        Assert.IsType<NobodyDecision>(plan.DecisionOn(new WorkItemId("W-3")));
    }

    [Fact]
    public void The_ladder_gives_a_provider_no_more_than_its_quota_and_what_the_batch_assigned_counts()
    {
        RoutingPolicy policy = Policy.Relaxing([new RelaxationStep("outside", Duration.FromHours(1)).AllowingProviders()]).FallingBackTo([FallbackRung.Provider]);
        ServiceProvider provider = Provider("coolfix").WithQuotaLeft(2);
        Technician[] crew = [Junior("busy").Carrying(4), Junior("p").OfProvider(provider), Junior("q").OfProvider(provider)];
        WorkItem waited = QueuedAt("W-3", Monday - Duration.FromHours(1)).AllowingProviders();
        WorkItem Fresh(string id) => Item(id, Repair(Severity.General).WithPriority(Priority.P1)).AllowingProviders();

        BatchPlan plan = policy.Assign([Fresh("W-1"), Fresh("W-2"), waited], crew, Monday);

        Assert.Equal("W-3", Assert.Single(plan.Assigned).Item.Id.Value);
        Assert.Equal((FallbackKind.Provider, "W-1"), plan.Decisions.OfType<EscalatedDecision>().Select(decision => (decision.Rung, decision.Item.Id.Value)).Single());
        Assert.IsType<NobodyDecision>(plan.DecisionOn(new WorkItemId("W-2")));
    }

    [Fact]
    public void A_supervisor_decides_on_any_number_of_items()
    {
        RoutingPolicy policy = Policy.FallingBackTo([FallbackRung.Supervisor]);

        BatchPlan plan = policy.Assign([Item("W-1"), Item("W-2")], [Junior("busy").Carrying(4), Staff("ma", Grade.Supervisor).WithCapacity(1)], Monday);

        Assert.Equal(["ma", "ma"], plan.Decisions.Cast<EscalatedDecision>().Select(decision => decision.To.Id.Value));
    }

    [Fact]
    public void A_batch_too_large_to_keep_every_score_is_assigned_as_any_other()
    {
        // 5,000 × 3,400 scores; forty people are at work.
        Technician[] crew =
        [
            .. Enumerable.Range(0, 3_360).Select(number => new Technician(Person($"night-{number}"), Grade.Mid, Nights).ServingEverywhere()),
            .. Enumerable.Range(0, 40).Select(number => Staff($"day-{number:00}", number == 0 ? Grade.Supervisor : Grade.Mid).WithCapacity(2).KnowingProduct("pumps", number)),
        ];
        WorkItem[] items = [.. Enumerable.Range(0, 5_000).Select(number => Item($"W-{number:0000}", Repair(Severity.Important).WithProductLine("pumps")).OfSize(2))];
        RoutingPolicy policy = Policy.With(Scoring.Default.CountingProductHistoryUpTo(40)).Staffing(Severity.Important, StaffingPattern.Anyone.GuidedBy(Grade.Supervisor));

        BatchPlan optimal = policy.Assign(items, crew, Monday);
        BatchPlan inQueueOrder = policy.Assign([items[0].OfSize(1), .. items[1..]], crew, Monday);

        Assert.Equal("39 of 5000 items assigned, optimal", optimal.ToString());
        Assert.DoesNotContain("day-00", optimal.Assigned.Select(decision => decision.Technician.Id.Value));
        Assert.Equal("39 of 5000 items assigned, in queue order (sizes differ: assigned one by one in the order of the queue)", inQueueOrder.ToString());
        Assert.Equal(["day-39", "day-38"], inQueueOrder.Assigned.Take(2).Select(decision => decision.Technician.Id.Value));
    }

    [Fact]
    public void Teams_are_formed_before_single_items_and_use_up_capacity()
    {
        RoutingPolicy policy = Policy.Staffing(Severity.General, StaffingPattern.One(Grade.Lead));
        Technician chen = Staff("chen", Grade.Lead).WithCapacity(1);
        Technician wu = Staff("wu", Grade.Expert);

        BatchPlan plan = policy.Assign([Item("W-1", Severity.General), Item("W-2", Severity.Urgent)], [chen, wu], Monday);

        Assert.Equal("chen", Assert.IsType<TeamDecision>(plan.DecisionOn(new WorkItemId("W-2"))).Lead.Id.Value);
        Assert.IsType<WaitDecision>(plan.DecisionOn(new WorkItemId("W-1")));
    }

    [Fact]
    public void Equal_totals_go_to_whom_the_tie_break_puts_first()
    {
        BatchPlan plan = Policy.With(Scoring.None).Assign([Item("W-1")], [Junior("a").LastAssignedAs(9), Junior("b").LastAssignedAs(3), Junior("c").Carrying(1)], Monday);

        Assert.Equal("b", Assert.Single(plan.Assigned).Technician.Id.Value);
    }

    [Fact]
    public void An_empty_batch_is_assigned_to_the_optimum() => Assert.Equal("0 of 0 items assigned, optimal", Policy.Assign([], [Junior("lin")], Monday).ToString());

    [Fact]
    public void An_item_or_technician_that_stands_twice_is_refused_by_name()
    {
        Assert.Contains("W-1", Assert.Throws<ArgumentException>(() => Policy.Assign([Item("W-1"), Item("W-1")], [], Monday)).Message, StringComparison.Ordinal);
        Assert.Contains("lin", Assert.Throws<ArgumentException>(() => Policy.Prepare([Junior("lin"), Junior("lin")], Monday)).Message, StringComparison.Ordinal);
        Assert.Contains("W-1", Assert.Throws<ArgumentException>(() => Policy.Next(Junior("lin"), [Item("W-1"), Item("W-1")], Monday)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Policy.Assign([], [], Monday).DecisionOn(new WorkItemId("W-1")));
        Assert.Throws<ArgumentException>(() => Policy.Assign(Enumerable.Range(0, 10_001).Select(number => Item($"W-{number}")), [], Monday));
    }

    [Fact]
    public void Nothing_that_is_null_gets_in()
    {
        Assert.Throws<ArgumentNullException>(() => Policy.Route(null!, [], Monday));
        Assert.Throws<ArgumentNullException>(() => Policy.Route(Item("W-1"), null!, Monday));
        Assert.Throws<ArgumentNullException>(() => Policy.Route(Item("W-1"), [null!], Monday));
        Assert.Throws<ArgumentNullException>(() => Policy.Assign([null!], [], Monday));
        Assert.Throws<ArgumentNullException>(() => Policy.Next(null!, [], Monday));
        Assert.Throws<ArgumentNullException>(() => RoutingPolicy.Coverage(null!, []));
    }

    [Fact]
    public void The_pull_side_orders_by_severity_priority_due_queued_and_id()
    {
        WorkItem[] ordered =
        [
            Item("6", Repair(Severity.Urgent)),
            Item("5", Repair(Severity.Important).WithPriority(Priority.P1)),
            Item("4", Repair(Severity.Important).WithPriority(Priority.P2)).DueAt(Monday),
            Item("3", Repair(Severity.Important).WithPriority(Priority.P2)).DueAt(Monday + Duration.FromHours(1)),
            QueuedAt("2", Monday - Duration.FromHours(1)),
            Item("0"),
            Item("1"),
        ];

        PullDecision decision = Policy.Next(Junior("lin"), ordered.Reverse(), Monday);

        Assert.Equal(ordered.Select(item => item.Id), decision.Queue.Select(item => item.Id));
        Assert.Equal("lin takes 2", decision.ToString());
        Assert.Equal("takes a team, which nobody can pull by himself", $"{decision.WhyNot(new WorkItemId("6"))}");
        Assert.Equal("is junior, the item takes mid/senior", $"{decision.WhyNot(new WorkItemId("5"))}");
        Assert.Null(decision.WhyNot(new WorkItemId("2")));
    }

    [Fact]
    public void Who_pulls_an_important_item_is_told_that_he_needs_guidance() =>
        Assert.Equal([Grade.Supervisor], Policy.Next(Staff("zhao", Grade.Mid), [Item("W-1", Severity.Important)], Monday).GuideGrades);
}

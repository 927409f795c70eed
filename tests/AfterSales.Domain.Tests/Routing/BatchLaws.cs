using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

public class BatchLaws
{
    [Fact]
    public void The_optimum_is_the_one_of_trying_everything() => Law.Holds(RoutingCase.Singles, one =>
    {
        BatchPlan plan = one.Policy.Assign(one.Items, one.Technicians, Monday);
        if (plan.Method != BatchMethod.Optimal)
        {
            return;
        }

        (string served, long total) = TryEverything(one, plan);
        Assert.Equal(served, Served(plan));
        Assert.Equal(total, plan.Total);
    });

    [Fact]
    public void The_optimum_serves_what_greedy_serves_or_what_is_earlier_in_the_queue_and_scores_no_less() => Law.Holds(RoutingCase.Singles, one =>
    {
        BatchPlan plan = one.Policy.Assign(one.Items, one.Technicians, Monday);
        if (plan.Method != BatchMethod.Optimal)
        {
            return;
        }

        (string served, long total) = BestPairFirst(one, plan);
        int bySet = string.CompareOrdinal(Served(plan), served);
        Assert.True(bySet > 0 || (bySet == 0 && plan.Total >= total), $"optimum {Served(plan)} {plan.Total}, greedy {served} {total}");
    });

    [Fact]
    public void Greedy_is_never_called_optimal() => Law.Holds(RoutingCase.SinglesOfAllSizes, one =>
    {
        BatchPlan plan = one.Policy.Assign(one.Items, one.Technicians, Monday);
        bool sizesDiffer = plan.Decisions.Where(decision => decision is AssignedDecision).Select(decision => decision.Item.Size).Distinct().Skip(1).Any();
        Assert.True(!sizesDiffer || plan.Method == BatchMethod.InQueueOrder);
        Assert.Equal(plan.Method == BatchMethod.Optimal, plan.MethodReason is null);
    });

    [Fact]
    public void The_order_of_the_input_changes_no_batch() => Law.Holds(RoutingCase.All, one =>
        Assert.Equal(
            Told(one.Policy.Assign(one.Items, one.Technicians, Monday)),
            Told(one.Policy.Assign(one.Shuffled(one.Items), one.Shuffled(one.Technicians), Monday))));

    [Fact]
    public void No_batch_exceeds_capacity_intake_or_quota() => Law.Holds(RoutingCase.All, one =>
    {
        BatchPlan plan = one.Policy.Assign(one.Items, one.Technicians, Monday);
        (PersonId Who, int Size)[] given = [.. plan.Decisions.SelectMany(Given)];
        foreach (Technician technician in one.Technicians)
        {
            (PersonId Who, int Size)[] his = [.. given.Where(pair => pair.Who == technician.Id)];
            Assert.True(his.Length == 0 || technician.Load + his.Sum(pair => pair.Size) <= technician.Capacity);
            if (one.Policy.Intake is { } limit)
            {
                int recent = technician.Assignments.Count(assigned => assigned <= Monday && assigned > Monday - limit.Window);
                Assert.True(his.Length == 0 || recent + his.Length <= limit.Items);
            }
        }

        foreach (IGrouping<TeamId, Technician> provider in one.Technicians.Where(technician => technician.Provider is not null).GroupBy(technician => technician.Provider!.Id))
        {
            // A quota counts items: two of one team are one.
            Assert.True(plan.Decisions.Count(decision => Given(decision).Any(pair => provider.Any(technician => technician.Id == pair.Who))) <= provider.First().Provider!.QuotaLeft);
        }
    });

    [Fact]
    public void No_batch_breaks_a_hard_rule_of_the_step_in_use() => Law.Holds(RoutingCase.WithoutPoints, one =>
    {
        RoutingModel model = new(one.Policy, one.Technicians, Monday);
        Assert.All(one.Policy.Assign(one.Items, one.Technicians, Monday).Assigned, decision =>
        {
            Technician chosen = one.Technicians.Single(technician => technician.Id == decision.Technician.Id);
            Assert.True(model.IsEligible(chosen, decision.Item, one.Policy.Steps.ToList().IndexOf(decision.Step)));
            Assert.Equal(decision.Guide is not null, ((SingleStaffing)decision.Staffing).GuideGrades.Count > 0);
        });
    });

    [Fact]
    public void Nobody_with_room_is_left_idle_while_an_item_waits_that_he_can_get() => Law.Holds(RoutingCase.WithoutPoints, one =>
    {
        RoutingModel model = new(one.Policy, one.Technicians, Monday);
        BatchPlan plan = one.Policy.Assign(one.Items, one.Technicians, Monday);
        foreach (RoutingDecision waiting in plan.Decisions.OfType<UnassignedDecision>())
        {
            int step = one.Policy.Steps.ToList().IndexOf(waiting.Step);
            foreach (Technician technician in one.Technicians)
            {
                int load = technician.Load + plan.Assigned.Count(decision => decision.Technician.Id == technician.Id);
                bool givenSome = load > technician.Load;
                bool mayGuideOnly = ((SingleStaffing)waiting.Staffing).GuideGrades.Count > 0;
                Assert.True(
                    givenSome || mayGuideOnly || technician.Provider is not null || !model.IsEligible(technician, waiting.Item, step),
                    $"{technician.Id} is idle while {waiting.Item.Id} waits");
            }
        }
    });

    [Fact]
    public void When_spare_capacity_alone_scores_a_batch_spreads_evenly() => Law.Holds(RoutingCase.Singles, one =>
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.Spare, 1));
        Technician[] crew = [.. Enumerable.Range(0, one.Random.Next(1, 6)).Select(number => Junior($"T-{number}").WithCapacity(50))];
        WorkItem[] items = [.. Enumerable.Range(0, one.Random.Next(1, 40)).Select(number => Item(number.ToString(CultureInfo.InvariantCulture)))];
        BatchPlan plan = policy.Assign(items, crew, Monday);
        int[] counts = [.. crew.Select(technician => plan.Assigned.Count(decision => decision.Technician.Id == technician.Id))];
        Assert.Equal(items.Length, counts.Sum());
        Assert.InRange(counts.Max() - counts.Min(), 0, 1);
    });

    [Fact]
    public void Every_item_of_a_batch_explains_everybody_in_both_languages() => Law.Holds(RoutingCase.All, one =>
    {
        foreach (RoutingDecision decision in one.Policy.Assign(one.Items, one.Technicians, Monday).Decisions)
        {
            Assert.Equal(one.Technicians.Length, decision.Verdicts.Count);
            Assert.All(decision.Verdicts, verdict => Assert.NotEqual($"{verdict}", $"{verdict:zh}"));
            Assert.NotEqual($"{decision}", $"{decision:zh}");
        }
    });

    private static IEnumerable<(PersonId Who, int Size)> Given(RoutingDecision decision) => decision switch
    {
        AssignedDecision single => [(single.Technician.Id, decision.Item.Size)],
        TeamDecision team => team.Members.Select(member => (member.Technician.Id, decision.Item.Size)),
        EscalatedDecision { Rung: not FallbackKind.Supervisor } escalated => [(escalated.To.Id, decision.Item.Size)],
        _ => [],
    };

    /// <summary>A letter for each item in the order of the queue: "y" when it is served; the greater text serves the earlier item.</summary>
    private static string Served(BatchPlan plan) => string.Concat(plan.Decisions.Select(decision => decision is AssignedDecision ? 'y' : 'n'));

    private static (string Served, long Total) TryEverything(RoutingCase one, BatchPlan plan)
    {
        (string Served, long Total) best = ("", 0);
        int[] loads = new int[one.Technicians.Length];
        Try(0, "", 0);
        return best;

        void Try(int next, string served, long total)
        {
            if (next == plan.Decisions.Count)
            {
                if (string.CompareOrdinal(served, best.Served) is var order && (order > 0 || (order == 0 && total > best.Total)))
                {
                    best = (served, total);
                }

                return;
            }

            for (int i = 0; i < loads.Length; i++)
            {
                if (Score(one, plan.Decisions[next], one.Technicians[i], loads[i]) is { } score)
                {
                    loads[i]++;
                    Try(next + 1, served + 'y', total + score);
                    loads[i]--;
                }
            }

            Try(next + 1, served + 'n', total);
        }
    }

    private static (string Served, long Total) BestPairFirst(RoutingCase one, BatchPlan plan)
    {
        int[] loads = new int[one.Technicians.Length];
        bool[] served = new bool[plan.Decisions.Count];
        long total = 0;
        while (true)
        {
            (int Item, int Technician, int Score)[] pairs =
            [
                .. from item in Enumerable.Range(0, served.Length).Where(item => !served[item])
                   from technician in Enumerable.Range(0, loads.Length)
                   let score = Score(one, plan.Decisions[item], one.Technicians[technician], loads[technician])
                   where score is not null
                   select (item, technician, score.Value),
            ];
            if (pairs.Length == 0)
            {
                return (string.Concat(served.Select(each => each ? 'y' : 'n')), total);
            }

            (int bestItem, int bestTechnician, int bestScore) = pairs.MaxBy(pair => pair.Score);
            served[bestItem] = true;
            loads[bestTechnician]++;
            total += bestScore;
        }
    }

    /// <summary>The score that the decision's own explanations give a pair, with the spare ratio at a greater load; null when the pair may not be made.</summary>
    private static int? Score(RoutingCase one, RoutingDecision decision, Technician technician, int added)
    {
        WorkItem item = decision.Item;
        Technician[] crew = [.. one.Technicians.Select(other => other.Id == technician.Id ? technician.Carrying(technician.Load + added) : other)];
        bool intakeLeft = one.Policy.Intake is not { } limit
            || technician.Assignments.Count(assigned => assigned <= Monday && assigned > Monday - limit.Window) + added < limit.Items;
        bool quotaLeft = technician.Provider is not { } provider || added < provider.QuotaLeft;
        bool guided = ((SingleStaffing)decision.Staffing).GuideGrades is { Count: 0 } || crew.Any(guide => guide.Id != technician.Id
            && ((SingleStaffing)decision.Staffing).GuideGrades.Contains(guide.Grade) && guide.WorksAt(Monday) && guide.Provider is null && !item.Excluded.Contains(guide.Id));
        if (!intakeLeft || !quotaLeft || !guided)
        {
            return null;
        }

        // A policy that begins with the step in use, so that what others could do does not move it.
        RoutingPolicy policy = one.Policy.Relaxing(one.Policy.Steps.Skip(1).TakeWhile(step => step.After <= decision.Step.After)
            .Select(step => Now(step))).Staffing(item.Request.Severity, Unguided((SingleStaffing)decision.Staffing));
        return policy.Route(item, crew, Monday).Why(technician.Id) is ScoredVerdict verdict ? verdict.Score : null;
    }

    private static RelaxationStep Now(RelaxationStep step)
    {
        RelaxationStep now = step.DroppedGroups.Aggregate(new RelaxationStep(step.Name, Duration.Zero), (one, group) => one.Dropping(group));
        now = Enumerable.Range(0, step.RingsAdded).Aggregate(now, (one, _) => one.AddingRing());
        now = Enumerable.Range(0, step.GradesAdded).Aggregate(now, (one, _) => one.AddingGrade());
        return step.AllowsProviders ? now.AllowingProviders() : now;
    }

    private static SingleStaffing Unguided(SingleStaffing staffing) => StaffingPattern.One([.. staffing.Grades]);

    private static string Told(BatchPlan plan) => $"{plan}\n{string.Join('\n', plan.Decisions)}";
}

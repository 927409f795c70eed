using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Published, generated and larger assignment problems, stated as product history: a technician who has handled 1,000 − c cases of an item's product line costs c.</summary>
public class AssignmentProblemTests
{
    private static readonly RoutingPolicy HistoryOnly = AnyGrade.With(Scoring.None.Weighing(ScorePart.ProductHistory, 1).CountingProductHistoryUpTo(1000));

    [SharedFact("data/routing/orlib_assign100_with_comments.txt")]
    public void The_problem_assign100_of_the_OR_library_costs_305()
    {
        int[] numbers =
        [
            .. File.ReadLines(Repository.SharedPath("data/routing/orlib_assign100_with_comments.txt"))
                .Where(line => !line.StartsWith('#'))
                .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
        ];
        int size = numbers[0];
        Assert.Equal(100, size);

        Assert.Equal(305, CostOfTheOptimum(size, size, (row, column) => numbers[1 + (row * size) + column]));
    }

    // From the README of github.com/fuglede/linearassignment; null is a pair that must not be made. Two assignments cost 452; the one is taken whose technicians come first.
    [Fact]
    public void The_problem_of_fuglede_costs_452() =>
        Assert.Equal(("yyy", 452, 0 + 1 + 3), SumsOf([[400, 150, 400, 1], [400, 450, 600, 2], [300, 225, 300, AssignmentCase.Forbidden]]));

    // From the documentation of scipy.optimize.linear_sum_assignment: columns 1, 0, 2 cost 5.
    [Fact]
    public void The_problem_of_scipy_costs_5()
    {
        AssignmentCase published = new([[4, 1, 3], [2, 0, 5], [3, 2, 2]], [1, 1, 1], spareWeight: 0);
        Assert.Equal([1, 0, 2], published.Assigned().Select(place => place!.Value.Technician));
        Assert.Equal(5, published.Sums(published.Assigned()).Cost);
    }

    // T001 is worth two more than it costs to both items, T000 and T002 nothing: W000 with T001 and W001 with T002 cost 6, as W000 with T000 and W001 with T001 do.
    [Fact]
    public void A_tie_is_broken_through_somebody_whom_both_want() =>
        Assert.Equal(("yy", 6, 0 + 1), SumsOf([[3, 1, AssignmentCase.Forbidden], [AssignmentCase.Forbidden, 3, 5]]));

    [Fact]
    public void An_optimum_costs_what_the_hungarian_method_says_and_takes_whom_the_tie_break_puts_first() =>
        Law.Holds(AssignmentCase.Small, one => Assert.Equal(one.Best(), one.Sums(one.Assigned())));

    // All 3^8 of them: whatever order the bids and the exchanges come in, nothing of such a problem is left to chance.
    [Fact]
    public void Every_problem_of_two_items_and_four_technicians_with_costs_of_0_or_1_or_forbidden_is_solved() => Assert.All(Enumerable.Range(0, 6_561), number =>
    {
        int rest = number;
        int Next()
        {
            int cost = (rest % 3) - 1;
            rest /= 3;
            return cost;
        }

        AssignmentCase one = new([[Next(), Next(), Next(), Next()], [Next(), Next(), Next(), Next()]], [1, 1, 1, 1], spareWeight: 0);
        Assert.Equal(one.Best(), one.Sums(one.Assigned()));
    });

    [Theory]
    [InlineData(1, 60, 60, 1, 0, 1)]
    [InlineData(2, 60, 60, 1, 40, 1)]
    [InlineData(3, 60, 70, 2, 0, 1)]
    [InlineData(4, 60, 40, 3, 30, 2)]
    [InlineData(5, 80, 80, 10, 50, 1)]
    [InlineData(6, 80, 100, 10, 50, 1)]
    [InlineData(7, 100, 60, 1000, 0, 3)]
    [InlineData(8, 120, 120, 1000, 0, 1)]
    [InlineData(9, 120, 125, 1000, 30, 1)]
    [InlineData(10, 150, 150, 100, 0, 1)]
    public void A_larger_optimum_costs_what_the_hungarian_method_says(int seed, int items, int technicians, int range, int percentForbidden, int capacity)
    {
        Random random = new(seed);
        int[][] costs = [.. Enumerable.Range(0, items).Select(row => Enumerable.Range(0, technicians).Select(column =>
            random.Next(100) < percentForbidden ? AssignmentCase.Forbidden : random.Next(2) == 0 ? random.Next(range + 1) : (row + 1) * (column + 1) % (range + 1)).ToArray())];
        AssignmentCase one = new(costs, [.. Enumerable.Repeat(capacity, technicians)], spareWeight: seed % 2);
        Assert.Equal(one.Best(), one.Sums(one.Assigned()));
    }

    [Theory]
    [InlineData(40, "41 of 41 items assigned, optimal")]
    [InlineData(550, "551 of 551 items assigned, optimal")]
    [InlineData(570, "570 of 571 items assigned, in queue order (scores lie too far apart to be weighed up over so many items: assigned one by one in the order of the queue)")]
    public void A_chain_in_which_everybody_moves_on_by_one_is_found_as_far_as_whole_numbers_reach(int length, string plan)
    {
        // Item i can be done by technician i and by the one after him, who is worse at it by 480,000 points; the last item can only be done by the first technician.
        Skill[] skills = [.. Enumerable.Range(0, length).Select(number => Skill.Named(string.Create(CultureInfo.InvariantCulture, $"s-{number}")))];
        WorkItem[] queue =
        [
            .. skills.Select((skill, number) => Item(Name('W', number), Repair(Severity.General).WithProductLine(Name('P', number)).WithLanguage(LanguageOf(number)))
                .Requiring(skill, 1).LastServedBy(Person(Name('T', number))).At(PlaceOf(number))),
            Item("Z").Requiring(GasLicence, 1),
        ];
        Technician[] crew =
        [
            .. Enumerable.Range(0, length + 1).Select(number => Junior(Name('T', number)).WithCapacity(1)).Select((technician, number) =>
            {
                technician = technician.BasedAt(PlaceOf(number), 0).KnowingProduct(Name('P', number), 20).Speaking(LanguageOf(number));
                technician = number < length ? technician.WithSkill(skills[number], 5) : technician;
                return number > 0 ? technician.WithSkill(skills[number - 1], 1) : technician.WithSkill(GasLicence, 5);
            }),
        ];
        Scoring scoring = new[] { ScorePart.SkillSurplus, ScorePart.SameTechnician, ScorePart.Language, ScorePart.ProductHistory, ScorePart.Proximity }
            .Aggregate(Scoring.None.CappingSkillSurplusAt(4), (all, part) => all.Weighing(part, 100));

        Assert.Equal(plan, AnyGrade.With(scoring).Assign(queue, crew, Monday).ToString());

        static SpokenLanguage LanguageOf(int number) => SpokenLanguage.Named(string.Create(CultureInfo.InvariantCulture, $"l-{number}"));

        // A degree, at least 97 km, from the next one.
        static GeoPoint PlaceOf(int number) => new(number / 20, number % 20);
    }

    [Fact]
    public void A_batch_of_too_many_pairs_is_assigned_in_the_order_of_the_queue()
    {
        BatchPlan plan = AnyGrade.Assign(Enumerable.Range(0, 10_000).Select(number => Item(Name('W', number))), [Junior("lin").WithCapacity(1000), Junior("bai").WithCapacity(1000)], Monday);

        Assert.Equal("2000 of 10000 items assigned, in queue order (20000000 pairs are too many: assigned one by one in the order of the queue)", plan.ToString());
        Assert.Equal("组合数 20000000 过大：按队列顺序逐单分派", $"{plan.MethodReason:zh}");
        Assert.Equal([1000, 1000], plan.Assigned.GroupBy(decision => decision.Technician.Id).Select(group => group.Count()));
    }

    // Derived from the formula by which Grafana OnCall rates a schedule: the mean over pairs of the smaller load divided by the greater.
    [Fact]
    public void Loads_of_10_5_and_10_balance_to_two_thirds() =>
        Assert.Equal(0.6666666667, RoutingPolicy.LoadBalance([.. new[] { 10, 5, 10 }.Select((load, number) => Junior(Name('T', number)).WithCapacity(20).Carrying(load))])!.Value, 1e-9);

    [Fact]
    public void Balance_is_the_mean_over_all_pairs_whatever_their_order() => Law.Holds(RoutingCase.Singles, one =>
    {
        double[] ratios = [.. one.Technicians.Select(technician => (double)technician.Load / technician.Capacity)];
        double[] pairs =
        [
            .. from i in Enumerable.Range(0, ratios.Length)
               from k in Enumerable.Range(i + 1, ratios.Length - i - 1)
               select ratios[i] == ratios[k] ? 1 : Math.Min(ratios[i], ratios[k]) / Math.Max(ratios[i], ratios[k]),
        ];
        double? balance = RoutingPolicy.LoadBalance(one.Technicians);
        Assert.Equal(pairs.Length == 0, balance is null);
        Assert.Equal(pairs.DefaultIfEmpty().Average(), balance ?? 0, 1e-9);
        Assert.Equal(balance, RoutingPolicy.LoadBalance(one.Shuffled(one.Technicians)));
    });

    [Fact]
    public void Nobody_and_nothing_have_no_balance()
    {
        Assert.Null(RoutingPolicy.LoadBalance([]));
        Assert.Null(RoutingPolicy.LoadBalance([Junior("lin").Carrying(3)]));
        Assert.Throws<ArgumentNullException>(() => RoutingPolicy.LoadBalance(null!));
        Assert.Throws<ArgumentNullException>(() => RoutingPolicy.LoadBalance([null!]));
    }

    [Theory]
    [InlineData(1, 12, 12, 100)]
    [InlineData(2, 12, 40, 100)]
    [InlineData(3, 40, 12, 100)]
    [InlineData(4, 60, 60, 100)]
    [InlineData(5, 100, 100, 3)]
    [InlineData(6, 100, 100, 10)]
    [InlineData(7, 100, 110, 5)]
    [InlineData(8, 110, 100, 100)]
    [InlineData(9, 200, 200, 40)]
    [InlineData(10, 200, 220, 1000)]
    public void Cycles_of_exchange_cannot_improve_an_optimum(int seed, int items, int technicians, int range)
    {
        Random random = new(seed);
        int[][] costs = [.. Enumerable.Range(0, items).Select(row => Enumerable.Range(0, technicians).Select(column => Cost(row, column)).ToArray())];

        (int[] columnOf, int cost) = Optimum(items, technicians, (row, column) => costs[row][column]);

        Assert.Equal(Math.Min(items, technicians), columnOf.Count(column => column >= 0));
        Assert.False(HasImprovingExchange(columnOf, costs), $"the optimum {cost} can be improved");

        // Half of the numbers are products of row and column, which makes rows compete for the same columns.
        int Cost(int row, int column) => random.Next(2) == 0 ? random.Next(range + 1) : (row + 1) * (column + 1) % (range + 1);
    }

    private static (string Served, long Cost, long Places) SumsOf(int[][] costs)
    {
        AssignmentCase one = new(costs, [.. costs[0].Select(_ => 1)], spareWeight: 0);
        return one.Sums(one.Assigned());
    }

    private static int CostOfTheOptimum(int items, int technicians, Func<int, int, int> cost) => Optimum(items, technicians, cost).Cost;

    private static (int[] ColumnOf, int Cost) Optimum(int items, int technicians, Func<int, int, int> cost)
    {
        WorkItem[] queue = [.. Enumerable.Range(0, items).Select(row => Item(Name('W', row), Repair(Severity.General).WithProductLine(Name('P', row))))];
        Technician[] crew =
        [
            .. Enumerable.Range(0, technicians).Select(column => Enumerable.Range(0, items)
                .Aggregate(Junior(Name('T', column)).WithCapacity(1), (one, row) => one.KnowingProduct(Name('P', row), 1000 - cost(row, column)))),
        ];
        BatchPlan plan = HistoryOnly.Assign(queue, crew, Monday);
        Assert.Equal(BatchMethod.Optimal, plan.Method);
        int[] columnOf =
        [
            .. plan.Decisions.Select(decision => decision is AssignedDecision assigned
                ? int.Parse(assigned.Technician.Id.Value[1..], CultureInfo.InvariantCulture)
                : -1),
        ];
        return (columnOf, columnOf.Select((column, row) => column < 0 ? 0 : cost(row, column)).Sum());
    }

    /// <summary>A negative cycle among the assigned items, or a cheaper way to a free technician, by Bellman and Ford.</summary>
    private static bool HasImprovingExchange(int[] columnOf, int[][] costs)
    {
        int items = costs.Length;
        int technicians = costs[0].Length;
        int[] distance = new int[items + 1];
        int[] owner = [.. Enumerable.Range(0, technicians).Select(column => Array.IndexOf(columnOf, column))];
        bool changed = true;
        for (int round = 0; round <= items + 1 && changed; round++)
        {
            changed = false;
            for (int from = 0; from < items; from++)
            {
                for (int column = 0; column < technicians; column++)
                {
                    if (columnOf[from] < 0 || column == columnOf[from])
                    {
                        continue;
                    }

                    // The item takes the technician of another one, or a free one, which is the last node.
                    int to = owner[column] >= 0 ? owner[column] : items;
                    int length = distance[from] + costs[from][column] - costs[from][columnOf[from]];
                    if (length < distance[to])
                    {
                        distance[to] = length;
                        changed = true;
                    }
                }
            }
        }

        return changed || distance[items] < 0;
    }

    private static string Name(char letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number:000}");
}

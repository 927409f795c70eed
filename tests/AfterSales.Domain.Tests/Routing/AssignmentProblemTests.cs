using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Published and larger assignment problems, stated as product history: a technician who has handled 1,000 − c cases of an item's product line costs c.</summary>
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

    [Theory]
    [InlineData(1, 12, 12, 100)]
    [InlineData(2, 12, 40, 100)]
    [InlineData(3, 40, 12, 100)]
    [InlineData(4, 60, 60, 100)]
    [InlineData(5, 100, 100, 3)]
    [InlineData(6, 100, 100, 10)]
    [InlineData(7, 100, 110, 5)]
    [InlineData(8, 110, 100, 100)]
    [InlineData(9, 300, 300, 40)]
    [InlineData(10, 300, 320, 1000)]
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
                    int to = Array.IndexOf(columnOf, column) is var owner and >= 0 ? owner : items;
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

using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using FsCheck;
using FsCheck.Fluent;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>
/// An assignment problem, stated as product history: a technician who has handled 1,000 − c cases of an item's product line costs c, from 0 to 1,000; whoever is excluded from an
/// item costs −1. Technicians have capacities; each unit of load costs what the weight of spare capacity makes of it.
/// </summary>
internal sealed class AssignmentCase(int[][] costs, int[] capacities, int spareWeight)
{
    public const int Forbidden = -1;

    /// <summary>Small ones in which equal costs are frequent; a failing one loses rows, columns, capacity and cost until it is as small as it can be.</summary>
    public static Arbitrary<AssignmentCase> Small { get; } = Arb.From(
        from rows in Gen.Choose(1, 7)
        from columns in Gen.Choose(1, 6)
        from range in Gen.Elements(1, 3, 10, 1000)
        from lowest in Gen.Elements(0, 0, -1, -range)
        from costs in Gen.Choose(lowest, range).ArrayOf(columns).ArrayOf(rows)
        from capacities in Gen.Frequency((2, Gen.Constant(1)), (1, Gen.Choose(1, 3))).ArrayOf(columns)
        from spareWeight in Gen.Elements(0, 0, 1)
        select new AssignmentCase([.. costs.Select(row => row.Select(cost => Math.Max(cost, Forbidden)).ToArray())], capacities, spareWeight),
        Shrink);

    public int Items => costs.Length;

    /// <summary>Assigns with the library and asks the plan for the place of each item: which technician, and his how manieth unit.</summary>
    public (int Technician, int Load)?[] Assigned()
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.ProductHistory, 1).Weighing(ScorePart.Spare, spareWeight).CountingProductHistoryUpTo(1000));
        WorkItem[] queue = [.. costs.Select((row, item) => row.Select((cost, column) => (cost, column)).Where(pair => pair.cost == Forbidden)
            .Aggregate(Item(Name('W', item), Repair(Severity.General).WithProductLine(Name('P', item))), (one, pair) => one.Excluding(Person(Name('T', pair.column)))))];
        Technician[] crew = [.. capacities.Select((capacity, column) => costs.Select((row, item) => (row, item)).Where(pair => pair.row[column] != Forbidden)
            .Aggregate(Junior(Name('T', column)).WithCapacity(capacity), (one, pair) => one.KnowingProduct(Name('P', pair.item), 1000 - pair.row[column])))];
        BatchPlan plan = policy.Assign(queue, crew, Monday);
        Assert.Equal(BatchMethod.Optimal, plan.Method);
        Assert.Equal(
            plan.Assigned.Sum(decision => 1000L - costs[Number(decision.Item.Id.Value)][Number(decision.Technician.Id.Value)] + (spareWeight * Spare(decision.Technician.Capacity, decision.Technician.Load))),
            plan.Total);
        return [.. plan.Decisions.Select(decision => decision is AssignedDecision one ? (Number(one.Technician.Id.Value), one.Technician.Load) : ((int, int)?)null)];

        static int Number(string name) => int.Parse(name[1..], CultureInfo.InvariantCulture);
    }

    /// <summary>Which items are served, the sum of costs, and the sum of the places in the order of the tie-break: what the slow methods say is the best.</summary>
    public (string Served, long Cost, long Places) Best()
    {
        (int Technician, int Load)[] places = Places();
        bool[] served = SlowAssignment.Served(Items, places.Length, (row, place) => costs[row][places[place].Technician] != Forbidden);
        int[] rows = [.. Enumerable.Range(0, Items).Where(row => served[row])];

        // The sum of all places weighs less than a cost of 1.
        long scale = ((long)places.Length * places.Length) + 1;
        int[] placeOf = SlowAssignment.Hungarian([.. rows.Select(row => places.Select((place, number) => (CostOf(row, place) * scale) + number).ToArray())]);
        return Sums([.. Enumerable.Range(0, Items).Select(row => Array.IndexOf(rows, row) is var served and >= 0 ? places[placeOf[served]] : ((int, int)?)null)]);
    }

    public (string Served, long Cost, long Places) Sums((int Technician, int Load)?[] assigned)
    {
        (int Technician, int Load)[] places = Places();
        return (
            string.Concat(assigned.Select(place => place is null ? 'n' : 'y')),
            assigned.Select((place, row) => place is { } one ? CostOf(row, one) : 0).Sum(),
            assigned.Sum(place => place is { } one ? Array.IndexOf(places, one) : 0));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"capacities {string.Join(' ', capacities)}, spare weighs {spareWeight}\n")
        + string.Join('\n', costs.Select(row => string.Join(' ', row)));

    private static string Name(char letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number:000}");

    private static int Spare(int capacity, int load) => 1000 * (capacity - load) / capacity;

    private static IEnumerable<AssignmentCase> Shrink(AssignmentCase one)
    {
        (int[][] costs, int[] capacities, int spareWeight) = one.Parts;
        for (int row = 0; costs.Length > 1 && row < costs.Length; row++)
        {
            yield return new([.. costs.Where((_, other) => other != row)], capacities, spareWeight);
        }

        for (int column = 0; capacities.Length > 1 && column < capacities.Length; column++)
        {
            yield return new([.. costs.Select(row => row.Where((_, other) => other != column).ToArray())], [.. capacities.Where((_, other) => other != column)], spareWeight);
        }

        if (spareWeight > 0)
        {
            yield return new(costs, capacities, 0);
        }

        for (int column = 0; column < capacities.Length; column++)
        {
            if (capacities[column] > 1)
            {
                yield return new(costs, [.. capacities.Select((capacity, other) => other == column ? 1 : capacity)], spareWeight);
            }
        }

        for (int row = 0; row < costs.Length; row++)
        {
            for (int column = 0; column < capacities.Length; column++)
            {
                if (costs[row][column] > 0)
                {
                    int[][] lower = [.. costs.Select(values => (int[])values.Clone())];
                    lower[row][column] /= 2;
                    yield return new(lower, capacities, spareWeight);
                }
            }
        }
    }

    private (int[][] Costs, int[] Capacities, int SpareWeight) Parts => (costs, capacities, spareWeight);

    private (int Technician, int Load)[] Places() =>
    [
        .. capacities.SelectMany((capacity, column) => Enumerable.Range(0, Math.Min(capacity, Items)).Select(load => (column, load)))
            .OrderBy(place => (decimal)place.load / capacities[place.column]).ThenBy(place => place.column),
    ];

    private long CostOf(int row, (int Technician, int Load) place) => costs[row][place.Technician] == Forbidden
        ? 1_000_000
        : costs[row][place.Technician] + (spareWeight * (1000 - Spare(capacities[place.Technician], place.Load)));
}

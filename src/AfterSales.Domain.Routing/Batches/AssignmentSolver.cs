namespace AfterSales.Domain.Routing;

/// <summary>The assignment problem, rectangular and with forbidden pairs, solved to the optimum by shortest augmenting paths.</summary>
/// <remarks>
/// R. Jonker and A. Volgenant, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems", Computing 38 (1987): row reduction with price
/// raising for most rows, then a shortest path for each row that is left. Prices of columns that nobody takes stay where they began, which makes the rectangular case exact;
/// column reduction would break that and is left out. Prices begin at what a column costs by itself (its place in the tie-break, its share of a load), so that the
/// matrix holds scores only. All numbers are whole: no tolerance, the same result everywhere. Costs are below 2^20 and prices below 2^43; paths add at most 10,000 of them.
/// </remarks>
internal sealed class AssignmentSolver
{
    /// <summary>The cost of a pair that must not be made.</summary>
    internal const int Impossible = int.MaxValue;

    private const long Infinite = long.MaxValue;
    private const int ReductionRounds = 2;

    private readonly int _columns;
    private readonly int[] _costs;
    private readonly long _scale;
    private readonly long[] _prices;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;

    private AssignmentSolver(int rows, int columns, int[] costs, long scale, long[] columnCosts)
    {
        _columns = columns;
        _costs = costs;
        _scale = scale;
        _prices = [.. columnCosts];
        _rowOf = new int[columns];
        _columnOf = new int[rows];
        _rowOf.AsSpan().Fill(-1);
        _columnOf.AsSpan().Fill(-1);
    }

    /// <summary>Gives each of the rows a column of its own so that the sum of scale × cost + column cost is the least.</summary>
    /// <param name="rows">The rows to be assigned; all of them can be at once.</param>
    /// <param name="rowCount">How many rows the matrix has.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="costs">Row by row; <see cref="Impossible"/> forbids.</param>
    /// <param name="scale">What a unit of cost weighs against the column costs.</param>
    /// <param name="columnCosts">What each column costs by itself, from 0.</param>
    /// <returns>The column of each row; −1 for rows that were not to be assigned.</returns>
    internal static int[] Solve(IReadOnlyList<int> rows, int rowCount, int columns, int[] costs, long scale, long[] columnCosts)
    {
        AssignmentSolver solver = new(rowCount, columns, costs, scale, columnCosts);
        List<int> left = [.. rows];
        for (int round = 0; round < ReductionRounds && left.Count > 0; round++)
        {
            left = solver.ReduceRows(left);
        }

        solver.Augment(left);
        return solver._columnOf;
    }

    /// <summary>Each row bids its cheapest column up to where the second cheapest is as good; whoever is outbid tries again.</summary>
    private List<int> ReduceRows(List<int> free)
    {
        List<int> left = [];
        Stack<int> outbid = new();

        // Bids of one price unit at a time could go on for long; what is not settled by then is settled by paths.
        int attempts = 8 * free.Count;
        for (int next = 0; next < free.Count || outbid.Count > 0;)
        {
            int row = outbid.Count > 0 ? outbid.Pop() : free[next++];
            if (attempts-- <= 0)
            {
                left.Add(row);
                continue;
            }

            (int first, long least, int second, long runnerUp) = TwoCheapest(row);
            if (runnerUp == Infinite && _rowOf[first] >= 0)
            {
                left.Add(row);
                continue;
            }

            int taken = first;
            bool raises = least < runnerUp && runnerUp != Infinite;
            if (!raises && _rowOf[first] >= 0)
            {
                taken = second;
            }

            int loser = _rowOf[taken];
            if (raises)
            {
                // A column that was free before is taken from now on, so its price may leave its beginning.
                _prices[taken] += runnerUp - least;
            }

            _rowOf[taken] = row;
            _columnOf[row] = taken;
            if (loser >= 0)
            {
                _columnOf[loser] = -1;
                if (raises)
                {
                    outbid.Push(loser);
                }
                else
                {
                    left.Add(loser);
                }
            }
        }

        return left;
    }

    private (int First, long Least, int Second, long RunnerUp) TwoCheapest(int row)
    {
        ReadOnlySpan<int> costs = _costs.AsSpan(row * _columns, _columns);
        ReadOnlySpan<long> prices = _prices.AsSpan(0, costs.Length);
        int first = -1;
        int second = -1;
        long least = Infinite;
        long runnerUp = Infinite;
        for (int column = 0; column < costs.Length; column++)
        {
            if (costs[column] == Impossible)
            {
                continue;
            }

            long reduced = unchecked((costs[column] * _scale) + prices[column]);
            if (reduced < runnerUp)
            {
                if (reduced < least)
                {
                    (second, runnerUp) = (first, least);
                    (first, least) = (column, reduced);
                }
                else
                {
                    (second, runnerUp) = (column, reduced);
                }
            }
        }

        return (first, least, second, runnerUp);
    }

    /// <summary>For each row that is left: a shortest path, over rows that give up their column for another, to a column that nobody has.</summary>
    private void Augment(List<int> left)
    {
        if (left.Count == 0)
        {
            return;
        }

        long[] distances = new long[_columns];
        int[] previousRow = new int[_columns];
        int[] order = new int[_columns];
        foreach (int start in left)
        {
            int end = ShortestPath(start, distances, previousRow, order);
            while (end >= 0)
            {
                int row = previousRow[end];
                int given = _columnOf[row];
                _rowOf[end] = row;
                _columnOf[row] = end;
                end = row == start ? -1 : given;
            }
        }
    }

    /// <summary>Dijkstra over columns: order holds first those done, then those at the current distance, then the rest.</summary>
    private int ShortestPath(int start, long[] distances, int[] previousRow, int[] order)
    {
        for (int column = 0; column < order.Length; column++)
        {
            order[column] = column;
            previousRow[column] = start;
            distances[column] = Reduced(start, column);
        }

        int done = 0;
        int reached = 0;
        long distance = 0;
        while (true)
        {
            int settled = done;
            if (reached == done)
            {
                (reached, distance) = GatherNearest(done, distances, order);
                for (int k = done; k < reached; k++)
                {
                    if (_rowOf[order[k]] < 0)
                    {
                        return Settle(order[k], settled, distance, distances, order);
                    }
                }
            }

            int through = order[done++];
            int end = Relax(_rowOf[through], through, distance, ref reached, distances, previousRow, order);
            if (end >= 0)
            {
                return Settle(end, settled, distance, distances, order);
            }
        }
    }

    private static (int Reached, long Distance) GatherNearest(int done, long[] distances, int[] order)
    {
        int reached = done;
        long least = Infinite;
        for (int k = done; k < order.Length; k++)
        {
            int column = order[k];
            if (distances[column] <= least)
            {
                if (distances[column] < least)
                {
                    reached = done;
                    least = distances[column];
                }

                order[k] = order[reached];
                order[reached++] = column;
            }
        }

        return least != Infinite ? (reached, least) : throw new System.Diagnostics.UnreachableException("The rows can all be served, so a path exists.");
    }

    private int Relax(int row, int through, long distance, ref int reached, long[] distances, int[] previousRow, int[] order)
    {
        int offset = row * _columns;
        long detour = distance - Reduced(row, through);
        for (int k = reached; k < order.Length; k++)
        {
            int column = order[k];
            if (_costs[offset + column] == Impossible)
            {
                continue;
            }

            long candidate = unchecked((_costs[offset + column] * _scale) + _prices[column] + detour);
            if (candidate >= distances[column])
            {
                continue;
            }

            distances[column] = candidate;
            previousRow[column] = row;
            if (candidate == distance)
            {
                if (_rowOf[column] < 0)
                {
                    return column;
                }

                order[k] = order[reached];
                order[reached++] = column;
            }
        }

        return -1;
    }

    /// <summary>Raises the prices of the columns nearer than the end of the path, so that all pairs made stay cheapest for their rows.</summary>
    private int Settle(int end, int settled, long distance, long[] distances, int[] order)
    {
        for (int k = 0; k < settled; k++)
        {
            _prices[order[k]] += distance - distances[order[k]];
        }

        return end;
    }

    private long Reduced(int row, int column) =>
        _costs[(row * _columns) + column] is var cost && cost == Impossible ? Infinite : (cost * _scale) + _prices[column];
}

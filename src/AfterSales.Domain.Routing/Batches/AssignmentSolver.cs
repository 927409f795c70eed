using System.Numerics;
using System.Runtime.InteropServices;

namespace AfterSales.Domain.Routing;

/// <summary>The assignment problem, rectangular and with forbidden pairs, solved to the optimum: bids first, then shortest augmenting paths.</summary>
/// <remarks>
/// R. Jonker and A. Volgenant, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems", Computing 38 (1987): rows bid for columns, which
/// settles most of them, then a shortest path for each row that is left. Prices of columns that nobody takes stay where they began, which makes the rectangular case exact;
/// column reduction would break that and is left out. All numbers are whole: no tolerance, the same result everywhere.
/// </remarks>
internal sealed class AssignmentSolver
{
    private const int BiddingRounds = 2;

    /// <summary>Bids that raise a price by little could go on for long; what is not settled after so many for each row is settled by paths.</summary>
    private const int BidsPerRow = 8;

    private readonly PairCosts _costs;
    private readonly int[] _prices;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;

    private AssignmentSolver(PairCosts costs, int[] columnCosts)
    {
        _costs = costs;
        _prices = new int[costs.Stride];
        columnCosts.CopyTo(_prices, 0);
        _rowOf = new int[costs.Columns];
        _columnOf = new int[costs.Rows];
        _rowOf.AsSpan().Fill(-1);
        _columnOf.AsSpan().Fill(-1);
    }

    /// <summary>
    /// Gives each of the rows a column of its own so that the sum of pair costs and column costs is the least, and among equal sums the one whose column numbers add up to the least.
    /// </summary>
    /// <param name="rows">The rows to be assigned; all of them can be at once.</param>
    /// <param name="costs">What each pair costs.</param>
    /// <param name="columnCosts">What each column costs by itself, from 0.</param>
    /// <returns>The column of each row of the matrix, −1 for rows that were not to be assigned; null when prices would leave the range below <see cref="PairCosts.Infinite"/>.</returns>
    internal static int[]? Solve(List<int> rows, PairCosts costs, int[] columnCosts)
    {
        AssignmentSolver solver = new(costs, columnCosts);
        List<int> left = rows;
        for (int round = 0; round < BiddingRounds && left.Count > 0; round++)
        {
            left = solver.Bid(left);
        }

        if (left.Count > 0)
        {
            ShortestPaths paths = new(costs, solver._prices, solver._rowOf, solver._columnOf);
            foreach (int row in left)
            {
                if (!paths.Augment(row))
                {
                    return null;
                }
            }
        }

        new EarlierColumns(costs, columnCosts, solver._prices, solver._rowOf, solver._columnOf).Prefer();
        return solver._columnOf;
    }

    /// <summary>Each row bids for its cheapest column up to where the second cheapest is as good; whoever is outbid tries again.</summary>
    private List<int> Bid(List<int> free)
    {
        List<int> left = [];
        Stack<int> outbid = new();
        int bids = BidsPerRow * free.Count;
        for (int next = 0; next < free.Count || outbid.Count > 0;)
        {
            int row = outbid.Count > 0 ? outbid.Pop() : free[next++];
            if (bids-- <= 0)
            {
                left.Add(row);
                continue;
            }

            (int least, int runnerUp) = TwoCheapest(row);
            int column = FirstAt(row, least, from: 0);
            if (runnerUp >= PairCosts.Infinite && _rowOf[column] >= 0)
            {
                left.Add(row);
                continue;
            }

            bool raises = least < runnerUp && runnerUp < PairCosts.Infinite;
            if (!raises && _rowOf[column] >= 0)
            {
                column = FirstAt(row, least, from: column + 1);
            }

            int loser = _rowOf[column];
            _rowOf[column] = row;
            _columnOf[row] = column;
            if (raises)
            {
                // The column is taken from now on, so its price may leave its beginning.
                _prices[column] += runnerUp - least;
            }

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

    private (int Least, int RunnerUp) TwoCheapest(int row)
    {
        ReadOnlySpan<Vector<int>> costs = _costs.BlocksOf(row);
        ReadOnlySpan<Vector<int>> prices = MemoryMarshal.Cast<int, Vector<int>>(_prices);
        Vector<int> leasts = new(PairCosts.Impossible);
        Vector<int> runnersUp = leasts;
        for (int block = 0; block < costs.Length; block++)
        {
            Vector<int> reduced = costs[block] + prices[block];
            runnersUp = Vector.Min(runnersUp, Vector.Max(leasts, reduced));
            leasts = Vector.Min(leasts, reduced);
        }

        int least = PairCosts.Impossible;
        int runnerUp = PairCosts.Impossible;
        for (int lane = 0; lane < Vector<int>.Count; lane++)
        {
            runnerUp = Math.Min(Math.Min(runnerUp, runnersUp[lane]), Math.Max(least, leasts[lane]));
            least = Math.Min(least, leasts[lane]);
        }

        return (least, runnerUp);
    }

    /// <summary>The first column, from one on, whose reduced cost is a value that the row has there.</summary>
    private int FirstAt(int row, int value, int from)
    {
        ReadOnlySpan<int> costs = _costs.Of(row);
        int column = from;
        while (costs[column] + _prices[column] != value)
        {
            column++;
        }

        return column;
    }
}

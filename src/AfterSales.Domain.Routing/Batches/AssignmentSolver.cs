using System.Numerics;

namespace AfterSales.Domain.Routing;

/// <summary>The assignment problem, rectangular and with forbidden pairs, solved to the optimum by shortest augmenting paths.</summary>
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
    private readonly long[] _prices;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;

    private AssignmentSolver(PairCosts costs, long[] columnCosts)
    {
        _costs = costs;
        _prices = new long[costs.Stride];
        columnCosts.CopyTo(_prices, 0);
        _rowOf = new int[costs.Columns];
        _columnOf = new int[costs.Rows];
        _rowOf.AsSpan().Fill(-1);
        _columnOf.AsSpan().Fill(-1);
    }

    /// <summary>Gives each of the rows a column of its own so that the sum of pair costs and column costs is the least.</summary>
    /// <param name="rows">The rows to be assigned; all of them can be at once.</param>
    /// <param name="costs">What each pair costs.</param>
    /// <param name="columnCosts">What each column costs by itself, from 0.</param>
    /// <returns>The column of each row of the matrix; −1 for rows that were not to be assigned.</returns>
    internal static int[] Solve(List<int> rows, PairCosts costs, long[] columnCosts)
    {
        AssignmentSolver solver = new(costs, columnCosts);
        List<int> left = rows;
        for (int round = 0; round < BiddingRounds && left.Count > 0; round++)
        {
            left = solver.Bid(left);
        }

        if (left.Count > 0)
        {
            solver.Augment(left);
        }

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

            (long least, long runnerUp) = TwoCheapest(row);
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

    private (long Least, long RunnerUp) TwoCheapest(int row)
    {
        (long[] costs, long[] prices) = (_costs.Values, _prices);
        int offset = row * _costs.Stride;
        Vector<long> leasts = new(PairCosts.Infinite);
        Vector<long> runnersUp = leasts;
        for (int column = 0; column <= prices.Length - Vector<long>.Count; column += Vector<long>.Count)
        {
            Vector<long> reduced = new Vector<long>(costs, offset + column) + new Vector<long>(prices, column);
            runnersUp = Vector.Min(runnersUp, Vector.Max(leasts, reduced));
            leasts = Vector.Min(leasts, reduced);
        }

        long least = PairCosts.Infinite;
        long runnerUp = PairCosts.Infinite;
        for (int lane = 0; lane < Vector<long>.Count; lane++)
        {
            runnerUp = Math.Min(Math.Min(runnerUp, runnersUp[lane]), Math.Max(least, leasts[lane]));
            least = Math.Min(least, leasts[lane]);
        }

        return (least, runnerUp);
    }

    /// <summary>The first column, from one on, whose reduced cost is a value that the row has there.</summary>
    private int FirstAt(int row, long value, int from)
    {
        int offset = row * _costs.Stride;
        int column = from;
        while (_costs.Values[offset + column] + _prices[column] != value)
        {
            column++;
        }

        return column;
    }

    /// <summary>For each row that is left: a shortest path, over rows that give up their column for another, to a column that nobody has.</summary>
    private void Augment(List<int> left)
    {
        Paths paths = new(this);
        foreach (int start in left)
        {
            int column = paths.Shortest(start);
            int row;
            do
            {
                row = paths.PreviousRow(column);
                (int given, _rowOf[column], _columnOf[row]) = (_columnOf[row], row, column);
                column = given;
            }
            while (row != start);
        }
    }

    /// <summary>Dijkstra's shortest paths over the columns, all open ones relaxed in one sweep.</summary>
    private sealed class Paths
    {
        /// <summary>Above the distance that a column which is done keeps, by more than any detour can save, so that no sweep reaches the column again.</summary>
        private const long Shut = 1L << 62;

        private readonly AssignmentSolver _solver;
        private readonly int _stride;

        /// <summary>The distance of each open column; beyond infinity once it is done.</summary>
        private readonly long[] _open;

        /// <summary>The price of each open column; <see cref="Shut"/> once it is done.</summary>
        private readonly long[] _openPrices;
        private readonly long[] _previousRow;
        private readonly List<(int Column, long Distance)> _done = [];

        internal Paths(AssignmentSolver solver)
        {
            _solver = solver;
            _stride = solver._costs.Stride;
            _open = new long[_stride];
            _openPrices = new long[_stride];
            _previousRow = new long[_stride];
        }

        internal int PreviousRow(int column) => (int)_previousRow[column];

        /// <summary>The column at the end of a shortest path from a row; prices are raised so that all pairs made stay cheapest for their rows.</summary>
        internal int Shortest(int start)
        {
            _open.AsSpan().Fill(PairCosts.Infinite);
            _solver._prices.CopyTo(_openPrices, 0);
            _done.Clear();
            int row = start;
            long detour = 0;
            while (true)
            {
                long distance = Relax(row, detour);
                int column = Nearest(distance);
                if (_solver._rowOf[column] < 0)
                {
                    foreach ((int done, long itsDistance) in _done)
                    {
                        _solver._prices[done] += distance - itsDistance;
                    }

                    return column;
                }

                row = _solver._rowOf[column];
                detour = distance - (_solver._costs.Values[(row * _stride) + column] + _solver._prices[column]);
                _done.Add((column, distance));
                _open[column] = PairCosts.Impossible;
                _openPrices[column] = Shut;
            }
        }

        private long Relax(int row, long detour)
        {
            // In locals, so that the loop does not read the fields again at each step.
            (long[] open, long[] openPrices, long[] previousRow, long[] costs) = (_open, _openPrices, _previousRow, _solver._costs.Values);
            int offset = row * _stride;
            Vector<long> from = new(row);
            Vector<long> more = new(detour);
            Vector<long> least = new(PairCosts.Infinite);
            for (int column = 0; column <= open.Length - Vector<long>.Count; column += Vector<long>.Count)
            {
                Vector<long> known = new(open, column);
                Vector<long> found = new Vector<long>(costs, offset + column) + new Vector<long>(openPrices, column) + more;
                Vector<long> shorter = Vector.LessThan(found, known);
                known = Vector.ConditionalSelect(shorter, found, known);
                known.CopyTo(open, column);
                Vector.ConditionalSelect(shorter, from, new Vector<long>(previousRow, column)).CopyTo(previousRow, column);
                least = Vector.ConditionalSelect(Vector.LessThan(known, least), known, least);
            }

            long nearest = PairCosts.Infinite;
            for (int lane = 0; lane < Vector<long>.Count; lane++)
            {
                nearest = Math.Min(nearest, least[lane]);
            }

            return nearest < PairCosts.Infinite
                ? nearest
                : throw new System.Diagnostics.UnreachableException("All of the rows can be assigned, so a path exists.");
        }

        /// <summary>A column at the distance: one that nobody has if there is one, else the first.</summary>
        private int Nearest(long distance)
        {
            int first = -1;
            Vector<long> wanted = new(distance);
            for (int block = 0; block < _stride; block += Vector<long>.Count)
            {
                if (!Vector.EqualsAny(new Vector<long>(_open, block), wanted))
                {
                    continue;
                }

                for (int column = block; column < block + Vector<long>.Count; column++)
                {
                    if (_open[column] == distance)
                    {
                        if (_solver._rowOf[column] < 0)
                        {
                            return column;
                        }

                        first = first < 0 ? column : first;
                    }
                }
            }

            return first;
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace AfterSales.Domain.Routing;

/// <summary>Dijkstra's shortest paths, over rows that give up their column for another, from a row without a column to a column without a row.</summary>
/// <remarks>
/// Columns are to do, reached (their distance is final), or done (their row has been looked at too). Columns at one distance are reached together, so that one which nobody
/// has ends the search before the others are looked at: without that, a batch of equals would take time that grows with its square.
/// </remarks>
internal sealed class ShortestPaths
{
    /// <summary>Instead of the distance of a column that is no longer to do: below every distance, so that nothing shortens it, and as an unsigned number above all, so that it is never the nearest.</summary>
    private const int Reached = int.MinValue;

    private readonly PairCosts _costs;
    private readonly int[] _prices;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;
    private readonly int[] _toDo;
    private readonly int[] _previousRow;
    private readonly List<(int Column, int Distance)> _reached = [];

    internal ShortestPaths(PairCosts costs, int[] prices, int[] rowOf, int[] columnOf)
    {
        _costs = costs;
        _prices = prices;
        _rowOf = rowOf;
        _columnOf = columnOf;
        _toDo = new int[costs.Stride];
        _previousRow = new int[costs.Stride];
    }

    /// <summary>Gives a row a column along a shortest path, and raises prices so that all pairs made stay the cheapest of their rows.</summary>
    /// <returns>False when a distance or a price left the range.</returns>
    internal bool Augment(int start)
    {
        if (Search(start) is not (int free, int length))
        {
            return false;
        }

        foreach ((int column, int distance) in _reached)
        {
            _prices[column] += length - distance;
            if (_prices[column] >= PairCosts.Infinite)
            {
                return false;
            }
        }

        int taken = free;
        int row;
        do
        {
            row = _previousRow[taken];
            (int given, _rowOf[taken], _columnOf[row]) = (_columnOf[row], row, taken);
            taken = given;
        }
        while (row != start);
        return true;
    }

    private (int Free, int Length)? Search(int start)
    {
        _toDo.AsSpan().Fill(PairCosts.Infinite);
        _reached.Clear();
        int done = 0;
        int row = start;
        int detour = 0;
        int distance = -1;
        while (true)
        {
            int nearest = Relax(row, detour);
            if (nearest == distance || done == _reached.Count)
            {
                if (nearest >= PairCosts.Infinite)
                {
                    return null;
                }

                distance = nearest;
                if (Reach(distance) is { } free)
                {
                    return (free, distance);
                }
            }

            int column = _reached[done++].Column;
            row = _rowOf[column];
            detour = distance - (_costs.Of(row)[column] + _prices[column]);
        }
    }

    /// <summary>Shortens what a row can shorten; the least distance of all that is to do.</summary>
    private int Relax(int row, int detour)
    {
        ReadOnlySpan<Vector<int>> costs = _costs.BlocksOf(row);
        ReadOnlySpan<Vector<int>> prices = MemoryMarshal.Cast<int, Vector<int>>(_prices);
        Span<Vector<int>> toDo = MemoryMarshal.Cast<int, Vector<int>>(_toDo.AsSpan());
        Span<Vector<int>> previousRow = MemoryMarshal.Cast<int, Vector<int>>(_previousRow.AsSpan());
        Vector<int> from = new(row);
        Vector<int> more = new(detour);
        Vector<uint> nearests = new(uint.MaxValue);
        for (int block = 0; block < costs.Length; block++)
        {
            Vector<int> known = toDo[block];
            Vector<int> found = costs[block] + prices[block] + more;
            previousRow[block] = Vector.ConditionalSelect(Vector.LessThan(found, known), from, previousRow[block]);
            known = Vector.Min(found, known);
            toDo[block] = known;
            nearests = Vector.Min(nearests, Vector.AsVectorUInt32(known));
        }

        uint nearest = PairCosts.Infinite;
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
        {
            nearest = Math.Min(nearest, nearests[lane]);
        }

        return (int)nearest;
    }

    /// <summary>Reaches the columns at a distance; the first of them that nobody has, if there is one.</summary>
    private int? Reach(int distance)
    {
        Span<Vector<int>> toDo = MemoryMarshal.Cast<int, Vector<int>>(_toDo.AsSpan());
        Vector<int> wanted = new(distance);
        for (int block = 0; block < toDo.Length; block++)
        {
            if (!Vector.EqualsAny(toDo[block], wanted))
            {
                continue;
            }

            for (int column = block * Vector<int>.Count; column < (block + 1) * Vector<int>.Count; column++)
            {
                if (_toDo[column] == distance)
                {
                    if (_rowOf[column] < 0)
                    {
                        return column;
                    }

                    _toDo[column] = Reached;
                    _reached.Add((column, distance));
                }
            }
        }

        return null;
    }
}

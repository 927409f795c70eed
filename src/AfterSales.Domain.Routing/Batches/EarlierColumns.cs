using System.Numerics;
using System.Runtime.InteropServices;

namespace AfterSales.Domain.Routing;

/// <summary>Among all assignments that cost as little as one which is optimal, moves to the one whose column numbers add up to the least.</summary>
/// <remarks>
/// At the final prices every optimum uses only pairs that are the cheapest of their row, and every column whose price was raised (complementary slackness). The sets of columns
/// that can be used so are the bases of a matroid. In a matroid it is enough to exchange each element of a basis once, from the last to the first, for the first one outside
/// that a chain of exchanges leads to: nothing better is left. A search that finds nothing leads nowhere later on either, and its rows are left out from then on.
/// </remarks>
internal sealed class EarlierColumns
{
    private const int LeadsNowhere = -1;

    private readonly PairCosts _costs;
    private readonly int[] _columnCosts;
    private readonly int[] _prices;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;

    /// <summary>The number of the search that saw a row last, from 1.</summary>
    private readonly int[] _seen;
    private readonly int[] _previousRow;
    private readonly List<int> _rows = [];
    private int _firstFree;

    internal EarlierColumns(PairCosts costs, int[] columnCosts, int[] prices, int[] rowOf, int[] columnOf)
    {
        _costs = costs;
        _columnCosts = columnCosts;
        _prices = prices;
        _rowOf = rowOf;
        _columnOf = columnOf;
        _seen = new int[costs.Rows];
        _previousRow = new int[costs.Rows];
    }

    internal void Prefer()
    {
        int search = 0;
        for (int column = _rowOf.Length - 1; column >= 0; column--)
        {
            while (_firstFree < column && _rowOf[_firstFree] >= 0)
            {
                _firstFree++;
            }

            if (_firstFree >= column)
            {
                return;
            }

            int row = _rowOf[column];
            if (row >= 0 && _prices[column] == _columnCosts[column] && _seen[row] != LeadsNowhere)
            {
                Exchange(column, ++search);
            }
        }
    }

    private void Exchange(int column, int search)
    {
        (int last, int earlier) = Search(_rowOf[column], search);
        if (earlier > column)
        {
            _rows.ForEach(row => _seen[row] = LeadsNowhere);
            return;
        }

        int taken = earlier;
        int row = last;
        while (true)
        {
            (int given, _rowOf[taken], _columnOf[row]) = (_columnOf[row], row, taken);
            if (given == column)
            {
                _rowOf[column] = -1;
                return;
            }

            (taken, row) = (given, _previousRow[row]);
        }
    }

    /// <summary>The first free column that rows can move up to by exchanging columns at no cost, from one row on, and the row that takes it.</summary>
    private (int Row, int Column) Search(int start, int search)
    {
        _rows.Clear();
        See(start, start);
        (int Row, int Column) first = (-1, int.MaxValue);
        for (int next = 0; next < _rows.Count && first.Column > _firstFree; next++)
        {
            int row = _rows[next];
            ReadOnlySpan<Vector<int>> costs = _costs.BlocksOf(row);
            ReadOnlySpan<Vector<int>> prices = MemoryMarshal.Cast<int, Vector<int>>(_prices);
            int least = ReducedCost(row, _columnOf[row]);
            Vector<int> leasts = new(least);
            for (int block = 0; block < costs.Length; block++)
            {
                if (!Vector.EqualsAny(costs[block] + prices[block], leasts))
                {
                    continue;
                }

                int end = Math.Min((block + 1) * Vector<int>.Count, _costs.Columns);
                for (int column = block * Vector<int>.Count; column < end; column++)
                {
                    if (ReducedCost(row, column) != least)
                    {
                        continue;
                    }

                    int owner = _rowOf[column];
                    if (owner >= 0)
                    {
                        See(owner, row);
                    }
                    else if (column < first.Column)
                    {
                        first = (row, column);
                    }
                }
            }
        }

        return first;

        void See(int row, int previous)
        {
            if (_seen[row] != search && _seen[row] != LeadsNowhere)
            {
                _seen[row] = search;
                _previousRow[row] = previous;
                _rows.Add(row);
            }
        }
    }

    private int ReducedCost(int row, int column) => _costs.Of(row)[column] + _prices[column];
}

using System.Numerics;

namespace AfterSales.Domain.Routing;

/// <summary>What it costs to give an item a place: a matrix by rows, padded to the width of a vector with pairs that must not be made.</summary>
internal sealed class PairCosts
{
    /// <summary>The cost of a pair that must not be made; sums that contain it stay above <see cref="Infinite"/> and within the range of long.</summary>
    internal const long Impossible = 1L << 61;

    /// <summary>Above every sum of real costs and prices: 2^44 at most each, and paths of at most 10,000 of them.</summary>
    internal const long Infinite = 1L << 60;

    internal PairCosts(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Stride = (columns + Vector<long>.Count - 1) / Vector<long>.Count * Vector<long>.Count;
        Values = new long[rows * Stride];
        for (int row = 0; row < rows; row++)
        {
            Values.AsSpan((row * Stride) + columns, Stride - columns).Fill(Impossible);
        }
    }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int Stride { get; }

    internal long[] Values { get; }

    internal bool IsPossible(int row, int column) => Values[(row * Stride) + column] != Impossible;
}

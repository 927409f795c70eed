using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace AfterSales.Domain.Routing;

/// <summary>What it costs to give an item a place: a matrix by rows, padded to the width of a vector with pairs that must not be made. Its memory is rented.</summary>
internal sealed class PairCosts : IDisposable
{
    /// <summary>The cost of a pair that must not be made: sums that contain it stay above <see cref="Infinite"/> and within the range of int.</summary>
    internal const int Impossible = 1 << 30;

    /// <summary>Where the range of costs, prices and distances ends. A cost is at most 2^20, so that more than 250 of the largest fit.</summary>
    internal const int Infinite = 1 << 28;

    private readonly int[] _values;

    internal PairCosts(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Stride = (columns + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
        _values = ArrayPool<int>.Shared.Rent(rows * Stride);
        for (int row = 0; row < rows; row++)
        {
            _values.AsSpan((row * Stride) + columns, Stride - columns).Fill(Impossible);
        }
    }

    internal int Rows { get; }

    internal int Columns { get; }

    /// <summary>The columns with the padding.</summary>
    internal int Stride { get; }

    internal bool IsPossible(int row, int column) => _values[(row * Stride) + column] != Impossible;

    /// <summary>The costs of a row, without the padding: anything until they are written.</summary>
    internal Span<int> Of(int row) => _values.AsSpan(row * Stride, Columns);

    /// <summary>The costs of a row with the padding, as many at a time as a vector holds.</summary>
    internal ReadOnlySpan<Vector<int>> BlocksOf(int row) => MemoryMarshal.Cast<int, Vector<int>>(_values.AsSpan(row * Stride, Stride));

    public void Dispose() => ArrayPool<int>.Shared.Return(_values);
}

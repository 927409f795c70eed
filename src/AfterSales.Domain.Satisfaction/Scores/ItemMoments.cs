namespace AfterSales.Domain.Satisfaction;

/// <summary>Counts, sums and sums of products of several items that were rated together: all that means, spreads, correlations, alpha and drivers need.</summary>
/// <remarks>
/// Whole-number sums, so parts of any split merge to the whole exactly, and nothing depends on the order. Rows in which an item is missing are left out by the
/// caller. This type is mutable and not thread-safe; use one per thread and merge.
/// </remarks>
public sealed class ItemMoments
{
    private readonly long[] _sums;
    private readonly long[] _products;

    /// <summary>Makes moments of no rows.</summary>
    /// <param name="items">How many items a row has; from 1 to 200.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="items"/> lies outside 1 to 200.</exception>
    public ItemMoments(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items, Survey.MaximumQuestions);
        Items = items;
        _sums = new long[items];
        _products = new long[items * (items + 1) / 2];
    }

    private ItemMoments(ItemMomentsSnapshot snapshot)
    {
        Items = snapshot.Sums.Count;
        Count = snapshot.Count;
        _sums = [.. snapshot.Sums];
        _products = [.. snapshot.Products];
    }

    /// <summary>Gets how many items a row has.</summary>
    public int Items { get; }

    /// <summary>Gets how many rows were added.</summary>
    public long Count { get; private set; }

    /// <summary>Makes moments that go on where a snapshot was taken.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>Moments with the same figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public static ItemMoments From(ItemMomentsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new ItemMoments(snapshot);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">One number for each item, each at most 100,000 in size.</param>
    /// <exception cref="ArgumentException">The row has another number of items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is larger.</exception>
    public void Add(ReadOnlySpan<int> row)
    {
        if (row.Length != Items)
        {
            throw new ArgumentException(FormattableString.Invariant($"The row has {row.Length} numbers; {Items} are needed."), nameof(row));
        }

        foreach (int number in row)
        {
            if (number is > 100_000 or < -100_000)
            {
                throw new ArgumentOutOfRangeException(nameof(row), number, "Allowed are numbers of at most 100,000 in size.");
            }
        }

        Count++;
        int product = 0;
        for (int i = 0; i < row.Length; i++)
        {
            long number = row[i];
            _sums[i] += number;
            for (int j = 0; j <= i; j++)
            {
                _products[product++] += number * row[j];
            }
        }
    }

    /// <summary>Adds all rows of other moments; the other ones stay as they are.</summary>
    /// <param name="other">Moments of as many items.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of items.</exception>
    public void Merge(ItemMoments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Items != Items)
        {
            throw new ArgumentException(FormattableString.Invariant($"The other moments have {other.Items} items; {Items} are needed."), nameof(other));
        }

        Count += other.Count;
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i] += other._sums[i];
        }

        for (int i = 0; i < _products.Length; i++)
        {
            _products[i] += other._products[i];
        }
    }

    /// <summary>Returns the mean of an item.</summary>
    /// <param name="item">Which item, from 0.</param>
    /// <returns>The mean, or null without rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public double? Mean(int item)
    {
        ThrowIfNoItem(item, nameof(item));
        return Count == 0 ? null : (double)_sums[item] / Count;
    }

    /// <summary>Returns the sample covariance of two items, or the variance of one with itself.</summary>
    /// <param name="first">Which item, from 0.</param>
    /// <param name="second">Which other item, from 0.</param>
    /// <returns>The covariance (divided by n − 1), or null for fewer than two rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public double? Covariance(int first, int second)
    {
        ThrowIfNoItem(first, nameof(first));
        ThrowIfNoItem(second, nameof(second));
        return Count < 2 ? null : (double)Deviations(first, second) / Count / (Count - 1);
    }

    /// <summary>Returns Pearson's correlation of two items.</summary>
    /// <param name="first">Which item, from 0.</param>
    /// <param name="second">Which other item, from 0.</param>
    /// <returns>From −1 to 1, or null for fewer than two rows or when an item does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public double? Correlation(int first, int second)
    {
        ThrowIfNoItem(first, nameof(first));
        ThrowIfNoItem(second, nameof(second));
        decimal one = Deviations(first, first);
        decimal other = Deviations(second, second);
        return Count < 2 || one <= 0 || other <= 0
            ? null
            : Math.Max(-1, Math.Min(1, (double)Deviations(first, second) / Math.Sqrt((double)one) / Math.Sqrt((double)other)));
    }

    /// <summary>Returns the moments of some of the items.</summary>
    /// <param name="items">Which items, from 0, in the wanted order.</param>
    /// <returns>New moments of the same rows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item, or none is wanted.</exception>
    public ItemMoments Of(IEnumerable<int> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        int[] wanted = [.. items];
        foreach (int item in wanted)
        {
            ThrowIfNoItem(item, nameof(items));
        }

        ItemMoments chosen = new(wanted.Length) { Count = Count };
        int product = 0;
        for (int i = 0; i < wanted.Length; i++)
        {
            chosen._sums[i] = _sums[wanted[i]];
            for (int j = 0; j <= i; j++)
            {
                chosen._products[product++] = Product(wanted[i], wanted[j]);
            }
        }

        return chosen;
    }

    /// <summary>Returns all that is needed to go on later.</summary>
    /// <returns>The snapshot.</returns>
    public ItemMomentsSnapshot ToSnapshot() => new(Count, _sums, _products);

    /// <summary>Returns items and rows, as in "8 items, 412 rows".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Items} items, {Count} rows");

    // n·Σxy − Σx·Σy in decimal: 28 digits, where a long would overflow and a double would cancel.
    private decimal Deviations(int first, int second) => ((decimal)Count * Product(first, second)) - ((decimal)_sums[first] * _sums[second]);

    private long Product(int first, int second)
    {
        (int row, int column) = first >= second ? (first, second) : (second, first);
        return _products[(row * (row + 1) / 2) + column];
    }

    private void ThrowIfNoItem(int item, string parameterName)
    {
        if (item < 0 || item >= Items)
        {
            throw new ArgumentOutOfRangeException(parameterName, item, FormattableString.Invariant($"Allowed are 0 to {Items - 1}."));
        }
    }
}

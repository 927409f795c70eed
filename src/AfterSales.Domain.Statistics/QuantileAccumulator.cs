namespace AfterSales.Domain.Statistics;

/// <summary>Quantiles of whole numbers, such as durations in seconds or nanoseconds, gathered one by one in bounded memory.</summary>
/// <remarks>
/// Exact up to a stated number of distinct values; then logarithmic buckets with a relative error of at most 0.1 % (1/1024), and every result says which.
/// What is kept depends only on which numbers were added, not on their order or on which part had them: parts of any split merge to the whole (a law).
/// At most about 56,000 buckets. Numbers with fractions are given in a smaller unit (cents, milliseconds). This type is mutable and not thread-safe;
/// use one per thread and merge.
/// </remarks>
public sealed class QuantileAccumulator
{
    /// <summary>Up to how many distinct values the quantiles are exact, unless stated otherwise.</summary>
    public const int DefaultDistinctLimit = 10_000;

    /// <summary>The highest limit of distinct values.</summary>
    public const int MaximumDistinctLimit = 10_000_000;

    private readonly Dictionary<long, long> _counts;
    private long[]? _sorted;

    /// <summary>Makes an empty accumulator that is exact up to 10,000 distinct values.</summary>
    public QuantileAccumulator()
        : this(DefaultDistinctLimit)
    {
    }

    /// <summary>Makes an empty accumulator.</summary>
    /// <param name="distinctLimit">Up to how many distinct values the quantiles are exact; from 0 (never) to <see cref="MaximumDistinctLimit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="distinctLimit"/> lies outside 0 to <see cref="MaximumDistinctLimit"/>.</exception>
    public QuantileAccumulator(int distinctLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(distinctLimit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distinctLimit, MaximumDistinctLimit);
        DistinctLimit = distinctLimit;
        IsExact = true;
        _counts = [];
    }

    private QuantileAccumulator(QuantileSnapshot snapshot)
    {
        DistinctLimit = snapshot.DistinctLimit;
        IsExact = snapshot.IsExact;
        Minimum = snapshot.Minimum;
        Maximum = snapshot.Maximum;
        _counts = new Dictionary<long, long>(snapshot.Counts.Count);
        foreach (KeyValuePair<long, long> pair in snapshot.Counts)
        {
            _counts.Add(pair.Key, pair.Value);
            Count += pair.Value;
        }
    }

    /// <summary>Gets up to how many distinct values the quantiles are exact.</summary>
    public int DistinctLimit { get; }

    /// <summary>Gets how many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Gets whether the quantiles are still exact.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Gets the smallest number, always exactly, or null for none.</summary>
    public long? Minimum { get; private set; }

    /// <summary>Gets the largest number, always exactly, or null for none.</summary>
    public long? Maximum { get; private set; }

    /// <summary>Gets the median, by <see cref="QuantileType.Linear"/>.</summary>
    public Quantile Median => At(0.5);

    /// <summary>Makes an accumulator that goes on where a snapshot was taken.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>An accumulator with the same figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public static QuantileAccumulator From(QuantileSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new QuantileAccumulator(snapshot);
    }

    /// <summary>Adds a number.</summary>
    /// <param name="value">Any number.</param>
    /// <exception cref="OverflowException">There are 2⁶³ − 1 numbers already; nothing is added.</exception>
    public void Add(long value) => Add(value, 1);

    /// <summary>Adds a number several times.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="times">How often; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is negative.</exception>
    /// <exception cref="OverflowException">There would be more than 2⁶³ − 1 numbers; nothing is added.</exception>
    public void Add(long value, long times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        ThrowIfTooMany(times);
        if (times == 0)
        {
            return;
        }

        Include(value, value);
        Put(value, times);
    }

    /// <summary>Adds all that another accumulator has; the other one stays as it is.</summary>
    /// <param name="other">The other accumulator, with the same limit of distinct values.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The limits of distinct values differ, or <paramref name="other"/> is this accumulator.</exception>
    /// <exception cref="OverflowException">There would be more than 2⁶³ − 1 numbers; nothing is added.</exception>
    public void Merge(QuantileAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.DistinctLimit != DistinctLimit || ReferenceEquals(other, this))
        {
            throw new ArgumentException("Allowed is another accumulator with the same limit of distinct values.", nameof(other));
        }

        ThrowIfTooMany(other.Count);
        if (other.Count == 0)
        {
            return;
        }

        Include(other.Minimum!.Value, other.Maximum!.Value);
        if (!other.IsExact)
        {
            Coarsen();
        }

        foreach (KeyValuePair<long, long> pair in other._counts)
        {
            Put(pair.Key, pair.Value);
        }
    }

    /// <summary>Returns a quantile by the definition <see cref="QuantileType.Linear"/>.</summary>
    /// <param name="probability">Which quantile, from 0 (the smallest) to 1 (the largest).</param>
    /// <returns>The quantile, with whether it is exact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside 0 to 1.</exception>
    public Quantile At(double probability) => At(probability, QuantileType.Linear);

    /// <summary>Returns a quantile.</summary>
    /// <param name="probability">Which quantile, from 0 (the smallest) to 1 (the largest).</param>
    /// <param name="type">By which definition.</param>
    /// <returns>
    /// The quantile, with whether it is exact. When it is not, its relative error is at most 0.1 %; where it is interpolated between numbers of different sign,
    /// that bound holds for each of them.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside 0 to 1, or <paramref name="type"/> is not one of the enumeration.</exception>
    public Quantile At(double probability, QuantileType type)
    {
        (long below, double fraction) = OrderStatistics.Position(Math.Max(1, Count), probability, type);
        if (Count == 0)
        {
            return new Quantile(probability, type, 0, null, isExact: true);
        }

        double low = ValueAtRank(below);
        double value = fraction == 0 ? low : OrderStatistics.Between(low, ValueAtRank(below + 1), fraction);
        return new Quantile(probability, type, Count, value, IsExact);
    }

    /// <summary>Returns all that is needed to go on later.</summary>
    /// <returns>The snapshot.</returns>
    public QuantileSnapshot ToSnapshot() =>
        new(DistinctLimit, IsExact, Minimum, Maximum, _counts.OrderBy(pair => pair.Key));

    /// <summary>Returns smallest, median, p90, largest and count.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => Count == 0
        ? NoFigure.NothingCounted.ToString()
        : FormattableString.Invariant($"smallest {Minimum}, median {Median.Value:0.###}, p90 {At(0.9).Value:0.###}, largest {Maximum}, n = {Count}{(IsExact ? "" : " (± 0.1 %)")}");

    private void ThrowIfTooMany(long times)
    {
        if (times > long.MaxValue - Count)
        {
            throw new OverflowException(FormattableString.Invariant($"There are {Count} numbers, and {times} more would be more than 2^63 - 1."));
        }
    }

    private void Include(long minimum, long maximum)
    {
        Minimum = Minimum is { } low ? Math.Min(low, minimum) : minimum;
        Maximum = Maximum is { } high ? Math.Max(high, maximum) : maximum;
    }

    private void Put(long value, long times)
    {
        Count += times;
        _sorted = null;
        long key = IsExact ? value : LogBucket.Of(value);
        _counts[key] = _counts.TryGetValue(key, out long before) ? before + times : times;
        if (IsExact && _counts.Count > DistinctLimit)
        {
            Coarsen();
        }
    }

    private void Coarsen()
    {
        if (!IsExact)
        {
            return;
        }

        IsExact = false;
        _sorted = null;
        KeyValuePair<long, long>[] exact = [.. _counts];
        _counts.Clear();
        foreach (KeyValuePair<long, long> pair in exact)
        {
            long key = LogBucket.Of(pair.Key);
            _counts[key] = _counts.TryGetValue(key, out long before) ? before + pair.Value : pair.Value;
        }
    }

    private double ValueAtRank(long rank)
    {
        if (_sorted is null)
        {
            _sorted = [.. _counts.Keys];
            Array.Sort(_sorted);
        }

        long seen = 0;
        foreach (long key in _sorted)
        {
            seen += _counts[key];
            if (seen >= rank)
            {
                return IsExact ? key : Math.Max(Minimum!.Value, Math.Min(Maximum!.Value, LogBucket.Middle(key)));
            }
        }

        return Maximum!.Value;
    }
}

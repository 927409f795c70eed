namespace AfterSales.Domain.Statistics;

/// <summary>What a <see cref="QuantileAccumulator"/> has gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. This type is immutable.</remarks>
public sealed class QuantileSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="distinctLimit">Up to how many distinct values the quantiles are exact; from 0 to <see cref="QuantileAccumulator.MaximumDistinctLimit"/>.</param>
    /// <param name="isExact">Whether <paramref name="counts"/> has the values themselves, not buckets.</param>
    /// <param name="minimum">The smallest number, or null for none.</param>
    /// <param name="maximum">The largest number, or null for none.</param>
    /// <param name="counts">How often each value, or bucket, was added; positive counts, each value once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A count is not positive, the counts add up to more than 2⁶³ − 1, a value comes twice or lies outside the ends, a bucket is none of this format, there are more distinct values than an exact
    /// accumulator keeps, or the ends are missing or there for no reason.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="distinctLimit"/> lies outside 0 to <see cref="QuantileAccumulator.MaximumDistinctLimit"/>.</exception>
    public QuantileSnapshot(int distinctLimit, bool isExact, long? minimum, long? maximum, IEnumerable<KeyValuePair<long, long>> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(distinctLimit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distinctLimit, QuantileAccumulator.MaximumDistinctLimit);
        ArgumentNullException.ThrowIfNull(counts);
        Counts = [.. counts];
        bool isEmpty = Counts.Count == 0;
        if (minimum is null != isEmpty || maximum is null != isEmpty || minimum > maximum || (isExact && Counts.Count > distinctLimit) || !AreCounts(isExact, minimum ?? 0, maximum ?? 0))
        {
            throw new ArgumentException(
                "Allowed are distinct values (or buckets of this format) within the stated ends, with positive counts that add up to at most 2^63 - 1, and no more of them than the limit while exact.",
                nameof(counts));
        }

        DistinctLimit = distinctLimit;
        IsExact = isExact;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets up to how many distinct values the quantiles are exact.</summary>
    public int DistinctLimit { get; }

    /// <summary>Gets whether the counts are of the values themselves, not of buckets.</summary>
    public bool IsExact { get; }

    /// <summary>Gets the smallest number, or null for none.</summary>
    public long? Minimum { get; }

    /// <summary>Gets the largest number, or null for none.</summary>
    public long? Maximum { get; }

    /// <summary>Gets how often each value, or bucket, was added.</summary>
    public IReadOnlyList<KeyValuePair<long, long>> Counts { get; }

    private bool AreCounts(bool isExact, long minimum, long maximum)
    {
        HashSet<long> seen = [];
        long total = 0;
        foreach (KeyValuePair<long, long> pair in Counts)
        {
            if (pair.Value <= 0 || pair.Value > long.MaxValue - total || !seen.Add(pair.Key) || !Fits(pair.Key, isExact, minimum, maximum))
            {
                return false;
            }

            total += pair.Value;
        }

        return true;
    }

    private static bool Fits(long key, bool isExact, long minimum, long maximum) => isExact
        ? key >= minimum && key <= maximum
        : LogBucket.Of(key) == key && key >= LogBucket.Of(minimum) && key <= LogBucket.Of(maximum);
}

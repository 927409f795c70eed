namespace AfterSales.Domain.Satisfaction;

/// <summary>How often each number of a question was chosen, as plain numbers for storage.</summary>
/// <remarks>At most 100,000,000,000 answers. Equality is by reference. This type is immutable.</remarks>
public sealed class QuestionCounts
{
    // So that what is computed of stored counts, also of many parts together, stays within the 28 digits of a decimal.
    internal const long MostAnswers = 100_000_000_000;

    /// <summary>Makes counts.</summary>
    /// <param name="counts">How often each number of the scale was chosen, from the worst to the best; not negative.</param>
    /// <param name="notApplicable">How many said that the question does not apply; not negative.</param>
    /// <param name="missing">How many had no usable number; not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or they add up to more than 100,000,000,000.</exception>
    public QuestionCounts(IEnumerable<long> counts, long notApplicable, long missing)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Counts = [.. counts];
        long left = MostAnswers;
        foreach (long count in Counts.Append(notApplicable).Append(missing))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, left, nameof(counts));
            left -= count;
        }

        NotApplicable = notApplicable;
        Missing = missing;
    }

    /// <summary>Gets how many answers there are in all.</summary>
    internal long Total => Counts.Sum() + NotApplicable + Missing;

    /// <summary>Gets how often each number of the scale was chosen, from the worst to the best.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Gets how many said that the question does not apply.</summary>
    public long NotApplicable { get; }

    /// <summary>Gets how many had no usable number.</summary>
    public long Missing { get; }
}

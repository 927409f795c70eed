namespace AfterSales.Domain.Satisfaction;

/// <summary>How often each number of a question was chosen, as plain numbers for storage.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class QuestionCounts
{
    /// <summary>Makes counts.</summary>
    /// <param name="counts">How often each number of the scale was chosen, from the worst to the best; not negative.</param>
    /// <param name="notApplicable">How many said that the question does not apply; not negative.</param>
    /// <param name="missing">How many had no usable number; not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public QuestionCounts(IEnumerable<long> counts, long notApplicable, long missing)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Counts = [.. counts];
        foreach (long count in Counts.Append(notApplicable).Append(missing))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        NotApplicable = notApplicable;
        Missing = missing;
    }

    /// <summary>Gets how often each number of the scale was chosen, from the worst to the best.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Gets how many said that the question does not apply.</summary>
    public long NotApplicable { get; }

    /// <summary>Gets how many had no usable number.</summary>
    public long Missing { get; }
}

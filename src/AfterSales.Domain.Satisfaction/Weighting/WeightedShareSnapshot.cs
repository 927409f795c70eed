namespace AfterSales.Domain.Satisfaction;

/// <summary>What a <see cref="WeightedShareAccumulator"/> has gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. Equality is by reference. This type is immutable.</remarks>
public sealed class WeightedShareSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="count">How many answers were added; not negative.</param>
    /// <param name="weightParts">The parts of the exact sum of weights, smallest first.</param>
    /// <param name="squareParts">The parts of the exact sum of squared weights, smallest first.</param>
    /// <param name="successParts">The parts of the exact sum of the successes' weights, smallest first.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">There are numbers without answers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or a part is NaN or larger than <see cref="Statistics.ExactSum.MaximumSize"/>.</exception>
    public WeightedShareSnapshot(long count, IEnumerable<double> weightParts, IEnumerable<double> squareParts, IEnumerable<double> successParts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(weightParts);
        ArgumentNullException.ThrowIfNull(squareParts);
        ArgumentNullException.ThrowIfNull(successParts);
        Count = count;
        WeightParts = [.. weightParts];
        SquareParts = [.. squareParts];
        SuccessParts = [.. successParts];
        foreach (double part in WeightParts.Concat(SquareParts).Concat(SuccessParts))
        {
            Statistics.Finite.ThrowIfLarger(part, Statistics.ExactSum.MaximumSize, nameof(weightParts));
            if (count == 0 && part != 0)
            {
                throw new ArgumentException("Without answers there are no sums.", nameof(count));
            }
        }
    }

    /// <summary>Gets how many answers were added.</summary>
    public long Count { get; }

    /// <summary>Gets the parts of the exact sum of weights.</summary>
    public IReadOnlyList<double> WeightParts { get; }

    /// <summary>Gets the parts of the exact sum of squared weights.</summary>
    public IReadOnlyList<double> SquareParts { get; }

    /// <summary>Gets the parts of the exact sum of the successes' weights.</summary>
    public IReadOnlyList<double> SuccessParts { get; }
}

namespace AfterSales.Domain.Statistics;

/// <summary>What a <see cref="MeanAccumulator"/> has gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. This type is immutable.</remarks>
public sealed class MeanSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="count">How many numbers were added; not negative.</param>
    /// <param name="minimum">The smallest, or null for none.</param>
    /// <param name="maximum">The largest, or null for none.</param>
    /// <param name="sumParts">The sum, as doubles that add up to it exactly.</param>
    /// <param name="squareParts">The sum of squares, as doubles that add up to it exactly.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The numbers do not belong together: an end without numbers, or numbers without ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or a number is not finite.</exception>
    public MeanSnapshot(long count, double? minimum, double? maximum, IEnumerable<double> sumParts, IEnumerable<double> squareParts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(sumParts);
        ArgumentNullException.ThrowIfNull(squareParts);
        SumParts = [.. sumParts];
        SquareParts = [.. squareParts];
        if (minimum is null != (count == 0) || maximum is null != (count == 0) || minimum > maximum)
        {
            throw new ArgumentException("A count above 0 has a smallest number and a largest one not below it, a count of 0 has neither.", nameof(minimum));
        }

        foreach (double part in SumParts.Concat(SquareParts).Append(minimum ?? 0).Append(maximum ?? 0))
        {
            Finite.ThrowIfNot(part, nameof(sumParts));
        }

        Count = count;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets how many numbers were added.</summary>
    public long Count { get; }

    /// <summary>Gets the smallest number, or null for none.</summary>
    public double? Minimum { get; }

    /// <summary>Gets the largest number, or null for none.</summary>
    public double? Maximum { get; }

    /// <summary>Gets the sum, as doubles that add up to it exactly.</summary>
    public IReadOnlyList<double> SumParts { get; }

    /// <summary>Gets the sum of squares, as doubles that add up to it exactly.</summary>
    public IReadOnlyList<double> SquareParts { get; }
}

namespace AfterSales.Domain.Statistics;

/// <summary>What a <see cref="MeanAccumulator"/> has gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. This type is immutable.</remarks>
public sealed class MeanSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    // 2⁶³ numbers of the largest size, and their squares; the products of such sums are still finite.
    private const double LargestSum = 1e110;
    private const double LargestSquares = 1e200;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="count">How many numbers were added; not negative.</param>
    /// <param name="minimum">The smallest, or null for none.</param>
    /// <param name="maximum">The largest, or null for none.</param>
    /// <param name="sumParts">The sum, as doubles that add up to it exactly.</param>
    /// <param name="squareParts">The sum of squares, as doubles that add up to it exactly.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The numbers do not belong together: an end or a sum without numbers, or numbers without ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> is negative, an end is larger than <see cref="MeanAccumulator.MaximumSize"/>, or a part larger than such numbers can add up to: 1e110 of the sum, 1e200 of the
    /// squares.
    /// </exception>
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

        Finite.ThrowIfLarger(minimum ?? 0, MeanAccumulator.MaximumSize, nameof(minimum));
        Finite.ThrowIfLarger(maximum ?? 0, MeanAccumulator.MaximumSize, nameof(maximum));
        ThrowIfNoSum(SumParts, count == 0 ? 0 : LargestSum, nameof(sumParts));
        ThrowIfNoSum(SquareParts, count == 0 ? 0 : LargestSquares, nameof(squareParts));
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

    private static void ThrowIfNoSum(IReadOnlyList<double> parts, double size, string parameterName)
    {
        foreach (double part in parts)
        {
            Finite.ThrowIfLarger(part, size, parameterName);
        }
    }
}

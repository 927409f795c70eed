using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What a <see cref="WeightedShareAccumulator"/> has gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. Equality is by reference. This type is immutable.</remarks>
public sealed class WeightedShareSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    // 2⁶³ squares of the largest weight are less, and the square of such a sum is still finite.
    private const double LargestSum = 1e50;

    private const double Rounding = 1e-9;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="count">How many answers were added; not negative.</param>
    /// <param name="weightParts">The parts of the exact sum of weights, smallest first.</param>
    /// <param name="squareParts">The parts of the exact sum of squared weights, smallest first.</param>
    /// <param name="successParts">The parts of the exact sum of the successes' weights, smallest first.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The sums do not belong together: there are some without answers, one is negative, the squares are not what so many weights have, or successes weigh more than all.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or a part is NaN or larger than weights can add up to: 1e50 in size.</exception>
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
            Finite.ThrowIfLarger(part, LargestSum, nameof(weightParts));
        }

        double weights = ExactSum.From(WeightParts).Value;
        double squares = ExactSum.From(SquareParts).Value;
        double successes = ExactSum.From(SuccessParts).Value;

        // Of weights that are not negative, Σw² ≤ (Σw)² ≤ n·Σw²; each square was rounded once.
        double square = weights * weights;
        bool areSquares = squares <= square * (1 + Rounding) && square <= count * squares * (1 + Rounding);
        if (weights < 0 || (weights > 0 && weights < WeightedShareAccumulator.SmallestWeight) || squares < 0 || successes < 0 || successes > weights || !areSquares)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Allowed are sums that {count} answers can have: none negative, squares of no more than the square of the weights and of no less than its part for each, successes of no more than the weights; these are {weights}, {squares} and {successes}."),
                nameof(weightParts));
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

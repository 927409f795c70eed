namespace AfterSales.Domain.Statistics;

/// <summary>Quantiles of sorted numbers.</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class OrderStatistics
{
    /// <summary>Returns a quantile of numbers that are sorted already.</summary>
    /// <param name="ascending">The numbers in ascending order; finite, at least one.</param>
    /// <param name="probability">Which quantile, from 0 (the smallest) to 1 (the largest).</param>
    /// <param name="type">Which definition.</param>
    /// <returns>The quantile.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ascending"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ascending"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside 0 to 1, or <paramref name="type"/> is not one of the enumeration.</exception>
    public static double Quantile(IReadOnlyList<double> ascending, double probability, QuantileType type)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        if (ascending.Count == 0)
        {
            throw new ArgumentException("At least one number is needed.", nameof(ascending));
        }

        (long below, double fraction) = Position(ascending.Count, probability, type);
        double low = ascending[(int)below - 1];
        return fraction == 0 ? low : Between(low, ascending[(int)below], fraction);
    }

    internal static double Between(double low, double high, double fraction) => low + (fraction * (high - low));

    /// <summary>The 1-based rank of the order statistic at or below the quantile, and how far it lies towards the next one (0 when it is the last).</summary>
    internal static (long Below, double Fraction) Position(long count, double probability, QuantileType type)
    {
        Finite.ThrowIfNotFraction(probability, nameof(probability));
        double rank = type switch
        {
            QuantileType.Linear => ((count - 1) * probability) + 1,
            QuantileType.Weibull => (count + 1.0) * probability,
            QuantileType.NearestRank => count * probability,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Allowed are Linear, Weibull and NearestRank."),
        };

        // 0.55 · 100 is 55.00000000000001 in doubles; without this the nearest rank would be one too high.
        double whole = Math.Round(rank);
        if (Math.Abs(rank - whole) <= 1e-12 * Math.Max(1, rank))
        {
            rank = whole;
        }

        if (type == QuantileType.NearestRank)
        {
            rank = Math.Ceiling(rank);
        }

        // Near the largest count the nearest double is 2⁶³, which no rank is.
        if (rank >= count)
        {
            return (count, 0);
        }

        rank = Math.Max(1, rank);
        long below = (long)Math.Floor(rank);
        return (below, rank - below);
    }
}

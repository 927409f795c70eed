using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>How many answers are needed for a wanted margin, and how many customers must be asked to get them (R24).</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class SampleSize
{
    /// <summary>How many answers give a share a wanted margin: n₀ = z²·p(1 − p)/e², rounded up.</summary>
    /// <param name="margin">Half the width of the interval that is wanted, above 0 and below 1: 0.05 for ± 5 points.</param>
    /// <param name="expected">The share that is expected, from 0 to 1; 0.5 when nothing is known, which asks for most.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The number of answers, at least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> or <paramref name="expected"/> lies outside its bounds.</exception>
    /// <remarks>W. G. Cochran, Sampling Techniques (1977), 4.4.</remarks>
    public static long ForShare(double margin, double expected, ConfidenceLevel level)
    {
        if (!(margin is >= 1e-6 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "Allowed are numbers from 0.000001 to below 1.");
        }

        Finite.ThrowIfNotFraction(expected, nameof(expected));
        return Math.Max(1, RoundUp(level.Z * level.Z * expected * (1 - expected) / (margin * margin)));
    }

    /// <summary>How many of these are needed when the population is small: n = n₀/(1 + (n₀ − 1)/N), rounded up.</summary>
    /// <param name="answers">The number without regard to the population; at least 1.</param>
    /// <param name="population">How many customers there are; at least 1.</param>
    /// <returns>The number of answers, at most <paramref name="population"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static long ForPopulation(long answers, long population)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        return Math.Min(population, RoundUp(answers / (1 + ((answers - 1.0) / population))));
    }

    /// <summary>How many customers must be asked for so many answers.</summary>
    /// <param name="answers">The number of answers; at least 1.</param>
    /// <param name="returnRate">The share of customers who answer, above 0, up to 1.</param>
    /// <returns>The number of invitations.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="answers"/> is below 1, or <paramref name="returnRate"/> lies outside its bounds.</exception>
    public static long Invitations(long answers, double returnRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 1);
        return returnRate is >= 1e-6 and <= 1
            ? RoundUp(answers / returnRate)
            : throw new ArgumentOutOfRangeException(nameof(returnRate), returnRate, "Allowed are numbers from 0.000001 to 1.");
    }

    /// <summary>Yamane's short cut n = N/(1 + N·e²), rounded up. It supposes z = 2 and p = ½; it is here to check others' plans.</summary>
    /// <param name="population">How many customers there are; at least 1.</param>
    /// <param name="margin">Half the width of the interval, above 0 and below 1.</param>
    /// <returns>The number of answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its bounds.</exception>
    public static long Yamane(long population, double margin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        return margin is >= 1e-6 and < 1
            ? RoundUp(population / (1 + (population * margin * margin)))
            : throw new ArgumentOutOfRangeException(nameof(margin), margin, "Allowed are numbers from 0.000001 to below 1.");
    }

    // 0.1 · 30 is 3.0000000000000004 in doubles; nobody is asked for the last bit.
    private static long RoundUp(double value) => (long)Math.Ceiling(value * (1 - 1e-12));
}

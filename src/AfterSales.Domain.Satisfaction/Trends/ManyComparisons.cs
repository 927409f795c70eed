namespace AfterSales.Domain.Satisfaction;

/// <summary>Which of many comparisons still stand when it is counted that they are many: of 40 technicians two differ "significantly" by chance alone.</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class ManyComparisons
{
    /// <summary>Benjamini and Hochberg's procedure: of those that stand, at most the stated share is false on average.</summary>
    /// <param name="pValues">The p-values of the comparisons, from 0 to 1.</param>
    /// <param name="rate">The share of false ones that is put up with, above 0 and below 1: usually 0.05.</param>
    /// <returns>For each comparison, in the order given, whether it stands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pValues"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    /// <remarks>Y. Benjamini, Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289–300.</remarks>
    public static IReadOnlyList<bool> BenjaminiHochberg(IEnumerable<double> pValues, double rate)
    {
        double[] p = Checked(pValues, rate);
        double[] sorted = [.. p.OrderBy(value => value)];
        double bar = -1;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] <= rate * (i + 1) / sorted.Length)
            {
                bar = sorted[i];
            }
        }

        return [.. p.Select(value => value <= bar)];
    }

    /// <summary>Bonferroni's correction: the chance that any of those that stand is false is at most the stated rate.</summary>
    /// <param name="pValues">The p-values of the comparisons, from 0 to 1.</param>
    /// <param name="rate">The chance that is put up with, above 0 and below 1: usually 0.05.</param>
    /// <returns>For each comparison, in the order given, whether it stands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pValues"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public static IReadOnlyList<bool> Bonferroni(IEnumerable<double> pValues, double rate)
    {
        double[] p = Checked(pValues, rate);
        return [.. p.Select(value => value <= rate / p.Length)];
    }

    private static double[] Checked(IEnumerable<double> pValues, double rate)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (rate is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Allowed are numbers above 0 and below 1.");
        }

        double[] p = [.. pValues];
        foreach (double value in p)
        {
            Statistics.Finite.ThrowIfNotFraction(value, nameof(pValues));
        }

        return p;
    }
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The chi-square distribution, for tests of counts.</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class ChiSquare
{
    /// <summary>Returns how often chance alone gives a statistic at least as large.</summary>
    /// <param name="statistic">The statistic; finite, not negative.</param>
    /// <param name="degreesOfFreedom">At least 1.</param>
    /// <returns>The p-value, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its bounds.</exception>
    public static double UpperTail(double statistic, int degreesOfFreedom)
    {
        Finite.ThrowIfNot(statistic, nameof(statistic));
        ArgumentOutOfRangeException.ThrowIfNegative(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return statistic == 0 ? 1 : Math.Max(0, Math.Min(1, MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, statistic / 2)));
    }
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A tabular CUSUM chart: adds up what is above or below the target, and so sees a lasting shift soonest.</summary>
/// <remarks>NIST/SEMATECH e-Handbook 6.3.2.3; E. S. Page, Biometrika 41 (1954) 100–115. This type is thread-safe: it holds no state.</remarks>
public static class CusumChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="periods">The value of each period, by its name, in order; at most 1e90 in size.</param>
    /// <param name="target">The value that is expected; at most 1e90 in size.</param>
    /// <param name="allowance">What a period may differ without adding up (k), usually half the shift that matters; from 0 to 1e90.</param>
    /// <param name="limit">From above which sum on it is a signal (h), usually 4 to 5 standard deviations; positive.</param>
    /// <returns>One point for each period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public static IReadOnlyList<CusumPoint> Of(IEnumerable<KeyValuePair<string, double>> periods, double target, double allowance, double limit)
    {
        ArgumentNullException.ThrowIfNull(periods);
        Finite.ThrowIfLarger(target, MeanAccumulator.MaximumSize, nameof(target));
        Finite.ThrowIfLarger(allowance, MeanAccumulator.MaximumSize, nameof(allowance));
        ArgumentOutOfRangeException.ThrowIfNegative(allowance);
        Finite.ThrowIfNotPositive(limit, nameof(limit));
        double low = 0;
        double high = 0;
        List<CusumPoint> points = [];
        foreach (KeyValuePair<string, double> period in periods)
        {
            Finite.ThrowIfLarger(period.Value, MeanAccumulator.MaximumSize, nameof(periods));
            low = Math.Max(0, low + target - allowance - period.Value);
            high = Math.Max(0, high + period.Value - target - allowance);
            points.Add(new CusumPoint(period.Key, low, high, limit));
        }

        return points;
    }
}

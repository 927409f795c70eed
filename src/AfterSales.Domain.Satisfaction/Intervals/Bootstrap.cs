using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Intervals for figures without a formula, such as a median: the figure is computed again on resampled data.</summary>
/// <remarks>The resampling comes from a given seed and is the same on every platform. B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993). This type is thread-safe.</remarks>
public static class Bootstrap
{
    /// <summary>Computes the percentile interval of a figure.</summary>
    /// <param name="values">The data; at least two.</param>
    /// <param name="figure">Computes the figure of resampled data, in any order; finite.</param>
    /// <param name="resamples">How often; from 100 to 1,000,000.</param>
    /// <param name="seed">Any number; the same seed gives the same interval.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure of the data itself with its interval (which may not contain it), or why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resamples"/> lies outside its bounds, or a figure is not finite.</exception>
    public static Figure Percentile(IEnumerable<double> values, Func<IReadOnlyList<double>, double> figure, int resamples, ulong seed, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resamples, 1_000_000);
        double[] data = [.. values];
        if (data.Length < 2)
        {
            return Figure.None(data.Length == 0 ? NoFigure.NothingCounted : NoFigure.TooFew(1, 2), FigureUnit.Number, data.Length);
        }

        SplitMix64 random = new(seed);
        double[] figures = new double[resamples];
        double[] drawn = new double[data.Length];
        for (int i = 0; i < resamples; i++)
        {
            for (int j = 0; j < drawn.Length; j++)
            {
                drawn[j] = data[random.Below(data.Length)];
            }

            figures[i] = figure(drawn);
            Finite.ThrowIfNot(figures[i], nameof(figure));
        }

        Array.Sort(figures);
        double lower = OrderStatistics.Quantile(figures, level.Alpha / 2, QuantileType.Linear);
        double upper = OrderStatistics.Quantile(figures, 1 - (level.Alpha / 2), QuantileType.Linear);
        return Figure.Of(figure(data), FigureUnit.Number, data.Length, new ConfidenceInterval(lower, upper, level, IntervalMethod.Bootstrap));
    }

    /// <summary>Computes a figure on every possible resample of a few numbers: what random resampling only approaches.</summary>
    /// <param name="values">The data; from 1 to 7 numbers.</param>
    /// <param name="figure">Computes the figure.</param>
    /// <returns>The figures of all nⁿ resamples.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are none, or more than 7 numbers.</exception>
    public static IReadOnlyList<double> All(IEnumerable<double> values, Func<IReadOnlyList<double>, double> figure)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(figure);
        double[] data = [.. values];
        if (data.Length is 0 or > 7)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {data.Length} numbers; allowed are 1 to 7."), nameof(values));
        }

        double[] drawn = new double[data.Length];
        double[] figures = new double[(int)Math.Pow(data.Length, data.Length)];
        for (int i = 0; i < figures.Length; i++)
        {
            int rest = i;
            for (int j = 0; j < drawn.Length; j++)
            {
                drawn[j] = data[rest % data.Length];
                rest /= data.Length;
            }

            figures[i] = figure(drawn);
        }

        return figures;
    }
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Tukey's fences: from where on a time or a cost is an outlier. Never for ratings, whose extremes are opinions.</summary>
/// <remarks>
/// Inner fences lie 1.5, outer fences 3 interquartile ranges beyond the quartiles. J. W. Tukey, Exploratory Data Analysis (1977); NIST/SEMATECH e-Handbook 7.1.6.
/// Equality is of all parts. This type is immutable.
/// </remarks>
public sealed record TukeyFences : IFormattable
{
    private TukeyFences(double lower, double median, double upper, QuantileType type, int count) =>
        (LowerQuartile, Median, UpperQuartile, Type, Count) = (lower, median, upper, type, count);

    /// <summary>Gets the first quartile.</summary>
    public double LowerQuartile { get; }

    /// <summary>Gets the median.</summary>
    public double Median { get; }

    /// <summary>Gets the third quartile.</summary>
    public double UpperQuartile { get; }

    /// <summary>Gets by which definition the quartiles were computed.</summary>
    public QuantileType Type { get; }

    /// <summary>Gets how many numbers they rest on.</summary>
    public int Count { get; }

    /// <summary>Gets the first quartile less 1.5 interquartile ranges.</summary>
    public double LowerInner => LowerQuartile - (1.5 * Spread);

    /// <summary>Gets the third quartile plus 1.5 interquartile ranges.</summary>
    public double UpperInner => UpperQuartile + (1.5 * Spread);

    /// <summary>Gets the first quartile less 3 interquartile ranges.</summary>
    public double LowerOuter => LowerQuartile - (3 * Spread);

    /// <summary>Gets the third quartile plus 3 interquartile ranges.</summary>
    public double UpperOuter => UpperQuartile + (3 * Spread);

    private double Spread => UpperQuartile - LowerQuartile;

    /// <summary>Computes the fences of numbers.</summary>
    /// <param name="values">Times or costs; at most 1e90 in size, at least four, in any order.</param>
    /// <param name="type">By which definition the quartiles are computed.</param>
    /// <returns>The fences.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">There are fewer than four numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is larger or NaN, or <paramref name="type"/> is not one of the enumeration.</exception>
    public static TukeyFences Of(IEnumerable<double> values, QuantileType type)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values];
        foreach (double value in sorted)
        {
            Finite.ThrowIfLarger(value, MeanAccumulator.MaximumSize, nameof(values));
        }

        if (sorted.Length < 4)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {sorted.Length} numbers; at least 4 are needed."), nameof(values));
        }

        Array.Sort(sorted);
        return new TukeyFences(
            OrderStatistics.Quantile(sorted, 0.25, type), OrderStatistics.Quantile(sorted, 0.5, type), OrderStatistics.Quantile(sorted, 0.75, type), type, sorted.Length);
    }

    /// <summary>Says whether a number lies beyond the inner fences.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True when it is an outlier.</returns>
    public bool IsOutlier(double value) => value < LowerInner || value > UpperInner;

    /// <summary>Says whether a number lies beyond the outer fences.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True when it is an extreme outlier.</returns>
    public bool IsExtreme(double value) => value < LowerOuter || value > UpperOuter;

    /// <summary>Returns quartiles and inner fences.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => FormattableString.Invariant(TextLanguage.IsChinese(format)
        ? (FormattableString)$"四分位数 {LowerQuartile:0.###}、{Median:0.###}、{UpperQuartile:0.###}（{Type}，n = {Count}），低于 {LowerInner:0.###} 或高于 {UpperInner:0.###} 为离群值"
        : $"quartiles {LowerQuartile:0.###}, {Median:0.###}, {UpperQuartile:0.###} ({Type}, n = {Count}), outliers below {LowerInner:0.###} and above {UpperInner:0.###}");
}

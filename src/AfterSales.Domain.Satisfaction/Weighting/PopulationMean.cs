using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The mean of all customers, estimated from a sample, with finite population correction.</summary>
/// <remarks>Formulas: W. G. Cochran, Sampling Techniques (1977), chapters 2, 5 and 5A.9; checked against R's survey package. Equality is by reference. This type is immutable.</remarks>
public sealed class PopulationMean : IFormattable
{
    private PopulationMean(Figure figure, double? standardError, IReadOnlyList<string> empty) =>
        (Figure, StandardError, EmptyStrata) = (figure, standardError, empty);

    /// <summary>Gets the mean with its interval, mean ± z standard errors; without an interval where it rests on a single answer, or where one of the strata that are sampled by themselves does.</summary>
    public Figure Figure { get; }

    /// <summary>Gets the standard error, or null where it cannot be computed.</summary>
    public double? StandardError { get; }

    /// <summary>Gets the strata that have customers and no answers: the mean says nothing about them.</summary>
    public IReadOnlyList<string> EmptyStrata { get; }

    /// <summary>The mean of a simple random sample from all strata together; strata only describe it.</summary>
    /// <param name="strata">The strata, with at least two answers in all for an error.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> or one of them is null.</exception>
    public static PopulationMean Simple(IEnumerable<SampledStratum> strata, ConfidenceLevel level)
    {
        (SampledStratum[] answered, string[] empty) = Split(strata);
        double n = answered.Sum(stratum => stratum.Count);
        double population = answered.Sum(stratum => stratum.Population);
        if (n == 0)
        {
            return None(empty);
        }

        double mean = answered.Sum(stratum => stratum.Count * stratum.Mean!.Value) / n;
        double squares = answered.Sum(stratum => ((stratum.Count - 1) * (stratum.Variance ?? 0)) + (stratum.Count * Square(stratum.Mean!.Value - mean)));
        return Of(mean, n, n < 2 ? null : (1 - (n / population)) * squares / (n - 1) / n, level, empty);
    }

    /// <summary>The mean of a stratified sample: each stratum counts by its customers, however many of them were asked.</summary>
    /// <param name="strata">The strata, each sampled by itself.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The mean over the strata that have answers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> or one of them is null.</exception>
    public static PopulationMean Stratified(IEnumerable<SampledStratum> strata, ConfidenceLevel level)
    {
        (SampledStratum[] answered, string[] empty) = Split(strata);
        double population = answered.Sum(stratum => stratum.Population);
        if (answered.Length == 0)
        {
            return None(empty);
        }

        double mean = answered.Sum(stratum => stratum.Population / population * stratum.Mean!.Value);
        double? variance = 0;
        foreach (SampledStratum stratum in answered)
        {
            // A stratum that answered completely adds no error, even with a single customer.
            variance += stratum.Count == stratum.Population
                ? 0
                : Square(stratum.Population / population) * (1 - ((double)stratum.Count / stratum.Population)) * stratum.Variance / stratum.Count;
        }

        return Of(mean, answered.Sum(stratum => stratum.Count), variance, level, empty);
    }

    /// <summary>The mean of a simple random sample whose strata are weighted afterwards to their known sizes (post-stratification).</summary>
    /// <param name="strata">The strata.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The mean over the strata that have answers, with the linearised error (1 − f)·n/(n − 1)·Σ(N/(n·N))²·(n − 1)s².</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> or one of them is null.</exception>
    public static PopulationMean PostStratified(IEnumerable<SampledStratum> strata, ConfidenceLevel level)
    {
        (SampledStratum[] answered, string[] empty) = Split(strata);
        double population = answered.Sum(stratum => stratum.Population);
        double n = answered.Sum(stratum => stratum.Count);
        if (n == 0)
        {
            return None(empty);
        }

        double mean = answered.Sum(stratum => stratum.Population / population * stratum.Mean!.Value);
        double sum = answered.Sum(stratum => Square(stratum.Population / (stratum.Count * population)) * (stratum.Count - 1) * (stratum.Variance ?? 0));
        return Of(mean, n, n < 2 ? null : (1 - (n / population)) * n / (n - 1) * sum, level, empty);
    }

    /// <summary>Returns mean and interval.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string figure = Figure.ToString(format, formatProvider);
        return EmptyStrata.Count == 0 ? figure : chinese ? $"{figure}；未含 {string.Join("、", EmptyStrata)}" : $"{figure}; without {string.Join(", ", EmptyStrata)}";
    }

    private static (SampledStratum[] Answered, string[] Empty) Split(IEnumerable<SampledStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        SampledStratum[] all = [.. strata];
        foreach (SampledStratum stratum in all)
        {
            ArgumentNullException.ThrowIfNull(stratum, nameof(strata));
        }

        return ([.. all.Where(stratum => stratum.Count > 0)], [.. all.Where(stratum => stratum.Count == 0 && stratum.Population > 0).Select(stratum => stratum.Name)]);
    }

    private static double Square(double value) => value * value;

    private static PopulationMean None(string[] empty) => new(Figure.None(NoFigure.NothingCounted, FigureUnit.Number, 0), null, empty);

    private static PopulationMean Of(double mean, double n, double? variance, ConfidenceLevel level, string[] empty)
    {
        double? error = variance is { } value ? Math.Sqrt(Math.Max(0, value)) : null;
        ConfidenceInterval? interval = error is { } half ? new ConfidenceInterval(mean - (level.Z * half), mean + (level.Z * half), level, IntervalMethod.Normal) : null;
        return new PopulationMean(Figure.Of(mean, FigureUnit.Number, (long)n, interval), error, empty);
    }
}

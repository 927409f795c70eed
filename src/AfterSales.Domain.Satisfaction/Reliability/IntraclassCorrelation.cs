using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Intraclass correlations: how far several raters who rated the same people agree, of one rater and of the mean of all (R30).</summary>
/// <remarks>
/// The six forms of P. E. Shrout, J. L. Fleiss, Psychological Bulletin 86 (1979) 420–428. Either all figures are there or <see cref="Missing"/> says why not.
/// Equality is by reference. This type is immutable.
/// </remarks>
public sealed class IntraclassCorrelation : IFormattable
{
    private IntraclassCorrelation(NoFigure missing) => Missing = missing;

    private IntraclassCorrelation(double between, double within, double raters, double error, int n, int k)
    {
        OneWay = (between - within) / (between + ((k - 1) * within));
        TwoWayRandom = (between - error) / (between + ((k - 1) * error) + (k * (raters - error) / n));
        TwoWayFixed = (between - error) / (between + ((k - 1) * error));
        OneWayMean = (between - within) / between;
        TwoWayRandomMean = between + ((raters - error) / n) is var whole and > 0 ? (between - error) / whole : null;
        TwoWayFixedMean = (between - error) / between;
    }

    /// <summary>Gets why there are no figures, or null when there are.</summary>
    public NoFigure? Missing { get; }

    /// <summary>Gets ICC(1,1): each person was rated by other raters, one rating.</summary>
    public double? OneWay { get; }

    /// <summary>Gets ICC(2,1): the same raters rated all and stand for others, one rating.</summary>
    public double? TwoWayRandom { get; }

    /// <summary>Gets ICC(3,1): the same raters rated all and only they matter, one rating.</summary>
    public double? TwoWayFixed { get; }

    /// <summary>Gets ICC(1,k): as ICC(1,1), for the mean of all ratings.</summary>
    public double? OneWayMean { get; }

    /// <summary>Gets ICC(2,k): as ICC(2,1), for the mean of all ratings; null when the raters disagree so much that it is not defined.</summary>
    public double? TwoWayRandomMean { get; }

    /// <summary>Gets ICC(3,k): as ICC(3,1), for the mean of all ratings.</summary>
    public double? TwoWayFixedMean { get; }

    /// <summary>Computes the correlations.</summary>
    /// <param name="ratings">One row for each rated person, one number for each rater, in the same order; finite, at most 1e90 in size.</param>
    /// <returns>The correlations, or why there are none: fewer than two people or raters, or people who do not differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> or a row is null.</exception>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rating is not finite, or larger.</exception>
    public static IntraclassCorrelation Of(IEnumerable<IReadOnlyList<double>> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        IReadOnlyList<double>[] rows = [.. ratings];
        foreach (IReadOnlyList<double> row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(ratings));
        }

        int n = rows.Length;
        int k = n == 0 ? 0 : rows[0].Count;
        if (rows.Any(row => row.Count != k))
        {
            throw new ArgumentException(FormattableString.Invariant($"The first row has {k} raters; all rows must have as many."), nameof(ratings));
        }

        if (n < 2 || k < 2)
        {
            return new IntraclassCorrelation(n == 0 ? NoFigure.NothingCounted : NoFigure.TooFew(Math.Min(n, k), 2));
        }

        double total = Squares(rows.SelectMany(row => row));
        double people = k * Squares(rows.Select(row => row.Sum() / k));
        double raters = n * Squares(Enumerable.Range(0, k).Select(j => rows.Sum(row => row[j]) / n));
        double between = people / (n - 1);
        double within = Math.Max(0, total - people) / (n * (k - 1.0));
        double error = Math.Max(0, total - people - raters) / ((n - 1.0) * (k - 1));
        return people <= 1e-12 * total || total == 0
            ? new IntraclassCorrelation(NoFigure.NoVariation)
            : new IntraclassCorrelation(between, within, raters / (k - 1), error, n, k);
    }

    /// <summary>Returns ICC(2,1) and ICC(2,k).</summary>
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
        return Missing is { } missing ? missing.ToString(format, formatProvider)
            : FormattableString.Invariant(chinese
                ? (FormattableString)$"单个评分者 ICC(2,1) {TwoWayRandom:0.###}，评分者均值 ICC(2,k) {TwoWayRandomMean:0.###}"
                : $"ICC(2,1) {TwoWayRandom:0.###}, ICC(2,k) {TwoWayRandomMean:0.###}");
    }

    private static double Squares(IEnumerable<double> values)
    {
        MeanAccumulator accumulator = new();
        foreach (double value in values)
        {
            accumulator.Add(value);
        }

        return accumulator.Variance!.Value * (accumulator.Count - 1);
    }
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Two independent figures compared: the difference with its interval and p-value, and "no significant change" instead of an arrow (R28).</summary>
/// <remarks>
/// A difference that is not significant is not proof that nothing changed: the interval says what is still possible. Equality is of all parts. This type is immutable.
/// </remarks>
public sealed record ScoreComparison : IFormattable
{
    private ScoreComparison(Figure before, Figure after, ConfidenceLevel level, ConfidenceInterval? interval, double? pValue) =>
        (Before, After, Level, Interval, PValue) = (before, after, level, interval, pValue);

    /// <summary>Gets the first figure.</summary>
    public Figure Before { get; }

    /// <summary>Gets the second figure.</summary>
    public Figure After { get; }

    /// <summary>Gets the confidence.</summary>
    public ConfidenceLevel Level { get; }

    /// <summary>Gets the second less the first in the unit of the figures, or null when one is missing.</summary>
    public double? Difference => After.Value - Before.Value;

    /// <summary>Gets the interval of the difference, or null when there is none.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>
    /// Gets how often a difference at least as large would come from chance alone, from 0 to 1, or null when it cannot be computed. For shares by the pooled z test; its
    /// verdict may differ from that of the interval near the border, and the interval decides.
    /// </summary>
    public double? PValue { get; }

    /// <summary>Gets why there is no comparison, or null when there is one.</summary>
    public NoFigure? Missing { get; private init; }

    /// <summary>Gets what the comparison says.</summary>
    public ChangeVerdict Verdict => Interval switch
    {
        null => ChangeVerdict.Unknown,
        { Lower: > 0 } => ChangeVerdict.Higher,
        { Upper: < 0 } => ChangeVerdict.Lower,
        _ => ChangeVerdict.NoSignificantChange,
    };

    /// <summary>Compares two shares by Newcombe's interval and the pooled z test.</summary>
    /// <param name="before">The first group.</param>
    /// <param name="after">The second group.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The comparison.</returns>
    public static ScoreComparison OfShares(Share before, Share after, ConfidenceLevel level)
    {
        ShareDifference difference = new(before, after, level);
        double? p = difference.PooledZ is { } z ? TwoSidedP(z) : difference.Value is 0 ? 1 : null;
        return Of(before.ToFigure(level), after.ToFigure(level), level, difference.Interval, p);
    }

    /// <summary>Compares two net promoter scores by Wald's interval of the difference.</summary>
    /// <param name="before">The first group.</param>
    /// <param name="after">The second group.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The comparison; without an interval when either group has no variation.</returns>
    public static ScoreComparison OfNetPromoters(NetPromoterScore before, NetPromoterScore after, ConfidenceLevel level)
    {
        Figure first = before.ToFigure(level);
        Figure second = after.ToFigure(level);
        return before.Count == 0 || after.Count == 0
            ? Of(first, second, level, null, null)
            : OfDifference(first, second, level, 100 * Math.Sqrt((before.VarianceOfOne() / before.Count) + (after.VarianceOfOne() / after.Count)), double.PositiveInfinity, IntervalMethod.Wald);
    }

    /// <summary>Compares two means by Welch's t test, which does not suppose equal spreads.</summary>
    /// <param name="before">The first group.</param>
    /// <param name="after">The second group.</param>
    /// <param name="unit">What the numbers mean.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The comparison; without an interval when a group has fewer than two numbers or neither varies.</returns>
    /// <exception cref="ArgumentNullException">A group is null.</exception>
    /// <remarks>B. L. Welch, Biometrika 34 (1947) 28–35.</remarks>
    public static ScoreComparison OfMeans(MeanAccumulator before, MeanAccumulator after, FigureUnit unit, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Figure first = before.ToFigure(unit, level);
        Figure second = after.ToFigure(unit, level);
        if (before.StandardError is not { } e1 || after.StandardError is not { } e2)
        {
            NoFigure? reason = first.Missing ?? second.Missing ?? NoFigure.TooFew(Math.Min(before.Count, after.Count), 2);
            return new ScoreComparison(first, second, level, null, null) { Missing = reason };
        }

        // By shares of the variance: its square would leave the range of a double for very large and very small numbers.
        double variance = (e1 * e1) + (e2 * e2);
        double part = variance > 0 ? e1 * e1 / variance : 0;
        double freedom = 1 / ((part * part / (before.Count - 1)) + ((1 - part) * (1 - part) / (after.Count - 1)));
        return OfDifference(first, second, level, Math.Sqrt(variance), freedom, IntervalMethod.StudentT);
    }

    /// <summary>Returns the comparison in English, as in "+3.2 points (95 % Newcombe −1.6…+8.0, p = 0.198): no significant change".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the comparison.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        if (Missing is { } missing)
        {
            return missing.ToString(format, formatProvider);
        }

        ConfidenceInterval interval = Interval!.Value;
        string range = $"{Signed(interval.Lower)}…{Signed(interval.Upper)}";
        string p = PValue is { } value ? ", " + FigureText.PValue(value) : "";
        string change = Signed(Difference!.Value) + (Before.Unit, chinese) switch
        {
            (FigureUnit.Number, _) => "",
            (FigureUnit.Share, true) => " 个百分点",
            (_, true) => " 分",
            _ => " points",
        };
        return chinese
            ? $"{change}（{Level} {FigureText.Method(interval.Method, chinese)} {range}{p}）：{Word("无显著变化", "显著升高", "显著降低")}"
            : $"{change} ({Level} {FigureText.Method(interval.Method)} {range}{p}): {Word("no significant change", "significantly higher", "significantly lower")}";
    }

    internal static double TwoSidedP(double z) => Math.Min(1, 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(z)));

    private static ScoreComparison OfDifference(Figure before, Figure after, ConfidenceLevel level, double error, double freedom, IntervalMethod method)
    {
        if (error <= 0)
        {
            return new ScoreComparison(before, after, level, null, null) { Missing = NoFigure.NoVariation };
        }

        double difference = after.Value!.Value - before.Value!.Value;
        double half = error * StudentT.Quantile(level, freedom);
        double p = double.IsInfinity(freedom) ? TwoSidedP(difference / error) : StudentT.PValue(difference / error, freedom);
        return Of(before, after, level, new ConfidenceInterval(difference - half, difference + half, level, method), p);
    }

    private static ScoreComparison Of(Figure before, Figure after, ConfidenceLevel level, ConfidenceInterval? interval, double? p) =>
        new(before, after, level, interval, p) { Missing = before.Missing ?? after.Missing };

    private string Signed(double difference) => Before.Unit switch
    {
        FigureUnit.Share => FigureText.Signed(100 * difference),
        FigureUnit.Points => FigureText.Signed(difference),
        _ => FigureText.SignedNumber(difference),
    };

    private string Word(string none, string higher, string lower) => Verdict switch
    {
        ChangeVerdict.Higher => higher,
        ChangeVerdict.Lower => lower,
        _ => none,
    };
}

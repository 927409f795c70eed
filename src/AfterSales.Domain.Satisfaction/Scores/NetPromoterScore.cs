using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Promoters (9 and 10), passives (7 and 8) and detractors (0 to 6), and their net promoter score 100·(P − D)/n, from −100 to 100.</summary>
/// <remarks>
/// Disjoint groups merge by adding. The default value has no answers and no figure. Equality is of the three counts. This type is immutable.
/// The variance of a single answer is p + d − (p − d)²; B. Rocks, Interval estimation for the net promoter score, The American Statistician 70 (2016).
/// </remarks>
public readonly record struct NetPromoterScore : IFormattable
{
    /// <summary>Makes a score.</summary>
    /// <param name="promoters">How many answered 9 or 10; not negative.</param>
    /// <param name="passives">How many answered 7 or 8; not negative.</param>
    /// <param name="detractors">How many answered 0 to 6; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public NetPromoterScore(long promoters, long passives, long detractors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(passives);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        Promoters = promoters;
        Passives = passives;
        Detractors = detractors;
    }

    /// <summary>Gets how many answered 9 or 10.</summary>
    public long Promoters { get; }

    /// <summary>Gets how many answered 7 or 8.</summary>
    public long Passives { get; }

    /// <summary>Gets how many answered 0 to 6.</summary>
    public long Detractors { get; }

    /// <summary>Gets how many answered.</summary>
    public long Count => Promoters + Passives + Detractors;

    /// <summary>Gets the score from −100 to 100, or null without answers.</summary>
    public double? Value => Count == 0 ? null : 100.0 * (Promoters - Detractors) / Count;

    /// <summary>Adds the counts of a disjoint group.</summary>
    /// <param name="other">The other group.</param>
    /// <returns>Both together.</returns>
    /// <exception cref="OverflowException">The counts add up to more than 2⁶³ − 1.</exception>
    public NetPromoterScore Add(NetPromoterScore other) => new(Promoters + other.Promoters, Passives + other.Passives, Detractors + other.Detractors);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static NetPromoterScore operator +(NetPromoterScore left, NetPromoterScore right) => left.Add(right);

    /// <summary>Wald's interval: score ± z standard errors. Too narrow for small groups.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, cut at −100 and 100, or null without answers.</returns>
    public ConfidenceInterval? WaldInterval(ConfidenceLevel level) =>
        Value is { } score ? Interval(Promoters, Detractors, Count, score, level, IntervalMethod.Wald) : null;

    /// <summary>The adjusted Wald interval, the default here: Wald's after adding ¾ promoter, 1½ passives and ¾ detractor.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, cut at −100 and 100 and containing the score, or null without answers.</returns>
    /// <remarks>Rocks 2016, after Agresti and Min; it keeps its promise from small groups on.</remarks>
    public ConfidenceInterval? AdjustedWaldInterval(ConfidenceLevel level) =>
        Value is { } score ? Interval(Promoters + 0.75, Detractors + 0.75, Count + 3.0, score, level, IntervalMethod.AdjustedWald) : null;

    /// <summary>Returns the score with its adjusted Wald interval.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure, or why there is none.</returns>
    public Figure ToFigure(ConfidenceLevel level) =>
        Value is { } score ? Figure.Of(score, FigureUnit.Points, Count, AdjustedWaldInterval(level)) : Figure.None(NoFigure.NothingCounted, FigureUnit.Points, 0);

    /// <summary>Returns the score in English with its 95 % interval, as in "30.0 (95 % adjusted Wald 14.4–44.2, n = 100)".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the score with its 95 % interval.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToFigure(ConfidenceLevel.Percent95).ToString(format, formatProvider);

    internal double VarianceOfOne()
    {
        double p = (double)Promoters / Count;
        double d = (double)Detractors / Count;
        return Math.Max(0, p + d - ((p - d) * (p - d)));
    }

    private static ConfidenceInterval Interval(double promoters, double detractors, double n, double score, ConfidenceLevel level, IntervalMethod method)
    {
        double p = promoters / n;
        double d = detractors / n;
        double half = 100 * level.Z * Math.Sqrt(Math.Max(0, p + d - ((p - d) * (p - d))) / n);
        double centre = 100 * (p - d);
        return new ConfidenceInterval(Math.Max(-100, Math.Min(centre - half, score)), Math.Min(100, Math.Max(centre + half, score)), level, method);
    }
}

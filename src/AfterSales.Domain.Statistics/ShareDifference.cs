namespace AfterSales.Domain.Statistics;

/// <summary>The difference of the shares of two independent groups, second less first, with its interval and whether it is significant.</summary>
/// <remarks>Equality is of both shares and the level. This type is immutable. The default value compares 0 of 0 with 0 of 0 and has no figure.</remarks>
public readonly record struct ShareDifference : IFormattable
{
    /// <summary>Compares two groups at 95 %.</summary>
    /// <param name="before">The first group: before, or the one that is compared with.</param>
    /// <param name="after">The second group: after, or the one that is compared.</param>
    public ShareDifference(Share before, Share after)
        : this(before, after, ConfidenceLevel.Percent95)
    {
    }

    /// <summary>Compares two groups.</summary>
    /// <param name="before">The first group: before, or the one that is compared with.</param>
    /// <param name="after">The second group: after, or the one that is compared.</param>
    /// <param name="level">The confidence of the interval and of the verdict.</param>
    public ShareDifference(Share before, Share after, ConfidenceLevel level)
    {
        Before = before;
        After = after;
        Level = level;
    }

    /// <summary>Gets the first group.</summary>
    public Share Before { get; }

    /// <summary>Gets the second group.</summary>
    public Share After { get; }

    /// <summary>Gets the confidence.</summary>
    public ConfidenceLevel Level { get; }

    /// <summary>Gets the second share less the first, from −1 to 1, or null when one is 0 of 0.</summary>
    public double? Value => After.Value - Before.Value;

    /// <summary>Gets why there is no figure, or null when there is one.</summary>
    public NoFigure? Missing => Before.Missing ?? After.Missing;

    /// <summary>Gets Newcombe's interval of the difference, from −1 to 1, or null when there is no figure.</summary>
    /// <remarks>Method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890: the Wilson intervals of both groups, joined by squares.</remarks>
    public ConfidenceInterval? Interval
    {
        get
        {
            if (Before.WilsonInterval(Level) is not { } first || After.WilsonInterval(Level) is not { } second)
            {
                return null;
            }

            double p1 = Before.Value!.Value;
            double p2 = After.Value!.Value;
            double difference = p2 - p1;
            return new ConfidenceInterval(
                Math.Max(-1, difference - Hypotenuse(p2 - second.Lower, first.Upper - p1)),
                Math.Min(1, difference + Hypotenuse(second.Upper - p2, p1 - first.Lower)),
                Level,
                IntervalMethod.Newcombe);
        }
    }

    /// <summary>Gets whether the interval lies on one side of 0.</summary>
    public bool IsSignificant => Verdict is ChangeVerdict.Higher or ChangeVerdict.Lower;

    /// <summary>Gets what the comparison says.</summary>
    public ChangeVerdict Verdict => Interval switch
    {
        null => ChangeVerdict.Unknown,
        { Lower: > 0 } => ChangeVerdict.Higher,
        { Upper: < 0 } => ChangeVerdict.Lower,
        _ => ChangeVerdict.NoSignificantChange,
    };

    /// <summary>Gets Cohen's h of the change, 2·asin √p₂ − 2·asin √p₁, from −π to π (0.2 small, 0.5 medium, 0.8 large), or null when there is no figure.</summary>
    /// <remarks>J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapter 6.</remarks>
    public double? EffectSize => 2 * (Arc(After.Value) - Arc(Before.Value));

    /// <summary>Gets the pooled two-sample z statistic of the change, or null when there is no figure or all observations of both groups are alike.</summary>
    public double? PooledZ
    {
        get
        {
            // Added as doubles: two counts of 64 bits may be more than 64 bits hold.
            double pooled = ((double)Before.Successes + After.Successes) / ((double)Before.Count + After.Count);
            if (Value is not { } difference || pooled is not (> 0 and < 1))
            {
                return null;
            }

            return difference / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / Before.Count) + (1.0 / After.Count)));
        }
    }

    /// <summary>Wald's interval of the difference. It is too narrow for small groups and shares near 0 and 1; it is here to check others' figures.</summary>
    /// <returns>The interval, or null when there is no figure. It may pass −1 or 1.</returns>
    public ConfidenceInterval? WaldInterval() =>
        Missing is not null ? null : Normal(Before.Successes, Before.Count, After.Successes, After.Count, IntervalMethod.Wald);

    /// <summary>Agresti and Caffo's interval of the difference: Wald's after adding one success and one failure to each group.</summary>
    /// <returns>The interval, or null when there is no figure. It may pass −1 or 1.</returns>
    /// <remarks>A. Agresti, B. Caffo, The American Statistician 54 (2000) 280–288.</remarks>
    public ConfidenceInterval? AgrestiCaffoInterval() =>
        Missing is not null ? null : Normal(Before.Successes + 1.0, Before.Count + 2.0, After.Successes + 1.0, After.Count + 2.0, IntervalMethod.AgrestiCaffo);

    /// <summary>Returns the comparison in English, as in "+3.1 points (95 % Newcombe −1.8…+8.0; 84.3 % of 412 → 87.4 % of 398): no significant change".</summary>
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
        string change = FigureText.Signed(100 * Value!.Value);
        string range = $"{FigureText.Signed(100 * interval.Lower)}…{FigureText.Signed(100 * interval.Upper)}";
        string from = FigureText.Percent(Before.Value!.Value);
        string to = FigureText.Percent(After.Value!.Value);
        return chinese
            ? FormattableString.Invariant($"{change} 个百分点（{Level} Newcombe {range}；{Before.Count} 中 {from} % → {After.Count} 中 {to} %）：{ChineseVerdict()}")
            : FormattableString.Invariant($"{change} points ({Level} Newcombe {range}; {from} % of {Before.Count} → {to} % of {After.Count}): {EnglishVerdict()}");
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double? Arc(double? share) => share is { } value ? Math.Asin(Math.Sqrt(value)) : null;

    private ConfidenceInterval Normal(double k1, double n1, double k2, double n2, IntervalMethod method)
    {
        double p1 = k1 / n1;
        double p2 = k2 / n2;
        double half = Level.Z * Math.Sqrt((p1 * (1 - p1) / n1) + (p2 * (1 - p2) / n2));
        return new ConfidenceInterval(p2 - p1 - half, p2 - p1 + half, Level, method);
    }

    private string EnglishVerdict() => Verdict switch
    {
        ChangeVerdict.Higher => "significantly higher",
        ChangeVerdict.Lower => "significantly lower",
        _ => "no significant change",
    };

    private string ChineseVerdict() => Verdict switch
    {
        ChangeVerdict.Higher => "显著升高",
        ChangeVerdict.Lower => "显著降低",
        _ => "无显著变化",
    };
}

namespace AfterSales.Domain.Statistics;

/// <summary>So many out of so many: deadlines met of deadlines due, satisfied customers of customers who answered.</summary>
/// <remarks>
/// Shares of disjoint groups merge by adding both counts, so parts of any split give the share of the whole; percentages are never averaged.
/// 0 of 0 is no figure. The default value is 0 of 0. Two shares are equal when both counts are: 1 of 2 is not 2 of 4. This type is immutable.
/// </remarks>
public readonly record struct Share : IFormattable
{
    /// <summary>Makes a share.</summary>
    /// <param name="successes">How many of them; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Out of how many; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or <paramref name="successes"/> is above <paramref name="count"/>.</exception>
    public Share(long successes, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, count);
        Successes = successes;
        Count = count;
    }

    /// <summary>Gets how many of them.</summary>
    public long Successes { get; }

    /// <summary>Gets out of how many.</summary>
    public long Count { get; }

    /// <summary>Gets how many of them not.</summary>
    public long Failures => Count - Successes;

    /// <summary>Gets the estimate, from 0 to 1, or null when nothing was counted.</summary>
    public double? Value => Count == 0 ? null : (double)Successes / Count;

    /// <summary>Gets why there is no figure, or null when there is one.</summary>
    public NoFigure? Missing => Count == 0 ? NoFigure.NothingCounted : null;

    /// <summary>Adds up shares of disjoint groups.</summary>
    /// <param name="shares">The shares.</param>
    /// <returns>Their sum; 0 of 0 for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="OverflowException">The counts add up to more than 2⁶³ − 1.</exception>
    public static Share Sum(IEnumerable<Share> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        Share sum = default;
        foreach (Share share in shares)
        {
            sum += share;
        }

        return sum;
    }

    /// <summary>Counts one more.</summary>
    /// <param name="isSuccess">Whether it is one of them.</param>
    /// <returns>The share with one more.</returns>
    /// <exception cref="OverflowException">There are 2⁶³ − 1 already.</exception>
    public Share Including(bool isSuccess) => new(Successes + (isSuccess ? 1 : 0), Count + 1);

    /// <summary>Adds the counts of a disjoint group.</summary>
    /// <param name="other">The share of the other group.</param>
    /// <returns>The share of both groups together.</returns>
    /// <exception cref="OverflowException">The counts add up to more than 2⁶³ − 1.</exception>
    public Share Add(Share other) => new(Successes + other.Successes, Count + other.Count);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static Share operator +(Share left, Share right) => left.Add(right);

    /// <summary>Wilson's score interval, the default here: it keeps its promise for small counts and for shares near 0 and 1.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>
    /// The interval, or null when nothing was counted. It contains the estimate, lies within 0 to 1, and is nested with confidence; its lower end is exactly 0
    /// for no success, and its upper end exactly 1 for no failure.
    /// </returns>
    /// <remarks>E. B. Wilson, JASA 22 (1927); method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.</remarks>
    public ConfidenceInterval? WilsonInterval(ConfidenceLevel level) =>
        Value is { } share ? ConfidenceInterval.Wilson(share, Count, level) : null;

    /// <summary>Wilson's interval for a sample drawn without replacement from a finite population.</summary>
    /// <param name="level">The confidence.</param>
    /// <param name="population">How many there are in all, counted and not counted; at least <see cref="Count"/>.</param>
    /// <returns>
    /// The interval with the effective count n·(N − 1)/(N − n), or null when nothing was counted. When all were counted it is the estimate itself.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is below <see cref="Count"/>.</exception>
    public ConfidenceInterval? WilsonInterval(ConfidenceLevel level, long population)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, Count);
        if (Value is not { } share)
        {
            return null;
        }

        return population == Count
            ? new ConfidenceInterval(share, share, level, IntervalMethod.Wilson)
            : ConfidenceInterval.Wilson(share, Count * ((population - 1.0) / (population - Count)), level);
    }

    /// <summary>Wilson's interval with continuity correction: wider, for those who want at least the stated confidence.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, or null when nothing was counted; the ends are bounded as those of <see cref="WilsonInterval(ConfidenceLevel)"/>.</returns>
    /// <remarks>Method 4 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.</remarks>
    public ConfidenceInterval? WilsonContinuityInterval(ConfidenceLevel level)
    {
        if (Value is not { } p)
        {
            return null;
        }

        double n = Count;
        double z = level.Z;
        double z2 = z * z;
        double lower = ((2 * n * p) + z2 - 1 - (z * Math.Sqrt(Math.Max(0, z2 - 2 - (1 / n) + (4 * p * ((n * (1 - p)) + 1)))))) / (2 * (n + z2));
        double upper = ((2 * n * p) + z2 + 1 + (z * Math.Sqrt(Math.Max(0, z2 + 2 - (1 / n) + (4 * p * ((n * (1 - p)) - 1)))))) / (2 * (n + z2));
        return ConfidenceInterval.OfShare(lower, upper, p, level, IntervalMethod.WilsonContinuity);
    }

    /// <summary>Agresti and Coull's interval: Wald's after adding z²/2 successes and z²/2 failures.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, or null when nothing was counted; the ends are bounded as those of <see cref="WilsonInterval(ConfidenceLevel)"/>.</returns>
    /// <remarks>A. Agresti, B. A. Coull, The American Statistician 52 (1998) 119–126.</remarks>
    public ConfidenceInterval? AgrestiCoullInterval(ConfidenceLevel level)
    {
        if (Value is not { } share)
        {
            return null;
        }

        double z2 = level.Z * level.Z;
        double n = Count + z2;
        double p = (Successes + (z2 / 2)) / n;
        double half = level.Z * Math.Sqrt(p * (1 - p) / n);
        return ConfidenceInterval.OfShare(p - half, p + half, share, level, IntervalMethod.AgrestiCoull);
    }

    /// <summary>Returns the share as a figure with its 95 % Wilson interval.</summary>
    /// <returns>The figure, or the reason why there is none.</returns>
    public Figure ToFigure() => ToFigure(ConfidenceLevel.Percent95);

    /// <summary>Returns the share as a figure with its Wilson interval.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure, or the reason why there is none.</returns>
    public Figure ToFigure(ConfidenceLevel level) =>
        Value is { } share ? Figure.Of(share, FigureUnit.Share, Count, WilsonInterval(level)) : Figure.None(NoFigure.NothingCounted, FigureUnit.Share, 0);

    /// <summary>Returns the share in English with its 95 % Wilson interval, as in "87.4 % (95 % Wilson 83.8–90.2, n = 412)".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToFigure().ToString();

    /// <summary>Returns the share with its 95 % Wilson interval.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToFigure().ToString(format, formatProvider);
}

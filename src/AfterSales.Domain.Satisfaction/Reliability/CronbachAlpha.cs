using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Cronbach's alpha: whether the questions of a scale go together well enough to be added up. Says nothing about what they measure.</summary>
/// <remarks>
/// L. J. Cronbach, Psychometrika 16 (1951) 297–334; interval by L. S. Feldt, Psychometrika 30 (1965) 357–370. Alpha is at most 1 and may be negative, when questions
/// contradict one another (a reversed one that was not turned). Equality is by reference. This type is immutable.
/// </remarks>
public sealed class CronbachAlpha : IFormattable
{
    private CronbachAlpha(Figure figure, double? standardized, double? meanCorrelation) =>
        (Figure, Standardized, MeanCorrelation) = (figure, standardized, meanCorrelation);

    /// <summary>Gets alpha with Feldt's interval.</summary>
    public Figure Figure { get; }

    /// <summary>Gets the alpha of standardised items, k·r/(1 + (k − 1)·r) of the mean correlation r; null when an item does not vary.</summary>
    public double? Standardized { get; }

    /// <summary>Gets the mean correlation of the items with one another; null when an item does not vary.</summary>
    public double? MeanCorrelation { get; }

    /// <summary>Computes alpha from answers that rated every item (listwise deletion).</summary>
    /// <param name="items">Sums over these answers; items turned upright and on the same scale.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>Alpha, or why there is none: fewer than two items, fewer than two answers, or no variation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static CronbachAlpha Of(ItemMoments items, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Items < 2 ? None(NoFigure.TooFew(items.Items, 2), items.Count)
            : items.Count < 2 ? None(items.Count == 0 ? NoFigure.NothingCounted : NoFigure.TooFew(items.Count, 2), items.Count)
            : Of(items.Items, items.Count, (i, j) => items.Covariance(i, j)!.Value, level);
    }

    /// <summary>Computes alpha from answers of which some lack items: each covariance rests on the answers that have both.</summary>
    /// <param name="rows">One row an answer, one number an item; null where it is missing. All rows are as long.</param>
    /// <param name="level">The confidence; the interval counts all rows.</param>
    /// <returns>Alpha, or why there is none: fewer than two items, a pair of items with fewer than two answers, or no variation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or a row is null.</exception>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static CronbachAlpha Pairwise(IEnumerable<IReadOnlyList<int?>> rows, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(rows);
        IReadOnlyList<int?>[] all = [.. rows];
        foreach (IReadOnlyList<int?> row in all)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
        }

        int k = all.Length == 0 ? 0 : all[0].Count;
        if (all.Any(row => row.Count != k))
        {
            throw new ArgumentException(FormattableString.Invariant($"The first row has {k} items; all rows must have as many."), nameof(rows));
        }

        if (k < 2)
        {
            return None(all.Length == 0 ? NoFigure.NothingCounted : NoFigure.TooFew(k, 2), all.Length);
        }

        ItemMoments[][] pairs = new ItemMoments[k][];
        for (int i = 0; i < k; i++)
        {
            pairs[i] = new ItemMoments[i + 1];
            for (int j = 0; j <= i; j++)
            {
                ItemMoments pair = new(2);
                foreach (IReadOnlyList<int?> row in all)
                {
                    if (row[i] is { } first && row[j] is { } second)
                    {
                        pair.Add([first, second]);
                    }
                }

                if (pair.Count < 2)
                {
                    return None(NoFigure.TooFew(pair.Count, 2), all.Length);
                }

                pairs[i][j] = pair;
            }
        }

        return Of(k, all.Length, (i, j) => pairs[Math.Max(i, j)][Math.Min(i, j)].Covariance(0, 1)!.Value, level);
    }

    /// <summary>Returns alpha with its interval.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => $"{(TextLanguage.IsChinese(format) ? "克朗巴赫 α" : "alpha")} {Figure.ToString(format, formatProvider)}";

    private static CronbachAlpha None(NoFigure reason, long count) => new(Figure.None(reason, FigureUnit.Number, count), null, null);

    private static CronbachAlpha Of(int k, long n, Func<int, int, double> covariance, ConfidenceLevel level)
    {
        double own = 0;
        double total = 0;
        double correlations = 0;
        for (int i = 0; i < k; i++)
        {
            own += covariance(i, i);
            for (int j = 0; j < k; j++)
            {
                total += covariance(i, j);
                correlations += i == j ? 0 : covariance(i, j) / Math.Sqrt(covariance(i, i) * covariance(j, j));
            }
        }

        if (own <= 0 || total <= 1e-12 * own)
        {
            return None(NoFigure.NoVariation, n);
        }

        double alpha = k / (k - 1.0) * (1 - (own / total));
        double? r = Finite.Is(correlations) ? correlations / k / (k - 1) : null;
        double d1 = n - 1;
        double d2 = (n - 1.0) * (k - 1);
        double lower = 1 - ((1 - alpha) * FisherF.Quantile(d1, d2, 1 - (level.Alpha / 2)));
        double upper = 1 - ((1 - alpha) * FisherF.Quantile(d1, d2, level.Alpha / 2));
        Figure figure = Figure.Of(alpha, FigureUnit.Number, n, new ConfidenceInterval(Math.Min(lower, alpha), Math.Max(upper, alpha), level, IntervalMethod.Feldt));
        return new CronbachAlpha(figure, r is { } mean && 1 + ((k - 1) * mean) > 0 ? k * mean / (1 + ((k - 1) * mean)) : null, r);
    }
}

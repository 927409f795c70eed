using AfterSales.Domain.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Which questions the overall verdict hangs on: R² of the regression, divided among them in two ways.</summary>
/// <remarks>
/// LMG (Shapley) shares: R. H. Lindeman, P. F. Merenda, R. Z. Gold (1980); U. Grömping, Journal of Statistical Software 17(1) (2006). Relative weights: J. W. Johnson,
/// Multivariate Behavioral Research 35 (2000) 1–19. At most 15 predictors, as 2ᵏ regressions are computed. Either the drivers are there or <see cref="Missing"/> says why
/// not. Equality is by reference. This type is immutable.
/// </remarks>
public sealed class DriverAnalysis : IFormattable
{
    /// <summary>The largest number of predictors.</summary>
    public const int MaximumPredictors = 15;

    private DriverAnalysis(long count, double? rSquared, IReadOnlyList<SatisfactionDriver> drivers, NoFigure? missing) =>
        (Count, RSquared, Drivers, Missing) = (count, rSquared, drivers, missing);

    /// <summary>Gets how many answers it rests on.</summary>
    public long Count { get; }

    /// <summary>Gets which part of the outcome's variance the predictors explain together, from 0 to 1, or null when there is no analysis.</summary>
    public double? RSquared { get; }

    /// <summary>Gets the drivers in the order of the predictors; empty when there is no analysis.</summary>
    public IReadOnlyList<SatisfactionDriver> Drivers { get; }

    /// <summary>Gets why there is no analysis, or null when there is one.</summary>
    public NoFigure? Missing { get; }

    /// <summary>Analyses what the overall rating of a survey hangs on: all other ratings are predictors.</summary>
    /// <param name="scores">The scores; answers that rated every question are used.</param>
    /// <param name="outcome">The name of the question that is explained.</param>
    /// <returns>The analysis, or why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such rated question, no other rating, or more than 15.</exception>
    public static DriverAnalysis Of(SurveyScores scores, string outcome)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(outcome);
        int explained = scores.Survey.IndexOf(outcome);
        int[] predictors =
        [
            .. Enumerable.Range(0, scores.Survey.RatedQuestions.Count).Where(i => i != explained && scores.Survey.RatedQuestions[i].Kind == QuestionKind.Rating),
        ];
        return Of(scores.Items, explained, predictors.Select(i => new KeyValuePair<string, int>(scores.Survey.RatedQuestions[i].Name, i)));
    }

    /// <summary>Analyses what one item hangs on.</summary>
    /// <param name="items">Sums over answers that have all items.</param>
    /// <param name="outcome">Which item is explained, from 0.</param>
    /// <param name="predictors">Which items explain it, with their names.</param>
    /// <returns>The analysis, or why there is none: too few answers, an item that does not vary, or items that are combinations of others.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no predictors, or more than 15.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public static DriverAnalysis Of(ItemMoments items, int outcome, IEnumerable<KeyValuePair<string, int>> predictors)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(predictors);
        KeyValuePair<string, int>[] named = [.. predictors];
        ThrowIfNotCountable(named.Length);
        ItemMoments chosen = items.Of(named.Select(predictor => predictor.Value).Prepend(outcome));
        if (chosen.Count < named.Length + 2)
        {
            return None(chosen.Count, chosen.Count == 0 ? NoFigure.NothingCounted : NoFigure.TooManyPredictors(chosen.Count, named.Length));
        }

        double[][] correlations = new double[chosen.Items][];
        for (int i = 0; i < chosen.Items; i++)
        {
            correlations[i] = new double[chosen.Items];
            for (int j = 0; j < chosen.Items; j++)
            {
                if (chosen.Correlation(i, j) is not { } r)
                {
                    return None(chosen.Count, NoFigure.NoVariation);
                }

                correlations[i][j] = i == j ? 1 : r;
            }
        }

        return FromCorrelations(correlations, [.. named.Select(predictor => predictor.Key)], chosen.Count);
    }

    /// <summary>Analyses a matrix of correlations that somebody else computed.</summary>
    /// <param name="correlations">The outcome first, then the predictors; symmetric, ones on the diagonal.</param>
    /// <param name="names">The predictors' names; from 1 to 15.</param>
    /// <param name="count">How many answers the correlations rest on.</param>
    /// <returns>The analysis, or why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument, a row or a name is null.</exception>
    /// <exception cref="ArgumentException">The matrix is not square with one row more than names or holds what no data has as correlations, or there are no predictors, or more than 15.</exception>
    public static DriverAnalysis FromCorrelations(IReadOnlyList<IReadOnlyList<double>> correlations, IReadOnlyList<string> names, long count)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        ArgumentNullException.ThrowIfNull(names);
        foreach (IReadOnlyList<double> row in correlations)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(correlations));
        }

        foreach (string name in names)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(names));
        }

        int k = names.Count;
        ThrowIfNotCountable(k);
        if (correlations.Count != k + 1 || correlations.Any(row => row.Count != k + 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"Allowed is a matrix of {k + 1} rows and columns for {k} predictors."), nameof(correlations));
        }

        for (int i = 0; i <= k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double r = correlations[i][j];
                if (!(r >= -1 && r <= 1) || Math.Abs(r - correlations[j][i]) > 1e-9 || (i == j && Math.Abs(r - 1) > 1e-9))
                {
                    throw new ArgumentException(FormattableString.Invariant(
                        $"Allowed are numbers from -1 to 1, the same on both sides of the diagonal of ones; row {i + 1}, column {j + 1} is {r}, its mirror {correlations[j][i]}."), nameof(correlations));
                }
            }
        }

        Matrix<double> within = Matrix<double>.Build.Dense(k, k, (i, j) => correlations[i + 1][j + 1]);
        Vector<double> with = Vector<double>.Build.Dense(k, i => correlations[0][i + 1]);
        RelativeWeights weights = new(within, with);
        if (weights.IsCollinear)
        {
            return None(count, NoFigure.Collinear);
        }

        double[] explained = ShapleyShares.ExplainedBySubset(within, with);
        double[] shares = ShapleyShares.Of(explained, k);
        if (explained[explained.Length - 1] > 1 + 1e-6)
        {
            throw new ArgumentException("No data has these correlations: together they would explain more than all.", nameof(correlations));
        }

        double rSquared = Math.Max(0, Math.Min(1, explained[explained.Length - 1]));
        Vector<double> coefficients = within.Cholesky().Solve(with);
        SatisfactionDriver[] drivers =
        [
            .. names.Select((name, i) => new SatisfactionDriver(name, with[i], coefficients[i], shares[i], weights.Weights[i], rSquared)),
        ];
        return new DriverAnalysis(count, rSquared, drivers, null);
    }

    /// <summary>Returns R² and the drivers, the most important first.</summary>
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
        if (Missing is { } missing)
        {
            return missing.ToString(format, formatProvider);
        }

        IEnumerable<string> drivers = Drivers.OrderByDescending(driver => driver.Importance).Select(driver => driver.ToString(format, formatProvider));
        return FormattableString.Invariant(chinese ? (FormattableString)$"R² = {RSquared:0.###}（n = {Count}）：" : $"R² = {RSquared:0.###} (n = {Count}): ") + string.Join(chinese ? "；" : "; ", drivers);
    }

    private static DriverAnalysis None(long count, NoFigure reason) => new(count, null, [], reason);

    private static void ThrowIfNotCountable(int predictors)
    {
        if (predictors is < 1 or > MaximumPredictors)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {predictors} predictors; allowed are 1 to {MaximumPredictors}."), nameof(predictors));
        }
    }
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A person or team rated from all sides: the mean of each role, and their weighted mean (R30).</summary>
/// <remarks>
/// What the rated say of themselves does not count. A role with fewer than three raters is suppressed, number and words alike, or they could be recognised; the weights of
/// the others are scaled up to 1. Several ratings of one rater in one role count as their mean. Equality is by reference. This type is immutable.
/// </remarks>
public sealed class ThreeSixtyRating : IFormattable
{
    /// <summary>From how many raters on a role is shown.</summary>
    public const int FewestRaters = 3;

    private ThreeSixtyRating(Figure total, IReadOnlyList<ThreeSixtyPart> parts, int selfRatings) => (Total, Parts, SelfRatings) = (total, parts, selfRatings);

    /// <summary>Gets the weighted mean of the shown roles from 0 to 100; its count is that of raters.</summary>
    public Figure Total { get; }

    /// <summary>Gets each role that has a weight, in ordinal order of the names, also the suppressed ones.</summary>
    public IReadOnlyList<ThreeSixtyPart> Parts { get; }

    /// <summary>Gets how many ratings were left out because the rated gave them.</summary>
    public int SelfRatings { get; }

    /// <summary>Adds up ratings.</summary>
    /// <param name="rated">The id of the person or team that is rated.</param>
    /// <param name="ratings">All ratings; roles without a weight are passed over.</param>
    /// <param name="weights">What each role weighs, relative to the others; from 0 to 1e90.</param>
    /// <param name="level">The confidence of the roles' intervals.</param>
    /// <returns>The rating, or why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument or a rating is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, larger or NaN.</exception>
    /// <exception cref="InvalidOperationException">The default value of a role has a weight.</exception>
    public static ThreeSixtyRating Of(string rated, IEnumerable<PeerRating> ratings, IReadOnlyDictionary<RaterRole, double> weights, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(rated);
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(weights);
        foreach (double weight in weights.Values)
        {
            Finite.ThrowIfLarger(weight, MeanAccumulator.MaximumSize, nameof(weights));
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        }

        PeerRating[] all = [.. ratings];
        foreach (PeerRating rating in all)
        {
            ArgumentNullException.ThrowIfNull(rating, nameof(ratings));
        }

        PeerRating[] others = [.. all.Where(rating => !string.Equals(rating.Rater, rated, StringComparison.Ordinal))];
        ThreeSixtyPart[] parts =
        [
            .. weights.Where(weight => weight.Value > 0).OrderBy(weight => weight.Key.Name, StringComparer.Ordinal)
                .Select(weight => ThreeSixtyPart.Of(weight.Key, weight.Value, [.. others.Where(rating => rating.Role == weight.Key)], level)),
        ];
        double total = parts.Where(part => part.Points.Value is not null).Sum(part => part.Weight);
        long raters = parts.Where(part => part.Points.Value is not null).Sum(part => part.Points.Count);
        Figure figure = total > 0
            ? Figure.Of(parts.Where(part => part.Points.Value is not null).Sum(part => part.Weight / total * part.Points.Value!.Value), FigureUnit.Points, raters)
            : Figure.None(parts.Length == 0 ? NoFigure.NoWeight : parts.OrderByDescending(part => part.Points.Count).First().Points.Missing!, FigureUnit.Points, 0);
        return new ThreeSixtyRating(figure, parts, all.Length - others.Length);
    }

    /// <summary>Returns total and parts.</summary>
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
        IEnumerable<string> parts = Parts.Select(part => part.ToString(format, formatProvider));
        string self = SelfRatings == 0 ? "" : FormattableString.Invariant(chinese ? (FormattableString)$"；自评 {SelfRatings} 份未计入" : $"; {SelfRatings} of the rated's own left out");
        return chinese ? $"{Total.ToString(format, formatProvider)}：{string.Join("；", parts)}{self}" : $"{Total}: {string.Join("; ", parts)}{self}";
    }
}

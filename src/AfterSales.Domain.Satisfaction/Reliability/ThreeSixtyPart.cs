using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What one role says in a rating from all sides.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class ThreeSixtyPart : IFormattable
{
    private ThreeSixtyPart(RaterRole role, double weight, Figure points, IReadOnlyList<string> words) => (Role, Weight, Points, Words) = (role, weight, points, words);

    /// <summary>Gets the role.</summary>
    public RaterRole Role { get; }

    /// <summary>Gets what it weighs, relative to the others, as given.</summary>
    public double Weight { get; }

    /// <summary>Gets the mean from 0 to 100 over raters, or that the role is suppressed.</summary>
    public Figure Points { get; }

    /// <summary>Gets the words, in ordinal order so that the order does not tell who said what; none when the role is suppressed.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Returns role and mean.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => $"{Role} {Points.ToString(format, formatProvider)}";

    internal static ThreeSixtyPart Of(RaterRole role, double weight, IReadOnlyList<PeerRating> ratings, ConfidenceLevel level)
    {
        MeanAccumulator raters = new();
        foreach (IGrouping<string, PeerRating> rater in ratings.GroupBy(rating => rating.Rater, StringComparer.Ordinal))
        {
            raters.Add(rater.Average(rating => rating.Points));
        }

        if (raters.Count < ThreeSixtyRating.FewestRaters)
        {
            NoFigure reason = raters.Count == 0 ? NoFigure.NothingCounted : NoFigure.BelowMinimum(raters.Count, ThreeSixtyRating.FewestRaters);
            return new ThreeSixtyPart(role, weight, Figure.None(reason, FigureUnit.Points, raters.Count), []);
        }

        double half = StudentT.Quantile(level, raters.Count - 1) * raters.StandardError!.Value;
        double mean = raters.Mean!.Value;
        ConfidenceInterval interval = new(Math.Max(0, mean - half), Math.Min(100, mean + half), level, IntervalMethod.StudentT);
        string[] words = [.. ratings.Select(rating => rating.Words).Where(text => text.Length > 0).OrderBy(text => text, StringComparer.Ordinal)];
        return new ThreeSixtyPart(role, weight, Figure.Of(mean, FigureUnit.Points, raters.Count, interval), words);
    }
}

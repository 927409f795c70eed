using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>One part of a team's rating: a figure from 0 (worst) to 100 (best) and what it weighs (R30).</summary>
/// <remarks>Immutable and thread-safe; compared by reference.</remarks>
public sealed class TeamRatingPart : IFormattable
{
    private readonly Func<string?, string> _name;

    private TeamRatingPart(Func<string?, string> name, double weight, Figure points)
    {
        Weight = weight > 0 && weight <= MeanAccumulator.MaximumSize ? weight : throw new ArgumentOutOfRangeException(nameof(weight), weight, "Allowed are numbers above 0, up to 1e90.");
        _name = name;
        Points = points;
    }

    /// <summary>Gets what it weighs, relative to the other parts.</summary>
    public double Weight { get; }

    /// <summary>Gets the points, or why there are none.</summary>
    public Figure Points { get; }

    /// <summary>Rates by a KPI: 100 times the share, or 100 less that where less is better.</summary>
    /// <param name="value">The KPI's value for the team; not that of a goal.</param>
    /// <param name="weight">What it weighs, relative to the other parts; above 0, up to 1e90.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> lies outside its bounds.</exception>
    public static TeamRatingPart Of(KpiValue value, double weight)
    {
        ArgumentNullException.ThrowIfNull(value);
        Figure points = value.Share.Value is not { } share
            ? Figure.None(value.LeftOut > 0 ? NoFigure.AllLeftOut(value.LeftOut) : NoFigure.NothingCounted, FigureUnit.Points, 0)
            : Figure.Of(100 * (value.Kpi is { HigherIsBetter: false } ? 1 - share : share), FigureUnit.Points, value.Denominator);
        return new TeamRatingPart(value.Title, weight, points);
    }

    /// <summary>Rates by what superiors, peers and customers say.</summary>
    /// <param name="rating">The rating from all sides.</param>
    /// <param name="weight">What it weighs, relative to the other parts; above 0, up to 1e90.</param>
    /// <returns>The part; without points when too few people rated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rating"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> lies outside its bounds.</exception>
    public static TeamRatingPart Of(ThreeSixtyRating rating, double weight)
    {
        ArgumentNullException.ThrowIfNull(rating);
        return new TeamRatingPart(static format => TextLanguage.IsChinese(format) ? "360° 评价" : "360° rating", weight, rating.Total);
    }

    /// <summary>Returns name and points, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns name, points and weight.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => FormattableString.Invariant($"{_name(format)} {Points.ToString(format, null)} × {Weight:0.##}");
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>The rating of a team or person: KPIs of quality and efficiency and the rating from all sides, weighted, with every part shown (R30).</summary>
/// <remarks>A part without a figure is shown with its reason and weighs nothing; the weights of the others are scaled up to 1. Immutable and thread-safe; compared by reference.</remarks>
public sealed class TeamRating : IFormattable
{
    private TeamRating(IReadOnlyList<TeamRatingPart> parts, Figure total) => (Parts, Total) = (parts, total);

    /// <summary>Gets the parts, in the given order.</summary>
    public IReadOnlyList<TeamRatingPart> Parts { get; }

    /// <summary>Gets the weighted mean from 0 (worst) to 100 (best); its count is that of the parts that have a figure.</summary>
    public Figure Total { get; }

    /// <summary>Adds up parts.</summary>
    /// <param name="parts">The parts; at least one.</param>
    /// <returns>The rating, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public static TeamRating Of(params IEnumerable<TeamRatingPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        TeamRatingPart[] all = [.. parts];
        if (all.Length == 0)
        {
            throw new ArgumentException("Allowed are one or more parts.", nameof(parts));
        }

        foreach (TeamRatingPart part in all)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
        }

        TeamRatingPart[] known = [.. all.Where(part => part.Points.Value is not null)];
        double weights = known.Sum(part => part.Weight);
        Figure total = known.Length == 0
            ? Figure.None(all[0].Points.Missing!, FigureUnit.Points, 0)
            : Figure.Of(known.Sum(part => part.Weight / weights * part.Points.Value!.Value), FigureUnit.Points, known.Length);
        return new TeamRating(Array.AsReadOnly(all), total);
    }

    /// <summary>Returns total and parts, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns total and parts.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => $"{Total.ToString(format, null)}: {string.Join("; ", Parts.Select(part => part.ToString(format, null)))}";
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A SERVQUAL gap: what customers perceived less what they expected, on the scale of the questions. Negative where service falls short.</summary>
/// <remarks>
/// A. Parasuraman, V. A. Zeithaml, L. L. Berry, Journal of Retailing 64 (1988) 12–40. Equality is of all parts. This type is immutable.
/// </remarks>
public sealed record ServiceGap : IFormattable
{
    private ServiceGap(Figure expectation, Figure perception, Figure gap) => (Expectation, Perception, Gap) = (expectation, perception, gap);

    /// <summary>Gets the mean of what was expected.</summary>
    public Figure Expectation { get; }

    /// <summary>Gets the mean of what was perceived.</summary>
    public Figure Perception { get; }

    /// <summary>Gets perception less expectation, with the interval of paired answers.</summary>
    public Figure Gap { get; }

    /// <summary>Computes the gap between questions about expectation and the questions about perception that belong to them.</summary>
    /// <param name="items">Sums over answers that rated all of them.</param>
    /// <param name="expectations">Which items ask for expectations, from 0.</param>
    /// <param name="perceptions">Which items ask for perceptions, as many.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The gap of the means over these items.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no items, or not as many of both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public static ServiceGap Of(ItemMoments items, IEnumerable<int> expectations, IEnumerable<int> perceptions, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(expectations);
        ArgumentNullException.ThrowIfNull(perceptions);
        int[] expected = [.. expectations];
        int[] perceived = [.. perceptions];
        if (expected.Length == 0 || expected.Length != perceived.Length)
        {
            throw new ArgumentException("Allowed are as many perceptions as expectations, at least one of each.", nameof(perceptions));
        }

        double part = 1.0 / expected.Length;
        (int Item, double Factor)[] first = [.. expected.Select(item => (item, part))];
        (int Item, double Factor)[] second = [.. perceived.Select(item => (item, part))];
        return new ServiceGap(
            LinearScore.Of(items, first, level), LinearScore.Of(items, second, level), LinearScore.Of(items, [.. second, .. first.Select(one => (one.Item, -one.Factor))], level));
    }

    /// <summary>Returns gap, expectation and perception.</summary>
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
        (string gap, string expected, string perceived) = (Gap.ToString(format, null), Expectation.ToString(format, null), Perception.ToString(format, null));
        return chinese ? $"差距 {gap}：期望 {expected}，感知 {perceived}" : $"gap {gap}: expected {expected}, perceived {perceived}";
    }
}

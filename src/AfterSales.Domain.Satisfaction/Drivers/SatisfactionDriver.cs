namespace AfterSales.Domain.Satisfaction;

/// <summary>How much one question has to do with the overall verdict. It says what goes together, not what causes what.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class SatisfactionDriver : IFormattable
{
    internal SatisfactionDriver(string name, double correlation, double coefficient, double shapley, double relativeWeight, double rSquared)
    {
        Name = name;
        Correlation = correlation;
        StandardizedCoefficient = coefficient;
        ShapleyShare = shapley;
        RelativeWeight = relativeWeight;
        Importance = rSquared > 0 ? shapley / rSquared : 0;
    }

    /// <summary>Gets the question's name.</summary>
    public string Name { get; }

    /// <summary>Gets its correlation with the outcome, from −1 to 1.</summary>
    public double Correlation { get; }

    /// <summary>Gets its coefficient in the regression of standardised answers.</summary>
    public double StandardizedCoefficient { get; }

    /// <summary>Gets its LMG (Shapley) share of R²: what it adds, averaged over all orders in which questions can enter. All shares sum to R².</summary>
    public double ShapleyShare { get; }

    /// <summary>Gets Johnson's relative weight; all weights sum to R².</summary>
    public double RelativeWeight { get; }

    /// <summary>Gets the Shapley share as a part of R², from 0 to 1; all sum to 1.</summary>
    public double Importance { get; }

    /// <summary>Returns name and importance.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => FormattableString.Invariant(TextLanguage.IsChinese(format)
        ? (FormattableString)$"{Name}：占 R² 的 {100 * Importance:0.#} %，r = {Correlation:0.##}"
        : $"{Name}: {100 * Importance:0.#} % of R², r = {Correlation:0.##}");
}

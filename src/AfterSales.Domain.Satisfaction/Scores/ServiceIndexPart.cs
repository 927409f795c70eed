using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What one question contributes to the service index.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class ServiceIndexPart : IFormattable
{
    internal ServiceIndexPart(SurveyQuestion question, double weight, Figure points)
    {
        Question = question;
        Weight = weight;
        Points = points;
    }

    /// <summary>Gets the question.</summary>
    public SurveyQuestion Question { get; }

    /// <summary>Gets its weight among the questions that were answered; all weights add up to 1.</summary>
    public double Weight { get; }

    /// <summary>Gets its mean from 0 (worst) to 100 (best).</summary>
    public Figure Points { get; }

    /// <summary>Gets how many points of the index one step of the scale is worth.</summary>
    internal double Factor => 100 * Weight / (Question.Scale!.Maximum - Question.Scale.Minimum);

    /// <summary>Returns question, weight and mean.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => FormattableString.Invariant($"{Question.Name} × {Weight:0.###}: ") + Points.ToString(format, formatProvider);
}

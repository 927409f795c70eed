using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What one question contributes to the service index.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class ServiceIndexPart
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
    public override string ToString() => FormattableString.Invariant($"{Question.Name} × {Weight:0.###}: {Points}");
}

namespace AfterSales.Domain.Satisfaction;

/// <summary>A dimension was rated at most so high; see <see cref="FeedbackCondition.RatedAtMost"/>.</summary>
/// <remarks>Equality is of both parts. This type is immutable and thread-safe.</remarks>
public sealed class LowRatingCondition : FeedbackCondition
{
    internal LowRatingCondition(SurveyDimension dimension, double points)
    {
        Dimension = dimension;
        Points = points;
    }

    /// <summary>Gets the dimension.</summary>
    public SurveyDimension Dimension { get; }

    /// <summary>Gets how high at most, from 0 to 100, included.</summary>
    public double Points { get; }

    /// <inheritdoc/>
    public override bool Equals(FeedbackCondition? other) => other is LowRatingCondition same && Dimension == same.Dimension && Points.Equals(same.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Points);

    /// <summary>Returns dimension and points, as in "effect rated at most 25 of 100".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Dimension} rated at most {Points:0.##} of 100");

    internal override string? Evidence(CustomerFeedback feedback) =>
        feedback.Ratings.TryGetValue(Dimension, out double rating) && rating <= Points ? FormattableString.Invariant($"{Dimension} {rating:0.##}") : null;
}

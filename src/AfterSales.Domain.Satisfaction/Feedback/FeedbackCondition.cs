namespace AfterSales.Domain.Satisfaction;

/// <summary>When a feedback rule applies: to words, to low ratings, or to several of these together.</summary>
/// <remarks>A closed set, made by the members of this class. Equality is of all parts. This type is immutable and thread-safe.</remarks>
public abstract class FeedbackCondition : IEquatable<FeedbackCondition>
{
    private protected FeedbackCondition()
    {
    }

    /// <summary>The words contain one of some texts, in upper or lower case; parts of words count, as Chinese is written without spaces.</summary>
    /// <param name="texts">At least one, none empty.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none, or one is empty or only white space.</exception>
    public static FeedbackCondition Mentions(params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Length > 0 && !texts.Any(string.IsNullOrWhiteSpace)
            ? new MentionCondition([.. texts])
            : throw new ArgumentException("Allowed are one or more texts that are not empty.", nameof(texts));
    }

    /// <summary>A dimension was rated at most so high.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="points">From 0 (worst) to 100 (best), included: 25 is 2 of 1 to 5.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> lies outside 0 to 100.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="dimension"/> is the default value.</exception>
    public static FeedbackCondition RatedAtMost(SurveyDimension dimension, double points) => points is >= 0 and <= 100
        ? new LowRatingCondition(SurveyDimension.Named(dimension.Name), points)
        : throw new ArgumentOutOfRangeException(nameof(points), points, "Allowed are numbers from 0 to 100.");

    /// <summary>All of several conditions hold.</summary>
    /// <param name="conditions">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conditions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FeedbackCondition All(params FeedbackCondition[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        foreach (FeedbackCondition condition in conditions)
        {
            ArgumentNullException.ThrowIfNull(condition, nameof(conditions));
        }

        return conditions.Length > 0 ? new AllFeedbackCondition([.. conditions]) : throw new ArgumentException("At least one condition is needed.", nameof(conditions));
    }

    /// <summary>Says whether the condition holds.</summary>
    /// <param name="feedback">The feedback.</param>
    /// <returns>True when it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="feedback"/> is null.</exception>
    public bool Holds(CustomerFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return Evidence(feedback) is not null;
    }

    /// <inheritdoc/>
    public abstract bool Equals(FeedbackCondition? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as FeedbackCondition);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>What in the feedback makes the condition hold, or null when it does not.</summary>
    internal abstract string? Evidence(CustomerFeedback feedback);
}

namespace AfterSales.Domain.Satisfaction;

/// <summary>All of several conditions hold; see <see cref="FeedbackCondition.All"/>.</summary>
/// <remarks>Equality is of the conditions in their order. This type is immutable and thread-safe.</remarks>
public sealed class AllFeedbackCondition : FeedbackCondition
{
    internal AllFeedbackCondition(IReadOnlyList<FeedbackCondition> conditions) => Conditions = conditions;

    /// <summary>Gets the conditions.</summary>
    public IReadOnlyList<FeedbackCondition> Conditions { get; }

    /// <inheritdoc/>
    public override bool Equals(FeedbackCondition? other) => other is AllFeedbackCondition same && Conditions.SequenceEqual(same.Conditions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Conditions.Count, Conditions[0]);

    /// <summary>Returns the conditions, joined by "and".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(" and ", Conditions);

    internal override string? Evidence(CustomerFeedback feedback)
    {
        string?[] evidence = [.. Conditions.Select(condition => condition.Evidence(feedback))];
        return evidence.Any(one => one is null) ? null : string.Join(" and ", evidence);
    }
}

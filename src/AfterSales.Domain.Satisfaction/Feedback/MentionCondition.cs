namespace AfterSales.Domain.Satisfaction;

/// <summary>The words contain one of some texts; see <see cref="FeedbackCondition.Mentions"/>.</summary>
/// <remarks>Equality is of the texts in their order. This type is immutable and thread-safe.</remarks>
public sealed class MentionCondition : FeedbackCondition
{
    internal MentionCondition(IReadOnlyList<string> texts) => Texts = texts;

    /// <summary>Gets the texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <inheritdoc/>
    public override bool Equals(FeedbackCondition? other) => other is MentionCondition same && Texts.SequenceEqual(same.Texts, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Texts[0]);

    /// <summary>Returns the texts, as in "mentions scratched or 划痕".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"mentions {string.Join(" or ", Texts)}";

    internal override string? Evidence(CustomerFeedback feedback) =>
        Texts.FirstOrDefault(text => feedback.Words.Contains(text, StringComparison.OrdinalIgnoreCase)) is { } found ? $"\"{found}\"" : null;
}

using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Feedback with its class, priority, owner and due, and the rule that decided (R22).</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class ClassifiedFeedback : IFormattable
{
    private readonly string? _evidence;

    internal ClassifiedFeedback(CustomerFeedback feedback, FeedbackRule? rule, string? evidence)
    {
        Feedback = feedback;
        Rule = rule;
        _evidence = evidence;
    }

    /// <summary>Gets the feedback.</summary>
    public CustomerFeedback Feedback { get; }

    /// <summary>Gets the rule that decided, or null when none applied.</summary>
    public FeedbackRule? Rule { get; }

    /// <summary>Gets what it is about; <see cref="FeedbackTopic.Unclassified"/> when no rule applied.</summary>
    public FeedbackTopic Topic => Rule?.Topic ?? FeedbackTopic.Unclassified;

    /// <summary>Gets in which order it is handled; unclassified feedback is important but not urgent: somebody has to read it.</summary>
    public FeedbackPriority Priority => Rule?.Priority ?? FeedbackPriority.Second;

    /// <summary>Gets who handles it; empty when the host decides.</summary>
    public string Owner => Rule?.Owner ?? "";

    /// <summary>Gets by when it has to be handled and answered, or null without a limit.</summary>
    public Instant? Due => Rule?.Within is { } time ? Feedback.ReceivedAt + time : null;

    /// <summary>Returns class and reason in English, as in "quality, First: rule scratches ("划痕")".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns class and reason.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string because = Rule is null
            ? chinese ? "没有适用的规则" : "no rule applies"
            : chinese ? $"规则 {Rule.Name}（{_evidence}）" : $"rule {Rule.Name} ({_evidence})";
        return chinese ? $"{Topic}，{FollowUpWords.Chinese(Priority)}：{because}" : $"{Topic}, {Priority}: {because}";
    }
}

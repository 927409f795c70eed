using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>One line of the table that classes feedback: when, what about, how soon, by whom (R22).</summary>
/// <remarks>Equality is of all parts. This type is immutable and thread-safe.</remarks>
public sealed record FeedbackRule
{
    /// <summary>Makes a rule without an owner and a time.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'; it appears in results.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="topic">What the feedback is about then.</param>
    /// <param name="priority">In which order it is handled.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="when"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priority"/> is not one of the enumeration.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="topic"/> is the default value.</exception>
    public FeedbackRule(string name, FeedbackCondition when, FeedbackTopic topic, FeedbackPriority priority)
    {
        ArgumentNullException.ThrowIfNull(when);
        Name = NameRule.Checked(name, "feedback rule", nameof(name));
        When = when;
        Topic = FeedbackTopic.Named(topic.Name);
        Priority = priority is >= FeedbackPriority.First and <= FeedbackPriority.Fourth
            ? priority
            : throw new ArgumentOutOfRangeException(nameof(priority), priority, "Allowed are First, Second, Third and Fourth.");
        Owner = "";
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets when it applies.</summary>
    public FeedbackCondition When { get; }

    /// <summary>Gets what the feedback is about then.</summary>
    public FeedbackTopic Topic { get; }

    /// <summary>Gets in which order it is handled.</summary>
    public FeedbackPriority Priority { get; }

    /// <summary>Gets the id of the person or team that handles it; empty when the host decides.</summary>
    public string Owner { get; private init; }

    /// <summary>Gets how long handling may take, or null without a limit.</summary>
    public Duration? Within { get; private init; }

    /// <summary>Returns the rule with who handles the feedback.</summary>
    /// <param name="owner">The id of a person or team; not only white space.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is empty or only white space.</exception>
    public FeedbackRule OwnedBy(string owner)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        return this with { Owner = owner };
    }

    /// <summary>Returns the rule with how long handling may take.</summary>
    /// <param name="time">Clock time; positive.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive.</exception>
    public FeedbackRule HandledWithin(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero);
        return this with { Within = time };
    }

    /// <summary>Returns the rule, as in "scratches: mentions 划痕 → quality, Second".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {When} → {Topic}, {Priority}";
}

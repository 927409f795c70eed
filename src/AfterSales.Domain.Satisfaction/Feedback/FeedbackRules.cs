namespace AfterSales.Domain.Satisfaction;

/// <summary>The ordered table that classes feedback: the first rule that applies decides (R22).</summary>
/// <remarks>At most 1,000 rules. Equality is of the rules in their order. This type is immutable and thread-safe.</remarks>
public sealed class FeedbackRules : IEquatable<FeedbackRules>
{
    /// <summary>The largest number of rules.</summary>
    public const int MaximumRules = 1000;

    /// <summary>Makes a table.</summary>
    /// <param name="rules">At most 1,000 rules in order, no two with the same name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">Two rules have the same name, or there are more than 1,000.</exception>
    public FeedbackRules(IEnumerable<FeedbackRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = [.. rules];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (FeedbackRule rule in Rules)
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            if (!names.Add(rule.Name))
            {
                throw new ArgumentException($"Two rules have the name {rule.Name}; names must differ.", nameof(rules));
            }
        }

        if (Rules.Count > MaximumRules)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {Rules.Count} rules; at most {MaximumRules} are allowed."), nameof(rules));
        }
    }

    /// <summary>Gets the rules in order.</summary>
    public IReadOnlyList<FeedbackRule> Rules { get; }

    /// <summary>Classes feedback.</summary>
    /// <param name="feedback">The feedback.</param>
    /// <returns>Class, priority, owner and due, with the rule that decided; unclassified when none applies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="feedback"/> is null.</exception>
    public ClassifiedFeedback Classify(CustomerFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        foreach (FeedbackRule rule in Rules)
        {
            if (rule.When.Evidence(feedback) is { } evidence)
            {
                return new ClassifiedFeedback(feedback, rule, evidence);
            }
        }

        return new ClassifiedFeedback(feedback, null, null);
    }

    /// <summary>Says whether the rules are equal, in the same order.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(FeedbackRules? other) => other is not null && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeedbackRules);

    /// <inheritdoc/>
    public override int GetHashCode() => Rules.Count == 0 ? 0 : HashCode.Combine(Rules.Count, Rules[0]);

    /// <summary>Returns how many rules there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Rules.Count} feedback rules");
}

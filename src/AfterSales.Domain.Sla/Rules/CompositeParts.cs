using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The parts of <see cref="EarliestRule"/> and <see cref="LatestRule"/>: one or more, in the order given.</summary>
internal static class CompositeParts
{
    internal static DeadlineRule[] Checked(IEnumerable<DeadlineRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        DeadlineRule[] parts = [.. rules];
        if (parts.Length == 0)
        {
            throw new ArgumentException("At least one rule is needed.", nameof(rules));
        }

        foreach (DeadlineRule part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(rules));
        }

        return parts;
    }

    internal static int SizeOf(DeadlineRule rule, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(rule, parameterName);
        return rule.Size;
    }

    internal static int SizeOf(DeadlineRule[] parts) => 1 + parts.Sum(part => part.Size);

    internal static bool AreEqual(IReadOnlyList<DeadlineRule> left, IReadOnlyList<DeadlineRule> right) =>
        left.SequenceEqual(right, EqualityComparer<DeadlineRule>.Default);

    internal static int HashOf(string name, IReadOnlyList<DeadlineRule> parts)
    {
        HashCode hash = default;
        hash.Add(name, StringComparer.Ordinal);
        foreach (DeadlineRule part in parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <summary>The due chosen of all parts; a wait holds the whole while it holds one of them.</summary>
    internal static RuleOutcome Evaluate(
        DeadlineRule[] parts, Func<DueResult, DueResult, DueResult> choose, Instant start, BusinessCalendar calendar, in RuleFacts facts)
    {
        RuleOutcome result = parts[0].Evaluate(start, calendar, facts);
        for (int i = 1; i < parts.Length; i++)
        {
            RuleOutcome part = parts[i].Evaluate(start, calendar, facts);
            result = new RuleOutcome(
                choose(result.Due, part.Due),
                RuleOutcome.Later(result.HeldUntil, part.HeldUntil),
                RuleOutcome.Later(result.LastHold, part.LastHold));
        }

        return result;
    }

    internal static string Describe(IReadOnlyList<DeadlineRule> parts, bool chinese) =>
        string.Join(chinese ? "；" : "; ", parts.Select(part => DescribePart(part, chinese)));

    /// <summary>A rule within another: in brackets where it is made of two itself, so that one reads which belongs to which.</summary>
    internal static string DescribePart(DeadlineRule part, bool chinese) => part is not IfOpenRule ? part.Describe(chinese)
        : chinese ? $"（{part.Describe(true)}）"
        : $"({part.Describe(false)})";
}

using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Sla;

/// <summary>By when an objective wants its stop, for the requests that a condition holds for; or, for them, deliberately no deadline.</summary>
/// <remarks>An objective takes the first of its targets whose condition holds. Two are equal when all parts are. Immutable and thread-safe.</remarks>
public sealed class Target : IEquatable<Target>
{
    private Target(string name, RequestCondition when, DeadlineRule? rule, CalendarChoice calendar, string? exemptReason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(when);
        Name = name;
        When = when;
        Rule = rule;
        Calendar = calendar;
        ExemptReason = exemptReason;
    }

    /// <summary>Makes a target that counts by the clock; <see cref="On"/> gives it a calendar.</summary>
    /// <param name="name">The name that stands in results; unique within its objective.</param>
    /// <param name="when">Which requests it is for.</param>
    /// <param name="rule">By when.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public Target(string name, RequestCondition when, DeadlineRule rule)
        : this(name, when, rule, CalendarChoice.AlwaysOpen, exemptReason: null) => ArgumentNullException.ThrowIfNull(rule);

    /// <summary>Gets the name that stands in results.</summary>
    public string Name { get; }

    /// <summary>Gets which requests it is for.</summary>
    public RequestCondition When { get; }

    /// <summary>Gets by when; null for an exempt target.</summary>
    public DeadlineRule? Rule { get; }

    /// <summary>Gets which calendar it counts by.</summary>
    public CalendarChoice Calendar { get; }

    /// <summary>Gets why there is deliberately no deadline; null for a target with a rule.</summary>
    public string? ExemptReason { get; }

    /// <summary>Makes a target that deliberately sets no deadline.</summary>
    /// <param name="name">The name that stands in results; unique within its objective.</param>
    /// <param name="when">Which requests it is for.</param>
    /// <param name="reason">Why; it stands in results.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> or <paramref name="reason"/> is empty.</exception>
    public static Target Exempt(string name, RequestCondition when, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new Target(name, when, rule: null, CalendarChoice.AlwaysOpen, reason);
    }

    /// <summary>Says which calendar it counts by.</summary>
    /// <param name="calendar">The choice.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public Target On(CalendarChoice calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new Target(Name, When, Rule, calendar, ExemptReason);
    }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other target.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(Target? other) =>
        other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && When.Equals(other.When)
        && Equals(Rule, other.Rule)
        && Calendar.Equals(other.Calendar)
        && string.Equals(ExemptReason, other.ExemptReason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Target);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, When, Rule, Calendar, ExemptReason);

    /// <summary>Returns name, condition and rule.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Rule is null ? $"{Name}: {When} → exempt ({ExemptReason})" : $"{Name}: {When} → {Rule}, {Calendar}";
}

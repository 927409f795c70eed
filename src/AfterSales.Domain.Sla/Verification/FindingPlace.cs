namespace AfterSales.Domain.Sla;

/// <summary>Where in a policy a finding lies: an objective, one of its targets, or a calendar.</summary>
/// <remarks>Two are equal when all parts are. Immutable and thread-safe.</remarks>
public sealed class FindingPlace : IEquatable<FindingPlace>
{
    private FindingPlace(string? objective, string? target, string? calendar)
    {
        Objective = objective;
        Target = target;
        Calendar = calendar;
    }

    /// <summary>Gets the objective's name; null for a calendar.</summary>
    public string? Objective { get; }

    /// <summary>Gets the target's name; null when the finding is about the whole objective or a calendar.</summary>
    public string? Target { get; }

    /// <summary>Gets the calendar's name; null when the finding is about an objective.</summary>
    public string? Calendar { get; }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(FindingPlace? other) =>
        other is not null && string.Equals(Objective, other.Objective, StringComparison.Ordinal)
        && string.Equals(Target, other.Target, StringComparison.Ordinal) && string.Equals(Calendar, other.Calendar, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FindingPlace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Objective, Target, Calendar);

    /// <summary>Returns "objective / target", the objective or the calendar: what <see cref="SlaPolicy.Accepting"/> takes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Calendar ?? (Target is null ? Objective! : $"{Objective} / {Target}");

    internal static FindingPlace Of(Objective objective) => new(objective.Name, null, null);

    internal static FindingPlace Of(Objective objective, Target target) => new(objective.Name, target.Name, null);

    internal static FindingPlace OfCalendar(string name) => new(null, null, name);

    internal static FindingPlace Named(string where) => new(where, null, null);

    /// <summary>Whether a place by name is this one or holds it.</summary>
    internal bool IsWithin(string where) =>
        string.Equals(ToString(), where, StringComparison.Ordinal) || string.Equals(Objective, where, StringComparison.Ordinal);
}

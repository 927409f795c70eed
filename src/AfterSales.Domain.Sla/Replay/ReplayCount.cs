namespace AfterSales.Domain.Sla;

/// <summary>How many cycles of an objective had an outcome in one slice of a breakdown: a row of a <see cref="ReplaySnapshot"/>.</summary>
/// <remarks>Two are equal when all parts are. Immutable and thread-safe.</remarks>
public sealed class ReplayCount : IEquatable<ReplayCount>
{
    /// <summary>The breakdown by target; the key is the target's name, or empty for requests without one.</summary>
    public const string ByTarget = "target";

    /// <summary>The breakdown by the hour of the due; the key is the hour in the plan's zone, as in "2026-03-31T09".</summary>
    public const string ByHour = "hour";

    /// <summary>How many cycles one row may count: so few that all rows of a snapshot add up.</summary>
    public const long MaximumCount = 1_000_000_000_000;

    /// <summary>Makes a row.</summary>
    /// <param name="breakdown"><see cref="ByTarget"/>, <see cref="ByHour"/>, or "by " and the name of a dimension of the plan; the key then is its value, or empty when it was not given.</param>
    /// <param name="key">The slice.</param>
    /// <param name="objective">The objective's name.</param>
    /// <param name="outcomes">How many cycles had each outcome, in the order of <see cref="CycleOutcome"/>; each from 0 to <see cref="MaximumCount"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="outcomes"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="breakdown"/> or <paramref name="objective"/> is empty, or there are not as many numbers as outcomes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public ReplayCount(string breakdown, string key, string objective, IEnumerable<long> outcomes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(breakdown);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(objective);
        ArgumentNullException.ThrowIfNull(outcomes);
        Breakdown = breakdown;
        Key = key;
        Objective = objective;
        Outcomes = Array.AsReadOnly<long>([.. outcomes]);
        if (Outcomes.Count != AttainmentRow.Outcomes)
        {
            throw new ArgumentException($"Allowed are {AttainmentRow.Outcomes} numbers, one for each outcome.", nameof(outcomes));
        }

        foreach (long count in Outcomes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(outcomes));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaximumCount, nameof(outcomes));
        }
    }

    /// <summary>Gets by what cycles are broken down.</summary>
    public string Breakdown { get; }

    /// <summary>Gets the slice.</summary>
    public string Key { get; }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets how many cycles had each outcome, in the order of <see cref="CycleOutcome"/>.</summary>
    public IReadOnlyList<long> Outcomes { get; }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other row.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(ReplayCount? other) =>
        other is not null && string.Equals(Breakdown, other.Breakdown, StringComparison.Ordinal) && string.Equals(Key, other.Key, StringComparison.Ordinal)
        && string.Equals(Objective, other.Objective, StringComparison.Ordinal) && Outcomes.SequenceEqual(other.Outcomes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReplayCount);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Breakdown, Key, Objective);

    /// <summary>Returns breakdown, slice, objective and numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Breakdown} {Key}: {Objective} {string.Join(", ", Outcomes)}";
}

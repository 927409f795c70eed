namespace AfterSales.Domain.Routing;

/// <summary>What an item that has waited for some time no longer insists on. Steps only widen: whom one step admits, every later step admits.</summary>
/// <remarks>
/// A step adds to all steps before it. Being at work, exclusion, required skills and languages, capacity and a provider's contract are never dropped.
/// Two steps are equal when name, time and everything that they widen are. This type is immutable; each verb returns a changed copy.
/// </remarks>
public sealed class RelaxationStep : IEquatable<RelaxationStep>
{
    private readonly SortedSet<string> _dropped;

    private RelaxationStep(RelaxationStep source, SortedSet<string> dropped)
    {
        Name = source.Name;
        After = source.After;
        RingsAdded = source.RingsAdded;
        GradesAdded = source.GradesAdded;
        AllowsProviders = source.AllowsProviders;
        _dropped = dropped;
    }

    /// <summary>Makes a step that widens nothing yet.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'; it appears in results.</param>
    /// <param name="after">How long an item has waited when the step comes into force, from 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative.</exception>
    public RelaxationStep(string name, Duration after)
    {
        Name = NameRule.Checked(name, "relaxation step", nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(after, Duration.Zero);
        After = after;
        _dropped = new(StringComparer.Ordinal);
    }

    /// <summary>Gets the step that every policy begins with: nothing is widened.</summary>
    public static RelaxationStep Strict { get; } = new("strict", Duration.Zero);

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets how long an item has waited when the step comes into force.</summary>
    public Duration After { get; }

    /// <summary>Gets the groups of preferred skills that are no longer required, ordered by name.</summary>
    public IReadOnlyList<string> DroppedGroups => [.. _dropped];

    /// <summary>Gets how many rings of regions are added.</summary>
    public int RingsAdded { get; private init; }

    /// <summary>Gets how many grades above the highest are added.</summary>
    public int GradesAdded { get; private init; }

    /// <summary>Gets a value indicating whether providers' people are admitted, where the item may be outsourced.</summary>
    public bool AllowsProviders { get; private init; }

    /// <summary>Returns a step that drops a group of preferred skills.</summary>
    /// <param name="group">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="group"/> has other characters or another length.</exception>
    public RelaxationStep Dropping(string group) =>
        new(this, new(_dropped, StringComparer.Ordinal) { NameRule.Checked(group, "drop group", nameof(group)) });

    /// <summary>Returns a step that adds the next ring of regions.</summary>
    /// <returns>The changed copy.</returns>
    public RelaxationStep AddingRing() => new(this, _dropped) { RingsAdded = RingsAdded + 1 };

    /// <summary>Returns a step that adds the grade above the highest.</summary>
    /// <returns>The changed copy.</returns>
    public RelaxationStep AddingGrade() => new(this, _dropped) { GradesAdded = GradesAdded + 1 };

    /// <summary>Returns a step that admits providers' people, where the item may be outsourced.</summary>
    /// <returns>The changed copy.</returns>
    public RelaxationStep AllowingProviders() => new(this, _dropped) { AllowsProviders = true };

    /// <summary>Says whether both steps widen the same at the same time under the same name.</summary>
    /// <param name="other">The other step.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(RelaxationStep? other) => other is not null
        && (After, RingsAdded, GradesAdded, AllowsProviders) == (other.After, other.RingsAdded, other.GradesAdded, other.AllowsProviders)
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && _dropped.SequenceEqual(other._dropped, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RelaxationStep);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(After, RingsAdded, GradesAdded, AllowsProviders, StringComparer.Ordinal.GetHashCode(Name));

    /// <summary>Returns name, time and what is widened, as in "wider after 0:15:00: drop dialect, 1 more ring, providers".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        List<string> widened = [.. _dropped.Select(group => $"drop {group}")];
        if (RingsAdded > 0)
        {
            widened.Add(FormattableString.Invariant($"{RingsAdded} more {(RingsAdded == 1 ? "ring" : "rings")}"));
        }

        if (GradesAdded > 0)
        {
            widened.Add(FormattableString.Invariant($"{GradesAdded} more {(GradesAdded == 1 ? "grade" : "grades")}"));
        }

        if (AllowsProviders)
        {
            widened.Add("providers");
        }

        string after = After == Duration.Zero ? "" : $" after {RoutingWords.Text(After)}";
        return $"{Name}{after}: {(widened.Count == 0 ? "nothing widened" : string.Join(", ", widened))}";
    }
}

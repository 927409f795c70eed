namespace AfterSales.Domain.Routing;

/// <summary>Whom a severity takes: one technician, or a team (R14).</summary>
/// <remarks>A closed set: <see cref="SingleStaffing"/> and <see cref="TeamStaffing"/>. Two patterns are equal when kind, grades, numbers and roles are. Immutable.</remarks>
public abstract class StaffingPattern : IEquatable<StaffingPattern>
{
    private readonly Role[] _tell;

    private protected StaffingPattern(Role[] tell) => _tell = tell;

    /// <summary>Gets the pattern of one technician of any grade.</summary>
    public static SingleStaffing Anyone { get; } = new(GradeSet.Any, guides: null, []);

    /// <summary>Gets who is to be told at once.</summary>
    public IReadOnlyList<Role> Tell => Array.AsReadOnly(_tell);

    /// <summary>Gets every grade that it takes, the lead's and the experts' alike.</summary>
    internal abstract GradeSet Staffed { get; }

    /// <summary>Gets what it does not ask of each technician: skills and languages a team has as a whole.</summary>
    internal abstract Leniency Waived { get; }

    private protected Role[] TellArray => _tell;

    /// <summary>Makes the pattern of one technician.</summary>
    /// <param name="grades">The grades that will do.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="grades"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no grade, or one is not a grade.</exception>
    public static SingleStaffing One(params Grade[] grades) => new(GradeSet.Of(grades, nameof(grades)), guides: null, []);

    /// <summary>Makes the pattern of an emergency team: a lead, and experts who add the skills that are missing.</summary>
    /// <param name="leads">The grades that may lead.</param>
    /// <param name="experts">The grades that may join.</param>
    /// <param name="minimumExperts">How many join even when no skill is missing, from 0.</param>
    /// <param name="maximumExperts">How many may join, up to 16.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="leads"/> or <paramref name="experts"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no grade in a list, or one is not a grade.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the minimum is above the maximum.</exception>
    public static TeamStaffing Team(IEnumerable<Grade> leads, IEnumerable<Grade> experts, int minimumExperts, int maximumExperts) =>
        new(GradeSet.Of(leads, nameof(leads)), GradeSet.Of(experts, nameof(experts)), TeamStaffing.Checked(minimumExperts, maximumExperts), []);

    /// <summary>Says whether both patterns take the same people.</summary>
    /// <param name="other">The other pattern.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(StaffingPattern? other) =>
        ReferenceEquals(this, other) || (other is not null && GetType() == other.GetType() && _tell.AsSpan().SequenceEqual(other._tell) && SameAs(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StaffingPattern);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Every grade that it takes at a step.</summary>
    internal abstract GradeSet AllowedAt(StepRules step);

    private protected abstract bool SameAs(StaffingPattern other);

    private protected string ToldSuffix() => _tell.Length == 0 ? "" : $"; tell {string.Join(", ", _tell)} at once";

    private protected static Role[] Joined(Role[] present, Role[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return [.. present.Concat(roles.Select(role => Role.Named(role.Name))).Distinct()];
    }
}

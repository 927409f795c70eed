using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>A row of a lifecycle's table: from which state, by which trigger, to which state; who may, under which guards, what must be given, what changes.</summary>
/// <remarks>
/// Without <see cref="By"/> every role may. Effects apply in their order. Two transitions are equal when all parts are, guards by name. This type is
/// immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed class Transition : IEquatable<Transition>
{
    private ValueList<Role> _roles = ValueList<Role>.Empty;
    private ValueList<Guard> _guards = ValueList<Guard>.Empty;
    private ValueList<ActionDetail> _needs = ValueList<ActionDetail>.Empty;
    private ValueList<TransitionEffect> _effects = ValueList<TransitionEffect>.Empty;

    /// <summary>Makes a transition that every role may do.</summary>
    /// <param name="from">The name of the state that it leaves.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="to">The name of the state that it enters; the same one for an action that only notes something.</param>
    /// <exception cref="ArgumentNullException"><paramref name="from"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException">A name is none, <paramref name="trigger"/> is the default value, or it is <see cref="Tickets.Trigger.Open"/>.</exception>
    public Transition(string from, Trigger trigger, string to)
    {
        From = NameRule.Checked(from, "state", nameof(from));
        To = NameRule.Checked(to, "state", nameof(to));
        Trigger = !trigger.IsDefault && trigger != Trigger.Open
            ? trigger
            : throw new ArgumentException("A transition needs a trigger; the default value names none, and \"open\" opens a ticket.", nameof(trigger));
    }

    private Transition(Transition source)
    {
        From = source.From;
        To = source.To;
        Trigger = source.Trigger;
        _roles = source._roles;
        _guards = source._guards;
        _needs = source._needs;
        _effects = source._effects;
    }

    /// <summary>Gets the name of the state that it leaves.</summary>
    public string From { get; }

    /// <summary>Gets the trigger.</summary>
    public Trigger Trigger { get; }

    /// <summary>Gets the name of the state that it enters.</summary>
    public string To { get; }

    /// <summary>Gets who may; empty for every role.</summary>
    public IReadOnlyList<Role> Roles => _roles;

    /// <summary>Gets the guards, all of which must be met.</summary>
    public IReadOnlyList<Guard> Guards => _guards;

    /// <summary>Gets what must be given.</summary>
    public IReadOnlyList<ActionDetail> Needs => _needs;

    /// <summary>Gets what changes besides the state, in order.</summary>
    public IReadOnlyList<TransitionEffect> Effects => _effects;

    /// <summary>Returns a copy that these roles may do, besides those that may already.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roles"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A role is the default value.</exception>
    public Transition By(params Role[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return new(this) { _roles = ValueList<Role>.Of(_roles.Concat(roles.Select(role => Role.Named(role.Name))).Distinct()) };
    }

    /// <summary>Returns a copy with more guards.</summary>
    /// <param name="guards">The guards, all of which must be met.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="guards"/> or one of them is null.</exception>
    public Transition When(params Guard[] guards)
    {
        ArgumentNullException.ThrowIfNull(guards);
        return Array.Exists(guards, guard => guard is null)
            ? throw new ArgumentNullException(nameof(guards), "One of the guards is null.")
            : new(this) { _guards = ValueList<Guard>.Of(_guards.Concat(guards).Distinct()) };
    }

    /// <summary>Returns a copy for which more must be given.</summary>
    /// <param name="details">What must be given.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="details"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A detail is the default value.</exception>
    public Transition Needing(params ActionDetail[] details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new(this) { _needs = ValueList<ActionDetail>.Of(_needs.Concat(details.Select(detail => ActionDetail.Named(detail.Name))).Distinct()) };
    }

    /// <summary>Returns a copy that changes more. What an effect reads must be given: lines, link, level and so on are added to <see cref="Needs"/>.</summary>
    /// <param name="effects">The effects, after those that it has.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="effects"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An effect is not one of the enumeration.</exception>
    public Transition Doing(params TransitionEffect[] effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        foreach (TransitionEffect effect in effects)
        {
            if (effect is < TransitionEffect.Assign or > TransitionEffect.SendBackLines)
            {
                throw new ArgumentOutOfRangeException(nameof(effects), effect, "An effect is not one of the enumeration.");
            }
        }

        return new Transition(this) { _effects = ValueList<TransitionEffect>.Of(_effects.Concat(effects)) }
            .Needing([.. effects.SelectMany(NeededBy)]);
    }

    /// <summary>Says whether the role may do it.</summary>
    /// <param name="role">The role.</param>
    /// <returns>True when it is one of <see cref="Roles"/>, or these are empty.</returns>
    public bool Allows(Role role)
    {
        for (int i = 0; i < _roles.Count; i++)
        {
            if (_roles[i] == role)
            {
                return true;
            }
        }

        return _roles.Count == 0;
    }

    /// <summary>Says whether all parts are equal, guards by name.</summary>
    /// <param name="other">The other transition.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Transition? other) => other is not null
        && (From, Trigger, To) == (other.From, other.Trigger, other.To)
        && _roles.Equals(other._roles) && _guards.Equals(other._guards) && _needs.Equals(other._needs) && _effects.Equals(other._effects);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Transition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, Trigger, To, _roles, _guards, _needs, _effects);

    /// <summary>Returns the row: "repaired –accept-work→ accepted-by-customer (customer)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{From} –{Trigger}→ {To}{(_roles.Count == 0 ? "" : $" ({string.Join(", ", _roles)})")}";

    private static IEnumerable<ActionDetail> NeededBy(TransitionEffect effect) => effect switch
    {
        TransitionEffect.Assign => [ActionDetail.Assignee],
        TransitionEffect.SetTeam => [ActionDetail.Team],
        TransitionEffect.CountReopen => [ActionDetail.Reason],
        TransitionEffect.Reclassify => [ActionDetail.Request],
        TransitionEffect.SetVisit or TransitionEffect.SetExpiry => [ActionDetail.Time],
        TransitionEffect.LinkMerged or TransitionEffect.LinkConverted => [ActionDetail.Link],
        >= TransitionEffect.ApproveLines => [ActionDetail.Lines],
        _ => [],
    };
}

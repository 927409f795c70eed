namespace AfterSales.Domain.Tickets;

/// <summary>What can happen to a ticket, as a table: states, and transitions that say who may, under which guards, what must be given and what changes.</summary>
/// <remarks>
/// A lifecycle is data: it can be printed, compared, verified, drawn and extended. The first state is where a ticket begins. At most 256 states and 4,096
/// transitions. Two lifecycles are equal when name, states, transitions and terms are, in the same order. This type is immutable and safe for use by several
/// threads; each verb returns a changed copy.
/// </remarks>
public sealed class Lifecycle : IEquatable<Lifecycle>
{
    /// <summary>How many states a lifecycle may have.</summary>
    public const int MaximumStates = 256;

    /// <summary>How many transitions a lifecycle may have.</summary>
    public const int MaximumTransitions = 4096;

    private readonly ValueList<LifecycleState> _states;
    private readonly ValueList<Transition> _transitions;
    private readonly Dictionary<string, StateNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<Trigger> _triggers;

    /// <summary>Makes a lifecycle with the standard terms.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="states">At least one state; a ticket begins in the first.</param>
    /// <param name="transitions">The rows of the table. Where several leave one state by one trigger, the first whose role and guards fit is taken.</param>
    /// <exception cref="ArgumentNullException">An argument or an item is null.</exception>
    /// <exception cref="ArgumentException">
    /// The name is none; there is no state, or the first one is closed; a state is named twice; a transition names a state that is not there; there are too many.
    /// </exception>
    public Lifecycle(string name, IEnumerable<LifecycleState> states, IEnumerable<Transition> transitions)
        : this(name, states, transitions, LifecycleTerms.Standard)
    {
    }

    private Lifecycle(string name, IEnumerable<LifecycleState> states, IEnumerable<Transition> transitions, LifecycleTerms terms)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(transitions);
        Name = NameRule.Checked(name, "lifecycle", nameof(name));
        Terms = terms;
        _states = ValueList<LifecycleState>.Of(states);
        _transitions = ValueList<Transition>.Of(transitions);
        CheckSizes(states, transitions);
        foreach (LifecycleState state in _states)
        {
            ArgumentNullException.ThrowIfNull(state, nameof(states));
            if (!_nodes.TryAdd(state.Name, new StateNode(state)))
            {
                throw new ArgumentException($"The lifecycle {name} names the state {state.Name} twice.", nameof(states));
            }
        }

        _triggers = [.. _transitions.Select(transition => (transition ?? throw new ArgumentNullException(nameof(transitions))).Trigger)];
        foreach (StateNode node in _nodes.Values)
        {
            node.Edges = [.. _transitions
                .Where(transition => string.Equals(transition.From, node.State.Name, StringComparison.Ordinal))
                .Select(transition => new StateNode.Edge(transition, Known(transition.To, transition)))];
        }

        foreach (Transition transition in _transitions)
        {
            Known(transition.From, transition);
        }
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the states; a ticket begins in the first.</summary>
    public IReadOnlyList<LifecycleState> States => _states;

    /// <summary>Gets the rows of the table.</summary>
    public IReadOnlyList<Transition> Transitions => _transitions;

    /// <summary>Gets the windows, limits and counts that the guards ask for.</summary>
    public LifecycleTerms Terms { get; }

    /// <summary>Gets each trigger of the table once, in the order of the rows.</summary>
    public IReadOnlyList<Trigger> Triggers => [.. _transitions.Select(transition => transition.Trigger).Distinct()];

    internal StateNode Initial => _nodes[_states[0].Name];

    /// <summary>Returns a copy under another name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public Lifecycle Named(string name) => new(name, _states, _transitions, Terms);

    /// <summary>Returns a copy on other terms.</summary>
    /// <param name="terms">The windows, limits and counts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is null.</exception>
    public Lifecycle With(LifecycleTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new(Name, _states, _transitions, terms);
    }

    /// <summary>Returns a copy with one more state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentException">There is a state of that name, or there are 256 already.</exception>
    public Lifecycle With(LifecycleState state) => new(Name, _states.Append(state), _transitions, Terms);

    /// <summary>Returns a copy with one more row, after the others.</summary>
    /// <param name="transition">The row, between states that are there.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transition"/> is null.</exception>
    /// <exception cref="ArgumentException">It names a state that is not there, or there are 4,096 already.</exception>
    public Lifecycle With(Transition transition) => new(Name, _states, _transitions.Append(transition), Terms);

    /// <summary>Returns a copy without the rows of one trigger from one state.</summary>
    /// <param name="from">The name of the state.</param>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">There is no such row: a misspelt name would else go unnoticed.</exception>
    public Lifecycle Without(string from, Trigger trigger)
    {
        Transition[] kept = [.. _transitions.Where(transition => transition.Trigger != trigger || !string.Equals(transition.From, from, StringComparison.Ordinal))];
        return kept.Length < _transitions.Count
            ? new(Name, _states, kept, Terms)
            : throw new ArgumentException($"The lifecycle {Name} has no transition from {from} by {trigger}.", nameof(trigger));
    }

    /// <summary>Finds a state by its name.</summary>
    /// <param name="name">The name; any text is allowed.</param>
    /// <returns>The state, or null when there is none of that name.</returns>
    public LifecycleState? FindState(string? name) => Node(name)?.State;

    /// <summary>Gets the rows that leave a state, in order.</summary>
    /// <param name="state">The name of the state.</param>
    /// <returns>The rows; empty for a state that is not there.</returns>
    public IReadOnlyList<Transition> TransitionsFrom(string? state) => Node(state) is { } node ? [.. node.Edges.Select(edge => edge.Transition)] : [];

    /// <summary>Finds what is wrong with the table: see <see cref="LifecycleFindingCode"/>.</summary>
    /// <returns>The findings, in the order of the codes and then of the table; empty when nothing is wrong.</returns>
    public IReadOnlyList<LifecycleFinding> Verify() => LifecycleVerification.Of(this);

    /// <summary>Draws the table as a Mermaid state diagram.</summary>
    /// <returns>The text, lines separated by '\n'; the same for equal lifecycles.</returns>
    public string ToMermaid() => MermaidDiagram.Of(this);

    /// <summary>Writes the table for people to review: for each state each row, and the triggers that are refused there.</summary>
    /// <returns>The text, lines separated by '\n'; the same for equal lifecycles.</returns>
    public string ToTable() => LifecycleTable.Of(this);

    /// <summary>Says whether name, states, transitions and terms are equal.</summary>
    /// <param name="other">The other lifecycle.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Lifecycle? other) => ReferenceEquals(this, other) || (other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Terms.Equals(other.Terms) && _states.Equals(other._states) && _transitions.Equals(other._transitions));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Lifecycle);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Terms, _states.Count, _transitions.Count);

    /// <summary>Returns the name and the size: "repair: 20 states, 80 transitions".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name}: {_states.Count} states, {_transitions.Count} transitions");

    internal bool Knows(Trigger trigger) => _triggers.Contains(trigger);

    internal StateNode? Node(string? name) => name is not null && _nodes.TryGetValue(name, out StateNode? node) ? node : null;

    private StateNode Known(string state, Transition transition) => Node(state)
        ?? throw new ArgumentException($"The transition {transition} names the state {state}, which the lifecycle {Name} does not have.", nameof(transition));

    private void CheckSizes(IEnumerable<LifecycleState> states, IEnumerable<Transition> transitions)
    {
        if (_states.Count == 0 || (_states[0] is { IsClosed: true }))
        {
            throw new ArgumentException($"The lifecycle {Name} needs a first state in which a ticket begins, and that is not closed.", nameof(states));
        }

        if (_states.Count > MaximumStates || _transitions.Count > MaximumTransitions)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The lifecycle {Name} has {_states.Count} states and {_transitions.Count} transitions; at most {MaximumStates} and {MaximumTransitions} are allowed."),
                nameof(transitions));
        }
    }
}

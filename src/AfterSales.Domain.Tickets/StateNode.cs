namespace AfterSales.Domain.Tickets;

/// <summary>A state with its outgoing rows, resolved once, so that applying an action is a short scan.</summary>
internal sealed class StateNode
{
    internal StateNode(LifecycleState state) => State = state;

    internal LifecycleState State { get; }

    /// <summary>Gets or sets the rows that leave the state; set once, before the lifecycle is published.</summary>
    internal Edge[] Edges { get; set; } = [];

    /// <summary>A row with the state that it enters.</summary>
    internal sealed class Edge
    {
        private readonly TransitionEffect[] _effects;
        private readonly Guard[] _guards;
        private readonly ActionDetail[] _needs;

        internal Edge(Transition transition, StateNode to)
        {
            Transition = transition;
            To = to;
            _effects = [.. transition.Effects];
            _guards = [.. transition.Guards];
            _needs = [.. transition.Needs];
        }

        internal Transition Transition { get; }

        internal StateNode To { get; }

        internal ReadOnlySpan<TransitionEffect> Effects => _effects;

        internal ReadOnlySpan<Guard> Guards => _guards;

        internal ReadOnlySpan<ActionDetail> Needs => _needs;
    }
}

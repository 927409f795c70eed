using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>A state with its outgoing rows, resolved once, so that applying an action is a short scan.</summary>
internal sealed class StateNode
{
    internal StateNode(LifecycleState state) => State = state;

    internal LifecycleState State { get; }

    /// <summary>Gets or sets the rows that leave the state; set once, before the lifecycle is published.</summary>
    internal Edge[] Edges { get; set; } = [];

    /// <summary>A row with the state that it enters, laid out for the scan: no list behind an interface, no look-up of a name.</summary>
    internal sealed class Edge
    {
        private readonly TransitionEffect[] _effects;
        private readonly Guard[] _guards;
        private readonly Role[] _roles;
        private readonly ActionDetail[] _otherNeeds;
        private readonly int _needs;

        internal Edge(Transition transition, StateNode to)
        {
            Transition = transition;
            Trigger = transition.Trigger;
            To = to;
            _roles = [.. transition.Roles];
            _effects = [.. transition.Effects];
            _guards = [.. transition.Guards];
            _needs = transition.Needs.Aggregate(0, (mask, detail) => mask | TicketAction.MaskOf(detail));
            _otherNeeds = [.. transition.Needs.Where(detail => TicketAction.MaskOf(detail) == 0)];
        }

        internal Transition Transition { get; }

        internal Trigger Trigger { get; }

        internal StateNode To { get; }

        internal ReadOnlySpan<TransitionEffect> Effects => _effects;

        internal ReadOnlySpan<Guard> Guards => _guards;

        internal bool Allows(Role role)
        {
            foreach (Role allowed in _roles)
            {
                if (allowed == role)
                {
                    return true;
                }
            }

            return _roles.Length == 0;
        }

        internal bool HasAll(TicketAction action)
        {
            foreach (ActionDetail detail in _otherNeeds)
            {
                if (!action.Has(detail))
                {
                    return false;
                }
            }

            return _needs == 0 || (_needs & ~action.GivenMask) == 0;
        }
    }
}

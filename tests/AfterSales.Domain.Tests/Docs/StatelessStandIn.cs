namespace AfterSales.Domain.Tests.Docs.Stateless;

/// <summary>
/// Stands in for the package Stateless, which is not on the feed: the five members that docs/stateless-machine.md uses, with its signatures and its rule that at most one
/// guard of a trigger may hold.
/// </summary>
internal sealed class StateMachine<TState, TTrigger>(TState initialState)
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateConfiguration> _states = [];

    public TState State { get; private set; } = initialState;

    public StateConfiguration Configure(TState state)
    {
        if (!_states.TryGetValue(state, out StateConfiguration? configuration))
        {
            _states[state] = configuration = new StateConfiguration(state);
        }

        return configuration;
    }

    public void Fire(TTrigger trigger)
    {
        (TTrigger Trigger, TState To, Func<bool> Guard, string Description)[] possible = [.. Configure(State).Rows.Where(row => row.Trigger.Equals(trigger) && row.Guard())];
        State = possible.Length switch
        {
            0 => throw new InvalidOperationException($"No valid leaving transitions are permitted from state '{State}' for trigger '{trigger}'."),
            1 => possible[0].To,
            _ => throw new InvalidOperationException($"Multiple permitted exit transitions are configured from state '{State}' for trigger '{trigger}'."),
        };
    }

    internal sealed class StateConfiguration(TState state)
    {
        public List<(TTrigger Trigger, TState To, Func<bool> Guard, string Description)> Rows { get; } = [];

        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string guardDescription)
        {
            Rows.Add((trigger, destinationState, guard, guardDescription));
            return this;
        }

        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string guardDescription) => PermitIf(trigger, state, guard, guardDescription);
    }
}

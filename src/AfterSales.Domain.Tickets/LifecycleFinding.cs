namespace AfterSales.Domain.Tickets;

/// <summary>Something that is wrong with a lifecycle's table.</summary>
/// <remarks>Two findings are equal when code, state and transitions are. This type is immutable.</remarks>
public sealed class LifecycleFinding : IEquatable<LifecycleFinding>, IFormattable
{
    private readonly ValueList<Transition> _transitions;

    internal LifecycleFinding(LifecycleFindingCode code, string state, params Transition[] transitions)
    {
        Code = code;
        State = state;
        _transitions = ValueList<Transition>.Of(transitions);
    }

    /// <summary>Gets what is wrong.</summary>
    public LifecycleFindingCode Code { get; }

    /// <summary>Gets the state where.</summary>
    public string State { get; }

    /// <summary>Gets the transitions concerned: one that leaves a closed state, two that can fire at once, none otherwise.</summary>
    public IReadOnlyList<Transition> Transitions => _transitions;

    /// <summary>Says whether code, state and transitions are equal.</summary>
    /// <param name="other">The other finding.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(LifecycleFinding? other) =>
        other is not null && Code == other.Code && string.Equals(State, other.State, StringComparison.Ordinal) && _transitions.Equals(other._transitions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LifecycleFinding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, State);

    /// <summary>Returns the finding as an English sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the finding as a sentence.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string rows = string.Join(chinese ? "与" : " and ", _transitions);
        return (Code, chinese) switch
        {
            (LifecycleFindingCode.Unreachable, false) => $"{State} cannot be reached from the first state",
            (LifecycleFindingCode.Unreachable, true) => $"从初始状态无法到达{State}",
            (LifecycleFindingCode.CannotClose, false) => $"from {State} no closed state can be reached",
            (LifecycleFindingCode.CannotClose, true) => $"从{State}无法到达任何关闭状态",
            (LifecycleFindingCode.WaitsForever, false) => $"{State} waits, and nothing leads out of it",
            (LifecycleFindingCode.WaitsForever, true) => $"{State}是等待状态，但没有出口",
            (LifecycleFindingCode.LeavesClosed, false) => $"{State} is closed, yet {rows} leaves it",
            (LifecycleFindingCode.LeavesClosed, true) => $"{State}已关闭，却有{rows}离开该状态",
            (_, false) => $"in {State}, {rows} can fire at once",
            _ => $"在{State}中，{rows}可能同时触发",
        };
    }
}

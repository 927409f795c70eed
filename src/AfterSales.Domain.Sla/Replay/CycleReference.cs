namespace AfterSales.Domain.Sla;

/// <summary>A cycle by what finds it again: the ticket's history, the objective, and the event that started it.</summary>
/// <remarks>Histories and the rest go to documents; the cycle itself is computed from them. Equality is by reference. Immutable and thread-safe.</remarks>
public sealed class CycleReference
{
    /// <summary>Makes a reference.</summary>
    /// <param name="history">What happened to the ticket.</param>
    /// <param name="objective">The objective's name; not empty.</param>
    /// <param name="startedBy">The event that started the cycle; for one that a reclassification or a reopening started, that event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is empty.</exception>
    public CycleReference(SlaHistory history, string objective, EventId startedBy)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentException.ThrowIfNullOrWhiteSpace(objective);
        History = history;
        Objective = objective;
        StartedBy = startedBy;
    }

    /// <summary>Gets what happened to the ticket.</summary>
    public SlaHistory History { get; }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets the event that started the cycle.</summary>
    public EventId StartedBy { get; }

    /// <summary>Returns the opening event, the objective and the start event.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{History.Events[0].Id}: {Objective}, started by {StartedBy}";

    internal static CycleReference Of(SlaHistory history, SlaCycle cycle) => new(history, cycle.Objective.Name, cycle.StartedBy);

    /// <exception cref="ArgumentException">The policy has no such cycle as the plan sees it.</exception>
    internal SlaCycle Found(SlaPolicy policy, ReplayPlan plan) =>
        policy.Track(History, plan.SeenFrom).Objectives.FirstOrDefault(one => string.Equals(one.Objective.Name, Objective, StringComparison.Ordinal))?.Cycles.FirstOrDefault(one => one.StartedBy == StartedBy)
        ?? throw new ArgumentException($"The policy {policy.Name} v{policy.Version} has no cycle of \"{Objective}\" started by {StartedBy} as of {plan.SeenFrom}.", nameof(policy));
}

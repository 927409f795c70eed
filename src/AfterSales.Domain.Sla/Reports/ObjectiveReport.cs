namespace AfterSales.Domain.Sla;

/// <summary>All cycles of one objective for one ticket, as seen from an instant.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ObjectiveReport
{
    internal ObjectiveReport(Objective objective, IReadOnlyList<SlaCycle> cycles)
    {
        Objective = objective;
        Cycles = cycles;
    }

    /// <summary>Gets the objective.</summary>
    public Objective Objective { get; }

    /// <summary>Gets the cycles in the order of their starts; empty when it has not started, or is not for such requests.</summary>
    public IReadOnlyList<SlaCycle> Cycles { get; }

    /// <summary>Gets the last cycle; null when there is none.</summary>
    public SlaCycle? Current => Cycles.Count == 0 ? null : Cycles[Cycles.Count - 1];

    /// <summary>Returns the objective's name and the state of its last cycle.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Current is null ? $"{Objective.Name}: no clock" : $"{Objective.Name}: {Current.State}";
}

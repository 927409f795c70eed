using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Sla;

/// <summary>How many cycles of one target were met, missed or neither.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AttainmentRow
{
    internal const int Outcomes = (int)CycleOutcome.NotCovered + 1;

    private readonly long[] _counts;

    internal AttainmentRow(string objective, string target, long[] counts)
    {
        Objective = objective;
        Target = target;
        _counts = [.. counts];
    }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets the target's name; empty for requests that no target holds for.</summary>
    public string Target { get; }

    /// <summary>Gets the number of cycles.</summary>
    public long Total => _counts.Sum();

    /// <summary>Gets met / (met + missed), with its interval; cycles still open, undated, cancelled, ended, exempt or not covered are in neither.</summary>
    public Share Attainment => new(this[CycleOutcome.Met], this[CycleOutcome.Met] + this[CycleOutcome.Missed]);

    /// <summary>Gets the number of cycles with an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The number; zero or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not one of the enumeration.</exception>
    public long this[CycleOutcome outcome] => outcome is >= CycleOutcome.Met and <= CycleOutcome.NotCovered
        ? _counts[(int)outcome]
        : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Allowed are the values from Met to NotCovered.");

    /// <summary>Tells how a cycle is counted.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cycle"/> is null.</exception>
    public static CycleOutcome OutcomeOf(SlaCycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.State switch
        {
            MetState => CycleOutcome.Met,
            BreachedState => CycleOutcome.Missed,
            RunningState { Due.IsSet: false } => CycleOutcome.Undated,
            RunningState or PausedState => CycleOutcome.Open,
            CancelledState => CycleOutcome.Cancelled,
            EndedState => CycleOutcome.Ended,
            ExemptState => CycleOutcome.Exempt,
            _ => CycleOutcome.NotCovered,
        };
    }

    /// <summary>Returns objective, target and attainment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Objective}{(Target.Length == 0 ? "" : " / " + Target)}: {Attainment}";
}

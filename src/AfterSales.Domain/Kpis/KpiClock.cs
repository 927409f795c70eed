using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>One clock of a ticket as KPIs see it: an objective's cycle.</summary>
/// <remarks>Equality is of all parts. The default value belongs to no objective and is counted nowhere. This type is immutable.</remarks>
public readonly record struct KpiClock
{
    /// <summary>Makes a clock of plain values, for hosts that compute their clocks themselves.</summary>
    /// <param name="objective">The objective's name.</param>
    /// <param name="start">When it started.</param>
    /// <param name="due">When it is or was due; null without a due.</param>
    /// <param name="outcome">How it stands.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is no name, or the outcome is met or missed and there is no due.</exception>
    public KpiClock(string objective, Instant start, Instant? due, CycleOutcome outcome)
    {
        Objective = NameRule.Checked(objective, "objective", nameof(objective));
        Start = start;
        Due = due;
        Outcome = outcome is CycleOutcome.Met or CycleOutcome.Missed && due is null
            ? throw new ArgumentException("A clock that was met or missed had a due.", nameof(due))
            : outcome;
    }

    /// <summary>Gets the objective's name; null for the default value.</summary>
    public string? Objective { get; }

    /// <summary>Gets when it started.</summary>
    public Instant Start { get; }

    /// <summary>Gets when it is or was due, or null.</summary>
    public Instant? Due { get; }

    /// <summary>Gets how it stands.</summary>
    public CycleOutcome Outcome { get; }

    /// <summary>Gets the instant whose period it is counted in: its due, where it has an outcome by it or waits for it; else its start.</summary>
    public Instant CountedAt => Outcome is CycleOutcome.Met or CycleOutcome.Missed or CycleOutcome.Open or CycleOutcome.Cancelled ? Due ?? Start : Start;

    /// <summary>Makes the clock of a cycle.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The clock.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cycle"/> is null.</exception>
    public static KpiClock Of(SlaCycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        Instant? due = cycle.State switch
        {
            MetState met => met.Due,
            BreachedState breached => breached.Due,
            _ => cycle.Due is { IsSet: true, At: var at } ? at : null,
        };
        return new KpiClock(cycle.Objective.Name, cycle.Start, due, AttainmentRow.OutcomeOf(cycle));
    }

    /// <summary>Returns objective, outcome and due.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Objective is null ? "(no clock)" : $"{Objective}: {Outcome}{(Due is { } due ? $", due {due}" : "")}";
}

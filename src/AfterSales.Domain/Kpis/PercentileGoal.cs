using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>A goal over many tickets: such a share of them within such a time, as in "90 % are answered within 15 minutes" (R10).</summary>
/// <remarks>Two goals are equal when all parts are. This type is immutable and thread-safe.</remarks>
public sealed record PercentileGoal
{
    /// <summary>Makes a goal.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="measure">The time.</param>
    /// <param name="within">How long it may be, included; positive.</param>
    /// <param name="goal">Which share of tickets is to keep to it: at least so many.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="measure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name, or <paramref name="goal"/> is of at most a share.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is not positive.</exception>
    public PercentileGoal(string name, KpiMeasure measure, Duration within, ShareGoal goal)
    {
        Name = NameRule.Checked(name, "goal", nameof(name));
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(within, Duration.Zero);
        Measure = measure;
        Within = within;
        Goal = goal.IsAtMost ? throw new ArgumentException("That tickets keep to a time is to be frequent: allowed is a goal of at least a share.", nameof(goal)) : goal;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the time.</summary>
    public KpiMeasure Measure { get; }

    /// <summary>Gets how long it may be, included.</summary>
    public Duration Within { get; }

    /// <summary>Gets which share of tickets is to keep to it.</summary>
    public ShareGoal Goal { get; }

    /// <summary>Returns name and goal.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Measure} within {Within.TotalMinutes:0.##} min for {Goal}");
}

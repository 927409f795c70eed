using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Sla;

/// <summary>How one objective does under two policies on the same tickets.</summary>
/// <remarks>Cycles are matched by objective and by the event that started them. Immutable and thread-safe.</remarks>
public sealed class ComparisonRow
{
    private readonly long[] _pairs;

    internal ComparisonRow(string objective, AttainmentRow before, AttainmentRow after, long[] pairs, long movedEarlier, long movedLater)
    {
        Objective = objective;
        Before = before;
        After = after;
        _pairs = [.. pairs];
        MovedEarlier = movedEarlier;
        MovedLater = movedLater;
    }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets the counts under the first policy, of all cycles.</summary>
    public AttainmentRow Before { get; }

    /// <summary>Gets the counts under the other policy, of all cycles.</summary>
    public AttainmentRow After { get; }

    /// <summary>Gets the difference of attainment with its 95 % interval.</summary>
    /// <remarks>Newcombe's interval for independent shares: both policies judge the same tickets, so it errs on the wide side.</remarks>
    public ShareDifference Difference => new(Before.Attainment, After.Attainment);

    /// <summary>Gets how many cycles were missed under the first policy and are met under the other.</summary>
    public long NewlyMet => Both(CycleOutcome.Missed, CycleOutcome.Met);

    /// <summary>Gets how many cycles were met under the first policy and are missed under the other.</summary>
    public long NewlyMissed => Both(CycleOutcome.Met, CycleOutcome.Missed);

    /// <summary>Gets how many cycles that both policies know are due earlier under the other.</summary>
    public long MovedEarlier { get; }

    /// <summary>Gets how many cycles that both policies know are due later under the other.</summary>
    public long MovedLater { get; }

    /// <summary>Gets how many cycles only the first policy has.</summary>
    public long OnlyBefore => Before.Total - _pairs.Sum();

    /// <summary>Gets how many cycles only the other policy has.</summary>
    public long OnlyAfter => After.Total - _pairs.Sum();

    /// <summary>Gets how many cycles had one outcome under the first policy and another, or the same, under the other.</summary>
    /// <param name="before">The outcome under the first policy.</param>
    /// <param name="after">The outcome under the other.</param>
    /// <returns>The number; zero or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not one of the enumeration.</exception>
    public long Both(CycleOutcome before, CycleOutcome after)
    {
        Check(before, nameof(before));
        Check(after, nameof(after));
        return _pairs[((int)before * AttainmentRow.Outcomes) + (int)after];
    }

    /// <summary>Returns objective, both attainments and the difference.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Objective}: {Before.Attainment} → {After.Attainment}, {Difference}";

    private static void Check(CycleOutcome outcome, string parameterName)
    {
        if (outcome is < CycleOutcome.Met or > CycleOutcome.NotCovered)
        {
            throw new ArgumentOutOfRangeException(parameterName, outcome, "Allowed are the values from Met to NotCovered.");
        }
    }
}

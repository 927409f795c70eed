namespace AfterSales.Domain.Sla;

/// <summary>How many cycles of an objective that two policies have changed from one outcome to another, and how many are due earlier or later: a row of a <see cref="ComparisonSnapshot"/>.</summary>
/// <remarks>Equality is by reference. Immutable and thread-safe.</remarks>
public sealed class OutcomePairs
{
    /// <summary>Makes a row.</summary>
    /// <param name="objective">The objective's name.</param>
    /// <param name="counts">A number for each outcome under the first policy and, within it, each under the other, in the order of <see cref="CycleOutcome"/>; each from 0 to <see cref="ReplayCount.MaximumCount"/>.</param>
    /// <param name="movedEarlier">How many are due earlier under the other policy; from 0 to <see cref="ReplayCount.MaximumCount"/>.</param>
    /// <param name="movedLater">How many are due later under the other policy; from 0 to <see cref="ReplayCount.MaximumCount"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is empty, or there are not as many numbers as pairs of outcomes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public OutcomePairs(string objective, IEnumerable<long> counts, long movedEarlier, long movedLater)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objective);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegative(movedEarlier);
        ArgumentOutOfRangeException.ThrowIfNegative(movedLater);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(movedEarlier, ReplayCount.MaximumCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(movedLater, ReplayCount.MaximumCount);
        Objective = objective;
        Counts = Array.AsReadOnly<long>([.. counts]);
        MovedEarlier = movedEarlier;
        MovedLater = movedLater;
        if (Counts.Count != AttainmentRow.Outcomes * AttainmentRow.Outcomes)
        {
            throw new ArgumentException($"Allowed are {AttainmentRow.Outcomes * AttainmentRow.Outcomes} numbers, one for each pair of outcomes.", nameof(counts));
        }

        foreach (long count in Counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, ReplayCount.MaximumCount, nameof(counts));
        }
    }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets a number for each outcome under the first policy and, within it, each under the other.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Gets how many are due earlier under the other policy.</summary>
    public long MovedEarlier { get; }

    /// <summary>Gets how many are due later under the other policy.</summary>
    public long MovedLater { get; }
}

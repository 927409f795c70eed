namespace AfterSales.Domain.Sla;

public sealed partial class ComparisonTally
{
    /// <summary>Makes a tally that goes on where a snapshot was taken.</summary>
    /// <param name="before">The first policy.</param>
    /// <param name="after">The other policy.</param>
    /// <param name="plan">The plan by which they were compared.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>A tally with the same figures: saving and loading anywhere changes nothing (a law).</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The snapshot names an objective, a target, a dimension, an hour or a cycle that policies and plan do not have.</exception>
    public static ComparisonTally From(SlaPolicy before, SlaPolicy after, ReplayPlan plan, ComparisonSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ComparisonTally tally = new(ReplayTally.From(before, plan, snapshot.Before), ReplayTally.From(after, plan, snapshot.After));
        foreach (OutcomePairs pairs in snapshot.Pairs)
        {
            int index = Array.IndexOf(tally._names, pairs.Objective);
            Counts counts = index >= 0 ? tally._counts[index] : throw new ArgumentException($"Neither policy has an objective \"{pairs.Objective}\".", nameof(snapshot));
            counts.Add(pairs.Counts, pairs.MovedEarlier, pairs.MovedLater);
        }

        tally.Restore(tally._newlyMissed, snapshot.NewlyMissed);
        tally.Restore(tally._newlyMet, snapshot.NewlyMet);
        tally.Restore(tally._moved, snapshot.Moved);
        return tally;
    }

    /// <summary>Returns all that is needed to go on later, with the same policies and plan.</summary>
    /// <returns>The snapshot.</returns>
    public ComparisonSnapshot ToSnapshot() =>
        new ComparisonSnapshot(Before.ToSnapshot(), After.ToSnapshot(), _names.Select((name, i) => new OutcomePairs(name, _counts[i].Pairs, _counts[i].MovedEarlier, _counts[i].MovedLater)))
            .Keeping(ReferencesTo(NewlyMissed), ReferencesTo(NewlyMet), ReferencesTo(Moved));

    private static IEnumerable<CycleReference> ReferencesTo(IEnumerable<DeadlineChange> changes) => changes.Select(one => CycleReference.Of(one.History, one.Before));

    private void Restore(KeptFew<DeadlineChange> kept, IEnumerable<CycleReference> references)
    {
        foreach (CycleReference one in references)
        {
            kept.Add(new DeadlineChange(one.History, one.Found(Before.Policy, Before.Plan), one.Found(After.Policy, After.Plan)));
        }
    }
}

using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What another policy would have done to past tickets: newly met, newly missed, deadlines that move, attainment before and after.</summary>
/// <remarks>
/// Streams; tallies of parts merge to that of the whole, however it is split (a law). Not thread-safe: give each thread its own and merge them.
/// </remarks>
public sealed partial class ComparisonTally
{
    private readonly string[] _names;
    private readonly Counts[] _counts;
    private readonly KeptFew<DeadlineChange> _newlyMissed;
    private readonly KeptFew<DeadlineChange> _newlyMet;
    private readonly KeptFew<DeadlineChange> _moved;

    internal ComparisonTally(SlaPolicy before, SlaPolicy after, ReplayPlan plan)
        : this(new ReplayTally(before, plan), new ReplayTally(after, plan))
    {
    }

    private ComparisonTally(ReplayTally before, ReplayTally after)
    {
        Before = before;
        After = after;
        _names = [.. before.Policy.Objectives.Concat(after.Policy.Objectives).Select(one => one.Name).Distinct(StringComparer.Ordinal)];
        _counts = [.. _names.Select(_ => new Counts())];
        _newlyMissed = new KeptFew<DeadlineChange>(before.Plan.Kept, DeadlineChange.LargestFirst);
        _newlyMet = new KeptFew<DeadlineChange>(before.Plan.Kept, DeadlineChange.LargestFirst);
        _moved = new KeptFew<DeadlineChange>(before.Plan.Kept, DeadlineChange.LargestFirst);
    }

    /// <summary>Gets the replay under the first policy.</summary>
    public ReplayTally Before { get; }

    /// <summary>Gets the replay under the other policy.</summary>
    public ReplayTally After { get; }

    /// <summary>Gets the number of tickets, test tickets not counted.</summary>
    public long Tickets => Before.Tickets;

    /// <summary>Gets each objective that one of the policies has: in the order of the first, then what only the other has.</summary>
    public IReadOnlyList<ComparisonRow> ByObjective
    {
        get
        {
            Dictionary<string, AttainmentRow> before = Before.ByObjective.ToDictionary(row => row.Objective, StringComparer.Ordinal);
            Dictionary<string, AttainmentRow> after = After.ByObjective.ToDictionary(row => row.Objective, StringComparer.Ordinal);
            return [.. _names.Select((name, i) => new ComparisonRow(
                name, RowOf(before, name), RowOf(after, name), _counts[i].Pairs, _counts[i].MovedEarlier, _counts[i].MovedLater))];
        }
    }

    /// <summary>Gets cycles that were met and are missed under the other policy, the largest move first; at most as many as the plan keeps.</summary>
    public IReadOnlyList<DeadlineChange> NewlyMissed => _newlyMissed.InOrder;

    /// <summary>Gets cycles that were missed and are met under the other policy, the largest move first; at most as many as the plan keeps.</summary>
    public IReadOnlyList<DeadlineChange> NewlyMet => _newlyMet.InOrder;

    /// <summary>Gets the cycles whose deadline moved most; at most as many as the plan keeps.</summary>
    public IReadOnlyList<DeadlineChange> Moved => _moved.InOrder;

    /// <summary>Adds a ticket, under both policies.</summary>
    /// <param name="history">What happened to it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    public void Add(SlaHistory history)
    {
        SlaReport? before = Before.Counted(history);
        SlaReport? after = After.Counted(history);
        if (before is null || after is null)
        {
            return;
        }

        for (int i = 0; i < _names.Length; i++)
        {
            if (ClockOf(before, _names[i]) is not { } old || ClockOf(after, _names[i]) is not { } changed)
            {
                continue;
            }

            for (int c = 0; c < old.Count; c++)
            {
                CycleState one = old.CycleAt(c);
                if (one.IsShown && Match(changed, one) is { } other)
                {
                    Count(_counts[i], history, (one, before.Waits), (other, after.Waits));
                }
            }
        }
    }

    /// <summary>Adds what another tally counted.</summary>
    /// <param name="other">A tally of the same policies and plan; it does not change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">A policy or the plan differs, or it is this tally itself.</exception>
    public void Merge(ComparisonTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(After.Policy, other.After.Policy))
        {
            throw new ArgumentException("Only another tally of the same policies, with an equal plan, can be merged.", nameof(other));
        }

        Before.Merge(other.Before);
        After.Merge(other.After);
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i].Add(other._counts[i].Pairs, other._counts[i].MovedEarlier, other._counts[i].MovedLater);
        }

        _newlyMissed.Merge(other._newlyMissed);
        _newlyMet.Merge(other._newlyMet);
        _moved.Merge(other._moved);
    }

    /// <summary>Returns the number of tickets and the difference by objective.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Tickets} tickets\n") + string.Join("\n", ByObjective);

    private static AttainmentRow RowOf(Dictionary<string, AttainmentRow> rows, string name) =>
        rows.TryGetValue(name, out AttainmentRow? row) ? row : new AttainmentRow(name, "", new long[AttainmentRow.Outcomes]);

    private static ObjectiveClock? ClockOf(SlaReport report, string name)
    {
        foreach (ObjectiveClock clock in report.Clocks)
        {
            if (string.Equals(clock.Objective.Name, name, StringComparison.Ordinal))
            {
                return clock;
            }
        }

        return null;
    }

    private static CycleState? Match(ObjectiveClock clock, CycleState wanted)
    {
        for (int i = 0; i < clock.Count; i++)
        {
            CycleState one = clock.CycleAt(i);
            if (one.StartedBy == wanted.StartedBy && one.IsShown)
            {
                return one;
            }
        }

        return null;
    }

    private void Count(Counts counts, SlaHistory history, (CycleState Cycle, List<TrackedWait>? Waits) before, (CycleState Cycle, List<TrackedWait>? Waits) after)
    {
        Instant asOf = Before.Plan.SeenFrom;
        CycleVerdict old = CycleVerdict.Of(before.Cycle, before.Waits, asOf);
        CycleVerdict changed = CycleVerdict.Of(after.Cycle, after.Waits, asOf);
        counts.Pairs[((int)old.Outcome * AttainmentRow.Outcomes) + (int)changed.Outcome]++;
        Duration moved = old.Due is { } from && changed.Due is { } to ? to - from : Duration.Zero;
        counts.MovedEarlier += moved < Duration.Zero ? 1 : 0;
        counts.MovedLater += moved > Duration.Zero ? 1 : 0;
        bool isNewlyMissed = old.Outcome == CycleOutcome.Met && changed.Outcome == CycleOutcome.Missed;
        bool isNewlyMet = old.Outcome == CycleOutcome.Missed && changed.Outcome == CycleOutcome.Met;
        if (moved == Duration.Zero && !isNewlyMissed && !isNewlyMet)
        {
            return;
        }

        DeadlineChange change = new(history, new SlaCycle(Before.Policy, before.Cycle, before.Waits, asOf), new SlaCycle(After.Policy, after.Cycle, after.Waits, asOf));
        if (moved != Duration.Zero)
        {
            _moved.Add(change);
        }

        if (isNewlyMissed)
        {
            _newlyMissed.Add(change);
        }

        if (isNewlyMet)
        {
            _newlyMet.Add(change);
        }
    }

    private sealed class Counts
    {
        internal long[] Pairs { get; } = new long[AttainmentRow.Outcomes * AttainmentRow.Outcomes];

        internal long MovedEarlier { get; set; }

        internal long MovedLater { get; set; }

        internal void Add(IReadOnlyList<long> pairs, long movedEarlier, long movedLater)
        {
            MovedEarlier += movedEarlier;
            MovedLater += movedLater;
            for (int i = 0; i < Pairs.Length; i++)
            {
                Pairs[i] += pairs[i];
            }
        }
    }
}

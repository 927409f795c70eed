using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Sla;

public sealed partial class ReplayTally
{
    // A dimension may have any name, that of another breakdown too.
    private const string ByDimension = "by ";

    /// <summary>Makes a tally that goes on where a snapshot was taken.</summary>
    /// <param name="policy">The policy that was replayed.</param>
    /// <param name="plan">The plan by which it was.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>A tally with the same figures: saving and loading anywhere changes nothing (a law).</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The snapshot names an objective, a target, a dimension, an hour or a cycle that policy and plan do not have.</exception>
    public static ReplayTally From(SlaPolicy policy, ReplayPlan plan, ReplaySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(snapshot);
        ReplayTally tally = new(policy, plan)
        {
            Tickets = snapshot.Tickets,
            TestTickets = snapshot.TestTickets,
            NotYetOpened = snapshot.NotYetOpened,
            IgnoredEvents = snapshot.IgnoredEvents,
        };
        foreach (ReplayCount count in snapshot.Counts)
        {
            tally.Restore(count);
        }

        foreach (CycleReference miss in snapshot.WorstMisses)
        {
            SlaCycle cycle = miss.Found(policy, plan);
            tally._worst.Add(cycle.State is BreachedState breached
                ? new MissedCycle(miss.History, cycle, breached.LateBy)
                : throw new ArgumentException($"{miss} was not missed.", nameof(snapshot)));
        }

        tally._lateness.Merge(QuantileAccumulator.From(snapshot.Lateness));
        return tally;
    }

    /// <summary>Returns all that is needed to go on later, with the same policy and plan.</summary>
    /// <returns>The snapshot.</returns>
    public ReplaySnapshot ToSnapshot()
    {
        IEnumerable<ReplayCount> byTarget = Policy.Objectives.SelectMany((objective, i) => _byTarget[i]
            .Select((counts, t) => new ReplayCount(ReplayCount.ByTarget, t < objective.Targets.Count ? objective.Targets[t].Name : "", objective.Name, counts)));
        IEnumerable<ReplayCount> byHour = _hours.Counts.SelectMany(one => ByObjectives(ReplayCount.ByHour, one.Key, one.Counts));
        IEnumerable<ReplayCount> byValue = Plan.Dimensions.SelectMany((dimension, d) => _byValue[d]
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => ByObjectives(ByDimension + dimension, pair.Key, pair.Value)));
        return new ReplaySnapshot(
            byTarget.Concat(byHour).Concat(byValue).Where(one => one.Outcomes.Any(count => count > 0)), WorstMisses.Select(miss => CycleReference.Of(miss.History, miss.Cycle)), Lateness)
            .OfTickets(Tickets, TestTickets, NotYetOpened, IgnoredEvents);
    }

    private IEnumerable<ReplayCount> ByObjectives(string breakdown, string key, long[][] counts) =>
        Policy.Objectives.Select((objective, i) => new ReplayCount(breakdown, key, objective.Name, counts[i]));

    private void Restore(ReplayCount count)
    {
        int objective = Policy.Objectives.ToList().FindIndex(one => string.Equals(one.Name, count.Objective, StringComparison.Ordinal));
        if (objective < 0)
        {
            throw new ArgumentException($"The policy has no objective \"{count.Objective}\".", nameof(count));
        }

        if (string.Equals(count.Breakdown, ReplayCount.ByHour, StringComparison.Ordinal))
        {
            _hours.Restore(count.Key, objective, count.Outcomes);
        }
        else
        {
            long[] ours = string.Equals(count.Breakdown, ReplayCount.ByTarget, StringComparison.Ordinal)
                ? _byTarget[objective][TargetIndex(Policy.Objectives[objective], count.Key)]
                : OfValue(DimensionIndex(count.Breakdown), count.Key)[objective];
            for (int i = 0; i < ours.Length; i++)
            {
                ours[i] += count.Outcomes[i];
            }
        }
    }

    private static int TargetIndex(Objective objective, string name)
    {
        int index = name.Length == 0 ? objective.Targets.Count : objective.Targets.ToList().FindIndex(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        return index >= 0 ? index : throw new ArgumentException($"The objective \"{objective.Name}\" has no target \"{name}\".", nameof(name));
    }

    private int DimensionIndex(string breakdown)
    {
        int index = Plan.Dimensions.ToList().FindIndex(one => string.Equals(ByDimension + one, breakdown, StringComparison.Ordinal));
        return index >= 0
            ? index
            : throw new ArgumentException($"There is no breakdown \"{breakdown}\"; the plan has target, hour{string.Concat(Plan.Dimensions.Select(one => $", {ByDimension}{one}"))}.", nameof(breakdown));
    }
}

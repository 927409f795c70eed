namespace AfterSales.Domain.Sla;

/// <summary>Counts how many cycles were met, missed or neither, by objective and target; streams over any number of tickets.</summary>
/// <remarks>
/// Memory grows with the number of targets, not of tickets. Tallies of parts merge to that of the whole, however it is split (a law). Not thread-safe:
/// give each thread its own and merge them.
/// </remarks>
public sealed class AttainmentTally
{
    private readonly Dictionary<(string Objective, string Target), long[]> _counts = [];
    private readonly List<(string Objective, string Target)> _order = [];

    /// <summary>Gets the number of reports added, test tickets not counted.</summary>
    public long Tickets { get; private set; }

    /// <summary>Gets the counts by objective and target, in the order in which they first appeared.</summary>
    public IReadOnlyList<AttainmentRow> Rows => [.. _order.Select(key => new AttainmentRow(key.Objective, key.Target, _counts[key]))];

    /// <summary>Adds every cycle of a ticket; a test ticket adds nothing.</summary>
    /// <param name="report">The ticket's report.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public void Add(SlaReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.IsTest)
        {
            return;
        }

        Tickets++;
        foreach (ObjectiveReport objective in report.Objectives)
        {
            foreach (SlaCycle cycle in objective.Cycles)
            {
                Row(objective.Objective.Name, cycle.Target?.Name ?? "")[(int)AttainmentRow.OutcomeOf(cycle)]++;
            }
        }
    }

    /// <summary>Adds the counts of another tally.</summary>
    /// <param name="other">The other tally; it does not change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public void Merge(AttainmentTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Tickets += other.Tickets;
        foreach ((string objective, string target) in other._order.ToArray())
        {
            long[] theirs = [.. other._counts[(objective, target)]];
            long[] ours = Row(objective, target);
            for (int i = 0; i < ours.Length; i++)
            {
                ours[i] += theirs[i];
            }
        }
    }

    /// <summary>Returns the number of tickets and each row.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Tickets} tickets\n{string.Join("\n", Rows)}";

    private long[] Row(string objective, string target)
    {
        if (!_counts.TryGetValue((objective, target), out long[]? counts))
        {
            counts = new long[AttainmentRow.Outcomes];
            _counts.Add((objective, target), counts);
            _order.Add((objective, target));
        }

        return counts;
    }
}

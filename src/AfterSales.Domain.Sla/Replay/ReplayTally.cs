using AfterSales.Domain.Requests;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What became of past tickets under a policy: attainment by objective, target, dimension, week and month, where misses cluster, the worst of them.</summary>
/// <remarks>
/// Streams: memory grows with targets, values and hours of dues, not with tickets. Tallies of parts merge to that of the whole, however it is split (a law).
/// A cycle counts in the period of its due as it stands at its end, or at the plan's instant while it is open; one without a due in that of its start.
/// Not thread-safe: give each thread its own and merge them.
/// </remarks>
public sealed partial class ReplayTally
{
    private readonly long[][][] _byTarget;
    private readonly HourTally _hours;
    private readonly Dictionary<string, long[][]>[] _byValue;
    private readonly KeptFew<MissedCycle> _worst;
    private readonly QuantileAccumulator _lateness = new();

    internal ReplayTally(SlaPolicy policy, ReplayPlan plan)
    {
        Policy = policy;
        Plan = plan;
        _byTarget = [.. policy.Objectives.Select(objective => Zeros(objective.Targets.Count + 1))];
        _hours = new HourTally(plan.Zone, policy.Objectives.Count);
        _byValue = [.. plan.Dimensions.Select(_ => new Dictionary<string, long[][]>(StringComparer.Ordinal))];
        _worst = new KeptFew<MissedCycle>(plan.Kept, MissedCycle.WorstFirst);
    }

    /// <summary>Gets the policy.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets the plan.</summary>
    public ReplayPlan Plan { get; }

    /// <summary>Gets the number of tickets, test tickets not counted.</summary>
    public long Tickets { get; private set; }

    /// <summary>Gets the number of test tickets, which were left out.</summary>
    public long TestTickets { get; private set; }

    /// <summary>Gets the number of tickets opened after the plan's instant, which were left out.</summary>
    public long NotYetOpened { get; private set; }

    /// <summary>Gets the number of events that clocks took no notice of.</summary>
    public long IgnoredEvents { get; private set; }

    /// <summary>Gets the counts by objective and target, in the policy's order; requests without a target under an empty name, rows without cycles left out.</summary>
    public IReadOnlyList<AttainmentRow> ByTarget =>
        [.. Policy.Objectives.SelectMany((objective, i) => _byTarget[i]
            .Select((counts, t) => new AttainmentRow(objective.Name, t < objective.Targets.Count ? objective.Targets[t].Name : "", counts))
            .Where(row => row.Total > 0))];

    /// <summary>Gets the counts by objective, in the policy's order; those without cycles too.</summary>
    public IReadOnlyList<AttainmentRow> ByObjective => [.. Policy.Objectives.Select((objective, i) => new AttainmentRow(objective.Name, "", Sum(_byTarget[i])))];

    /// <summary>Gets attainment by ISO week of the due, weeks in order, then objectives in the policy's.</summary>
    public IReadOnlyList<AttainmentSlice> ByWeek => Slices(_hours.By((date, _) => HourTally.WeekOf(date)));

    /// <summary>Gets attainment by month of the due, months in order, then objectives in the policy's.</summary>
    public IReadOnlyList<AttainmentSlice> ByMonth => Slices(_hours.By((date, _) => HourTally.MonthOf(date)));

    /// <summary>Gets the hours of the week in which deadlines fell, from Monday 00:00 on; hours without deadlines are left out.</summary>
    public IReadOnlyList<HourOfWeekSlice> ByHourOfWeek =>
        [.. _hours.By((date, hour) => ((int)date.DayOfWeek * 24) + hour)
            .Select(one => new HourOfWeekSlice((IsoDayOfWeek)(one.Key / 24), one.Key % 24, Total(one.Counts, CycleOutcome.Met), Total(one.Counts, CycleOutcome.Missed)))
            .Where(one => one.Met + one.Missed > 0)];

    /// <summary>Gets the dates on which deadlines fell, in order.</summary>
    public IReadOnlyList<DateSlice> ByDate =>
        [.. _hours.By((date, _) => date)
            .Select(one => new DateSlice(one.Key, Total(one.Counts, CycleOutcome.Met), Total(one.Counts, CycleOutcome.Missed)))
            .Where(one => one.Met + one.Missed > 0)];

    /// <summary>Gets the hours in which deadlines fell, each with its date, in order: to group by what a calendar says of dates.</summary>
    public IReadOnlyList<HourSlice> ByHour =>
        [.. _hours.By((date, hour) => (date, hour))
            .Select(one => new HourSlice(one.Key.date, one.Key.hour, Total(one.Counts, CycleOutcome.Met), Total(one.Counts, CycleOutcome.Missed)))
            .Where(one => one.Met + one.Missed > 0)];

    /// <summary>Gets the worst misses, the latest first; at most as many as the plan keeps.</summary>
    public IReadOnlyList<MissedCycle> WorstMisses => _worst.InOrder;

    /// <summary>Gets how late misses were, in whole seconds; exact up to the accumulator's number of distinct values, and it says so.</summary>
    public QuantileSnapshot Lateness => _lateness.ToSnapshot();

    /// <summary>Gets attainment by the values of a dimension of the plan, as the request stood at a cycle's end; values in order, then objectives in the policy's.</summary>
    /// <param name="dimension">A dimension of the plan.</param>
    /// <returns>The slices.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan does not break down by it.</exception>
    public IReadOnlyList<AttainmentSlice> By(RequestDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        int index = Plan.Dimensions.ToList().IndexOf(dimension);
        return index >= 0
            ? Slices(_byValue[index].OrderBy(pair => dimension.IsFinite ? dimension.Values.ToList().IndexOf(pair.Key) : 0)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)))
            : throw new ArgumentException(
                $"The plan does not break down by {dimension}; it does by {(Plan.Dimensions.Count == 0 ? "no dimension" : string.Join(", ", Plan.Dimensions))}.", nameof(dimension));
    }

    /// <summary>Adds a ticket: every cycle of every objective.</summary>
    /// <param name="history">What happened to it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    public void Add(SlaHistory history) => Counted(history);

    /// <summary>Adds a ticket and returns its report; null for one that is left out.</summary>
    internal SlaReport? Counted(SlaHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.IsTest)
        {
            TestTickets++;
            return null;
        }

        if (history.Span[0].At > Plan.SeenFrom)
        {
            NotYetOpened++;
            return null;
        }

        Tickets++;
        SlaReport report = SlaReport.Of(Policy, history, Plan.SeenFrom);
        IgnoredEvents += report.IgnoredCount;
        SlaHistory judged = history.AsAmendedBy(Plan.SeenFrom);
        ReadOnlySpan<ObjectiveClock> clocks = report.Clocks;
        for (int i = 0; i < clocks.Length; i++)
        {
            for (int c = 0; c < clocks[i].Count; c++)
            {
                CycleState cycle = clocks[i].CycleAt(c);
                if (cycle.IsShown)
                {
                    Count(i, cycle, report, history, judged);
                }
            }
        }

        return report;
    }

    /// <summary>Adds what another tally counted.</summary>
    /// <param name="other">A tally of the same policy and plan; it does not change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">Policy or plan differ, or it is this tally itself.</exception>
    public void Merge(ReplayTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other) || !ReferenceEquals(Policy, other.Policy) || !Plan.CountsLike(other.Plan))
        {
            throw new ArgumentException("Only another tally of the same policy, with an equal plan, can be merged.", nameof(other));
        }

        Tickets += other.Tickets;
        TestTickets += other.TestTickets;
        NotYetOpened += other.NotYetOpened;
        IgnoredEvents += other.IgnoredEvents;
        for (int i = 0; i < _byTarget.Length; i++)
        {
            AddAll(_byTarget[i], other._byTarget[i]);
        }

        for (int i = 0; i < _byValue.Length; i++)
        {
            foreach (KeyValuePair<string, long[][]> pair in other._byValue[i])
            {
                AddAll(OfValue(i, pair.Key), pair.Value);
            }
        }

        _hours.Merge(other._hours);
        _worst.Merge(other._worst);
        _lateness.Merge(other._lateness);
    }

    /// <summary>Returns the number of tickets and attainment by objective.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Tickets} tickets\n") + string.Join("\n", ByObjective);

    private void Count(int objective, CycleState cycle, SlaReport report, SlaHistory history, SlaHistory judged)
    {
        CycleVerdict verdict = CycleVerdict.Of(cycle, report.Waits, Plan.SeenFrom);
        int outcome = (int)verdict.Outcome;
        _byTarget[objective][TargetIndex(cycle)][outcome]++;
        _hours.Add(verdict.Due ?? cycle.Start, objective, verdict.Outcome);
        if (_byValue.Length > 0)
        {
            ServiceRequest request = judged.RequestAt(verdict.End);
            for (int d = 0; d < _byValue.Length; d++)
            {
                OfValue(d, Plan.Dimensions[d].ValueOf(request) ?? "")[objective][outcome]++;
            }
        }

        if (verdict.Outcome == CycleOutcome.Missed)
        {
            Keep(cycle, verdict.LateBy, report, history);
        }
    }

    private void Keep(CycleState cycle, Duration lateBy, SlaReport report, SlaHistory history)
    {
        _lateness.Add((long)lateBy.TotalSeconds);
        if (Plan.Kept > 0 && (_worst.Last is not { } last || lateBy >= last.LateBy))
        {
            _worst.Add(new MissedCycle(history, new SlaCycle(Policy, cycle, report.Waits, Plan.SeenFrom), lateBy));
        }
    }

    private long[][] OfValue(int dimension, string value)
    {
        if (!_byValue[dimension].TryGetValue(value, out long[][]? counts))
        {
            counts = Zeros(Policy.Objectives.Count);
            _byValue[dimension].Add(value, counts);
        }

        return counts;
    }

    private static int TargetIndex(CycleState cycle)
    {
        IReadOnlyList<Target> targets = cycle.Objective.Targets;
        for (int i = 0; i < targets.Count; i++)
        {
            if (ReferenceEquals(targets[i], cycle.Target))
            {
                return i;
            }
        }

        return targets.Count;
    }

    private AttainmentSlice[] Slices(IEnumerable<(string Key, long[][] Counts)> sums) =>
        [.. sums.SelectMany(one => Policy.Objectives.Select((objective, i) => new AttainmentSlice(one.Key, new AttainmentRow(objective.Name, "", one.Counts[i]))))
            .Where(slice => slice.Row.Total > 0)];

    private static long[][] Zeros(int count) => [.. Enumerable.Range(0, count).Select(_ => new long[AttainmentRow.Outcomes])];

    private static long[] Sum(long[][] counts)
    {
        long[] sum = new long[AttainmentRow.Outcomes];
        foreach (long[] one in counts)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += one[i];
            }
        }

        return sum;
    }

    private static void AddAll(long[][] ours, long[][] theirs)
    {
        for (int i = 0; i < ours.Length; i++)
        {
            for (int j = 0; j < ours[i].Length; j++)
            {
                ours[i][j] += theirs[i][j];
            }
        }
    }

    private static long Total(long[][] counts, CycleOutcome outcome) => counts.Sum(one => one[(int)outcome]);
}

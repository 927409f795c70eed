using System.Collections;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <content>How a tally is stored, sent and loaded.</content>
public sealed partial class KpiTally
{
    private const string GoalPrefix = "goal/";

    /// <summary>Gives the tally as plain data; law: loading it gives a tally that answers, merges and goes on as this one would.</summary>
    /// <returns>The data, in an order that depends on nothing but the counts; changing it does not change the tally.</returns>
    public KpiTallySnapshot ToSnapshot()
    {
        KpiTallySnapshot snapshot = AsSnapshot();
        snapshot.Cells = [.. snapshot.Cells];
        return snapshot;
    }

    /// <summary>Shows the tally as plain data without a copy of it: each cell is made when it is read, so that writing a large tally needs no more memory than its largest cell.</summary>
    /// <returns>The data that <see cref="ToSnapshot"/> gives, as long as the tally is not changed: what is counted later shows in cells that are read later.</returns>
    public KpiTallySnapshot AsSnapshot() => new()
    {
        Plan = Plan.Signature,
        Tickets = Tickets,
        NotYetOpened = NotYetOpened,
        Cells = new CellView(this, [.. _cells.Keys.OrderBy(key => key.First).ThenBy(key => key.Slice.Dimension).ThenBy(key => key.Slice.Value, StringComparer.Ordinal)]),
        Backlogs =
        [
            .. _backlog.OrderBy(pair => pair.Key.Dimension).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
                .Select(pair => new KpiBacklogSnapshot { Dimension = NameOf(pair.Key), Value = pair.Key.Value, Counts = [.. pair.Value] }),
        ],
    };

    /// <summary>Loads a tally from plain data.</summary>
    /// <param name="plan">How it counts; the plan that it was made with, or an equal one.</param>
    /// <param name="snapshot">The data.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data is of another format or plan, or cannot be a tally's; the message says what is wrong and what is allowed.</exception>
    public static KpiTally From(KpiPlan plan, KpiTallySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(snapshot);
        Check(snapshot.Format == KpiTallySnapshot.CurrentFormat, $"format {snapshot.Format}; allowed is {KpiTallySnapshot.CurrentFormat}");
        Check(string.Equals(snapshot.Plan, plan.Signature, StringComparison.Ordinal), $"the plan \"{snapshot.Plan}\"; allowed is \"{plan.Signature}\"");
        KpiTally tally = new(plan) { Tickets = Checked(snapshot.Tickets, "tickets"), NotYetOpened = Checked(snapshot.NotYetOpened, "not yet opened") };
        foreach (KpiCellSnapshot cell in snapshot.Cells)
        {
            KpiSlice slice = tally.SliceOf(cell.Dimension, cell.Value);
            LocalDate first = KpiPeriod.Containing(plan.Kind, cell.First, plan.Zone).First;
            Check(first == cell.First, $"a period from {cell.First:uuuu-MM-dd}; allowed is the first date of a {plan.Kind}, here {first:uuuu-MM-dd}");
            Check(!tally._cells.ContainsKey((first, slice)), $"two cells of {first:uuuu-MM-dd} and \"{slice.Value}\"; allowed is one");
            tally.Load(tally.CellAt(first, slice), cell);
        }

        foreach (KpiBacklogSnapshot backlog in snapshot.Backlogs)
        {
            KpiSlice slice = tally.SliceOf(backlog.Dimension, backlog.Value);
            Check(!tally._backlog.ContainsKey(slice), $"two backlogs of \"{slice.Value}\"; allowed is one");
            Check(backlog.Counts.Count == plan.BacklogAges.Count + 1, $"a backlog of {backlog.Counts.Count} buckets; allowed are {plan.BacklogAges.Count + 1}");
            tally._backlog.Add(slice, [.. backlog.Counts.Select(count => Checked(count, "backlog"))]);
        }

        return tally;
    }

    /// <summary>A tally of nothing but what was counted in a period, and of the backlog.</summary>
    internal KpiTally Only(KpiPeriod period)
    {
        KpiTally part = new(Plan) { Tickets = Tickets, NotYetOpened = NotYetOpened };
        foreach (KeyValuePair<(LocalDate First, KpiSlice Slice), KpiCell> pair in _cells.Where(pair => period.Contains(PeriodOf(pair.Key.First))))
        {
            part.CellAt(pair.Key.First, pair.Key.Slice).Add(pair.Value);
        }

        foreach (KeyValuePair<KpiSlice, long[]> pair in _backlog)
        {
            part._backlog.Add(pair.Key, [.. pair.Value]);
        }

        return part;
    }

    private static void Check(bool isAllowed, string snapshot)
    {
        if (!isAllowed)
        {
            throw new ArgumentException($"The snapshot is not a tally's: found {snapshot}.", nameof(snapshot));
        }
    }

    private static long Checked(long count, string what)
    {
        Check(count >= 0, FormattableString.Invariant($"{count} {what}; allowed are counts from 0"));
        return count;
    }

    private KpiCellSnapshot CellOf((LocalDate First, KpiSlice Slice) key)
    {
        KpiCell cell = _cells[key];
        return new KpiCellSnapshot
        {
            First = key.First,
            Dimension = NameOf(key.Slice),
            Value = key.Slice.Value,
            Created = cell.Created,
            Resolved = cell.Resolved,
            Counts = [.. Enumerable.Range(0, _counted).Select(i => new KeyValuePair<string, IReadOnlyList<long>>(CodeOf(i), Trimmed(cell.MarksOf(i)))).Where(pair => pair.Value.Count > 0)],
            Times = [.. cell.ToSnapshots()],
        };
    }

    private static IReadOnlyList<long> Trimmed(long[] counts) => [.. counts.Take(Array.FindLastIndex(counts, count => count != 0) + 1)];

    private void Load(KpiCell cell, KpiCellSnapshot snapshot)
    {
        cell.Created = Checked(snapshot.Created, "created");
        cell.Resolved = Checked(snapshot.Resolved, "resolved");
        HashSet<string> seen = new(StringComparer.Ordinal);
        string[] codes = [.. Enumerable.Range(0, _counted).Select(CodeOf)];
        foreach (KeyValuePair<string, IReadOnlyList<long>> pair in snapshot.Counts)
        {
            int counted = Array.IndexOf(codes, pair.Key);
            Check(counted >= 0 && seen.Add(pair.Key), $"counts of \"{pair.Key}\"; allowed is each of {string.Join(", ", codes)} once");
            Check(pair.Value.Count <= KpiMark.Total, $"{pair.Value.Count} counts of \"{pair.Key}\"; allowed are at most {KpiMark.Total}");
            for (int i = 0; i < pair.Value.Count; i++)
            {
                cell.Load(counted, new KpiMark(i), Checked(pair.Value[i], pair.Key));
            }
        }

        foreach (KpiTimeSnapshot time in snapshot.Times)
        {
            KpiMeasure? measure = KpiMeasure.All.FirstOrDefault(one => string.Equals(one.Code, time.Measure, StringComparison.Ordinal));
            Check(measure is not null && seen.Add(time.Measure), $"times of \"{time.Measure}\"; allowed is each of {string.Join(", ", KpiMeasure.All.Select(one => one.Code))} once");
            Check(time.Seconds is { Counts.Count: > 0 }, $"times of \"{time.Measure}\" without any");
            Check(time.Seconds!.DistinctLimit == QuantileAccumulator.DefaultDistinctLimit, $"a limit of {time.Seconds.DistinctLimit} distinct seconds; allowed is {QuantileAccumulator.DefaultDistinctLimit}");
            cell.Load(measure!, time.Total, QuantileAccumulator.From(time.Seconds));
        }
    }

    private string CodeOf(int counted) => counted < Kpi.All.Count ? Kpi.All[counted].Code : GoalPrefix + Plan.Goals[counted - Kpi.All.Count].Name;

    private string? NameOf(KpiSlice slice) => slice.Dimension < 0 ? null : Plan.Dimensions[slice.Dimension].Name;

    private KpiSlice SliceOf(string? dimension, string? value)
    {
        Check(value is not null && (dimension is not null || value.Length == 0), $"the value \"{value}\"; allowed is a value of a dimension, or the empty one without");
        if (dimension is null)
        {
            return KpiSlice.Everything;
        }

        for (int i = 0; i < Plan.Dimensions.Count; i++)
        {
            if (string.Equals(Plan.Dimensions[i].Name, dimension, StringComparison.Ordinal))
            {
                return new KpiSlice(i, value!);
            }
        }

        Check(false, $"the dimension \"{dimension}\"; allowed are {string.Join(", ", Plan.Dimensions)}");
        return default;
    }

    private KpiPeriod PeriodOf(LocalDate first) => KpiPeriod.Containing(Plan.Kind, first, Plan.Zone);

    private sealed class CellView(KpiTally tally, (LocalDate First, KpiSlice Slice)[] keys) : IReadOnlyList<KpiCellSnapshot>
    {
        public int Count => keys.Length;

        public KpiCellSnapshot this[int index] => tally.CellOf(keys[index]);

        public IEnumerator<KpiCellSnapshot> GetEnumerator() => keys.Select(tally.CellOf).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

using System.Collections;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <content>How a tally is stored, sent and loaded.</content>
public sealed partial class KpiTally
{
    private const string GoalPrefix = "goal/";

    // So that no sum over periods and slices leaves 64 bits.
    private const long MostCounted = 1_000_000_000_000_000;

    private static readonly double MostSeconds = Math.Floor(Duration.MaxValue.TotalSeconds);

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
        Cells = new CellView(
            this,
            [
                .. _cells.SelectMany(part => part.Value.Keys.Select(first => (First: first, Slice: part.Key)))
                    .OrderBy(key => key.First).ThenBy(key => key.Slice.Dimension).ThenBy(key => key.Slice.Value, StringComparer.Ordinal),
            ]),
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
        foreach (KpiCellSnapshot? one in Present(snapshot.Cells, "list of cells"))
        {
            KpiCellSnapshot cell = Present(one, "cell");
            KpiSlice slice = tally.SliceOf(cell.Dimension, cell.Value);
            LocalDate first = KpiPeriod.Containing(plan.Kind, cell.First, plan.Zone).First;
            Check(first == cell.First, $"a period from {cell.First:uuuu-MM-dd}; allowed is the first date of a {plan.Kind}, here {first:uuuu-MM-dd}");
            Dictionary<LocalDate, KpiCell> part = tally.PartOf(slice);
            Check(!part.ContainsKey(first), $"two cells of {first:uuuu-MM-dd} and \"{slice.Value}\"; allowed is one");
            tally.Load(tally.CellAt(part, first), cell);
        }

        foreach (KpiBacklogSnapshot? one in Present(snapshot.Backlogs, "list of backlogs"))
        {
            KpiBacklogSnapshot backlog = Present(one, "backlog");
            KpiSlice slice = tally.SliceOf(backlog.Dimension, backlog.Value);
            Check(!tally._backlog.ContainsKey(slice), $"two backlogs of \"{slice.Value}\"; allowed is one");
            Check(Present(backlog.Counts, "counts of a backlog").Count == plan.BacklogAges.Count + 1, $"a backlog of {backlog.Counts.Count} buckets; allowed are {plan.BacklogAges.Count + 1}");
            tally._backlog.Add(slice, [.. backlog.Counts.Select(count => Checked(count, "backlog"))]);
        }

        return tally;
    }

    /// <summary>A tally of nothing but what was counted in a period, and of the backlog.</summary>
    internal KpiTally Only(KpiPeriod period)
    {
        KpiTally part = new(Plan) { Tickets = Tickets, NotYetOpened = NotYetOpened };
        foreach (KpiSlice slice in _cells.Keys)
        {
            foreach (KeyValuePair<LocalDate, KpiCell> cell in _cells[slice].Where(cell => period.Contains(PeriodOf(cell.Key))))
            {
                part.CellAt(part.PartOf(slice), cell.Key).Add(cell.Value);
            }
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

    private static T Present<T>(T? part, string what)
        where T : class
    {
        Check(part is not null, $"no {what}");
        return part!;
    }

    private static long Checked(long count, string what)
    {
        Check(count is >= 0 and <= MostCounted, FormattableString.Invariant($"{count} {what}; allowed are counts from 0 to {MostCounted}"));
        return count;
    }

    private KpiCellSnapshot CellOf((LocalDate First, KpiSlice Slice) key)
    {
        KpiCell cell = _cells[key.Slice][key.First];
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
        foreach (KeyValuePair<string, IReadOnlyList<long>> pair in Present(snapshot.Counts, "list of counts"))
        {
            int counted = Array.IndexOf(codes, pair.Key);
            Check(counted >= 0 && seen.Add(pair.Key), $"counts of \"{pair.Key}\"; allowed is each of {string.Join(", ", codes)} once");
            Check(Present(pair.Value, $"counts of \"{pair.Key}\"").Count <= KpiMark.Total, $"{pair.Value.Count} counts of \"{pair.Key}\"; allowed are at most {KpiMark.Total}");
            for (int i = 0; i < pair.Value.Count; i++)
            {
                cell.Load(counted, new KpiMark(i), Checked(pair.Value[i], pair.Key));
            }
        }

        foreach (KpiTimeSnapshot? some in Present(snapshot.Times, "list of times"))
        {
            KpiTimeSnapshot time = Present(some, "times");
            KpiMeasure? measure = KpiMeasure.All.FirstOrDefault(one => string.Equals(one.Code, time.Measure, StringComparison.Ordinal));
            Check(measure is not null && seen.Add(measure.Code), $"times of \"{time.Measure}\"; allowed is each of {string.Join(", ", KpiMeasure.All.Select(one => one.Code))} once");
            Check(time.Seconds is { Counts.Count: > 0 }, $"times of \"{time.Measure}\" without any");
            Check(time.Seconds!.DistinctLimit == QuantileAccumulator.DefaultDistinctLimit, $"a limit of {time.Seconds.DistinctLimit} distinct seconds; allowed is {QuantileAccumulator.DefaultDistinctLimit}");
            QuantileAccumulator seconds = QuantileAccumulator.From(time.Seconds);
            Check(
                seconds.Count <= MostCounted && seconds.Minimum >= 0 && seconds.Maximum <= MostSeconds,
                FormattableString.Invariant($"{seconds.Count} times of \"{time.Measure}\" from {seconds.Minimum} to {seconds.Maximum} seconds; allowed are up to {MostCounted} from 0 to {MostSeconds}"));
            Check(IsTotal(time.Total, seconds), $"a total of {time.Total} for times of \"{time.Measure}\" that cannot add up to it: {seconds}");
            cell.Load(measure!, time.Total, seconds);
        }
    }

    /// <summary>Whether times whose whole seconds these are can add up to a total, but for rounding.</summary>
    private static bool IsTotal(DurationTotal total, QuantileAccumulator seconds) =>
        total.TotalHours * 3600 >= seconds.Minimum!.Value * (double)seconds.Count * (1 - 1e-9) && total.TotalHours * 3600 <= (seconds.Maximum!.Value + 1.0) * seconds.Count * (1 + 1e-9);

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

using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>The counts and times of one period in one slice; adds to another.</summary>
internal sealed class KpiCell
{
    private readonly long[] _marks;
    private readonly QuantileAccumulator?[] _seconds = new QuantileAccumulator?[KpiMeasure.All.Count];
    private readonly DurationTotal[] _totals = new DurationTotal[KpiMeasure.All.Count];

    internal KpiCell(int counted) => _marks = new long[counted * KpiMark.Total];

    internal long Created { get; set; }

    internal long Resolved { get; set; }

    internal void Count(int counted, KpiMark mark) => _marks[(counted * KpiMark.Total) + mark.Index]++;

    internal long[] MarksOf(int counted) => SumOfMarks([this], counted);

    internal static long[] SumOfMarks(IEnumerable<KpiCell> cells, int counted)
    {
        long[] sum = new long[KpiMark.Total];
        foreach (KpiCell cell in cells)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += cell._marks[(counted * KpiMark.Total) + i];
            }
        }

        return sum;
    }

    internal void Measure(int measure, Duration time)
    {
        _totals[measure] = _totals[measure].Add(time.Days, time.NanosecondOfDay);
        (_seconds[measure] ??= new QuantileAccumulator()).Add((long)Math.Floor(time.TotalSeconds));
    }

    internal static KpiDurations Durations(IEnumerable<KpiCell> cells, int measure)
    {
        DurationTotal total = default;
        QuantileAccumulator seconds = new();
        foreach (KpiCell cell in cells)
        {
            total += cell._totals[measure];
            if (cell._seconds[measure] is { } some)
            {
                seconds.Merge(some);
            }
        }

        return new KpiDurations(KpiMeasure.All[measure], total, seconds);
    }

    internal void Load(int counted, KpiMark mark, long count) => _marks[(counted * KpiMark.Total) + mark.Index] = count;

    internal void Load(KpiMeasure measure, DurationTotal total, QuantileAccumulator seconds)
    {
        int index = KpiMeasure.IndexOf(measure);
        _totals[index] = total;
        _seconds[index] = seconds;
    }

    internal IEnumerable<KpiTimeSnapshot> ToSnapshots()
    {
        for (int i = 0; i < _seconds.Length; i++)
        {
            if (_seconds[i] is { } seconds)
            {
                yield return new KpiTimeSnapshot { Measure = KpiMeasure.All[i].Code, Total = _totals[i], Seconds = seconds.ToSnapshot() };
            }
        }
    }

    internal void Add(KpiCell other)
    {
        Created += other.Created;
        Resolved += other.Resolved;
        for (int i = 0; i < _marks.Length; i++)
        {
            _marks[i] += other._marks[i];
        }

        for (int i = 0; i < _totals.Length; i++)
        {
            _totals[i] += other._totals[i];
            if (other._seconds[i] is { } seconds)
            {
                (_seconds[i] ??= new QuantileAccumulator()).Merge(seconds);
            }
        }
    }
}

using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>The clock time from start to stop of the cycles of one objective that were stopped.</summary>
internal sealed class TimeTaken
{
    private const decimal NanosecondsPerHour = 3_600_000_000_000m;

    private readonly QuantileAccumulator _quantiles = new();
    private DurationTotal _total = DurationTotal.FromNanoseconds(0);

    internal long Count => _quantiles.Count;

    internal double? MeanHours => Count == 0 ? null : (double)(_total.MeanNanoseconds(Count) / NanosecondsPerHour);

    internal double? MedianHours => _quantiles.Median.Value / (double)NanosecondsPerHour;

    /// <summary>Whether the median is exact and not one of buckets of 0.1 %.</summary>
    internal bool IsExact => _quantiles.IsExact;

    internal void Add(Duration time)
    {
        long nanoseconds = time.ToInt64Nanoseconds();
        _quantiles.Add(nanoseconds);
        _total = _total.Add(DurationTotal.FromNanoseconds(nanoseconds));
    }
}

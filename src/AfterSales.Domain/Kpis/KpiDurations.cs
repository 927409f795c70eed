using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Median, 90th percentile and mean of a time over the valid tickets of a period or slice.</summary>
/// <remarks>Quantiles are of whole seconds, rounded down; the sum behind the mean is exact. Immutable and thread-safe.</remarks>
public sealed class KpiDurations
{
    private readonly DurationTotal _total;

    internal KpiDurations(KpiMeasure measure, DurationTotal total, QuantileAccumulator seconds)
    {
        Measure = measure;
        _total = total;
        Count = seconds.Count;
        IsExact = seconds.IsExact;
        Median = Seconds(seconds.Median);
        Percentile90 = Seconds(seconds.At(0.9));
    }

    /// <summary>Gets what was measured.</summary>
    public KpiMeasure Measure { get; }

    /// <summary>Gets how many tickets have the time.</summary>
    public long Count { get; }

    /// <summary>Gets whether the quantiles are exact: up to 10,000 distinct seconds; beyond they are within 0.1 %.</summary>
    public bool IsExact { get; }

    /// <summary>Gets the median, or null when nothing was measured.</summary>
    public Duration? Median { get; }

    /// <summary>Gets the time that 90 % do not exceed, or null when nothing was measured.</summary>
    public Duration? Percentile90 { get; }

    /// <summary>Gets the mean, rounded to the nanosecond, or null when nothing was measured.</summary>
    public Duration? Mean => Count == 0 ? null : Rounded(_total.MeanNanoseconds(Count));

    /// <summary>Returns median, 90th percentile, mean and count, times as h:mm:ss.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => Count == 0
        ? $"{Measure}: no data"
        : FormattableString.Invariant($"{Measure}: median {Text(Median!.Value)}, p90 {Text(Percentile90!.Value)}, mean {Text(Mean!.Value)}, n = {Count}");

    private static Duration? Seconds(Quantile quantile) => quantile.Value is { } seconds ? Duration.FromSeconds(seconds) : null;

    // By days and the rest, because a double holds nanoseconds up to 104 days only.
    private static Duration Rounded(decimal nanoseconds)
    {
        decimal days = Math.Floor(nanoseconds / NodaConstants.NanosecondsPerDay);
        return Duration.FromDays((int)days) + Duration.FromNanoseconds((long)Math.Round(nanoseconds - (days * NodaConstants.NanosecondsPerDay)));
    }

    private static string Text(Duration time) => FormattableString.Invariant($"{Math.Floor(time.TotalHours):0}:{time.Minutes:00}:{time.Seconds:00}");
}

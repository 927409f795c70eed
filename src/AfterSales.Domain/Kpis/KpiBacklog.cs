using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>The valid tickets that are unresolved at the cut-off, by age.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class KpiBacklog
{
    private readonly long[] _counts;

    internal KpiBacklog(IReadOnlyList<Duration> ages, long[] counts)
    {
        Ages = ages;
        _counts = counts;
    }

    /// <summary>Gets the ages that divide the buckets, ascending: a bucket is younger than its age, and at least as old as the one before.</summary>
    public IReadOnlyList<Duration> Ages { get; }

    /// <summary>Gets how many tickets each bucket holds: one more bucket than ages, for the oldest.</summary>
    public IReadOnlyList<long> Counts => Array.AsReadOnly(_counts);

    /// <summary>Gets how many tickets there are in all.</summary>
    public long Total => _counts.Sum();

    /// <summary>Returns the total and each bucket, ages in days.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Total} open: {string.Join(", ", _counts.Select((count, i) => FormattableString.Invariant(i < Ages.Count ? (FormattableString)$"{count} under {Ages[i].TotalDays:0.##} d" : (FormattableString)$"{count} older")))}");
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>A measured time of one period and slice as plain data: its exact total, and its whole seconds with their counts.</summary>
/// <remarks>Mutable; part of a <see cref="KpiTallySnapshot"/>, and checked with it.</remarks>
public sealed class KpiTimeSnapshot
{
    /// <summary>Gets or sets the code of the measure.</summary>
    public string Measure { get; set; } = "";

    /// <summary>Gets or sets the sum of all times.</summary>
    public DurationTotal Total { get; set; }

    /// <summary>Gets or sets the whole seconds with their counts; never null in a snapshot of a tally.</summary>
    public QuantileSnapshot? Seconds { get; set; }
}

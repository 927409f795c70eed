using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>The counts of one period and slice as plain data.</summary>
/// <remarks>Mutable; part of a <see cref="KpiTallySnapshot"/>, and checked with it.</remarks>
public sealed class KpiCellSnapshot
{
    /// <summary>Gets or sets the first date of the period.</summary>
    public LocalDate First { get; set; }

    /// <summary>Gets or sets the dimension's name; null for all tickets.</summary>
    public string? Dimension { get; set; }

    /// <summary>Gets or sets the value in the dimension; empty for tickets that say nothing, and without a dimension.</summary>
    public string Value { get; set; } = "";

    /// <summary>Gets or sets how many valid tickets were opened.</summary>
    public long Created { get; set; }

    /// <summary>Gets or sets how many valid tickets were resolved.</summary>
    public long Resolved { get; set; }

    /// <summary>
    /// Gets or sets, by the code of a KPI or by <c>goal/</c> and the name of a goal: how many are in the numerator, only in the denominator, and left out for each reason in
    /// the order of <see cref="KpiExclusion"/>; zeros at the end, and what was never counted, may be absent.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<long>>> Counts { get; set; } = [];

    /// <summary>Gets or sets the times that were measured.</summary>
    public IReadOnlyList<KpiTimeSnapshot> Times { get; set; } = [];
}

namespace AfterSales.Domain.Kpis;

/// <summary>The backlog of one slice as plain data.</summary>
/// <remarks>Mutable; part of a <see cref="KpiTallySnapshot"/>, and checked with it.</remarks>
public sealed class KpiBacklogSnapshot
{
    /// <summary>Gets or sets the dimension's name; null for all tickets.</summary>
    public string? Dimension { get; set; }

    /// <summary>Gets or sets the value in the dimension; empty for tickets that say nothing, and without a dimension.</summary>
    public string Value { get; set; } = "";

    /// <summary>Gets or sets how many tickets each age bucket holds, the youngest first.</summary>
    public IReadOnlyList<long> Counts { get; set; } = [];
}

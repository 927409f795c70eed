namespace AfterSales.Domain.Kpis;

/// <summary>One value of one dimension, or everything.</summary>
/// <param name="Dimension">The dimension's index in the plan; −1 for everything.</param>
/// <param name="Value">The value; empty for everything.</param>
internal readonly record struct KpiSlice(int Dimension, string Value)
{
    internal static KpiSlice Everything { get; } = new(-1, "");
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>The full cost of service in a period divided by the tickets that were resolved in it (R27).</summary>
/// <remarks>
/// What unresolved, withdrawn and failed work cost is in the numerator too: it is paid all the same. Periods and slices add up by cost and count. Equality is of all parts.
/// This type is immutable.
/// </remarks>
public readonly record struct CostPerTicket : IFormattable
{
    /// <summary>Makes the figure.</summary>
    /// <param name="cost">The full cost of the period.</param>
    /// <param name="flow">What was resolved in the same period and slice.</param>
    /// <exception cref="InvalidOperationException"><paramref name="cost"/> is the default value.</exception>
    public CostPerTicket(ServiceCost cost, KpiFlow flow)
        : this(cost, flow.Resolved)
    {
    }

    private CostPerTicket(ServiceCost cost, long resolved)
    {
        _ = cost.Currency;
        (Cost, Resolved) = (cost, resolved);
    }

    /// <summary>Gets the full cost.</summary>
    public ServiceCost Cost { get; }

    /// <summary>Gets how many tickets were resolved.</summary>
    public long Resolved { get; }

    /// <summary>Gets the full cost of a resolved ticket, unrounded; null when none was resolved.</summary>
    public decimal? Value => Per(Cost.Total);

    /// <summary>Gets the labour of a resolved ticket, unrounded; null when none was resolved.</summary>
    public decimal? Labour => Per(Cost.Labour);

    /// <summary>Gets the parts of a resolved ticket, unrounded; null when none was resolved.</summary>
    public decimal? Parts => Per(Cost.Parts);

    /// <summary>Gets the travel of a resolved ticket, unrounded; null when none was resolved.</summary>
    public decimal? Travel => Per(Cost.Travel);

    /// <summary>Gets why there is no value; null when there is one.</summary>
    public NoFigure? Missing => Resolved > 0 ? null : NoFigure.NothingCounted;

    /// <summary>Adds another period or slice.</summary>
    /// <param name="other">The other figure.</param>
    /// <returns>Both together.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="InvalidOperationException">One of them is the default value.</exception>
    public CostPerTicket Add(CostPerTicket other) => new(Cost + other.Cost, Resolved + other.Resolved);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static CostPerTicket operator +(CostPerTicket left, CostPerTicket right) => left.Add(right);

    /// <summary>Returns the figure with its parts, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the figure with its parts.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool isChinese = TextLanguage.IsChinese(format);
        return Missing is { } missing ? missing.ToString(format, null)
            : isChinese ? FormattableString.Invariant($"每单 {Cost.Currency} {Value:0.00}（人工 {Labour:0.00}、配件 {Parts:0.00}、路途 {Travel:0.00}；已解决 {Resolved} 单）")
            : FormattableString.Invariant($"{Cost.Currency} {Value:0.00} a ticket (labour {Labour:0.00}, parts {Parts:0.00}, travel {Travel:0.00}; {Resolved} resolved)");
    }

    private decimal? Per(decimal cost) => Resolved > 0 ? cost / Resolved : null;
}

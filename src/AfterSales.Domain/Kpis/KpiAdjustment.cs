namespace AfterSales.Domain.Kpis;

/// <summary>What has changed in a KPI of a closed period: shown beside the frozen value, which stays.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class KpiAdjustment : IFormattable
{
    internal KpiAdjustment(KpiDimension? dimension, string value, KpiValue frozen, KpiValue now) => (Dimension, Value, Frozen, Now) = (dimension, value, frozen, now);

    /// <summary>Gets the dimension; null for all tickets.</summary>
    public KpiDimension? Dimension { get; }

    /// <summary>Gets the value in the dimension; empty for tickets that say nothing, and for all.</summary>
    public string Value { get; }

    /// <summary>Gets what was frozen.</summary>
    public KpiValue Frozen { get; }

    /// <summary>Gets what the later tally shows.</summary>
    public KpiValue Now { get; }

    /// <summary>Gets by how much the numerator grew; negative when it shrank.</summary>
    public long NumeratorChange => Now.Numerator - Frozen.Numerator;

    /// <summary>Gets by how much the denominator grew; negative when it shrank.</summary>
    public long DenominatorChange => Now.Denominator - Frozen.Denominator;

    /// <summary>Returns the frozen value and the change, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the frozen value and the change.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        string slice = Dimension is { } dimension ? $" [{dimension} {(Value.Length == 0 ? "–" : Value)}]" : "";
        string change = FormattableString.Invariant($"{NumeratorChange:+0;−0;0} / {DenominatorChange:+0;−0;0}");
        return TextLanguage.IsChinese(format)
            ? $"{Frozen.ToString(format, null)}{slice}；结账后调整 {change}，现为 {Now.Share.ToString(format, null)}"
            : $"{Frozen.ToString(format, null)}{slice}; adjusted since by {change}, now {Now.Share.ToString(format, null)}";
    }
}

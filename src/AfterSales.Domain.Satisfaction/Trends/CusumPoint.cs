namespace AfterSales.Domain.Satisfaction;

/// <summary>One period on a CUSUM chart.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public readonly record struct CusumPoint : IFormattable
{
    internal CusumPoint(string period, double low, double high, double limit)
    {
        Period = period;
        Low = low;
        High = high;
        IsSignal = low > limit || high > limit;
    }

    /// <summary>Gets the period's name.</summary>
    public string Period { get; }

    /// <summary>Gets by how much values have lately fallen short of the target, beyond the allowance; not negative.</summary>
    public double Low { get; }

    /// <summary>Gets by how much values have lately passed the target, beyond the allowance; not negative.</summary>
    public double High { get; }

    /// <summary>Gets whether one of them is above the decision limit.</summary>
    public bool IsSignal { get; }

    /// <summary>Returns period and both sums.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        return FormattableString.Invariant(chinese
            ? (FormattableString)$"{Period}：下累积和 {Low:0.####}，上累积和 {High:0.####}{(IsSignal ? "，超限" : "")}"
            : $"{Period}: low {Low:0.####}, high {High:0.####}{(IsSignal ? ", a signal" : "")}");
    }
}

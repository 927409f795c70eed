namespace AfterSales.Domain.Satisfaction;

/// <summary>One period on a control chart: its value, the limits that chance keeps within, and whether it left them.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public readonly record struct ControlPoint : IFormattable
{
    internal ControlPoint(string period, double? value, double lower, double upper)
    {
        Period = period;
        Value = value;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Gets the period's name.</summary>
    public string Period { get; }

    /// <summary>Gets the plotted value, or null when the period has no data.</summary>
    public double? Value { get; }

    /// <summary>Gets the lower limit, still within.</summary>
    public double Lower { get; }

    /// <summary>Gets the upper limit, still within.</summary>
    public double Upper { get; }

    /// <summary>Gets whether the value lies outside the limits: something other than chance is likely at work.</summary>
    public bool IsSignal => Value is { } value && (value < Lower || value > Upper);

    /// <summary>Returns period, value and limits.</summary>
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
        return Value is not { } value ? chinese ? $"{Period}：无数据" : $"{Period}: no data"
            : FormattableString.Invariant(chinese
                ? (FormattableString)$"{Period}：{value:0.####}，控制限 {Lower:0.####}…{Upper:0.####}{(IsSignal ? "，超限" : "")}"
                : $"{Period}: {value:0.####} in {Lower:0.####}…{Upper:0.####}{(IsSignal ? ", a signal" : "")}");
    }
}

namespace AfterSales.Domain.Satisfaction;

/// <summary>One period on a control chart: its value, the limits that chance keeps within, and whether it left them.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public readonly record struct ControlPoint
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
    public override string ToString() => Value is { } value
        ? FormattableString.Invariant($"{Period}: {value:0.####} in {Lower:0.####}…{Upper:0.####}{(IsSignal ? ", a signal" : "")}")
        : $"{Period}: no data";
}

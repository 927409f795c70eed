namespace AfterSales.Domain.Satisfaction;

/// <summary>One period on a CUSUM chart.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public readonly record struct CusumPoint
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
    public override string ToString() => FormattableString.Invariant($"{Period}: low {Low:0.####}, high {High:0.####}{(IsSignal ? ", a signal" : "")}");
}

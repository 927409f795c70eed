namespace AfterSales.Domain.Statistics;

/// <summary>A quantile of many numbers, with whether it is exact.</summary>
/// <remarks>Either <see cref="Value"/> or <see cref="Missing"/> is null. Equality is of all parts. This type is immutable.</remarks>
public readonly record struct Quantile
{
    internal Quantile(double probability, QuantileType type, long count, double? value, bool isExact)
    {
        Probability = probability;
        Type = type;
        Count = count;
        Value = value;
        IsExact = isExact;
    }

    /// <summary>Gets which quantile it is, from 0 to 1: 0.5 is the median.</summary>
    public double Probability { get; }

    /// <summary>Gets by which definition.</summary>
    public QuantileType Type { get; }

    /// <summary>Gets how many numbers it rests on.</summary>
    public long Count { get; }

    /// <summary>Gets the quantile in the unit of the numbers, or null for none.</summary>
    public double? Value { get; }

    /// <summary>Gets whether it was computed from the numbers themselves; otherwise from logarithmic buckets, with a relative error of at most 0.1 %.</summary>
    public bool IsExact { get; }

    /// <summary>Gets why there is no quantile, or null when there is one.</summary>
    public NoFigure? Missing => Value is null ? NoFigure.NothingCounted : null;

    /// <summary>Returns the quantile, as in "p90 = 1234 (n = 400)" or "p90 ≈ 1234 (± 0.1 %, n = 4000000)".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => Value is not { } value
        ? NoFigure.NothingCounted.ToString()
        : FormattableString.Invariant($"p{100 * Probability:0.###} {(IsExact ? "=" : "≈")} {value:0.###} ({(IsExact ? "" : "± 0.1 %, ")}n = {Count})");
}

namespace AfterSales.Domain.Satisfaction;

/// <summary>How many customers of a stratum are asked.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record StratumAllocation
{
    internal StratumAllocation(Stratum stratum, double exact, long size)
    {
        Stratum = stratum;
        Exact = exact;
        Size = size;
    }

    /// <summary>Gets the stratum.</summary>
    public Stratum Stratum { get; }

    /// <summary>Gets the number before rounding and before any cap.</summary>
    public double Exact { get; }

    /// <summary>Gets how many are asked; never more than the stratum has.</summary>
    public long Size { get; }

    /// <summary>Gets whether nobody of the stratum is asked. Such strata are reported, never dropped in silence.</summary>
    public bool IsEmpty => Size == 0;

    /// <summary>Returns the number, as in "east: 143 of 4421".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Stratum.Name}: {Size} of {Stratum.Population}");
}

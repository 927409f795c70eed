namespace AfterSales.Domain.Kpis;

/// <summary>What came in and what went out in a period: the one figure that mixes two cohorts, so it may exceed 1 and has no interval.</summary>
/// <remarks>Equality is of both counts. The default value is 0 of 0. This type is immutable.</remarks>
public readonly record struct KpiFlow
{
    internal KpiFlow(long created, long resolved)
    {
        Created = created;
        Resolved = resolved;
    }

    /// <summary>Gets how many valid tickets were opened in the period.</summary>
    public long Created { get; }

    /// <summary>Gets how many valid tickets were resolved in the period, whenever they were opened.</summary>
    public long Resolved { get; }

    /// <summary>Gets resolved / created; null when none was created.</summary>
    public double? Ratio => Created == 0 ? null : (double)Resolved / Created;

    /// <summary>Returns both counts and the ratio.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => Ratio is { } ratio
        ? FormattableString.Invariant($"{Resolved} resolved, {Created} created, ratio {ratio:0.00}")
        : FormattableString.Invariant($"{Resolved} resolved, none created");
}

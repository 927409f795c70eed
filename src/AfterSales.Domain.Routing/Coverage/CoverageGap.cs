namespace AfterSales.Domain.Routing;

/// <summary>A time at which something had to be covered and nobody was there for it.</summary>
/// <remarks>Two gaps are equal when need and time are. This type is immutable.</remarks>
public readonly record struct CoverageGap
{
    internal CoverageGap(CoverageNeed need, Interval when)
    {
        Need = need;
        When = when;
    }

    /// <summary>Gets what nobody covers.</summary>
    public CoverageNeed Need { get; }

    /// <summary>Gets when: a half-open interval.</summary>
    public Interval When { get; }

    /// <summary>Returns need and time, as in "compressor ≥ 3, Pudong: 2026-11-23T09:00:00Z to 2026-11-23T13:00:00Z".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Need}: {RoutingWords.Text(When.Start)} to {RoutingWords.Text(When.End)}";
}

namespace AfterSales.Domain.Routing;

/// <summary>One part of a score.</summary>
/// <remarks>Two are equal when part, weight and value are. The default value is a skill surplus that does not count. This type is immutable.</remarks>
public readonly record struct ScoredPart
{
    internal ScoredPart(ScorePart part, int weight, int value)
    {
        Part = part;
        Weight = weight;
        Value = value;
    }

    /// <summary>Gets which part.</summary>
    public ScorePart Part { get; }

    /// <summary>Gets its weight, from 0 to 100.</summary>
    public int Weight { get; }

    /// <summary>Gets its value, from 0 to 1,000.</summary>
    public int Value { get; }

    /// <summary>Gets weight times value.</summary>
    public int Points => Weight * Value;

    /// <summary>Returns name and points, as in "spare capacity 22000".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{RoutingWords.English(Part)} {Points}");
}

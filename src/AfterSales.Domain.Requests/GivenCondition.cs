namespace AfterSales.Domain.Requests;

/// <summary>The condition that an open dimension has a value, whichever.</summary>
/// <remarks>Two are equal when their dimensions are. This type is immutable and safe for use by several threads.</remarks>
public sealed class GivenCondition : RequestCondition
{
    internal GivenCondition(RequestDimension dimension) => Dimension = dimension;

    /// <summary>Gets the open dimension.</summary>
    public RequestDimension Dimension { get; }

    private protected override bool IsCompound => false;

    /// <inheritdoc/>
    public override bool Equals(RequestCondition? other) => other is GivenCondition given && Dimension.Equals(given.Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, 2);

    internal override bool Holds(ServiceRequest request) => request.TextOf(Dimension.Id, Dimension.Name) is not null;

    internal override string Words(bool chinese) => chinese ? $"已给出{Dimension.Label(chinese)}" : $"{Dimension.Label(chinese)} given";

    internal override IEnumerable<ConditionLeaf> Leaves() => [new ConditionLeaf(Dimension, [], testsPresence: true)];
}

namespace AfterSales.Domain.Requests;

/// <summary>The condition that every request meets; <see cref="RequestCondition.Any"/>.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class AnyCondition : RequestCondition
{
    internal AnyCondition()
    {
    }

    private protected override bool IsCompound => false;

    /// <inheritdoc/>
    public override bool Equals(RequestCondition? other) => other is AnyCondition;

    /// <inheritdoc/>
    public override int GetHashCode() => 1;

    internal override bool Holds(ServiceRequest request) => true;

    internal override string Words(bool chinese) => chinese ? "任何请求" : "any request";

    internal override IEnumerable<ConditionLeaf> Leaves() => [];
}

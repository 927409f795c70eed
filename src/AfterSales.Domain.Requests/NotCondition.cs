namespace AfterSales.Domain.Requests;

/// <summary>The condition that another does not hold; <see cref="RequestCondition.Not"/>.</summary>
/// <remarks>Two are equal when their parts are. This type is immutable and safe for use by several threads.</remarks>
public sealed class NotCondition : RequestCondition
{
    internal NotCondition(RequestCondition part) => Part = part;

    /// <summary>Gets the condition that must not hold.</summary>
    public RequestCondition Part { get; }

    private protected override bool IsCompound => false;

    /// <inheritdoc/>
    public override bool Equals(RequestCondition? other) => other is NotCondition not && Part.Equals(not.Part);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Part, 7);

    internal override bool Holds(ServiceRequest request) => !Part.Holds(request);

    internal override string Words(bool chinese) => (chinese ? "非" : "not ") + Part.WordsAsPart(chinese);

    internal override IEnumerable<ConditionLeaf> Leaves() => Part.Leaves();
}

namespace AfterSales.Domain.Requests;

/// <summary>The condition that at least one of some conditions holds; <see cref="RequestCondition.AnyOf"/>.</summary>
/// <remarks>Two are equal when their parts are, in the same order. This type is immutable and safe for use by several threads.</remarks>
public sealed class AnyOfCondition : RequestCondition
{
    private readonly RequestCondition[] _parts;

    internal AnyOfCondition(RequestCondition[] parts) => _parts = parts;

    /// <summary>Gets the conditions, at least two, in the order in which they are tried.</summary>
    public IReadOnlyList<RequestCondition> Parts => _parts;

    private protected override bool IsCompound => true;

    /// <inheritdoc/>
    public override bool Equals(RequestCondition? other) => other is AnyOfCondition same && _parts.SequenceEqual(same._parts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(5);
        foreach (RequestCondition part in _parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    internal override bool Holds(ServiceRequest request)
    {
        foreach (RequestCondition part in _parts)
        {
            if (part.Holds(request))
            {
                return true;
            }
        }

        return false;
    }

    internal override string Words(bool chinese) => string.Join(chinese ? "或" : " or ", _parts.Select(part => part.WordsAsPart(chinese)));

    internal override IEnumerable<ConditionLeaf> Leaves() => _parts.SelectMany(part => part.Leaves());
}

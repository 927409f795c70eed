namespace AfterSales.Domain.Requests;

/// <summary>The condition that a request has one of some values in one dimension.</summary>
/// <remarks>
/// In a finite dimension the test is one bit of a mask; in an open one a comparison with each value, which a request that gives none does not meet.
/// Two are equal when dimension and values are, in whatever order they were given. This type is immutable and safe for use by several threads.
/// </remarks>
public sealed class OneOfCondition : RequestCondition
{
    private readonly string[] _values;
    private readonly uint _mask;

    internal OneOfCondition(RequestDimension dimension, IEnumerable<string> values)
    {
        Dimension = dimension;
        _values = [.. values.Distinct(StringComparer.Ordinal).OrderBy(value => dimension.NumberOf(value)).ThenBy(value => value, StringComparer.Ordinal)];
        if (dimension.IsFinite)
        {
            foreach (string value in _values)
            {
                _mask |= 1u << dimension.NumberOf(value);
            }
        }
    }

    /// <summary>Gets the dimension.</summary>
    public RequestDimension Dimension { get; }

    /// <summary>Gets the values, each once: in the order of a finite dimension's values, in an open one by UTF-16 code units.</summary>
    public IReadOnlyList<string> Values => _values;

    private protected override bool IsCompound => _values.Length > 1;

    /// <inheritdoc/>
    public override bool Equals(RequestCondition? other) =>
        other is OneOfCondition one && Dimension.Equals(one.Dimension) && _values.SequenceEqual(one._values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Dimension);
        foreach (string value in _values)
        {
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    internal override bool Holds(ServiceRequest request)
    {
        if (Dimension.IsFinite)
        {
            return ((_mask >> request.NumberOf(Dimension.Id)) & 1) != 0;
        }

        return request.TextOf(Dimension.Id, Dimension.Name) is { } text && Array.IndexOf(_values, text) >= 0;
    }

    internal override string Words(bool chinese) => Dimension.Words(_values, chinese);

    internal override IEnumerable<ConditionLeaf> Leaves() => [new ConditionLeaf(Dimension, _values, testsPresence: false)];
}

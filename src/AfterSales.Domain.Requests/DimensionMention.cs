namespace AfterSales.Domain.Requests;

/// <summary>A dimension that conditions look at, with the values that they mention and the values that suffice to try every case.</summary>
/// <remarks>Two mentions are equal when dimension, values and representatives are. This type is immutable and safe for use by several threads.</remarks>
public sealed class DimensionMention : IEquatable<DimensionMention>
{
    private readonly string[] _values;
    private readonly string?[] _representatives;

    internal DimensionMention(RequestDimension dimension, IEnumerable<string> values, bool testsPresence)
    {
        Dimension = dimension;
        _values = [.. values.Distinct(StringComparer.Ordinal).OrderBy(value => dimension.NumberOf(value)).ThenBy(value => value, StringComparer.Ordinal)];
        _representatives = dimension.IsFinite ? [.. dimension.Values]
            : testsPresence ? [.. _values, Other(), null]
            : [.. _values, Other()];
    }

    /// <summary>Gets the dimension.</summary>
    public RequestDimension Dimension { get; }

    /// <summary>Gets the values that are mentioned, each once: in the order of a finite dimension's values, in an open one by UTF-16 code units.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>
    /// Gets the values that stand for all: every value of a finite dimension; of an open one each mentioned value, one that is not mentioned ("other", or
    /// "other-2" and so on when that is mentioned), and null where a condition asks whether there is a value at all.
    /// </summary>
    /// <remarks>Two requests that differ only in values with the same representative meet the same conditions.</remarks>
    public IReadOnlyList<string?> Representatives => _representatives;

    /// <summary>Says whether dimension, values and representatives are equal.</summary>
    /// <param name="other">The other mention.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(DimensionMention? other) =>
        other is not null && Dimension.Equals(other.Dimension) && _values.SequenceEqual(other._values) && _representatives.SequenceEqual(other._representatives);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DimensionMention);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, _values.Length, _representatives.Length);

    /// <summary>Returns dimension and mentioned values: "severity: important, urgent".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _values.Length == 0 ? $"{Dimension}: given or not" : $"{Dimension}: {string.Join(", ", _values)}";

    private string Other()
    {
        string other = "other";
        for (int n = 2; Array.IndexOf(_values, other) >= 0; n++)
        {
            other = FormattableString.Invariant($"other-{n}");
        }

        return other;
    }
}

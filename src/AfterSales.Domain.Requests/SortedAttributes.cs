namespace AfterSales.Domain.Requests;

/// <summary>The open attributes of a request, ordered by name.</summary>
internal sealed class SortedAttributes : IEquatable<SortedAttributes>
{
    private readonly KeyValuePair<string, string>[] _pairs;

    private SortedAttributes(KeyValuePair<string, string>[] pairs)
    {
        _pairs = pairs;
        Pairs = Array.AsReadOnly(pairs);
    }

    internal static SortedAttributes Empty { get; } = new([]);

    internal IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    public bool Equals(SortedAttributes? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _pairs.Length != other._pairs.Length)
        {
            return false;
        }

        for (int i = 0; i < _pairs.Length; i++)
        {
            if (!string.Equals(_pairs[i].Key, other._pairs[i].Key, StringComparison.Ordinal)
                || !string.Equals(_pairs[i].Value, other._pairs[i].Value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as SortedAttributes);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (KeyValuePair<string, string> pair in _pairs)
        {
            hash.Add(pair.Key, StringComparer.Ordinal);
            hash.Add(pair.Value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    internal string? Find(string name)
    {
        foreach (KeyValuePair<string, string> pair in _pairs)
        {
            if (string.Equals(pair.Key, name, StringComparison.Ordinal))
            {
                return pair.Value;
            }
        }

        return null;
    }

    internal SortedAttributes With(string name, string value)
    {
        KeyValuePair<string, string>[] others = Others(name);
        return others.Length < ServiceRequest.MaximumAttributes
            ? new SortedAttributes([.. others.Append(new KeyValuePair<string, string>(name, value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)])
            : throw new ArgumentException(
                FormattableString.Invariant($"The request has {others.Length} attributes already; at most {ServiceRequest.MaximumAttributes} are allowed."),
                nameof(name));
    }

    internal SortedAttributes Without(string name) => Find(name) is null ? this : new SortedAttributes(Others(name));

    private KeyValuePair<string, string>[] Others(string name) => [.. _pairs.Where(pair => !string.Equals(pair.Key, name, StringComparison.Ordinal))];
}

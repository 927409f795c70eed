namespace AfterSales.Domain.Json;

/// <summary>Reads the members of an object, each once, and writes down what is missing, unknown or wrong.</summary>
/// <remarks>
/// The pattern of every form: make the reader, ask for each member, then <see cref="Build{T}"/>. A member that is wrong has been written down when the call returns its
/// default value, and <see cref="Build{T}"/> constructs only when nothing of the object was wrong. The member <c>$comment</c> is allowed everywhere and left aside.
/// </remarks>
internal sealed class ObjectReader
{
    private readonly DocumentNode _node;
    private readonly List<string> _known = ["$comment"];
    private readonly int _problemsBefore;
    private readonly bool _isObject;

    internal ObjectReader(DocumentNode node)
    {
        _node = node;
        _problemsBefore = node.Findings.Count;
        _isObject = node.Kind == NodeKind.Object;
        if (!_isObject)
        {
            node.Refuse("wrong-type", "an object");
        }
    }

    /// <summary>Says that members of these names are allowed; the form reads them itself.</summary>
    internal void Allow(IEnumerable<string> names) => _known.AddRange(names);

    internal bool Has(string name) => _node[name] is not null;

    /// <summary>The member, which must be there.</summary>
    internal T Required<T>(string name, Func<DocumentNode, T> read)
    {
        _known.Add(name);
        if (_node[name] is { } member)
        {
            return read(member);
        }

        if (_isObject)
        {
            _node.Findings.Add(_node, "missing-member", $"found no member \"{name}\"", "it must be there");
        }

        return default!;
    }

    /// <summary>The member, or a default when it is not there.</summary>
    internal T Optional<T>(string name, Func<DocumentNode, T> read, T otherwise)
    {
        _known.Add(name);
        return _node[name] is { } member ? read(member) : otherwise;
    }

    /// <summary>The values of a list that may be absent, which is the same as empty; values that are wrong are left out.</summary>
    internal IReadOnlyList<T> List<T>(string name, Func<DocumentNode, T> read) => Optional<IReadOnlyList<T>>(name, node => Forms.ListOf(node, read, atLeast: 0), []);

    /// <summary>The values of a list whose values are added to a thing one by one, each time as a changed copy; empty when it is not there.</summary>
    internal IReadOnlyList<T> ShortList<T>(string name, Func<DocumentNode, T> read) => Optional<IReadOnlyList<T>>(name, node => Forms.IsShort(node) ? Forms.ListOf(node, read, atLeast: 0) : [], []);

    /// <summary>The values of a list that must be there and hold at least one.</summary>
    internal IReadOnlyList<T> NonEmptyList<T>(string name, Func<DocumentNode, T> read) => Required(name, node => Forms.ListOf(node, read, atLeast: 1)) ?? [];

    /// <summary>The one of these members that is there; null, and written down, when there is none or more than one.</summary>
    internal string? OneOf(params string[] names)
    {
        _known.AddRange(names);
        string[] found = [.. names.Where(Has)];
        if (_isObject && found.Length != 1)
        {
            string shown = found.Length == 0
                ? _node.Members.Count == 0 ? "an empty object" : "none of these members" + (_node.Findings.IsFull ? "" : HintFor(names))
                : string.Join(" and ", found.Select(name => $"\"{name}\""));
            _node.Findings.Add(_node, found.Length == 0 ? "missing-member" : "refused", "found " + shown, "allowed is exactly one of " + Quoting.List(names));
        }

        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Reports unknown members and, when nothing was wrong with the object, makes what it describes.</summary>
    /// <returns>The value, or the default when something was wrong; a domain refusal becomes a finding with its message.</returns>
    internal T? Build<T>(Func<T> make)
    {
        foreach (KeyValuePair<string, DocumentNode> member in _node.Members)
        {
            if (!_known.Contains(member.Key, StringComparer.Ordinal))
            {
                (string hint, string allowed) = _node.Findings.IsFull ? ("", "")
                    : (NearMiss.Hint(member.Key, Unused()), string.Join(", ", _known.Where(name => name[0] != '$').Distinct(StringComparer.Ordinal)));
                _node.Findings.Add(member.Value, "unknown-member", $"found the unknown member {Quoting.Quoted(member.Key)}{hint}", "allowed are " + allowed);
            }
        }

        return _node.Findings.Count == _problemsBefore ? Forms.Checked(_node, make) : default;
    }

    private IEnumerable<string> Unused() => _known.Where(name => !Has(name));

    private string HintFor(string[] names) => _node.Members.Select(member => NearMiss.Hint(member.Key, names)).FirstOrDefault(hint => hint.Length > 0) ?? "";
}

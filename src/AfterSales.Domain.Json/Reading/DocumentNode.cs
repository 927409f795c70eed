namespace AfterSales.Domain.Json;

/// <summary>A value of a JSON text that knows its place, and the list that problems with it are written to.</summary>
internal sealed class DocumentNode
{
    private readonly DocumentNode? _parent;
    private readonly string? _name;
    private readonly int _index;

    // Most nodes are numbers and texts; only objects have members, and only lists have items.
    private readonly List<KeyValuePair<string, DocumentNode>>? _members;
    private readonly Dictionary<string, DocumentNode>? _byName;
    private readonly List<DocumentNode>? _items;

    internal DocumentNode(DocumentFindings findings, NodeKind kind, string text, int line, int column, DocumentNode? parent, string? name, int index)
    {
        Findings = findings;
        Kind = kind;
        Text = text;
        Line = line;
        Column = column;
        _parent = parent;
        _name = name;
        _index = index;
        if (kind == NodeKind.Object)
        {
            _members = [];
            _byName = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        }
        else if (kind == NodeKind.List)
        {
            _items = [];
        }
    }

    internal DocumentFindings Findings { get; }

    internal NodeKind Kind { get; }

    /// <summary>The characters of a text, the digits of a number as written; empty otherwise.</summary>
    internal string Text { get; }

    internal int Line { get; }

    internal int Column { get; }

    /// <summary>The members of an object in the order of the text, without repetitions.</summary>
    internal IReadOnlyList<KeyValuePair<string, DocumentNode>> Members => (IReadOnlyList<KeyValuePair<string, DocumentNode>>?)_members ?? [];

    internal IReadOnlyList<DocumentNode> Items => (IReadOnlyList<DocumentNode>?)_items ?? [];

    internal string Path => _parent is null ? "$" : _parent.Path + Step();

    /// <summary>The value as it is shown in a finding.</summary>
    internal string Shown => Kind switch
    {
        NodeKind.Object => Members.Count == 0 ? "an empty object" : "an object",
        NodeKind.List => Items.Count == 0 ? "an empty list" : "a list",
        NodeKind.Text => Quoting.Quoted(Text),
        NodeKind.Number => Quoting.Cut(Text),
        NodeKind.True => "true",
        NodeKind.False => "false",
        _ => "null",
    };

    internal DocumentNode? this[string name] => _byName is not null && _byName.TryGetValue(name, out DocumentNode? member) ? member : null;

    internal void Add(string name, DocumentNode member)
    {
        _byName!.Add(name, member);
        _members!.Add(new KeyValuePair<string, DocumentNode>(name, member));
    }

    internal void Add(DocumentNode item) => _items!.Add(item);

    /// <summary>Writes down that this value cannot be, and what could.</summary>
    internal void Refuse(string code, string allowed) => Findings.Add(this, code, "found " + Shown, "allowed is " + allowed);

    /// <summary>Writes down that this text is none of the known names; what is costly to say is made only for findings that are kept.</summary>
    internal void RefuseName(string code, Func<string> allowed, IEnumerable<string> known) =>
        Refuse(code, Findings.IsFull ? "" : allowed() + NearMiss.Hint(Text, known));

    private string Step()
    {
        if (_name is null)
        {
            return $"[{_index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
        }

        return Quoting.IsIdentifier(_name) ? "." + _name : "[" + Quoting.Quoted(_name) + "]";
    }
}

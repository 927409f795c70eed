using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AfterSales.Domain.Tests.Robustness;

/// <summary>Breaks a JSON document along its structure: members renamed, doubled, moved and left out, values changed a little or replaced, levels added.</summary>
internal sealed class JsonMutator(Random random)
{
    private static readonly string[] StrangeValues =
    [
        "null", "true", "false", "0", "-1", "-0", "1.5", "1e400", "-1e-400", "2147483648", "9223372036854775808", "123456789012345678901234567890", "0.1000000000000000055511151231257827",
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ufeff\"", "\"\\u202e\"", "\"ı\"", "\"İ\"", "\"ß\"", "\"１２\"", "\"٣\"", "[]", "{}", "[null]", "{\"\":null}",
        "\"PT0S\"", "\"-PT1H\"", "\"P99999999999D\"", "\"PT0.0000000001S\"", "\"P1Y\"", "\"-9998-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"02-29\"", "\"02-30\"",
        "\"9999-12-31T23:59:59.999999999+18:00\"", "\"9999-12-31T23:59:59-18:00\"", "\"-9998-01-01T00:00:00+18:00\"", "\"0001-01-01T00:00:00-18:00\"", "\"2026-03-29T02:30:00+08:00\"", "\"00:00-00:00\"", "\"24:00\"", "\"24:01\"", "\"23:59:59.999999999\"",
        "\"Mo-Fr\"", "\"24/7\"", "\"Mo-Su 22:00-06:00; PH off\"", "\"Europe/Berlin\"", "\"Etc/GMT+12\"", "\"Africa/Nowhere\"", "\"china-2026\"", "\"urgent\"", "\"always\"", "\"a\"", "\"A\"", "\"-\"",
        "{\"elapsed\":\"PT1H\"}", "{\"openTime\":\"PT0.000000001S\"}", "{\"workingDay\":2147483647}", "{\"not\":{\"not\":{}}}", "[\"urgent\",\"urgent\"]",
    ];

    private static readonly string[] Keys = ["", "format", "name", "$comment", "$schema", "nam", "Name", "version", "when", "rule", "x", "\\u0000", "\\ud800", "ı"];

    /// <summary>Returns the document with one to four things broken.</summary>
    public byte[] Mutate(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Piece root = Piece.Of(document.RootElement);
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            ChangeSomewhere(root);
        }

        StringBuilder text = new(json.Length + 64);
        root.WriteTo(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        return random.Next(5) == 0 ? new TextMutator(random).Break(bytes) : bytes;
    }

    private void ChangeSomewhere(Piece root)
    {
        List<Piece> all = [.. root.AndAllWithin()];
        Piece[] parents = [.. all.Where(one => one.Parts.Count > 0)];
        if (parents.Length == 0)
        {
            root.Become(Strange());
            return;
        }

        Piece parent = parents[random.Next(parents.Length)];
        int at = random.Next(parent.Parts.Count);
        (string? key, Piece value) = parent.Parts[at];
        switch (random.Next(12))
        {
            case 0:
            case 1:
                value.Become(Strange());
                break;
            case 2:
                parent.Parts.RemoveAt(at);
                break;
            case 3:
                parent.Parts.Insert(random.Next(parent.Parts.Count + 1), (key, value.Copy()));
                break;
            case 4:
                value.Become(all[random.Next(all.Count)].Copy());
                break;
            case 5:
                string? other = all.SelectMany(one => one.Parts).Select(part => part.Key).OfType<string>().OrderBy(_ => random.Next()).FirstOrDefault();
                parent.Parts[at] = (key is null ? null : random.Next(2) == 0 ? other : Keys[random.Next(Keys.Length)], value);
                break;
            case 6:
                value.Become(Wrapped(value.Copy(), random.Next(20) switch { 0 => 20_000, 1 => 200, 2 or 3 => 100, _ => 1 }));
                break;
            case 7:
                parent.Parts.RemoveAt(at);
                parent.Parts.Insert(random.Next(parent.Parts.Count + 1), (key, value));
                break;
            case 8:
                Multiply(parent, key, value);
                break;
            case 9:
                parent.Parts.Insert(at, (key is null ? null : Keys[random.Next(Keys.Length)], Strange()));
                break;
            default:
                Piece[] leaves = [.. all.Where(one => one.Raw is not null)];
                if (leaves.Length > 0)
                {
                    Piece leaf = leaves[random.Next(leaves.Length)];
                    leaf.Become(Piece.Leaf(Nudged(leaf.Raw!)));
                }

                break;
        }
    }

    /// <summary>The part many times over: as often as its size allows, or each time under another name.</summary>
    private void Multiply(Piece parent, string? key, Piece value)
    {
        long size = value.AndAllWithin().Sum(one => 100L + (one.Raw?.Length ?? 0));
        long times = Math.Min(random.Next(8) == 0 ? 2000 : 40, 2_000_000 / size);
        for (int i = 0; i < times; i++)
        {
            parent.Parts.Add((key is null ? null : $"{key}{i.ToString(CultureInfo.InvariantCulture)}", value.Copy()));
        }
    }

    private Piece Strange() => Piece.Leaf(random.Next(60) == 0 ? $"\"{new string("x0 \u6587"[random.Next(4)], 1 << 20)}\"" : StrangeValues[random.Next(StrangeValues.Length)]);

    /// <summary>A number or text one step away from what it was.</summary>
    private string Nudged(string raw)
    {
        if (raw[0] != '"')
        {
            return random.Next(4) switch { 0 => $"{raw}0", 1 => $"-{raw}", 2 => $"{raw}e9", _ => $"{raw}.5" };
        }

        string inner = raw[1..^1];
        int at = random.Next(inner.Length + 1);
        string changed = random.Next(6) switch
        {
            0 => inner.Remove(at < inner.Length ? at : 0, inner.Length == 0 ? 0 : 1),
            1 => inner.Insert(at, "0123456789-:;,/ PTZ+."[random.Next(21)].ToString()),
            2 => inner.ToUpperInvariant(),
            3 => inner + inner,
            4 => inner[..at],
            _ => string.Concat(inner.Select(c => char.IsAsciiDigit(c) && random.Next(3) == 0 ? (char)('0' + random.Next(10)) : c)),
        };
        return $"\"{changed}\"";
    }

    private Piece Wrapped(Piece value, int levels)
    {
        bool objects = random.Next(2) == 0;
        Piece wrapped = value;
        for (int i = 0; i < levels; i++)
        {
            Piece outer = new();
            outer.Parts.Add((objects ? Keys[random.Next(2) + 1] : null, wrapped));
            outer.IsObject = objects;
            wrapped = outer;
        }

        return wrapped;
    }

    /// <summary>A piece of a document: a leaf with its text, or an array or object with its parts, which may repeat a name.</summary>
    private sealed class Piece
    {
        public string? Raw { get; private set; }

        public bool IsObject { get; set; }

        public List<(string? Key, Piece Value)> Parts { get; private set; } = [];

        public static Piece Leaf(string raw) => new() { Raw = raw };

        public static Piece Of(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => new() { IsObject = true, Parts = [.. element.EnumerateObject().Select(member => ((string?)JsonEncodedText.Encode(member.Name).ToString(), Of(member.Value)))] },
            JsonValueKind.Array => new() { Parts = [.. element.EnumerateArray().Select(item => ((string?)null, Of(item)))] },
            _ => Leaf(element.GetRawText()),
        };

        public void Become(Piece other) => (Raw, IsObject, Parts) = (other.Raw, other.IsObject, other.Parts);

        public Piece Copy()
        {
            Piece copy = new() { Raw = Raw, IsObject = IsObject };
            Stack<(Piece From, Piece To)> open = [];
            open.Push((this, copy));
            while (open.TryPop(out (Piece From, Piece To) pair))
            {
                foreach ((string? key, Piece value) in pair.From.Parts)
                {
                    Piece inner = new() { Raw = value.Raw, IsObject = value.IsObject };
                    pair.To.Parts.Add((key, inner));
                    open.Push((value, inner));
                }
            }

            return copy;
        }

        /// <summary>This piece and those within it; what lies deeper than a few hundred levels is left out.</summary>
        public IEnumerable<Piece> AndAllWithin()
        {
            List<Piece> found = [this];
            for (int i = 0; i < found.Count && found.Count < 20_000; i++)
            {
                found.AddRange(found[i].Parts.Select(part => part.Value));
            }

            return found;
        }

        public void WriteTo(StringBuilder text)
        {
            Stack<(Piece Piece, int Next)> open = [];
            open.Push((this, 0));
            while (open.TryPop(out (Piece Piece, int Next) top))
            {
                (Piece piece, int next) = top;
                if (piece.Raw is { } raw)
                {
                    text.Append(raw);
                    continue;
                }

                bool named = piece.IsObject;
                text.Append(next > 0 && next < piece.Parts.Count ? "," : next == 0 ? named ? "{" : "[" : "");
                if (next == piece.Parts.Count)
                {
                    text.Append(named ? '}' : ']');
                    continue;
                }

                open.Push((piece, next + 1));
                text.Append(named ? $"\"{piece.Parts[next].Key ?? "item"}\":" : "");
                open.Push((piece.Parts[next].Value, 0));
            }
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AfterSales.Domain.Json;

/// <summary>Turns a JSON text into nodes that know their places.</summary>
/// <remarks>Strict JSON: no comments, no trailing commas. A byte order mark is allowed. At most 8 MiB and 128 levels.</remarks>
internal static class DocumentParser
{
    internal const int MostBytes = 8 * 1024 * 1024;

    /// <summary>For what gathers the figures of a whole year.</summary>
    internal const int MostBytesOfTally = 64 * 1024 * 1024;

    internal const int MostLevels = 128;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static DocumentNode? Parse(ReadOnlySpan<byte> utf8, DocumentFindings findings) => Parse(utf8, findings, MostBytes);

    internal static DocumentNode? Parse(string json, DocumentFindings findings, int mostBytes)
    {
        byte[] utf8;
        try
        {
            utf8 = Strict.GetBytes(json);
        }
        catch (EncoderFallbackException error)
        {
            string before = json.Substring(0, error.Index);
            findings.Add(before.Count(c => c == '\n') + 1, error.Index - before.LastIndexOf('\n'), "bad-text", "found text that is no valid Unicode (a lone surrogate)", "allowed are paired surrogates");
            return null;
        }

        return Parse(utf8, findings, mostBytes);
    }

    internal static DocumentNode? Parse(ReadOnlySpan<byte> utf8, DocumentFindings findings, int mostBytes)
    {
        if (!CheckSize(utf8, findings, mostBytes))
        {
            return null;
        }

        if (utf8.Length >= 2 && ((utf8[0] == 0xFF && utf8[1] == 0xFE) || (utf8[0] == 0xFE && utf8[1] == 0xFF)))
        {
            findings.Add(1, 1, "not-json", "found a UTF-16 byte order mark", "allowed is text in UTF-8");
            return null;
        }

        if (utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF)
        {
            utf8 = utf8.Slice(3);
        }

        TextPlaces places = new(utf8);
        // One level more than allowed, so that this class and not the JSON reader says what is wrong.
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MostLevels + 1 });
        try
        {
            return Read(ref reader, ref places, findings);
        }
        catch (JsonException error)
        {
            (int line, int column) = places.At(error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            findings.Add(line, column, "not-json", "found text that is no JSON: " + FirstSentence(error.Message), "allowed is one JSON object, without comments and trailing commas");
            return null;
        }
    }

    internal static bool CheckSize(ReadOnlySpan<byte> utf8, DocumentFindings findings, int mostBytes)
    {
        if (utf8.Length > mostBytes)
        {
            findings.Add(1, 1, "too-large", string.Format(CultureInfo.InvariantCulture, "found {0} bytes", utf8.Length),
                string.Format(CultureInfo.InvariantCulture, "allowed are at most {0}", mostBytes));
        }

        return utf8.Length <= mostBytes;
    }

    private static DocumentNode? Read(ref Utf8JsonReader reader, ref TextPlaces places, DocumentFindings findings)
    {
        Stack<DocumentNode> open = new();
        DocumentNode? root = null;
        string? name = null;
        bool repeated = false;
        while (reader.Read())
        {
            (int line, int column) = places.At(reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = Text(ref reader, open.Peek(), line, column);
                    repeated = open.Peek()[name] is not null;
                    if (repeated)
                    {
                        DocumentNode again = new(findings, NodeKind.Null, "", line, column, open.Peek(), name, -1);
                        findings.Add(again, "duplicate-member", $"found {Quoting.Quoted(name)} again", "allowed is each member once");
                    }

                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            DocumentNode? parent = open.Count == 0 ? null : open.Peek();
            string? ownName = parent is { Kind: NodeKind.Object } ? name : null;
            int index = parent is { Kind: NodeKind.List } ? parent.Items.Count : -1;
            NodeKind kind = KindOf(reader.TokenType);
            string text = kind switch
            {
                NodeKind.Text => Text(ref reader, parent, line, column),
                NodeKind.Number => Encoding.ASCII.GetString(reader.ValueSpan.ToArray()),
                _ => "",
            };
            DocumentNode node = new(findings, kind, text, line, column, parent, ownName, index);
            if (parent is null)
            {
                root = node;
            }
            else if (parent.Kind == NodeKind.List)
            {
                parent.Add(node);
            }
            else if (!repeated)
            {
                parent.Add(name!, node);
            }

            if (kind is NodeKind.Object or NodeKind.List)
            {
                if (open.Count == MostLevels)
                {
                    findings.Add(line, column, "too-deep", "found a value below the last level that is read",
                        string.Format(CultureInfo.InvariantCulture, "allowed are at most {0} levels of objects and lists", MostLevels));
                    return null;
                }

                open.Push(node);
                repeated = false;
            }
        }

        return root;

        // A text that is no valid Unicode (a lone surrogate, broken UTF-8) is a finding of its own and stands as empty text from then on.
        string Text(ref Utf8JsonReader at, DocumentNode? parent, int line, int column)
        {
            try
            {
                return at.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                DocumentNode place = parent ?? new DocumentNode(findings, NodeKind.Text, "", line, column, null, null, -1);
                findings.Add(new DocumentNode(findings, NodeKind.Text, "", line, column, place, at.TokenType == JsonTokenType.PropertyName ? "?" : name, place.Items.Count),
                    "bad-text", "found text that is no valid Unicode (a lone surrogate or broken UTF-8)", "allowed is valid UTF-8 and paired surrogates");
                return "";
            }
        }
    }

    private static NodeKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => NodeKind.Object,
        JsonTokenType.StartArray => NodeKind.List,
        JsonTokenType.String => NodeKind.Text,
        JsonTokenType.Number => NodeKind.Number,
        JsonTokenType.True => NodeKind.True,
        JsonTokenType.False => NodeKind.False,
        _ => NodeKind.Null,
    };

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Quoting.Cut((end < 0 ? message : message.Substring(0, end)).TrimEnd('.', ' '));
    }
}

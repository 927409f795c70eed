using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AfterSales.Domain.Json;

/// <summary>Writes documents: indented by two spaces, line feeds on every system, Chinese as it is.</summary>
internal static class DocumentWriter
{
    // What has been written is handed on from time to time, so that a document of any size needs no more memory than this and its largest part.
    private const int MostPending = 64 * 1024;

    internal static string Write(DocumentKind kind, Action<Utf8JsonWriter> members)
    {
        using System.IO.MemoryStream bytes = new();
        Write(bytes, kind, members);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    internal static void Write(System.IO.Stream utf8, DocumentKind kind, Action<Utf8JsonWriter> members)
    {
        using (Utf8JsonWriter json = new(utf8, new JsonWriterOptions { Indented = true, MaxDepth = DocumentParser.MostLevels, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", kind.Format);
            members(json);
            json.WriteEndObject();
            json.Flush();
            if (json.BytesCommitted >= kind.MostBytes)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"The document would have {json.BytesCommitted + 1} bytes; a {kind.Name} is read up to {kind.MostBytes}."));
            }
        }

        utf8.WriteByte((byte)'\n');
    }

    /// <summary>Between two parts of a large document.</summary>
    internal static void HandOn(Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending)
        {
            json.Flush();
        }
    }
}

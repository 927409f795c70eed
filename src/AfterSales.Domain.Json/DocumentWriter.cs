using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AfterSales.Domain.Json;

/// <summary>Writes documents: indented by two spaces, line feeds on every system, Chinese as it is.</summary>
internal static class DocumentWriter
{
    internal static string Write(DocumentKind kind, Action<Utf8JsonWriter> members)
    {
        using System.IO.MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, MaxDepth = DocumentParser.MostLevels, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", kind.Format);
            members(json);
            json.WriteEndObject();
        }

        if (bytes.Length >= kind.MostBytes)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The document would have {bytes.Length + 1} bytes; a {kind.Name} is read up to {kind.MostBytes}."));
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}

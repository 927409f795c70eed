using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AfterSales.Domain.Cli;

/// <summary>The option <c>--format</c>, the same on every command: text for people, JSON for programs.</summary>
internal static class OutputFormat
{
    private const string Name = "--format";

    internal static Option<string> Option()
    {
        Option<string> option = new(Name) { Description = "text for people, json for programs", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    internal static bool IsJson(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string>>().SingleOrDefault(option => string.Equals(option.Name, Name, StringComparison.Ordinal)) is { } format
        && string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal);

    /// <summary>Writes one JSON object, indented, to the output.</summary>
    internal static void WriteObject(Session session, Action<Utf8JsonWriter> members)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        session.Output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}

using AfterSales.Domain.Routing;

namespace AfterSales.Domain.Json;

/// <summary>The technicians of a routing decision as a JSON document of the kind <c>technicians</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "technicians/1",
///   "calendars": [ { "name": "office", "zone": "Asia/Shanghai", "hours": "Mo-Fr 09:00-18:00" } ],
///   "technicians": [ { "id": "lin", "grade": "junior", "hours": "office", "skills": { "compressor": 3 }, "regions": ["Pudong"] } ] }
/// </code>
/// Calendars and providers stand once and are named by the technicians. The methods are safe for use by several threads.
/// </remarks>
public static class TechniciansDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("technicians", 1, typeof(TechniciansDocument).Assembly, root => TechniciansForm.Read(Kind!.Begin(root)));

    /// <summary>Reads technicians.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The technicians in the order of the text, or every problem of the text.</returns>
    public static DocumentReading<IReadOnlyList<Technician>> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<IReadOnlyList<Technician>>(utf8Json);

    /// <summary>Reads technicians.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The technicians in the order of the text, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<IReadOnlyList<Technician>> Read(string json) => Kind.Read<IReadOnlyList<Technician>>(json);

    /// <summary>Writes technicians; reading the text gives equal ones.</summary>
    /// <param name="technicians">The technicians.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="technicians"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two different calendars have one name, two different providers one identifier, or a calendar has no name of its own.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(IEnumerable<Technician> technicians)
    {
        ArgumentNullException.ThrowIfNull(technicians);
        Technician[] all = [.. technicians];
        foreach (Technician technician in all)
        {
            ArgumentNullException.ThrowIfNull(technician, nameof(technicians));
        }

        return DocumentWriter.Write(Kind, json => TechniciansForm.WriteMembers(json, all));
    }
}

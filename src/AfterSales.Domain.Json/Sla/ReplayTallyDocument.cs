using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>The tally of a replay as a JSON document of the kind <c>replay-tally</c>: what a part of a log added up to, with the histories of its worst misses.</summary>
/// <remarks>Policy and plan stand elsewhere; <see cref="ReplayTally.From"/> makes the tally of all three and refuses counts of another policy or plan. The methods are safe for use by several threads.</remarks>
public static class ReplayTallyDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("replay-tally", ReplaySnapshot.CurrentVersion, typeof(ReplayTallyDocument).Assembly, root => ReplayTallyForm.Read(Kind!.Begin(root))) { MostBytes = DocumentParser.MostBytesOfTally };

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 64 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<ReplaySnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<ReplaySnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<ReplaySnapshot> Read(string json) => Kind.Read<ReplaySnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one that goes on the same.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(ReplaySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => ReplayTallyForm.WriteMembers(json, snapshot));
    }
}

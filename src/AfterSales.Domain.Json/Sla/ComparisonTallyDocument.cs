using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>The tally of a comparison of two policies as a JSON document of the kind <c>comparison-tally</c>: what a part of a log added up to under both.</summary>
/// <remarks>Policies and plan stand elsewhere; <see cref="ComparisonTally.From"/> makes the tally of all of them and refuses counts of others. The methods are safe for use by several threads.</remarks>
public static class ComparisonTallyDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("comparison-tally", ComparisonSnapshot.CurrentVersion, typeof(ComparisonTallyDocument).Assembly, root => ComparisonTallyForm.Read(Kind!.Begin(root))) { MostBytes = DocumentParser.MostBytesOfTally };

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 64 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<ComparisonSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<ComparisonSnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<ComparisonSnapshot> Read(string json) => Kind.Read<ComparisonSnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one that goes on the same.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(ComparisonSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => ComparisonTallyForm.WriteMembers(json, snapshot));
    }
}

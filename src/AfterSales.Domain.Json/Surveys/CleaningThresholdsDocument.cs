using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>What <see cref="CleaningThresholds"/> have learnt as a JSON document of the kind <c>cleaning-thresholds</c>: saving and loading anywhere changes no label.</summary>
/// <remarks>Survey and rules stand elsewhere; <see cref="CleaningThresholds.From"/> makes the thresholds of all three. A document takes some 200,000 answers that stand; keep more in parts and merge them. The methods are safe for use by several threads.</remarks>
public static class CleaningThresholdsDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("cleaning-thresholds", CleaningThresholdsSnapshot.CurrentVersion, typeof(CleaningThresholdsDocument).Assembly, root => CleaningThresholdsForm.Read(Kind!.Begin(root))) { MostBytes = DocumentParser.MostBytesOfTally };

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 64 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<CleaningThresholdsSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<CleaningThresholdsSnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<CleaningThresholdsSnapshot> Read(string json) => Kind.Read<CleaningThresholdsSnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one that goes on the same.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes.</exception>
    public static string Write(CleaningThresholdsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => CleaningThresholdsForm.WriteMembers(json, snapshot));
    }
}

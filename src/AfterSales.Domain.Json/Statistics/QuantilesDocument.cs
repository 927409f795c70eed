using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Json;

/// <summary>What a <see cref="QuantileAccumulator"/> has gathered as a JSON document of the kind <c>quantiles</c>: saving and loading anywhere changes nothing.</summary>
/// <remarks><see cref="QuantileAccumulator.From"/> makes the accumulator of the snapshot. The methods are safe for use by several threads.</remarks>
public static class QuantilesDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("quantiles", QuantileSnapshot.CurrentVersion, typeof(QuantilesDocument).Assembly, root => QuantileForm.Read(Kind!.Begin(root))) { MostBytes = DocumentParser.MostBytesOfTally };

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 64 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<QuantileSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<QuantileSnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<QuantileSnapshot> Read(string json) => Kind.Read<QuantileSnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one that goes on the same.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes.</exception>
    public static string Write(QuantileSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => QuantileForm.WriteMembers(json, snapshot));
    }
}

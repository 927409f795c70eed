using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Json;

/// <summary>What a <see cref="MeanAccumulator"/> has gathered as a JSON document of the kind <c>mean</c>: saving and loading anywhere changes no digit.</summary>
/// <remarks><see cref="MeanAccumulator.From"/> makes the accumulator of the snapshot. The methods are safe for use by several threads.</remarks>
public static class MeanDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("mean", MeanSnapshot.CurrentVersion, typeof(MeanDocument).Assembly, root => MeanForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<MeanSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<MeanSnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<MeanSnapshot> Read(string json) => Kind.Read<MeanSnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one that goes on the same.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes.</exception>
    public static string Write(MeanSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => MeanForm.WriteMembers(json, snapshot));
    }
}

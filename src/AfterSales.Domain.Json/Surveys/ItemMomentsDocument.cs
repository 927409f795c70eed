using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>What <see cref="ItemMoments"/> have gathered as a JSON document of the kind <c>item-moments</c>: saving and loading anywhere changes nothing.</summary>
/// <remarks><see cref="ItemMoments.From"/> makes the moments of the snapshot. The methods are safe for use by several threads.</remarks>
public static class ItemMomentsDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("item-moments", ItemMomentsSnapshot.CurrentVersion, typeof(ItemMomentsDocument).Assembly, root => ItemMomentsForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<ItemMomentsSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<ItemMomentsSnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<ItemMomentsSnapshot> Read(string json) => Kind.Read<ItemMomentsSnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one that goes on the same.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes.</exception>
    public static string Write(ItemMomentsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => ItemMomentsForm.WriteMembers(json, snapshot));
    }
}

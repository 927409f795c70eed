using AfterSales.Domain.Kpis;

namespace AfterSales.Domain.Json;

/// <summary>A tally of KPIs as a JSON document of the kind <c>kpi-tally</c>: what a partition counted, or the figures of a closed period.</summary>
/// <remarks>
/// Reading gives the snapshot, because the plan stands elsewhere; <see cref="KpiTally.From"/> makes the tally of both and refuses counts of another plan. The methods are safe
/// for use by several threads.
/// </remarks>
public static class KpiTallyDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } =
        new("kpi-tally", KpiTallySnapshot.CurrentFormat, typeof(KpiTallyDocument).Assembly, root => KpiTallyForm.Read(Kind!.Begin(root))) { MostBytes = DocumentParser.MostBytesOfTally };

    /// <summary>Reads a tally's snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 64 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<KpiTallySnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<KpiTallySnapshot>(utf8Json);

    /// <summary>Reads a tally's snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<KpiTallySnapshot> Read(string json) => Kind.Read<KpiTallySnapshot>(json);

    /// <summary>Writes a tally; reading the text and <see cref="KpiTally.From"/> give one that answers the same.</summary>
    /// <param name="tally">The tally.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tally"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(KpiTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return Write(tally.AsSnapshot());
    }

    /// <summary>Writes a tally into a stream, cell by cell: the document is never held as a whole.</summary>
    /// <param name="tally">The tally; it is not to be changed meanwhile.</param>
    /// <param name="utf8">Where to; it stays open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The document has more than 64 MiB, so that it could not be read; what the stream has got by then is no document.</exception>
    public static void Write(KpiTally tally, System.IO.Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(utf8);
        DocumentWriter.Write(utf8, Kind, json => KpiTallyForm.WriteMembers(json, tally.AsSnapshot()));
    }

    /// <summary>Writes a snapshot, such as that of a closed period.</summary>
    /// <param name="snapshot">What <see cref="KpiTally.ToSnapshot"/> or <see cref="KpiFrozenPeriod.ToSnapshot"/> gave.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(KpiTallySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => KpiTallyForm.WriteMembers(json, snapshot));
    }
}

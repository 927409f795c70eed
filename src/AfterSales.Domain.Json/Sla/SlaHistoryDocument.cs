using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>What happened to a ticket, as clocks see it, as a JSON document of the kind <c>sla-history</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "sla-history/1", "events": [
///     { "id": "e1", "at": "2026-02-14T17:30:00+08:00", "opened": { "kind": "inquiry", "channel": "email" } },
///     { "id": "e2", "at": "2026-02-14T17:30:00+08:00", "signal": "received" } ] }
/// </code>
/// The events stand in the order of their instants, the opening first. The methods are safe for use by several threads.
/// </remarks>
public static class SlaHistoryDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("sla-history", 1, typeof(SlaHistoryDocument).Assembly, root => SlaHistoryForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a history.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The history, or every problem of the text.</returns>
    public static DocumentReading<SlaHistory> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<SlaHistory>(utf8Json);

    /// <summary>Reads a history.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The history, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<SlaHistory> Read(string json) => Kind.Read<SlaHistory>(json);

    /// <summary>Writes a history; reading the text gives one with the same events.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(SlaHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return DocumentWriter.Write(Kind, json => SlaHistoryForm.WriteMembers(json, history));
    }
}

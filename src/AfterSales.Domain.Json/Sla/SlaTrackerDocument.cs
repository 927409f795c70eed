using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>A tracker as a JSON document of the kind <c>sla-tracker</c>: its snapshot, which is the policy's name and version and the events so far.</summary>
/// <remarks>
/// <code>
/// { "format": "sla-tracker/1", "policy": "rapid-response", "version": 1, "events": [
///     { "id": "e1", "at": "2026-02-14T17:30:00+08:00", "opened": { "kind": "inquiry", "channel": "email" } } ] }
/// </code>
/// Reading gives the snapshot, because the policy stands in a document of its own; <see cref="SlaTracker.From"/> makes the tracker of both. The methods are safe
/// for use by several threads.
/// </remarks>
public static class SlaTrackerDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("sla-tracker", SlaTrackerSnapshot.CurrentFormat, typeof(SlaTrackerDocument).Assembly, root => ReadMembers(Kind!.Begin(root)));

    /// <summary>Reads a tracker's snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<SlaTrackerSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<SlaTrackerSnapshot>(utf8Json);

    /// <summary>Reads a tracker's snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<SlaTrackerSnapshot> Read(string json) => Kind.Read<SlaTrackerSnapshot>(json);

    /// <summary>Writes a tracker; reading the text and <see cref="SlaTracker.From"/> give one that goes on the same.</summary>
    /// <param name="tracker">The tracker.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tracker"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(SlaTracker tracker)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        SlaTrackerSnapshot snapshot = tracker.ToSnapshot();
        return DocumentWriter.Write(Kind, json =>
        {
            json.WriteString("policy", snapshot.Policy);
            json.WriteNumber("version", snapshot.PolicyVersion);
            json.WriteStartArray("events");
            foreach (SlaEvent one in snapshot.Events)
            {
                SlaHistoryForm.WriteEvent(json, one);
            }

            json.WriteEndArray();
        });
    }

    private static SlaTrackerSnapshot? ReadMembers(ObjectReader tracker)
    {
        string policy = tracker.Required("policy", Forms.NonEmptyText);
        int version = tracker.Required("version", Forms.WholeNumber(1, int.MaxValue));
        IReadOnlyList<SlaEvent?> events = tracker.Required("events", list => Forms.ListOf(list, SlaHistoryForm.ReadEvent, atLeast: 0)) ?? [];
        return tracker.Build(() => new SlaTrackerSnapshot(policy, version, events!));
    }
}

using AfterSales.Domain.Kpis;

namespace AfterSales.Domain.Json;

/// <summary>What a service wants to reach as a JSON document of the kind <c>kpi-goals</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "kpi-goals/1",
///   "kpis": { "solution-rate": { "atLeast": 0.95 }, "reopen-rate": { "atMost": 0.05, "level": 90 } },
///   "repurchase": { "atLeast": 0.3 },
///   "percentiles": [ { "name": "first-answer", "measure": "response-time", "within": "PT15M", "atLeast": 0.9 } ] }
/// </code>
/// The methods are safe for use by several threads.
/// </remarks>
public static class KpiGoalsDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("kpi-goals", 1, typeof(KpiGoalsDocument).Assembly, root => KpiGoalsForm.Read(Kind!.Begin(root)));

    /// <summary>Reads goals.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The goals, or every problem of the text.</returns>
    public static DocumentReading<KpiGoals> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<KpiGoals>(utf8Json);

    /// <summary>Reads goals.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The goals, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<KpiGoals> Read(string json) => Kind.Read<KpiGoals>(json);

    /// <summary>Writes goals; reading the text gives equal ones.</summary>
    /// <param name="goals">The goals.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="goals"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(KpiGoals goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        return DocumentWriter.Write(Kind, json => KpiGoalsForm.WriteMembers(json, goals));
    }
}

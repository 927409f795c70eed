using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>The snapshot of a survey's scores as a JSON document of the kind <c>survey-scores</c>: saving and loading anywhere changes no score.</summary>
/// <remarks>
/// <c>SurveyScores.From</c> makes scores of the snapshot and its survey. The survey itself is a document of its own. The methods are safe for use by several threads.
/// </remarks>
public static class SurveyScoresDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("survey-scores", 1, typeof(SurveyScoresDocument).Assembly, root => SurveyScoresForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<SurveyScoresSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<SurveyScoresSnapshot>(utf8Json);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<SurveyScoresSnapshot> Read(string json) => Kind.Read<SurveyScoresSnapshot>(json);

    /// <summary>Writes a snapshot; reading the text gives one with the same numbers.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(SurveyScoresSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DocumentWriter.Write(Kind, json => SurveyScoresForm.WriteMembers(json, snapshot));
    }
}

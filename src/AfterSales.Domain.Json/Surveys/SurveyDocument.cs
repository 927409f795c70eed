using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>The design of a survey as a JSON document of the kind <c>survey</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "survey/1", "name": "after-repair", "version": 2, "openFor": "P30D",
///   "questions": [ { "name": "overall", "kind": "rating", "dimension": "overall", "scale": { "worst": 1, "best": 5 } },
///                  { "name": "waited-too-long", "kind": "rating", "dimension": "response-speed", "scale": { "worst": 5, "best": 1 }, "weight": 2 },
///                  { "name": "recommend", "kind": "recommendation" } ] }
/// </code>
/// A scale whose worst number is the higher one is a reversed question. The methods are safe for use by several threads.
/// </remarks>
public static class SurveyDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("survey", 1, typeof(SurveyDocument).Assembly, root => SurveyForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a survey.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The survey, or every problem of the text.</returns>
    public static DocumentReading<Survey> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<Survey>(utf8Json);

    /// <summary>Reads a survey.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The survey, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<Survey> Read(string json) => Kind.Read<Survey>(json);

    /// <summary>Writes a survey; reading the text gives an equal one.</summary>
    /// <param name="survey">The survey.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="survey"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return DocumentWriter.Write(Kind, json => SurveyForm.WriteMembers(json, survey));
    }
}

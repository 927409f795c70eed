using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>Who is asked after a ticket was closed, when and how often, as a JSON document of the kind <c>survey-plan</c>; the survey stands in it.</summary>
/// <remarks>
/// <code>
/// { "format": "survey-plan/1",
///   "survey": { "name": "after-repair", "version": 2, "questions": [ { "name": "overall", "kind": "rating", "dimension": "overall", "scale": { "worst": 1, "best": 5 } } ] },
///   "delay": { "days": 3, "at": "10:00", "zone": "Asia/Shanghai" }, "channels": ["wechat", "phone"],
///   "rate": 0.5, "strata": [ { "name": "gold", "rate": 1 } ], "pause": "P90D", "reminders": ["P3D"] }
/// </code>
/// The methods are safe for use by several threads.
/// </remarks>
public static class SurveyPlanDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("survey-plan", 1, typeof(SurveyPlanDocument).Assembly, root => SurveyPlanForm.Read(Kind!.Begin(root), root));

    /// <summary>Reads a plan.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The plan, or every problem of the text.</returns>
    public static DocumentReading<SurveyPlan> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<SurveyPlan>(utf8Json);

    /// <summary>Reads a plan.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The plan, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<SurveyPlan> Read(string json) => Kind.Read<SurveyPlan>(json);

    /// <summary>Writes a plan; reading the text gives an equal one when the zone of its delay is one of the IANA database.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(SurveyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return DocumentWriter.Write(Kind, json => SurveyPlanForm.WriteMembers(json, plan));
    }
}

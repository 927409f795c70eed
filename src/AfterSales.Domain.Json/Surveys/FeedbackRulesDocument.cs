using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>The ordered table that classes feedback as a JSON document of the kind <c>feedback-rules</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "feedback-rules/1",
///   "rules": [ { "name": "safety", "when": { "mentions": ["smoke", "冒烟"] }, "topic": "quality", "priority": "first", "owner": "quality-team", "within": "PT2H" },
///              { "name": "not-solved", "when": { "ratedAtMost": 25, "dimension": "effect" }, "topic": "service", "priority": "second" } ] }
/// </code>
/// The first rule that applies decides. The methods are safe for use by several threads.
/// </remarks>
public static class FeedbackRulesDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("feedback-rules", 1, typeof(FeedbackRulesDocument).Assembly, root => FeedbackRulesForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a table of rules.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The rules, or every problem of the text.</returns>
    public static DocumentReading<FeedbackRules> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<FeedbackRules>(utf8Json);

    /// <summary>Reads a table of rules.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The rules, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<FeedbackRules> Read(string json) => Kind.Read<FeedbackRules>(json);

    /// <summary>Writes a table of rules; reading the text gives an equal one.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(FeedbackRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return DocumentWriter.Write(Kind, json => FeedbackRulesForm.WriteMembers(json, rules));
    }
}

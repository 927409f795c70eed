using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>An SLA policy with its calendars as a JSON document of the kind <c>sla-policy</c>.</summary>
/// <remarks>
/// <code>
/// { "name": "reply", "startsOn": ["received"], "stopsOn": ["reply"], "appliesTo": { "channel": ["email", "chat"] },
///   "targets": [ { "name": "mail and chat", "calendar": "service-hours",
///                  "rule": { "ifOpen": { "openTime": "PT1H" }, "otherwise": { "nextTime": "09:00" } } } ] }
/// </code>
/// Every calendar that a target names stands in <c>calendars</c>, or its name in <c>hostCalendars</c> when the host supplies it. The methods are safe for use by several threads.
/// </remarks>
public static class SlaPolicyDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("sla-policy", 1, typeof(SlaPolicyDocument).Assembly, root => SlaPolicyForm.Read(Kind!.Begin(root), root));

    /// <summary>Reads a policy.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The policy, or every problem of the text.</returns>
    public static DocumentReading<SlaPolicy> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<SlaPolicy>(utf8Json);

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The policy, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<SlaPolicy> Read(string json) => Kind.Read<SlaPolicy>(json);

    /// <summary>Writes a policy; reading the text gives one with equal parts, as long as the zones of its calendars are of the IANA database.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(SlaPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return DocumentWriter.Write(Kind, json => SlaPolicyForm.WriteMembers(json, policy));
    }
}

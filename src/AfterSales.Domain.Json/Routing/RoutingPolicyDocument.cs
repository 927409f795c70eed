using AfterSales.Domain.Routing;

namespace AfterSales.Domain.Json;

/// <summary>A routing policy as a JSON document of the kind <c>routing-policy</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "routing-policy/1", "name": "field-service",
///   "staffing": { "important": { "one": ["mid", "senior"], "guidedBy": ["supervisor"] } },
///   "steps": [ { "name": "wider", "after": "PT30M", "drop": ["comfort"], "rings": 1 } ],
///   "ladder": [ { "queueUpTo": "PT4H" }, "supervisor", "on-call", "provider" ] }
/// </code>
/// What is absent is as <see cref="RoutingPolicy"/> begins: staffed by R14, the default scoring, nothing relaxed. The methods are safe for use by several threads.
/// </remarks>
public static class RoutingPolicyDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("routing-policy", 1, typeof(RoutingPolicyDocument).Assembly, root => RoutingPolicyForm.Read(Kind!.Begin(root), root));

    /// <summary>Reads a policy.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The policy, or every problem of the text.</returns>
    public static DocumentReading<RoutingPolicy> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<RoutingPolicy>(utf8Json);

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The policy, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<RoutingPolicy> Read(string json) => Kind.Read<RoutingPolicy>(json);

    /// <summary>Writes a policy; reading the text gives an equal one.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(RoutingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return DocumentWriter.Write(Kind, json => RoutingPolicyForm.WriteMembers(json, policy));
    }
}

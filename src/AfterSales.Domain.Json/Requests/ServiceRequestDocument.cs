using System.Text.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Json;

/// <summary>A service request as a JSON document of the kind <c>service-request</c>.</summary>
/// <remarks>
/// The members are the dimensions by their names (<c>kind</c>, <c>severity</c>, <c>product-line</c> …), <c>customer</c>, <c>product</c>, <c>problem</c>, <c>siteCalendar</c>, <c>customerCalendar</c>
/// and <c>attributes</c>; what is absent is not known. The methods are safe for use by several threads.
/// </remarks>
public static class ServiceRequestDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("service-request", 1, typeof(ServiceRequestDocument).Assembly, root => Members(Kind!.Begin(root), root));

    /// <summary>Reads a request.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The request, or every problem of the text.</returns>
    public static DocumentReading<ServiceRequest> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<ServiceRequest>(utf8Json);

    /// <summary>Reads a request.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The request, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<ServiceRequest> Read(string json) => Kind.Read<ServiceRequest>(json);

    /// <summary>Writes a request; reading the text gives an equal one.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(ServiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DocumentWriter.Write(Kind, json => WriteMembers(json, request));
    }

    /// <summary>Reads a request that stands inside another document.</summary>
    internal static ServiceRequest? ReadPart(DocumentNode node) => Members(new ObjectReader(node), node);

    internal static void WriteMembers(Utf8JsonWriter json, ServiceRequest request)
    {
        foreach (RequestDimension dimension in RequestDimension.WellKnown)
        {
            if (dimension.ValueOf(request) is { } value && !(dimension.IsFinite && string.Equals(value, "unknown", StringComparison.Ordinal)))
            {
                json.WriteString(dimension.Name, value);
            }
        }

        WriteText(json, "customer", request.Customer?.Value);
        WriteText(json, "product", request.Product);
        WriteText(json, "problem", request.Problem);
        WriteText(json, "siteCalendar", request.SiteCalendar);
        WriteText(json, "customerCalendar", request.CustomerCalendar);
        if (request.Attributes.Count > 0)
        {
            json.WriteStartObject("attributes");
            foreach (KeyValuePair<string, string> attribute in request.Attributes)
            {
                json.WriteString(attribute.Key, attribute.Value);
            }

            json.WriteEndObject();
        }
    }

    private static ServiceRequest? Members(ObjectReader request, DocumentNode node)
    {
        List<Func<ServiceRequest, ServiceRequest>> steps = [];
        foreach (RequestDimension dimension in RequestDimension.WellKnown)
        {
            if (request.Optional<string?>(dimension.Name, value => DimensionForm.Value(value, dimension), null) is { } value)
            {
                steps.Add(one => one.With(dimension, value));
            }
        }

        Text("customer", (one, text) => one.WithCustomer(new PersonId(text)));
        Text("product", (one, text) => one.WithProduct(text));
        Text("problem", (one, text) => one.WithProblem(text));
        Text("siteCalendar", (one, text) => one.WithSiteCalendar(text));
        Text("customerCalendar", (one, text) => one.WithCustomerCalendar(text));
        foreach (KeyValuePair<string, string> attribute in request.Optional("attributes", Attributes, []))
        {
            steps.Add(one => one.With(attribute.Key, attribute.Value));
        }

        return request.Build(() => steps.Aggregate(new ServiceRequest(RequestKind.Unknown), (one, step) => step(one)));

        void Text(string name, Func<ServiceRequest, string, ServiceRequest> with)
        {
            if (request.Optional<string?>(name, Forms.NonEmptyText, null) is { } text)
            {
                // Tried by itself, so that a text that is refused is a finding at its own place.
                Func<ServiceRequest, ServiceRequest> step = one => with(one, text);
                _ = text.Length > 0 && Forms.Checked(node[name]!, () => step(new ServiceRequest(RequestKind.Unknown))) is null;
                steps.Add(step);
            }
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Attributes(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            node.Refuse("wrong-type", "an object whose members are attributes, each with a text");
            return [];
        }

        return [.. node.Members.Where(DimensionForm.IsAttributeName)
            .Select(member => new KeyValuePair<string, string>(member.Key, DimensionForm.Value(member.Value, RequestDimension.Attribute(member.Key))))];
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}

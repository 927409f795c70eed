using AfterSales.Domain.Requests;
using static AfterSales.Domain.Testing.CSharpValues;

namespace AfterSales.Domain.Testing;

/// <summary>Requests and conditions as C# expressions.</summary>
internal static class CSharpRequests
{
    internal static string Of(ServiceRequest request) => string.Concat(
        [
            $"new ServiceRequest(RequestKind.{request.Kind})",
            Verb("Severity", request.Severity, Severity.Unknown),
            Verb("Priority", request.Priority, Priority.Unknown),
            Verb("Channel", request.Channel, Channel.Unknown),
            Verb("Locality", request.Locality, Locality.Unknown),
            request.Warranty == WarrantyStatus.Unknown ? "" : $".WithWarranty(WarrantyStatus.{request.Warranty})",
            Verb("FeedbackClass", request.FeedbackClass, FeedbackClass.Unknown),
            Verb("Tier", request.Tier),
            request.Language is { } language ? $".WithLanguage({CSharpValues.Of(language)})" : "",
            Verb("Region", request.Region),
            Verb("ProductLine", request.ProductLine),
            request.Customer is { } customer ? $".WithCustomer({CSharpValues.Of(customer)})" : "",
            Verb("Product", request.Product),
            Verb("Problem", request.Problem),
            Verb("SiteCalendar", request.SiteCalendar),
            Verb("CustomerCalendar", request.CustomerCalendar),
            .. request.Attributes.Select(one => $".With({Text(one.Key)}, {Text(one.Value)})"),
        ]);

    internal static string Of(RequestCondition condition) => condition switch
    {
        AnyCondition => "RequestCondition.Any",
        AllCondition all => $"RequestCondition.All({Parts(all.Parts)})",
        AnyOfCondition any => $"RequestCondition.AnyOf({Parts(any.Parts)})",
        NotCondition not => $"RequestCondition.Not({Of(not.Part)})",
        GivenCondition given => $"RequestCondition.Given({Dimension(given.Dimension)})",
        OneOfCondition one => OneOf(one),
        _ => throw new ArgumentException($"A condition of a kind that is not known: {condition}.", nameof(condition)),
    };

    private static string Verb<T>(string name, T value, T unknown)
        where T : struct, Enum => EqualityComparer<T>.Default.Equals(value, unknown) ? "" : $".With{name}({typeof(T).Name}.{value})";

    private static string Verb(string name, string? value) => value is null ? "" : $".With{name}({Text(value)})";

    private static string Parts(IReadOnlyList<RequestCondition> parts) => Array1("RequestCondition", parts, Of);

    private static string OneOf(OneOfCondition one) => one.Dimension switch
    {
        { IsAttribute: true } attribute => $"RequestCondition.Attribute({string.Join(", ", one.Values.Prepend(attribute.Name).Select(Text))})",
        { IsFinite: true } finite => $"RequestCondition.{Pascal(finite.Name)}({string.Join(", ", one.Values.Select(value => Member(finite, value)))})",
        _ => $"RequestCondition.OneOf({Dimension(one.Dimension)}, {Array1("string", one.Values, Text)})",
    };

    private static string Member(RequestDimension dimension, string value) =>
        dimension.Equals(RequestDimension.Kind) ? "RequestKind." + Pascal(value)
        : dimension.Equals(RequestDimension.Warranty) ? "WarrantyStatus." + Pascal(value)
        : dimension.Equals(RequestDimension.Priority) && value.Length == 1 ? "Priority.P" + value
        : $"{Pascal(dimension.Name)}.{Pascal(value)}";

    private static string Dimension(RequestDimension dimension) =>
        dimension.IsAttribute ? $"RequestDimension.Attribute({Text(dimension.Name)})" : "RequestDimension." + Pascal(dimension.Name);
}

using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>
/// The member <c>request</c> of a mapping: for each property <c>{ "column": …, "values": { … }, "otherwise": … }</c>, or the value itself where it is always the same.
/// </summary>
internal static class RequestMappingForm
{
    internal static RequestMapping? Read(DocumentNode node)
    {
        ObjectReader request = new(node);
        List<DimensionSource?> sources = [];
        foreach (RequestDimension dimension in RequestDimension.WellKnown)
        {
            sources.Add(request.Optional<DimensionSource?>(dimension.Name, one => Source(one, dimension), null));
        }

        sources.AddRange(request.Optional<IReadOnlyList<DimensionSource?>>("attributes", Attributes, []));
        string? site = request.Optional<string?>("siteCalendarColumn", Forms.NonEmptyText, null);
        string? customer = request.Optional<string?>("customerCalendarColumn", Forms.NonEmptyText, null);
        return request.Build(() => new RequestMapping([.. sources.OfType<DimensionSource>()], site, customer));
    }

    private static DimensionSource? Source(DocumentNode node, RequestDimension dimension)
    {
        if (node.Kind == NodeKind.Text)
        {
            return new DimensionSource(dimension, null, null, DimensionForm.Value(node, dimension));
        }

        ObjectReader source = new(node);
        string column = source.Required("column", Forms.NonEmptyText);
        IReadOnlyDictionary<string, string>? values = source.Optional<IReadOnlyDictionary<string, string>?>("values", one => ChangesForm.ByValue(one, value => DimensionForm.Value(value, dimension)), null);
        string? otherwise = source.Optional<string?>("otherwise", one => DimensionForm.Value(one, dimension), null);
        return source.Build(() => new DimensionSource(dimension, column, values, otherwise));
    }

    private static IReadOnlyList<DimensionSource?> Attributes(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            node.Refuse("wrong-type", "an object whose members are attributes, each with its column");
            return [];
        }

        return [.. node.Members.Where(DimensionForm.IsAttributeName).Select(member => Source(member.Value, RequestDimension.Attribute(member.Key)))];
    }
}

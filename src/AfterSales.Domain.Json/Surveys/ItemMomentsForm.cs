using System.Text.Json;
using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>The members of what <see cref="ItemMoments"/> have gathered, by themselves and in a survey's scores.</summary>
internal static class ItemMomentsForm
{
    internal static ItemMomentsSnapshot? ReadPart(DocumentNode node) => Read(new ObjectReader(node));

    internal static ItemMomentsSnapshot? Read(ObjectReader items)
    {
        long rows = items.Required("rows", Forms.Count);
        IReadOnlyList<long> sums = items.NonEmptyList("sums", Forms.Long);
        IReadOnlyList<long> products = items.NonEmptyList("products", Forms.Long);
        return items.Build(() => new ItemMomentsSnapshot(rows, sums, products));
    }

    internal static void WriteMembers(Utf8JsonWriter json, ItemMomentsSnapshot items)
    {
        json.WriteNumber("rows", items.Count);
        json.WriteNumbers("sums", items.Sums);
        json.WriteNumbers("products", items.Products);
    }
}

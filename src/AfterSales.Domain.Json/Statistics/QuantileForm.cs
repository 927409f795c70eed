using System.Text.Json;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Json;

/// <summary>The members of what a <see cref="QuantileAccumulator"/> has gathered; what is absent is usual: 10,000 distinct values, all of them exact, none there.</summary>
internal static class QuantileForm
{
    internal static QuantileSnapshot? ReadPart(DocumentNode node) => Read(new ObjectReader(node));

    internal static QuantileSnapshot? Read(ObjectReader quantiles)
    {
        int limit = quantiles.Optional("distinctLimit", Forms.WholeNumber(0, QuantileAccumulator.MaximumDistinctLimit), QuantileAccumulator.DefaultDistinctLimit);
        bool isExact = quantiles.Optional("exact", Forms.Truth, otherwise: true);
        long? least = quantiles.Optional<long?>("least", node => Forms.Long(node), null);
        long? most = quantiles.Optional<long?>("most", node => Forms.Long(node), null);
        IReadOnlyList<KeyValuePair<long, long>> values = quantiles.Optional("values", CountedNumbers.Read, []);
        return quantiles.Build(() => new QuantileSnapshot(limit, isExact, least, most, values));
    }

    internal static void WriteMembers(Utf8JsonWriter json, QuantileSnapshot quantiles)
    {
        if (quantiles.DistinctLimit != QuantileAccumulator.DefaultDistinctLimit)
        {
            json.WriteNumber("distinctLimit", quantiles.DistinctLimit);
        }

        if (!quantiles.IsExact)
        {
            json.WriteBoolean("exact", false);
        }

        if (quantiles is { Minimum: { } least, Maximum: { } most })
        {
            json.WriteNumber("least", least);
            json.WriteNumber("most", most);
            json.WriteString("values", CountedNumbers.Write(quantiles.Counts));
        }
    }

    internal static void WritePart(Utf8JsonWriter json, string name, QuantileSnapshot quantiles)
    {
        json.WriteStartObject(name);
        WriteMembers(json, quantiles);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Json;

/// <summary>The members of what a <see cref="MeanAccumulator"/> has gathered. Sums stand as doubles that add up to them exactly.</summary>
internal static class MeanForm
{
    internal static MeanSnapshot? Read(ObjectReader mean)
    {
        long count = mean.Required("count", Forms.Count);
        double? least = mean.Optional<double?>("least", node => Forms.Number(-MeanAccumulator.MaximumSize, MeanAccumulator.MaximumSize)(node), null);
        double? most = mean.Optional<double?>("most", node => Forms.Number(-MeanAccumulator.MaximumSize, MeanAccumulator.MaximumSize)(node), null);
        IReadOnlyList<double> sum = mean.List("sum", Part);
        IReadOnlyList<double> squares = mean.List("squares", Part);
        return mean.Build(() => new MeanSnapshot(count, least, most, sum, squares));
    }

    internal static void WriteMembers(Utf8JsonWriter json, MeanSnapshot mean)
    {
        json.WriteNumber("count", mean.Count);
        if (mean is { Minimum: { } least, Maximum: { } most })
        {
            json.WriteNumber("least", least);
            json.WriteNumber("most", most);
            json.WriteNumbers("sum", mean.SumParts);
            json.WriteNumbers("squares", mean.SquareParts);
        }
    }

    /// <summary>One of the doubles that add up to an exact sum.</summary>
    internal static double Part(DocumentNode node) => Forms.Number(-ExactSum.MaximumSize, ExactSum.MaximumSize)(node);
}

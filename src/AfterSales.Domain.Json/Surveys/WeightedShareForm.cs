using System.Text.Json;
using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>The members of what a <see cref="WeightedShareAccumulator"/> has gathered. Sums stand as doubles that add up to them exactly.</summary>
internal static class WeightedShareForm
{
    internal static WeightedShareSnapshot? Read(ObjectReader share)
    {
        long count = share.Required("count", Forms.Count);
        IReadOnlyList<double> weights = share.List("weights", MeanForm.Part);
        IReadOnlyList<double> squares = share.List("squares", MeanForm.Part);
        IReadOnlyList<double> successes = share.List("successes", MeanForm.Part);
        return share.Build(() => new WeightedShareSnapshot(count, weights, squares, successes));
    }

    internal static void WriteMembers(Utf8JsonWriter json, WeightedShareSnapshot share)
    {
        json.WriteNumber("count", share.Count);
        json.WriteNumbers("weights", share.WeightParts);
        json.WriteNumbers("squares", share.SquareParts);
        json.WriteNumbers("successes", share.SuccessParts);
    }
}

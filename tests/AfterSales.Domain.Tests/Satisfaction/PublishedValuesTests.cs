using System.Text.Json;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Routing;

namespace AfterSales.Domain.Tests.Satisfaction;

public class PublishedValuesTests
{
    private const string File = "vectors/statistics.json";

    // Values of routing, each with the test that shows it.
    private static readonly Dictionary<string, string> Routing = new(StringComparer.Ordinal)
    {
        ["lap_fuglede"] = "The_problem_of_fuglede_costs_452",
        ["lap_scipy"] = "The_problem_of_scipy_costs_5",
        ["balance_score"] = "Loads_of_10_5_and_10_balance_to_two_thirds",
    };

    public static TheoryData<string> Ids => [.. PublishedValues.All.Select(value => value.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_published_value_is_met_as_nearly_as_it_was_published(string id)
    {
        PublishedValue value = PublishedValues.All.Single(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        IReadOnlyList<double> computed = value.Computed();
        Assert.Equal(value.Expected.Count, computed.Count);
        Assert.All(value.Expected.Zip(computed), pair => Assert.InRange(pair.Second, pair.First - value.Tolerance, pair.First + value.Tolerance));
    }

    [SharedFact(File)]
    public void Every_value_of_the_shared_file_has_a_test_with_its_numbers_and_its_tolerance()
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.SharedPath(File)));
        Dictionary<string, PublishedValue> copied = PublishedValues.All.ToDictionary(value => value.Id, StringComparer.Ordinal);
        foreach (JsonElement vector in document.RootElement.EnumerateArray())
        {
            string id = vector.GetProperty("id").GetString()!;
            if (Routing.TryGetValue(id, out string? test))
            {
                Assert.True(typeof(AssignmentProblemTests).GetMethod(test) is not null, $"{id}: there is no test {test}");
                continue;
            }

            Assert.True(copied.TryGetValue(id, out PublishedValue? value), $"{id} has no test");
            JsonElement expected = vector.GetProperty("expected");
            double[] numbers = expected.ValueKind == JsonValueKind.Array ? [.. expected.EnumerateArray().Select(number => number.GetDouble())] : [expected.GetDouble()];
            Assert.True(numbers.SequenceEqual(value!.Expected), $"{id}: the numbers are {expected}");
            Assert.True(vector.GetProperty("tolerance").GetDouble().Equals(value.Tolerance), $"{id}: the tolerance is {vector.GetProperty("tolerance")}");
        }

        Assert.Equal(67, document.RootElement.GetArrayLength());
        Assert.Equal(67, copied.Count + Routing.Count);
    }
}

using AfterSales.Domain.Json;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Statistics;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Json;

/// <summary>What <see cref="MeanAccumulator"/> and <see cref="QuantileAccumulator"/> have gathered, as documents.</summary>
public class StatisticsDocumentTests
{
    [Fact]
    public void Saving_and_loading_a_mean_anywhere_changes_no_digit() => SavedAnywhere.ChangesNothing(
        MeanAccumulatorTests.Doubles, 1, () => new MeanAccumulator(), (mean, value) => mean.Add(value),
        mean => MeanDocument.Write(mean.ToSnapshot()), MeanDocument.Read, MeanAccumulator.From,
        mean => FormattableString.Invariant($"{mean.Count} {mean.Sum:R} {mean.Variance:R} {mean.Minimum:R} {mean.Maximum:R}"));

    [Theory]
    [InlineData(QuantileAccumulator.DefaultDistinctLimit)]
    [InlineData(3)]
    [InlineData(0)]
    public void Saving_and_loading_quantiles_anywhere_changes_nothing(int limit) => SavedAnywhere.ChangesNothing(
        QuantileAccumulatorTests.Numbers.ArrayOf(), 1, () => new QuantileAccumulator(limit), (quantiles, value) => quantiles.Add(value),
        quantiles => QuantilesDocument.Write(quantiles.ToSnapshot()), QuantilesDocument.Read, QuantileAccumulator.From,
        quantiles => $"{quantiles} {QuantilesDocument.Write(quantiles.ToSnapshot())}");

    [Fact]
    public void A_mean_reads_as_it_is_meant()
    {
        MeanAccumulator mean = MeanAccumulator.From(MeanDocument.Read("""{ "format": "mean/1", "count": 5, "least": 1, "most": 5, "sum": [15], "squares": [55] }""").Value);
        Assert.Equal("mean 3, standard deviation 1.581139, n = 5", $"{mean}");
        Assert.Equal(0, MeanAccumulator.From(MeanDocument.Read("""{ "format": "mean/1", "count": 0 }""").Value).Count);
    }

    [Fact]
    public void Quantiles_read_as_they_are_meant()
    {
        QuantileAccumulator quantiles = QuantileAccumulator.From(QuantilesDocument.Read("""{ "format": "quantiles/1", "least": -5, "most": 95, "values": "-5 65 30*2 5" }""").Value);
        Assert.Equal("smallest -5, median 90, p90 93, largest 95, n = 5", $"{quantiles}");
        Assert.Equal(QuantileAccumulator.DefaultDistinctLimit, quantiles.DistinctLimit);
        Assert.Equal(0, QuantileAccumulator.From(QuantilesDocument.Read("""{ "format": "quantiles/1" }""").Value).Count);
    }

    [Fact]
    public void The_ends_of_64_bits_are_as_far_apart_as_a_document_can_say()
    {
        QuantileAccumulator ends = new();
        ends.Add(long.MinValue, 2);
        ends.Add(long.MaxValue);
        string written = QuantilesDocument.Write(ends.ToSnapshot());

        Assert.Contains("\"values\": \"-9223372036854775808*2 18446744073709551615\"", written, StringComparison.Ordinal);
        Assert.Equal([new(long.MinValue, 2), new(long.MaxValue, 1)], QuantilesDocument.Read(written).Value.Counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1  2")]
    [InlineData("1 0")]
    [InlineData("1 -2")]
    [InlineData("1*")]
    [InlineData("1*0")]
    [InlineData("1*9223372036854775808")]
    [InlineData("1**2")]
    [InlineData("1*2*3")]
    [InlineData("1;2")]
    [InlineData("１")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1 9223372036854775807")]
    [InlineData("-1 18446744073709551616")]
    public void Values_that_are_no_ascending_numbers_are_refused(string values)
    {
        DocumentFinding finding = QuantilesDocument.Read($$"""{ "format": "quantiles/1", "least": -9, "most": 9, "values": "{{values}}" }""").Findings[0];
        Assert.Equal(("$.values", "bad-value"), (finding.Path, finding.Code));
        Assert.Contains("60 30*2 5", finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        Assert.Equal(
            ["$.count bad-value", "$.least bad-value", "$.most wrong-type", "$.sum[1] wrong-type", "$.sum[2] bad-value", "$.squares wrong-type", "$.mean unknown-member"],
            Told(MeanDocument.Read("""{ "format": "mean/1", "count": -1, "least": 1e91, "most": "5", "sum": [1, "2", 1e281], "squares": 3, "mean": 4 }""").Findings));
        Assert.Equal(["$ refused"], Told(MeanDocument.Read("""{ "format": "mean/1", "count": 1 }""").Findings));
        Assert.Equal(["$ refused"], Told(MeanDocument.Read("""{ "format": "mean/1", "count": 2, "least": 1, "most": 2, "sum": [1e111] }""").Findings));
        Assert.Equal(
            ["$.distinctLimit bad-value", "$.exact wrong-type", "$.least bad-value", "$.values wrong-type"],
            Told(QuantilesDocument.Read("""{ "format": "quantiles/1", "distinctLimit": 10000001, "exact": 1, "least": 1.5, "values": [1] }""").Findings));
        Assert.Equal(["$ refused"], Told(QuantilesDocument.Read("""{ "format": "quantiles/1", "distinctLimit": 1, "least": 1, "most": 2, "values": "1 1" }""").Findings));
        Assert.Equal(["$ refused"], Told(QuantilesDocument.Read("""{ "format": "quantiles/1", "least": 1, "most": 1 }""").Findings));
    }

    /// <summary>A document that could not be read again is not written.</summary>
    [Fact]
    public void More_than_is_read_is_not_written()
    {
        QuantileSnapshot large = new(QuantileAccumulator.MaximumDistinctLimit, true, 0, 7_000_000L * 1_000_000_000, Enumerable.Range(0, 7_000_000).Select(i => KeyValuePair.Create(i * 1_000_000_000L, 1L)));
        Assert.Contains("a quantiles is read up to 67108864", Assert.Throws<InvalidOperationException>(() => QuantilesDocument.Write(large)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Told(IEnumerable<DocumentFinding> findings) => findings.Select(finding => $"{finding.Path} {finding.Code}");
}

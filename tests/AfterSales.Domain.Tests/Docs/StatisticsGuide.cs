using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/statistics.md.</summary>
public class StatisticsGuide
{
    [Fact]
    public void Shares()
    {
        Share attained = new(61, 100);
        string figure = $"{attained}";                                  // 61.0 % (95 % Wilson 51.2–70.0, n = 100)

        Share lastYear = new(80, 100);
        ShareDifference change = new(lastYear, new Share(84, 100));
        bool isSignificant = change.IsSignificant;                      // false: +4.0 points may be chance
        string told = $"{change}";                                      // with its Newcombe interval and both shares

        Share nothing = new(0, 0);
        string why = $"{nothing.Missing}";                              // why there is no figure; never NaN

        Assert.Equal("61.0 % (95 % Wilson 51.2–70.0, n = 100)", figure);
        Assert.False(isSignificant);
        Assert.StartsWith("+4.0 points (95 % Newcombe −6.7…+14.7; 80.0 % of 100 → 84.0 % of 100)", told, StringComparison.Ordinal);
        Assert.Null(nothing.Value);
        Assert.NotEmpty(why);
    }

    [Fact]
    public void Quantiles()
    {
        QuantileAccumulator monday = new();
        foreach (long seconds in new long[] { 30, 40, 50 })
        {
            monday.Add(seconds);
        }

        QuantileAccumulator tuesday = new();
        tuesday.Add(60, times: 2);
        monday.Merge(tuesday);                                          // as if all had been added to one

        double? median = monday.Median.Value;                           // 50
        double? p90 = monday.At(0.9, QuantileType.NearestRank).Value;   // 60

        Assert.Equal((50d, 60d, true), (median, p90, monday.Median.IsExact));
    }
}

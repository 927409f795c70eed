using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Tests.Statistics;

public class ConfidenceLevelTests
{
    [Fact]
    public void The_default_is_95_percent()
    {
        Assert.Equal(ConfidenceLevel.Percent95, default);
        Assert.Equal(1.959963984540054, default(ConfidenceLevel).Z, 15);
        Assert.Equal(0.95, default(ConfidenceLevel).Fraction);
        Assert.Equal(0.05, default(ConfidenceLevel).Alpha);
        Assert.Equal("95 %", default(ConfidenceLevel).ToString());
    }

    [Fact]
    public void Each_level_carries_its_normal_quantile()
    {
        foreach (ConfidenceLevel level in ConfidenceLevel.All)
        {
            Assert.InRange(CentralProbability(level.Z), level.Fraction - 1e-12, level.Fraction + 1e-12);
            Assert.Equal(level, ConfidenceLevel.OfPercent(level.Percent));
        }

        Assert.Equal(ConfidenceLevel.All, ConfidenceLevel.All.Order());
        Assert.Equal(9, ConfidenceLevel.All.Distinct().Count());
        Assert.True(ConfidenceLevel.Percent80 < ConfidenceLevel.Percent99 && ConfidenceLevel.Percent99Point9 > default(ConfidenceLevel));
    }

    [Fact]
    public void Another_percentage_is_refused_with_the_list_of_levels()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceLevel.OfPercent(97));
        Assert.Contains("80, 85, 90, 95, 98, 99, 99.5, 99.8 and 99.9", error.Message, StringComparison.Ordinal);
    }

    // The integral of the standard normal density from -z to z, by Simpson's rule.
    private static double CentralProbability(double z)
    {
        const int Steps = 2000;
        double sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double x = z * i / Steps;
            sum += (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-x * x / 2);
        }

        return 2 * sum * z / Steps / 3 / Math.Sqrt(2 * Math.PI);
    }
}

using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Statistics;

public class ShareDifferenceTests
{
    private static readonly Gen<Share> Shares =
        from n in Gen.Choose(0, 5000)
        from k in Gen.Choose(0, n)
        select new Share(k, n);

    // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
    [Theory]
    [InlineData(48, 80, 56, 70, 0.0524, 0.3339, ChangeVerdict.Higher)]
    [InlineData(0, 29, 5, 56, -0.0381, 0.1926, ChangeVerdict.NoSignificantChange)]
    public void Newcombe_intervals_equal_the_published_ones(long k1, long n1, long k2, long n2, double lower, double upper, ChangeVerdict verdict)
    {
        ShareDifference difference = new(new Share(k1, n1), new Share(k2, n2));

        Assert.InRange(difference.Interval!.Value.Lower, lower - 6e-5, lower + 6e-5);
        Assert.InRange(difference.Interval!.Value.Upper, upper - 6e-5, upper + 6e-5);
        Assert.Equal(verdict, difference.Verdict);
    }

    // R PropCIs wald2ci(7, 34, 1, 34, 0.95, adjust = "AC" / "Wald"), quoted in statsmodels test_proportion.py.
    [Fact]
    public void Agresti_Caffo_and_Wald_intervals_equal_those_of_R()
    {
        ShareDifference difference = new(new Share(1, 34), new Share(7, 34));

        Assert.InRange(difference.AgrestiCaffoInterval()!.Value.Lower, 0.01161167 - 6e-7, 0.01161167 + 6e-7);
        Assert.InRange(difference.AgrestiCaffoInterval()!.Value.Upper, 0.32172166 - 6e-7, 0.32172166 + 6e-7);
        Assert.InRange(difference.WaldInterval()!.Value.Lower, 0.02916942 - 1e-7, 0.02916942 + 1e-7);
        Assert.InRange(difference.WaldInterval()!.Value.Upper, 0.32377176 - 1e-7, 0.32377176 + 1e-7);
    }

    // statsmodels documentation of proportions_ztest; test_proportion.py test_confint_proportion effect size.
    [Fact]
    public void The_pooled_z_and_the_effect_size_equal_those_of_statsmodels()
    {
        Assert.Equal(-1.4078304151258787, new ShareDifference(new Share(12, 99), new Share(5, 83)).PooledZ!.Value, 12);
        Assert.Equal(0.2013579207903309, new ShareDifference(new Share(4, 10), new Share(5, 10)).EffectSize!.Value, 13);
    }

    [Fact]
    public void A_comparison_says_whether_it_is_significant()
    {
        ShareDifference undecided = new(new Share(347, 412), new Share(348, 398));
        Assert.Equal("+3.2 points (95 % Newcombe −1.6…+8.0; 84.2 % of 412 → 87.4 % of 398): no significant change", $"{undecided}");
        Assert.Equal("+3.2 个百分点（95 % Newcombe −1.6…+8.0；412 中 84.2 % → 398 中 87.4 %）：无显著变化", $"{undecided:zh}");

        ShareDifference lower = new(new Share(90, 100), new Share(50, 100));
        Assert.True(lower.IsSignificant);
        Assert.EndsWith(": significantly lower", $"{lower}", StringComparison.Ordinal);
        Assert.EndsWith("：显著降低", $"{lower:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_with_nothing_says_so()
    {
        ShareDifference difference = new(default, new Share(1, 2));

        Assert.Equal(ChangeVerdict.Unknown, difference.Verdict);
        Assert.False(difference.IsSignificant);
        Assert.Null(difference.Value);
        Assert.Null(difference.Interval);
        Assert.Null(difference.PooledZ);
        Assert.Null(difference.EffectSize);
        Assert.Null(difference.WaldInterval());
        Assert.Null(difference.AgrestiCaffoInterval());
        Assert.Equal("no figure: nothing was counted", $"{difference}");
    }

    [Fact]
    public void When_all_are_alike_there_is_no_z() => Assert.Null(new ShareDifference(new Share(4, 4), new Share(9, 9)).PooledZ);

    [Fact]
    public void Groups_of_any_size_are_compared()
    {
        ShareDifference difference = new(new Share(long.MaxValue / 2, long.MaxValue), new Share(long.MaxValue / 4, long.MaxValue));

        Assert.Equal(ChangeVerdict.Lower, difference.Verdict);
        Assert.InRange(difference.PooledZ!.Value, -2e9, -1e9);
    }

    [Fact]
    public void Swapping_the_groups_turns_the_interval_round() => Law.Holds(
        from before in Shares from after in Shares from level in Gen.Elements<ConfidenceLevel>(ConfidenceLevel.All) select (before, after, level),
        one =>
        {
            ShareDifference there = new(one.before, one.after, one.level);
            ShareDifference back = new(one.after, one.before, one.level);
            Assert.Equal(there.Value, -back.Value);
            Assert.Equal(there.Interval?.Lower, -back.Interval?.Upper);
            Assert.Equal(there.IsSignificant, back.IsSignificant);
            if (there.Interval is { } interval)
            {
                Assert.True(interval.Contains(there.Value!.Value));
                Assert.InRange(interval.Lower, -1, 1);
                Assert.InRange(interval.Upper, -1, 1);
            }
        });
}

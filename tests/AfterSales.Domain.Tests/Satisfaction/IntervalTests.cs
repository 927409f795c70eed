using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Satisfaction;

public class IntervalTests
{
    private static readonly Gen<Share> Shares =
        from n in Gen.Frequency((3, Gen.Choose(1, 40)), (1, Gen.Choose(1, 20_000)))
        from k in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(n)), (6, Gen.Choose(0, n)))
        select new Share(k, n);

    public static TheoryData<string> Methods => ["Jeffreys", "ClopperPearson", "MidP"];

    // Newcombe 1998, Statistics in Medicine 17:857-872, table I, methods 5 and 6; R binom.confint via statsmodels; a public test file.
    [Theory]
    [InlineData("ClopperPearson", 81, 263, 0.2527, 0.3676, 6e-5)]
    [InlineData("ClopperPearson", 0, 20, 0, 0.1684, 6e-5)]
    [InlineData("ClopperPearson", 490, 500, 0.9635, 0.9904, 6e-5)]
    [InlineData("ClopperPearson", 20, 20, 0.8316, 1, 6e-5)]
    [InlineData("MidP", 81, 263, 0.2544, 0.3658, 6e-5)]
    [InlineData("MidP", 1, 29, 0.0017, 0.1585, 6e-5)]
    [InlineData("Jeffreys", 18, 20, 0.716146742695748, 0.97862751197755, 1e-6)]
    [InlineData("Jeffreys", 4, 20, 0.07152005247873425, 0.4082257625169254, 1e-6)]
    [InlineData("Jeffreys", 4, 200, 0.00678759879519299, 0.0468465669668423, 1e-6)]
    public void Intervals_equal_the_published_ones(string method, long successes, long count, double lower, double upper, double tolerance)
    {
        ConfidenceInterval interval = Of(new Share(successes, count), ConfidenceLevel.Percent95, method)!.Value;
        Assert.Equal(lower, interval.Lower, tolerance);
        Assert.Equal(upper, interval.Upper, tolerance);
        Assert.Equal(method, interval.Method.ToString());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Intervals_contain_the_estimate_lie_within_the_bounds_and_are_nested_with_confidence(string method) => Law.Holds(
        Shares,
        share =>
        {
            ConfidenceInterval? narrower = null;
            foreach (ConfidenceLevel level in new[] { ConfidenceLevel.Percent80, ConfidenceLevel.Percent95, ConfidenceLevel.Percent99Point9 })
            {
                ConfidenceInterval interval = Of(share, level, method)!.Value;
                Assert.True(interval.Contains(share.Value!.Value));
                Assert.InRange(interval.Lower, 0, 1);
                Assert.InRange(interval.Upper, 0, 1);
                Assert.Equal(share.Successes == 0, interval.Lower == 0);
                Assert.Equal(share.Failures == 0, interval.Upper == 1);
                Assert.True(narrower is not { } inner || (interval.Lower <= inner.Lower && interval.Upper >= inner.Upper));
                narrower = interval;
            }
        });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Nothing_has_no_interval(string method) => Assert.Null(Of(default, ConfidenceLevel.Percent95, method));

    [Fact]
    public void The_exact_interval_holds_the_mid_P_one() => Law.Holds(
        Shares,
        share =>
        {
            ConfidenceInterval exact = BetaIntervals.ClopperPearson(share, default)!.Value;
            ConfidenceInterval mid = BetaIntervals.MidP(share, default)!.Value;
            return exact.Lower <= mid.Lower + 1e-9 && exact.Upper >= mid.Upper - 1e-9;
        });

    // D. Robinson, "Understanding empirical Bayes estimation": prior 78.7 / 224.9, 4 of 10 and 300 of 1000.
    [Fact]
    public void Shrinkage_equals_the_published_figures()
    {
        BetaPrior prior = new(78.7, 224.9);
        Assert.Equal(0.264, prior.Shrink(new Share(4, 10)), 6e-4);
        Assert.Equal(0.290, prior.Shrink(new Share(300, 1000)), 6e-4);
        Assert.Equal(prior.Mean, prior.Shrink(default));
    }

    [Fact]
    public void A_shrunk_share_lies_between_its_own_and_the_mean() => Law.Holds(
        from groups in Shares.ListOf(6) from share in Shares select (groups, share),
        one =>
        {
            if (BetaPrior.Fit(one.groups) is { } prior)
            {
                double shrunk = prior.Shrink(one.share);
                double own = one.share.Value!.Value;
                Assert.InRange(shrunk, Math.Min(own, prior.Mean) - 1e-12, Math.Max(own, prior.Mean) + 1e-12);
            }
        });

    [Fact]
    public void Groups_that_differ_by_chance_only_are_drawn_to_the_mean_and_others_keep_their_distance()
    {
        BetaPrior same = BetaPrior.Fit([new Share(50, 100), new Share(50, 100), new Share(50, 100)])!;
        Assert.Equal(0.5, same.Shrink(new Share(10, 10)), 1e-4);

        BetaPrior different = BetaPrior.Fit([new Share(900, 1000), new Share(100, 1000)])!;
        Assert.True(different.Shrink(new Share(90, 100)) > 0.85);
        Assert.Null(BetaPrior.Fit([new Share(5, 10)]));
        Assert.Null(BetaPrior.Fit([new Share(5, 5), new Share(7, 7)]));
        Assert.Null(BetaPrior.Fit([new Share(1, 1), new Share(0, 1)]));
    }

    [Fact]
    public void Technicians_are_ranked_by_what_they_have_shown()
    {
        IReadOnlyList<KeyValuePair<string, Figure>> ranking = GroupRanking.ByLowerBound(
            [
                KeyValuePair.Create("three of three", new Share(3, 3)), KeyValuePair.Create("nine of ten", new Share(9, 10)), KeyValuePair.Create("many", new Share(930, 1000)),
                KeyValuePair.Create("one", new Share(1, 1)),
            ],
            ConfidenceLevel.Percent95,
            minimum: 3);

        Assert.Equal(["many", "nine of ten", "three of three", "one"], ranking.Select(group => group.Key));
        Assert.Equal(NoFigure.BelowMinimum(1, 3), ranking[3].Value.Missing);
    }

    // Enumeration of all 27 resamples of {1, 2, 6}: mean 3, variance of the mean = population variance / 3.
    [Fact]
    public void The_bootstrap_of_all_resamples_has_the_exact_mean_and_variance()
    {
        IReadOnlyList<double> means = Bootstrap.All([1, 2, 6], drawn => drawn.Average());
        Assert.Equal(27, means.Count);
        Assert.Equal(3, means.Average(), 1e-12);
        Assert.Equal(1.5555555555555556, means.Average(mean => (mean - 3) * (mean - 3)), 1e-12);
        Assert.Throws<ArgumentException>(() => Bootstrap.All([], drawn => 0));
    }

    [Fact]
    public void The_bootstrap_is_the_same_for_the_same_seed_and_near_the_formula()
    {
        double[] data = [.. Enumerable.Range(0, 50).Select(i => (double)(i * i % 17))];
        Figure figure = Bootstrap.Percentile(data, drawn => drawn.Average(), 2000, 7, default);
        Assert.Equal(figure, Bootstrap.Percentile(data, drawn => drawn.Average(), 2000, 7, default));
        Assert.NotEqual(figure, Bootstrap.Percentile(data, drawn => drawn.Average(), 2000, 8, default));

        MeanAccumulator mean = new();
        Array.ForEach(data, mean.Add);
        Assert.Equal(mean.ToFigure(FigureUnit.Number, default).Interval!.Value.Width, figure.Interval!.Value.Width, 0.3);
        Assert.Equal(NoFigure.TooFew(1, 2), Bootstrap.Percentile([1], drawn => 0, 100, 1, default).Missing);
        Assert.Equal(NoFigure.NothingCounted, Bootstrap.Percentile([], drawn => 0, 100, 1, default).Missing);
    }

    private static ConfidenceInterval? Of(Share share, ConfidenceLevel level, string method) => method switch
    {
        "Jeffreys" => BetaIntervals.Jeffreys(share, level),
        "ClopperPearson" => BetaIntervals.ClopperPearson(share, level),
        _ => BetaIntervals.MidP(share, level),
    };
}

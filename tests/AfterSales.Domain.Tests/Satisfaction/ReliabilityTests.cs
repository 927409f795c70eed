using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Satisfaction;

public class ReliabilityTests
{
    // pingouin: cronbach_wide_missing.csv and the values of its docstring, checked by its authors against R psych.
    internal static readonly int?[][] WideMissing =
    [
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0], [null, 0, 1, 1, null, 1, 1, 1, 1, 0, 0], [1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0],
        [1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0], [0, 1, null, 0, 1, 1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
        [0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0], [1, 0, 0, 1, 0, 1, 0, 0, null, 0, 0], [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    ];

    // R datasets: attitude (Chatterjee and Price 1977). Compared row by row with csv/datasets/attitude.csv of vincentarelbundock/Rdatasets (commit cc03c29): equal.
    internal static readonly int[][] Attitude =
    [
        [43, 51, 30, 39, 61, 92, 45], [63, 64, 51, 54, 63, 73, 47], [71, 70, 68, 69, 76, 86, 48], [61, 63, 45, 47, 54, 84, 35], [81, 78, 56, 66, 71, 83, 47],
        [43, 55, 49, 44, 54, 49, 34], [58, 67, 42, 56, 66, 68, 35], [71, 75, 50, 55, 70, 66, 41], [72, 82, 72, 67, 71, 83, 31], [67, 61, 45, 47, 62, 80, 41],
        [64, 53, 53, 58, 58, 67, 34], [67, 60, 47, 39, 59, 74, 41], [69, 62, 57, 42, 55, 63, 25], [68, 83, 83, 45, 59, 77, 35], [77, 77, 54, 72, 79, 77, 46],
        [81, 90, 50, 72, 60, 54, 36], [74, 85, 64, 69, 79, 79, 63], [65, 60, 65, 75, 55, 80, 60], [65, 70, 46, 57, 75, 85, 46], [50, 58, 68, 54, 64, 78, 52],
        [50, 40, 33, 34, 43, 64, 33], [64, 61, 52, 62, 66, 80, 41], [53, 66, 52, 50, 63, 80, 37], [40, 37, 42, 58, 50, 57, 49], [63, 54, 42, 48, 66, 75, 33],
        [66, 77, 66, 63, 88, 76, 72], [78, 75, 58, 74, 80, 78, 49], [48, 57, 44, 45, 51, 83, 38], [85, 85, 71, 71, 77, 74, 55], [82, 82, 39, 59, 64, 78, 39],
    ];

    [Fact]
    public void Alpha_and_its_interval_equal_those_of_pingouin()
    {
        ItemMoments complete = Items(WideMissing.Where(row => !row.Contains(null)).Select(row => row.Select(item => item!.Value).ToArray()));
        Figure listwise = CronbachAlpha.Of(complete, default).Figure;
        Assert.Equal(0.8016949152542373, listwise.Value!.Value, 1e-12);
        Assert.Equal(9, listwise.Count);

        // pingouin prints 0.581 to 0.933 here, as it counts the three incomplete rows in the interval; ours rests on the nine that were used.
        Assert.True(listwise.Interval!.Value.Lower < 0.581 && listwise.Interval.Value.Upper > 0.933);

        Figure pairwise = CronbachAlpha.Pairwise(WideMissing, default).Figure;
        Assert.Equal(0.732660835214447, pairwise.Value!.Value, 1e-12);
        Assert.Equal(0.435, pairwise.Interval!.Value.Lower, 5e-4);
        Assert.Equal(0.909, pairwise.Interval!.Value.Upper, 5e-4);
    }

    [Fact]
    public void Without_missing_answers_both_ways_agree()
    {
        CronbachAlpha listwise = CronbachAlpha.Of(Items(Attitude), default);
        CronbachAlpha pairwise = CronbachAlpha.Pairwise(Attitude.Select(row => row.Select(item => (int?)item).ToArray()), default);
        Assert.Equal(listwise.Figure.Value!.Value, pairwise.Figure.Value!.Value, 12);
    }

    // R psych::alpha(attitude): std.alpha and average_r.
    [Fact]
    public void Standardised_alpha_equals_that_of_psych()
    {
        CronbachAlpha alpha = CronbachAlpha.Of(Items(Attitude), default);
        Assert.Equal(0.8390838, alpha.Standardized!.Value, 1e-7);
        Assert.Equal(0.4269066, alpha.MeanCorrelation!.Value, 1e-7);
    }

    [Fact]
    public void Alpha_of_too_little_says_why()
    {
        Assert.Equal(NoFigure.NothingCounted, CronbachAlpha.Of(new ItemMoments(3), default).Figure.Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), CronbachAlpha.Of(Items([[1, 2, 3]]), default).Figure.Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), CronbachAlpha.Of(Items([[1], [2]]), default).Figure.Missing);
        Assert.Equal(NoFigure.NoVariation, CronbachAlpha.Of(Items([[3, 3], [3, 3], [3, 3]]), default).Figure.Missing);
        Assert.Equal(NoFigure.NoVariation, CronbachAlpha.Of(Items([[1, 5], [5, 1], [3, 3]]), default).Figure.Missing);
        Assert.Equal(NoFigure.NothingCounted, CronbachAlpha.Pairwise([], default).Figure.Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), CronbachAlpha.Pairwise([[1, null], [2, 3], [null, 4]], default).Figure.Missing);
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Pairwise([[1, 2], [1]], default));
    }

    [Fact]
    public void An_item_that_does_not_vary_leaves_alpha_but_no_standardised_one()
    {
        CronbachAlpha alpha = CronbachAlpha.Of(Items([[1, 1, 3], [2, 3, 3], [5, 4, 3]]), default);
        Assert.NotNull(alpha.Figure.Value);
        Assert.Null(alpha.Standardized);
        Assert.Null(alpha.MeanCorrelation);
    }

    [Fact]
    public void Answers_that_agree_perfectly_have_an_alpha_of_1() =>
        Assert.Equal(1, CronbachAlpha.Of(Items([[1, 1], [2, 2], [5, 5]]), default).Figure.Value!.Value, 12);

    // Shrout and Fleiss 1979, table 4.
    [Fact]
    [Shows("R30")]
    public void R30_intraclass_correlations_equal_those_of_Shrout_and_Fleiss()
    {
        double[][] ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
        IntraclassCorrelation icc = IntraclassCorrelation.Of(ratings);
        double[] expected = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91];
        double?[] actual = [icc.OneWay, icc.TwoWayRandom, icc.TwoWayFixed, icc.OneWayMean, icc.TwoWayRandomMean, icc.TwoWayFixedMean];
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second!.Value, 0.006));
        Assert.Equal("ICC(2,1) 0.29, ICC(2,k) 0.62", $"{icc}");
    }

    [Fact]
    public void Raters_of_too_little_have_no_correlation()
    {
        Assert.Equal(NoFigure.NothingCounted, IntraclassCorrelation.Of([]).Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), IntraclassCorrelation.Of([[1, 2]]).Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), IntraclassCorrelation.Of([[1], [2]]).Missing);
        Assert.Equal(NoFigure.NoVariation, IntraclassCorrelation.Of([[3, 3], [3, 3]]).Missing);
        Assert.Equal(NoFigure.NoVariation, IntraclassCorrelation.Of([[1, 3], [1, 3]]).Missing);
        Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of([[1, 2], [1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => IntraclassCorrelation.Of([[1, double.NaN], [1, 2]]));
    }

    [Fact]
    [Shows("R30")]
    public void R30_people_are_rated_from_all_sides_and_few_raters_stay_hidden()
    {
        PeerRating[] ratings =
        [
            new("p1", RaterRole.Peer, 80), new("p2", RaterRole.Peer, 90), new PeerRating("p3", RaterRole.Peer, 70).Saying("Explains well."), new("p3", RaterRole.Peer, 90),
            new("c1", RaterRole.Customer, 60), new("c2", RaterRole.Customer, 70), new("c3", RaterRole.Customer, 80),
            new PeerRating("boss", RaterRole.Superior, 20).Saying("Late again."), new("T-17", RaterRole.Peer, 100), new("x", RaterRole.Named("supplier"), 0),
        ];
        Dictionary<RaterRole, double> weights = new() { [RaterRole.Peer] = 1, [RaterRole.Customer] = 2, [RaterRole.Superior] = 2 };

        ThreeSixtyRating rating = ThreeSixtyRating.Of("T-17", ratings, weights, default);
        Assert.Equal(1, rating.SelfRatings);
        Assert.Equal(["customer", "peer", "superior"], rating.Parts.Select(part => part.Role.Name));
        Assert.Equal(NoFigure.BelowMinimum(1, 3), rating.Parts[2].Points.Missing);
        Assert.Empty(rating.Parts[2].Words);
        Assert.Equal(["Explains well."], rating.Parts[1].Words);
        Assert.Equal(250.0 / 3, rating.Parts[1].Points.Value!.Value, 12);
        Assert.Equal(((2 * 70) + (250.0 / 3)) / 3, rating.Total.Value!.Value, 12);
        Assert.Equal(6, rating.Total.Count);
    }

    [Fact]
    [Shows("R30")]
    public void R30_when_all_roles_stay_hidden_there_is_no_figure()
    {
        Dictionary<RaterRole, double> weights = new() { [RaterRole.Peer] = 1 };
        Assert.Equal(NoFigure.NothingCounted, ThreeSixtyRating.Of("T-17", [], weights, default).Total.Missing);
        Assert.Equal(NoFigure.BelowMinimum(1, 3), ThreeSixtyRating.Of("T-17", [new("a", RaterRole.Peer, 50)], weights, default).Total.Missing);
        Assert.Equal(NoFigure.NoWeight, ThreeSixtyRating.Of("T-17", [new("a", RaterRole.Peer, 50)], new Dictionary<RaterRole, double>(), default).Total.Missing);
        Assert.Equal(NoFigure.NoWeight, ThreeSixtyRating.Of("T-17", [new("a", RaterRole.Peer, 50)], new Dictionary<RaterRole, double> { [RaterRole.Peer] = 0 }, default).Total.Missing);
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreeSixtyRating.Of("T-17", [], new Dictionary<RaterRole, double> { [RaterRole.Peer] = -1 }, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeerRating("a", RaterRole.Peer, 101));
        Assert.Throws<InvalidOperationException>(() => new PeerRating("a", default, 10));
    }

    private static ItemMoments Items(IEnumerable<int[]> rows)
    {
        int[][] all = [.. rows];
        ItemMoments items = new(all[0].Length);
        foreach (int[] row in all)
        {
            items.Add(row);
        }

        return items;
    }
}

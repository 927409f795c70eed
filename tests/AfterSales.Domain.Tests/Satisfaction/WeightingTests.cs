using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Satisfaction;

public class WeightingTests
{
    internal static readonly Gen<(bool IsSuccess, double Weight)[]> Answers =
        (from success in Gen.Elements(true, false) from weight in Gen.Choose(0, 300) select (success, weight / 7.0)).ArrayOf();

    // NIST/SEMATECH e-Handbook 7.1.6.
    internal static readonly double[] NistTimes =
    [
        30, 171, 184, 201, 212, 250, 265, 270, 272, 289, 305, 306, 322, 322, 336, 346, 351, 370, 390, 404, 409, 411, 436, 437, 439, 441, 444, 448, 451, 453,
        470, 480, 482, 487, 494, 495, 499, 503, 514, 521, 522, 527, 548, 550, 559, 560, 570, 572, 574, 578, 585, 592, 592, 607, 616, 618, 621, 629, 637, 638,
        640, 656, 668, 707, 709, 719, 737, 739, 752, 758, 766, 792, 792, 794, 802, 818, 830, 832, 843, 858, 860, 869, 918, 925, 953, 991, 1000, 1005, 1068, 1441,
    ];

    // R survey: svymean(~api00, dstrat) on apistrat; a simple random sample and its post-stratification from apisrs.
    [Fact]
    public void Means_and_errors_equal_those_of_R()
    {
        SampledStratum[] stratified =
        [
            SampledStratum.FromFigures("E", 4421, 100, 674.43, 15687.4192929293), SampledStratum.FromFigures("H", 755, 50, 625.82, 11947.0893877551),
            SampledStratum.FromFigures("M", 1018, 50, 636.6, 13824.8571428571),
        ];
        SampledStratum[] simple =
        [
            SampledStratum.FromFigures("E", 4421, 142, 666.140845070423, 18423.35590850065), SampledStratum.FromFigures("H", 755, 25, 605.36, 12873.323333333334),
            SampledStratum.FromFigures("M", 1018, 33, 654.272727272727, 16668.954545454544),
        ];

        AssertMean(662.287363159321, 9.40894080278458, PopulationMean.Stratified(stratified, default));
        AssertMean(656.585, 9.24972203928281, PopulationMean.Simple(simple, default));
        AssertMean(656.781580952531, 9.15653816164697, PopulationMean.PostStratified(simple, default));
    }

    [Fact]
    public void Empty_strata_are_named_and_single_answers_have_no_error()
    {
        MeanAccumulator one = new();
        one.Add(4);
        MeanAccumulator two = new();
        two.Add(3);
        two.Add(5);
        SampledStratum[] strata = [new("a", 10, one), new("b", 10, two), new("empty", 5, new MeanAccumulator()), new("nobody", 0, new MeanAccumulator())];

        PopulationMean mean = PopulationMean.Stratified(strata, default);
        Assert.Equal(4, mean.Figure.Value);
        Assert.Null(mean.StandardError);
        Assert.Null(mean.Figure.Interval);
        Assert.Equal(["empty"], mean.EmptyStrata);
        Assert.Equal("4 (n = 3); without empty", $"{mean}");
        Assert.Equal(NoFigure.NothingCounted, PopulationMean.Simple([], default).Figure.Missing);
        Assert.Equal(NoFigure.NothingCounted, PopulationMean.Stratified([new("empty", 5, new MeanAccumulator())], default).Figure.Missing);
        Assert.Equal(NoFigure.NothingCounted, PopulationMean.PostStratified([], default).Figure.Missing);
    }

    [Fact]
    public void When_everybody_answered_there_is_no_error()
    {
        MeanAccumulator all = new();
        all.Add(1);
        all.Add(5);
        SampledStratum[] strata = [new("all", 2, all)];
        Assert.Equal(0.0, PopulationMean.Stratified(strata, default).StandardError);
        Assert.Equal(0.0, PopulationMean.Simple(strata, default).StandardError);
        Assert.Equal(0.0, PopulationMean.PostStratified(strata, default).StandardError);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampledStratum("a", 1, all));
    }

    // Kish's design effect of the weights of R's apistrat.
    [Fact]
    public void The_design_effect_equals_the_published_one()
    {
        WeightedShareAccumulator accumulator = new();
        foreach ((double weight, int times) in new[] { (44.21, 100), (15.10, 50), (20.36, 50) })
        {
            for (int i = 0; i < times; i++)
            {
                accumulator.Add(i % 2 == 0, weight);
            }
        }

        Assert.Equal(1.186371001, accumulator.DesignEffect!.Value, 1e-6);
        Assert.Equal(168.581329, accumulator.EffectiveCount, 1e-6);
        Assert.Equal("50.0 % (95 % Wilson 42.5–57.5, n = 200), effective n = 168.6", $"{accumulator}");
    }

    [Fact]
    public void Weighted_shares_of_any_split_merge_to_the_whole_bit_for_bit() => Law.Holds(
        from all in Answers from cut in Gen.Choose(0, 1000) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            WeightedShareAccumulator merged = Of(one.all.Skip(one.cut).Reverse());
            merged.Merge(Of(one.all.Take(one.cut)));
            WeightedShareAccumulator whole = Of(one.all);
            Assert.Equal(whole.ToFigure(default), merged.ToFigure(default));
            Assert.Equal(whole.EffectiveCount, merged.EffectiveCount);
            Assert.True(whole.EffectiveCount <= whole.Count * (1 + 1e-12));
        });

    [Fact]
    public void Saving_and_loading_weighted_shares_anywhere_changes_nothing() => Law.Holds(
        from all in Answers from cut in Gen.Choose(0, 1000) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            WeightedShareAccumulator resumed = WeightedShareAccumulator.From(Of(one.all.Take(one.cut)).ToSnapshot());
            foreach ((bool success, double weight) in one.all.Skip(one.cut))
            {
                resumed.Add(success, weight);
            }

            WeightedShareAccumulator whole = Of(one.all);
            Assert.Equal(whole.ToFigure(default), resumed.ToFigure(default));
            Assert.Equal((whole.Count, whole.TotalWeight, whole.EffectiveCount), (resumed.Count, resumed.TotalWeight, resumed.EffectiveCount));
        });

    [Fact]
    public void A_weighted_share_that_cannot_have_been_stored_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedShareSnapshot(-1, [], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedShareSnapshot(1, [double.NaN], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedShareSnapshot(1, [1e51], [], []));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(0, [1], [1], []));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(1, [1], [], []));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(1, [-1], [1], []));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(1, [1], [1], [2]));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(1, [1e-200], [1e-300], []));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(2, [2], [5], []));
        Assert.Throws<ArgumentException>(() => new WeightedShareSnapshot(2, [2], [1], []));
        Assert.Equal(2, WeightedShareAccumulator.From(new WeightedShareSnapshot(2, [2], [2], [])).EffectiveCount);
        Assert.Throws<ArgumentNullException>(() => WeightedShareAccumulator.From(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([(true, 1e-13)]));
    }

    [Fact]
    public void Equal_weights_change_nothing() => Law.Holds(
        from n in Gen.Choose(1, 200) from k in Gen.Choose(0, n) from weight in Gen.Choose(1, 500) select (n, k, weight: weight / 7.0),
        one =>
        {
            Figure weighted = Of(Enumerable.Range(0, one.n).Select(i => (i < one.k, one.weight))).ToFigure(default);
            Figure plain = new Share(one.k, one.n).ToFigure();
            Assert.Equal(plain.Value!.Value, weighted.Value!.Value, 1e-12);
            Assert.Equal(plain.Interval!.Value.Lower, weighted.Interval!.Value.Lower, 1e-12);
        });

    [Fact]
    public void No_weight_is_no_figure()
    {
        Assert.Equal(NoFigure.NothingCounted, new WeightedShareAccumulator().ToFigure(default).Missing);
        Assert.Equal(NoFigure.NoWeight, Of([(true, 0), (false, 0)]).ToFigure(default).Missing);
        Assert.Null(Of([(true, 0)]).DesignEffect);
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([(true, -1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([(true, double.NaN)]));
    }

    [Theory]
    [InlineData(3.841459, 1)]
    [InlineData(5.991465, 2)]
    public void Chi_square_tails_equal_the_tables(double statistic, int degrees)
    {
        Assert.Equal(0.05, ChiSquare.UpperTail(statistic, degrees), 1e-6);
        Assert.Equal(1, ChiSquare.UpperTail(0, degrees));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.UpperTail(double.NaN, 1));
    }

    [Fact]
    public void Who_answered_is_compared_with_who_could_have()
    {
        ReturnComparison alike = ReturnComparison.Of([KeyValuePair.Create("young", new Share(20, 100)), KeyValuePair.Create("old", new Share(41, 200))]);
        ReturnComparison different = ReturnComparison.Of([KeyValuePair.Create("young", new Share(5, 100)), KeyValuePair.Create("old", new Share(80, 200))]);
        Assert.True(alike.PValue > 0.5);
        Assert.True(different.PValue < 0.001);
        Assert.Equal(new Share(61, 300), alike.Total);
        // By hand: 2x2 table, chi-square with one degree of freedom.
        Assert.Equal(300.0 * Math.Pow((5 * 120) - (95 * 80), 2) / (85.0 * 215 * 100 * 200), different.Statistic!.Value, 1e-9);

        Assert.Equal(NoFigure.NothingCounted, ReturnComparison.Of([]).Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), ReturnComparison.Of([KeyValuePair.Create("a", new Share(1, 2))]).Missing);
        Assert.Equal(NoFigure.NoVariation, ReturnComparison.Of([KeyValuePair.Create("a", new Share(0, 2)), KeyValuePair.Create("b", new Share(0, 5))]).Missing);
    }

    // AAPOR, Standard Definitions: RR1, RR2 and RR3.
    [Fact]
    public void Response_rates_equal_those_of_AAPOR()
    {
        SurveyDispositions counts = new SurveyDispositions(300, 50).WithoutAnswer(100, 200, 10).WithUnknown(140);
        Assert.Equal(0.375, counts.ResponseRate1.Value);
        Assert.Equal(0.4375, counts.ResponseRate2.Value);
        Assert.Equal(0.38860103626943, counts.ResponseRate3(0.8).Value!.Value, 1e-12);
        Assert.Equal(counts.ResponseRate1.Value, (counts + counts).ResponseRate1.Value);
        Assert.Equal(NoFigure.NothingCounted, default(SurveyDispositions).ResponseRate3(0).Missing);
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.ResponseRate3(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurveyDispositions(-1, 0));
    }

    // NIST/SEMATECH e-Handbook 7.1.6: fences as printed; 1441 is an outlier but not an extreme one.
    [Fact]
    public void Fences_equal_those_of_NIST()
    {
        TukeyFences fences = TukeyFences.Of(Enumerable.Reverse(NistTimes), QuantileType.Weibull);
        Assert.Equal([429.75, 559.5, 742.25], [fences.LowerQuartile, fences.Median, fences.UpperQuartile]);
        Assert.Equal([-39, 1211, -507.75, 1679.75], [fences.LowerInner, fences.UpperInner, fences.LowerOuter, fences.UpperOuter]);
        Assert.Equal([1441], NistTimes.Where(fences.IsOutlier));
        Assert.DoesNotContain(NistTimes, fences.IsExtreme);
        Assert.Throws<ArgumentException>(() => TukeyFences.Of([1, 2, 3], QuantileType.Linear));
        Assert.Throws<ArgumentOutOfRangeException>(() => TukeyFences.Of([1, 2, 3, double.NaN], QuantileType.Linear));
    }

    private static WeightedShareAccumulator Of(IEnumerable<(bool IsSuccess, double Weight)> answers)
    {
        WeightedShareAccumulator accumulator = new();
        foreach ((bool success, double weight) in answers)
        {
            accumulator.Add(success, weight);
        }

        return accumulator;
    }

    private static void AssertMean(double mean, double error, PopulationMean actual)
    {
        Assert.Equal(mean, actual.Figure.Value!.Value, 1e-6);
        Assert.Equal(error, actual.StandardError!.Value, 1e-6);
    }
}

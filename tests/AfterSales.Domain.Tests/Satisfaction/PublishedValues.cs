using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>
/// The published and recomputed values of ../shared/vectors/statistics.json by their ids: what is expected and how nearly, copied as numbers, and how this library computes it.
/// Sources: R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872 (table I) and 873–890 (table II); statsmodels test_proportion.py, which quotes R binom and PropCIs;
/// P. E. Shrout and J. L. Fleiss 1979 (table 4); pingouin; R psych, survey, relaimpo and rwa; NIST/SEMATECH e-Handbook 6.3.2, 6.3.3 and 7.1.6; Cochran 1977;
/// Benjamini and Hochberg 1995; AAPOR Standard Definitions; Kish 1965; D. Robinson on empirical Bayes; the index weights quoted by Verint; GB/T 27922-2011.
/// </summary>
internal static class PublishedValues
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    private static readonly SampledStratum[] Simple =
    [
        SampledStratum.FromFigures("E", 4421, 142, 666.140845070423, 18423.35590850065), SampledStratum.FromFigures("H", 755, 25, 605.36, 12873.323333333334),
        SampledStratum.FromFigures("M", 1018, 33, 654.272727272727, 16668.954545454544),
    ];

    private static readonly SampledStratum[] Stratified =
    [
        SampledStratum.FromFigures("E", 4421, 100, 674.43, 15687.4192929293), SampledStratum.FromFigures("H", 755, 50, 625.82, 11947.0893877551),
        SampledStratum.FromFigures("M", 1018, 50, 636.6, 13824.8571428571),
    ];

    private static readonly Stratum[] Schools = [new("elementary", 4421, 125.249428), new("high", 755, 109.302742), new("middle", 1018, 117.579153)];

    private static readonly double[] ManyPValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0];

    private static readonly double[][] RwaCars =
    [
        [1.0, -0.852161959426613, -0.847551379262479, -0.776168371826586, -0.867659376517228],
        [-0.852161959426613, 1.0, 0.902032872146999, 0.83244745272182, 0.782495794463241],
        [-0.847551379262479, 0.902032872146999, 1.0, 0.790948586369806, 0.887979922058138],
        [-0.776168371826586, 0.83244745272182, 0.790948586369806, 1.0, 0.658747887344759],
        [-0.867659376517228, 0.782495794463241, 0.887979922058138, 0.658747887344759, 1.0],
    ];

    public static IReadOnlyList<PublishedValue> All { get; } =
    [
        new("wilson_81_263", 6e-5, [0.2553, 0.3662], () => Ends(new Share(81, 263).WilsonInterval(Level))),
        new("wilson_0_20", 6e-5, [0, 0.1611], () => Ends(new Share(0, 20).WilsonInterval(Level))),
        new("wilson_19_38", 1e-12, [0.348499283643951, 0.651500716356049], () => Ends(new Share(19, 38).WilsonInterval(Level))),
        new("wilson_490_500", 6e-5, [0.9636, 0.9891], () => Ends(new Share(490, 500).WilsonInterval(Level))),
        new("wilsoncc_81_263", 6e-5, [0.2535, 0.3682], () => Ends(new Share(81, 263).WilsonContinuityInterval(Level))),
        new("wilsoncc_0_20", 6e-5, [0, 0.2005], () => Ends(new Share(0, 20).WilsonContinuityInterval(Level))),
        new("clopper_81_263", 6e-5, [0.2527, 0.3676], () => Ends(BetaIntervals.ClopperPearson(new Share(81, 263), Level))),
        new("clopper_0_20", 6e-5, [0, 0.1684], () => Ends(BetaIntervals.ClopperPearson(new Share(0, 20), Level))),
        new("clopper_490_500", 6e-5, [0.9635, 0.9904], () => Ends(BetaIntervals.ClopperPearson(new Share(490, 500), Level))),
        new("clopper_20_20", 6e-5, [0.8316, 1], () => Ends(BetaIntervals.ClopperPearson(new Share(20, 20), Level))),
        new("binom_ac_18_20", 1e-6, [0.6867561125596077, 0.984343760998137], () => Ends(new Share(18, 20).AgrestiCoullInterval(Level))),
        new("binom_jef_18_20", 1e-6, [0.716146742695748, 0.97862751197755], () => Ends(BetaIntervals.Jeffreys(new Share(18, 20), Level))),
        new("binom_wilson_18_20", 1e-6, [0.6989663547715128, 0.972133518786232], () => Ends(new Share(18, 20).WilsonInterval(Level))),
        new("binom_ac_4_20", 1e-6, [0.0749115102767071, 0.4217635845549845], () => Ends(new Share(4, 20).AgrestiCoullInterval(Level))),
        new("binom_jef_4_20", 1e-6, [0.07152005247873425, 0.4082257625169254], () => Ends(BetaIntervals.Jeffreys(new Share(4, 20), Level))),
        new("binom_wilson_4_20", 1e-6, [0.0806576625797981, 0.4160174322518935], () => Ends(new Share(4, 20).WilsonInterval(Level))),
        new("binom_ac_4_200", 1e-6, [0.005991954548218395, 0.0520995587739575], () => Ends(new Share(4, 200).AgrestiCoullInterval(Level))),
        new("binom_jef_4_200", 1e-6, [0.00678759879519299, 0.0468465669668423], () => Ends(BetaIntervals.Jeffreys(new Share(4, 200), Level))),
        new("binom_wilson_4_200", 1e-6, [0.00780442641634947, 0.05028708690582643], () => Ends(new Share(4, 200).WilsonInterval(Level))),
        new("midp_81_263", 6e-5, [0.2544, 0.3658], () => Ends(BetaIntervals.MidP(new Share(81, 263), Level))),
        new("midp_1_29", 6e-5, [0.0017, 0.1585], () => Ends(BetaIntervals.MidP(new Share(1, 29), Level))),

        new("newcombe_56_70_48_80", 6e-5, [0.0524, 0.3339], () => Ends(new ShareDifference(new Share(48, 80), new Share(56, 70)).Interval)),
        new("newcombe_5_56_0_29", 6e-5, [-0.0381, 0.1926], () => Ends(new ShareDifference(new Share(0, 29), new Share(5, 56)).Interval)),
        new("agresti_caffo_7_34_1_34", 6e-7, [0.01161167, 0.32172166], () => Ends(new ShareDifference(new Share(1, 34), new Share(7, 34)).AgrestiCaffoInterval())),
        new("wald_diff_7_34_1_34", 1e-7, [0.02916942, 0.32377176], () => Ends(new ShareDifference(new Share(1, 34), new Share(7, 34)).WaldInterval())),
        new("ztest_5_83_12_99", 1e-3, [-1.4078, 0.159], () =>
        [
            new ShareDifference(new Share(12, 99), new Share(5, 83)).PooledZ!.Value, ScoreComparison.OfShares(new Share(5, 83), new Share(12, 99), Level).PValue!.Value,
        ]),
        new("cohen_h", 1e-13, [0.2013579207903309], () => [new ShareDifference(new Share(4, 10), new Share(5, 10)).EffectSize!.Value]),
        new("chi2_1_0.05", 1e-6, [0.05], () => [ChiSquare.UpperTail(3.841459, 1)]),
        new("chi2_2_0.05", 1e-6, [0.05], () => [ChiSquare.UpperTail(5.991465, 2)]),

        new("nps_50_30_20", 6e-5, [30, 14.6922, 45.3078], () => Promoters(new NetPromoterScore(50, 30, 20))),
        new("nps_1000", 1e-4, [17.5, 14.1372, 20.8628], () => Promoters(new NetPromoterScore(250, 675, 75))),
        new("csat_t2b", 1e-12, [70], () => [100 * new Csat(Cleaned(SurveyQuestion.Rating("q", SurveyDimension.Overall, AnswerScale.OneToFive), 5, 5, 5, 5, 4, 4, 4, 3, 1, 1), 0).Satisfied.Value!.Value]),
        new("gbt27922", 0, [0, 1, 3, 4, 4, 5], () => [.. new[] { 69.99, 70, 80, 90, 94.99, 95 }.Select(points => Stars(ServiceGrades.Of(points)))]),
        new("acsi_weighted", 1e-6, [70.983333], () => [Index()]),
        new("mean_ci", 6e-5, [3, 1.5811, 1.3859], OneToFive),

        new("cronbach_listwise", 1e-12, [0.8016949152542373], () =>
            [CronbachAlpha.Of(Items(ReliabilityTests.WideMissing.Where(row => !row.Contains(null)).Select(row => row.Select(item => item!.Value).ToArray())), Level).Figure.Value!.Value]),
        new("cronbach_pairwise", 1e-12, [0.732660835214447], () => [CronbachAlpha.Pairwise(ReliabilityTests.WideMissing, Level).Figure.Value!.Value]),
        new("cronbach_attitude_std", 1e-7, [0.8390838, 0.4269066], () =>
        [
            CronbachAlpha.Of(Items(ReliabilityTests.Attitude), Level).Standardized!.Value, CronbachAlpha.Of(Items(ReliabilityTests.Attitude), Level).MeanCorrelation!.Value,
        ]),
        new("icc_shrout_fleiss", 0.006, [0.17, 0.29, 0.71, 0.44, 0.62, 0.91], () =>
        {
            IntraclassCorrelation icc = IntraclassCorrelation.Of([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);
            return [.. new[] { icc.OneWay, icc.TwoWayRandom, icc.TwoWayFixed, icc.OneWayMean, icc.TwoWayRandomMean, icc.TwoWayFixedMean }.Select(one => one!.Value)];
        }),

        new("stratified_mean", 1e-6, [662.287363159321, 9.40894080278458], () => Mean(PopulationMean.Stratified(Stratified, Level))),
        new("srs_mean_fpc", 1e-6, [656.585, 9.24972203928281], () => Mean(PopulationMean.Simple(Simple, Level))),
        new("poststratified_mean", 1e-6, [656.781580952531, 9.15653816164697], () => Mean(PopulationMean.PostStratified(Simple, Level))),
        new("kish_deff", 1e-6, [1.186371001, 168.581329], DesignEffect),
        new("cochran_385", 0, [385], () => [SampleSize.ForShare(0.05, 0.5, Level)]),
        new("cochran_mod", 0, [213], () => [SampleSize.ForPopulation(289, 800)]),
        new("yamane_500_0.05", 0, [223], () => [SampleSize.Yamane(500, 0.05)]),
        new("yamane_700_0.05", 0, [255], () => [SampleSize.Yamane(700, 0.05)]),
        new("largest_remainder", 0, [143, 24, 33], () => [.. SampleAllocation.Proportional(Schools, 200).Select(one => (double)one.Size)]),
        new("neyman", 1e-3, [146.4991, 21.8332, 31.6677], () => [.. SampleAllocation.Neyman(Schools, 200).Select(one => one.Exact)]),
        new("aapor_rr", 1e-12, [0.375, 0.4375, 0.38860103626943], () =>
        {
            SurveyDispositions counts = new SurveyDispositions(300, 50).WithoutAnswer(100, 200, 10).WithUnknown(140);
            return [counts.ResponseRate1.Value!.Value, counts.ResponseRate2.Value!.Value, counts.ResponseRate3(0.8).Value!.Value];
        }),

        new("nist_p_chart", 1e-4, [0.4102, 0.0524], () => ShareControlChart.Limits(0.2313, 50, 3) is var (lower, upper) ? [upper, lower] : []),
        new("nist_ewma_limits", 1.5e-4, [52.5884, 47.4115], () => EwmaChart.Of([], 50, 2.0539, 0.3) is var chart ? [chart.UpperLimit, chart.LowerLimit] : []),
        new("nist_cusum_lo", 0.02, [0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0], () => [.. CusumChart.Of(
            new[]
            {
                324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
            }.Select((value, i) => KeyValuePair.Create($"{i}", value)),
            325,
            0.3175,
            4.1959).Select(point => point.Low)]),
        new("nist_box_outlier", 1e-9, [429.75, 559.5, 742.25, -39, 1211, -507.75, 1679.75], () => TukeyFences.Of(WeightingTests.NistTimes, QuantileType.Weibull) is var box
            ? [box.LowerQuartile, box.Median, box.UpperQuartile, box.LowerInner, box.UpperInner, box.LowerOuter, box.UpperOuter]
            : []),
        new("bh_1995", 0, [4, 3], () => [ManyComparisons.BenjaminiHochberg(ManyPValues, 0.05).Count(stands => stands), ManyComparisons.Bonferroni(ManyPValues, 0.05).Count(stands => stands)]),
        new("beta_binomial", 6e-4, [0.264, 0.29], () => [new BetaPrior(78.7, 224.9).Shrink(new Share(4, 10)), new BetaPrior(78.7, 224.9).Shrink(new Share(300, 1000))]),
        new("bootstrap_exact", 1e-12, [3, 1.5555555555555556], () =>
        {
            IReadOnlyList<double> means = Bootstrap.All([1, 2, 6], drawn => drawn.Average());
            return [means.Average(), means.Average(mean => (mean - 3) * (mean - 3))];
        }),

        new("lmg_swiss", 1e-7, [0.05709122, 0.17117303, 0.26013468, 0.10557015, 0.11276592], () => Of(Swiss(), driver => driver.ShapleyShare)),
        new("lmg_swiss_rela", 1e-11, [0.0807816517357, 0.242202563216, 0.3680795178364, 0.1493772773891, 0.1595589898228], () => Of(Swiss(), driver => driver.Importance)),
        new("std_betas_swiss", 1e-11, [-0.3129212825, -0.164778222539, -0.670400780106, 0.347600028144, 0.251135976299], () => Of(Swiss(), driver => driver.StandardizedCoefficient)),
        new("johnson_swiss", 1e-11, [0.048416895812, 0.154708249806, 0.271964104646, 0.114680029948, 0.116965721381], () => Of(Swiss(), driver => driver.RelativeWeight)),
        new("lmg_mtcars_gear", 1e-11, [0.2470520332352, 0.2434995947956, 0.2109128995443, 0.0777251114079], () =>
            Of(DriverAnalysis.Of(Items(DriverTests.Cars), 0, new[] { "cyl", "disp", "hp", "gear" }.Select((name, i) => KeyValuePair.Create(name, i + 1))), driver => driver.ShapleyShare)),
        new("lmg_two_by_hand", 1e-12, [0.2866666666666667, 0.08666666666666667], () =>
            Of(DriverAnalysis.FromCorrelations([[1, 0.6, 0.4], [0.6, 1, 0.5], [0.4, 0.5, 1]], ["a", "b"], 100), driver => driver.ShapleyShare)),
        new("rwa_mtcars", 1e-7, [0.2096904, 0.1883043, 0.179959, 0.2706812], () =>
            Of(DriverAnalysis.FromCorrelations(RwaCars, ["cyl", "disp", "hp", "wt"], 32), driver => driver.RelativeWeight)),
    ];

    private static double[] Ends(ConfidenceInterval? interval) => [interval!.Value.Lower, interval.Value.Upper];

    private static double[] Promoters(NetPromoterScore score) => [score.Value!.Value, .. Ends(score.WaldInterval(Level))];

    private static double[] Mean(PopulationMean mean) => [mean.Figure.Value!.Value, mean.StandardError!.Value];

    private static double[] Of(DriverAnalysis analysis, Func<SatisfactionDriver, double> figure) => [.. analysis.Drivers.Select(figure)];

    private static DriverAnalysis Swiss() => DriverAnalysis.FromCorrelations(DriverTests.Swiss, ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"], 47);

    private static Share Cleaned(SurveyQuestion question, params int[] ratings) =>
        new Survey("one", 1, [question]).Clean(ratings.Select((rating, i) => SurveyWorld.Answer($"a{i}", $"t{i}", rating))).Scores.Question(question.Name).Satisfied;

    private static double Index() => ServiceIndex.Of(
        new Survey("acsi", 1,
        [
            SurveyQuestion.Rating("s", SurveyDimension.Skill, AnswerScale.OneToTen).Weighing(0.3885),
            SurveyQuestion.Rating("e", SurveyDimension.Effect, AnswerScale.OneToTen).Weighing(0.3190),
            SurveyQuestion.Rating("p", SurveyDimension.Attitude, AnswerScale.OneToTen).Weighing(0.2925),
        ]).Clean([SurveyWorld.Answer("a", "t", 8, 7, 7)]).Scores,
        Level).Figure.Value!.Value;

    private static double Stars(ServiceGrade grade) => grade switch
    {
        ServiceGrade.NotReached => 0,
        ServiceGrade.Reached => 1,
        ServiceGrade.ThreeStars => 3,
        ServiceGrade.FourStars => 4,
        _ => 5,
    };

    private static double[] OneToFive()
    {
        MeanAccumulator numbers = new();
        for (int i = 1; i <= 5; i++)
        {
            numbers.Add(i);
        }

        Figure figure = numbers.ToFigure(FigureUnit.Number, Level);
        return [figure.Value!.Value, numbers.StandardDeviation!.Value, figure.Interval!.Value.Upper - 3];
    }

    private static double[] DesignEffect()
    {
        WeightedShareAccumulator accumulator = new();
        foreach ((double weight, int times) in new[] { (44.21, 100), (15.10, 50), (20.36, 50) })
        {
            for (int i = 0; i < times; i++)
            {
                accumulator.Add(i % 2 == 0, weight);
            }
        }

        return [accumulator.DesignEffect!.Value, accumulator.EffectiveCount];
    }

    private static ItemMoments Items(IEnumerable<int[]> rows)
    {
        int[][] all = [.. rows];
        ItemMoments items = new(all[0].Length);
        Array.ForEach(all, row => items.Add(row));
        return items;
    }
}

/// <summary>Numbers that somebody published, how nearly they must be met, and how this library computes them.</summary>
internal sealed record PublishedValue(string Id, double Tolerance, IReadOnlyList<double> Expected, Func<IReadOnlyList<double>> Computed);

using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Satisfaction;

public class DriverTests
{
    internal static readonly double[][] Swiss =
    [
        [1.0, 0.3530791836199747, -0.645882706457288, -0.663788857035069, 0.463684700651794, 0.416556031434983],
        [0.3530791836199747, 1.0, -0.6865422086171366, -0.6395225189483201, 0.4010950530487398, -0.0608586084165816],
        [-0.645882706457288, -0.6865422086171366, 1.0, 0.698415296288483, -0.572741806064167, -0.114021596482034],
        [-0.663788857035069, -0.6395225189483201, 0.698415296288483, 1.0, -0.153858917090915, -0.0993218458213457],
        [0.463684700651794, 0.4010950530487398, -0.572741806064167, -0.153858917090915, 1.0, 0.1754959075966229],
        [0.416556031434983, -0.0608586084165816, -0.114021596482034, -0.0993218458213457, 0.1754959075966229, 1.0],
    ];

    // R datasets: mtcars (Motor Trend 1974): 10 x mpg, cyl, 10 x displacement, hp, gear.
    // Compared row by row with mtcars.csv of PacktPublishing/Data-Cleaning-with-Power-BI (commit 0723ff4): equal.
    internal static readonly int[][] Cars =
    [
        [210, 6, 1600, 110, 4], [210, 6, 1600, 110, 4], [228, 4, 1080, 93, 4], [214, 6, 2580, 110, 3], [187, 8, 3600, 175, 3], [181, 6, 2250, 105, 3],
        [143, 8, 3600, 245, 3], [244, 4, 1467, 62, 4], [228, 4, 1408, 95, 4], [192, 6, 1676, 123, 4], [178, 6, 1676, 123, 4], [164, 8, 2758, 180, 3],
        [173, 8, 2758, 180, 3], [152, 8, 2758, 180, 3], [104, 8, 4720, 205, 3], [104, 8, 4600, 215, 3], [147, 8, 4400, 230, 3], [324, 4, 787, 66, 4],
        [304, 4, 757, 52, 4], [339, 4, 711, 65, 4], [215, 4, 1201, 97, 3], [155, 8, 3180, 150, 3], [152, 8, 3040, 150, 3], [133, 8, 3500, 245, 3],
        [192, 8, 4000, 175, 3], [273, 4, 790, 66, 4], [260, 4, 1203, 91, 5], [304, 4, 951, 113, 5], [158, 8, 3510, 264, 5], [197, 6, 1450, 175, 5],
        [150, 8, 3010, 335, 5], [214, 4, 1210, 109, 4],
    ];

    // R relaimpo 2.2-7 calc.relimp(type = "lmg") on swiss; Grömping 2006; lm for coefficients; relativeImp for Johnson's weights.
    [Fact]
    public void Shares_of_R_squared_equal_those_of_relaimpo()
    {
        DriverAnalysis analysis = DriverAnalysis.FromCorrelations(Swiss, ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"], 47);

        AssertAll([0.05709122, 0.17117303, 0.26013468, 0.10557015, 0.11276592], analysis.Drivers.Select(driver => driver.ShapleyShare), 1e-7);
        AssertAll([0.0807816517357, 0.242202563216, 0.3680795178364, 0.1493772773891, 0.1595589898228], analysis.Drivers.Select(driver => driver.Importance), 1e-11);
        AssertAll([-0.3129212825, -0.164778222539, -0.670400780106, 0.347600028144, 0.251135976299], analysis.Drivers.Select(driver => driver.StandardizedCoefficient), 1e-11);
        AssertAll([0.048416895812, 0.154708249806, 0.271964104646, 0.114680029948, 0.116965721381], analysis.Drivers.Select(driver => driver.RelativeWeight), 1e-11);
        Assert.Equal(0.7067350, analysis.RSquared!.Value, 1e-7);
    }

    [Fact]
    public void Shares_from_whole_number_sums_equal_those_of_relaimpo_on_mtcars()
    {
        DriverAnalysis analysis = DriverAnalysis.Of(Items(Cars), 0, Names("cyl", "disp", "hp", "gear"));
        AssertAll([0.2470520332352, 0.2434995947956, 0.2109128995443, 0.0777251114079], analysis.Drivers.Select(driver => driver.ShapleyShare), 1e-11);
        Assert.Equal(32, analysis.Count);
    }

    // By hand: 0.5(0.36 + R2 - 0.16) with R2 = 0.28 / 0.75; with two predictors Johnson's weights are the same.
    [Fact]
    public void Two_predictors_can_be_computed_by_hand()
    {
        DriverAnalysis analysis = DriverAnalysis.FromCorrelations([[1, 0.6, 0.4], [0.6, 1, 0.5], [0.4, 0.5, 1]], ["a", "b"], 100);
        AssertAll([0.2866666666666667, 0.08666666666666667], analysis.Drivers.Select(driver => driver.ShapleyShare), 1e-12);
        AssertAll([0.2866666666666667, 0.08666666666666667], analysis.Drivers.Select(driver => driver.RelativeWeight), 1e-12);
    }

    // martinctc.github.io/rwa: rwa_multiregress(mtcars, "mpg", c("cyl", "disp", "hp", "wt")).
    [Fact]
    public void Relative_weights_equal_those_of_rwa()
    {
        double[][] correlations =
        [
            [1.0, -0.852161959426613, -0.847551379262479, -0.776168371826586, -0.867659376517228],
            [-0.852161959426613, 1.0, 0.902032872146999, 0.83244745272182, 0.782495794463241],
            [-0.847551379262479, 0.902032872146999, 1.0, 0.790948586369806, 0.887979922058138],
            [-0.776168371826586, 0.83244745272182, 0.790948586369806, 1.0, 0.658747887344759],
            [-0.867659376517228, 0.782495794463241, 0.887979922058138, 0.658747887344759, 1.0],
        ];
        DriverAnalysis analysis = DriverAnalysis.FromCorrelations(correlations, ["cyl", "disp", "hp", "wt"], 32);
        AssertAll([0.2096904, 0.1883043, 0.179959, 0.2706812], analysis.Drivers.Select(driver => driver.RelativeWeight), 1e-7);
    }

    [Fact]
    public void Shares_are_not_negative_and_sum_to_R_squared() => Law.Holds(
        from rows in Gen.Choose(1, 5).ArrayOf(5).ListOf(14) select rows,
        rows =>
        {
            DriverAnalysis analysis = DriverAnalysis.Of(Items(rows), 0, Names("a", "b", "c", "d"));
            if (analysis.Missing is { } missing)
            {
                Assert.Contains(missing, new[] { NoFigure.NoVariation, NoFigure.Collinear });
                return;
            }

            Assert.InRange(analysis.RSquared!.Value, 0, 1);
            Assert.All(analysis.Drivers, driver => Assert.True(driver.ShapleyShare >= 0 && driver.RelativeWeight >= 0));
            Assert.Equal(analysis.RSquared.Value, analysis.Drivers.Sum(driver => driver.ShapleyShare), 1e-9);
            Assert.Equal(analysis.RSquared.Value, analysis.Drivers.Sum(driver => driver.RelativeWeight), 1e-9);
        });

    [Fact]
    public void What_cannot_be_analysed_says_why()
    {
        Assert.Equal(NoFigure.NothingCounted, DriverAnalysis.Of(new ItemMoments(3), 0, Names("a", "b")).Missing);
        Assert.Equal(NoFigure.TooManyPredictors(3, 2), DriverAnalysis.Of(Items([[1, 2, 3], [2, 1, 3], [3, 3, 1]]), 0, Names("a", "b")).Missing);
        Assert.Equal(NoFigure.NoVariation, DriverAnalysis.Of(Items([[1, 2, 3], [2, 1, 3], [3, 3, 3], [4, 5, 3]]), 0, Names("a", "b")).Missing);
        Assert.Equal(NoFigure.Collinear, DriverAnalysis.Of(Items([[1, 2, 4], [2, 1, 2], [3, 3, 6], [4, 5, 10]]), 0, Names("a", "b")).Missing);
        Assert.Throws<ArgumentException>(() => DriverAnalysis.Of(new ItemMoments(20), 0, Names([.. Enumerable.Range(0, 16).Select(i => $"q{i}")])));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.Of(new ItemMoments(2), 0, []));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.FromCorrelations([[1, 0], [0, 1]], ["a", "b"], 5));
        Assert.Equal("no figure: nothing was counted", $"{DriverAnalysis.Of(new ItemMoments(2), 0, Names("a"))}");
    }

    [Fact]
    public void What_is_important_and_rated_low_is_where_to_concentrate()
    {
        DriverAnalysis analysis = DriverAnalysis.FromCorrelations([[1, 0.7, 0.1, 0.6], [0.7, 1, 0, 0], [0.1, 0, 1, 0], [0.6, 0, 0, 1]], ["speed", "parking", "skill"], 100);
        IReadOnlyList<ImportancePerformance> picture = ImportancePerformance.Of(
            analysis, new Dictionary<string, double>(StringComparer.Ordinal) { ["speed"] = 55, ["parking"] = 90, ["skill"] = 92 });

        Assert.Equal([ImportanceQuadrant.ConcentrateHere, ImportanceQuadrant.PossibleOverkill, ImportanceQuadrant.KeepUp], picture.Select(one => one.Quadrant));
        Assert.StartsWith("speed: importance 57", $"{picture[0]}", StringComparison.Ordinal);
        Assert.Empty(ImportancePerformance.Of(analysis, new Dictionary<string, double>(StringComparer.Ordinal)));
    }

    [Fact]
    public void Moments_of_any_split_merge_to_those_of_the_whole() => Law.Holds(
        from rows in Gen.Choose(-7, 7).ArrayOf(3).ListOf() from cut in Gen.Choose(0, 100) select (rows, cut: cut % (rows.Count + 1)),
        one =>
        {
            ItemMoments whole = Items(one.rows, 3);
            ItemMoments merged = Items([.. one.rows.Skip(one.cut)], 3);
            merged.Merge(Items([.. one.rows.Take(one.cut)], 3));
            Assert.Equal(whole.Count, merged.Count);
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(whole.Mean(i), merged.Mean(i));
                Assert.Equal(whole.Covariance(i, 0), merged.Covariance(0, i));
                Assert.Equal(whole.Correlation(i, 1), merged.Correlation(i, 1));
            }
        });

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        ItemMoments items = new(2);
        Assert.Throws<ArgumentException>(() => items.Add([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => items.Add([1, 100_001]));
        Assert.Throws<ArgumentException>(() => items.Merge(new ItemMoments(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => items.Mean(2));
        Assert.Equal(0, items.Count);
        Assert.Null(items.Mean(0));
        Assert.Null(items.Covariance(0, 1));
        Assert.Null(items.Correlation(0, 1));
    }

    private static IEnumerable<KeyValuePair<string, int>> Names(params string[] names) => names.Select((name, i) => KeyValuePair.Create(name, i + 1));

    private static ItemMoments Items(IReadOnlyList<int[]> rows) => Items(rows, rows[0].Length);

    private static ItemMoments Items(IReadOnlyList<int[]> rows, int count)
    {
        ItemMoments items = new(count);
        foreach (int[] row in rows)
        {
            items.Add(row);
        }

        return items;
    }

    private static void AssertAll(double[] expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}

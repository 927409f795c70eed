using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>R28: before and after an improvement, to verify that it worked; by region, product line, channel and period.</summary>
public class ComparisonTests
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [Fact]
    [Shows("R28")]
    public void R28_a_comparison_says_no_significant_change_instead_of_an_arrow()
    {
        ScoreComparison comparison = Csat.Compare(new Csat(new Share(347, 412), 0), new Csat(new Share(348, 398), 5));

        Assert.Equal(ChangeVerdict.NoSignificantChange, comparison.Verdict);
        Assert.Equal("+3.2 points (95 % Newcombe −1.6…+8.0, p = 0.190): no significant change", $"{comparison}");
        Assert.Equal("+3.2 个百分点（95 % Newcombe −1.6…+8.0, p = 0.190）：无显著变化", $"{comparison:zh}");
    }

    [Fact]
    [Shows("R28")]
    public void R28_an_improvement_that_worked_is_significantly_higher()
    {
        ScoreComparison comparison = Csat.Compare(new Csat(new Share(700, 1000), 0), new Csat(new Share(800, 1000), 0));
        Assert.Equal(ChangeVerdict.Higher, comparison.Verdict);
        Assert.EndsWith("p < 0.001): significantly higher", $"{comparison}", StringComparison.Ordinal);
    }

    // statsmodels documentation of proportions_ztest: 5 of 83 and 12 of 99, p = 0.159.
    [Fact]
    public void The_p_value_of_two_shares_equals_that_of_statsmodels() =>
        Assert.Equal(0.15918129181156992, ScoreComparison.OfShares(new Share(5, 83), new Share(12, 99), Level).PValue!.Value, 1e-9);

    // R: t.test(c(1, 2, 3, 4, 5), c(2, 4, 6, 8)): t = -1.3587 on 4.7493 degrees of freedom.
    [Fact]
    public void Means_are_compared_by_Welch()
    {
        ScoreComparison comparison = ScoreComparison.OfMeans(Mean(1, 2, 3, 4, 5), Mean(2, 4, 6, 8), FigureUnit.Number, Level);

        double error = Math.Sqrt((2.5 / 5) + (20.0 / 3 / 4));
        double freedom = Math.Pow(error, 4) / ((0.25 / 4) + (Math.Pow(20.0 / 12, 2) / 3));
        Assert.Equal(2, comparison.Difference);
        double t = (comparison.Interval!.Value.Upper - 2) / error;
        Assert.Equal(0.025, 1 - MathNet.Numerics.Distributions.StudentT.CDF(0, 1, freedom, t), 1e-9);
        Assert.Equal(ChangeVerdict.NoSignificantChange, comparison.Verdict);
        Assert.InRange(comparison.PValue!.Value, 0.2, 0.25);
    }

    [Fact]
    public void Means_on_a_scale_of_five_differ_by_hundredths_and_by_no_points()
    {
        ScoreComparison numbers = ScoreComparison.OfMeans(Mean(4.1, 4.12, 4.11), Mean(4.14, 4.16, 4.15), FigureUnit.Number, Level);
        ScoreComparison points = ScoreComparison.OfMeans(Mean(80, 81, 82), Mean(70, 71, 72), FigureUnit.Points, Level);

        Assert.Equal("+0.04 (95 % Student's t +0.017…+0.063, p = 0.008): significantly higher", $"{numbers}");
        Assert.Equal("+0.04（95 % t 分布 +0.017…+0.063, p = 0.008）：显著升高", $"{numbers:zh}");
        Assert.StartsWith("−10.0 points (95 % Student's t −12.3…−7.7, p < 0.001)", $"{points}", StringComparison.Ordinal);
        Assert.StartsWith("−10.0 分（", $"{points:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compared_says_why()
    {
        Assert.Equal(NoFigure.NothingCounted, ScoreComparison.OfShares(default, new Share(1, 2), Level).Missing);
        Assert.Equal(NoFigure.NothingCounted, ScoreComparison.OfNetPromoters(default, new NetPromoterScore(1, 1, 1), Level).Missing);
        Assert.Equal(NoFigure.NoVariation, ScoreComparison.OfNetPromoters(new NetPromoterScore(5, 0, 0), new NetPromoterScore(9, 0, 0), Level).Missing);
        Assert.Equal(NoFigure.TooFew(1, 2), ScoreComparison.OfMeans(Mean(1), Mean(1, 2), FigureUnit.Number, Level).Missing);
        Assert.Equal(NoFigure.NoVariation, ScoreComparison.OfMeans(Mean(3, 3), Mean(3, 3), FigureUnit.Number, Level).Missing);
        Assert.Equal("no figure: all values are equal", $"{ScoreComparison.OfMeans(Mean(3, 3), Mean(3, 3), FigureUnit.Number, Level)}");
        Assert.Equal(ChangeVerdict.Unknown, ScoreComparison.OfShares(default, default, Level).Verdict);
        Assert.Equal(1, ScoreComparison.OfShares(new Share(3, 3), new Share(4, 4), Level).PValue);
    }

    [Fact]
    [Shows("R28")]
    public void R28_answers_are_scored_by_region_and_by_month()
    {
        CleanedAnswers cleaned = SurveyWorld.AfterRepair.Clean(
        [
            SurveyWorld.Answer("a", "1").With("region", "east"), SurveyWorld.Answer("b", "2").With("region", "west"), SurveyWorld.Answer("c", "3").With("region", "east"),
            SurveyWorld.Answer("d", "4"),
        ]);

        IReadOnlyDictionary<string, SurveyScores> regions = cleaned.By("region");
        Assert.Equal(["", "east", "west"], regions.Keys);
        Assert.Equal([1L, 2, 1], regions.Values.Select(scores => scores.Valid));
        Assert.Equal(["2026-03"], cleaned.By(response => NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu'-'MM").Format(response.AnsweredAt)).Keys);
    }

    // NIST/SEMATECH e-Handbook 6.3.3.2: 30 wafers of 50 chips, mean fraction 0.2313.
    [Fact]
    public void The_limits_of_a_p_chart_equal_those_of_NIST()
    {
        (double lower, double upper) = ShareControlChart.Limits(0.2313, 50, 3);
        Assert.Equal(0.0524, lower, 1e-4);
        Assert.Equal(0.4102, upper, 1e-4);
    }

    [Fact]
    [Shows("R28")]
    public void R28_a_month_outside_the_limits_is_a_signal_and_an_ordinary_one_is_not()
    {
        ShareControlChart chart = ShareControlChart.Of(
        [
            KeyValuePair.Create("2026-01", new Share(90, 100)), KeyValuePair.Create("2026-02", new Share(86, 100)), KeyValuePair.Create("2026-03", default(Share)),
            KeyValuePair.Create("2026-04", new Share(60, 100)), KeyValuePair.Create("2026-05", new Share(92, 100)),
        ]);

        Assert.Equal([false, false, false, true, false], chart.Points.Select(point => point.IsSignal));
        Assert.Equal("2026-03: no data", $"{chart.Points[2]}");
        Assert.Equal("centre 82 % (n = 400), 5 periods, 1 signals", $"{chart}");
        Assert.Equal(NoFigure.NothingCounted, ShareControlChart.Of([]).Missing);
    }

    // NIST/SEMATECH e-Handbook 6.3.2.4.
    [Fact]
    public void The_limits_of_an_EWMA_chart_equal_those_of_NIST()
    {
        EwmaChart chart = EwmaChart.Of([KeyValuePair.Create("1", 52.0), KeyValuePair.Create("2", 47.0)], 50, 2.0539, 0.3);
        Assert.Equal(52.5884, chart.UpperLimit, 1.5e-4);
        Assert.Equal(47.4115, chart.LowerLimit, 1.5e-4);
        Assert.Equal(50.6, chart.Points[0].Value!.Value, 12);
        Assert.Equal(49.52, chart.Points[1].Value!.Value, 12);
        Assert.True(chart.Points[0].Upper < chart.Points[1].Upper && chart.Points[1].Upper < chart.UpperLimit);
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([], 50, 0, 0.3));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([], 50, 1, 1.1));
    }

    // NIST/SEMATECH e-Handbook 6.3.2.3.
    [Fact]
    public void The_CUSUM_equals_that_of_NIST()
    {
        double[] x =
        [
            324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
        ];
        double[] low = [0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        IReadOnlyList<CusumPoint> points = CusumChart.Of(x.Select((value, i) => KeyValuePair.Create($"{i}", value)), 325, 0.3175, 4.1959);
        Assert.All(points.Zip(low), pair => Assert.Equal(pair.Second, pair.First.Low, 0.02));
        Assert.Equal(13, points.TakeWhile(point => !point.IsSignal).Count());
    }

    // Benjamini and Hochberg 1995, JRSS-B 57:289-300: 15 p-values, 4 stand by their procedure, 3 by Bonferroni's.
    [Fact]
    [Shows("R28")]
    public void R28_of_many_technicians_only_those_stand_that_chance_does_not_explain()
    {
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0];
        Assert.Equal(4, ManyComparisons.BenjaminiHochberg(p, 0.05).Count(stands => stands));
        Assert.Equal(3, ManyComparisons.Bonferroni(p, 0.05).Count(stands => stands));
        Assert.Empty(ManyComparisons.BenjaminiHochberg([], 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyComparisons.BenjaminiHochberg([1.5], 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyComparisons.Bonferroni([0.5], 0));
    }

    [Fact]
    public void What_stands_by_Bonferroni_stands_by_Benjamini_and_Hochberg_and_order_does_not_matter() => Law.Holds(
        Gen.Choose(0, 1000).Select(one => one * one / 1_000_000.0).ListOf(),
        p =>
        {
            IReadOnlyList<bool> hochberg = ManyComparisons.BenjaminiHochberg(p, 0.05);
            IReadOnlyList<bool> bonferroni = ManyComparisons.Bonferroni(p, 0.05);
            Assert.All(hochberg.Zip(bonferroni), pair => Assert.True(pair.First || !pair.Second));
            Assert.Equal(hochberg.Reverse(), ManyComparisons.BenjaminiHochberg(Enumerable.Reverse(p), 0.05));
        });

    private static MeanAccumulator Mean(params double[] values)
    {
        MeanAccumulator accumulator = new();
        foreach (double value in values)
        {
            accumulator.Add(value);
        }

        return accumulator;
    }
}

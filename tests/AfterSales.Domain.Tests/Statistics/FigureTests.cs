using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Tests.Statistics;

public class FigureTests
{
    [Fact]
    public void A_figure_has_a_value_or_a_reason()
    {
        Figure some = Figure.Of(12.34, FigureUnit.Points, 7);
        Figure none = Figure.None(NoFigure.TooFew(1, 2), FigureUnit.Points, 1);

        Assert.Equal((12.34, null), (some.Value, some.Missing));
        Assert.Equal((null, NoFigure.TooFew(1, 2)), (none.Value, none.Missing));
        Assert.Equal("12.3 (n = 7)", $"{some}");
        Assert.Equal("no figure: there is 1, at least 2 are needed (n = 1)", $"{none}");
        Assert.NotEqual(some, none);
        Assert.Equal(some, Figure.Of(12.34, FigureUnit.Points, 7));
        Assert.Equal(some.GetHashCode(), Figure.Of(12.34, FigureUnit.Points, 7).GetHashCode());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_figure_is_never_a_number_that_is_none(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Of(value, FigureUnit.Number, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfidenceInterval(value, 1, default, IntervalMethod.Wald));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.Wilson(value, 1, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.Wilson(0.5, value, default));
    }

    [Fact]
    public void An_interval_inside_out_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ConfidenceInterval(2, 1, default, IntervalMethod.Wald));

    [Fact]
    public void Small_groups_are_not_shown()
    {
        Figure small = new Share(2, 3).ToFigure();

        Assert.Equal(NoFigure.BelowMinimum(3, 5), small.ShownFrom(5).Missing);
        Assert.Same(small, small.ShownFrom(3));
        Assert.Equal(NoFigure.NothingCounted, default(Share).ToFigure().ShownFrom(5).Missing);
    }

    [Fact]
    public void Negative_points_have_a_real_minus_sign() => Assert.Equal("−12.5 (n = 4)", $"{Figure.Of(-12.5, FigureUnit.Points, 4)}");

    [Theory]
    [InlineData(IntervalMethod.WilsonContinuity, "Wilson with continuity", "带连续性校正的 Wilson")]
    [InlineData(IntervalMethod.AdjustedWald, "adjusted Wald", "修正 Wald")]
    [InlineData(IntervalMethod.Normal, "normal", "正态分布")]
    [InlineData(IntervalMethod.StudentT, "Student's t", "t 分布")]
    [InlineData(IntervalMethod.Bootstrap, "bootstrap", "自助法")]
    [InlineData(IntervalMethod.ClopperPearson, "Clopper–Pearson", "Clopper–Pearson")]
    public void The_method_of_an_interval_is_told_in_both_languages(IntervalMethod method, string english, string chinese)
    {
        Figure figure = Figure.Of(2, FigureUnit.Number, 3, new ConfidenceInterval(1, 3, ConfidenceLevel.Percent95, method));
        Assert.Equal($"2 (95 % {english} 1–3, n = 3)", $"{figure}");
        Assert.Equal($"2（95 % 置信区间（{chinese}）1–3，n = 3）", $"{figure:zh}");
    }

    [Fact]
    public void Every_reason_speaks_both_languages()
    {
        (NoFigure Reason, string English, string Chinese)[] reasons =
        [
            (NoFigure.NothingCounted, "no figure: nothing was counted", "无法给出数值：没有可统计的数据"),
            (NoFigure.NoVariation, "no figure: all values are equal", "无法给出数值：所有取值都相同"),
            (NoFigure.NoWeight, "no figure: all weights are zero", "无法给出数值：所有权重均为零"),
            (NoFigure.Collinear, "no figure: some predictors are combinations of the others", "无法给出数值：部分自变量是其他自变量的线性组合"),
            (NoFigure.TooFew(3, 4), "no figure: there are 3, at least 4 are needed", "无法给出数值：只有 3 个，至少需要 4 个"),
            (NoFigure.BelowMinimum(3, 5), "no figure: a group of 3 is not shown, only groups from 5 on", "无法给出数值：本组只有 3 个，少于 5 个的组不予显示"),
            (NoFigure.AllLeftOut(12), "no figure: all 12 were left out", "无法给出数值：全部 12 个均被排除"),
            (NoFigure.TooManyPredictors(5, 8), "no figure: 8 predictors need at least 10 complete answers, there are 5", "无法给出数值：8 个自变量至少需要 10 份完整答卷，现有 5 份"),
        ];

        foreach ((NoFigure reason, string english, string chinese) in reasons)
        {
            Assert.Equal(english, $"{reason}");
            Assert.Equal(english, $"{reason:en}");
            Assert.Equal(chinese, $"{reason:zh}");
            Assert.Throws<FormatException>(() => $"{reason:de}");
        }

        Assert.Equal(reasons.Length, reasons.Select(one => one.Reason.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(reasons.Length, reasons.Select(one => one.Reason).Distinct().Count());
    }

    [Fact]
    public void Reasons_that_do_not_hold_cannot_be_stated()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NoFigure.TooFew(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoFigure.BelowMinimum(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoFigure.AllLeftOut(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoFigure.TooManyPredictors(4, 2));
    }
}

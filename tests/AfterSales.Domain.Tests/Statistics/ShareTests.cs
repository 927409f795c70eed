using System.Globalization;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Statistics;

public class ShareTests
{
    private static readonly Gen<Share> Shares =
        from n in Gen.Frequency((1, Gen.Choose(0, 3)), (3, Gen.Choose(1, 40)), (3, Gen.Choose(1, 100_000)))
        from k in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(n)), (6, Gen.Choose(0, n)))
        select new Share(k, n);

    private static readonly Gen<ConfidenceLevel> Levels = Gen.Elements<ConfidenceLevel>(ConfidenceLevel.All);

    public static TheoryData<string> Methods => ["Wilson", "WilsonContinuity", "AgrestiCoull"];

    // Newcombe 1998, Statistics in Medicine 17:857-872, table I, methods 3 and 4; statsmodels test_proportion.py; R binom.confint via statsmodels.
    [Theory]
    [InlineData("Wilson", 81, 263, 0.2553, 0.3662, 6e-5)]
    [InlineData("Wilson", 0, 20, 0, 0.1611, 6e-5)]
    [InlineData("Wilson", 19, 38, 0.348499283643951, 0.651500716356049, 1e-12)]
    [InlineData("Wilson", 490, 500, 0.9636, 0.9891, 6e-5)]
    [InlineData("Wilson", 18, 20, 0.6989663547715128, 0.972133518786232, 1e-6)]
    [InlineData("Wilson", 4, 20, 0.0806576625797981, 0.4160174322518935, 1e-6)]
    [InlineData("Wilson", 4, 200, 0.00780442641634947, 0.05028708690582643, 1e-6)]
    [InlineData("WilsonContinuity", 81, 263, 0.2535, 0.3682, 6e-5)]
    [InlineData("WilsonContinuity", 0, 20, 0, 0.2005, 6e-5)]
    [InlineData("AgrestiCoull", 18, 20, 0.6867561125596077, 0.984343760998137, 1e-6)]
    [InlineData("AgrestiCoull", 4, 20, 0.0749115102767071, 0.4217635845549845, 1e-6)]
    [InlineData("AgrestiCoull", 4, 200, 0.005991954548218395, 0.0520995587739575, 1e-6)]
    public void Intervals_equal_the_published_ones(string method, long successes, long count, double lower, double upper, double tolerance)
    {
        ConfidenceInterval interval = IntervalOf(new Share(successes, count), ConfidenceLevel.Percent95, method)!.Value;

        Assert.InRange(interval.Lower, lower - tolerance, lower + tolerance);
        Assert.InRange(interval.Upper, upper - tolerance, upper + tolerance);
        Assert.Equal(method, interval.Method.ToString());
    }

    [Fact]
    public void Nothing_of_nothing_is_no_figure_and_says_why()
    {
        Share none = default;

        Assert.Null(none.Value);
        Assert.Null(none.WilsonInterval(ConfidenceLevel.Percent95));
        Assert.Null(none.WilsonContinuityInterval(ConfidenceLevel.Percent95));
        Assert.Null(none.AgrestiCoullInterval(ConfidenceLevel.Percent95));
        Assert.Null(none.WilsonInterval(ConfidenceLevel.Percent95, 10));
        Assert.Equal(NoFigure.NothingCounted, none.Missing);
        Assert.Equal("no figure: nothing was counted (n = 0)", $"{none}");
        Assert.Equal("无法给出数值：没有可统计的数据（n = 0）", $"{none:zh}");
    }

    [Fact]
    public void A_share_prints_its_interval_and_its_count()
    {
        Assert.Equal("87.4 % (95 % Wilson 83.8–90.2, n = 412)", $"{new Share(360, 412)}");
        Assert.Equal("87.4 %（95 % 置信区间（Wilson）83.8–90.2，n = 412）", $"{new Share(360, 412):zh}");
    }

    [Fact]
    public void Texts_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // Made by hand: without ICU there is no other culture than the invariant one.
            CultureInfo german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = german;
            Assert.Equal("87.4 % (95 % Wilson 83.8–90.2, n = 412)", $"{new Share(360, 412)}");
            Assert.Equal("99.5 %", ConfidenceLevel.Percent99Point5.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_unknown_format_names_the_known_ones()
    {
        FormatException error = Assert.Throws<FormatException>(() => $"{new Share(1, 2):fr}");
        Assert.Contains("\"en\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"zh\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(2, 1)]
    public void Impossible_counts_are_refused(long successes, long count) => Assert.Throws<ArgumentOutOfRangeException>(() => new Share(successes, count));

    [Fact]
    public void A_population_smaller_than_the_sample_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share(5, 10).WilsonInterval(ConfidenceLevel.Percent95, 9));

    [Fact]
    public void When_the_whole_population_answered_nothing_is_uncertain()
    {
        ConfidenceInterval interval = new Share(5, 10).WilsonInterval(ConfidenceLevel.Percent95, 10)!.Value;
        Assert.Equal((0.5, 0.5), (interval.Lower, interval.Upper));
    }

    [Fact]
    public void A_finite_population_narrows_the_interval() => Law.Holds(
        from share in Shares from others in Gen.Choose(1, 100_000) from level in Levels select (share, others, level),
        one =>
        {
            if (one.share.WilsonInterval(one.level, one.share.Count + one.others) is { } finite)
            {
                Assert.True(finite.Width <= one.share.WilsonInterval(one.level)!.Value.Width + 1e-12);
                Assert.True(finite.Contains(one.share.Value!.Value));
            }
        });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Intervals_lie_within_the_bounds_and_contain_the_estimate(string method) => Law.Holds(
        from share in Shares from level in Levels select (share, level),
        one =>
        {
            if (IntervalOf(one.share, one.level, method) is { } interval)
            {
                Assert.InRange(interval.Lower, 0, interval.Upper);
                Assert.InRange(interval.Upper, interval.Lower, 1);
                Assert.True(interval.Contains(one.share.Value!.Value));
                Assert.True(one.share.Successes > 0 || interval.Lower == 0);
                Assert.True(one.share.Failures > 0 || interval.Upper == 1);
            }
        });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Intervals_are_nested_with_confidence(string method) => Law.Holds(
        Shares.Where(share => share.Count > 0),
        share =>
        {
            ConfidenceInterval[] intervals = [.. ConfidenceLevel.All.Select(level => IntervalOf(share, level, method)!.Value)];
            for (int i = 1; i < intervals.Length; i++)
            {
                Assert.True(intervals[i].Lower <= intervals[i - 1].Lower && intervals[i].Upper >= intervals[i - 1].Upper, $"{intervals[i - 1]} and {intervals[i]}");
            }
        });

    [Fact]
    public void Intervals_shrink_when_the_same_share_is_counted_more_often() => Law.Holds(
        from share in Shares.Where(share => share.Count > 0) from times in Gen.Choose(2, 50) from level in Levels select (share, times, level),
        one =>
        {
            Share more = new(one.share.Successes * one.times, one.share.Count * one.times);
            return more.WilsonInterval(one.level)!.Value.Width < one.share.WilsonInterval(one.level)!.Value.Width;
        });

    [Fact]
    public void Parts_of_any_split_add_up_to_the_whole() => Law.Holds(
        Gen.Elements(true, false).ListOf().SelectMany(all => Gen.Choose(0, all.Count), (all, cut) => (all, cut)),
        one =>
        {
            Share whole = one.all.Aggregate(default(Share), (share, success) => share.Including(success));
            Share first = one.all.Take(one.cut).Aggregate(default(Share), (share, success) => share.Including(success));
            Share second = one.all.Skip(one.cut).Aggregate(default(Share), (share, success) => share.Including(success));
            Assert.Equal(new Share(one.all.Count(success => success), one.all.Count), whole);
            Assert.Equal(whole, first + second);
            Assert.Equal(whole, Share.Sum([second, first]));
        });

    [Fact]
    public void Counts_that_overflow_throw() => Assert.Throws<OverflowException>(() => new Share(long.MaxValue, long.MaxValue) + new Share(1, 1));

    private static ConfidenceInterval? IntervalOf(Share share, ConfidenceLevel level, string method) => method switch
    {
        "Wilson" => share.WilsonInterval(level),
        "WilsonContinuity" => share.WilsonContinuityInterval(level),
        "AgrestiCoull" => share.AgrestiCoullInterval(level),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}

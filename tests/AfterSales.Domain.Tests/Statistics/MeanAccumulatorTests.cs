using System.Numerics;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Statistics;

public class MeanAccumulatorTests
{
    // Multiples of 2^-20, so that a model in whole numbers is exact; with a large offset, which breaks naive sums of squares.
    private static readonly Gen<(int[] Values, long Offset)> Samples =
        from values in Gen.Choose(-1_000_000, 1_000_000).ArrayOf()
        from offset in Gen.Elements(0L, 0L, 1L << 20, 1L << 44, -(1L << 50))
        select (values, offset);

    internal static readonly Gen<double[]> Doubles = Gen.Frequency(
        (4, Gen.Choose(-1000, 1000).Select(one => one / 7.0)),
        (2, Gen.Choose(-1000, 1000).Select(one => one * 1e12 / 3)),
        (1, Gen.Elements(0.0, 1e-30, -1e90, 1e90, 0.1, double.Epsilon))).ArrayOf();

    [Fact]
    public void Sum_mean_and_variance_equal_exact_arithmetic() => Law.Holds(
        Samples,
        sample =>
        {
            MeanAccumulator accumulator = new();
            BigInteger sum = 0;
            BigInteger squares = 0;
            foreach (int value in sample.Values)
            {
                BigInteger whole = value + (BigInteger)sample.Offset;
                accumulator.Add((double)whole / (1 << 20));
                sum += whole;
                squares += whole * whole;
            }

            int n = sample.Values.Length;
            Assert.Equal(n, accumulator.Count);
            Assert.Equal(Nearest(sum) / (1 << 20), accumulator.Sum);
            if (n >= 2)
            {
                double expected = Nearest((n * squares) - (sum * sum)) / n / (n - 1) / Math.Pow(2, 40);
                Assert.Equal(expected, accumulator.Variance!.Value, Math.Abs(expected) * 1e-14);
            }
        });

    [Fact]
    public void Parts_of_any_split_merge_to_the_whole_bit_for_bit_in_any_order() => Law.Holds(
        from all in Doubles from cut in Gen.Choose(0, 1000) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            MeanAccumulator whole = Of(one.all);
            MeanAccumulator merged = Of(one.all.Skip(one.cut).Reverse());
            merged.Merge(Of(one.all.Take(one.cut)));
            AssertSame(whole, merged);
            AssertSame(whole, MeanAccumulator.From(whole.ToSnapshot()));
        });

    [Fact]
    public void Saving_and_loading_anywhere_changes_nothing() => Law.Holds(
        from all in Doubles from cut in Gen.Choose(0, 1000) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            MeanAccumulator resumed = MeanAccumulator.From(Of(one.all.Take(one.cut)).ToSnapshot());
            foreach (double value in one.all.Skip(one.cut))
            {
                resumed.Add(value);
            }

            AssertSame(Of(one.all), resumed);
        });

    [Fact]
    public void The_exact_sum_equals_the_sum_in_whole_numbers() => Law.Holds(
        Gen.Choose(-1_000_000_000, 1_000_000_000).Select(one => (long)one << 30).ArrayOf(),
        all =>
        {
            ExactSum sum = new();
            foreach (long one in all)
            {
                sum.Add(one);
            }

            return sum.Value == Nearest(all.Aggregate(BigInteger.Zero, (total, one) => total + one));
        });

    [Fact]
    public void Large_numbers_do_not_swallow_small_ones()
    {
        ExactSum sum = new();
        foreach (double one in new[] { 1e100, 1.0, -1e100, 1e-100 })
        {
            sum.Add(one);
        }

        Assert.Equal(1.0, sum.Value);
        sum.Merge(sum);
        Assert.Equal(2.0, sum.Value);
        Assert.Equal("2", sum.ToString());
    }

    // A public test file: n = 5, sum 15, sum of squares 55.
    [Fact]
    public void Mean_spread_and_z_interval_equal_the_published_ones()
    {
        MeanAccumulator accumulator = Of([1, 2, 3, 4, 5]);

        Assert.Equal(3, accumulator.Mean);
        Assert.Equal(1.5811, accumulator.StandardDeviation!.Value, 6e-5);
        Figure figure = accumulator.ToFigure(FigureUnit.Number, ConfidenceLevel.Percent95);
        Assert.Equal(1.3859, figure.Interval!.Value.Upper - 3, 6e-5);
        Assert.Equal("3 (95 % normal 1.614–4.386, n = 5)", $"{figure}");
        Assert.Equal("mean 3, standard deviation 1.581139, n = 5", accumulator.ToString());
    }

    [Fact]
    public void None_and_one_have_no_spread()
    {
        MeanAccumulator none = new();
        Assert.Null(none.Mean);
        Assert.Null(none.Variance);
        Assert.Equal(NoFigure.NothingCounted, none.ToFigure(FigureUnit.Points, default).Missing);

        MeanAccumulator one = Of([4.5]);
        Assert.Equal(4.5, one.Mean);
        Assert.Null(one.StandardError);
        Assert.Null(one.ToFigure(FigureUnit.Points, default).Interval);
        Assert.Equal("4.5 (n = 1)", $"{one.ToFigure(FigureUnit.Points, default)}");
    }

    [Fact]
    public void Equal_numbers_have_no_variance_at_all() => Law.Holds(
        from value in Gen.Choose(-1000, 1000) from count in Gen.Choose(2, 50) select (value: value / 7.0, count),
        one =>
        {
            MeanAccumulator accumulator = Of(Enumerable.Repeat(one.value, one.count));
            Assert.Equal(0.0, accumulator.Variance);
            Assert.Equal(one.value, accumulator.Mean);
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e91)]
    public void Numbers_that_are_none_are_refused(double value)
    {
        MeanAccumulator accumulator = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => accumulator.Add(value));
        Assert.Equal(0, accumulator.Count);
    }

    [Fact]
    public void A_snapshot_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new MeanSnapshot(0, 1, 1, [], []));
        Assert.Throws<ArgumentException>(() => new MeanSnapshot(1, null, null, [1], [1]));
        Assert.Throws<ArgumentException>(() => new MeanSnapshot(2, 3, 2, [5], [13]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSnapshot(-1, null, null, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSnapshot(1, 1, 1, [double.NaN], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSnapshot(0, null, null, [1], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSnapshot(1, 1e91, 1e91, [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSnapshot(2, 1, 1, [1e111], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSnapshot(2, 1, 1, [1], [1e201]));

        MeanAccumulator largest = MeanAccumulator.From(new MeanSnapshot(long.MaxValue, -1e90, 1e90, [1e110], [1e200]));
        Assert.True(double.IsFinite(largest.Variance!.Value));
    }

    // The conversion of BigInteger to double cuts off; that of Int128 rounds to the nearest.
    private static double Nearest(BigInteger value) => (double)(Int128)value;

    private static MeanAccumulator Of(IEnumerable<double> values)
    {
        MeanAccumulator accumulator = new();
        foreach (double value in values)
        {
            accumulator.Add(value);
        }

        return accumulator;
    }

    private static void AssertSame(MeanAccumulator expected, MeanAccumulator actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Sum, actual.Sum);
        Assert.Equal(expected.Mean, actual.Mean);
        Assert.Equal(expected.Variance, actual.Variance);
        Assert.Equal(expected.Minimum, actual.Minimum);
        Assert.Equal(expected.Maximum, actual.Maximum);
    }
}

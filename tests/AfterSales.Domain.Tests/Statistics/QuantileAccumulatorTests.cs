using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Statistics;

public class QuantileAccumulatorTests
{
    internal static readonly Gen<long> Numbers = Gen.Frequency(
        (3, Gen.Choose(0, 30).Select(one => (long)one)),
        (3, Gen.Choose(0, int.MaxValue).Select(one => one * 3_000_000L)),
        (1, Gen.Choose(-5000, 5000).Select(one => (long)one)),
        (1, Gen.Elements(long.MaxValue, long.MinValue, 0L, 1023L, 1024L, 1025L, -1024L)));

    private static readonly Gen<QuantileType> Types = Gen.Elements(QuantileType.Linear, QuantileType.Weibull, QuantileType.NearestRank);

    [Fact]
    public void Quantiles_are_those_of_the_sorted_numbers_while_exact() => Law.Holds(
        from all in Numbers.NonEmptyListOf() from p in Gen.Choose(0, 100) from type in Types select (all, p: p / 100.0, type),
        one =>
        {
            Quantile quantile = Of(one.all, 1000).At(one.p, one.type);
            double[] sorted = [.. one.all.Order().Select(value => (double)value)];
            Assert.True(quantile.IsExact);
            Assert.Equal(OrderStatistics.Quantile(sorted, one.p, one.type), quantile.Value);
        });

    [Fact]
    public void Quantiles_are_within_a_thousandth_when_not_exact() => Law.Holds(
        from all in Numbers.Where(value => value >= 0).NonEmptyListOf() from p in Gen.Choose(0, 100) from type in Types select (all, p: p / 100.0, type),
        one =>
        {
            QuantileAccumulator accumulator = Of(one.all, 0);
            Quantile quantile = accumulator.At(one.p, one.type);
            double exact = OrderStatistics.Quantile([.. one.all.Order().Select(value => (double)value)], one.p, one.type);
            Assert.False(quantile.IsExact);
            Assert.Equal(exact, quantile.Value!.Value, exact / 1000);
            Assert.Equal(one.all.Min(), accumulator.Minimum);
            Assert.Equal(one.all.Max(), accumulator.Maximum);
        });

    [Fact]
    public void Parts_of_any_split_merge_to_the_whole() => Law.Holds(
        from all in Numbers.ListOf() from cut in Gen.Choose(0, 1000) from limit in Gen.Choose(0, 30) select (all, cut: cut % (all.Count + 1), limit),
        one =>
        {
            QuantileAccumulator merged = Of(one.all.Skip(one.cut).Reverse(), one.limit);
            merged.Merge(Of(one.all.Take(one.cut), one.limit));
            AssertSame(Of(one.all, one.limit), merged);
        });

    [Fact]
    public void Saving_and_loading_anywhere_changes_nothing() => Law.Holds(
        from all in Numbers.ListOf() from cut in Gen.Choose(0, 1000) from limit in Gen.Choose(0, 30) select (all, cut: cut % (all.Count + 1), limit),
        one =>
        {
            QuantileAccumulator resumed = QuantileAccumulator.From(Of(one.all.Take(one.cut), one.limit).ToSnapshot());
            foreach (long value in one.all.Skip(one.cut))
            {
                resumed.Add(value);
            }

            AssertSame(Of(one.all, one.limit), resumed);
        });

    [Fact]
    public void A_result_says_whether_it_is_exact()
    {
        QuantileAccumulator exact = Of([1, 2, 3, 4], 4);
        Assert.Equal("p50 = 2.5 (n = 4)", exact.Median.ToString());
        exact.Add(100_000);
        Assert.False(exact.IsExact);
        Assert.Equal("p50 ≈ 3 (± 0.1 %, n = 5)", exact.Median.ToString());
        Assert.Equal("smallest 1, median 3, p90 60001.6, largest 100000, n = 5 (± 0.1 %)", exact.ToString());
    }

    [Fact]
    public void Nothing_has_no_quantile()
    {
        Quantile none = new QuantileAccumulator().At(0.9);
        Assert.Null(none.Value);
        Assert.Equal(NoFigure.NothingCounted, none.Missing);
        Assert.Equal("no figure: nothing was counted", none.ToString());
    }

    [Fact]
    public void Adding_a_number_many_times_is_adding_it_again_and_again()
    {
        QuantileAccumulator many = new();
        many.Add(7, 3);
        many.Add(9, 0);
        AssertSame(Of([7, 7, 7], many.DistinctLimit), many);
        Assert.Throws<ArgumentOutOfRangeException>(() => many.Add(7, -1));
    }

    [Fact]
    public void Accumulators_with_different_limits_do_not_merge()
    {
        QuantileAccumulator accumulator = new(10);
        Assert.Throws<ArgumentException>(() => accumulator.Merge(new QuantileAccumulator(11)));
        Assert.Throws<ArgumentException>(() => accumulator.Merge(accumulator));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileAccumulator(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => accumulator.At(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => accumulator.At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => accumulator.At(0.5, (QuantileType)9));
    }

    [Fact]
    public void A_snapshot_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(10, true, null, null, [KeyValuePair.Create(1L, 1L)]));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(10, true, 1, 1, []));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(10, true, 1, 2, [KeyValuePair.Create(1L, 0L)]));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(10, true, 1, 2, [KeyValuePair.Create(3L, 1L)]));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(10, true, 1, 2, [KeyValuePair.Create(1L, 1L), KeyValuePair.Create(1L, 1L)]));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(1, true, 1, 2, [KeyValuePair.Create(1L, 1L), KeyValuePair.Create(2L, 1L)]));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(1, false, 1, 5000, [KeyValuePair.Create(1025L, 1L)]));
        Assert.Throws<ArgumentException>(() => new QuantileSnapshot(10, true, 1, 2, [KeyValuePair.Create(1L, long.MaxValue), KeyValuePair.Create(2L, 1L)]));
    }

    // R 4: quantile(c(1, 2, 3, 4, 10), c(.1, .25, .9), type = 7 | 6 | 1), by the definitions of Hyndman and Fan.
    [Theory]
    [InlineData(QuantileType.Linear, 1.4, 2, 7.6)]
    [InlineData(QuantileType.Weibull, 1, 1.5, 10)]
    [InlineData(QuantileType.NearestRank, 1, 2, 10)]
    public void The_definitions_differ_for_small_samples(QuantileType type, double p10, double p25, double p90)
    {
        double[] sorted = [1, 2, 3, 4, 10];
        Assert.Equal(p10, OrderStatistics.Quantile(sorted, 0.1, type), 12);
        Assert.Equal(p25, OrderStatistics.Quantile(sorted, 0.25, type), 12);
        Assert.Equal(p90, OrderStatistics.Quantile(sorted, 0.9, type), 12);
    }

    // NIST/SEMATECH e-Handbook 7.1.6: quartiles 429.75, 559.5 and 742.25 by (N + 1)p.
    [Fact]
    public void The_quartiles_of_the_NIST_box_plot_data_are_the_printed_ones()
    {
        double[] sorted =
        [
            30, 171, 184, 201, 212, 250, 265, 270, 272, 289, 305, 306, 322, 322, 336, 346, 351, 370, 390, 404, 409, 411, 436, 437, 439, 441, 444, 448, 451, 453,
            470, 480, 482, 487, 494, 495, 499, 503, 514, 521, 522, 527, 548, 550, 559, 560, 570, 572, 574, 578, 585, 592, 592, 607, 616, 618, 621, 629, 637, 638,
            640, 656, 668, 707, 709, 719, 737, 739, 752, 758, 766, 792, 792, 794, 802, 818, 830, 832, 843, 858, 860, 869, 918, 925, 953, 991, 1000, 1005, 1068, 1441,
        ];
        Assert.Equal([429.75, 559.5, 742.25], new[] { 0.25, 0.5, 0.75 }.Select(p => OrderStatistics.Quantile(sorted, p, QuantileType.Weibull)));
    }

    [Fact]
    public void As_many_numbers_as_can_be_counted_have_quantiles() => Assert.All(new[] { QuantileType.Linear, QuantileType.Weibull, QuantileType.NearestRank }, type =>
    {
        QuantileAccumulator accumulator = new();
        accumulator.Add(1, (long.MaxValue / 2) + 1);
        accumulator.Add(9, long.MaxValue / 2);

        Assert.Equal([1, 1, 9, 9], new[] { 0, 0.4, 0.6, 1 }.Select(p => accumulator.At(p, type).Value!.Value));
    });

    [Fact]
    public void A_number_more_than_can_be_counted_is_refused_and_changes_nothing()
    {
        QuantileAccumulator accumulator = new();
        accumulator.Add(5, long.MaxValue - 1);
        QuantileAccumulator other = new();
        other.Add(7, 2);

        Assert.Throws<OverflowException>(() => accumulator.Add(7, 2));
        Assert.Throws<OverflowException>(() => accumulator.Merge(other));
        Assert.Equal((5, 5, long.MaxValue - 1), (accumulator.Minimum, accumulator.Maximum, accumulator.Count));
    }

    [Fact]
    public void No_numbers_have_no_order() =>
        Assert.Throws<ArgumentException>(() => OrderStatistics.Quantile([], 0.5, QuantileType.Linear));

    private static QuantileAccumulator Of(IEnumerable<long> values, int limit)
    {
        QuantileAccumulator accumulator = new(limit);
        foreach (long value in values)
        {
            accumulator.Add(value);
        }

        return accumulator;
    }

    private static void AssertSame(QuantileAccumulator expected, QuantileAccumulator actual)
    {
        QuantileSnapshot one = expected.ToSnapshot();
        QuantileSnapshot other = actual.ToSnapshot();
        Assert.Equal(one.Counts, other.Counts);
        Assert.Equal((one.IsExact, one.Minimum, one.Maximum, expected.Count), (other.IsExact, other.Minimum, other.Maximum, actual.Count));
    }
}

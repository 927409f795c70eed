using System.Numerics;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Statistics;

public class DurationTotalTests
{
    private static readonly Gen<long> Numbers = Gen.Frequency(
        (2, Gen.Choose(-1_000_000, 1_000_000).Select(one => (long)one)),
        (2, Gen.Choose(int.MinValue, int.MaxValue).Select(one => one * 4_294_967_295L)),
        (1, Gen.Elements(0, 1, -1, DurationTotal.NanosecondsPerDay, -DurationTotal.NanosecondsPerDay, long.MaxValue, long.MinValue)));

    [Fact]
    public void Totals_are_exact_where_64_bit_nanoseconds_overflow() => Law.Holds(
        Numbers.ListOf(),
        all =>
        {
            DurationTotal total = all.Aggregate(default(DurationTotal), (sum, one) => sum + DurationTotal.FromNanoseconds(one));
            BigInteger exact = all.Aggregate(BigInteger.Zero, (sum, one) => sum + one);
            Assert.Equal(exact, (total.Days * (BigInteger)DurationTotal.NanosecondsPerDay) + total.NanosecondOfDay);
            Assert.Equal(exact, (BigInteger)total.TotalNanoseconds);
            Assert.InRange(total.NanosecondOfDay, 0, DurationTotal.NanosecondsPerDay - 1);
            Assert.Equal((double)exact / 3.6e12, total.TotalHours, Math.Max(1e-9, (double)BigInteger.Abs(exact) / 3.6e12 * 1e-14));
        });

    [Fact]
    public void The_order_and_the_split_do_not_matter() => Law.Holds(
        Numbers.ListOf().SelectMany(all => Gen.Choose(0, all.Count), (all, cut) => (all, cut)),
        one =>
        {
            DurationTotal whole = Sum(one.all);
            return whole == Sum(one.all.Take(one.cut)) + Sum(one.all.Skip(one.cut)) && whole == Sum(Enumerable.Reverse(one.all));
        });

    [Fact]
    public void Ticks_are_a_hundred_nanoseconds() => Law.Holds(
        Numbers,
        ticks => DurationTotal.FromTicks(ticks).TotalNanoseconds == ticks * 100m);

    [Fact]
    public void The_mean_is_exact_to_28_digits()
    {
        Assert.Equal(0.5m, DurationTotal.FromNanoseconds(1).MeanNanoseconds(2));
        Assert.Equal(86_400_000_000_000m * 10_000_000_000m, new DurationTotal(10_000_000_000, 0).MeanNanoseconds(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(DurationTotal).MeanNanoseconds(0));
    }

    [Fact]
    public void Totals_order_by_length() => Law.Holds(
        from a in Numbers from b in Numbers select (a, b),
        one => DurationTotal.FromNanoseconds(one.a).CompareTo(DurationTotal.FromNanoseconds(one.b)) == one.a.CompareTo(one.b)
            && DurationTotal.FromNanoseconds(one.a) < DurationTotal.FromNanoseconds(one.b) == one.a < one.b);

    [Fact]
    public void A_total_beyond_all_measure_is_refused() => Assert.Throws<OverflowException>(() => new DurationTotal(900_000_000_000_000_001, 0));

    [Fact]
    public void A_total_prints_in_hours() => Assert.Equal("25.5 h", new DurationTotal(1, 5_400_000_000_000).ToString());

    private static DurationTotal Sum(IEnumerable<long> all) => all.Aggregate(default(DurationTotal), (sum, one) => sum.Add(0, one));
}

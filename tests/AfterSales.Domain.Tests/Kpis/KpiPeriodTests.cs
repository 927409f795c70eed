using AfterSales.Domain.Kpis;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>Periods in a stated zone, half-open (R28).</summary>
public class KpiPeriodTests
{
    private static readonly Gen<(KpiPeriodKind Kind, Instant At, DateTimeZone Zone)> AnyMoment =
        from kind in Gen.Elements(KpiPeriodKind.Week, KpiPeriodKind.Month, KpiPeriodKind.Quarter, KpiPeriodKind.Year)
        from minute in Gen.Choose(0, 60 * 24 * 365 * 20)
        from zone in Gen.Elements(World.Shanghai, World.NewYork, World.Berlin)
        select (kind, Instant.FromUtc(2010, 1, 1, 0, 0) + Duration.FromMinutes(minute), zone);

    [Theory]
    [Shows("R28")]
    [InlineData(KpiPeriodKind.Week, "Mon 2026-03-30", "2026-W14", "Mon 2026-03-30", "Mon 2026-04-06")]
    [InlineData(KpiPeriodKind.Week, "Sun 2027-01-03", "2026-W53", "Mon 2026-12-28", "Mon 2027-01-04")]
    [InlineData(KpiPeriodKind.Week, "Mon 2024-12-30", "2025-W01", "Mon 2024-12-30", "Mon 2025-01-06")]
    [InlineData(KpiPeriodKind.Month, "Sat 2026-02-28", "2026-02", "Sun 2026-02-01", "Sun 2026-03-01")]
    [InlineData(KpiPeriodKind.Quarter, "Thu 2026-12-31", "2026-Q4", "Thu 2026-10-01", "Fri 2027-01-01")]
    [InlineData(KpiPeriodKind.Year, "Tue 2028-02-29", "2028", "Sat 2028-01-01", "Mon 2029-01-01")]
    public void A_period_is_found_by_any_date_of_it(KpiPeriodKind kind, string date, string name, string first, string end)
    {
        KpiPeriod period = KpiPeriod.Containing(kind, World.Date(date), World.Shanghai);

        Assert.Equal((name, World.Date(first), World.Date(end)), (period.ToString(), period.First, period.EndExclusive));
    }

    [Fact]
    public void The_zone_decides_where_a_month_ends()
    {
        Instant at = World.At("Tue 2026-03-31 23:30", World.Berlin);
        Assert.Equal("2026-03", KpiPeriod.Containing(KpiPeriodKind.Month, at, World.Berlin).ToString());
        Assert.Equal("2026-04", KpiPeriod.Containing(KpiPeriodKind.Month, at, World.Shanghai).ToString());
    }

    [Fact]
    public void Periods_cover_time_without_gap_or_overlap() => Law.Holds(AnyMoment, one =>
    {
        KpiPeriod period = KpiPeriod.Containing(one.Kind, one.At, one.Zone);
        Assert.True(period.Contains(one.At));
        Assert.True(period.Contains(period.Start));
        Assert.False(period.Contains(period.End));
        Assert.Equal(period.End, period.Next().Start);
        Assert.Equal(period, period.Next().Previous());
        Assert.True(period < period.Next());
        Assert.Equal(period, KpiPeriod.Containing(one.Kind, period.Start, one.Zone));
    });

    [Fact]
    public void A_month_lies_in_its_quarter_and_year_and_a_week_at_a_border_in_neither_month()
    {
        KpiPeriod april = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 4, 30), World.Shanghai);
        KpiPeriod week = KpiPeriod.Containing(KpiPeriodKind.Week, new LocalDate(2026, 4, 1), World.Shanghai);
        Assert.True(KpiPeriod.Containing(KpiPeriodKind.Quarter, new LocalDate(2026, 6, 1), World.Shanghai).Contains(april));
        Assert.True(april.Contains(april));
        Assert.False(april.Contains(week));
        Assert.False(KpiPeriod.Containing(KpiPeriodKind.Year, new LocalDate(2026, 6, 1), World.Berlin).Contains(april));
    }

    [Fact]
    public void The_default_is_no_period_and_an_unknown_kind_is_refused()
    {
        Assert.Equal("(no period)", default(KpiPeriod).ToString());
        Assert.Throws<InvalidOperationException>(() => default(KpiPeriod).Start);
        Assert.Throws<ArgumentOutOfRangeException>(() => KpiPeriod.Containing((KpiPeriodKind)4, new LocalDate(2026, 1, 1), World.Shanghai));
    }
}

using System.Globalization;
using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Samples;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>A year of generated tickets through lifecycle, clocks, survey and KPIs, in one piece and in partitions.</summary>
public class YearTests
{
    /// <summary>How many tickets the year has: the environment variable AFTERSALES_TICKETS, 4,000 without it.</summary>
    private static readonly int Tickets =
        int.TryParse(Environment.GetEnvironmentVariable("AFTERSALES_TICKETS"), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 ? value : 4_000;

    private static readonly Lazy<string> Whole = new(() => KpiTallyDocument.Write(Counted(Enumerable.Range(0, Tickets))));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void A_year_in_partitions_counts_to_the_last_digit_what_it_counts_in_one_piece(int partitions)
    {
        KpiTally merged = new(SampleYear.Plan);
        for (int part = partitions - 1; part >= 0; part--)
        {
            merged.Merge(Counted(Enumerable.Range(0, Tickets).Where(number => number % partitions == part)));
        }

        Assert.Equal(Whole.Value, KpiTallyDocument.Write(merged));
    }

    [Fact]
    public void Every_fate_occurs_in_the_year()
    {
        KpiResults year = Counted(Enumerable.Range(0, Tickets)).Everything();
        KpiValue solved = year.Value(Kpi.SolutionRate);
        Assert.All([Kpi.ResponseOnTime, Kpi.ResolutionOnTime, Kpi.SolutionRate, Kpi.ReopenRate, Kpi.FirstContactResolution, Kpi.Satisfaction, Kpi.SurveyReturn, Kpi.SurveyCoverage], kpi =>
            Assert.InRange(year.Value(kpi).Numerator, 1, year.Value(kpi).Denominator - 1));
        Assert.Equal(Tickets, solved.Denominator + solved.LeftOut);
        Assert.True(solved[KpiExclusion.MergedAway] > 0 && solved[KpiExclusion.CancelledBeforeWork] > 0);
        Assert.True(year.Backlog().Total > 0);
    }

    private static KpiTally Counted(IEnumerable<int> numbers)
    {
        KpiTally tally = new(SampleYear.Plan);
        foreach (int number in numbers)
        {
            tally.Add(SampleYear.Ticket(number));
        }

        return tally;
    }
}

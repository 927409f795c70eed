using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Kpis;

/// <summary>What a question about one technician costs in a tally of one and in a tally of two thousand, each with a year of months.</summary>
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio")]
public class QuestionBenchmarks
{
    private static readonly KpiPlan Plan = new KpiPlan(Instant.FromUtc(2026, 12, 31, 0, 0), DateTimeZone.Utc).By(KpiDimension.Technician);

    private KpiResults _ofOne = null!;
    private KpiResults _ofMany = null!;

    [GlobalSetup]
    public void Count()
    {
        _ofOne = Tally(1).Of(KpiDimension.Technician, "0");
        _ofMany = Tally(2000).Of(KpiDimension.Technician, "0");
    }

    [Benchmark(Baseline = true)]
    public long AmongOne() => _ofOne.Value(Kpi.SolutionRate).Denominator;

    [Benchmark]
    public long AmongTwoThousand() => _ofMany.Value(Kpi.SolutionRate).Denominator;

    private static KpiTally Tally(int technicians)
    {
        KpiTally tally = new(Plan);
        ServiceRequest request = new(RequestKind.Repair);
        for (int month = 1; month <= 12; month++)
        {
            Instant opened = Instant.FromUtc(2026, month, 2, 9, 0);
            for (int technician = 0; technician < technicians; technician++)
            {
                tally.Add(new KpiTicket(new TicketId("T-1"), request, opened).HandledBy(new PersonId($"{technician}")).Resolved(opened + Duration.FromHours(3)));
            }
        }

        return tally;
    }
}

using AfterSales.Domain.Kpis;
using AfterSales.Domain.Samples;
using BenchmarkDotNet.Attributes;

namespace AfterSales.Domain.Benchmarks.Kpis;

/// <summary>A year of 100,000 tickets: made, walked through their lifecycle, clocks and survey, and counted; beside it the making and walking alone, in one piece and in partitions.</summary>
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(3)]
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio")]
public class YearBenchmarks
{
    private const int Tickets = 100_000;

    [Benchmark(Baseline = true)]
    public int Walked()
    {
        int resolved = 0;
        for (int number = 0; number < Tickets; number++)
        {
            resolved += SampleYear.Ticket(number).ResolvedAt is null ? 0 : 1;
        }

        return resolved;
    }

    [Benchmark]
    public long Counted() => Partition(0, 1).Tickets;

    [Benchmark]
    public long InPartitions()
    {
        KpiTally merged = new(SampleYear.Plan);
        for (int part = 0; part < 64; part++)
        {
            merged.Merge(Partition(part, 64));
        }

        return merged.Tickets;
    }

    private static KpiTally Partition(int part, int partitions)
    {
        KpiTally tally = new(SampleYear.Plan);
        for (int number = part; number < Tickets; number += partitions)
        {
            tally.Add(SampleYear.Ticket(number));
        }

        return tally;
    }
}

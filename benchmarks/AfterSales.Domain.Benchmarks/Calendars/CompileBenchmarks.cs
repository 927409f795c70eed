using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

/// <summary>What a calendar-year costs to compile: a fresh calendar is asked about sixteen years at once.</summary>
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Gen0", "Gen1", "Gen2")]
public class CompileBenchmarks : CalendarBenchmark
{
    private const int Years = 16;

    private static readonly Instant Start = Instant.FromUtc(2010, 1, 1, 0, 0);

    private static readonly Interval OpenForever = new(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));

    [Benchmark(Baseline = true, OperationsPerInvoke = Years)]
    public Duration UncompiledWalk() => Walk.Between(Start, Start + Duration.FromDays(Years * 365));

    [Benchmark(OperationsPerInvoke = Years)]
    public Duration CompileACalendarYear() => Calendar.Within(OpenForever).WorkingTimeBetween(Start, Start + Duration.FromDays(Years * 365));
}

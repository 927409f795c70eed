using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
public class WorkingTimeBetweenBenchmarks : CalendarBenchmark
{
    [Params(1, 24 * 30, 24 * 365 * 3)]
    public int ElapsedHours { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = CalendarWorld.WalkInstants)]
    public long UncompiledWalk()
    {
        Duration span = Duration.FromHours(ElapsedHours);
        long sum = 0;
        for (int index = 0; index < CalendarWorld.WalkInstants; index++)
        {
            sum += Walk.Between(Random[index], Random[index] + span).Days;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public long BetweenRandomInstants() => BetweenEach(Random);

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public long BetweenSequentialInstants() => BetweenEach(Sequential);

    private long BetweenEach(Instant[] instants)
    {
        Duration span = Duration.FromHours(ElapsedHours);
        long sum = 0;
        foreach (Instant at in instants)
        {
            sum += Calendar.WorkingTimeBetween(at, at + span).Days;
        }

        return sum;
    }
}

using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
public class AddBenchmarks : CalendarBenchmark
{
    [Params(1, 40, 2000)]
    public int Hours { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = CalendarWorld.WalkInstants)]
    public long UncompiledWalk()
    {
        Duration amount = Duration.FromHours(Hours);
        long sum = 0;
        for (int index = 0; index < CalendarWorld.WalkInstants; index++)
        {
            sum += Walk.Add(Random[index], amount) > Random[0] ? 1 : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public long AddToRandomInstants() => AddTo(Random);

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public long AddToSequentialInstants() => AddTo(Sequential);

    private long AddTo(Instant[] instants)
    {
        Duration amount = Duration.FromHours(Hours);
        long sum = 0;
        foreach (Instant at in instants)
        {
            sum += Calendar.Add(at, amount) > instants[0] ? 1 : 0;
        }

        return sum;
    }
}

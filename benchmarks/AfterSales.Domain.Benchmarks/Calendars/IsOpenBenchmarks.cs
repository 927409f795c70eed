using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
public class IsOpenBenchmarks : CalendarBenchmark
{
    [Benchmark(Baseline = true, OperationsPerInvoke = CalendarWorld.WalkInstants)]
    public int UncompiledWalk()
    {
        int open = 0;
        for (int index = 0; index < CalendarWorld.WalkInstants; index++)
        {
            open += Walk.IsOpen(Random[index]) ? 1 : 0;
        }

        return open;
    }

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public int RandomInstants() => Count(Random);

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public int SequentialInstants() => Count(Sequential);

    private int Count(Instant[] instants)
    {
        int open = 0;
        foreach (Instant at in instants)
        {
            open += Calendar.IsOpen(at) ? 1 : 0;
        }

        return open;
    }
}

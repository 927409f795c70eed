using AfterSales.Domain.Calendars;
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
            sum += DayOf(Walk.Add(Random[index], amount));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public long AddToRandomInstants() => AddTo(Random);

    [Benchmark(OperationsPerInvoke = CalendarWorld.Instants)]
    public long AddToSequentialInstants() => AddTo(Sequential);

    /// <summary>What is done with an answer: neither a comparison that no branch predictor can guess nor a copy through memory, which would cost more than the answer's parts.</summary>
    private static int DayOf(Instant answer) => (answer - NodaConstants.UnixEpoch).Days;

    private long AddTo(Instant[] instants)
    {
        BusinessCalendar calendar = Calendar;
        Duration amount = Duration.FromHours(Hours);
        long sum = 0;
        foreach (Instant at in instants)
        {
            sum += DayOf(calendar.Add(at, amount));
        }

        return sum;
    }
}

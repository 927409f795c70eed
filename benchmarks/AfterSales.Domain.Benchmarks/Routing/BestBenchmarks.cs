using AfterSales.Domain.Routing;
using BenchmarkDotNet.Attributes;

namespace AfterSales.Domain.Benchmarks.Routing;

/// <summary>
/// One pick over a prepared pool, by candidate: 256 items in turn, every rule asked and every part scored. The baseline is the one thing that cannot be less: to read one
/// number of every candidate and keep the largest. Preparation is measured apart.
/// </summary>
public class BestBenchmarks
{
    private const int Items = 256;

    private readonly WorkItem[] _items = RoutingWorld.Items(Items);
    private Technician[] _crew = [];
    private RoutingPool _pool = null!;
    private int[] _loads = [];

    [Params(50, 500, 5000)]
    public int Technicians { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _crew = RoutingWorld.Crew(Technicians);
        _pool = RoutingWorld.Policy.Prepare(_crew, RoutingWorld.At);
        _loads = [.. _crew.Select(technician => technician.Load)];
        Best();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Items)]
    public int Largest_of_one_column()
    {
        int sum = 0;
        foreach (WorkItem item in _items)
        {
            int largest = item.Size;
            foreach (int load in _loads)
            {
                largest = load > largest ? load : largest;
            }

            sum += largest;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Items)]
    public int Best()
    {
        int found = 0;
        foreach (WorkItem item in _items)
        {
            found += _pool.Best(item) is null ? 0 : 1;
        }

        return found;
    }

    [Benchmark]
    public RoutingPool Preparation() => RoutingWorld.Policy.Prepare(_crew, RoutingWorld.At);
}

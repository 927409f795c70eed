using AfterSales.Domain.Routing;
using BenchmarkDotNet.Attributes;

namespace AfterSales.Domain.Benchmarks.Routing;

/// <summary>A whole batch over a prepared pool: rules, scores, the optimum and a decision for each item. The baseline picks for each item by itself, which lets two take one place.</summary>
public class BatchBenchmarks
{
    private WorkItem[] _items = [];
    private RoutingPool _pool = null!;

    [Params("1000x1000", "200x5000")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        (WorkItem[] items, Technician[] crew) = Size.StartsWith('1') ? RoutingWorld.Dense(1000, 1000) : RoutingWorld.Dense(200, 5000);
        _items = items;
        _pool = RoutingWorld.Policy.Prepare(crew, RoutingWorld.At);
    }

    [Benchmark(Baseline = true)]
    public int Each_by_itself()
    {
        int found = 0;
        foreach (WorkItem item in _items)
        {
            found += _pool.Best(item) is null ? 0 : 1;
        }

        return found;
    }

    [Benchmark]
    public BatchPlan Assign() => _pool.Assign(_items);
}

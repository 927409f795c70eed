using AfterSales.Domain.Sla;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Sla;

/// <summary>Six events against five objectives; the baseline tracks one objective only.</summary>
public class TrackBenchmarks
{
    private readonly SlaPolicy _one = new SlaPolicy("one", 1, Instant.MinValue, [SlaWorld.Objectives[0]]).With(SlaWorld.ServiceHours);

    [Benchmark(Baseline = true)]
    public SlaReport Track_one_objective() => _one.Track(SlaWorld.History, SlaWorld.AsOf);

    [Benchmark]
    public SlaReport Track_five_objectives() => SlaWorld.Policy.Track(SlaWorld.History, SlaWorld.AsOf);

    [Benchmark]
    public int Track_and_read_every_state()
    {
        int met = 0;
        foreach (ObjectiveReport objective in SlaWorld.Policy.Track(SlaWorld.History, SlaWorld.AsOf).Objectives)
        {
            met += objective.Current?.State is MetState ? 1 : 0;
        }

        return met;
    }

    [Benchmark(OperationsPerInvoke = 6)]
    public SlaTracker Tracker_per_event()
    {
        SlaTracker tracker = SlaWorld.Policy.StartTracking();
        foreach (SlaEvent happened in SlaWorld.Events)
        {
            tracker.Apply(happened);
        }

        return tracker;
    }
}

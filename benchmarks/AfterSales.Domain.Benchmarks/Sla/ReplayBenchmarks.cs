using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Sla;

/// <summary>10,000 tickets of six events against five objectives; the baseline tracks each ticket and adds up its report.</summary>
public class ReplayBenchmarks
{
    private const int Tickets = 10_000;

    private static readonly ReplayPlan Plan = ReplayPlan.AsOf(SlaWorld.AsOf + Duration.FromDays(400)).In(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).By(RequestDimension.Severity);

    private readonly SlaHistory[] _histories = [.. Enumerable.Range(0, Tickets).Select(i => Shifted(Duration.FromMinutes(i * 37)))];

    [Benchmark(Baseline = true, OperationsPerInvoke = Tickets)]
    public long Track_and_tally()
    {
        AttainmentTally tally = new();
        foreach (SlaHistory history in _histories)
        {
            tally.Add(SlaWorld.Policy.Track(history, Plan.SeenFrom));
        }

        return tally.Tickets;
    }

    [Benchmark(OperationsPerInvoke = Tickets)]
    public long Replay() => SlaWorld.Policy.Replay(_histories, Plan).Tickets;

    [Benchmark(OperationsPerInvoke = Tickets)]
    public long Compare() => SlaWorld.Policy.CompareWith(SlaWorld.Policy, _histories, Plan).Tickets;

    private static SlaHistory Shifted(Duration by) => new(SlaWorld.Events.Select(one => one switch
    {
        OpenedEvent opened => SlaEvent.Opened(opened.Id, opened.At + by, opened.Request),
        SignalEvent signal => SlaEvent.Signalled(signal.Id, signal.At + by, signal.Signal),
        WaitBegunEvent begun => SlaEvent.WaitBegun(begun.Id, begun.At + by, begun.WaitId, begun.Reason),
        WaitEndedEvent ended => SlaEvent.WaitEnded(ended.Id, ended.At + by, ended.WaitId),
        ReclassifiedEvent change => (SlaEvent)SlaEvent.Reclassified(change.Id, change.At + by, change.Request),
        _ => throw new InvalidOperationException($"{one} is not one of the events of SlaWorld."),
    }));
}

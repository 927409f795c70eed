using AfterSales.Domain.Calendars;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

/// <summary>What the calendar benchmarks share: the zone, the calendar, its walk, the instants; before measuring, both must agree.</summary>
/// <remarks>An invocation asks about all instants, so one is an iteration; of many short ones the fastest is what a busy machine has disturbed least.</remarks>
[WarmupCount(60)]
[IterationCount(60)]
[InvocationCount(1, 1)]
[MinColumn]
public abstract class CalendarBenchmark
{
    [Params("Asia/Shanghai", "America/New_York")]
    public string Zone { get; set; } = "";

    internal BusinessCalendar Calendar { get; private set; } = null!;

    internal DayWalk Walk { get; private set; } = null!;

    internal Instant[] Random { get; private set; } = [];

    internal Instant[] Sequential { get; private set; } = [];

    [GlobalSetup]
    public void Prepare()
    {
        Calendar = CalendarWorld.Calendar(Zone);
        Walk = new DayWalk(Calendar.Zone, Calendar.Layers.SelectMany(layer => layer.Entries).Select(entry => entry.Date));
        Random = CalendarWorld.Random();
        Sequential = CalendarWorld.Sequential();
        foreach (Instant at in Random.Take(500))
        {
            Instant end = Calendar.Add(at, Duration.FromHours(40));
            if (end != Walk.Add(at, Duration.FromHours(40)) || Calendar.WorkingTimeBetween(at, end) != Walk.Between(at, end) || Calendar.IsOpen(at) != Walk.IsOpen(at))
            {
                throw new InvalidOperationException($"The walk and the calendar disagree about {at}.");
            }
        }
    }
}

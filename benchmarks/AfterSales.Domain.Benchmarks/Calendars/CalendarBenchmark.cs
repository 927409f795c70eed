using AfterSales.Domain.Calendars;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

/// <summary>What the calendar benchmarks share: the zone, the calendar, its walk, the instants; before measuring, both must agree.</summary>
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

using NodaTime;

namespace AfterSales.Domain.Benchmarks;

/// <summary>The uncompiled baseline: the same calendar, walked day by day with NodaTime, as one would write it without this library.</summary>
internal sealed class DayWalk
{
    private static readonly (LocalTime Start, LocalTime End)[] Ranges = [(new(9, 0), new(12, 0)), (new(13, 30), new(18, 0))];

    private readonly DateTimeZone _zone;
    private readonly HashSet<LocalDate> _holidays;

    public DayWalk(DateTimeZone zone, IEnumerable<LocalDate> holidays)
    {
        _zone = zone;
        _holidays = [.. holidays];
    }

    public bool IsOpen(Instant at) => Periods(at.InZone(_zone).Date).Any(period => period.Start <= at && at < period.End);

    public Instant Add(Instant start, Duration amount)
    {
        for (LocalDate date = start.InZone(_zone).Date; ; date = date.PlusDays(1))
        {
            foreach ((Instant opening, Instant closing) in Periods(date))
            {
                Instant from = Instant.Max(opening, start);
                if (from < closing && amount <= closing - from)
                {
                    return from + amount;
                }

                amount -= from < closing ? closing - from : Duration.Zero;
            }
        }
    }

    public Duration Between(Instant start, Instant end)
    {
        Duration total = Duration.Zero;
        LocalDate last = end.InZone(_zone).Date;
        for (LocalDate date = start.InZone(_zone).Date; date <= last; date = date.PlusDays(1))
        {
            foreach ((Instant opening, Instant closing) in Periods(date))
            {
                Instant from = Instant.Max(opening, start);
                Instant to = Instant.Min(closing, end);
                total += from < to ? to - from : Duration.Zero;
            }
        }

        return total;
    }

    private IEnumerable<(Instant Start, Instant End)> Periods(LocalDate date)
    {
        if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || _holidays.Contains(date))
        {
            yield break;
        }

        foreach ((LocalTime start, LocalTime end) in Ranges)
        {
            yield return ((date + start).InZoneLeniently(_zone).ToInstant(), (date + end).InZoneLeniently(_zone).ToInstant());
        }
    }
}

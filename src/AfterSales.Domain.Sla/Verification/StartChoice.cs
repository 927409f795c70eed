using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Which of many starts to show: the first on an ordinary day, at a time as round as the stretch allows.</summary>
internal static class StartChoice
{
    internal static readonly IReadOnlyList<long> Steps = [600_000_000_000, 60_000_000_000, 1_000_000_000, 1];

    /// <summary>The roundest instant of a stretch: a multiple of ten minutes, a minute or a second; else its first.</summary>
    internal static long Roundest(long from, long to)
    {
        foreach (long step in Steps)
        {
            long rest = ((from % step) + step) % step;
            long round = rest == 0 ? from : from + step - rest;
            if (round < to)
            {
                return round;
            }
        }

        return from;
    }

    /// <summary>A day on which no holiday, make-up day or other dated entry decides shows a fault best; null when there is no stretch at all.</summary>
    internal static long? In(IEnumerable<(long From, long To)> stretches, BusinessCalendar calendar)
    {
        long? first = null;
        foreach ((long from, long to) in stretches)
        {
            long start = Roundest(from, to);
            if (IsOrdinary(NanosecondTime.Instant(start), calendar))
            {
                return start;
            }

            first ??= start;
        }

        return first;
    }

    internal static bool IsOrdinary(Instant at, BusinessCalendar calendar) => calendar.ReasonAt(at).Code is "regular-hours" or "outside-hours" or "break" or "day-off" or "season";
}

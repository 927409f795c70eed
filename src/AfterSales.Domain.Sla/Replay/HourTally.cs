using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace AfterSales.Domain.Sla;

/// <summary>Counts of outcomes by the local hour of the due, from which days, weeks, months and hours of the week are added up.</summary>
internal sealed class HourTally
{
    private const int HoursPerDay = 24;
    private const int SecondsPerHour = 3600;

    private static readonly LocalDateTimePattern HourPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH");

    private readonly DateTimeZone _zone;
    private readonly int _objectives;
    private readonly Dictionary<int, int[]> _hours = [];
    private ZoneInterval? _interval;

    internal HourTally(DateTimeZone zone, int objectives)
    {
        _zone = zone;
        _objectives = objectives;
    }

    internal void Add(Instant at, int objective, CycleOutcome outcome) => Row(HourOf(at))[(objective * AttainmentRow.Outcomes) + (int)outcome]++;

    internal void Merge(HourTally other)
    {
        foreach (KeyValuePair<int, int[]> pair in other._hours.ToArray())
        {
            int[] ours = Row(pair.Key);
            for (int i = 0; i < ours.Length; i++)
            {
                ours[i] += pair.Value[i];
            }
        }
    }

    /// <summary>The counts of each objective by the hour's local name, hours in order.</summary>
    internal IEnumerable<(string Key, long[][] Counts)> Counts => By((date, hour) => HourPattern.Format(date.At(new LocalTime(hour, 0))));

    /// <exception cref="ArgumentException">The key is not the name of an hour, or an hour has more than 2³¹ − 1 cycles.</exception>
    internal void Restore(string key, int objective, IReadOnlyList<long> outcomes)
    {
        if (HourPattern.Parse(key) is not { Success: true, Value: var local })
        {
            throw new ArgumentException($"\"{key}\" is not an hour; allowed are hours such as 2026-03-31T09.", nameof(key));
        }

        int[] row = Row((int)(local.InUtc().ToInstant().ToUnixTimeSeconds() / SecondsPerHour));
        for (int i = 0; i < outcomes.Count; i++)
        {
            ref int count = ref row[(objective * AttainmentRow.Outcomes) + i];
            count = outcomes[i] <= int.MaxValue - count
                ? count + (int)outcomes[i]
                : throw new ArgumentException($"The hour {key} has {outcomes[i]} cycles; allowed are at most {int.MaxValue}.", nameof(outcomes));
        }
    }

    /// <summary>The counts of each objective by a key of the local date and hour, keys in order.</summary>
    internal IEnumerable<(TKey Key, long[][] Counts)> By<TKey>(Func<LocalDate, int, TKey> keyOf)
        where TKey : IComparable<TKey>
    {
        Dictionary<TKey, long[][]> sums = [];
        foreach (KeyValuePair<int, int[]> pair in _hours)
        {
            (int day, int hour) = Split(pair.Key);
            TKey key = keyOf(LocalDateOf(day), hour);
            if (!sums.TryGetValue(key, out long[][]? sum))
            {
                sum = [.. Enumerable.Range(0, _objectives).Select(_ => new long[AttainmentRow.Outcomes])];
                sums.Add(key, sum);
            }

            for (int i = 0; i < pair.Value.Length; i++)
            {
                sum[i / AttainmentRow.Outcomes][i % AttainmentRow.Outcomes] += pair.Value[i];
            }
        }

        return sums.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));
    }

    internal static string WeekOf(LocalDate date)
    {
        IWeekYearRule rule = WeekYearRules.Iso;
        return FormattableString.Invariant($"{rule.GetWeekYear(date):0000}-W{rule.GetWeekOfWeekYear(date):00}");
    }

    internal static string MonthOf(LocalDate date) => FormattableString.Invariant($"{date.Year:0000}-{date.Month:00}");

    private static LocalDate LocalDateOf(int day) => NodaConstants.UnixEpoch.Plus(Duration.FromDays(day)).InUtc().Date;

    private static (int Day, int Hour) Split(int hour)
    {
        int day = hour >= 0 ? hour / HoursPerDay : -((-hour + HoursPerDay - 1) / HoursPerDay);
        return (day, hour - (day * HoursPerDay));
    }

    private int HourOf(Instant at)
    {
        if (_interval is null || !_interval.Contains(at))
        {
            _interval = _zone.GetZoneInterval(at);
        }

        long seconds = at.ToUnixTimeSeconds() + _interval.WallOffset.Seconds;
        return (int)(seconds >= 0 ? seconds / SecondsPerHour : -((-seconds + SecondsPerHour - 1) / SecondsPerHour));
    }

    private int[] Row(int hour)
    {
        if (!_hours.TryGetValue(hour, out int[]? row))
        {
            row = new int[_objectives * AttainmentRow.Outcomes];
            _hours.Add(hour, row);
        }

        return row;
    }
}

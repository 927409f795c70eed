using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.TimeZones;

namespace AfterSales.Domain.Tests.Sla.Verification.BruteForce;

/// <summary>A calendar asked at every half minute of two weeks of starts and of the six weeks after them: is it open, and which working date does a start belong to?</summary>
/// <remarks>Half minutes are numbered from the first start. All that rules need is looked up in these answers; see <see cref="HalfMinuteDues"/>.</remarks>
internal sealed class HalfMinutes
{
    public const int OfADay = 24 * 60 * 2;
    public const int Starts = 14 * OfADay;
    private const int Length = Starts + (42 * OfADay);

    private static readonly Duration HalfMinute = Duration.FromSeconds(30);

    private readonly Instant _from;
    private readonly int[] _day = new int[Length];
    private readonly int[] _timeOfDay = new int[Length];
    private readonly int[] _openBefore = new int[Length + 1];
    private readonly List<int> _open = [];
    private readonly int[] _ownDay = new int[Starts];
    private readonly bool[] _isWithinHours = new bool[Starts];
    private readonly List<int> _workingDays = [];

    public HalfMinutes(BusinessCalendar calendar, Instant from)
    {
        Calendar = calendar;
        _from = from;
        ReadTheClock();
        ReadTheDoors();
        ReadTheDates();
    }

    public BusinessCalendar Calendar { get; }

    public bool NeverOpens => _open.Count == 0 && Calendar.NextOpeningOrNow(InstantOf(Length)) is null;

    public Instant InstantOf(int index) => _from + (HalfMinute * index);

    public int IndexOf(Instant at)
    {
        Duration since = at - _from;
        Assert.Equal(Duration.Zero, since - (HalfMinute * Math.Floor(since / HalfMinute)));
        return (int)(since / HalfMinute);
    }

    /// <summary>Whether the start lies between opening and closing of a working date, breaks included.</summary>
    public bool IsWithinHours(int start) => _isWithinHours[start];

    /// <summary>The number of the working date to whose hours a start belongs, else of its local date.</summary>
    public int OwnDay(int start) => _ownDay[start];

    /// <summary>How many half minutes of a stretch are open; null when it ends where nobody looked.</summary>
    public int? OpenBetween(int start, int end) => end <= Length ? _openBefore[end] - _openBefore[start] : null;

    /// <summary>When so many open half minutes have passed since a start; null when that is where nobody looked.</summary>
    public int? AfterOpen(int start, int count) => start <= Length && _openBefore[start] + count is var last && last <= _open.Count ? _open[last - 1] + 1 : null;

    /// <summary>The n-th open half minute after a start, itself; null when that is where nobody looked.</summary>
    public int? NextOpen(int start, int count) => start <= Length && _openBefore[start] + count is var next && next < _open.Count ? _open[next] : null;

    /// <summary>Working dates from the second before the first start on, in order, each with when a time of the day comes (the first half minute that is not before it).</summary>
    public IEnumerable<(int Day, int At)> WorkingDays(LocalTime time)
    {
        int wanted = (time.Hour * 120) + (time.Minute * 2);
        int index = 0;
        foreach (int day in _workingDays)
        {
            while (index < Length && (_day[index] < day || (_day[index] == day && _timeOfDay[index] < wanted)))
            {
                index++;
            }

            if (index == Length)
            {
                yield break;
            }

            // Of a date before the first start only that it is past matters.
            yield return (day, _day[index] == day ? index : -1);
        }
    }

    /// <summary>Working dates as those of <see cref="WorkingDays"/>, each with its closing.</summary>
    public IEnumerable<(int Day, int At)> Closings() => _workingDays.Select(day => (day, IndexOf(Calendar.ClosingOf(DateOf(day))!.Value)));

    private void ReadTheClock()
    {
        ZoneInterval interval = Calendar.Zone.GetZoneInterval(_from);
        long seconds = _from.ToUnixTimeSeconds();
        for (int i = 0; i < Length; i++)
        {
            Instant at = Instant.FromUnixTimeSeconds(seconds + (i * 30L));
            interval = interval.Contains(at) ? interval : Calendar.Zone.GetZoneInterval(at);
            long local = (at.ToUnixTimeSeconds() + interval.WallOffset.Seconds) / 30;
            _day[i] = (int)(local / OfADay);
            _timeOfDay[i] = (int)(local % OfADay);
        }
    }

    private void ReadTheDoors()
    {
        for (int i = 0; i < Length; i++)
        {
            _openBefore[i] = _open.Count;
            if (Calendar.IsOpen(InstantOf(i)))
            {
                _open.Add(i);
            }
        }

        _openBefore[Length] = _open.Count;
    }

    private void ReadTheDates()
    {
        for (int day = _day[0] - 2; day <= _day[Length - 1]; day++)
        {
            if (Calendar.IsWorkingDay(DateOf(day)))
            {
                _workingDays.Add(day);
            }
        }

        (int Day, int Opening, int Closing)[] hours = [.. _workingDays.TakeWhile(day => day <= _day[Starts - 1])
            .Select(day => (day, IndexOf(Calendar.OpeningOf(DateOf(day))!.Value), IndexOf(Calendar.ClosingOf(DateOf(day))!.Value)))];
        Array.Copy(_day, _ownDay, Starts);
        foreach ((int day, int opening, int closing) in hours.Reverse())
        {
            for (int i = Math.Max(0, opening); i < Math.Min(Starts, closing); i++)
            {
                _ownDay[i] = day;
                _isWithinHours[i] = true;
            }
        }
    }

    private static LocalDate DateOf(int day) => new LocalDate(1970, 1, 1).PlusDays(day);
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>Says instants that belong together: by weekday and time when they lie within a week of each other, with the date else.</summary>
internal sealed class MomentWords
{
    private static readonly string[] ChineseDays = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    private static readonly Duration DistinctWeekdays = Duration.FromDays(6);

    private readonly DateTimeZone _zone;
    private readonly bool _withDates;
    private readonly bool _chinese;

    internal MomentWords(DateTimeZone zone, bool chinese, params Instant[] instants)
    {
        _zone = zone;
        _chinese = chinese;
        _withDates = instants.Max() - instants.Min() > DistinctWeekdays;
    }

    internal static string WeekdayOf(LocalDateTime local, bool chinese) => chinese ? ChineseDays[(int)local.DayOfWeek] : local.ToString("ddd", CultureInfo.InvariantCulture);

    internal string Of(Instant instant)
    {
        LocalDateTime local = instant.InZone(_zone).LocalDateTime;
        string day = WeekdayOf(local, _chinese);
        string date = _withDates ? " " + LocalDatePattern.Iso.Format(local.Date) : "";
        string time = local.TimeOfDay.ToString(local.NanosecondOfSecond != 0 ? "HH:mm:ss.FFFFFFFFF" : local.Second != 0 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
        return $"{day}{date} {time}";
    }
}

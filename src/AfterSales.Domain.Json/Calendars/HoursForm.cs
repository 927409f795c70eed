using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>Hours in the style of OpenStreetMap's opening_hours, and times of day.</summary>
internal static class HoursForm
{
    private const string WeekAllowed = "weekly hours such as \"Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-14:00\" or \"24/7\"";
    private const string DayAllowed = "ranges such as \"09:00-12:00,13:30-18:00\"";

    internal static readonly (string Word, IsoDayOfWeek Value)[] Weekdays =
    [
        ("monday", IsoDayOfWeek.Monday),
        ("tuesday", IsoDayOfWeek.Tuesday),
        ("wednesday", IsoDayOfWeek.Wednesday),
        ("thursday", IsoDayOfWeek.Thursday),
        ("friday", IsoDayOfWeek.Friday),
        ("saturday", IsoDayOfWeek.Saturday),
        ("sunday", IsoDayOfWeek.Sunday),
    ];

    internal static WeeklyHours Week(DocumentNode node)
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", WeekAllowed);
            return WeeklyHours.Closed;
        }

        if (WeeklyHours.TryParse(node.Text, out WeeklyHours? hours, out string? problem))
        {
            return hours;
        }

        node.Refuse("bad-value", WeekAllowed + "; " + problem.TrimEnd('.'));
        return WeeklyHours.Closed;
    }

    internal static DayHours Day(DocumentNode node)
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", DayAllowed);
            return DayHours.Closed;
        }

        if (DayHours.TryParse(node.Text, out DayHours? hours, out string? problem))
        {
            return hours;
        }

        node.Refuse("bad-value", DayAllowed + "; " + problem.TrimEnd('.'));
        return DayHours.Closed;
    }

    /// <summary>A time of day; seconds may be left out.</summary>
    internal static LocalTime Time(DocumentNode node)
    {
        const string allowed = "a time of day from \"00:00\" to \"23:59\", seconds may follow";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return default;
        }

        string text = node.Text.Length == 5 ? node.Text + ":00" : node.Text;
        ParseResult<LocalTime> time = LocalTimePattern.ExtendedIso.Parse(text);
        if (!time.Success)
        {
            node.Refuse("bad-value", allowed);
            return default;
        }

        return time.Value;
    }

    internal static string Text(LocalTime time) =>
        time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : LocalTimePattern.ExtendedIso.Format(time);
}

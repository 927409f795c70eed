using System.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>Prints weekly hours in opening_hours style, weekdays of equal hours together.</summary>
internal static class OpeningHoursWriter
{
    internal static readonly string[] DayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    internal static string Write(DayHours[] days, IReadOnlyList<YearlySeason> seasons)
    {
        List<string> rules = [];
        AddRules(rules, "", days, withClosedDays: false);
        if (rules.Count == 0)
        {
            rules.Add("off");
        }

        foreach (YearlySeason season in seasons)
        {
            // A season's rules start from the usual week, so its closed days must be said.
            AddRules(rules, MonthRange.Text(season.First, season.Last) + " ", season.Hours.WeekOn(default), withClosedDays: true);
        }

        return string.Join("; ", rules);
    }

    private static void AddRules(List<string> rules, string prefix, DayHours[] days, bool withClosedDays)
    {
        if (prefix.Length == 0 && days.All(day => day.Equals(DayHours.AllDay)))
        {
            rules.Add("24/7");
            return;
        }

        List<DayHours> written = [];
        foreach (DayHours hours in days)
        {
            if ((hours.IsClosed && !withClosedDays) || written.Contains(hours))
            {
                continue;
            }

            written.Add(hours);
            rules.Add($"{prefix}{Weekdays(days, hours)} {hours}");
        }
    }

    private static string Weekdays(DayHours[] days, DayHours hours)
    {
        StringBuilder text = new();
        int day = 0;
        while (day < days.Length)
        {
            if (!days[day].Equals(hours))
            {
                day++;
                continue;
            }

            int first = day;
            while (day + 1 < days.Length && days[day + 1].Equals(hours))
            {
                day++;
            }

            text.Append(text.Length == 0 ? "" : ",").Append(DayNames[first]);
            if (day > first)
            {
                text.Append(day == first + 1 ? ',' : '-').Append(DayNames[day]);
            }

            day++;
        }

        return text.ToString();
    }
}

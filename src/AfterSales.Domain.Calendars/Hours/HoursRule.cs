using System.Diagnostics.CodeAnalysis;

namespace AfterSales.Domain.Calendars;

/// <summary>One rule of opening_hours text: in these months (or always), on these weekdays, these hours.</summary>
internal sealed class HoursRule
{
    internal static readonly bool[] AllDays = [true, true, true, true, true, true, true];

    private readonly (AnnualDate First, AnnualDate Last)? _months;
    private readonly bool[] _days;
    private readonly DayHours _hours;

    internal HoursRule((AnnualDate First, AnnualDate Last)? months, bool[] days, DayHours hours)
    {
        _months = months;
        _days = days;
        _hours = hours;
    }

    /// <summary>Applies the rules in order: each replaces the hours of its weekdays, in its season or, without months, everywhere.</summary>
    internal static bool TryCombine(List<HoursRule> rules, [NotNullWhen(true)] out WeeklyHours? hours, [NotNullWhen(false)] out string? problem)
    {
        DayHours[] usual = [.. Enumerable.Repeat(DayHours.Closed, 7)];
        List<(AnnualDate First, AnnualDate Last, DayHours[] Days)> seasons = [];
        foreach (HoursRule rule in rules)
        {
            if (rule._months is not { } months)
            {
                rule.Replace(usual);
                seasons.ForEach(season => rule.Replace(season.Days));
                continue;
            }

            int index = seasons.FindIndex(season => season.First == months.First && season.Last == months.Last);
            if (index < 0)
            {
                index = seasons.Count;
                seasons.Add((months.First, months.Last, [.. usual]));
            }

            rule.Replace(seasons[index].Days);
        }

        WeeklyHours combined = new(usual, []);
        foreach ((AnnualDate first, AnnualDate last, DayHours[] days) in seasons)
        {
            YearlySeason season = new(first, last, new WeeklyHours(days, []), MonthRange.Text(first, last), chineseName: null);
            if (combined.Seasons.FirstOrDefault(season.Overlaps) is { } other)
            {
                hours = null;
                problem = $"The months {season.Name} overlap {other.Name}: allowed are parts of the year that share no date.";
                return false;
            }

            combined = combined.With(first, last, season.Hours);
        }

        hours = combined;
        problem = null;
        return true;
    }

    private void Replace(DayHours[] days)
    {
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = _days[day] ? _hours : days[day];
        }
    }
}

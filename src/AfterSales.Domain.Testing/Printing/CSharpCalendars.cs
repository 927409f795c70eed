using AfterSales.Domain.Calendars;
using NodaTime;
using static AfterSales.Domain.Testing.CSharpValues;

namespace AfterSales.Domain.Testing;

/// <summary>Calendars as C# expressions.</summary>
internal static class CSharpCalendars
{
    private static readonly (HolidaySet Set, string Text)[] China =
    [
        .. Enumerable.Range(ChinaHolidays.FirstYear, ChinaHolidays.LastYear - ChinaHolidays.FirstYear + 1).SelectMany(year => new[]
        {
            (ChinaHolidays.Through(year), $"ChinaHolidays.Through({CSharpValues.Of(year)})"),
            (ChinaHolidays.Year(year), $"ChinaHolidays.Year({CSharpValues.Of(year)})"),
        }),
    ];

    internal static string Of(BusinessCalendar calendar)
    {
        BusinessCalendar plain = Plain(calendar);
        string made = calendar.Basis switch
        {
            WeeklyBasis weekly => string.Concat(
                [$"BusinessCalendar.Weekly({Text(calendar.Name)}, {Zone(calendar.Zone)}, {Of(weekly.Hours)})", .. weekly.Seasons.Select(season => $"\n    .With({Of(season)})")]),
            IntersectionBasis both => Combined(both, "Intersect"),
            UnionBasis both => Combined(both, "Union"),
            ExceptionBasis both => Combined(both, "Except"),
            _ => throw new ArgumentException($"A calendar of a make that is not known: {calendar.Basis}.", nameof(calendar)),
        };
        made = string.Concat([made, .. calendar.Layers.Select(layer => $"\n    .With({Indented(Of(layer)).TrimStart()})")]);
        made = string.Equals(plain.Name, calendar.Name, StringComparison.Ordinal) ? made : $"{made}\n    .Named({Text(calendar.Name)})";
        made = calendar.Version == 1 ? made : $"{made}\n    .WithVersion({CSharpValues.Of(calendar.Version)})";
        return plain.Horizon == calendar.Horizon ? made : $"{made}\n    .Within({CSharpValues.Of(calendar.Horizon)})";
    }

    internal static string Of(WeeklyHours hours) => $"WeeklyHours.Parse({Text(hours.ToString())})";

    internal static string Of(DayHours hours) => $"DayHours.Parse({Text(hours.ToString())})";

    internal static string Of(HolidaySet set)
    {
        if (China.FirstOrDefault(one => one.Set.Equals(set)) is { Text: { } known })
        {
            return known;
        }

        string made = $"new HolidaySet({Text(set.Name)}, {Array1("DatedHours", set.Entries, Of)})";
        return set.KnownFrom is { } from && set.KnownThrough is { } through ? $"{made}.KnownBetween({CSharpValues.Of(from)}, {CSharpValues.Of(through)})" : made;
    }

    internal static string Zone(DateTimeZone zone) => $"DateTimeZoneProviders.Tzdb[{Text(zone.Id)}]";

    private static string Combined(CombinedBasis basis, string verb) => $"{Of(basis.Left)}\n    .{verb}({Indented(Of(basis.Right)).TrimStart()})";

    /// <summary>The calendar as its basis alone makes it, of which the verbs then say what differs.</summary>
    private static BusinessCalendar Plain(BusinessCalendar calendar) => calendar.Basis switch
    {
        IntersectionBasis both => both.Left.Intersect(both.Right),
        UnionBasis both => both.Left.Union(both.Right),
        ExceptionBasis both => both.Left.Except(both.Right),
        _ => BusinessCalendar.Always(calendar.Name, calendar.Zone),
    };

    private static string Of(Season season)
    {
        string made = season switch
        {
            DatedSeason dated => $"Season.From({CSharpValues.Of(dated.FirstDate)}, {Of(season.Hours)}, {Text(season.Name)})",
            YearlySeason yearly => $"Season.EveryYear({Of(yearly.First)}, {Of(yearly.Last)}, {Of(season.Hours)}, {Text(season.Name)})",
            _ => throw new ArgumentException($"A season of a kind that is not known: {season}.", nameof(season)),
        };
        return season.ChineseName is { } chinese ? $"{made}.InChinese({Text(chinese)})" : made;
    }

    private static string Of(AnnualDate date) => $"new AnnualDate({CSharpValues.Of(date.Month)}, {CSharpValues.Of(date.Day)})";

    private static string Of(DatedHours entry)
    {
        string date = CSharpValues.Of(entry.Date);
        string reason = Text(entry.Reason);
        string made = entry switch
        {
            ClosedDay => $"DatedHours.Closed({date}, {reason})",
            ClosedPart part => $"DatedHours.ClosedFor({date}, new ClockRange({CSharpValues.Of(part.Part.Start)}, {CSharpValues.Of(part.Part.End)}), {reason})",
            SpecialHours special => $"DatedHours.Special({date}, {Of(special.Hours)}, {reason})",
            MakeUpWorkingDay { WorksAs: { } day } => $"DatedHours.MakeUp({date}, IsoDayOfWeek.{day}, {reason})",
            MakeUpWorkingDay { Hours: { } hours } => $"DatedHours.MakeUp({date}, {Of(hours)}, {reason})",
            _ => throw new ArgumentException($"A dated entry of a kind that is not known: {entry}.", nameof(entry)),
        };
        return entry.ChineseReason is { } chinese ? $"{made}.InChinese({Text(chinese)})" : made;
    }
}

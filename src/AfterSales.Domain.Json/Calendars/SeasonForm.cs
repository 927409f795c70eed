using System.Text.Json;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>Seasonal hours: <c>{ "name": "summer hours", "from": "2026-07-01", "hours": … }</c>, or every year with <c>"everyYear": ["07-01", "08-31"]</c>.</summary>
internal static class SeasonForm
{
    internal static Season? Read(DocumentNode node)
    {
        ObjectReader season = new(node);
        string name = season.Required("name", Forms.NonEmptyText);
        string? chinese = season.Optional<string?>("nameZh", Forms.NonEmptyText, null);
        WeeklyHours hours = season.Required("hours", HoursForm.Week);
        bool isYearly = string.Equals(season.OneOf("from", "everyYear"), "everyYear", StringComparison.Ordinal);
        LocalDate from = isYearly ? default : season.Optional("from", Forms.Date, default);
        IReadOnlyList<AnnualDate> dates = isYearly ? season.Required("everyYear", Dates) : [];
        return season.Build(() =>
        {
            Season made = isYearly ? Season.EveryYear(dates[0], dates[1], hours, name) : Season.From(from, hours, name);
            return chinese is null ? made : made.InChinese(chinese);
        });
    }

    internal static void Write(Utf8JsonWriter json, Season season)
    {
        json.WriteStartObject();
        json.WriteString("name", season.Name);
        if (season.ChineseName is { } chinese)
        {
            json.WriteString("nameZh", chinese);
        }

        if (season is YearlySeason yearly)
        {
            json.WriteStartArray("everyYear");
            json.WriteStringValue(AnnualDatePattern.Iso.Format(yearly.First));
            json.WriteStringValue(AnnualDatePattern.Iso.Format(yearly.Last));
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("from", LocalDatePattern.Iso.Format(((DatedSeason)season).FirstDate));
        }

        json.WriteString("hours", season.Hours.ToString());
        json.WriteEndObject();
    }

    private static IReadOnlyList<AnnualDate> Dates(DocumentNode node)
    {
        IReadOnlyList<AnnualDate> dates = Forms.ListOf(node, Forms.Pattern(AnnualDatePattern.Iso, "a day of the year such as \"07-01\""), atLeast: 0);
        if (node.Kind == NodeKind.List && dates.Count != 2)
        {
            node.Refuse("bad-value", "a list of the first and the last day, both included, such as [\"07-01\", \"08-31\"]");
        }

        return dates;
    }
}

using System.Text.Json;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>
/// What holds on one date, and why: <c>"closed": true</c>, <c>"closedFor": "14:00-18:00"</c>, <c>"hours": "10:00-14:00"</c>, <c>"worksAs": "monday"</c> (a make-up day with a weekday's hours)
/// or <c>"makeUpHours": "09:00-12:00"</c>.
/// </summary>
internal static class DatedHoursForm
{
    internal static DatedHours? Read(DocumentNode node)
    {
        ObjectReader day = new(node);
        LocalDate date = day.Required("date", Forms.Date);
        string reason = day.Required("reason", Forms.NonEmptyText);
        string? chinese = day.Optional<string?>("reasonZh", Forms.NonEmptyText, null);
        Func<DatedHours>? make = day.OneOf("closed", "closedFor", "hours", "worksAs", "makeUpHours") switch
        {
            "closed" => Closed(day.Required("closed", True), date, reason),
            "closedFor" => ClosedFor(day.Required("closedFor", Range), date, reason),
            "hours" => Special(day.Required("hours", HoursForm.Day), date, reason),
            "worksAs" => WorksAs(day.Required("worksAs", Forms.Word(HoursForm.Weekdays)), date, reason),
            "makeUpHours" => MakeUp(day.Required("makeUpHours", HoursForm.Day), date, reason),
            _ => null,
        };
        return day.Build(() => chinese is null ? make!() : make!().InChinese(chinese));
    }

    internal static void Write(Utf8JsonWriter json, DatedHours day)
    {
        json.WriteStartObject();
        json.WriteString("date", LocalDatePattern.Iso.Format(day.Date));
        switch (day)
        {
            case ClosedPart part:
                json.WriteString("closedFor", part.Part.ToString());
                break;
            case SpecialHours special:
                json.WriteString("hours", special.Hours.ToString());
                break;
            case MakeUpWorkingDay { WorksAs: { } weekday }:
                json.WriteString("worksAs", HoursForm.Weekdays.Single(one => one.Value == weekday).Word);
                break;
            case MakeUpWorkingDay { Hours: { } hours }:
                json.WriteString("makeUpHours", hours.ToString());
                break;
            default:
                json.WriteBoolean("closed", true);
                break;
        }

        json.WriteString("reason", day.Reason);
        if (day.ChineseReason is { } chinese)
        {
            json.WriteString("reasonZh", chinese);
        }

        json.WriteEndObject();
    }

    private static Func<DatedHours> Closed(bool _, LocalDate date, string reason) => () => DatedHours.Closed(date, reason);

    private static Func<DatedHours> ClosedFor(ClockRange part, LocalDate date, string reason) => () => DatedHours.ClosedFor(date, part, reason);

    private static Func<DatedHours> Special(DayHours hours, LocalDate date, string reason) => () => DatedHours.Special(date, hours, reason);

    private static Func<DatedHours> WorksAs(IsoDayOfWeek weekday, LocalDate date, string reason) => () => DatedHours.MakeUp(date, weekday, reason);

    private static Func<DatedHours> MakeUp(DayHours hours, LocalDate date, string reason) => () => DatedHours.MakeUp(date, hours, reason);

    private static bool True(DocumentNode node)
    {
        if (node.Kind != NodeKind.True)
        {
            node.Refuse(node.Kind == NodeKind.False ? "bad-value" : "wrong-type", "true (a day that is not closed is left out)");
        }

        return true;
    }

    private static ClockRange Range(DocumentNode node)
    {
        DayHours hours = HoursForm.Day(node);
        if (hours.Ranges.Count == 1)
        {
            return hours.Ranges[0];
        }

        if (hours.Ranges.Count > 1)
        {
            node.Refuse("bad-value", "one range such as \"14:00-18:00\"; a part more is a day more with the same date");
        }

        return default;
    }
}

using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>
/// An alarm: <c>{ "atPercent": 80, "tell": ["technician"] }</c>, <c>{ "beforeDue": "PT15M" }</c>, <c>{ "at": "due" }</c>, <c>{ "afterDue": "PT1H" }</c> or <c>{ "at": "pause-cap" }</c>;
/// <c>level</c> gives it a name of its own.
/// </summary>
internal static class AlarmForm
{
    private static readonly (string Word, Func<Alarm> Value)[] Points = [("due", Alarm.AtDue), ("pause-cap", Alarm.WhenCapUsedUp)];

    internal static Alarm? Read(DocumentNode node)
    {
        ObjectReader alarm = new(node);
        Func<Alarm>? make = alarm.OneOf("atPercent", "beforeDue", "at", "afterDue") switch
        {
            "atPercent" => Percent(alarm.Required("atPercent", Forms.WholeNumber(1, 99))),
            "beforeDue" => Offset(alarm.Required("beforeDue", Forms.Span(Duration.Epsilon)), Alarm.BeforeDue),
            "at" => alarm.Required("at", Forms.Word(Points)),
            "afterDue" => Offset(alarm.Required("afterDue", Forms.Span(Duration.Epsilon)), Alarm.AfterDue),
            _ => null,
        };
        string? level = alarm.Optional<string?>("level", Forms.NonEmptyText, null);
        IReadOnlyList<string> roles = alarm.List("tell", Forms.Name);
        return alarm.Build(() =>
        {
            Alarm made = make!().Tell(roles.Select(Role.Named));
            return level is null ? made : made.Named(level);
        });
    }

    internal static void Write(Utf8JsonWriter json, Alarm alarm)
    {
        Alarm usual = alarm.Kind switch
        {
            AlarmKind.Percent => Alarm.AtPercent(alarm.Percent),
            AlarmKind.BeforeDue => Alarm.BeforeDue(alarm.Offset),
            AlarmKind.AfterDue => Alarm.AfterDue(alarm.Offset),
            AlarmKind.CapUsedUp => Alarm.WhenCapUsedUp(),
            _ => Alarm.AtDue(),
        };
        json.WriteStartObject();
        switch (alarm.Kind)
        {
            case AlarmKind.Percent:
                json.WriteNumber("atPercent", alarm.Percent);
                break;
            case AlarmKind.BeforeDue:
                json.WriteString("beforeDue", IsoDuration.Write(alarm.Offset));
                break;
            case AlarmKind.AfterDue:
                json.WriteString("afterDue", IsoDuration.Write(alarm.Offset));
                break;
            default:
                json.WriteString("at", alarm.Kind == AlarmKind.CapUsedUp ? "pause-cap" : "due");
                break;
        }

        if (!string.Equals(alarm.Level, usual.Level, StringComparison.Ordinal))
        {
            json.WriteString("level", alarm.Level);
        }

        if (alarm.Roles.Count > 0)
        {
            json.WriteStartArray("tell");
            foreach (Role role in alarm.Roles)
            {
                json.WriteStringValue(role.Name);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static Func<Alarm> Percent(int percent) => () => Alarm.AtPercent(percent);

    private static Func<Alarm> Offset(Duration offset, Func<Duration, Alarm> make) => () => make(offset);
}

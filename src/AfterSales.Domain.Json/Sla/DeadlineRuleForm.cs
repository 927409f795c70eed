using System.Diagnostics;
using System.Text.Json;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>
/// A deadline rule: <c>{ "elapsed": "PT2H" }</c>, <c>{ "openTime": "PT1H" }</c>, <c>{ "workingDay": 2, "at": "17:00" }</c>, <c>{ "nextTime": "09:00" }</c>, <c>{ "appointment": "PT15M" }</c> or
/// <c>{ "appointmentInOpenTime": "PT15M" }</c> (the grace), <c>{ "ifOpen": …, "otherwise": … }</c>, <c>{ "earliest": [ … ] }</c>, <c>{ "latest": [ … ] }</c>.
/// </summary>
internal static class DeadlineRuleForm
{
    private static readonly Func<DocumentNode, Duration> Amount = Forms.Span(Duration.Epsilon);
    private static readonly Func<DocumentNode, Duration> Grace = Forms.Span(Duration.Zero);

    internal static DeadlineRule? Read(DocumentNode node)
    {
        ObjectReader rule = new(node);
        switch (rule.OneOf("elapsed", "openTime", "workingDay", "nextTime", "appointment", "appointmentInOpenTime", "ifOpen", "earliest", "latest"))
        {
            case "elapsed":
                Duration elapsed = rule.Required("elapsed", Amount);
                return rule.Build<DeadlineRule>(() => DeadlineRule.Elapsed(elapsed));
            case "openTime":
                Duration openTime = rule.Required("openTime", Amount);
                return rule.Build<DeadlineRule>(() => DeadlineRule.OpenTime(openTime));
            case "workingDay":
                int days = rule.Required("workingDay", Forms.WholeNumber(1, int.MaxValue));
                LocalTime? at = rule.Optional<LocalTime?>("at", one => HoursForm.Time(one), null);
                return rule.Build<DeadlineRule>(() => at is { } time ? DeadlineRule.WorkingDay(days, time) : DeadlineRule.WorkingDay(days));
            case "nextTime":
                LocalTime next = rule.Required("nextTime", HoursForm.Time);
                return rule.Build<DeadlineRule>(() => DeadlineRule.NextTime(next));
            case "appointment":
                Duration grace = rule.Required("appointment", Grace);
                return rule.Build<DeadlineRule>(() => DeadlineRule.Appointment(grace));
            case "appointmentInOpenTime":
                Duration openGrace = rule.Required("appointmentInOpenTime", Grace);
                return rule.Build<DeadlineRule>(() => DeadlineRule.AppointmentInOpenTime(openGrace));
            case "ifOpen":
                DeadlineRule? then = rule.Required("ifOpen", Read);
                DeadlineRule? otherwise = rule.Required("otherwise", Read);
                return rule.Build<DeadlineRule>(() => DeadlineRule.IfOpen(then!, otherwise!));
            case "earliest":
                IReadOnlyList<DeadlineRule?> earliest = rule.NonEmptyList("earliest", Read);
                return rule.Build<DeadlineRule>(() => DeadlineRule.Earliest(earliest!));
            case "latest":
                IReadOnlyList<DeadlineRule?> latest = rule.NonEmptyList("latest", Read);
                return rule.Build<DeadlineRule>(() => DeadlineRule.Latest(latest!));
            default:
                return null;
        }
    }

    internal static void Write(Utf8JsonWriter json, DeadlineRule rule)
    {
        json.WriteStartObject();
        switch (rule)
        {
            case ElapsedRule elapsed:
                json.WriteString("elapsed", IsoDuration.Write(elapsed.Amount));
                break;
            case OpenTimeRule openTime:
                json.WriteString("openTime", IsoDuration.Write(openTime.Amount));
                break;
            case WorkingDayRule working:
                json.WriteNumber("workingDay", working.Days);
                if (working.At is { } at)
                {
                    json.WriteString("at", HoursForm.Text(at));
                }

                break;
            case NextTimeRule next:
                json.WriteString("nextTime", HoursForm.Text(next.At));
                break;
            case AppointmentRule appointment:
                json.WriteString(appointment.GraceInOpenTime ? "appointmentInOpenTime" : "appointment", IsoDuration.Write(appointment.Grace));
                break;
            case IfOpenRule ifOpen:
                json.WritePropertyName("ifOpen");
                Write(json, ifOpen.Then);
                json.WritePropertyName("otherwise");
                Write(json, ifOpen.Otherwise);
                break;
            case EarliestRule earliest:
                WriteParts(json, "earliest", earliest.Parts);
                break;
            case LatestRule latest:
                WriteParts(json, "latest", latest.Parts);
                break;
            default:
                throw new UnreachableException($"A rule of the unknown case {rule.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, string member, IReadOnlyList<DeadlineRule> parts)
    {
        json.WriteStartArray(member);
        foreach (DeadlineRule part in parts)
        {
            Write(json, part);
        }

        json.WriteEndArray();
    }
}

using System.Diagnostics;
using System.Text.Json;
using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The members of a survey plan document.</summary>
internal static class SurveyPlanForm
{
    internal static SurveyPlan? Read(ObjectReader document, DocumentNode root)
    {
        Survey? survey = document.Required("survey", node => SurveyForm.Read(new ObjectReader(node)));
        SurveyDelay? delay = document.Required("delay", Delay);
        IReadOnlyList<string> channels = document.NonEmptyList("channels", Forms.Name);
        double rate = document.Optional("rate", Forms.Number(0, 1), 1);
        HashSet<string> names = new(StringComparer.Ordinal);
        IReadOnlyList<(string Stratum, double Rate)> strata = document.ShortList("strata", node => Stratum(node, names));
        Duration? pause = document.Optional<Duration?>("pause", node => Forms.Span(Duration.Epsilon)(node), null);
        IReadOnlyList<Duration> reminders = document.List("reminders", Forms.Span(Duration.Epsilon));
        SurveyPlan? plan = document.Build(() =>
        {
            SurveyPlan made = strata.Aggregate(new SurveyPlan(survey!, delay!, channels).Asking(rate), (one, pair) => one.Asking(pair.Stratum, pair.Rate));
            return pause is { } time ? made.AtMostEvery(time) : made;
        });

        // Whether reminders fit depends on the survey; what is wrong with them is told at their own place.
        return plan is not null && root["reminders"] is { } place ? Forms.Checked(place, () => plan.RemindingAfter(reminders)) : plan;
    }

    internal static void WriteMembers(Utf8JsonWriter json, SurveyPlan plan)
    {
        json.WriteStartObject("survey");
        SurveyForm.WriteMembers(json, plan.Survey);
        json.WriteEndObject();
        WriteDelay(json, plan.Delay);
        json.WriteStartArray("channels");
        foreach (string channel in plan.Channels)
        {
            json.WriteStringValue(channel);
        }

        json.WriteEndArray();
        if (plan.Rate < 1)
        {
            json.WriteNumber("rate", plan.Rate);
        }

        if (plan.Rates.Count > 0)
        {
            json.WriteStartArray("strata");
            foreach (KeyValuePair<string, double> pair in plan.Rates.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("name", pair.Key);
                json.WriteNumber("rate", pair.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (plan.Pause is { } pause)
        {
            json.WriteString("pause", IsoDuration.Write(pause));
        }

        if (plan.Reminders.Count > 0)
        {
            json.WriteStartArray("reminders");
            foreach (Duration after in plan.Reminders)
            {
                json.WriteStringValue(IsoDuration.Write(after));
            }

            json.WriteEndArray();
        }
    }

    private static SurveyDelay? Delay(DocumentNode node)
    {
        ObjectReader delay = new(node);
        switch (delay.OneOf("elapsed", "openTime", "days"))
        {
            case "elapsed":
                Duration elapsed = delay.Required("elapsed", Forms.Span(Duration.Zero));
                return delay.Build(() => SurveyDelay.Elapsed(elapsed));
            case "openTime":
                Duration open = delay.Required("openTime", Forms.Span(Duration.Zero));
                return delay.Build(() => SurveyDelay.OpenTime(open));
            case "days":
                int days = delay.Required("days", Forms.WholeNumber(1, 365));
                LocalTime at = delay.Required("at", HoursForm.Time);
                DateTimeZone zone = delay.Required("zone", Forms.Zone);
                return delay.Build(() => SurveyDelay.Days(days, at, zone));
            default:
                delay.Allow(["at", "zone"]);
                return delay.Build<SurveyDelay?>(() => null);
        }
    }

    private static void WriteDelay(Utf8JsonWriter json, SurveyDelay delay)
    {
        json.WriteStartObject("delay");
        switch (delay)
        {
            case ElapsedDelay elapsed:
                json.WriteString("elapsed", IsoDuration.Write(elapsed.Time));
                break;
            case OpenTimeDelay open:
                json.WriteString("openTime", IsoDuration.Write(open.Time));
                break;
            case DaysDelay days:
                json.WriteNumber("days", days.DayCount);
                json.WriteString("at", HoursForm.Text(days.At));
                json.WriteString("zone", days.Zone.Id);
                break;
            default:
                throw new UnreachableException($"{delay.GetType().Name} is no delay.");
        }

        json.WriteEndObject();
    }

    private static (string Stratum, double Rate) Stratum(DocumentNode node, HashSet<string> names)
    {
        ObjectReader stratum = new(node);
        string name = stratum.Required("name", Forms.NonEmptyText);
        double rate = stratum.Required("rate", Forms.Number(0, 1));
        if (node["name"] is { Kind: NodeKind.Text } place && !names.Add(name))
        {
            place.Refuse("duplicate-name", "a name that stands once in the list");
        }

        return stratum.Build(() => (name, rate));
    }
}

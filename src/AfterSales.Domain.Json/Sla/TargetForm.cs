using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>One target of an objective: a rule with its calendar, or <c>"exempt": "why"</c>.</summary>
internal static class TargetForm
{
    internal static Target? Read(DocumentNode node)
    {
        ObjectReader target = new(node);
        string name = target.Required("name", Forms.NonEmptyText);
        RequestCondition when = target.Optional("when", RequestConditionForm.Read, RequestCondition.Any);
        if (string.Equals(target.OneOf("rule", "exempt"), "exempt", StringComparison.Ordinal))
        {
            string reason = target.Required("exempt", Forms.NonEmptyText);
            return target.Build(() => Target.Exempt(name, when, reason));
        }

        DeadlineRule? rule = target.Optional<DeadlineRule?>("rule", DeadlineRuleForm.Read, null);
        CalendarChoice calendar = target.Optional("calendar", CalendarChoiceForm.Read, CalendarChoice.AlwaysOpen);
        return target.Build(() => new Target(name, when, rule!).On(calendar));
    }

    internal static void Write(Utf8JsonWriter json, Target target)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        if (target.When is not AnyCondition)
        {
            json.WritePropertyName("when");
            RequestConditionForm.Write(json, target.When);
        }

        if (target.Rule is { } rule)
        {
            json.WritePropertyName("rule");
            DeadlineRuleForm.Write(json, rule);
        }
        else
        {
            json.WriteString("exempt", target.ExemptReason);
        }

        if (target.Rule is not null && target.Calendar is not AlwaysOpenCalendar)
        {
            json.WritePropertyName("calendar");
            CalendarChoiceForm.Write(json, target.Calendar);
        }

        json.WriteEndObject();
    }
}

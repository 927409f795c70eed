using System.Diagnostics;
using System.Text.Json;
using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>
/// A condition on feedback, one of <c>{ "mentions": ["smoke", "冒烟"] }</c>, <c>{ "ratedAtMost": 25, "dimension": "effect" }</c> and <c>{ "all": [ … ] }</c>.
/// </summary>
internal static class FeedbackConditionForm
{
    internal static FeedbackCondition? Read(DocumentNode node)
    {
        ObjectReader condition = new(node);
        switch (condition.OneOf("mentions", "ratedAtMost", "all"))
        {
            case "mentions":
                IReadOnlyList<string> texts = condition.NonEmptyList("mentions", Forms.NonEmptyText);
                return condition.Build(() => FeedbackCondition.Mentions([.. texts]));
            case "ratedAtMost":
                double points = condition.Required("ratedAtMost", Forms.Number(0, 100));
                SurveyDimension dimension = condition.Required("dimension", SurveyForm.Dimension);
                return condition.Build(() => FeedbackCondition.RatedAtMost(dimension, points));
            case "all":
                IReadOnlyList<FeedbackCondition?> parts = condition.NonEmptyList("all", Read);
                return condition.Build(() => FeedbackCondition.All([.. parts.Select(part => part!)]));
            default:
                condition.Allow(["dimension"]);
                return condition.Build<FeedbackCondition?>(() => null);
        }
    }

    internal static void Write(Utf8JsonWriter json, FeedbackCondition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case MentionCondition mention:
                TicketForms.WriteList(json, "mentions", mention.Texts, static (list, text) => list.WriteStringValue(text));
                break;
            case LowRatingCondition low:
                json.WriteNumber("ratedAtMost", low.Points);
                json.WriteString("dimension", low.Dimension.Name);
                break;
            case AllFeedbackCondition all:
                TicketForms.WriteList(json, "all", all.Conditions, Write);
                break;
            default:
                throw new UnreachableException($"{condition.GetType().Name} is no condition on feedback.");
        }

        json.WriteEndObject();
    }
}

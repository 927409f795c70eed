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
                json.WriteStartArray("mentions");
                foreach (string text in mention.Texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            case LowRatingCondition low:
                json.WriteNumber("ratedAtMost", low.Points);
                json.WriteString("dimension", low.Dimension.Name);
                break;
            case AllFeedbackCondition all:
                json.WriteStartArray("all");
                foreach (FeedbackCondition part in all.Conditions)
                {
                    Write(json, part);
                }

                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException($"{condition.GetType().Name} is no condition on feedback.");
        }

        json.WriteEndObject();
    }
}

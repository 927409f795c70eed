using System.Text.Json;
using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The members of a feedback rules document.</summary>
internal static class FeedbackRulesForm
{
    internal static FeedbackRules? Read(ObjectReader document)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        IReadOnlyList<FeedbackRule?> rules = document.Required("rules", list => Forms.ListOf(list, node => Rule(node, names), atLeast: 0)) ?? [];
        return document.Build(() => new FeedbackRules(rules.Select(rule => rule!)));
    }

    internal static void WriteMembers(Utf8JsonWriter json, FeedbackRules rules)
    {
        json.WriteStartArray("rules");
        foreach (FeedbackRule rule in rules.Rules)
        {
            json.WriteStartObject();
            json.WriteString("name", rule.Name);
            json.WritePropertyName("when");
            FeedbackConditionForm.Write(json, rule.When);
            json.WriteString("topic", rule.Topic.Name);
            json.WriteString("priority", EnumWords<FeedbackPriority>.Of(rule.Priority));
            if (rule.Owner.Length > 0)
            {
                json.WriteString("owner", rule.Owner);
            }

            if (rule.Within is { } time)
            {
                json.WriteString("within", IsoDuration.Write(time));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static FeedbackRule? Rule(DocumentNode node, HashSet<string> names)
    {
        ObjectReader rule = new(node);
        string name = rule.Required("name", Forms.Name);
        FeedbackCondition? when = rule.Required("when", FeedbackConditionForm.Read);
        string topic = rule.Required("topic", Forms.Name);
        FeedbackPriority priority = rule.Required("priority", Forms.Word(EnumWords<FeedbackPriority>.All));
        string owner = rule.Optional("owner", Forms.NonEmptyText, "");
        Duration? within = rule.Optional<Duration?>("within", member => Forms.Span(Duration.Epsilon)(member), null);
        if (node["name"] is { Kind: NodeKind.Text } place && !names.Add(name))
        {
            place.Refuse("duplicate-name", "a name that stands once in the list");
        }

        return rule.Build(() =>
        {
            FeedbackRule made = new(name, when!, FeedbackTopic.Named(topic), priority);
            made = owner.Length > 0 ? made.OwnedBy(owner) : made;
            return within is { } time ? made.HandledWithin(time) : made;
        });
    }
}

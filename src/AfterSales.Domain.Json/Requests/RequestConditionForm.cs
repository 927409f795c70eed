using System.Diagnostics;
using System.Text.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Json;

/// <summary>
/// A condition on requests. The members of an object all have to hold: <c>{ "channel": ["email", "chat"], "severity": ["urgent"] }</c>; <c>{}</c> is any request.
/// Further members: <c>attributes</c> (an object of lists), <c>given</c> (a list of dimensions that must have a value), <c>all</c>, <c>anyOf</c> (lists of conditions), <c>not</c>.
/// </summary>
internal static class RequestConditionForm
{
    internal static RequestCondition Read(DocumentNode node)
    {
        ObjectReader condition = new(node);
        List<RequestCondition> parts = [];

        // In the order of the text: it is the order in which the parts are tried, and explanations name the first that fails.
        Dictionary<string, Func<DocumentNode, IReadOnlyList<RequestCondition>>> members = new(StringComparer.Ordinal)
        {
            ["attributes"] = Attributes,
            ["given"] = list => Forms.ListOf(list, Given, atLeast: 1),
            ["all"] = list => [.. Forms.ListOf(list, Read, atLeast: 1)],
            ["anyOf"] = list => [RequestCondition.AnyOf(Forms.ListOf(list, Read, atLeast: 1).DefaultIfEmpty(RequestCondition.Any))],
            ["not"] = part => [RequestCondition.Not(Read(part))],
        };
        foreach (RequestDimension dimension in RequestDimension.WellKnown)
        {
            members.Add(dimension.Name, list => OneOf(list, dimension));
        }

        foreach (KeyValuePair<string, DocumentNode> member in node.Members)
        {
            if (members.TryGetValue(member.Key, out Func<DocumentNode, IReadOnlyList<RequestCondition>>? read))
            {
                parts.AddRange(read(member.Value));
            }
        }

        condition.Allow(members.Keys);
        return condition.Build(() => RequestCondition.All(parts)) ?? RequestCondition.Any;
    }

    internal static void Write(Utf8JsonWriter json, RequestCondition condition)
    {
        json.WriteStartObject();
        IReadOnlyList<RequestCondition> parts = condition is AllCondition all ? all.Parts : [condition];
        if (parts.Count > 1 && !AreMembers(parts))
        {
            TicketForms.WriteList(json, "all", parts, Write);
        }
        else
        {
            foreach (RequestCondition part in parts)
            {
                WriteMember(json, part);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Whether the parts can stand as members of one object: tests of well-known dimensions, each once.</summary>
    private static bool AreMembers(IReadOnlyList<RequestCondition> parts) =>
        parts.All(part => part is OneOfCondition { Dimension.IsAttribute: false })
        && parts.Cast<OneOfCondition>().Select(part => part.Dimension).Distinct().Count() == parts.Count;

    private static void WriteMember(Utf8JsonWriter json, RequestCondition part)
    {
        switch (part)
        {
            case AnyCondition:
                break;
            case OneOfCondition { Dimension.IsAttribute: true } one:
                json.WriteStartObject("attributes");
                WriteValues(json, one.Dimension.Name, one.Values);
                json.WriteEndObject();
                break;
            case OneOfCondition one:
                WriteValues(json, one.Dimension.Name, one.Values);
                break;
            case GivenCondition given:
                json.WriteStartArray("given");
                WriteDimension(json, given.Dimension);
                json.WriteEndArray();
                break;
            case AnyOfCondition anyOf:
                TicketForms.WriteList(json, "anyOf", anyOf.Parts, Write);
                break;
            case NotCondition not:
                json.WritePropertyName("not");
                Write(json, not.Part);
                break;
            case AllCondition all:
                TicketForms.WriteList(json, "all", all.Parts, Write);
                break;
            default:
                throw new UnreachableException($"A condition of the unknown case {part.GetType().Name}.");
        }
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<RequestCondition> OneOf(DocumentNode list, RequestDimension dimension)
    {
        int before = list.Findings.Count;
        IReadOnlyList<string> values = Forms.ListOf(list, node => DimensionForm.Value(node, dimension), atLeast: 1);
        return list.Findings.Count == before && Forms.Checked(list, () => RequestCondition.OneOf(dimension, values)) is { } condition ? [condition] : [];
    }

    private static IReadOnlyList<RequestCondition> Attributes(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            node.Refuse("wrong-type", "an object whose members are attributes, each with a list of values");
            return [];
        }

        return [.. node.Members.SelectMany(member => DimensionForm.IsAttributeName(member) ? OneOf(member.Value, RequestDimension.Attribute(member.Key)) : [])];
    }

    private static RequestCondition Given(DocumentNode node)
    {
        if (node.Kind == NodeKind.Object)
        {
            ObjectReader attribute = new(node);
            string name = attribute.Required("attribute", Forms.Name);
            return attribute.Build(() => RequestCondition.Given(RequestDimension.Attribute(name))) ?? RequestCondition.Any;
        }

        (string, RequestCondition)[] open = [.. RequestDimension.WellKnown.Where(dimension => !dimension.IsFinite).Select(dimension => (dimension.Name, RequestCondition.Given(dimension)))];
        return Forms.Word(open)(node);
    }

    private static void WriteDimension(Utf8JsonWriter json, RequestDimension dimension)
    {
        if (!dimension.IsAttribute)
        {
            json.WriteStringValue(dimension.Name);
            return;
        }

        json.WriteStartObject();
        json.WriteString("attribute", dimension.Name);
        json.WriteEndObject();
    }
}

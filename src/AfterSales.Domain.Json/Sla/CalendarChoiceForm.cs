using System.Text.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>Which calendar a target counts by: a name, <c>{ "of": "site" }</c>, <c>{ "of": "customer" }</c>, <c>{ "of": "always" }</c> or <c>{ "intersection": [ …, … ] }</c>.</summary>
internal static class CalendarChoiceForm
{
    private static readonly (string Word, CalendarChoice Value)[] Owners =
        [("site", CalendarChoice.OfSite), ("customer", CalendarChoice.OfCustomer), ("always", CalendarChoice.AlwaysOpen)];

    internal static CalendarChoice Read(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            int before = node.Findings.Count;
            string name = Forms.NonEmptyText(node);
            return node.Findings.Count == before && Forms.Checked(node, () => CalendarChoice.Named(name)) is { } named ? named : CalendarChoice.AlwaysOpen;
        }

        ObjectReader choice = new(node);
        if (string.Equals(choice.OneOf("of", "intersection"), "intersection", StringComparison.Ordinal))
        {
            IReadOnlyList<CalendarChoice> parts = choice.Required("intersection", list => Forms.ListOf(list, Read, atLeast: 0));
            if (node["intersection"] is { Kind: NodeKind.List } given && given.Items.Count != 2)
            {
                given.Refuse("bad-value", "a list of two calendars");
            }

            return choice.Build<CalendarChoice>(() => CalendarChoice.Intersection(parts[0], parts[1])) ?? CalendarChoice.AlwaysOpen;
        }

        CalendarChoice of = choice.Optional("of", Forms.Word(Owners), CalendarChoice.AlwaysOpen);
        return choice.Build(() => of) ?? CalendarChoice.AlwaysOpen;
    }

    internal static void Write(Utf8JsonWriter json, CalendarChoice choice)
    {
        if (choice is NamedCalendar named)
        {
            json.WriteStringValue(named.CalendarName);
            return;
        }

        json.WriteStartObject();
        if (choice is IntersectedCalendars both)
        {
            json.WriteStartArray("intersection");
            Write(json, both.Left);
            Write(json, both.Right);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("of", Owners.Single(owner => owner.Value.Equals(choice)).Word);
        }

        json.WriteEndObject();
    }

    /// <summary>The names of calendars in a choice.</summary>
    internal static IEnumerable<string> NamesIn(CalendarChoice choice) => choice switch
    {
        NamedCalendar named => [named.CalendarName],
        IntersectedCalendars both => NamesIn(both.Left).Concat(NamesIn(both.Right)),
        _ => [],
    };

    /// <summary>The values in a text that name calendars, where the form is right.</summary>
    internal static IEnumerable<DocumentNode> NameNodes(DocumentNode? choice) => choice switch
    {
        { Kind: NodeKind.Text } => [choice],
        { Kind: NodeKind.Object } => choice["intersection"]?.Items.SelectMany(NameNodes) ?? [],
        _ => [],
    };
}

using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The small values that lifecycles and tickets share: amounts, people, links, quantities.</summary>
internal static class TicketForms
{
    /// <summary>Money: a number that a decimal holds exactly, not negative.</summary>
    internal static decimal Amount(DocumentNode node)
    {
        const string allowed = "an amount: a number from 0 with at most 28 digits";
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", allowed);
            return 0;
        }

        // A number of more digits than a decimal holds would be rounded, and money is not.
        if (decimal.TryParse(node.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            && string.Equals(WithoutZeros(amount.ToString(CultureInfo.InvariantCulture)), WithoutZeros(node.Text), StringComparison.Ordinal))
        {
            return amount;
        }

        node.Refuse("bad-value", allowed);
        return 0;
    }

    internal static decimal? OptionalAmount(DocumentNode node) => Amount(node);

    internal static Instant? OptionalMoment(DocumentNode node) => Forms.Moment(node);

    internal static PersonId? OptionalPerson(DocumentNode node) => Text(node, text => new PersonId(text));

    internal static TeamId? OptionalTeam(DocumentNode node) => Text(node, text => new TeamId(text));

    internal static Actor Actor(DocumentNode node)
    {
        ObjectReader actor = new(node);
        PersonId? person = actor.Required("person", OptionalPerson);
        string role = actor.Required("role", Forms.Name);
        return actor.Build(() => new Actor(person!.Value, Role.Named(role)));
    }

    internal static TicketLink Link(DocumentNode node)
    {
        ObjectReader link = new(node);
        LinkKind kind = link.Required("kind", Forms.Word(EnumWords<LinkKind>.All));
        string ticket = link.Required("ticket", Forms.NonEmptyText);
        return link.Build(() => new TicketLink(kind, new TicketId(ticket)));
    }

    internal static LineQuantity Quantity(DocumentNode node)
    {
        ObjectReader quantity = new(node);
        string line = quantity.Required("line", Forms.NonEmptyText);
        int pieces = quantity.Required("quantity", Forms.WholeNumber(1, int.MaxValue));
        decimal amount = quantity.Optional("amount", Amount, 0);
        return quantity.Build(() => new LineQuantity(line, pieces, amount));
    }

    internal static void Write(Utf8JsonWriter json, Actor actor)
    {
        json.WriteStartObject();
        json.WriteString("person", actor.Person.Value);
        json.WriteString("role", actor.Role.Name);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, TicketLink link)
    {
        json.WriteStartObject();
        json.WriteString("kind", EnumWords<LinkKind>.Of(link.Kind));
        json.WriteString("ticket", link.Ticket.Value);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, LineQuantity quantity)
    {
        json.WriteStartObject();
        json.WriteString("line", quantity.Line);
        json.WriteNumber("quantity", quantity.Quantity);
        if (quantity.Amount != 0)
        {
            json.WriteNumber("amount", quantity.Amount);
        }

        json.WriteEndObject();
    }

    internal static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    internal static void WriteMoment(Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } given)
        {
            json.WriteString(name, InstantPattern.ExtendedIso.Format(given));
        }
    }

    internal static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static string WithoutZeros(string number) => number.AsSpan().IndexOf('.') >= 0 ? number.TrimEnd('0').TrimEnd('.') : number;

    private static T? Text<T>(DocumentNode node, Func<string, T> make)
        where T : struct
    {
        int before = node.Findings.Count;
        string text = Forms.NonEmptyText(node);
        return node.Findings.Count == before ? Forms.Checked<T?>(node, () => make(text)) : null;
    }
}

using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>An event of a ticket: its place, its two instants, who, the trigger with all that was given, and the states.</summary>
internal static class TicketEventForm
{
    internal static TicketEvent? Read(DocumentNode node) => Read(new ObjectReader(node));

    internal static TicketEvent? Read(ObjectReader happened)
    {
        int version = happened.Required("version", Forms.WholeNumber(1, int.MaxValue));
        Instant at = happened.Required("at", Forms.Moment);
        Instant recordedAt = happened.Optional("recordedAt", Forms.Moment, at);
        Actor by = happened.Required("by", TicketForms.Actor);
        TicketAction? action = happened.Required("action", Action);
        string? actionId = happened.Optional<string?>("actionId", Forms.NonEmptyText, null);
        string from = happened.Optional("from", Forms.Name, "");
        string to = happened.Required("to", Forms.Name);
        return happened.Build(() =>
        {
            TicketEvent made = new TicketEvent(version, at, by, action!).Recorded(recordedAt).Between(from, to);
            return actionId is null ? made : made.With(new ActionId(actionId));
        });
    }

    internal static void Write(Utf8JsonWriter json, TicketEvent happened)
    {
        json.WriteStartObject();
        WriteMembers(json, happened);
        json.WriteEndObject();
    }

    internal static void WriteMembers(Utf8JsonWriter json, TicketEvent happened)
    {
        json.WriteNumber("version", happened.Version);
        TicketForms.WriteMoment(json, "at", happened.At);
        if (happened.RecordedAt != happened.At)
        {
            TicketForms.WriteMoment(json, "recordedAt", happened.RecordedAt);
        }

        json.WritePropertyName("by");
        TicketForms.Write(json, happened.By);
        json.WritePropertyName("action");
        Write(json, happened.Action);
        if (happened.ActionId != default)
        {
            json.WriteString("actionId", happened.ActionId.Value);
        }

        if (happened.From.Length > 0)
        {
            json.WriteString("from", happened.From);
        }

        json.WriteString("to", happened.To);
    }

    private static TicketAction? Action(DocumentNode node)
    {
        ObjectReader action = new(node);
        List<Func<TicketAction, TicketAction>> steps = [];
        string trigger = action.Required("trigger", Forms.Name);
        Step("assignee", TicketForms.OptionalPerson, (one, person) => one.WithAssignee(person!.Value));
        Step("team", TicketForms.OptionalTeam, (one, team) => one.WithTeam(team!.Value));
        Step("reason", Forms.NonEmptyText, (one, reason) => one.WithReason(reason));
        Step("request", ServiceRequestDocument.ReadPart, (one, request) => one.WithRequest(request!));
        Step("time", Forms.Moment, (one, time) => one.WithTime(time));
        Step("amount", TicketForms.Amount, (one, amount) => one.WithAmount(amount));
        Step("lines", list => Forms.ListOf(list, TicketForms.Quantity, atLeast: 1), (one, lines) => one.WithLines(lines));
        Step("link", TicketForms.Link, (one, link) => one.WithLink(link));
        Step("person", TicketForms.OptionalPerson, (one, person) => one.WithPerson(person!.Value));
        Step("texts", Texts, (one, texts) => texts.Aggregate(one, (with, text) => with.With(text.Key, text.Value)));
        return action.Build(() => steps.Aggregate(TicketAction.Of(Trigger.Named(trigger)), (one, step) => step(one)));

        void Step<T>(string name, Func<DocumentNode, T> read, Func<TicketAction, T, TicketAction> with)
        {
            bool isGiven = action.Has(name);
            T value = action.Optional(name, read, default!);
            if (isGiven)
            {
                steps.Add(one => with(one, value));
            }
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Texts(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            node.Refuse("wrong-type", "an object whose members are the host's own texts");
            return [];
        }

        return [.. node.Members.Select(member => new KeyValuePair<string, string>(member.Key, Forms.NonEmptyText(member.Value)))];
    }

    private static void Write(Utf8JsonWriter json, TicketAction action)
    {
        json.WriteStartObject();
        json.WriteString("trigger", action.Trigger.Name);
        TicketForms.WriteText(json, "assignee", action.Assignee?.Value);
        TicketForms.WriteText(json, "team", action.Team?.Value);
        TicketForms.WriteText(json, "reason", action.Reason);
        if (action.Request is { } request)
        {
            json.WriteStartObject("request");
            ServiceRequestDocument.WriteMembers(json, request);
            json.WriteEndObject();
        }

        TicketForms.WriteMoment(json, "time", action.Time);
        if (action.Amount is { } amount)
        {
            json.WriteNumber("amount", amount);
        }

        TicketForms.WriteList(json, "lines", action.Lines, TicketForms.Write);
        if (action.Link is { } link)
        {
            json.WritePropertyName("link");
            TicketForms.Write(json, link);
        }

        TicketForms.WriteText(json, "person", action.Person?.Value);
        if (action.Texts.Count > 0)
        {
            json.WriteStartObject("texts");
            foreach (KeyValuePair<string, string> text in action.Texts)
            {
                json.WriteString(text.Key, text.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

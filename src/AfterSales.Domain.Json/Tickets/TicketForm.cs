using System.Text.Json;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Json;

/// <summary>The members of a ticket's snapshot; what is absent is none, nobody, zero or an empty list.</summary>
internal static class TicketForm
{
    internal static TicketSnapshot? Read(ObjectReader ticket)
    {
        Func<DocumentNode, int> count = Forms.WholeNumber(0, int.MaxValue);
        TicketSnapshot snapshot = new()
        {
            Id = ticket.Required("id", Forms.NonEmptyText) ?? "",
            Lifecycle = ticket.Required("lifecycle", Forms.Name) ?? "",
            State = ticket.Required("state", Forms.Name) ?? "",
            Version = ticket.Required("version", Forms.WholeNumber(1, int.MaxValue)),
            Request = ticket.Required("request", ServiceRequestDocument.ReadPart),
            OpenedAt = ticket.Required("openedAt", Forms.Moment),
            OpenedBy = ticket.Required("openedBy", TicketForms.Actor),
            Since = ticket.Required("since", Forms.Moment),
            Assignee = ticket.Optional("assignee", TicketForms.OptionalPerson, null),
            Team = ticket.Optional("team", TicketForms.OptionalTeam, null),
            ComplainedOf = ticket.Optional("complainedOf", TicketForms.OptionalPerson, null),
            Level = ticket.Optional("level", Forms.WholeNumber(1, int.MaxValue), 1),
            ReworkCount = ticket.Optional("reworkCount", count, 0),
            IsRaised = ticket.Optional("isRaised", Forms.Truth, otherwise: false),
            Reminders = ticket.Optional("reminders", count, 0),
            FirstResolvedAt = ticket.Optional("firstResolvedAt", TicketForms.OptionalMoment, null),
            LastResolvedAt = ticket.Optional("lastResolvedAt", TicketForms.OptionalMoment, null),
            ReopenReasons = ticket.List("reopenReasons", Forms.NonEmptyText),
            VisitAt = ticket.Optional("visitAt", TicketForms.OptionalMoment, null),
            ExpiresAt = ticket.Optional("expiresAt", TicketForms.OptionalMoment, null),
            FailedVisits = ticket.Optional("failedVisits", count, 0),
            RemedyCost = ticket.Optional("remedyCost", TicketForms.OptionalAmount, null),
            IsRemedyApproved = ticket.Optional("isRemedyApproved", Forms.Truth, otherwise: false),
            Links = ticket.List("links", TicketForms.Link),
            Lines = [.. ticket.List("lines", Line).OfType<ReturnLineSnapshot>()],
            RecentEvents = [.. ticket.NonEmptyList("recentEvents", TicketEventForm.Read).OfType<TicketEvent>()],
        };
        return ticket.Build(() => snapshot);
    }

    internal static void WriteMembers(Utf8JsonWriter json, TicketSnapshot ticket)
    {
        json.WriteString("id", ticket.Id);
        json.WriteString("lifecycle", ticket.Lifecycle);
        json.WriteString("state", ticket.State);
        json.WriteNumber("version", ticket.Version);
        json.WriteStartObject("request");
        ServiceRequestDocument.WriteMembers(json, ticket.Request!);
        json.WriteEndObject();
        TicketForms.WriteMoment(json, "openedAt", ticket.OpenedAt);
        json.WritePropertyName("openedBy");
        TicketForms.Write(json, ticket.OpenedBy);
        TicketForms.WriteMoment(json, "since", ticket.Since);
        TicketForms.WriteText(json, "assignee", ticket.Assignee?.Value);
        TicketForms.WriteText(json, "team", ticket.Team?.Value);
        TicketForms.WriteText(json, "complainedOf", ticket.ComplainedOf?.Value);
        json.WriteNumber("level", ticket.Level);
        json.WriteCount("reworkCount", ticket.ReworkCount);
        WriteTruth(json, "isRaised", ticket.IsRaised);
        json.WriteCount("reminders", ticket.Reminders);
        TicketForms.WriteMoment(json, "firstResolvedAt", ticket.FirstResolvedAt);
        TicketForms.WriteMoment(json, "lastResolvedAt", ticket.LastResolvedAt);
        TicketForms.WriteList(json, "reopenReasons", ticket.ReopenReasons, (list, reason) => list.WriteStringValue(reason));
        TicketForms.WriteMoment(json, "visitAt", ticket.VisitAt);
        TicketForms.WriteMoment(json, "expiresAt", ticket.ExpiresAt);
        json.WriteCount("failedVisits", ticket.FailedVisits);
        if (ticket.RemedyCost is { } cost)
        {
            json.WriteNumber("remedyCost", cost);
        }

        WriteTruth(json, "isRemedyApproved", ticket.IsRemedyApproved);
        TicketForms.WriteList(json, "links", ticket.Links, TicketForms.Write);
        TicketForms.WriteList(json, "lines", ticket.Lines, Write);
        TicketForms.WriteList(json, "recentEvents", ticket.RecentEvents, TicketEventForm.Write);
    }

    private static ReturnLineSnapshot? Line(DocumentNode node)
    {
        Func<DocumentNode, int> count = Forms.WholeNumber(0, int.MaxValue);
        ObjectReader line = new(node);
        ReturnLineSnapshot snapshot = new()
        {
            Line = line.Required("line", Forms.NonEmptyText) ?? "",
            Bought = line.Required("bought", Forms.WholeNumber(1, int.MaxValue)),
            Paid = line.Optional("paid", TicketForms.Amount, 0),
            Approved = line.Optional("approved", count, 0),
            Received = line.Optional("received", count, 0),
            Refunded = line.Optional("refunded", count, 0),
            Replaced = line.Optional("replaced", count, 0),
            SupplierRepaired = line.Optional("supplierRepaired", count, 0),
            Scrapped = line.Optional("scrapped", count, 0),
            SentBack = line.Optional("sentBack", count, 0),
            RefundedAmount = line.Optional("refundedAmount", TicketForms.Amount, 0),
        };
        return line.Build(() => snapshot);
    }

    private static void Write(Utf8JsonWriter json, ReturnLineSnapshot line)
    {
        json.WriteStartObject();
        json.WriteString("line", line.Line);
        json.WriteNumber("bought", line.Bought);
        json.WriteNumber("paid", line.Paid);
        json.WriteCount("approved", line.Approved);
        json.WriteCount("received", line.Received);
        json.WriteCount("refunded", line.Refunded);
        json.WriteCount("replaced", line.Replaced);
        json.WriteCount("supplierRepaired", line.SupplierRepaired);
        json.WriteCount("scrapped", line.Scrapped);
        json.WriteCount("sentBack", line.SentBack);
        if (line.RefundedAmount != 0)
        {
            json.WriteNumber("refundedAmount", line.RefundedAmount);
        }

        json.WriteEndObject();
    }

    private static void WriteTruth(Utf8JsonWriter json, string name, bool truth)
    {
        if (truth)
        {
            json.WriteBoolean(name, truth);
        }
    }
}

using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The events of a ticket. Each has <c>id</c>, <c>at</c>, optionally <c>recordedAt</c> and <c>by</c>, and one member that says what happened.</summary>
internal static class SlaHistoryForm
{
    internal static SlaHistory? Read(ObjectReader history)
    {
        IReadOnlyList<SlaEvent?> events = history.NonEmptyList("events", ReadEvent);
        bool isTest = history.Optional("test", Forms.Truth, false);
        return history.Build(() => isTest ? new SlaHistory(events!).AsTest() : new SlaHistory(events!));
    }

    internal static void WriteMembers(Utf8JsonWriter json, SlaHistory history)
    {
        if (history.IsTest)
        {
            json.WriteBoolean("test", true);
        }

        json.WriteStartArray("events");
        foreach (SlaEvent one in history.Events)
        {
            WriteEvent(json, one);
        }

        json.WriteEndArray();
    }

    internal static SlaEvent? ReadEvent(DocumentNode node)
    {
        ObjectReader happened = new(node);
        EventId id = happened.Required("id", Id);
        Instant at = happened.Required("at", Forms.Moment);
        Instant? recordedAt = happened.Optional<Instant?>("recordedAt", one => Forms.Moment(one), null);
        Actor? by = happened.Optional<Actor?>("by", ReadActor, null);
        Func<SlaEvent>? make = happened.OneOf("opened", "signal", "waitBegins", "waitEnds", "reclassified", "appointment", "amends") switch
        {
            "opened" => With(happened.Required<ServiceRequest?>("opened", ServiceRequestDocument.ReadPart), request => SlaEvent.Opened(id, at, request!)),
            "signal" => With(happened.Required("signal", SignalForm.Read), signal => SlaEvent.Signalled(id, at, signal)),
            "waitBegins" => WaitBegins(happened, id, at),
            "waitEnds" => With(happened.Required("waitEnds", Forms.NonEmptyText), wait => SlaEvent.WaitEnded(id, at, wait)),
            "reclassified" => With(happened.Required<ServiceRequest?>("reclassified", ServiceRequestDocument.ReadPart), request => SlaEvent.Reclassified(id, at, request!)),
            "appointment" => With(happened.Required("appointment", Forms.Moment), appointment => SlaEvent.AppointmentAgreed(id, at, appointment)),
            "amends" => Amends(happened, node, id, at),
            _ => null,
        };
        return happened.Build(() =>
        {
            SlaEvent made = make!();
            made = recordedAt is { } known ? made.Recorded(known) : made;
            return by is { } actor ? made.By(actor) : made;
        });
    }

    private static Func<SlaEvent> With<T>(T value, Func<T, SlaEvent> make) => () => make(value);

    private static Func<SlaEvent> WaitBegins(ObjectReader happened, EventId id, Instant at)
    {
        string wait = happened.Required("waitBegins", Forms.NonEmptyText);
        WaitReason reason = happened.Required("reason", WaitReasonForm.Read);
        string evidence = happened.Optional("evidence", Forms.Text, "");
        return () => SlaEvent.WaitBegun(id, at, wait, reason, evidence);
    }

    /// <summary><c>"amends"</c> names the earlier event; <c>"replacement"</c> stands in its place, without one it is taken back.</summary>
    private static Func<SlaEvent> Amends(ObjectReader happened, DocumentNode node, EventId id, Instant at)
    {
        EventId amended = happened.Required("amends", Id);
        string why = happened.Required("why", Forms.NonEmptyText);
        if (node["replacement"] is null)
        {
            return () => SlaEvent.TakenBack(id, at, amended, why);
        }

        SlaEvent? replacement = happened.Required<SlaEvent?>("replacement", ReadEvent);
        return () => SlaEvent.Amended(id, at, amended, replacement!, why);
    }

    internal static EventId Id(DocumentNode node)
    {
        int before = node.Findings.Count;
        string text = Forms.NonEmptyText(node);
        return node.Findings.Count == before ? Forms.Checked(node, () => new EventId(text)) : default;
    }

    private static Actor? ReadActor(DocumentNode node)
    {
        ObjectReader actor = new(node);
        string person = actor.Required("person", Forms.NonEmptyText);
        string role = actor.Required("role", Forms.Name);
        return actor.Build<Actor?>(() => new Actor(new PersonId(person), Role.Named(role)));
    }

    internal static void WriteEvent(Utf8JsonWriter json, SlaEvent one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id.Value);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(one.At));
        if (one.RecordedAt is { } recordedAt)
        {
            json.WriteString("recordedAt", InstantPattern.ExtendedIso.Format(recordedAt));
        }

        if (one.Actor is { } actor)
        {
            json.WriteStartObject("by");
            json.WriteString("person", actor.Person.Value);
            json.WriteString("role", actor.Role.Name);
            json.WriteEndObject();
        }

        WriteWhat(json, one);
        json.WriteEndObject();
    }

    private static void WriteWhat(Utf8JsonWriter json, SlaEvent one)
    {
        switch (one)
        {
            case OpenedEvent opened:
                WriteRequest(json, "opened", opened.Request);
                break;
            case ReclassifiedEvent reclassified:
                WriteRequest(json, "reclassified", reclassified.Request);
                break;
            case SignalEvent signal:
                json.WriteString("signal", signal.Signal.Name);
                break;
            case WaitBegunEvent begun:
                json.WriteString("waitBegins", begun.WaitId);
                json.WritePropertyName("reason");
                WaitReasonForm.Write(json, begun.Reason);
                if (begun.Evidence.Length > 0)
                {
                    json.WriteString("evidence", begun.Evidence);
                }

                break;
            case WaitEndedEvent ended:
                json.WriteString("waitEnds", ended.WaitId);
                break;
            case AppointmentAgreedEvent agreed:
                json.WriteString("appointment", InstantPattern.ExtendedIso.Format(agreed.Appointment));
                break;
            case AmendedEvent amended:
                json.WriteString("amends", amended.AmendedId.Value);
                json.WriteString("why", amended.Reason);
                if (amended.Replacement is { } replacement)
                {
                    json.WritePropertyName("replacement");
                    WriteEvent(json, replacement);
                }

                break;
        }
    }

    private static void WriteRequest(Utf8JsonWriter json, string member, ServiceRequest request)
    {
        json.WriteStartObject(member);
        ServiceRequestDocument.WriteMembers(json, request);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Json;

/// <summary>The members of a replay's tally. What is absent is 0 or empty; a count is written under the name of its outcome.</summary>
internal static class ReplayTallyForm
{
    internal static IReadOnlyList<(string Word, CycleOutcome Value)> Outcomes => EnumWords<CycleOutcome>.All;

    internal static ReplaySnapshot? ReadPart(DocumentNode node) => Read(new ObjectReader(node));

    internal static ReplaySnapshot? Read(ObjectReader tally)
    {
        long tickets = tally.Required("tickets", Forms.Count);
        long testTickets = tally.Optional("testTickets", Forms.Count, 0);
        long notYetOpened = tally.Optional("notYetOpened", Forms.Count, 0);
        long ignoredEvents = tally.Optional("ignoredEvents", Forms.Count, 0);
        IReadOnlyList<ReplayCount?> counts = tally.List("counts", Count);
        IReadOnlyList<CycleReference?> worst = tally.List("worstMisses", Reference);
        QuantileSnapshot? lateness = tally.Optional<QuantileSnapshot?>("lateness", QuantileForm.ReadPart, new QuantileAccumulator().ToSnapshot());
        return tally.Build(() => new ReplaySnapshot(counts!, worst!, lateness!).OfTickets(tickets, testTickets, notYetOpened, ignoredEvents));
    }

    internal static void WriteMembers(Utf8JsonWriter json, ReplaySnapshot tally)
    {
        json.WriteNumber("tickets", tally.Tickets);
        json.WriteCount("testTickets", tally.TestTickets);
        json.WriteCount("notYetOpened", tally.NotYetOpened);
        json.WriteCount("ignoredEvents", tally.IgnoredEvents);
        TicketForms.WriteList(json, "counts", tally.Counts, Write);
        TicketForms.WriteList(json, "worstMisses", tally.WorstMisses, Write);
        QuantileForm.WritePart(json, "lateness", tally.Lateness);
    }

    /// <summary>A cycle by what finds it again.</summary>
    internal static CycleReference? Reference(DocumentNode node)
    {
        ObjectReader reference = new(node);
        string objective = reference.Required("objective", Forms.NonEmptyText);
        EventId startedBy = reference.Required("startedBy", SlaHistoryForm.Id);
        SlaHistory? history = reference.Required<SlaHistory?>("history", one => SlaHistoryForm.Read(new ObjectReader(one)));
        return reference.Build(() => new CycleReference(history!, objective, startedBy));
    }

    internal static void Write(Utf8JsonWriter json, CycleReference reference)
    {
        json.WriteStartObject();
        json.WriteString("objective", reference.Objective);
        json.WriteString("startedBy", reference.StartedBy.Value);
        json.WriteStartObject("history");
        SlaHistoryForm.WriteMembers(json, reference.History);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ReplayCount? Count(DocumentNode node)
    {
        ObjectReader row = new(node);
        string breakdown = row.Required("breakdown", Forms.NonEmptyText);
        string key = row.Optional("key", Forms.Text, "");
        string objective = row.Required("objective", Forms.NonEmptyText);
        long[] outcomes = [.. Outcomes.Select(outcome => row.Optional(outcome.Word, Forms.Count, 0))];
        return row.Build(() => new ReplayCount(breakdown, key, objective, outcomes));
    }

    private static void Write(Utf8JsonWriter json, ReplayCount row)
    {
        json.WriteStartObject();
        json.WriteString("breakdown", row.Breakdown);
        if (row.Key.Length > 0)
        {
            json.WriteString("key", row.Key);
        }

        json.WriteString("objective", row.Objective);
        for (int i = 0; i < Outcomes.Count; i++)
        {
            json.WriteCount(Outcomes[i].Word, row.Outcomes[i]);
        }

        json.WriteEndObject();
    }
}

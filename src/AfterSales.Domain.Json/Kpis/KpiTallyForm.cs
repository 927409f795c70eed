using System.Text.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The members of a tally's snapshot; what is absent is zero or empty.</summary>
internal static class KpiTallyForm
{
    internal static KpiTallySnapshot? Read(ObjectReader tally)
    {
        KpiTallySnapshot snapshot = new()
        {
            Plan = tally.Required("plan", Forms.NonEmptyText) ?? "",
            Tickets = tally.Required("tickets", Forms.Count),
            NotYetOpened = tally.Optional("notYetOpened", Forms.Count, 0),
            Cells = [.. tally.List("cells", Cell).OfType<KpiCellSnapshot>()],
            Backlogs = [.. tally.List("backlogs", Backlog).OfType<KpiBacklogSnapshot>()],
        };
        return tally.Build(() => snapshot);
    }

    internal static void WriteMembers(Utf8JsonWriter json, KpiTallySnapshot tally)
    {
        json.WriteString("plan", tally.Plan);
        json.WriteNumber("tickets", tally.Tickets);
        json.WriteCount("notYetOpened", tally.NotYetOpened);
        TicketForms.WriteList(json, "cells", tally.Cells, Write);
        TicketForms.WriteList(json, "backlogs", tally.Backlogs, Write);
    }

    private static KpiCellSnapshot? Cell(DocumentNode node)
    {
        ObjectReader cell = new(node);
        KpiCellSnapshot snapshot = new()
        {
            First = cell.Required("first", Forms.Date),
            Dimension = cell.Optional<string?>("dimension", Forms.NonEmptyText, null),
            Value = cell.Optional("value", Forms.Text, ""),
            Created = cell.Optional("created", Forms.Count, 0),
            Resolved = cell.Optional("resolved", Forms.Count, 0),
            Counts = cell.Optional("counts", Counts, []),
            Times = [.. cell.List("times", Time).OfType<KpiTimeSnapshot>()],
        };
        return cell.Build(() => snapshot);
    }

    private static IReadOnlyList<KeyValuePair<string, IReadOnlyList<long>>> Counts(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            node.Refuse("wrong-type", "an object of lists of counts by KPI");
        }

        return [.. node.Members.Where(member => !string.Equals(member.Key, "$comment", StringComparison.Ordinal))
            .Select(member => new KeyValuePair<string, IReadOnlyList<long>>(member.Key, Forms.ListOf(member.Value, Forms.Count, atLeast: 1)))];
    }

    private static KpiTimeSnapshot? Time(DocumentNode node)
    {
        ObjectReader time = new(node);
        string measure = time.Required("measure", Forms.Name);
        long days = time.Optional("days", Forms.Count, 0);
        long nanoseconds = time.Optional("nanoseconds", Forms.Count, 0);
        bool isExact = time.Optional("exact", Forms.Truth, otherwise: true);
        long least = time.Required("least", Forms.Count);
        long most = time.Required("most", Forms.Count);
        IReadOnlyList<KeyValuePair<long, long>> seconds = time.Required("seconds", CountedNumbers.Read) ?? [];
        return time.Build(() => new KpiTimeSnapshot
        {
            Measure = measure,
            Total = new DurationTotal(days, nanoseconds),
            Seconds = new QuantileSnapshot(QuantileAccumulator.DefaultDistinctLimit, isExact, least, most, seconds),
        });
    }

    private static KpiBacklogSnapshot? Backlog(DocumentNode node)
    {
        ObjectReader backlog = new(node);
        KpiBacklogSnapshot snapshot = new()
        {
            Dimension = backlog.Optional<string?>("dimension", Forms.NonEmptyText, null),
            Value = backlog.Optional("value", Forms.Text, ""),
            Counts = backlog.NonEmptyList("counts", Forms.Count),
        };
        return backlog.Build(() => snapshot);
    }

    private static void Write(Utf8JsonWriter json, KpiCellSnapshot cell)
    {
        json.WriteStartObject();
        json.WriteString("first", LocalDatePattern.Iso.Format(cell.First));
        WriteSlice(json, cell.Dimension, cell.Value);
        json.WriteCount("created", cell.Created);
        json.WriteCount("resolved", cell.Resolved);
        json.WriteStartObject("counts");
        foreach (KeyValuePair<string, IReadOnlyList<long>> pair in cell.Counts)
        {
            json.WriteNumbers(pair.Key, pair.Value);
        }

        json.WriteEndObject();
        TicketForms.WriteList(json, "times", cell.Times, Write);
        json.WriteEndObject();
        DocumentWriter.HandOn(json);
    }

    private static void Write(Utf8JsonWriter json, KpiTimeSnapshot time)
    {
        QuantileSnapshot seconds = time.Seconds ?? throw new ArgumentException($"The snapshot has {time.Measure} without seconds.", nameof(time));
        json.WriteStartObject();
        json.WriteString("measure", time.Measure);
        json.WriteCount("days", time.Total.Days);
        json.WriteCount("nanoseconds", time.Total.NanosecondOfDay);
        json.WriteBoolean("exact", seconds.IsExact);
        json.WriteNumber("least", seconds.Minimum ?? 0);
        json.WriteNumber("most", seconds.Maximum ?? 0);
        json.WriteString("seconds", CountedNumbers.Write(seconds.Counts));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KpiBacklogSnapshot backlog)
    {
        json.WriteStartObject();
        WriteSlice(json, backlog.Dimension, backlog.Value);
        json.WriteNumbers("counts", backlog.Counts);
        json.WriteEndObject();
    }

    private static void WriteSlice(Utf8JsonWriter json, string? dimension, string value)
    {
        if (dimension is not null)
        {
            json.WriteString("dimension", dimension);
            json.WriteString("value", value);
        }
    }
}

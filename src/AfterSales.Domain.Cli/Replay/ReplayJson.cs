using System.Text.Json;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>A replay as JSON for programs.</summary>
internal static class ReplayJson
{
    internal static void Write(Utf8JsonWriter json, ReplayReport report)
    {
        ReplayRun run = report.Run;
        json.WriteString("policy", report.Policy.Name);
        json.WriteNumber("version", report.Policy.Version);
        json.WriteString("file", report.File);
        json.WriteNumber("rows", run.Rows);
        json.WriteNumber("tickets", run.Tally.Tickets);
        json.WriteBoolean("grouped", report.NotGrouped is null);
        if (run.AsOf is { } asOf)
        {
            json.WriteString("asOf", InstantPattern.ExtendedIso.Format(asOf));
        }

        json.WriteStartArray("attainment");
        foreach (AttainmentRow row in report.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteStartArray("timeTaken");
        foreach ((string objective, TimeTaken taken) in run.TimeTaken)
        {
            json.WriteStartObject();
            json.WriteString("objective", objective);
            json.WriteNumber("count", taken.Count);
            json.WriteNumber("meanHours", taken.MeanHours ?? 0);
            json.WriteNumber("medianHours", taken.MedianHours ?? 0);
            json.WriteBoolean("exact", taken.IsExact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMisses(json, run.Worst);
        WriteRows(json, "unused", run.Unused);
        WriteRows(json, "remarks", run.Remarks);
        json.WriteStartObject("ignoredEvents");
        foreach ((IgnoredReason reason, long count) in run.Ignored)
        {
            json.WriteNumber(reason.ToString(), count);
        }

        json.WriteEndObject();
        run.Broken.Write(json);
        json.WriteStartArray("failedOn");
        foreach (Phrase failure in report.Failures)
        {
            json.WriteStringValue(failure.English);
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, AttainmentRow row)
    {
        json.WriteStartObject();
        json.WriteString("objective", row.Objective);
        json.WriteString("target", row.Target);
        foreach (CycleOutcome outcome in Enum.GetValues<CycleOutcome>())
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()), row[outcome]);
        }

        if (row.Attainment.Value is { } value && row.Attainment.WilsonInterval(ConfidenceLevel.Percent95) is { } interval)
        {
            json.WriteNumber("attained", value);
            json.WriteNumber("lower95", interval.Lower);
            json.WriteNumber("upper95", interval.Upper);
        }

        json.WriteEndObject();
    }

    private static void WriteMisses(Utf8JsonWriter json, IReadOnlyList<MissedCycle> misses)
    {
        json.WriteStartArray("worst");
        foreach (MissedCycle miss in misses)
        {
            json.WriteStartObject();
            json.WriteString("ticket", miss.Ticket);
            json.WriteNumber("line", miss.Line);
            json.WriteString("objective", miss.Objective);
            json.WriteString("target", miss.Target);
            json.WriteString("start", InstantPattern.ExtendedIso.Format(miss.Start));
            json.WriteString("due", InstantPattern.ExtendedIso.Format(miss.State.Due));
            if (miss.State.At is { } at)
            {
                json.WriteString("done", InstantPattern.ExtendedIso.Format(at));
            }

            json.WriteString("lateBy", IsoDuration.Write(miss.State.LateBy));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, string name, RowCounts rows)
    {
        json.WriteStartArray(name);
        foreach (RowCounts.Entry entry in rows.ByReason)
        {
            json.WriteStartObject();
            json.WriteString("code", entry.Reason.Code);
            json.WriteString("why", entry.Reason.English);
            json.WriteString("whyZh", entry.Reason.Chinese);
            json.WriteNumber("rows", entry.Rows);
            json.WriteStartArray("examples");
            foreach ((long line, string ticket) in entry.Examples)
            {
                json.WriteStartObject();
                json.WriteNumber("line", line);
                json.WriteString("ticket", ticket);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

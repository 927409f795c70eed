using System.Text.Json;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>KPIs as JSON for programs: everything together, by period, and by dimension and value.</summary>
internal static class KpiJson
{
    internal static void Write(Utf8JsonWriter json, KpiReport report)
    {
        json.WriteString("file", report.File);
        json.WriteNumber("rows", report.Run.Rows);
        json.WriteNumber("tickets", report.Tally.Tickets);
        json.WriteString("asOf", InstantPattern.ExtendedIso.Format(report.Plan.AsOf));
        json.WriteString("zone", report.Plan.Zone.Id);
        json.WriteStartObject("all");
        Write(json, report, report.Tally.Everything(), null);
        json.WriteEndObject();
        json.WriteStartArray("goals");
        foreach (KpiGoalRow row in report.Judged)
        {
            Write(json, row);
        }

        json.WriteEndArray();
        json.WriteStartArray("periods");
        foreach (KpiPeriod period in report.Tally.Periods)
        {
            json.WriteStartObject();
            json.WriteString("period", $"{period}");
            Write(json, report, report.Tally.Everything(), period);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("slices");
        foreach (KpiDimension dimension in report.Plan.Dimensions)
        {
            foreach (string value in report.Tally.ValuesOf(dimension))
            {
                json.WriteStartObject();
                json.WriteString("dimension", dimension.Name);
                json.WriteString("value", value);
                Write(json, report, report.Tally.Of(dimension, value), null);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("unused");
        foreach (RowCounts.Entry one in report.Run.Unused.ByReason)
        {
            json.WriteStartObject();
            json.WriteString("code", one.Reason.Code);
            json.WriteString("why", one.Reason.English);
            json.WriteString("whyZh", one.Reason.Chinese);
            json.WriteNumber("rows", one.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("failedOn");
        foreach (Phrase failure in report.Failures)
        {
            json.WriteStringValue(failure.English);
        }

        json.WriteEndArray();
        report.Run.Broken.Write(json);
    }

    private static void Write(Utf8JsonWriter json, KpiReport report, KpiResults results, KpiPeriod? period)
    {
        KpiFlow flow = period is { } asked ? results.Flow(asked) : results.Flow();
        json.WriteNumber("created", flow.Created);
        json.WriteNumber("resolved", flow.Resolved);
        json.WriteStartArray("kpis");
        foreach (Kpi kpi in report.Kpis)
        {
            Write(json, period is { } one ? results.Value(kpi, one) : results.Value(kpi));
        }

        json.WriteEndArray();
        json.WriteStartArray("times");
        foreach (KpiDurations times in KpiMeasure.All.Select(measure => period is { } one ? results.Durations(measure, one) : results.Durations(measure)).Where(times => times.Count > 0))
        {
            json.WriteStartObject();
            json.WriteString("measure", times.Measure.Code);
            json.WriteNumber("count", times.Count);
            Write(json, "medianSeconds", times.Median!.Value);
            Write(json, "percentile90Seconds", times.Percentile90!.Value);
            Write(json, "meanSeconds", times.Mean!.Value);
            json.WriteBoolean("exact", times.IsExact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (period is null)
        {
            json.WriteStartArray("backlog");
            foreach (long count in results.Backlog().Counts)
            {
                json.WriteNumberValue(count);
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, KpiValue value)
    {
        json.WriteStartObject();
        json.WriteString("kpi", value.Kpi!.Code);
        WriteMembers(json, value, ConfidenceLevel.Percent95);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KpiGoalRow row)
    {
        json.WriteStartObject();
        json.WriteString("goal", row.Name);
        if (row.Percentile is { } percentile)
        {
            json.WriteString("measure", percentile.Measure.Code);
            json.WriteNumber("withinSeconds", percentile.Within.TotalSeconds);
        }

        json.WriteNumber(row.Goal.IsAtMost ? "atMost" : "atLeast", row.Goal.Limit);
        json.WriteNumber("level", row.Goal.Level.Percent);
        json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(row.Verdict.ToString()));
        if (row.Value is { } value)
        {
            WriteMembers(json, value, row.Goal.Level);
        }

        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, KpiValue value, ConfidenceLevel level)
    {
        json.WriteString("cohort", JsonNamingPolicy.CamelCase.ConvertName(value.Cohort.ToString()));
        json.WriteNumber("numerator", value.Numerator);
        json.WriteNumber("denominator", value.Denominator);
        if (value.Share.Value is { } share && value.Share.WilsonInterval(level) is { } interval)
        {
            json.WriteNumber("value", share);
            json.WriteNumber("lower", interval.Lower);
            json.WriteNumber("upper", interval.Upper);
        }
        else
        {
            json.WriteString("missing", value.Share.Missing!.Code);
        }

        json.WriteBoolean("provisional", value.IsProvisional);
        json.WriteStartObject("leftOut");
        foreach (KeyValuePair<KpiExclusion, long> one in value.Exclusions)
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(one.Key.ToString()), one.Value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Duration time) => json.WriteNumber(name, time.TotalSeconds);
}

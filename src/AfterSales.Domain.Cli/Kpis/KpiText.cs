using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Kpis;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>KPIs as tables for people.</summary>
internal static class KpiText
{
    internal static void Write(Session session, KpiReport report, string language)
    {
        KpiWords words = new(language);
        IAnsiConsole console = session.Tables();
        session.Output.WriteLine(words.Subtitle(report));
        KpiResults all = report.Tally.Everything();
        console.Write(Shares(report, all, words));
        if (report.Judged.Count > 0)
        {
            console.Write(Goals(report, words));
        }

        console.Write(Times(all, words));
        session.Output.WriteLine($"{words.Backlog}: {words.BacklogOf(all.Backlog())}");
        console.Write(Periods(report, words));
        foreach (KpiDimension dimension in report.Plan.Dimensions)
        {
            console.Write(Slices(report, dimension, words));
        }

        foreach (string line in report.Run.Unused.ByReason.Select(one => string.Create(CultureInfo.InvariantCulture, $"{words.LeftOut}: {one.Rows:N0} {one.Reason.In(words.Language)}")))
        {
            session.Output.WriteLine(line);
        }

        if (report.Run.Broken.Count > 0)
        {
            session.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words.LeftOut}: {report.Run.Broken.Count:N0} (--skip-bad-rows)"));
            foreach (Problem problem in report.Run.Broken.Shown)
            {
                session.Output.WriteLine($"  {problem.In(words.Language)}");
            }
        }

        foreach (Phrase failure in report.Failures)
        {
            session.Output.WriteLine(words.FailedOn(failure));
        }
    }

    private static Table Shares(KpiReport report, KpiResults results, KpiWords words)
    {
        Table table = TableOf(words.Name, ">" + words.Value, ">" + words.IntervalTitle, ">" + words.CountsTitle, words.LeftOut);
        foreach (KpiValue value in report.Kpis.Select(results.Value))
        {
            table.AddRow(Escaped(
                words.Of(value.Kpi!), PageWords.Percent(value.Share), PageWords.Interval(value.Share), value.Denominator == 0 ? words.Nothing : KpiWords.Counts(value), words.LeftOutOf(value)));
        }

        return table;
    }

    private static Table Goals(KpiReport report, KpiWords words)
    {
        Table table = TableOf(words.Goal, words.ToReach, ">" + words.Value, ">" + words.IntervalOfGoal, ">" + words.CountsTitle, words.Verdict);
        foreach (KpiGoalRow row in report.Judged)
        {
            table.AddRow(Escaped(
                words.NameOf(row), words.TextOf(row.Goal), row.Value is null ? "" : PageWords.Percent(row.Value.Share), row.Value is null ? "" : PageWords.Interval(row.Value.Share, row.Goal.Level),
                row.Value is null ? "" : KpiWords.Counts(row.Value), words.VerdictOf(row)));
        }

        return table;
    }

    private static Table Times(KpiResults results, KpiWords words)
    {
        Table table = TableOf(words.Time, ">" + words.Median, ">" + words.Percentile, ">" + words.Mean, ">" + words.Tickets);
        foreach (KpiDurations times in KpiMeasure.All.Select(results.Durations).Where(times => times.Count > 0))
        {
            table.AddRow(Escaped(words.Of(times.Measure), words.TimeOf(times.Median!.Value), words.TimeOf(times.Percentile90!.Value), words.TimeOf(times.Mean!.Value), PageWords.Number(times.Count)));
        }

        return table;
    }

    private static Table Periods(KpiReport report, KpiWords words)
    {
        Table table = TableOf([words.Name, .. report.Tally.Periods.Select(period => $">{period}")]);
        foreach (Kpi kpi in report.Counted)
        {
            table.AddRow(Escaped([words.Of(kpi), .. report.Tally.Periods.Select(period => PageWords.Percent(report.Tally.Everything().Value(kpi, period).Share))]));
        }

        return table;
    }

    private static Table Slices(KpiReport report, KpiDimension dimension, KpiWords words)
    {
        IReadOnlyList<string> values = report.Tally.ValuesOf(dimension);
        Table table = TableOf([words.NameOf(dimension), .. report.Counted.Select(kpi => ">" + words.Of(kpi))]);
        foreach (string value in values)
        {
            KpiResults results = report.Tally.Of(dimension, value);
            table.AddRow(Escaped([words.ValueOf(value), .. report.Counted.Select(kpi => $"{PageWords.Percent(results.Value(kpi).Share)} ({PageWords.Number(results.Value(kpi).Denominator)})")]));
        }

        return table;
    }

    private static Table TableOf(params string[] titles)
    {
        Table table = new() { Border = TableBorder.None };
        foreach (string title in titles)
        {
            TableColumn column = new(Markup.Escape(title.TrimStart('>')));
            table.AddColumn(title.StartsWith('>') ? column.RightAligned() : column);
        }

        return table;
    }

    private static string[] Escaped(params string[] cells) => [.. cells.Select(Markup.Escape)];
}

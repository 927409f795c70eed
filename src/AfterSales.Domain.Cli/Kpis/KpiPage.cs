using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>KPIs as a page: headlines, every KPI with its interval and what was left out, times, each by period, by dimension, and rows left out.</summary>
internal static class KpiPage
{
    internal static HtmlPage Of(KpiReport report, string language)
    {
        KpiWords words = new(language);
        HtmlPage page = new(words.Language, words.Title, words.Subtitle(report));
        KpiResults all = report.Tally.Everything();
        page.Tiles(report.Kpis.Select(all.Value).Where(value => value.Denominator > 0 && value.Kpi!.Code is "solution-rate" or "reopen-rate" or "response-on-time" or "resolution-on-time" or "first-time-fix" or "repeat-repair")
            .Select(value => (words.Of(value.Kpi!), PageWords.Percent(value.Share), $"95 % {PageWords.Interval(value.Share)} · {KpiWords.Counts(value)}")));
        page.Paragraph(words.Note);
        page.Section(words.All, HtmlPage.Wide(HtmlPage.Table(
            [words.Name, ">" + words.Value, words.IntervalTitle, ">" + words.CountsTitle, words.LeftOut],
            report.Kpis.Select(all.Value).Select(value => (string[])
            [
                HtmlPage.Text(words.Of(value.Kpi!)), Unbroken(PageWords.Percent(value.Share)), Interval(value.Share), Unbroken(KpiWords.Counts(value)),
                HtmlPage.Text((value.Denominator == 0 ? words.Nothing + " " : "") + (value.IsProvisional ? words.Provisional + ": " : "") + words.LeftOutOf(value)),
            ]))));
        page.Section(words.Goals, report.Judged.Count == 0 ? null : HtmlPage.Wide(HtmlPage.Table(
            [words.Goal, words.ToReach, ">" + words.Value, ">" + words.IntervalOfGoal, ">" + words.CountsTitle, words.Verdict],
            report.Judged.Select(row => (string[])
            [
                HtmlPage.Text(words.NameOf(row)), Unbroken(words.TextOf(row.Goal)), row.Value is null ? "" : Unbroken(PageWords.Percent(row.Value.Share)),
                row.Value is null ? "" : Unbroken(PageWords.Interval(row.Value.Share, row.Goal.Level)), row.Value is null ? "" : Unbroken(KpiWords.Counts(row.Value)),
                row.Verdict == GoalVerdict.Missed ? $"<span class=\"signal\">{HtmlPage.Text(words.VerdictOf(row))}</span>" : HtmlPage.Text(words.VerdictOf(row)),
            ]))));
        page.Section(words.Times, HtmlPage.Wide(HtmlPage.Table(
            [words.Time, ">" + words.Median, ">" + words.Percentile, ">" + words.Mean, ">" + words.Tickets],
            KpiMeasure.All.Select(all.Durations).Where(times => times.Count > 0).Select(times => (string[])
            [
                HtmlPage.Text(words.Of(times.Measure)), Unbroken(words.TimeOf(times.Median!.Value)), Unbroken(words.TimeOf(times.Percentile90!.Value)), Unbroken(words.TimeOf(times.Mean!.Value)),
                PageWords.Number(times.Count),
            ]))) + $"<p class=\"soft\">{HtmlPage.Text($"{words.Backlog}: {words.BacklogOf(all.Backlog())}")}</p>");
        page.Section(words.ByPeriods, Periods(report, words) + ShareChart.Several(report.Kpis.Select(kpi => (words.ByPeriod(kpi), Points(kpi)))
            .Where(chart => chart.Item2.Select(point => point.Share.Value).Distinct().Count() > 1)
            .Select(chart => (chart.Item1, (IReadOnlyList<ChartSeries>)[new ChartSeries("var(--accent)", chart.Item2)]))));
        foreach (KpiDimension dimension in report.Plan.Dimensions)
        {
            page.Section(words.By(dimension), Slices(report, dimension, words));
        }

        PageWords ofTickets = new(words.Language);
        page.Section(words.RowsLeftOut, ReplaySections.LeftOut(report.Run, ofTickets));
        page.Section(words.RowsToLookAt, ReplaySections.Remarks(report.Run, ofTickets));
        return page;

        (string Label, Share Share)[] Points(Kpi kpi) =>
            [.. report.Tally.Periods.Select(period => ($"{period}", all.Value(kpi, period).Share)).Where(point => point.Share.Value is not null)];
    }

    private static string Periods(KpiReport report, KpiWords words) => Compared(
        report, words, words.Period, report.Tally.Periods.Select(period => ($"{period}", (Func<Kpi, KpiValue>)(kpi => report.Tally.Everything().Value(kpi, period)))));

    private static string Slices(KpiReport report, KpiDimension dimension, KpiWords words) => Compared(
        report, words, words.NameOf(dimension), report.Tally.ValuesOf(dimension).Select(value => (words.ValueOf(value), (Func<Kpi, KpiValue>)report.Tally.Of(dimension, value).Value)));

    /// <summary>A row for each period or value, a column for each KPI of which anything was counted.</summary>
    private static string Compared(KpiReport report, KpiWords words, string title, IEnumerable<(string Name, Func<Kpi, KpiValue> Value)> rows) => HtmlPage.Wide(HtmlPage.Table(
        [title, .. report.Counted.Select(kpi => ">" + words.Of(kpi))],
        rows.Select(row => (string[])[Unbroken(row.Name), .. report.Counted.Select(kpi => Cell(row.Value(kpi)))])));

    private static string Cell(KpiValue value) =>
        Unbroken(PageWords.Percent(value.Share)) + (value.Denominator == 0 ? "" : $"<br><span class=\"soft\">{Unbroken(PageWords.Interval(value.Share))}<br>{Unbroken($"n = {PageWords.Number(value.Denominator)}")}</span>");

    private static string Interval(Share share) => share.Value is { } value && share.WilsonInterval(ConfidenceLevel.Percent95) is { } interval
        ? $"<div style=\"min-width:8rem\">{IntervalChart.Interval(value, interval.Lower, interval.Upper, PageWords.Interval(share))}<span class=\"soft\">{PageWords.Interval(share)}</span></div>"
        : "";

    private static string Unbroken(string text) => $"<span style=\"white-space:nowrap\">{HtmlPage.Text(text)}</span>";
}

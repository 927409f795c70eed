using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;
using static AfterSales.Domain.Cli.Html.PageWords;

namespace AfterSales.Domain.Cli.Html;

/// <summary>A replay as a page: attainment, by week, where misses cluster, the worst of them explained, what the policy itself gets wrong, what was left out.</summary>
internal sealed class ReplayPage
{
    /// <summary>Values of a dimension beyond which a table is nobody's reading.</summary>
    internal const int MostValues = 20;

    private readonly ReplayReport _report;
    private readonly ReplayTally _tally;
    private readonly PageWords _words;
    private readonly HtmlPage _page;

    private ReplayPage(ReplayReport report, ReplayTally tally, PageWords words)
    {
        _report = report;
        _tally = tally;
        _words = words;
        _page = new HtmlPage(words.Language, NameOf(report.Policy), words.TicketsOf(report.Run, report.File, report.Mapping.Zone));
    }

    internal static HtmlPage Of(ReplayReport report, string language, CancellationToken cancellation)
    {
        ReplayPlan plan = ReplayPlan.AsOf(report.Run.AsOf ?? Instant.MinValue).In(report.Mapping.Zone).By(report.Mapping.Request.Dimensions.Select(source => source.Dimension))
            .Keeping(Math.Max(1, report.Run.Worst.Count));
        ReplayTally tally = report.Policy.Replay(report.Run.Kept!.Select(one => one.History), plan, progress: null, cancellation);
        PageWords words = new(language);
        ReplayPage page = new(report, tally, words);
        page.Attainment();
        page.ByWeek();
        page._page.Section(words.Say("Where misses cluster", "超时集中在何处"), ReplaySections.Clusters(tally, words));
        page.Worst();
        page.Breakdowns();
        page._page.Section(
            words.Say("What the policy itself gets wrong", "策略自身的问题"),
            FindingList.Of(report.Policy.Verify(VerificationScope.Everything, cancellation), FindingList.ZoneOf(report.Policy), words));
        page._page.Section(words.Say("What was left out", "未计入的内容"), ReplaySections.LeftOut(report.Run, words));
        page._page.Section(words.Say("Used, but to be looked at", "已计入但需留意的行"), ReplaySections.Remarks(report.Run, words));
        return page._page;
    }

    private void Attainment()
    {
        if (_report.Rows.Count == 0)
        {
            _page.Section(Say("Attainment", "达成率"), HtmlPage.Soft(Say("No clock ran.", "没有任何计时。")));
            return;
        }

        _page.Tiles(_tally.ByObjective.Where(row => row.Attainment.Count > 0)
            .Select(row => (row.Objective, Percent(row.Attainment), Say($"95 % {Interval(row.Attainment)}, {Number(row[CycleOutcome.Missed])} missed of {Number(row.Attainment.Count)}", $"95 % {Interval(row.Attainment)}，{Number(row.Attainment.Count)} 个中超时 {Number(row[CycleOutcome.Missed])} 个"))));
        string[] titles = _words.IsChinese
            ? ["目标", "时限", ">达成率", ">95 % 区间", ">达成", ">超时", ">进行中", "其他"]
            : ["objective", "target", ">attained", ">95 % interval", ">met", ">missed", ">open", "else"];
        _page.Section(Say("Attainment", "达成率"), HtmlPage.Wide(HtmlPage.Table(titles, _report.Rows.Select(row => (IReadOnlyList<string>)
            [
                HtmlPage.Text(row.Objective), HtmlPage.Text(_words.TargetOf(row.Target)), Percent(row.Attainment), Interval(row.Attainment), Number(row[CycleOutcome.Met]),
                Number(row[CycleOutcome.Missed]), Number(row[CycleOutcome.Open]), HtmlPage.Text(_words.OthersOf(row)),
            ]))) + HtmlPage.Soft(Say("Attained: met of met and missed, with its Wilson interval.", "达成率 = 达成 ÷（达成 + 超时），附 Wilson 区间。")));
    }

    private void ByWeek()
    {
        ILookup<string, AttainmentSlice> weeks = _tally.ByWeek.Where(one => one.Attainment.Count > 0).ToLookup(one => one.Objective, StringComparer.Ordinal);
        _page.Section(Say("Attained by week of the due, %", "按到期周的达成率（%）"), ShareChart.Several(_report.Policy.Objectives.Where(one => weeks.Contains(one.Name))
            .Select(objective => (objective.Name, (IReadOnlyList<ChartSeries>)[new ChartSeries("var(--accent)", [.. weeks[objective.Name].Select(one => (one.Key, one.Attainment))])]))));
    }

    private void Worst() => _page.Section(
        Say("The worst misses", "最严重的超时"),
        _tally.WorstMisses.Count == 0 ? null : ReplaySections.Misses(_tally.WorstMisses, new TicketNames(_report.Run), _report.Mapping.Zone, _words));

    /// <summary>A table a dimension: a row a value, a column an objective.</summary>
    private void Breakdowns()
    {
        foreach (RequestDimension dimension in _tally.Plan.Dimensions)
        {
            ILookup<string, AttainmentSlice> values = _tally.By(dimension).Where(one => one.Attainment.Count > 0).ToLookup(one => one.Key, StringComparer.Ordinal);
            if (values.Count is < 2 or > MostValues)
            {
                continue;
            }

            string[] objectives = [.. _tally.ByObjective.Where(row => row.Attainment.Count > 0).Select(row => row.Objective)];
            _page.Section(Say($"By {dimension}", $"按{_words.Of(dimension)}"), HtmlPage.Wide(HtmlPage.Table([_words.Of(dimension), .. objectives.Select(name => ">" + name)], values.Select(value => (IReadOnlyList<string>)
                [
                    HtmlPage.Text(_words.ValueOf(dimension, value.Key)),
                    .. objectives.Select(name => value.FirstOrDefault(one => string.Equals(one.Objective, name, StringComparison.Ordinal)) is { } slice ? Cell(slice.Attainment) : ""),
                ]))));
        }
    }

    private static string Cell(Share share) => $"{Percent(share)}<br><span class=\"soft\">{Interval(share)}, n = {Number(share.Count)}</span>";

    private string Say(string english, string chinese) => _words.Say(english, chinese);
}

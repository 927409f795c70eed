using AfterSales.Domain.Cli.Comparison;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;
using static AfterSales.Domain.Cli.Html.PageWords;

namespace AfterSales.Domain.Cli.Html;

/// <summary>A comparison as a page: attainment before and after, by week, what is newly missed and why, where misses would cluster, what both policies get wrong, what was left out.</summary>
internal sealed class ComparisonPage
{
    private readonly CompareReport _report;
    private readonly ComparisonTally _tally;
    private readonly PageWords _words;
    private readonly HtmlPage _page;

    private ComparisonPage(CompareReport report, PageWords words)
    {
        _report = report;
        _tally = report.Tally;
        _words = words;
        _page = new HtmlPage(words.Language, $"{NameOf(_tally.Before.Policy)} → {NameOf(_tally.After.Policy)}", words.TicketsOf(report.Run, report.File, report.Zone));
    }

    internal static HtmlPage Of(CompareReport report, string language, CancellationToken cancellation)
    {
        ComparisonPage page = new(report, new PageWords(language));
        page.Attainment();
        page.ByWeek();
        page.Changes(page.Say("Newly missed", "新增超时"), report.Tally.NewlyMissed);
        page.Changes(page.Say("Newly met", "新增达成"), report.Tally.NewlyMet);
        page.Changes(page.Say("The deadlines that move most", "变动最大的期限"), report.Tally.Moved);
        page._page.Section(page.Say($"Where misses would cluster under {NameOf(report.Tally.After.Policy)}", $"{NameOf(report.Tally.After.Policy)} 下超时集中在何处"), ReplaySections.Clusters(report.Tally.After, page._words));
        page._page.Section(
            page.Say($"The worst misses under {NameOf(report.Tally.After.Policy)}", $"{NameOf(report.Tally.After.Policy)} 下最严重的超时"),
            report.Tally.After.WorstMisses.Count == 0 ? null : ReplaySections.Misses(report.Tally.After.WorstMisses, report.Tickets, report.Zone, page._words));
        page.Breakdowns();
        foreach (SlaPolicy policy in (ReadOnlySpan<SlaPolicy>)[report.Tally.Before.Policy, report.Tally.After.Policy])
        {
            page._page.Section(
                page.Say($"What {NameOf(policy)} itself gets wrong", $"{NameOf(policy)} 自身的问题"),
                FindingList.Of(policy.Verify(VerificationScope.Everything, cancellation), FindingList.ZoneOf(policy), page._words));
        }

        page._page.Section(page.Say("What was left out", "未计入的内容"), ReplaySections.LeftOut(report.Run, page._words));
        return page._page;
    }

    private void Attainment()
    {
        _page.Tiles(_report.Rows.Select(row => (
            row.Objective,
            $"{Percent(row.Before.Attainment).TrimEnd(' ', '%')} → {Percent(row.After.Attainment)}",
            row.Difference.Value is null
                ? Say("only one of the two policies judges it", "只有一个策略对其评判")
                : Say($"{Points(row.Difference)} points, {(row.Difference.IsSignificant ? "significant" : "no significant change")}", $"{Points(row.Difference)} 个百分点，{(row.Difference.IsSignificant ? "显著" : "无显著变化")}"))));
        string[] titles = _words.IsChinese
            ? ["目标", ">之前", ">之后", ">差值（百分点，95 %）", ">新增超时", ">新增达成", ">提前 / 推迟", ">仅之前 / 仅之后"]
            : ["objective", ">before", ">after", ">difference (points, 95 %)", ">newly missed", ">newly met", ">earlier / later", ">only before / after"];
        _page.Section(Say("Attainment before and after", "前后达成率"), HtmlPage.Wide(HtmlPage.Table(titles, _report.Rows.Select(row => (IReadOnlyList<string>)
            [
                HtmlPage.Text(row.Objective), Cell(row.Before.Attainment), Cell(row.After.Attainment), Points(row.Difference), Number(row.NewlyMissed), Number(row.NewlyMet),
                $"{Number(row.MovedEarlier)} / {Number(row.MovedLater)}", $"{Number(row.OnlyBefore)} / {Number(row.OnlyAfter)}",
            ]))) + HtmlPage.Soft(Say(
                "Attained: met of met and missed, with its Wilson interval. Difference: Newcombe's interval for independent shares; both policies judge the same tickets, so it errs on the wide side. Newly missed, newly met, earlier, later: clocks that both policies have.",
                "达成率 = 达成 ÷（达成 + 超时），附 Wilson 区间。差值：独立比例的 Newcombe 区间；两个策略评判的是同一批工单，因此区间偏宽。新增超时、新增达成、提前、推迟：两个策略都有的计时。")));
    }

    private void ByWeek()
    {
        ILookup<string, AttainmentSlice> before = WeeksOf(_tally.Before);
        ILookup<string, AttainmentSlice> after = WeeksOf(_tally.After);
        _page.Section(
            Say("Attained by week of the due, %: before grey, after blue", "按到期周的达成率（%）：之前为灰色，之后为蓝色"),
            ShareChart.Several(_report.Rows.Select(row => row.Objective).Where(name => before.Contains(name) || after.Contains(name))
                .Select(name => (name, (IReadOnlyList<ChartSeries>)[SeriesOf("var(--soft)", before[name]), SeriesOf("var(--accent)", after[name])]))));
    }

    private void Changes(string heading, IReadOnlyList<DeadlineChange> changes) => _page.Section(heading, changes.Count == 0 ? null : string.Concat(changes.Select(change =>
    {
        string moved = change.Moved is { } by && by != Duration.Zero ? $" ({_words.Of(by)})" : "";
        string title = $"{_report.Tickets.Of(change.OpenedBy)}: {change.Before.Objective.Name}, {Say("due", "期限")} {_words.DueOf(change.Before, _report.Zone)} → {_words.DueOf(change.After, _report.Zone)}{moved}";
        return ReplaySections.Explained(title, change.After, _report.Zone, _words);
    })));

    private void Breakdowns()
    {
        foreach (RequestDimension dimension in _tally.After.Plan.Dimensions)
        {
            Dictionary<(string Value, string Objective), Share> before = _tally.Before.By(dimension).ToDictionary(one => (one.Key, one.Objective), one => one.Attainment);
            Dictionary<(string Value, string Objective), Share> after = _tally.After.By(dimension).ToDictionary(one => (one.Key, one.Objective), one => one.Attainment);
            string[] values = [.. _tally.After.By(dimension).Concat(_tally.Before.By(dimension)).Select(one => one.Key).Distinct(StringComparer.Ordinal)];
            if (values.Length is < 2 or > ReplayPage.MostValues)
            {
                continue;
            }

            string[] objectives = [.. _report.Rows.Select(row => row.Objective)];
            _page.Section(Say($"By {dimension}", $"按{_words.Of(dimension)}"), HtmlPage.Wide(HtmlPage.Table([_words.Of(dimension), .. objectives.Select(name => ">" + name)], values.Select(value => (IReadOnlyList<string>)
                [HtmlPage.Text(_words.ValueOf(dimension, value)), .. objectives.Select(name => Both(before.GetValueOrDefault((value, name)), after.GetValueOrDefault((value, name))))]))));
        }
    }

    private static string Both(Share before, Share after) => before.Count + after.Count == 0
        ? ""
        : $"{Percent(before)} → {Percent(after)}<br><span class=\"soft\">{Points(new ShareDifference(before, after))}</span>";

    private static string Cell(Share share) => $"{Percent(share)}<br><span class=\"soft\">{Interval(share)}, n = {Number(share.Count)}</span>";

    private static ILookup<string, AttainmentSlice> WeeksOf(ReplayTally tally) => tally.ByWeek.Where(one => one.Attainment.Count > 0).ToLookup(one => one.Objective, StringComparer.Ordinal);

    private static ChartSeries SeriesOf(string colour, IEnumerable<AttainmentSlice> weeks) => new(colour, [.. weeks.Select(one => (one.Key, one.Attainment))]);

    private string Say(string english, string chinese) => _words.Say(english, chinese);
}

using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>A replay as a page: attainment, by week, where misses cluster, the worst of them explained, what the policy itself gets wrong, what was left out.</summary>
internal sealed class ReplayPage
{
    // Beyond these a page is nobody's reading; the rest is told in numbers.
    private const int MostDates = 12;
    private const int MostValues = 20;
    private const int UsualWeekend = 2;

    private readonly ReplayReport _report;
    private readonly ReplayTally _tally;
    private readonly DateTimeZone _zone;
    private readonly string _language;
    private readonly HtmlPage _page;

    private ReplayPage(ReplayReport report, ReplayTally tally, string language)
    {
        _report = report;
        _tally = tally;
        _zone = report.Mapping.Zone;
        _language = language;
        string asOf = report.Run.AsOf is { } at ? Say($", as of {TimeText.Of(at, _zone)}", $"，截至 {TimeText.Of(at, _zone)}") : "";
        _page = new HtmlPage(
            language,
            $"{report.Policy.Name} v{report.Policy.Version}",
            Say($"{Number(report.Run.Tally.Tickets)} tickets of {report.File}{asOf}", $"{report.File} 中的 {Number(report.Run.Tally.Tickets)} 张工单{asOf}"));
    }

    private bool IsChinese => string.Equals(_language, "zh", StringComparison.Ordinal);

    internal static HtmlPage Of(ReplayReport report, string language, CancellationToken cancellation)
    {
        ReplayPlan plan = ReplayPlan.AsOf(report.Run.AsOf ?? Instant.MinValue).In(report.Mapping.Zone).By(report.Mapping.Request.Dimensions.Select(source => source.Dimension))
            .Keeping(Math.Max(1, report.Run.Worst.Count));
        ReplayTally tally = report.Policy.Replay(report.Run.Kept!.Select(one => one.History), plan, progress: null, cancellation);
        ReplayPage page = new(report, tally, language);
        page.Attainment();
        page.ByWeek();
        page.Clusters();
        page.Worst();
        page.Breakdowns();
        page.Findings(report.Policy.Verify(VerificationScope.Everything, cancellation));
        page.LeftOut();
        return page._page;
    }

    private void Attainment()
    {
        if (_report.Rows.Count == 0)
        {
            _page.Section(Say("Attainment", "达成率"), Paragraph(Say("No clock ran.", "没有任何计时。")));
            return;
        }

        _page.Tiles(_tally.ByObjective.Where(row => row.Attainment.Count > 0)
            .Select(row => (row.Objective, Percent(row.Attainment), Say($"95 % {Interval(row.Attainment)}, {Number(row[CycleOutcome.Missed])} missed of {Number(row.Attainment.Count)}", $"95 % {Interval(row.Attainment)}，{Number(row.Attainment.Count)} 个中超时 {Number(row[CycleOutcome.Missed])} 个"))));
        string[] titles = IsChinese
            ? ["目标", "时限", ">达成", ">超时", ">达成率", ">95 % 区间", ">进行中", "其他"]
            : ["objective", "target", ">met", ">missed", ">attained", ">95 % interval", ">open", "else"];
        _page.Section(Say("Attainment", "达成率"), Wide(HtmlPage.Table(titles, _report.Rows.Select(row => (IReadOnlyList<string>)
            [
                HtmlPage.Text(row.Objective), HtmlPage.Text(row.Target.Length == 0 ? Say("(no target)", "（无时限）") : row.Target), Number(row[CycleOutcome.Met]), Number(row[CycleOutcome.Missed]),
                Percent(row.Attainment), Interval(row.Attainment), Number(row[CycleOutcome.Open]), Else(row),
            ]))) + Paragraph(Say("Attained: met of met and missed, with its Wilson interval.", "达成率 = 达成 ÷（达成 + 超时），附 Wilson 区间。")));
    }

    private void ByWeek()
    {
        IReadOnlyList<AttainmentSlice> weeks = [.. _tally.ByWeek.Where(one => one.Attainment.Count > 0)];
        foreach (string objective in _report.Policy.Objectives.Select(one => one.Name))
        {
            (string, Share)[] points = [.. weeks.Where(one => string.Equals(one.Objective, objective, StringComparison.Ordinal)).Select(one => (one.Key, one.Attainment))];
            if (points.Length > 0)
            {
                string name = Say($"{objective}: % attained by week of the due", $"{objective}：按到期周的达成率（%）");
                _page.Section(name, ShareChart.Of(name, points));
            }
        }
    }

    private void Clusters()
    {
        if (_tally.ByObjective.All(row => row[CycleOutcome.Missed] == 0))
        {
            return;
        }

        BusinessCalendar? calendar = _report.Policy.Calendars.Select(one => one.Calendar).FirstOrDefault();
        IEnumerable<DateSlice> worst = _tally.ByDate.Where(one => one.Missed > 0).OrderByDescending(one => one.Missed).ThenBy(one => one.Date).Take(MostDates);
        string[] titles = IsChinese ? ["日期", ">超时", ">到期", ">达成率", "日历"] : ["date", ">missed", ">due", ">attained", "calendar"];
        string dates = Wide(HtmlPage.Table(titles, worst.Select(one => (IReadOnlyList<string>)
            [
                $"<span style=\"white-space:nowrap\">{WeekdayOf(one.Date)} {one.Date:uuuu-MM-dd}</span>", Number(one.Missed), Number(one.Met + one.Missed), Percent(one.Attainment),
                calendar is null ? "" : HtmlPage.Text(Remarkable(calendar, one.Date)),
            ])));
        _page.Section(
            Say("Where misses cluster", "超时集中在何处"),
            Paragraph(Say("Missed deadlines by weekday and hour of the due; a dot: all met.", "按到期的星期与小时统计的超时数；圆点表示全部达成。")) + MissHeatMap.Of(_tally.ByHourOfWeek, IsChinese)
            + Paragraph(Say("The dates with most misses, with what the calendar says of them.", "超时最多的日期，以及日历对该日的说明。")) + dates);
    }

    private void Worst()
    {
        if (_tally.WorstMisses.Count == 0)
        {
            return;
        }

        Dictionary<EventId, string> tickets = [];
        foreach ((string ticket, SlaHistory history) in _report.Run.Kept!)
        {
            tickets.TryAdd(history.Events[0].Id, ticket);
        }

        IEnumerable<string> items = _tally.WorstMisses.Select(miss =>
        {
            string title = $"{tickets.GetValueOrDefault(miss.OpenedBy, miss.OpenedBy.Value)}: {miss.Cycle.Objective.Name} / {miss.Cycle.Target?.Name}, {Say($"{TimeText.Of(miss.LateBy)} late", $"迟 {TimeText.Of(miss.LateBy)}")}";
            string explanation = miss.Cycle.Explain(_zone).ToString(_language, CultureInfo.InvariantCulture);
            return $"<details><summary>{HtmlPage.Text(title)}</summary><pre style=\"white-space:pre-wrap;font:inherit\">{HtmlPage.Text(explanation)}</pre></details>";
        });
        _page.Section(Say("The worst misses", "最严重的超时"), string.Concat(items));
    }

    private void Breakdowns()
    {
        foreach (RequestDimension dimension in _tally.Plan.Dimensions)
        {
            IReadOnlyList<AttainmentSlice> slices = [.. _tally.By(dimension).Where(one => one.Attainment.Count > 0)];
            int values = slices.Select(one => one.Key).Distinct(StringComparer.Ordinal).Count();
            if (values is < 2 or > MostValues)
            {
                continue;
            }

            string[] titles = IsChinese ? ["取值", "目标", ">达成", ">超时", ">达成率", ">95 % 区间"] : [dimension.ToString(), "objective", ">met", ">missed", ">attained", ">95 % interval"];
            _page.Section(Say($"By {dimension}", $"按 {dimension}"), Wide(HtmlPage.Table(titles, slices.Select(one => (IReadOnlyList<string>)
                [
                    HtmlPage.Text(one.Key.Length == 0 ? Say("(not given)", "（未给出）") : one.Key), HtmlPage.Text(one.Objective), Number(one.Row[CycleOutcome.Met]), Number(one.Row[CycleOutcome.Missed]),
                    Percent(one.Attainment), Interval(one.Attainment),
                ]))));
        }
    }

    private void Findings(IReadOnlyList<Finding> findings) => _page.Section(
        Say("What the policy itself gets wrong", "策略自身的问题"),
        findings.Count == 0
            ? Paragraph(Say("Verification found nothing.", "静态验证没有发现问题。"))
            : "<ul>" + string.Concat(findings.Select(one => $"<li>{HtmlPage.Text(one.ToString(_language, CultureInfo.InvariantCulture))} <span class=\"soft\">[{HtmlPage.Text($"{one.Code}")}]</span></li>")) + "</ul>");

    private void LeftOut()
    {
        ReplayRun run = _report.Run;
        List<string> items = [.. run.Unused.ByReason.Select(one => Say($"{Number(one.Rows)} rows: {one.Text}", $"{Number(one.Rows)} 行：{one.Text}"))];
        if (run.Broken.Count > 0)
        {
            items.Add(Say($"{Number(run.Broken.Count)} rows that could not be read", $"{Number(run.Broken.Count)} 行无法读取"));
        }

        items.AddRange(run.Ignored.Select(one => Say($"{Number(one.Value)} events that no clock could use ({one.Key})", $"{Number(one.Value)} 个事件未被任何计时使用（{one.Key}）")));
        string list = items.Count == 0 ? Paragraph(Say("Nothing.", "无。")) : "<ul>" + string.Concat(items.Select(one => $"<li>{HtmlPage.Text(one)}</li>")) + "</ul>";
        _page.Section(Say("What was left out", "未计入的内容"), list);
    }

    /// <summary>A holiday, a make-up day, or the first working day after several closed ones.</summary>
    private string Remarkable(BusinessCalendar calendar, LocalDate date)
    {
        OpeningReason[] reasons = [.. calendar.Describe(calendar.Zone.AtStartOfDay(date).ToInstant(), calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant())
            .Select(span => span.Reason).Where(reason => reason.Name is not null).Distinct()];
        List<string> marks = [.. reasons.Select(reason => reason.ToString(_language, CultureInfo.InvariantCulture))];
        if (calendar.IsWorkingDay(date) && calendar.PreviousWorkingDay(date) is { } before && Period.DaysBetween(before, date) - 1 is > UsualWeekend and var closed)
        {
            marks.Add(Say($"first working day after {closed} closed", $"休息 {closed} 天后的首个工作日"));
        }

        return string.Join("; ", marks);
    }

    private string WeekdayOf(LocalDate date) => MissHeatMap.WeekdayOf(date.DayOfWeek, IsChinese);

    private string Else(AttainmentRow row)
    {
        (CycleOutcome Outcome, string Word)[] others =
        [
            (CycleOutcome.Undated, Say("undated", "无期限")), (CycleOutcome.Cancelled, Say("cancelled", "已取消")), (CycleOutcome.Ended, Say("ended", "已结束")),
            (CycleOutcome.Exempt, Say("exempt", "豁免")), (CycleOutcome.NotCovered, Say("not covered", "未覆盖")),
        ];
        return HtmlPage.Text(string.Join(", ", others.Where(other => row[other.Outcome] > 0).Select(other => $"{Number(row[other.Outcome])} {other.Word}")));
    }

    private string Say(string english, string chinese) => IsChinese ? chinese : english;

    private static string Paragraph(string text) => $"<p class=\"soft\">{HtmlPage.Text(text)}</p>";

    private static string Wide(string table) => $"<div style=\"overflow-x:auto\">{table}</div>";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(Share share) => share.Value is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    private static string Interval(Share share) => share.WilsonInterval(ConfidenceLevel.Percent95) is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{interval.Lower * 100:0.0}–{interval.Upper * 100:0.0}")
        : "";
}

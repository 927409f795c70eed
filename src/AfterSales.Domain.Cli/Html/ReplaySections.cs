using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>What the pages of a replay and of a comparison both tell: where misses cluster, misses explained, what was left out.</summary>
internal static class ReplaySections
{
    // Beyond these a page is nobody's reading; the rest is told in numbers.
    private const int MostDates = 12;

    /// <summary>Misses by weekday and hour, and the dates with most of them; null without misses.</summary>
    internal static string? Clusters(ReplayTally tally, PageWords words)
    {
        if (tally.ByObjective.All(row => row[CycleOutcome.Missed] == 0))
        {
            return null;
        }

        MarkedDates marked = new(tally.Policy);
        IEnumerable<DateSlice> worst = tally.ByDate.Where(one => one.Missed > 0).OrderByDescending(one => one.Missed).ThenBy(one => one.Date).Take(MostDates);
        string[] titles = words.IsChinese ? ["日期", ">超时", ">到期", ">达成率"] : ["date", ">missed", ">due", ">attained"];
        return HtmlPage.Soft(words.Say("Missed deadlines by weekday and hour of the due; a dot: all met. Holidays and make-up working days of the policy's calendars stand in rows of their own.", "按到期的星期与小时统计的超时数；圆点表示全部达成。策略日历中的节假日与调休工作日单独成行。"))
            + MissHeatMap.Of(tally.ByHour, marked, words)
            + HtmlPage.Soft(words.Say("The dates with most misses, with what the calendar says of them.", "超时最多的日期，以及日历对该日的说明。"))
            + HtmlPage.Wide(HtmlPage.Table(titles, worst.Select(one => (IReadOnlyList<string>)
                [
                    Dated(one.Date, marked.RemarkOn(one.Date, words), words), PageWords.Number(one.Missed), PageWords.Number(one.Met + one.Missed), PageWords.Percent(one.Attainment),
                ])));
    }

    internal static string Misses(IEnumerable<Sla.MissedCycle> misses, TicketNames tickets, DateTimeZone zone, PageWords words) => string.Concat(misses.Select(miss => Explained(
        $"{tickets.Of(miss.OpenedBy)}: {miss.Cycle.Objective.Name} / {miss.Cycle.Target?.Name}, {words.Say($"{words.Of(miss.LateBy)} late", $"超时 {words.Of(miss.LateBy)}")}",
        miss.Cycle, zone, words)));

    /// <summary>A line that opens to the explanation of a deadline.</summary>
    internal static string Explained(string title, SlaCycle cycle, DateTimeZone zone, PageWords words) =>
        $"<details><summary>{HtmlPage.Text(title)}</summary><pre>{HtmlPage.Text(words.Of(cycle.Explain(zone)))}</pre></details>";

    internal static string LeftOut(ReplayRun run, PageWords words)
    {
        List<string> items = [.. run.Unused.ByReason.Select(one => Counted(one, words))];
        if (run.Broken.Count > 0)
        {
            items.Add(Item(
                $"{words.Rows(run.Broken.Count)}{words.Say(" that could not be read", "无法读取")}",
                string.Join(words.Say(", ", "，"), run.Broken.Shown.Take(RowCounts.MostExamples).Select(problem => words.LineOf(problem.Line, problem.Code)))));
        }

        items.AddRange(run.Ignored.Select(one => Item(words.Say(
            $"{PageWords.Number(one.Value)} {(one.Value == 1 ? "event" : "events")} that no clock could use: {words.Of(one.Key)}", $"{PageWords.Number(one.Value)} 个事件未被任何计时使用：{words.Of(one.Key)}"), "")));
        return items.Count == 0 ? HtmlPage.Soft(words.Say("Nothing.", "无。")) : $"<ul>{string.Concat(items)}</ul>";
    }

    /// <summary>Rows that were used and that somebody should look at; null when there are none.</summary>
    internal static string? Remarks(ReplayRun run, PageWords words) =>
        run.Remarks.Rows == 0 ? null : $"<ul>{string.Concat(run.Remarks.ByReason.Select(one => Counted(one, words)))}</ul>";

    private static string Counted(RowCounts.Entry entry, PageWords words) => Item($"{words.Rows(entry.Rows)}{words.Say(": ", "：")}{words.Of(entry.Reason)}", words.ExamplesOf(entry));

    private static string Item(string text, string examples) =>
        $"<li>{HtmlPage.Text(text)}{(examples.Length == 0 ? "" : $" <span class=\"soft\">[{HtmlPage.Text(examples)}]</span>")}</li>";

    private static string Dated(LocalDate date, string remark, PageWords words)
    {
        string more = remark.Length == 0 ? "" : $"<br><span class=\"soft\">{HtmlPage.Text(remark)}</span>";
        return $"<span class=\"whole\">{words.WeekdayOf(date.DayOfWeek)} {date:uuuu-MM-dd}</span>{more}";
    }
}

using AfterSales.Domain.Calendars;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>What the pages of a replay and of a comparison both tell: where misses cluster, misses explained, what was left out.</summary>
internal static class ReplaySections
{
    // Beyond these a page is nobody's reading; the rest is told in numbers.
    private const int MostDates = 12;
    private const int UsualWeekend = 2;

    /// <summary>Misses by weekday and hour, and the dates with most of them; null without misses.</summary>
    internal static string? Clusters(ReplayTally tally, PageWords words)
    {
        if (tally.ByObjective.All(row => row[CycleOutcome.Missed] == 0))
        {
            return null;
        }

        BusinessCalendar? calendar = tally.Policy.Calendars.Select(one => one.Calendar).FirstOrDefault();
        IEnumerable<DateSlice> worst = tally.ByDate.Where(one => one.Missed > 0).OrderByDescending(one => one.Missed).ThenBy(one => one.Date).Take(MostDates);
        string[] titles = words.IsChinese ? ["日期", ">超时", ">到期", ">达成率"] : ["date", ">missed", ">due", ">attained"];
        return HtmlPage.Soft(words.Say("Missed deadlines by weekday and hour of the due; a dot: all met.", "按到期的星期与小时统计的超时数；圆点表示全部达成。"))
            + MissHeatMap.Of(tally.ByHourOfWeek, words)
            + HtmlPage.Soft(words.Say("The dates with most misses, with what the calendar says of them.", "超时最多的日期，以及日历对该日的说明。"))
            + HtmlPage.Wide(HtmlPage.Table(titles, worst.Select(one => (IReadOnlyList<string>)
                [
                    Dated(one.Date, calendar is null ? "" : Remarkable(calendar, one.Date, words), words), PageWords.Number(one.Missed), PageWords.Number(one.Met + one.Missed), PageWords.Percent(one.Attainment),
                ])));
    }

    internal static string Misses(IEnumerable<Sla.MissedCycle> misses, TicketNames tickets, DateTimeZone zone, PageWords words) => string.Concat(misses.Select(miss => Explained(
        $"{tickets.Of(miss.OpenedBy)}: {miss.Cycle.Objective.Name} / {miss.Cycle.Target?.Name}, {words.Say($"{TimeText.Of(miss.LateBy)} late", $"迟 {TimeText.Of(miss.LateBy)}")}",
        miss.Cycle, zone, words)));

    /// <summary>A line that opens to the explanation of a deadline.</summary>
    internal static string Explained(string title, SlaCycle cycle, DateTimeZone zone, PageWords words) =>
        $"<details><summary>{HtmlPage.Text(title)}</summary><pre>{HtmlPage.Text(words.Of(cycle.Explain(zone)))}</pre></details>";

    internal static string LeftOut(ReplayRun run, PageWords words)
    {
        List<string> items = [.. run.Unused.ByReason.Select(one => $"{Rows(one.Rows, words)}{words.Say(": ", "：")}{one.Text}")];
        if (run.Broken.Count > 0)
        {
            items.Add(words.Say($"{Rows(run.Broken.Count, words)} that could not be read", $"{Rows(run.Broken.Count, words)}无法读取"));
        }

        items.AddRange(run.Ignored.Select(one => words.Say(
            $"{PageWords.Number(one.Value)} events that no clock could use ({one.Key})", $"{PageWords.Number(one.Value)} 个事件未被任何计时使用（{one.Key}）")));
        return items.Count == 0 ? HtmlPage.Soft(words.Say("Nothing.", "无。")) : "<ul>" + string.Concat(items.Select(one => $"<li>{HtmlPage.Text(one)}</li>")) + "</ul>";
    }

    private static string Rows(long count, PageWords words) => words.Say($"{PageWords.Number(count)} {(count == 1 ? "row" : "rows")}", $"{PageWords.Number(count)} 行");

    private static string Dated(LocalDate date, string remark, PageWords words)
    {
        string more = remark.Length == 0 ? "" : $"<br><span class=\"soft\">{HtmlPage.Text(remark)}</span>";
        return $"<span class=\"whole\">{words.WeekdayOf(date.DayOfWeek)} {date:uuuu-MM-dd}</span>{more}";
    }

    /// <summary>A holiday, a make-up day, or the first working day after several closed ones.</summary>
    private static string Remarkable(BusinessCalendar calendar, LocalDate date, PageWords words)
    {
        OpeningReason[] reasons = [.. calendar.Describe(calendar.Zone.AtStartOfDay(date).ToInstant(), calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant())
            .Select(span => span.Reason).Where(reason => reason.Name is not null).Distinct()];
        List<string> marks = [.. reasons.Select(words.Of)];
        if (calendar.IsWorkingDay(date) && calendar.PreviousWorkingDay(date) is { } before && Period.DaysBetween(before, date) - 1 is > UsualWeekend and var closed)
        {
            marks.Add(words.Say($"first working day after {closed} closed", $"休息 {closed} 天后的首个工作日"));
        }

        return string.Join("; ", marks);
    }
}

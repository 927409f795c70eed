using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;
using Spectre.Console;
using static AfterSales.Domain.Cli.Html.PageWords;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>A replay as text for people.</summary>
internal static class ReplayText
{
    private const int LongestCell = 1000;

    internal static void Write(Session session, ReplayReport report, string language)
    {
        IAnsiConsole console = session.Tables();
        PageWords words = new(language);
        ReplayRun run = report.Run;
        string asOf = run.AsOf is { } at ? words.Say(", as of ", "，截至 ") + words.Of(at, report.Mapping.Zone) : "";
        (string tickets, string rows) = (Number(run.Tally.Tickets), Number(run.Rows));
        Line(console, words.Say($"{NameOf(report.Policy)} on {tickets} tickets ({rows} rows) of {report.File}{asOf}", $"{NameOf(report.Policy)}：{report.File} 中的 {tickets} 张工单（{rows} 行）{asOf}"));
        if (report.NotGrouped is { } where)
        {
            Line(console, words.Say(
                $"The log is not grouped by ticket ({where.Ticket} comes back on line {Number(where.Line)}), so it was read twice and held in memory as a whole.",
                $"日志未按工单归组（{where.Ticket} 在第 {Number(where.Line)} 行再次出现），因此读取了两遍并全部保存在内存中。"));
        }
        else if (report.WasHeld && report.Mapping.RowsAreEvents)
        {
            Line(console, words.Say("The log was held in memory as a whole (--ungrouped).", "日志全部保存在内存中（--ungrouped）。"));
        }

        WriteAttainment(console, report, words);
        WriteMisses(console, report, words);
        WriteRows(console, $"{words.Rows(run.Unused.Rows + run.Broken.Count)}{words.Say(" not used", "未使用")}", run.Unused, run.Broken, words);
        WriteRows(console, $"{words.Rows(run.Remarks.Rows)}{words.Say(" used that somebody should look at", "已使用但需留意")}", run.Remarks, new Problems(), words);
        if (run.Ignored.Count > 0)
        {
            Line(console, "");
            Line(console, words.Say("Events no clock could use: ", "未被任何计时使用的事件：") + string.Join(words.Say(", ", "，"), run.Ignored.Select(one => $"{Number(one.Value)} × {words.Of(one.Key)}")));
        }

        foreach (Phrase failure in report.Failures)
        {
            Line(console, "");
            console.WriteLine(words.FailedOn(failure), Paint.Bad);
        }
    }

    private static void WriteAttainment(IAnsiConsole console, ReplayReport report, PageWords words)
    {
        Line(console, "");
        if (report.Run.Tally.Rows.Count == 0)
        {
            Line(console, words.Say("No clock ran.", "没有任何计时。"));
            return;
        }

        Table table = words.IsChinese
            ? NewTable("目标", "时限", ">达成", ">超时", ">达成率", ">95 % 区间", ">进行中", "其他", ">平均", ">中位数")
            : NewTable("objective", "target", ">met", ">missed", ">attained", ">95 % interval", ">open", "else", ">mean", ">median");
        string? last = null;
        foreach (AttainmentRow row in report.Rows)
        {
            bool isFirst = !string.Equals(row.Objective, last, StringComparison.Ordinal);
            TimeTaken? taken = isFirst ? report.Run.TimeTaken.GetValueOrDefault(row.Objective) : null;
            last = row.Objective;
            table.AddRow(
                Cell(isFirst ? row.Objective : ""),
                Cell(words.TargetOf(row.Target)),
                Cell(Number(row[CycleOutcome.Met])),
                Cell(Number(row[CycleOutcome.Missed]), row[CycleOutcome.Missed] > 0 ? Paint.Bad : Paint.Plain),
                Cell(Percent(row.Attainment)),
                Cell(Interval(row.Attainment)),
                Cell(Number(row[CycleOutcome.Open])),
                Cell(words.OthersOf(row)),
                Cell(Hours(taken?.MeanHours)),
                Cell(Hours(taken?.MedianHours)));
        }

        console.Write(table);
        Line(console, words.Say(
            "attained: met of met and missed, with its Wilson interval; mean and median: clock time from start to stop over all targets of the objective",
            "达成率 = 达成 ÷（达成 + 超时），附 Wilson 区间；平均与中位数：该目标全部时限从开始到停止的时钟时间"));
    }

    private static void WriteMisses(IAnsiConsole console, ReplayReport report, PageWords words)
    {
        if (report.Run.Worst.Count == 0)
        {
            return;
        }

        DateTimeZone zone = report.Mapping.Zone;
        Table table = words.IsChinese
            ? NewTable("工单", "行", "目标", "时限", "开始", "期限", "完成", ">超时")
            : NewTable("ticket", "line", "objective", "target", "started", "due", "done", ">late by");
        foreach (MissedCycle miss in report.Run.Worst)
        {
            table.AddRow(
                Cell(miss.Ticket),
                Cell(Number(miss.Line)),
                Cell(miss.Objective),
                Cell(miss.Target),
                Cell(words.Of(miss.Start, zone)),
                Cell(words.Of(miss.State.Due, zone)),
                Cell(miss.State.At is { } at ? words.Of(at, zone) : words.Say("not yet", "尚未")),
                Cell(words.Of(miss.State.LateBy)));
        }

        Line(console, "");
        Line(console, words.Say("The worst misses", "最严重的超时"));
        console.Write(table);
    }

    private static void WriteRows(IAnsiConsole console, string title, RowCounts rows, Problems broken, PageWords words)
    {
        Line(console, "");
        Line(console, title);
        if (rows.Rows + broken.Count == 0)
        {
            return;
        }

        Table table = words.IsChinese ? NewTable(">行数", "原因", "最前几行") : NewTable(">rows", "why", "first ones");
        foreach (IGrouping<string, Problem> group in broken.Shown.GroupBy(problem => problem.Code, StringComparer.Ordinal))
        {
            string count = Number(group.Count()) + (broken.Count > broken.Shown.Count ? words.Say(" or more", " 以上") : "");
            table.AddRow(Cell(count), Cell(group.Key), Cell(string.Join(words.Say("; ", "；"), group.Take(RowCounts.MostExamples).Select(problem => problem.In(words.Language)))));
        }

        foreach (RowCounts.Entry entry in rows.ByReason)
        {
            table.AddRow(
                Cell(Number(entry.Rows)),
                Cell(words.Of(entry.Reason)),
                Cell(words.ExamplesOf(entry)));
        }

        console.Write(table);
    }

    /// <summary>A table; a title that begins with &gt; is a column of numbers.</summary>
    private static Table NewTable(params string[] titles)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string title in titles)
        {
            TableColumn column = new(Markup.Escape(title.TrimStart('>')));
            table.AddColumn(title[0] == '>' ? column.RightAligned() : column);
        }

        return table;
    }

    private static Text Cell(string text, Style? colour = null) => new(Quoting.Cut(text, LongestCell), colour);

    private static void Line(IAnsiConsole console, string text) => console.WriteLine(text);

    private static string Hours(double? hours) => hours switch
    {
        null => "",
        < 1.0 / 60 => string.Create(CultureInfo.InvariantCulture, $"{hours * 3600:0.0} s"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{hours * 60:0.0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{hours:N2} h"),
    };
}

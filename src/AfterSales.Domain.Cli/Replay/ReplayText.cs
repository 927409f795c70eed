using System.Globalization;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>A replay as text for people.</summary>
internal static class ReplayText
{
    private const int LongestCell = 1000;

    internal static void Write(Session session, ReplayReport report)
    {
        IAnsiConsole console = session.Tables();
        ReplayRun run = report.Run;
        string asOf = run.AsOf is { } at ? ", as of " + TimeText.Of(at, report.Mapping.Zone) : "";
        Line(console, $"{report.Policy.Name} v{report.Policy.Version} on {Number(run.Tally.Tickets)} tickets ({Number(run.Rows)} rows) of {report.File}{asOf}");
        if (report.NotGrouped is { } where)
        {
            Line(console, $"The log is not grouped by ticket ({where.Ticket} comes back on line {Number(where.Line)}), so it was read twice and held in memory as a whole.");
        }
        else if (report.WasHeld && report.Mapping.RowsAreEvents)
        {
            Line(console, "The log was held in memory as a whole (--ungrouped).");
        }

        WriteAttainment(console, report);
        WriteMisses(console, report);
        WriteRows(console, $"{Number(run.Unused.Rows + run.Broken.Count)} rows not used", run.Unused, run.Broken);
        WriteRows(console, $"{Number(run.Remarks.Rows)} rows used that somebody should look at", run.Remarks, new Problems());
        if (run.Ignored.Count > 0)
        {
            Line(console, "");
            Line(console, "Events no clock could use: " + string.Join(", ", run.Ignored.Select(one => $"{Number(one.Value)} × {Words(one.Key)}")));
        }

        foreach (string failure in report.Failures)
        {
            Line(console, "");
            Line(console, "failed on " + failure);
        }
    }

    private static void WriteAttainment(IAnsiConsole console, ReplayReport report)
    {
        Line(console, "");
        if (report.Run.Tally.Rows.Count == 0)
        {
            Line(console, "No clock ran.");
            return;
        }

        Table table = NewTable("objective", "target", ">met", ">missed", ">attained", ">95 % interval", ">open", "else", ">mean", ">median");
        string? last = null;
        foreach (AttainmentRow row in report.Rows)
        {
            bool isFirst = !string.Equals(row.Objective, last, StringComparison.Ordinal);
            TimeTaken? taken = isFirst ? report.Run.TimeTaken.GetValueOrDefault(row.Objective) : null;
            last = row.Objective;
            table.AddRow(
                Cell(isFirst ? row.Objective : ""),
                Cell(row.Target.Length == 0 ? "(no target)" : row.Target),
                Cell(Number(row[CycleOutcome.Met])),
                Cell(Number(row[CycleOutcome.Missed])),
                Cell(Percent(row.Attainment)),
                Cell(Interval(row.Attainment)),
                Cell(Number(row[CycleOutcome.Open])),
                Cell(Else(row)),
                Cell(Hours(taken?.MeanHours)),
                Cell(Hours(taken?.MedianHours)));
        }

        console.Write(table);
        Line(console, "attained: met of met and missed, with its Wilson interval; mean and median: clock time from start to stop over all targets of the objective");
    }

    private static void WriteMisses(IAnsiConsole console, ReplayReport report)
    {
        if (report.Run.Worst.Count == 0)
        {
            return;
        }

        DateTimeZone zone = report.Mapping.Zone;
        Table table = NewTable("ticket", "line", "objective", "target", "started", "due", "done", ">late by");
        foreach (MissedCycle miss in report.Run.Worst)
        {
            table.AddRow(
                Cell(miss.Ticket),
                Cell(Number(miss.Line)),
                Cell(miss.Objective),
                Cell(miss.Target),
                Cell(TimeText.Of(miss.Start, zone)),
                Cell(TimeText.Of(miss.State.Due, zone)),
                Cell(miss.State.At is { } at ? TimeText.Of(at, zone) : "not yet"),
                Cell(TimeText.Of(miss.State.LateBy)));
        }

        Line(console, "");
        Line(console, "The worst misses");
        console.Write(table);
    }

    private static void WriteRows(IAnsiConsole console, string title, RowCounts rows, Problems broken)
    {
        Line(console, "");
        Line(console, title);
        if (rows.Rows + broken.Count == 0)
        {
            return;
        }

        Table table = NewTable(">rows", "why", "first ones");
        foreach (IGrouping<string, Problem> group in broken.Shown.GroupBy(problem => problem.Code, StringComparer.Ordinal))
        {
            string count = Number(group.Count()) + (broken.Count > broken.Shown.Count ? " or more" : "");
            table.AddRow(Cell(count), Cell(group.Key), Cell(string.Join("; ", group.Take(RowCounts.MostExamples))));
        }

        foreach (RowCounts.Entry entry in rows.ByReason)
        {
            table.AddRow(
                Cell(Number(entry.Rows)),
                Cell(entry.Text),
                Cell(string.Join(", ", entry.Examples.Select(example => $"line {Number(example.Line)}{(example.Ticket.Length == 0 ? "" : $" ({example.Ticket})")}"))));
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
            table.AddColumn(title[0] == '>' ? column.RightAligned().NoWrap() : column);
        }

        return table;
    }

    private static Text Cell(string text) => new(Quoting.Cut(text, LongestCell));

    private static void Line(IAnsiConsole console, string text) => console.WriteLine(text);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Hours(double? hours) => hours switch
    {
        null => "",
        < 1.0 / 60 => string.Create(CultureInfo.InvariantCulture, $"{hours * 3600:0.0} s"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{hours * 60:0.0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{hours:N2} h"),
    };

    private static string Percent(Share share) => share.Value is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";

    private static string Interval(Share share) => share.WilsonInterval(ConfidenceLevel.Percent95) is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{interval.Lower * 100:0.0}–{interval.Upper * 100:0.0}")
        : "";

    private static string Else(AttainmentRow row)
    {
        (CycleOutcome Outcome, string Word)[] others =
        [
            (CycleOutcome.Undated, "undated"), (CycleOutcome.Cancelled, "cancelled"), (CycleOutcome.Ended, "ended"), (CycleOutcome.Exempt, "exempt"), (CycleOutcome.NotCovered, "not covered"),
        ];
        return string.Join(", ", others.Where(other => row[other.Outcome] > 0).Select(other => $"{Number(row[other.Outcome])} {other.Word}"));
    }

    private static string Words(IgnoredReason reason) => reason switch
    {
        IgnoredReason.SecondStart => "a second start of a clock that runs once",
        IgnoredReason.WaitBegunTwice => "a wait begun twice",
        IgnoredReason.WaitNotBegun => "an end of a wait that has not begun",
        _ => "an amendment of nothing",
    };
}

using System.Globalization;
using System.Text;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>
/// Where misses cluster: weekday by hour of the due, darker for more of them. Holidays and make-up working days have rows of their own, below, and are told by name:
/// among the usual Mondays a holiday Monday would hide, and blur them.
/// </summary>
internal static class MissHeatMap
{
    internal static string Of(IReadOnlyList<HourSlice> hours, MarkedDates dates, PageWords words)
    {
        HourSlice[] holidays = [.. hours.Where(one => dates.HolidayOf(one.Date) is not null)];
        HourSlice[] makeUpDays = [.. hours.Except(holidays).Where(one => dates.MakeUpOf(one.Date) is not null)];
        ILookup<IsoDayOfWeek, HourSlice> usual = hours.Except(holidays).Except(makeUpDays).ToLookup(one => one.Date.DayOfWeek);
        List<(string Name, Cell[] Cells)> week = [.. Enumerable.Range(1, 7).Select(day => (words.WeekdayOf((IsoDayOfWeek)day), Row(usual[(IsoDayOfWeek)day])))];
        List<(string Name, Cell[] Cells)> special = [];
        if (holidays.Length > 0)
        {
            special.Add((words.Say("holidays", "节假日"), Row(holidays)));
        }

        if (makeUpDays.Length > 0)
        {
            special.Add((words.Say("make-up", "调休日"), Row(makeUpDays)));
        }

        long most = week.Concat(special).SelectMany(row => row.Cells).Max(cell => cell.Missed);
        StringBuilder table = new("<div class=\"wide\"><table class=\"heat\">\n<thead><tr>");
        table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{words.Say("hour", "时")}</th>");
        for (int hour = 0; hour < 24; hour++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{hour}</th>");
        }

        table.Append("</tr></thead>\n");
        Append(table, week, most);
        Append(table, special, most);
        return table.Append("</table></div>").ToString()
            + Named(words.Say("Holidays: ", "节假日："), holidays, dates.HolidayOf, words)
            + Named(words.Say("Make-up working days: ", "调休工作日："), makeUpDays, dates.MakeUpOf, words);
    }

    private static Cell[] Row(IEnumerable<HourSlice> hours)
    {
        Cell[] row = new Cell[24];
        foreach (HourSlice one in hours)
        {
            row[one.Hour] = new Cell(row[one.Hour].Met + one.Met, row[one.Hour].Missed + one.Missed);
        }

        return row;
    }

    private static void Append(StringBuilder table, List<(string Name, Cell[] Cells)> rows, long most)
    {
        if (rows.Count == 0)
        {
            return;
        }

        table.Append("<tbody>\n");
        foreach ((string name, Cell[] cells) in rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th>{string.Concat(cells.Select(cell => Markup(cell, most)))}</tr>\n");
        }

        table.Append("</tbody>\n");
    }

    private static string Markup(Cell cell, long most)
    {
        if (cell.Met + cell.Missed == 0)
        {
            return "<td></td>";
        }

        string share = HtmlPage.Number(Math.Sqrt((double)cell.Missed / Math.Max(1, most)) * 75);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<td style=\"background:color-mix(in srgb, var(--bad) {share}%, transparent)\" title=\"{cell.Missed} / {cell.Met + cell.Missed}\">{(cell.Missed == 0 ? "·" : cell.Missed)}</td>");
    }

    /// <summary>Each holiday or make-up day by its name, with what was missed of what was due then.</summary>
    private static string Named(string title, IReadOnlyCollection<HourSlice> hours, Func<LocalDate, OpeningReason?> reasonOf, PageWords words) => hours.Count == 0 ? "" : HtmlPage.Soft(
        title + string.Join(words.Say("; ", "；"), hours.GroupBy(one => NameOf(reasonOf(one.Date)!, words), StringComparer.Ordinal).Select(same =>
        {
            (string missed, string due) = (PageWords.Number(same.Sum(one => one.Missed)), PageWords.Number(same.Sum(one => one.Met + one.Missed)));
            return words.Say($"{same.Key} {missed} of {due} missed", $"{same.Key} {due} 个中超时 {missed} 个");
        })) + words.Say(".", "。"));

    private static string NameOf(OpeningReason reason, PageWords words) => words.Say(reason.Name!, reason.ChineseName ?? reason.Name!);

    private readonly record struct Cell(long Met, long Missed);
}

using System.Globalization;
using System.Text;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>Where misses cluster: weekday by hour of the due, darker for more of them.</summary>
internal static class MissHeatMap
{
    internal static string Of(IReadOnlyList<HourOfWeekSlice> hours, PageWords words)
    {
        Dictionary<(IsoDayOfWeek, int), HourOfWeekSlice> cells = hours.ToDictionary(one => (one.Day, one.Hour));
        long most = hours.Count == 0 ? 0 : hours.Max(one => one.Missed);
        StringBuilder table = new("<div class=\"wide\"><table class=\"heat\"><thead><tr><th></th>");
        for (int hour = 0; hour < 24; hour++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{hour}</th>");
        }

        table.Append("</tr></thead><tbody>\n");
        for (int day = 1; day <= 7; day++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{words.WeekdayOf((IsoDayOfWeek)day)}</th>");
            for (int hour = 0; hour < 24; hour++)
            {
                table.Append(Cell(cells.GetValueOrDefault(((IsoDayOfWeek)day, hour)), most));
            }

            table.Append("</tr>\n");
        }

        return table.Append("</tbody></table></div>").ToString();
    }

    private static string Cell(HourOfWeekSlice? one, long most)
    {
        if (one is null)
        {
            return "<td></td>";
        }

        string share = HtmlPage.Number(Math.Sqrt((double)one.Missed / Math.Max(1, most)) * 75);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<td style=\"background:color-mix(in srgb, var(--bad) {share}%, transparent)\" title=\"{one.Missed} / {one.Met + one.Missed}\">{(one.Missed == 0 ? "·" : one.Missed)}</td>");
    }
}

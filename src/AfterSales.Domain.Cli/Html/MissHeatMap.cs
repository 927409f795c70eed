using System.Globalization;
using System.Text;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>Where misses cluster: weekday by hour of the due, darker for more of them.</summary>
internal static class MissHeatMap
{
    private static readonly string[] English = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    internal static string Of(IReadOnlyList<HourOfWeekSlice> hours, bool chinese)
    {
        Dictionary<(IsoDayOfWeek, int), HourOfWeekSlice> cells = hours.ToDictionary(one => (one.Day, one.Hour));
        long most = hours.Count == 0 ? 0 : hours.Max(one => one.Missed);
        StringBuilder table = new("<div style=\"overflow-x:auto\"><table style=\"width:auto;font-size:.75rem\"><thead><tr><th></th>");
        for (int hour = 0; hour < 24; hour++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<th style=\"padding:.15rem;text-align:center\">{hour}</th>");
        }

        table.Append("</tr></thead><tbody>\n");
        for (int day = 1; day <= 7; day++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{WeekdayOf((IsoDayOfWeek)day, chinese)}</th>");
            for (int hour = 0; hour < 24; hour++)
            {
                table.Append(Cell(cells.GetValueOrDefault(((IsoDayOfWeek)day, hour)), most));
            }

            table.Append("</tr>\n");
        }

        return table.Append("</tbody></table></div>").ToString();
    }

    internal static string WeekdayOf(IsoDayOfWeek day, bool chinese) => (chinese ? Chinese : English)[(int)day - 1];

    private static string Cell(HourOfWeekSlice? one, long most)
    {
        const string shape = "padding:.2rem;min-width:1.7rem;text-align:center";
        if (one is null)
        {
            return $"<td style=\"{shape}\"></td>";
        }

        string share = HtmlPage.Number(Math.Sqrt((double)one.Missed / Math.Max(1, most)) * 75);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<td style=\"{shape};background:color-mix(in srgb, var(--bad) {share}%, transparent)\" title=\"{one.Missed} / {one.Met + one.Missed}\">{(one.Missed == 0 ? "·" : one.Missed)}</td>");
    }
}

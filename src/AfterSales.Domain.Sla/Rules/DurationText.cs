using System.Globalization;
using System.Text;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Prints durations as people say them: "1 h 30 min", "1 小时 30 分钟"; hours are not turned into days, since open days differ in length.</summary>
internal static class DurationText
{
    internal static string Of(Duration duration, bool chinese)
    {
        if (duration < Duration.Zero)
        {
            return "−" + Of(-duration, chinese);
        }

        StringBuilder text = new();
        long hours = ((long)duration.Days * 24) + duration.Hours;
        Append(text, hours, chinese ? "小时" : "h");
        Append(text, duration.Minutes, chinese ? "分钟" : "min");
        if (duration.SubsecondNanoseconds == 0)
        {
            Append(text, duration.Seconds, chinese ? "秒" : "s");
        }
        else
        {
            decimal seconds = duration.Seconds + (duration.SubsecondNanoseconds / 1_000_000_000m);
            Separate(text).Append(seconds.ToString("0.#########", CultureInfo.InvariantCulture)).Append(chinese ? " 秒" : " s");
        }

        return text.Length == 0 ? (chinese ? "0 秒" : "0 s") : text.ToString();
    }

    private static void Append(StringBuilder text, long amount, string unit)
    {
        if (amount != 0)
        {
            Separate(text).Append(amount.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(unit);
        }
    }

    private static StringBuilder Separate(StringBuilder text) => text.Length == 0 ? text : text.Append(' ');
}

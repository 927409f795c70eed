using System.Globalization;
using System.Text;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>Durations of clock time as ISO 8601 text: <c>P2D</c>, <c>PT1H30M</c>, <c>PT0.5S</c>. A day is 24 hours; years, months and weeks have no fixed or no agreed length here and are not read.</summary>
internal static class IsoDuration
{
    private const int MostDigits = 9;

    // Of days, hours, minutes, seconds: each by itself is a duration; whether their sum is one is seen when they are added.
    private static readonly long[] Most = [16_777_215, 24_000_000, 999_999_999, 999_999_999];

    internal static bool TryParse(string text, out Duration duration)
    {
        duration = Duration.Zero;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        int at = 1;
        bool inTime = false;
        int lastUnit = -1;
        while (at < text.Length)
        {
            if (text[at] == 'T')
            {
                if (inTime || ++at == text.Length)
                {
                    return false;
                }

                inTime = true;
                continue;
            }

            if (!TryPart(text, ref at, inTime, ref lastUnit, ref duration))
            {
                return false;
            }
        }

        return lastUnit >= 0;
    }

    internal static string Write(Duration duration)
    {
        if (duration < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "Allowed are durations from zero.");
        }

        StringBuilder text = new("P");
        Part(text, duration.Days, 'D');
        if (duration.Hours + duration.Minutes + duration.Seconds + duration.SubsecondNanoseconds == 0)
        {
            return text.Length == 1 ? "PT0S" : text.ToString();
        }

        text.Append('T');
        Part(text, duration.Hours, 'H');
        Part(text, duration.Minutes, 'M');
        if (duration.SubsecondNanoseconds != 0)
        {
            text.Append(duration.Seconds.ToString(CultureInfo.InvariantCulture)).Append('.')
                .Append(duration.SubsecondNanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0')).Append('S');
        }
        else
        {
            Part(text, duration.Seconds, 'S');
        }

        return text.ToString();
    }

    private static bool TryPart(string text, ref int at, bool inTime, ref int lastUnit, ref Duration duration)
    {
        long whole = 0;
        int start = at;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            whole = at - start < MostDigits ? whole * 10 + (text[at] - '0') : long.MaxValue;
        }

        if (at == start || at == text.Length)
        {
            return false;
        }

        long nanoseconds = 0;
        bool hasFraction = text[at] == '.';
        if (hasFraction)
        {
            int digits = 0;
            for (at++; at < text.Length && text[at] is >= '0' and <= '9' && digits < 9; at++, digits++)
            {
                nanoseconds = nanoseconds * 10 + (text[at] - '0');
            }

            for (int missing = digits; missing < 9; missing++)
            {
                nanoseconds *= 10;
            }

            if (digits == 0 || at == text.Length)
            {
                return false;
            }
        }

        int unit = (inTime, text[at++]) switch
        {
            (false, 'D') => 0,
            (true, 'H') => 1,
            (true, 'M') => 2,
            (true, 'S') => 3,
            _ => -1,
        };
        if (unit <= lastUnit || (hasFraction && unit != 3) || whole > Most[unit])
        {
            return false;
        }

        lastUnit = unit;
        Duration part = unit switch
        {
            0 => Duration.FromDays((int)whole),
            1 => Duration.FromHours(whole),
            2 => Duration.FromMinutes(whole),
            _ => Duration.FromSeconds(whole) + Duration.FromNanoseconds(nanoseconds),
        };
        if (part > Duration.MaxValue - duration)
        {
            return false;
        }

        duration += part;
        return true;
    }

    private static void Part(StringBuilder text, int number, char unit)
    {
        if (number != 0)
        {
            text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}

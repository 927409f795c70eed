using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli;

/// <summary>How the tool writes and reads instants and dates.</summary>
internal static class TimeText
{
    /// <summary>Beyond these, zones and delays may leave the range of the calendar.</summary>
    internal const int FirstYear = 1;

    /// <inheritdoc cref="FirstYear"/>
    internal const int LastYear = 9900;

    private static readonly string Years = string.Create(CultureInfo.InvariantCulture, $"{FirstYear} to {LastYear}");

    private const string Shape = "uuuu-MM-dd HH:mm o<g>";
    private const string ShapeWithSeconds = "uuuu-MM-dd HH:mm:ss.FFFFFFFFF o<g>";

    /// <summary>Such as <c>2026-03-31 09:00 +08</c>: local time with its offset, and seconds only where there are any. The weekday stands before it in the language of the report.</summary>
    internal static string Of(Instant at, DateTimeZone zone)
    {
        ZonedDateTime local = at.InZone(zone);
        return local.ToOffsetDateTime().ToString(local.TickOfSecond == 0 && local.Second == 0 && local.NanosecondOfSecond == 0 ? Shape : ShapeWithSeconds, CultureInfo.InvariantCulture);
    }

    /// <summary>Such as <c>3 d 4 h 20 min</c>; seconds only below an hour.</summary>
    internal static string Of(Duration duration) => Of(duration, "d", "h", "min", "s");

    /// <summary>The same in Simplified Chinese: <c>3 天 4 小时 20 分钟</c>.</summary>
    internal static string InChinese(Duration duration) => Of(duration, "天", "小时", "分钟", "秒");

    private static string Of(Duration duration, string days, string hours, string minutes, string seconds)
    {
        Duration size = duration < Duration.Zero ? -duration : duration;
        List<string> parts = [];
        Add(size.Days, days);
        Add(size.Hours, hours);
        Add(size.Minutes, minutes);
        if (size < Duration.FromHours(1))
        {
            Add(size.Seconds, seconds);
        }

        return (duration < Duration.Zero ? "-" : "") + (parts.Count == 0 ? "0 " + seconds : string.Join(' ', parts));

        void Add(int number, string unit)
        {
            if (number != 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {unit}"));
            }
        }
    }

    /// <summary>An option that holds a date such as 2026-02-01.</summary>
    internal static Option<LocalDate> DateOption(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (LocalDatePattern.Iso.Parse(result.Tokens[0].Value) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } date })
            {
                return date;
            }

            Refuse(result, "a date such as 2026-02-01");
            return default;
        },
    };

    /// <summary>An option that holds an instant with its offset; seconds may be left out.</summary>
    internal static Option<Instant?> InstantOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            Instant? at = ReadInstant(result.Tokens[0].Value);
            if (at is null)
            {
                Refuse(result, "an instant with its offset such as 2026-11-20T09:00+08:00 or 2026-11-20T01:00Z");
            }

            return at;
        },
    };

    private static Instant? ReadInstant(string text)
    {
        foreach (string shape in (ReadOnlySpan<string>)["uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFFo<G>", "uuuu-MM-dd'T'HH:mmo<G>"])
        {
            if (OffsetDateTimePattern.CreateWithInvariantCulture(shape).Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } at })
            {
                return at.ToInstant();
            }
        }

        return null;
    }

    private static void Refuse(ArgumentResult result, string allowed) =>
        result.AddError($"\"{result.Tokens[0].Value}\" is not allowed for {((OptionResult)result.Parent!).Option.Name}: give {allowed}, of the years {Years}.");
}

using System.Globalization;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>The words and figures of pages about tickets, in one of the two languages.</summary>
internal sealed class PageWords(string language)
{
    private static readonly string[] English = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    internal string Language { get; } = language;

    internal bool IsChinese { get; } = string.Equals(language, "zh", StringComparison.Ordinal);

    internal string Say(string english, string chinese) => IsChinese ? chinese : english;

    internal string Of(IFormattable text) => text.ToString(Language, CultureInfo.InvariantCulture);

    internal string WeekdayOf(IsoDayOfWeek day) => (IsChinese ? Chinese : English)[(int)day - 1];

    internal string TicketsOf(ReplayRun run, string file, DateTimeZone zone)
    {
        string asOf = run.AsOf is { } at ? Say($", as of {TimeText.Of(at, zone)}", $"，截至 {TimeText.Of(at, zone)}") : "";
        string tickets = Number(run.Tally.Tickets);
        return Say($"{tickets} tickets of {file}{asOf}", $"{file} 中的 {tickets} 张工单{asOf}");
    }

    /// <summary>A value of a dimension as it may stand under the dimension's name.</summary>
    internal string ValueOf(RequestDimension dimension, string value) => value.Length == 0
        ? Say("(not given)", "（未给出）")
        : IsChinese && dimension.IsFinite ? dimension.Describe(value, Language) : value;

    internal string TargetOf(string name) => name.Length == 0 ? Say("(no target)", "（无时限）") : name;

    internal static string NameOf(SlaPolicy policy) => string.Create(CultureInfo.InvariantCulture, $"{policy.Name} v{policy.Version}");

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Percent(Share share) => share.Value is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    internal static string Interval(Share share) => share.WilsonInterval(ConfidenceLevel.Percent95) is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{interval.Lower * 100:0.0}–{interval.Upper * 100:0.0}")
        : "";

    /// <summary>The difference in percentage points with its interval and sign, as in <c>−3.1 (−6.6…+0.4)</c>; a dash without one.</summary>
    internal static string Points(ShareDifference difference) => difference is { Value: { } value, Interval: { } interval }
        ? $"{Signed(value)} ({Signed(interval.Lower)}…{Signed(interval.Upper)})"
        : "–";

    private static string Signed(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}

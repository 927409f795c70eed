using System.Globalization;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>The words and figures that reports have in common, on a page or as text, in one of the two languages.</summary>
internal class PageWords(string language)
{
    private static readonly string[] EnglishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] ChineseDays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    internal string Language { get; } = language;

    internal bool IsChinese { get; } = string.Equals(language, "zh", StringComparison.Ordinal);

    internal string Say(string english, string chinese) => IsChinese ? chinese : english;

    internal string Of(IFormattable text) => text.ToString(Language, CultureInfo.InvariantCulture);

    /// <summary>Such as <c>Tue 2026-03-31 09:00 +08</c>, and in Chinese <c>周二 2026-03-31 09:00 +08</c>.</summary>
    internal string Of(Instant at, DateTimeZone zone) => $"{WeekdayOf(at.InZone(zone).DayOfWeek)} {TimeText.Of(at, zone)}";

    internal string FailedOn(Phrase condition) => Say("failed on ", "未通过：") + condition.In(Language);

    internal string WeekdayOf(IsoDayOfWeek day) => (IsChinese ? ChineseDays : EnglishDays)[(int)day - 1];

    internal string TicketsOf(ReplayRun run, string file, DateTimeZone zone)
    {
        string asOf = run.AsOf is { } at ? Say(", as of ", "，截至 ") + Of(at, zone) : "";
        string tickets = Number(run.Tally.Tickets);
        return Say($"{tickets} {(run.Tally.Tickets == 1 ? "ticket" : "tickets")} of {file}{asOf}", $"{file} 中的 {tickets} 张工单{asOf}");
    }

    /// <summary>A value of a dimension as it may stand under the dimension's name, which it need not say again.</summary>
    internal string ValueOf(RequestDimension dimension, string value)
    {
        if (value.Length == 0 || !IsChinese || !dimension.IsFinite)
        {
            return value.Length == 0 ? Say("(not given)", "（未给出）") : value;
        }

        string words = dimension.Describe(value, Language);
        return words.StartsWith(Of(dimension), StringComparison.Ordinal) ? words[Of(dimension).Length..] : words;
    }

    internal string Of(RowReason reason) => reason.In(Language);

    internal string Of(IgnoredEvent ignored) => $"{ignored.Event}: {Of(ignored.Reason)}{(ignored.Objective is null ? "" : Say($" ({ignored.Objective})", $"（{ignored.Objective}）"))}";

    internal string Of(IgnoredReason reason) => reason switch
    {
        IgnoredReason.SecondStart => Say("a second start of a clock that runs once", "只运行一次的计时再次开始"),
        IgnoredReason.WaitBegunTwice => Say("a wait begun twice", "等待重复开始"),
        IgnoredReason.WaitNotBegun => Say("an end of a wait that has not begun", "结束了尚未开始的等待"),
        IgnoredReason.NothingToAmend => Say("an amendment of nothing", "更正的事件不存在"),
        IgnoredReason.BeforeOpening => Say("an event before the amended opening", "早于更正后的工单创建"),
        _ => Say("an amendment of the opening", "更正了工单的创建"),
    };

    /// <summary>What became of the clocks that were neither met nor missed and are not open.</summary>
    internal string OthersOf(AttainmentRow row)
    {
        (CycleOutcome Outcome, string Word)[] others =
        [
            (CycleOutcome.Undated, Say("undated", "无期限")), (CycleOutcome.Cancelled, Say("cancelled", "已取消")), (CycleOutcome.Ended, Say("ended", "已结束")),
            (CycleOutcome.Exempt, Say("exempt", "豁免")), (CycleOutcome.NotCovered, Say("not covered", "未覆盖")),
        ];
        return string.Join(Say(", ", "，"), others.Where(other => row[other.Outcome] > 0).Select(other => $"{Number(row[other.Outcome])} {other.Word}"));
    }

    internal string Rows(long count) => Say($"{Number(count)} {(count == 1 ? "row" : "rows")}", $"{Number(count)} 行");

    /// <summary>A place in the file, with what stands there.</summary>
    internal string LineOf(long line, string what) => Say($"line {Number(line)}", $"第 {Number(line)} 行") + (what.Length == 0 ? "" : Say($" ({what})", $"（{what}）"));

    internal string ExamplesOf(RowCounts.Entry entry) => string.Join(Say(", ", "，"), entry.Examples.Select(example => LineOf(example.Line, example.Ticket)));

    internal string Of(Duration time) => IsChinese ? TimeText.InChinese(time) : TimeText.Of(time);

    internal string DueOf(SlaCycle cycle, DateTimeZone zone) => cycle.Due is { IsSet: true } due ? Of(due.At, zone) : Say("never", "无");

    internal string LevelOf(Finding finding) => finding switch
    {
        { IsAccepted: true } => Say("accepted", "已接受"),
        { Level: FindingLevel.Error } => Say("error", "错误"),
        { Level: FindingLevel.Warning } => Say("warning", "警告"),
        _ => Say("note", "提示"),
    };

    internal string TargetOf(string name) => name.Length == 0 ? Say("(no target)", "（无时限）") : name;

    internal static string NameOf(SlaPolicy policy) => string.Create(CultureInfo.InvariantCulture, $"{policy.Name} v{policy.Version}");

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Percent(Share share) => share.Value is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    internal static string Interval(Share share) => Interval(share, ConfidenceLevel.Percent95);

    internal static string Interval(Share share, ConfidenceLevel level) => share.WilsonInterval(level) is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{interval.Lower * 100:0.0}–{interval.Upper * 100:0.0}")
        : "";

    /// <summary>The difference in percentage points with its interval and sign, as in <c>−3.1 (−6.6…+0.4)</c>; a dash without one.</summary>
    internal static string Points(ShareDifference difference) => difference is { Value: { } value, Interval: { } interval }
        ? $"{Signed(value)} ({Signed(interval.Lower)}…{Signed(interval.Upper)})"
        : "–";

    private static string Signed(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}

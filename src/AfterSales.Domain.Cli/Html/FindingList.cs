using AfterSales.Domain.Cli.Verification;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>The findings of a policy, each with the cases that show it.</summary>
internal static class FindingList
{
    internal static string Of(IReadOnlyList<Finding> findings, DateTimeZone zone, PageWords words) => findings.Count == 0
        ? HtmlPage.Soft(words.Say("Verification found nothing.", "静态验证没有发现问题。"))
        : "<ul>" + string.Concat(findings.Select(one => $"<li>{HtmlPage.Text(words.Of(one))} <span class=\"soft\">[{words.LevelOf(one)}: {FindingNames.Of(one.Code)}]</span>{string.Concat(one.Examples.Select(example => Case(example, zone, words)))}</li>")) + "</ul>";

    /// <summary>The zone in which a policy's cases are told: that of its first calendar.</summary>
    internal static DateTimeZone ZoneOf(SlaPolicy policy) => policy.Calendars.Count == 0 ? DateTimeZone.Utc : policy.Calendars[0].Calendar.Zone;

    private static string Case(FindingExample example, DateTimeZone zone, PageWords words)
    {
        string due = example.Due is { } at ? words.Say(", due ", "，期限 ") + words.Of(at, zone) : "";
        string changed = example is { ChangedAt: { } changedAt, ChangedTo: { } request }
            ? words.Say($", at {words.Of(changedAt, zone)} {request}", $"，{words.Of(changedAt, zone)} 改为 {request:zh}")
            : "";
        string waits = example.WaitsFor is { } reason ? words.Say($", waiting for {reason}", $"，等待 {reason}") : "";
        return $"<br><span class=\"soft\">{HtmlPage.Text(words.Say($"{example.Request}: from {words.Of(example.Start, zone)}", $"{example.Request:zh}：{words.Of(example.Start, zone)} 起") + due + changed + waits)}</span>";
    }
}

using System.Text;
using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>The sentences of an explanation.</summary>
internal static class ExplanationText
{
    private static readonly ZonedDateTimePattern Pattern = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss.FFFFFFFFF o<g>", null);
    private static readonly ZonedDateTimePattern ShortPattern = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm o<g>", null);

    internal static string Of(Explanation explanation, bool chinese)
    {
        SlaCycle cycle = explanation.Cycle;
        StringBuilder text = new();
        string name = cycle.Target is null ? cycle.Objective.Name : $"{cycle.Objective.Name} / {cycle.Target.Name}";
        text.Append(name).Append(chinese ? "：" : ": ").Append(Due(explanation, chinese));
        Line(text, chinese
            ? $"由事件 {cycle.StartedBy} 于 {At(cycle.Start, explanation.Zone, chinese)} 开始计时。"
            : $"Started by event {cycle.StartedBy} at {At(cycle.Start, explanation.Zone, chinese)}.");
        Targets(text, explanation, chinese);
        Rule(text, explanation, chinese);
        foreach (ExplainedSegment segment in explanation.Segments)
        {
            Segment(text, explanation, segment, chinese);
        }

        NotBefore(text, explanation, chinese);
        if (explanation.Segments.Count > 0)
        {
            Line(text, chinese ? "在期限那一刻完成算按时，之后才算超时。" : "Done at the due instant is in time; later is late.");
        }

        Line(text, chinese
            ? $"依据策略 {explanation.Policy.Name} 第 {explanation.Policy.Version} 版。"
            : $"By policy {explanation.Policy.Name}, version {explanation.Policy.Version}.");
        return text.ToString();
    }

    internal static string Of(ExplainedSpan span, bool chinese)
    {
        string length = DurationText.Of(span.Duration, chinese);
        return span.Kind switch
        {
            SpanKind.Counted => chinese ? $"计入 {length}" : $"counted {length}",
            SpanKind.Closed => chinese ? $"不计（{span.Opening!.ToString("zh", null)}），{length}" : $"closed ({span.Opening}), {length}",
            _ => (chinese ? "暂停（" : "paused (") + Waits(span, chinese) + (chinese ? $"），{length}" : $"), {length}"),
        };
    }

    private static string Waits(ExplainedSpan span, bool chinese) => string.Join(chinese ? "、" : ", ", span.Waits.Select(wait =>
        wait == CycleJudge.ResolvedSpan.Reason
            ? (chinese ? "已解决、尚未重开" : "resolved, not reopened yet")
            : chinese ? $"等待 {wait}，责任方为{Side(wait.Party, true)}" : $"waiting for {wait}, on the {Side(wait.Party, false)}'s side"));

    private static string Side(ResponsibleParty party, bool chinese) => party switch
    {
        ResponsibleParty.Customer => chinese ? "客户" : "customer",
        ResponsibleParty.Supplier => chinese ? "供应商" : "supplier",
        ResponsibleParty.ThirdParty => chinese ? "第三方" : "third party",
        _ => chinese ? "公司" : "company",
    };

    private static string Due(Explanation explanation, bool chinese)
    {
        SlaCycle cycle = explanation.Cycle;
        if (cycle.Due is { IsSet: true } due)
        {
            return chinese ? $"期限为 {At(due.At, explanation.Zone, chinese)}。" : $"due {At(due.At, explanation.Zone, chinese)}.";
        }

        string why = cycle.Due is { } unset ? unset.ToString(chinese ? "zh" : "en", null) : cycle.State.ToString(chinese ? "zh" : "en", null);
        return chinese ? why + "。" : why + ".";
    }

    private static void Targets(StringBuilder text, Explanation explanation, bool chinese)
    {
        foreach (RejectedTarget rejected in explanation.Rejected)
        {
            Line(text, chinese
                ? $"不适用“{rejected.Target.Name}”：不满足 {rejected.Failed:zh}。"
                : $"Not \"{rejected.Target.Name}\", since this does not hold: {rejected.Failed}.");
        }

        if (explanation.Cycle.Target is { } target)
        {
            Line(text, chinese ? $"适用“{target.Name}”：{target.When:zh}。" : $"It is \"{target.Name}\": {target.When}.");
        }
    }

    private static void Rule(StringBuilder text, Explanation explanation, bool chinese)
    {
        if (explanation.Cycle is not { Target.Rule: { } rule, Calendar: { } calendar })
        {
            return;
        }

        string version = calendar.ZoneDataVersion is { } data ? (chinese ? $"，时区数据 {data}" : $", time-zone data {data}") : "";
        Line(text, chinese
            ? $"规则：{rule:zh}。日历：{calendar.Name}，第 {calendar.Version} 版{version}。"
            : $"Rule: {rule}. Calendar: {calendar.Name}, version {calendar.Version}{version}.");
    }

    private static void Segment(StringBuilder text, Explanation explanation, ExplainedSegment segment, bool chinese)
    {
        if (explanation.Segments.Count > 1)
        {
            Line(text, chinese ? $"按“{segment.Target.Name}”：" : $"Under \"{segment.Target.Name}\":");
        }

        foreach (ExplainedSpan span in segment.Spans)
        {
            Line(text, $"  {At(span.Start, explanation.Zone, chinese)} – {At(span.End, explanation.Zone, chinese)}: {Of(span, chinese)}");
        }
    }

    private static void NotBefore(StringBuilder text, Explanation explanation, bool chinese)
    {
        if (explanation.Cycle.NotBefore is { } floor && explanation.DueWithoutNotBefore is { IsSet: true } without && without.At < floor)
        {
            Line(text, chinese
                ? $"按规则本应为 {At(without.At, explanation.Zone, chinese)}，但改变它的事件发生在 {At(floor, explanation.Zone, chinese)}，期限不会早于该事件。"
                : $"By the rule it would be {At(without.At, explanation.Zone, chinese)}, but the event that changed it happened at {At(floor, explanation.Zone, chinese)}, and no event moves a due to before itself.");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append('\n').Append(line);

    private static string At(Instant instant, DateTimeZone zone, bool chinese)
    {
        ZonedDateTime local = instant.InZone(zone);
        return $"{MomentWords.WeekdayOf(local.LocalDateTime, chinese)} {(local.Second == 0 && local.NanosecondOfSecond == 0 ? ShortPattern : Pattern).Format(local)}";
    }
}

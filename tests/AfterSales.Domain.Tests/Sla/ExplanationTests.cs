using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class ExplanationTests
{
    [Fact]
    public void Why_is_this_due_on_Tuesday_after_the_spring_festival_R29()
    {
        SlaHistory history = Story.InShanghai().Opened("Sat 2026-02-14 17:30", RapidResponse.Mail).Signal("Sat 2026-02-14 17:30", Signal.Received).History;

        Explanation why = Explain(history, "reply", "Sat 2026-02-14 17:40");

        Assert.Equal(
            """
            reply / mail and chat: due Tue 2026-02-24 09:30 +08.
            Started by event e2 at Sat 2026-02-14 17:30 +08.
            It is "mail and chat": any request.
            Rule: 1 h of open time; received when closed: by the next 09:00 of a working day. Calendar: service-hours, version 1, TZDB.
              Sat 2026-02-14 17:30 +08 – Sat 2026-02-14 18:00 +08: counted 30 min
              Sat 2026-02-14 18:00 +08 – Sun 2026-02-15 00:00 +08: closed (outside the day's hours), 6 h
              Sun 2026-02-15 00:00 +08 – Tue 2026-02-24 00:00 +08: closed (closed: Spring Festival), 216 h
              Tue 2026-02-24 00:00 +08 – Tue 2026-02-24 09:00 +08: closed (outside the day's hours), 9 h
              Tue 2026-02-24 09:00 +08 – Tue 2026-02-24 09:30 +08: counted 30 min
            Done at the due instant is in time; later is late.
            By policy rapid-response, version 1.
            """.ReplaceLineEndings("\n"),
            WithoutZoneData(why.ToString("en", null)));
    }

    [Fact]
    public void An_explanation_reads_in_chinese_too()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Urgent, Locality.CrossRegion))
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).GoesOn("Tue 2026-03-31 11:30", "w1").History;

        Explanation why = Explain(history, "on-site", "Tue 2026-03-31 12:00");

        Assert.Equal(
            """
            on-site / urgent, elsewhere：期限为 周三 2026-04-01 10:30 +08。
            由事件 e2 于 周二 2026-03-31 10:00 +08 开始计时。
            不适用“urgent, in the city”：不满足 同城。
            适用“urgent, elsewhere”：严重程度紧急。
            规则：24 小时内。日历：always，第 1 版。
              周二 2026-03-31 10:00 +08 – 周二 2026-03-31 11:00 +08: 计入 1 小时
              周二 2026-03-31 11:00 +08 – 周二 2026-03-31 11:30 +08: 暂停（等待 customer，责任方为客户），30 分钟
              周二 2026-03-31 11:30 +08 – 周三 2026-04-01 10:30 +08: 计入 23 小时
            在期限那一刻完成算按时，之后才算超时。
            依据策略 rapid-response 第 1 版。
            """.ReplaceLineEndings("\n"),
            WithoutZoneData(why.ToString("zh", null)));
    }

    [Fact]
    public void Both_the_due_by_the_rule_and_the_event_it_may_not_precede_are_shown()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Important, Locality.SameCity)).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Reclassified("Tue 2026-03-31 15:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity)).History;

        Explanation why = Explain(history, "on-site", "Tue 2026-03-31 15:10");

        Assert.Equal(World.At("Tue 2026-03-31 12:00", World.Shanghai), why.DueWithoutNotBefore!.Value.At);
        Assert.Contains("By the rule it would be Tue 2026-03-31 12:00 +08, but the event that changed it happened at Tue 2026-03-31 15:00 +08", $"{why}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_proportional_change_is_explained_segment_by_segment_and_the_shares_sum_to_one()
    {
        SlaPolicy policy = new("modes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite.OnReclassify(ReclassifyMode.Proportional)]);
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Important, Locality.SameCity)).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Reclassified("Tue 2026-03-31 18:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity)).History;

        Explanation why = policy.Track(history, World.At("Tue 2026-03-31 18:30", World.Shanghai))["on-site"].Current!.Explain(World.Shanghai);

        Assert.Equal(["important, in the city", "urgent, in the city"], why.Segments.Select(segment => segment.Target.Name));
        Assert.Equal([Duration.FromHours(8), Duration.FromMinutes(80)], why.Segments.Select(segment => segment.Used!.Value));
        Assert.Equal(1.0, why.Segments.Sum(segment => segment.Used!.Value / segment.Allowance!.Value), 12);
    }

    [Fact]
    public void What_has_no_deadline_says_why_and_which_targets_do_not_hold()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Call).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).History;

        Explanation why = Explain(history, "on-site", "Tue 2026-03-31 10:10");

        Assert.Empty(why.Segments);
        Assert.Equal(4, why.Rejected.Count);
        Assert.StartsWith("on-site / by appointment: no deadline: exempt: general problems are visited by appointment.", $"{why}", StringComparison.Ordinal);
    }

    private static Explanation Explain(SlaHistory history, string objective, string asOf) =>
        RapidResponse.Policy.Track(history, World.At(asOf, World.Shanghai))[objective].Current!.Explain(World.Shanghai);

    private static string WithoutZoneData(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "(, time-zone data |，时区数据 )TZDB: [^\n.。]*", match => match.Value[0] == ',' ? ", TZDB" : "，TZDB");
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Each sentence of an explanation in both languages, and the spans that it is made of.</summary>
public class ExplanationPartTests
{
    private static readonly WaitReason Courier = WaitReason.Named("courier", ResponsibleParty.ThirdParty);

    [Fact]
    public void Waits_that_overlap_are_cut_so_that_each_span_names_what_was_waited_for()
    {
        Objective objective = Repair(Hours(4)).PausedBy(Pause.On(WaitReason.Customer), Pause.On(Courier));
        SlaHistory history = Received("Tue 2026-03-31 10:00")
            .Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 11:30", "w2", Courier)
            .GoesOn("Tue 2026-03-31 12:00", "w1").GoesOn("Tue 2026-03-31 12:30", "w2").History;

        Explanation why = Explain(objective, history, "Tue 2026-03-31 13:00");

        Assert.Equal(
            [
                "10:00 – 11:00 counted 1 h",
                "11:00 – 11:30 paused (waiting for customer, on the customer's side), 30 min",
                "11:30 – 12:00 paused (waiting for customer, on the customer's side, waiting for courier, on the third party's side), 30 min",
                "12:00 – 12:30 paused (waiting for courier, on the third party's side), 30 min",
                "12:30 – 15:30 counted 3 h",
            ],
            why.Spans.Select(span => $"{Clock(span.Start)} – {Clock(span.End)} {span.ToString()[(span.ToString().IndexOf(' ', StringComparison.Ordinal) + 1)..]}"));
        Assert.Contains("暂停（等待 customer，责任方为客户、等待 courier，责任方为第三方），30 分钟", $"{why:zh}", StringComparison.Ordinal);
        Assert.Equal("2026-03-31T02:00:00Z/2026-03-31T03:00:00Z counted 1 h", why.Spans.First().ToString());
        Assert.Equal($"all: {string.Join("; ", why.Spans)}", Assert.Single(why.Segments).ToString());
    }

    [Theory]
    [InlineData(ResponsibleParty.Customer, "customer", "客户")]
    [InlineData(ResponsibleParty.Supplier, "supplier", "供应商")]
    [InlineData(ResponsibleParty.ThirdParty, "third party", "第三方")]
    [InlineData(ResponsibleParty.Company, "company", "公司")]
    public void A_wait_says_on_whose_side_it_is(ResponsibleParty party, string english, string chinese)
    {
        WaitReason reason = WaitReason.Named("crane", party);
        SlaHistory history = Received("Tue 2026-03-31 10:00").Waits("Tue 2026-03-31 11:00", "w1", reason).GoesOn("Tue 2026-03-31 11:45", "w1").History;

        Explanation why = Explain(Repair(Hours(4)).PausedBy(Pause.On(reason)), history, "Tue 2026-03-31 12:00");

        Assert.Contains($": paused (waiting for crane, on the {english}'s side), 45 min", $"{why}", StringComparison.Ordinal);
        Assert.Contains($": 暂停（等待 crane，责任方为{chinese}），45 分钟", $"{why:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_between_a_resolution_and_its_reopening_does_not_count()
    {
        SlaHistory history = Received("Tue 2026-03-31 10:00").Signal("Tue 2026-03-31 11:00", Signal.Resolved).Signal("Tue 2026-03-31 13:00", Signal.Reopened).History;

        Explanation why = Explain(Repair(Hours(4)).OnReopen(ReopenMode.Resume), history, "Tue 2026-03-31 13:30");

        Assert.Equal(At("Tue 2026-03-31 16:00"), why.Cycle.Due!.Value.At);
        Assert.Contains("Tue 2026-03-31 11:00 +08 – Tue 2026-03-31 13:00 +08: paused (resolved, not reopened yet), 2 h", $"{why}", StringComparison.Ordinal);
        Assert.Contains("周二 2026-03-31 11:00 +08 – 周二 2026-03-31 13:00 +08: 暂停（已解决、尚未重开），2 小时", $"{why:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void Closed_hours_are_named_in_both_languages()
    {
        SlaHistory history = Story.InShanghai().Opened("Fri 2026-03-27 17:30", RapidResponse.Mail).Signal("Fri 2026-03-27 17:30", Signal.Received).History;

        Explanation why = RapidResponse.Policy.Track(history, At("Fri 2026-03-27 17:40"))["reply"].Current!.Explain(World.Shanghai);

        ExplainedSpan closed = why.Spans.First(span => span.Kind == SpanKind.Closed);
        Assert.Equal(At("Fri 2026-03-27 18:00"), closed.Start);
        Assert.Contains($": closed ({closed.Opening}), ", $"{why}", StringComparison.Ordinal);
        Assert.Contains($": 不计（{closed.Opening:zh}），", $"{why:zh}", StringComparison.Ordinal);
        Assert.DoesNotContain("closed (", $"{why:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void Clock_time_runs_through_the_night_whatever_calendar_its_target_names()
    {
        Target target = new Target("a day", RequestCondition.Any, Hours(24)).On(CalendarChoice.Named("service-hours"));
        Objective objective = new Objective("repair", Signal.Received, Signal.Resolved, [target]).PausedBy(Pause.On(WaitReason.Customer));
        SlaHistory history = Received("Fri 2026-03-27 17:00").Waits("Sat 2026-03-28 10:00", "w1", WaitReason.Customer).GoesOn("Sat 2026-03-28 11:00", "w1").History;

        Explanation why = Explain(objective, history, "Sat 2026-03-28 12:00");

        Assert.Equal([(SpanKind.Counted, 17.0), (SpanKind.Paused, 1.0), (SpanKind.Counted, 7.0)], why.Spans.Select(span => (span.Kind, span.Duration.TotalHours)));
    }

    [Fact]
    public void A_wait_that_begins_this_instant_has_no_span_yet()
    {
        SlaHistory history = Received("Tue 2026-03-31 10:00").Waits("Tue 2026-03-31 11:00", "w1", WaitReason.Customer).History;

        Explanation why = Explain(Repair(Hours(4)).PausedBy(Pause.On(WaitReason.Customer)), history, "Tue 2026-03-31 11:00");

        Assert.All(why.Spans, span => Assert.True(span.Duration > Duration.Zero));
        Assert.DoesNotContain(why.Spans, span => span.Kind == SpanKind.Paused);
        Assert.Equal(Duration.FromHours(4), Duration.FromTicks(why.Spans.Sum(span => span.Duration.BclCompatibleTicks)));
    }

    [Fact]
    public void Segments_are_headed_by_their_target_where_there_is_more_than_one()
    {
        SlaPolicy policy = new("modes", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [RapidResponse.OnSite.OnReclassify(ReclassifyMode.Proportional)]);
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Important, Locality.SameCity)).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);
        Explanation one = policy.Track(story.History, At("Tue 2026-03-31 10:30"))["on-site"].Current!.Explain(World.Shanghai);
        story.Reclassified("Tue 2026-03-31 18:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity));

        Explanation two = policy.Track(story.History, At("Tue 2026-03-31 18:30"))["on-site"].Current!.Explain(World.Shanghai);

        Assert.DoesNotContain("Under \"", $"{one}", StringComparison.Ordinal);
        Assert.Contains("\nUnder \"important, in the city\":\n", $"{two}", StringComparison.Ordinal);
        Assert.Contains("\nUnder \"urgent, in the city\":\n", $"{two}", StringComparison.Ordinal);
        Assert.Contains("\n按“important, in the city”：\n", $"{two:zh}", StringComparison.Ordinal);
        Assert.DoesNotContain("Under \"", $"{two:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_that_a_change_has_closed_names_closed_hours_only_where_they_count()
    {
        ExplainedSegment onTheClock = Changed(Hours(24), Hours(2)).Segments[0];
        ExplainedSegment inOpenTime = Changed(DeadlineRule.OpenTime(Duration.FromHours(8)), DeadlineRule.OpenTime(Duration.FromHours(4))).Segments[0];

        Assert.Equal(["10:00 – 14:30 Counted"], onTheClock.Spans.Select(span => $"{Clock(span.Start)} – {Clock(span.End)} {span.Kind}"));
        Assert.Equal(["10:00 – 12:00 Counted", "12:00 – 13:30 Closed", "13:30 – 14:30 Counted"], inOpenTime.Spans.Select(span => $"{Clock(span.Start)} – {Clock(span.End)} {span.Kind}"));

        static Explanation Changed(DeadlineRule before, DeadlineRule urgent)
        {
            Target Of(string name, RequestCondition when, DeadlineRule rule) => new Target(name, when, rule).On(CalendarChoice.Named("service-hours"));
            Objective objective = new Objective("repair", Signal.Received, Signal.Resolved, [Of("urgent", RequestCondition.Severity(Severity.Urgent), urgent), Of("else", RequestCondition.Any, before)])
                .OnReclassify(ReclassifyMode.Proportional);
            SlaHistory history = Received("Tue 2026-03-31 10:00").Reclassified("Tue 2026-03-31 14:30", RapidResponse.Mail.WithSeverity(Severity.Urgent)).History;
            return Explain(objective, history, "Tue 2026-03-31 14:40");
        }
    }

    [Fact]
    public void A_wait_is_named_as_long_as_its_cap_lasts_in_the_part_that_decides()
    {
        // On the clock the hour for the customer is used up at 12:40; in open time it would last until 14:10, but that part is due on Wednesday.
        DeadlineRule rule = DeadlineRule.Earliest(Hours(3), DeadlineRule.OpenTime(Duration.FromHours(5)));
        Objective objective = new Objective("repair", Signal.Received, Signal.Resolved, [new Target("all", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"))])
            .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromHours(1)), Pause.On(Courier));
        SlaHistory history = Received("Tue 2026-03-31 11:30")
            .Waits("Tue 2026-03-31 11:40", "w1", WaitReason.Customer).Waits("Tue 2026-03-31 11:50", "w2", Courier)
            .GoesOn("Tue 2026-03-31 14:30", "w1").GoesOn("Tue 2026-03-31 14:30", "w2").History;

        Explanation why = Explain(objective, history, "Tue 2026-03-31 15:00");

        Assert.Equal(
            ["11:30 – 11:40 Counted ", "11:40 – 11:50 Paused customer", "11:50 – 12:40 Paused customer, courier", "12:40 – 14:30 Paused courier", "14:30 – 17:20 Counted "],
            why.Spans.Select(span => $"{Clock(span.Start)} – {Clock(span.End)} {span.Kind} {string.Join(", ", span.Waits)}"));
    }

    [Fact]
    public void A_due_that_its_event_holds_up_says_so_in_chinese_too_and_no_other_does()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Important, Locality.SameCity)).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived);
        Explanation before = RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 10:10"))["on-site"].Current!.Explain(World.Shanghai);
        story.Reclassified("Tue 2026-03-31 15:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity));

        Explanation after = RapidResponse.Policy.Track(story.History, At("Tue 2026-03-31 15:10"))["on-site"].Current!.Explain(World.Shanghai);

        Assert.Contains("按规则本应为 周二 2026-03-31 12:00 +08，但改变它的事件发生在 周二 2026-03-31 15:00 +08，期限不会早于该事件。", $"{after:zh}", StringComparison.Ordinal);
        Assert.DoesNotContain("By the rule it would be", $"{before}", StringComparison.Ordinal);
    }

    [Fact]
    public void Seconds_are_said_where_there_are_some()
    {
        SlaHistory seconds = Received("Tue 2026-03-31 10:00:30").History;
        SlaHistory nanoseconds = Received("Tue 2026-03-31 10:00:00.000000007").History;

        Assert.Contains("at Tue 2026-03-31 10:00:30 +08.", $"{Explain(Repair(Hours(4)), seconds, "Tue 2026-03-31 11:00")}", StringComparison.Ordinal);
        Assert.Contains("at Tue 2026-03-31 10:00:00.000000007 +08.", $"{Explain(Repair(Hours(4)), nanoseconds, "Tue 2026-03-31 11:00")}", StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_target_the_objective_stands_alone_and_every_target_is_rejected()
    {
        Objective objective = new("repair", Signal.Received, Signal.Resolved, [new Target("urgent", RequestCondition.Severity(Severity.Urgent), Hours(2))]);

        Explanation why = Explain(objective, Received("Tue 2026-03-31 10:00").History, "Tue 2026-03-31 11:00");

        Assert.StartsWith("repair: ", $"{why}", StringComparison.Ordinal);
        Assert.StartsWith("repair：", $"{why:zh}", StringComparison.Ordinal);
        RejectedTarget rejected = Assert.Single(why.Rejected);
        Assert.Equal($"urgent: not {rejected.Failed}", rejected.ToString());
        Assert.Contains($"\nNot \"urgent\", since this does not hold: {rejected.Failed}.\n", $"{why}", StringComparison.Ordinal);
        Assert.DoesNotContain("It is \"", $"{why}", StringComparison.Ordinal);
        Assert.DoesNotContain("Done at the due instant", $"{why}", StringComparison.Ordinal);
        Assert.Null(why.DueWithoutNotBefore);
        Assert.Equal(why.ToString(), why.ToString("", null));
        Assert.Throws<FormatException>(() => why.ToString("de", null));
    }

    [Fact]
    public void Of_two_parts_with_the_same_due_the_first_explains_it()
    {
        DeadlineRule open = DeadlineRule.OpenTime(Duration.FromHours(1));
        SlaHistory history = Received("Tue 2026-03-31 10:00").History;
        Explanation ByParts(params DeadlineRule[] parts) => Explain(
            new Objective("repair", Signal.Received, Signal.Resolved, [new Target("all", RequestCondition.Any, DeadlineRule.Earliest(parts)).On(CalendarChoice.Named("service-hours"))]), history, "Tue 2026-03-31 10:10");

        Assert.NotNull(Assert.Single(ByParts(open, Hours(1)).Spans).Opening);
        Assert.Null(Assert.Single(ByParts(Hours(1), open).Spans).Opening);
        Assert.Null(Assert.Single(ByParts(DeadlineRule.OpenTime(Duration.FromHours(2)), DeadlineRule.Latest(Hours(1), DeadlineRule.OpenTime(Duration.FromMinutes(30)))).Spans).Opening);
    }

    [Fact]
    public void The_grace_of_an_appointment_is_explained_in_its_own_time()
    {
        SlaHistory history = Received("Tue 2026-03-31 10:00").Appointment("Tue 2026-03-31 10:00", "Tue 2026-03-31 17:00").History;
        Explanation By(DeadlineRule rule) => Explain(
            new Objective("repair", Signal.Received, Signal.Resolved, [new Target("all", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"))]), history, "Tue 2026-03-31 10:10");

        Assert.Equal((SpanKind.Counted, At("Tue 2026-03-31 19:00")), Assert.Single(By(DeadlineRule.Appointment(Duration.FromHours(2))).Spans) is var only ? (only.Kind, only.End) : default);
        Assert.Contains(By(DeadlineRule.AppointmentInOpenTime(Duration.FromHours(2))).Spans, span => span.Kind == SpanKind.Closed && span.Start == At("Tue 2026-03-31 18:00"));
    }

    [Fact]
    public void The_version_of_the_time_zone_data_is_told_in_both_languages()
    {
        Explanation why = Explain(
            new Objective("repair", Signal.Received, Signal.Resolved, [new Target("all", RequestCondition.Any, Hours(2)).On(CalendarChoice.Named("service-hours"))]), Received("Tue 2026-03-31 10:00").History, "Tue 2026-03-31 10:10");

        Assert.Contains($" Calendar: service-hours, version 1, time-zone data {World.ServiceHours.ZoneDataVersion}.", $"{why}", StringComparison.Ordinal);
        Assert.Contains($"日历：service-hours，第 1 版，时区数据 {World.ServiceHours.ZoneDataVersion}。", $"{why:zh}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_after_the_due_explains_nothing()
    {
        SlaHistory history = Received("Tue 2026-03-31 10:00").Waits("Tue 2026-03-31 12:30", "w1", WaitReason.Customer).History;

        Explanation why = Explain(Repair(Hours(2)).PausedBy(Pause.On(WaitReason.Customer)), history, "Tue 2026-03-31 13:00");

        Assert.Equal((SpanKind.Counted, At("Tue 2026-03-31 12:00")), Assert.Single(why.Spans) is var span ? (span.Kind, span.End) : default);
    }

    [Fact]
    public void Why_there_is_no_due_yet_is_said_in_both_languages()
    {
        Explanation why = Explain(Repair(DeadlineRule.Appointment(Duration.Zero)), Received("Tue 2026-03-31 10:00").History, "Tue 2026-03-31 13:00");

        Assert.StartsWith("repair / all: unset: no appointment has been agreed.\n", $"{why:en}", StringComparison.Ordinal);
        Assert.StartsWith("repair / all：无期限：尚未约定上门时间。\n", $"{why:zh}", StringComparison.Ordinal);
    }

    private static DeadlineRule Hours(int hours) => DeadlineRule.Elapsed(Duration.FromHours(hours));

    private static Objective Repair(DeadlineRule rule) => new("repair", Signal.Received, Signal.Resolved, [new Target("all", RequestCondition.Any, rule)]);

    private static Story Received(string at) => Story.InShanghai().Opened(at, RapidResponse.Mail).Signal(at, Signal.Received);

    private static Explanation Explain(Objective objective, SlaHistory history, string asOf) =>
        new SlaPolicy("parts", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).With(World.ServiceHours).Track(history, At(asOf))[objective.Name].Current!.Explain(World.Shanghai);

    private static string Clock(Instant at) => World.Text(at, World.Shanghai)[15..20];

    private static Instant At(string text) => World.At(text, World.Shanghai);
}

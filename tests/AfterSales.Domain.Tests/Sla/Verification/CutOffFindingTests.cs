using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

public class CutOffFindingTests
{
    [Fact]
    public void A_fault_between_two_short_stretches_is_shown_with_times_that_lie_in_them()
    {
        // Three minutes of opening: who asks in them has until noon, who asks after them until ten.
        BusinessCalendar brief = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-09:03"));
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(Next(12), otherwise: Next(10))))]).With(brief);

        Finding finding = Only(policy, FindingCode.NonMonotoneCutOff);

        Assert.Equal(
            [("Mon 2026-06-01 09:02:00", "Mon 2026-06-01 12:00:00"), ("Mon 2026-06-01 09:04:00", "Mon 2026-06-01 10:00:00")],
            finding.Examples.Select(one => (Text(one.Start), Text(one.Due))));
        Assert.All(finding.Examples, one => Assert.Equal(one.Due, TrackedDue(policy, one)));
    }

    [Fact]
    [Shows("R05")]
    public void R05_rewards_who_writes_after_closing()
    {
        Finding finding = Only(RapidResponse.Policy, FindingCode.NonMonotoneCutOff);

        Assert.Equal("reply / mail and chat: received Mon 17:50 is due Tue 09:50, received Mon 18:10 is due Tue 09:00", $"{finding}");
        Assert.Equal("reply / mail and chat：周一 17:50 收到，期限为 周二 09:50；周一 18:10 收到，期限反而为 周二 09:00", $"{finding:zh}");
        Assert.Equal(
            ["Mon 2026-01-05 17:50:00", "Tue 2026-01-06 09:50:00", "Mon 2026-01-05 18:10:00", "Tue 2026-01-06 09:00:00"],
            finding.Examples.SelectMany(one => new[] { Text(one.Start), Text(one.Due) }));
    }

    [Fact]
    public void The_two_cases_of_R05_can_be_put_into_the_clocks()
    {
        Finding finding = Only(RapidResponse.Policy, FindingCode.NonMonotoneCutOff);

        Assert.Equal(finding.Examples.Select(one => one.Due!.Value), finding.Examples.Select(one => TrackedDue(RapidResponse.Policy, one)));
        Assert.Equal(finding.Examples[0].Due!.Value, RapidResponse.ReplyRule.Due(finding.Examples[0].Start, World.ServiceHours).At);
    }

    [Fact]
    [Shows("R05")]
    public void R05_leaves_no_open_time_before_nine_when_doors_open_at_nine()
    {
        Finding finding = Only(RapidResponse.Policy, FindingCode.NoOpenTimeBeforeDue);
        FindingExample example = Assert.Single(finding.Examples);

        Assert.Equal("reply / mail and chat", finding.Place.ToString());
        Assert.Equal(example.Due!.Value, TrackedDue(RapidResponse.Policy, example));
        Assert.Equal(Duration.Zero, World.ServiceHours.WorkingTimeBetween(example.Start, example.Due.Value));
        Assert.EndsWith("with no open time in between", $"{finding}", StringComparison.Ordinal);
    }

    [Fact]
    public void One_open_hour_alone_rewards_nobody_for_waiting() => Clean(Policy(Reply(For("all", RequestCondition.Any, OpenHours(1)))));

    [Fact]
    public void A_later_time_after_closing_mends_both()
    {
        // Whoever writes after closing has until 10:00, an hour after opening and not before who wrote at 17:59.
        SlaPolicy policy = Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(10)))));

        Clean(policy);
    }

    [Fact]
    public void A_minute_before_that_is_a_fault_again_and_is_found_to_the_nanosecond()
    {
        DeadlineRule rule = DeadlineRule.IfOpen(OpenHours(1), otherwise: DeadlineRule.NextTime(new LocalTime(9, 59, 59).PlusNanoseconds(999_999_998)));

        Finding finding = Only(Policy(Reply(For("all", RequestCondition.Any, rule))), FindingCode.NonMonotoneCutOff);

        // One nanosecond before closing there is still an hour less a nanosecond on the next day: only that start is due later than who comes at 18:00.
        Assert.Equal("Mon 2026-06-01 17:59:59.999999999", Text(finding.Examples[0].Start));
        Assert.Equal("Tue 2026-06-02 09:59:59.999999999", Text(finding.Examples[0].Due));
        Assert.Equal("Tue 2026-06-02 09:59:59.999999998", Text(finding.Examples[1].Due));
    }

    [Fact]
    public void A_holiday_on_which_a_cut_off_falls_is_shown_only_when_there_is_no_ordinary_day()
    {
        // On Mon 2026-06-08 only, the office closes at noon.
        BusinessCalendar office = Office.OpenOn(new LocalDate(2026, 6, 8), DayHours.Parse("09:00-12:00"), "stock-taking");
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(9))))]).With(office);

        Assert.Equal("Mon 2026-06-01 17:50:00", Text(Only(policy, FindingCode.NonMonotoneCutOff).Examples[0].Start));
    }

    [Fact]
    public void A_deadline_that_ends_when_doors_open_is_found_for_working_days_too()
    {
        SlaPolicy policy = Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(8, 0)))));

        FindingExample example = Assert.Single(Only(policy, FindingCode.NoOpenTimeBeforeDue).Examples);

        Assert.Equal("Mon 2026-06-01 18:00:00", Text(example.Start));
        Assert.Equal("Tue 2026-06-02 08:00:00", Text(example.Due));
        HasNo(Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1)))), FindingCode.NoOpenTimeBeforeDue);
    }

    [Fact]
    public void Clock_time_has_no_doors() => Clean(Policy(Reply(new Target("all", RequestCondition.Any, Hours(1)))));
}

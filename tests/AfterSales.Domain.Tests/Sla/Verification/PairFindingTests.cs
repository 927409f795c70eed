using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

public class PairFindingTests
{
    [Fact]
    public void A_fault_of_a_single_nanosecond_is_found_on_either_side_of_it()
    {
        // By the next 17:00, strictly after the start: at 17:00 itself that is a whole day, a nanosecond more than the others have; later it is less.
        BusinessCalendar daily = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Su 09:00-18:00"));
        SlaPolicy Against(Duration others) => new SlaPolicy("small", 1, Start, [Reply(For("urgent", Urgent, Next(17)), For("else", RequestCondition.Any, DeadlineRule.Elapsed(others)))]).With(daily);

        Finding finding = Only(Against(Duration.FromHours(24) - Duration.Epsilon), FindingCode.LaterWhenMoreDemanding);

        Assert.Equal("Mon 2026-06-01 17:00:00", Text(finding.Examples[0].Start));
        Assert.Equal(Duration.Epsilon, finding.Examples[0].Due!.Value - finding.Examples[1].Due!.Value);
        HasNo(Against(Duration.FromHours(24)), FindingCode.LaterWhenMoreDemanding);
    }

    [Fact]
    public void A_nanosecond_in_which_one_part_of_a_composite_decides_is_not_lost()
    {
        // At 17:00 the next 17:00 is a nanosecond later than the other part, before and after it that is the later one.
        BusinessCalendar daily = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Su 09:00-18:00"));
        DeadlineRule almostADay = DeadlineRule.Elapsed(Duration.FromHours(24) - Duration.Epsilon);
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [Reply(For("urgent", Urgent, DeadlineRule.Latest(Next(17), almostADay)), For("else", RequestCondition.Any, almostADay))]).With(daily);

        Finding finding = Only(policy, FindingCode.LaterWhenMoreDemanding);

        Assert.Equal(("Mon 2026-06-01 17:00:00", "Tue 2026-06-02 17:00:00"), (Text(finding.Examples[0].Start), Text(finding.Examples[0].Due)));
    }

    [Fact]
    public void An_urgent_request_that_is_due_after_a_milder_one_is_found_between_boundaries()
    {
        // Urgent: one open hour; milder: the next 17:00. Only from 16:00 to 17:00 is the urgent one due later, and no calendar boundary lies there.
        SlaPolicy policy = Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("milder", RequestCondition.Any, Next(17))).OnReclassify(ReclassifyMode.Restart));

        Finding finding = Only(policy, FindingCode.LaterWhenMoreDemanding);

        Assert.Equal("reply / urgent: received Mon 16:10, severity urgent is due Mon 17:10, but severity general already Mon 17:00 (milder)", $"{finding}");
        Assert.Equal("reply / urgent：周一 16:10 收到，严重程度紧急的期限为 周一 17:10，严重程度一般的期限反而更早：周一 17:00（milder）", $"{finding:zh}");
        Assert.Equal(finding.Examples.Select(one => one.Due!.Value), finding.Examples.Select(one => TrackedDue(policy, one)));
    }

    [Fact]
    public void With_the_milder_time_as_a_bound_the_urgent_one_is_never_later()
    {
        DeadlineRule bounded = DeadlineRule.Earliest(OpenHours(1), Next(17));

        HasNo(Policy(Reply(For("urgent", Urgent, bounded), For("milder", RequestCondition.Any, Next(17)))), FindingCode.LaterWhenMoreDemanding);
    }

    [Fact]
    [Shows("R06", "R07")]
    public void R06_R07_nearer_and_more_urgent_is_never_later() => HasNo(RapidResponse.Policy, FindingCode.LaterWhenMoreDemanding);

    [Fact]
    public void Priorities_and_localities_are_ordered_too()
    {
        Target near = new("near", RequestCondition.Locality(Locality.SameCity), Hours(25));
        Target first = new("P1", RequestCondition.Priority(Priority.P1), Hours(25));
        Target rest = new("rest", RequestCondition.Any, Hours(24));

        Assert.Contains("same city is due", $"{Only(Policy(Reply(near, rest)), FindingCode.LaterWhenMoreDemanding)}", StringComparison.Ordinal);
        Assert.Contains("priority 1 is due", $"{Only(Policy(Reply(first, rest)), FindingCode.LaterWhenMoreDemanding)}", StringComparison.Ordinal);
        HasNo(Policy(Reply(new Target("phone", RequestCondition.Channel(Channel.Phone), Hours(25)), rest)), FindingCode.LaterWhenMoreDemanding);
    }

    [Fact]
    public void A_reclassification_that_leaves_no_time_is_shown_with_the_change()
    {
        SlaPolicy policy = Policy(Reply(new Target("urgent", Urgent, Hours(2)), new Target("else", RequestCondition.Any, Hours(24))));

        Finding finding = Only(policy, FindingCode.BreachOnReclassify);
        FindingExample example = Assert.Single(finding.Examples);

        Assert.Equal(FindingLevel.Note, finding.Level);
        Assert.Equal(
            "reply / urgent: received Mon 00:00 and due Tue 00:00 by \"else\", it has no time left when it becomes severity urgent at Mon 02:10: that would have been due Mon 02:00", $"{finding}");
        Instant at = example.ChangedAt!.Value;
        Assert.Equal(at, policy.Track(example.History, at)["reply"].Current!.Due!.Value.At);
        Assert.IsType<BreachedState>(policy.Track(example.History, at + Duration.Epsilon)["reply"].Current!.State);
    }

    [Theory]
    [InlineData(ReclassifyMode.Restart)]
    [InlineData(ReclassifyMode.Proportional)]
    public void Restart_and_proportional_leave_time(ReclassifyMode mode) =>
        Clean(Policy(Reply(new Target("urgent", Urgent, Hours(2)), new Target("else", RequestCondition.Any, Hours(24))).OnReclassify(mode)));

    [Fact]
    public void An_internal_promise_that_ends_after_the_customers_is_found()
    {
        Objective customer = Reply(For("promised", RequestCondition.Any, OpenHours(8)));
        Objective Desk(DeadlineRule rule) => new Objective("desk", Signal.Received, Signal.HandedOver, [For("within a day", RequestCondition.Any, rule)]).For(Party.Internal).Within("reply");
        SlaPolicy policy = Policy(customer, Desk(DeadlineRule.WorkingDay(1, new LocalTime(12, 0))));

        Finding finding = Only(policy, FindingCode.DoesNotFitWithin);

        Assert.Equal("desk / within a day", finding.Place.ToString());
        Assert.Equal(["desk", "reply"], finding.Examples.Select(one => one.Objective));
        Assert.True(finding.Examples[0].Due > finding.Examples[1].Due);
        Assert.Equal(finding.Examples.Select(one => one.Due!.Value), finding.Examples.Select(one => TrackedDue(policy, one)));
        Clean(Policy(customer, Desk(OpenHours(8))));
    }

    [Fact]
    public void Promises_that_start_on_different_signals_are_not_compared()
    {
        Objective desk = new Objective("desk", Signal.HandedOver, Signal.Resolved, [For("long", RequestCondition.Any, OpenHours(80))]).For(Party.Internal).Within("reply");

        Clean(Policy(Reply(For("promised", RequestCondition.Any, OpenHours(8))), desk));
    }

    [Fact]
    public void A_fault_that_only_the_longest_night_of_the_year_has_is_found()
    {
        // Berlin, night to Sun 2026-10-25: the hour from 02:00 stands twice, so 28 hours lie between Sat 00:00 and Sun 03:00; on all other nights it is 27 at most.
        BusinessCalendar always = BusinessCalendar.Weekly("berlin", World.Berlin, WeeklyHours.AllTheTime);
        Objective objective = Reply(
            new Target("urgent", Urgent, DeadlineRule.WorkingDay(1, new LocalTime(3, 0))).On(CalendarChoice.Named("berlin")),
            new Target("else", RequestCondition.Any, DeadlineRule.Earliest(Hours(27), DeadlineRule.Latest(Hours(3), DeadlineRule.WorkingDay(1, new LocalTime(3, 0)))))
                .On(CalendarChoice.Named("berlin")));
        SlaPolicy policy = new SlaPolicy("small", 1, Instant.FromUtc(2026, 6, 1, 0, 0), [objective]).With(always);

        Finding finding = Only(policy, FindingCode.LaterWhenMoreDemanding);

        Assert.Equal("Sat 2026-10-24 00:00:00", World.Text(finding.Examples[0].Start, World.Berlin));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 2, 0), finding.Examples[0].Due);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 0), finding.Examples[1].Due);
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>What is just allowed and what is just not: plans, terms, lines, texts, snapshots.</summary>
public class TicketBoundsTests
{
    private static readonly Instant Nine = At("Mon 2026-03-30 09:00");

    private static readonly LocalDate Delivered = new(2026, 3, 30);

    [Fact]
    public void A_plan_of_callbacks_has_1_to_100_rising_delays_longer_than_zero()
    {
        Assert.Equal(100, new CallbackPlan(Enumerable.Range(1, 100).Select(i => Duration.FromHours(i))).Delays.Count);
        Assert.All<Duration[]>(
            [
                [], [Duration.Zero], [Duration.FromHours(2), Duration.FromHours(2)], [Duration.FromHours(1), Duration.FromHours(3), Duration.FromHours(2)],
                [.. Enumerable.Range(1, 101).Select(i => Duration.FromHours(i))],
            ],
            delays => Assert.Throws<ArgumentException>(() => new CallbackPlan(delays)));
        CallbackPlan plan = new([Duration.FromHours(24), Duration.FromHours(72)]);
        Assert.Equal(plan, new CallbackPlan([Duration.FromHours(24), Duration.FromHours(72)]));
        Assert.NotEqual(plan, new CallbackPlan([Duration.FromHours(24)]));
    }

    [Fact]
    public void Maintenance_comes_every_so_many_months_on_the_day_of_the_first()
    {
        MaintenancePlan plan = new(new LocalDate(2026, 1, 31), 3);
        Assert.Equal(new LocalDate(2026, 1, 31), plan.NextDue(new LocalDate(2026, 1, 30)));
        Assert.Equal(new LocalDate(2026, 4, 30), plan.NextDue(new LocalDate(2026, 1, 31)));
        Assert.Equal(new LocalDate(2026, 4, 30), plan.NextDue(new LocalDate(2026, 4, 29)));
        Assert.Equal(new LocalDate(2026, 7, 31), plan.NextDue(new LocalDate(2026, 4, 30)));
        Assert.Equal(new LocalDate(2027, 1, 31), plan.NextDue(new LocalDate(2026, 12, 24)));
        Assert.Equal(240, new MaintenancePlan(Delivered, 240).EveryMonths);
        Assert.All([0, 241], months => Assert.Throws<ArgumentOutOfRangeException>(() => new MaintenancePlan(Delivered, months)));
    }

    [Fact]
    public void The_next_maintenance_is_the_first_of_the_plan_after_a_date_in_months_of_every_length()
    {
        foreach (LocalDate first in new[] { new LocalDate(2023, 12, 31), new LocalDate(2024, 2, 29), new LocalDate(2026, 4, 30), new LocalDate(2026, 8, 28) })
        {
            foreach (int everyMonths in new[] { 1, 2, 5, 12 })
            {
                MaintenancePlan plan = new(first, everyMonths);
                LocalDate[] dues = [.. Enumerable.Range(0, 40).Select(time => first.PlusMonths(time * everyMonths))];
                for (LocalDate date = first.PlusDays(-2); date < dues[24]; date = date.PlusDays(1))
                {
                    Assert.Equal(dues.First(due => due > date), plan.NextDue(date));
                }
            }
        }
    }

    [Fact]
    public void Return_and_exchange_run_from_the_day_of_delivery()
    {
        ReturnTerms terms = new(Delivered, 7, 15, 2);
        Assert.Equal((false, true, true, false), (terms.CanReturn(Delivered, Delivered.PlusDays(-1)), terms.CanReturn(Delivered, Delivered), terms.CanReturn(Delivered, Delivered.PlusDays(7)), terms.CanReturn(Delivered, Delivered.PlusDays(8))));
        Assert.Equal((true, false), (terms.CanExchange(Delivered, Delivered.PlusDays(15), 0), terms.CanExchange(Delivered, Delivered.PlusDays(16), 1)));
        Assert.Equal((true, false), (terms.CanExchange(Delivered, Delivered.PlusDays(99), 2), terms.CanExchange(Delivered, Delivered.PlusDays(-1), 2)));
        ReturnTerms sameDay = new(Delivered, 0, 0, 1);
        Assert.True(sameDay.CanReturn(Delivered, Delivered));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReturnTerms(Delivered, -1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReturnTerms(Delivered, 0, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReturnTerms(Delivered, 0, 0, 0));
    }

    [Fact]
    public void Terms_refuse_what_they_cannot_be()
    {
        LifecycleTerms terms = LifecycleTerms.Standard;
        Assert.Throws<ArgumentOutOfRangeException>(() => terms.RaisedAfterReopening(-1));
        Assert.All([Severity.Unknown, Severity.Urgent + 1], severity => Assert.Throws<ArgumentOutOfRangeException>(() => terms.ApprovingRemediesFrom(severity)));
        Assert.All<Severity?>(
            [null, Severity.General, Severity.Important, Severity.Urgent],
            severity => Assert.Equal(severity, terms.ApprovingRemediesFrom(severity).MajorRemedyFrom));
    }

    [Fact]
    public void A_quantity_reads_with_its_money_when_there_is_some()
    {
        Assert.Equal("2 of line 1", new LineQuantity("1", 2).ToString());
        Assert.Equal("2 of line 1 (40.5)", new LineQuantity("1", 2, 40.5m).ToString());
    }

    [Fact]
    public void Identifier_reason_and_lines_may_be_as_long_as_is_said()
    {
        Assert.Equal(2000, Do(Trigger.Cancel).WithReason(new string('x', 2000)).Reason!.Length);
        Assert.Throws<ArgumentException>(() => Do(Trigger.Cancel).WithReason(new string('x', 2001)));
        Assert.Equal(1000, Do(Trigger.Approve).WithLines(Enumerable.Range(1, 1000).Select(i => new LineQuantity($"{i}", 1))).Lines.Count);
        Assert.Throws<ArgumentException>(() => Do(Trigger.Approve).WithLines(Enumerable.Range(1, 1001).Select(i => new LineQuantity($"{i}", 1))));
        Assert.Throws<ArgumentException>(() => Do(Trigger.Approve).With("shelf", " "));
    }

    [Fact]
    public void Texts_of_the_host_stand_in_the_order_of_their_names() => Assert.Equal(
        ["aisle", "level", "shelf"], Do(Trigger.Approve).With("level", "1").With("shelf", "2").With("aisle", "3").Texts.Select(pair => pair.Key));

    [Fact]
    public void Each_detail_is_given_when_it_is_set_and_no_other()
    {
        TicketAction bare = Do(Trigger.Approve);
        (ActionDetail Detail, TicketAction Action)[] given =
        [
            (ActionDetail.Assignee, bare.WithAssignee(new PersonId("Wang"))), (ActionDetail.Team, bare.WithTeam(new TeamId("support"))),
            (ActionDetail.Reason, bare.WithReason("late")), (ActionDetail.Request, bare.WithRequest(LeakingPump)), (ActionDetail.Time, bare.WithTime(Nine)),
            (ActionDetail.Amount, bare.WithAmount(1)), (ActionDetail.Lines, bare.WithLines([new LineQuantity("1", 1)])),
            (ActionDetail.Link, bare.WithLink(new TicketLink(LinkKind.MergedInto, new TicketId("T-2")))), (ActionDetail.Person, bare.WithPerson(new PersonId("Wang"))),
        ];

        Assert.Equal(ActionDetail.WellKnown, given.Select(one => one.Detail));
        Assert.All(given, one => Assert.Equal([one.Detail], ActionDetail.WellKnown.Where(one.Action.Has)));
        Assert.DoesNotContain(ActionDetail.WellKnown, bare.Has);
    }

    [Fact]
    public void A_link_is_of_one_of_the_known_kinds()
    {
        Assert.Equal(
            ["repeat of T-2", "follow-up of T-2", "merged into T-2", "converted to T-2", "converted from T-2"],
            Enum.GetValues<LinkKind>().Select(kind => new TicketLink(kind, new TicketId("T-2")).ToString()));
        Assert.All([(LinkKind)(-1), LinkKind.ConvertedFrom + 1], kind => Assert.Throws<ArgumentOutOfRangeException>(() => new TicketLink(kind, new TicketId("T-2"))));
    }

    [Fact]
    public void A_state_that_waits_is_of_the_category_of_the_side_that_it_waits_for()
    {
        Assert.Equal(StateCategory.WaitingForCustomer, LifecycleState.Waiting("asked", WaitReason.Customer).Category);
        Assert.All([WaitReason.Parts, WaitReason.Supplier, WaitReason.ThirdParty], reason => Assert.Equal(StateCategory.WaitingForThirdParty, LifecycleState.Waiting("asked", reason).Category));
        Assert.Throws<InvalidOperationException>(() => LifecycleState.Waiting("asked", default));
    }

    [Fact]
    public void The_money_of_several_settlements_adds_up_and_is_never_more_than_was_paid()
    {
        WalkedCase back = Inspected();
        back.Then("Sat 2026-04-04 11:10", Quality, TicketAction.Scrap([new("1", 1, 10)]))
            .Then("Sat 2026-04-04 11:20", Finance, TicketAction.Refund([new("1", 1, 20)]));
        Assert.Equal("refund-within-paid", back.Refuses("Sat 2026-04-04 11:30", Finance, TicketAction.Refund([new("1", 1, 70.01m)])).UnmetGuards.Single().Name);
        back.Then("Sat 2026-04-04 11:30", Finance, TicketAction.Refund([new("1", 1, 70)]));
        Assert.Equal((2, 1, 100m), (back.Ticket.Lines[0].Refunded, back.Ticket.Lines[0].Scrapped, back.Ticket.Lines[0].RefundedAmount));
    }

    [Fact]
    public void Each_way_of_settling_pays_back_what_it_says()
    {
        Func<IEnumerable<LineQuantity>, TicketAction>[] ways = [TicketAction.Refund, TicketAction.Replace, TicketAction.RepairAtSupplier, TicketAction.Scrap, TicketAction.SendBack];
        foreach (Func<IEnumerable<LineQuantity>, TicketAction> way in ways)
        {
            WalkedCase back = Inspected();
            TransitionResult[] twice = [.. new[] { Agent, Quality, Finance, Warehouse, Manager, Supervisor, Actor.System }
                .Select(by => back.Ticket.Apply(way([new("1", 1, 7)]), At("Sat 2026-04-04 12:00"), by, new ActionId("first")))
                .OfType<AcceptedTransition>().Take(1)
                .SelectMany(first => new[] { Agent, Quality, Finance, Warehouse, Manager, Supervisor, Actor.System }
                    .Select(by => first.Ticket.Apply(way([new("1", 1, 5)]), At("Sat 2026-04-04 12:01"), by, new ActionId("second")))
                    .OfType<AcceptedTransition>().Take(1))];
            ReturnLine line = Assert.IsType<AcceptedTransition>(Assert.Single(twice)).Ticket.Lines[0];
            Assert.Equal((2, 12m), (line.Settled, line.RefundedAmount));
        }
    }

    [Fact]
    public void Snapshots_at_the_bounds_are_taken_and_just_beyond_refused()
    {
        Ticket opened = Ticket.Open(new TicketId(new string('T', 128)), LeakingPump, Lifecycles.Repair, Nine, Customer);
        Assert.Equal(opened, Ticket.From(opened.ToSnapshot(), Lifecycles.Repair));
        TicketSnapshot free = opened.ToSnapshot();
        free.RemedyCost = 0;
        Assert.Equal(0, Ticket.From(free, Lifecycles.Repair).RemedyCost);
        AllRefused(
            Lifecycles.Repair, opened,
            one => one.Id = new string('T', 129), one => one.Level = 0, one => one.RemedyCost = -1, one => one.ReworkCount = -1, one => one.Reminders = -1,
            one => one.FailedVisits = -1, one => one.FirstResolvedAt = Nine, one => one.LastResolvedAt = Nine, one => one.OpenedBy = default,
            one => one.Request = null, one => one.Version = 0, one => one.Version = 2, one => one.RecentEvents = [null!], one => one.RecentEvents = [], one => one.RecentEvents = null!,
            one => one.Links = [default], one => one.ReopenReasons = [null!], one => one.State = "closed", one => one.Format = 2, one => one.Lifecycle = "inquiry");
    }

    [Fact]
    public void Impossible_lines_of_a_snapshot_are_refused()
    {
        Ticket back = Inspected().Then("Sat 2026-04-04 11:20", Finance, TicketAction.Refund([new("1", 1, 100)])).Ticket;
        Assert.Equal(back, Ticket.From(back.ToSnapshot(), Lifecycles.Return));
        AllRefused(
            Lifecycles.Return, back,
            one => one.Lines[0].Line = " ", one => one.Lines[0].Bought = 0, one => one.Lines[0].Refunded = -1, one => one.Lines[0].Scrapped = 3,
            one => one.Lines[0].Received = 4, one => one.Lines[0].Approved = 6, one => one.Lines[0].RefundedAmount = 100.01m, one => one.Lines[0].RefundedAmount = -1,
            one => (one.Lines[0].Replaced, one.Lines[0].SentBack) = (2, 2), one => one.Lines = [null!]);
    }

    [Fact]
    public void A_remedy_needs_approval_from_its_class_or_above_its_cost()
    {
        Ticket At(Severity severity, LifecycleTerms terms, decimal cost)
        {
            Lifecycle lifecycle = Lifecycles.Complaint.With(terms);
            TicketSnapshot snapshot = Ticket.Open(new TicketId("C-1"), new ServiceRequest(RequestKind.Complaint).WithSeverity(severity), lifecycle, Nine, Customer).ToSnapshot();
            snapshot.RemedyCost = cost;
            return Ticket.From(snapshot, lifecycle);
        }

        LifecycleTerms byClass = LifecycleTerms.Standard.ApprovingRemediesAbove(null).ApprovingRemediesFrom(Severity.Important);
        Assert.Equal((false, true, true), (At(Severity.General, byClass, 1).NeedsRemedyApproval, At(Severity.Important, byClass, 1).NeedsRemedyApproval, At(Severity.Urgent, byClass, 1).NeedsRemedyApproval));
        LifecycleTerms byCost = LifecycleTerms.Standard.ApprovingRemediesAbove(500).ApprovingRemediesFrom(null);
        Assert.Equal((false, true), (At(Severity.Urgent, byCost, 500).NeedsRemedyApproval, At(Severity.Urgent, byCost, 500.01m).NeedsRemedyApproval));
    }

    [Fact]
    public void Results_read_in_both_languages()
    {
        Ticket opened = Ticket.Open(new TicketId("Q-1"), new ServiceRequest(RequestKind.Inquiry), Lifecycles.Inquiry, Nine, Customer);
        TransitionResult accepted = opened.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("a"));
        Assert.StartsWith("inquiry Q-1: ", $"{accepted}", StringComparison.Ordinal);
        Assert.Contains("现为", $"{accepted:zh}", StringComparison.Ordinal);
        RefusedTransition refused = Assert.IsType<RefusedTransition>(opened.Apply(Do(Trigger.Confirm), Nine, Agent, new ActionId("a")));
        Assert.Contains("不能", $"{refused:zh}", StringComparison.Ordinal);
        Assert.DoesNotContain("现在可以：无", $"{refused:zh}", StringComparison.Ordinal);
        Assert.DoesNotContain("possible now: nothing", $"{refused}", StringComparison.Ordinal);
        Assert.Equal(refused.Reason, Assert.IsType<RefusedTransition>(opened.Apply(Do(Trigger.Confirm), Nine, Agent, new ActionId("b"))).Reason);
        Assert.NotEqual(refused.Reason, Assert.IsType<RefusedTransition>(opened.Apply(TicketAction.Of(Trigger.Named("juggle")), Nine, Agent, new ActionId("b"))).Reason);
    }

    [Fact]
    public void A_line_that_a_snapshot_has_twice_is_refused()
    {
        TicketSnapshot snapshot = Inspected().Ticket.ToSnapshot();
        snapshot.Lines = [snapshot.Lines[0], Inspected().Ticket.ToSnapshot().Lines[0]];

        Assert.Contains("a line is there twice", Assert.Throws<ArgumentException>(() => Ticket.From(snapshot, Lifecycles.Return)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_approved_one_by_one_until_nothing_is_left_and_money_on_an_approval_is_no_refund()
    {
        Lifecycle counter = new(
            "counter",
            [LifecycleState.Of("requested", StateCategory.WaitingToStart)],
            [new Transition("requested", Trigger.Approve, "requested").When(Guards.SomethingToApprove).Doing(TransitionEffect.ApproveLines)]);
        WalkedCase walked = new(Ticket.Open(new TicketId("C-1"), LeakingPump, counter, Nine, Customer, [new LineQuantity("1", 2, 100), new LineQuantity("2", 1, 50)]));

        walked.Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 2, 1000)]));
        Assert.Equal(["approve"], walked.Ticket.Permitted(At("Mon 2026-03-30 10:01")).Select(one => one.Trigger.Name));
        walked.Then("Mon 2026-03-30 10:05", Agent, TicketAction.Approve([new("2", 1)]));
        Assert.Empty(walked.Ticket.Permitted(At("Mon 2026-03-30 10:06")));
        Assert.Equal(["something-to-approve"], walked.Refuses("Mon 2026-03-30 10:06", Agent, TicketAction.Approve([new("1", 1)])).UnmetGuards.Select(guard => guard.Name));
        Assert.Equal((0m, 0m), (walked.Ticket.Lines[0].RefundedAmount, walked.Ticket.Lines[1].RefundedAmount));
    }

    [Fact]
    public void A_repeat_is_asked_for_after_the_first_was_closed()
    {
        Ticket closed = new WalkedCase(Ticket.Open(new TicketId("R-1"), LeakingPump, Lifecycles.Repair, Nine, Agent))
            .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Cancel("wrong number")).Ticket;

        Assert.Equal(RefusalCode.NotClosed, Assert.IsType<RefusedTransition>(Repeat("Mon 2026-03-30 09:59", LeakingPump)).Reason.Code);
        Assert.IsType<AcceptedTransition>(Repeat("Mon 2026-03-30 10:00", LeakingPump));
        Assert.Equal(RefusalCode.AnotherMatter, Assert.IsType<RefusedTransition>(Repeat("Mon 2026-03-30 10:00", LeakingPump.WithProduct("KETTLE"))).Reason.Code);
        Assert.Equal(RefusalCode.WindowOver, Assert.IsType<RefusedTransition>(Repeat("Wed 2026-04-29 10:00", LeakingPump)).Reason.Code);

        TransitionResult Repeat(string at, ServiceRequest request) => closed.OpenRepeat(new TicketId("R-2"), request, At(at), Agent);
    }

    [Fact]
    public void Something_that_happened_before_the_last_event_is_recorded_no_earlier_than_that()
    {
        Ticket opened = Ticket.Open(new TicketId("Q-1"), new ServiceRequest(RequestKind.Inquiry), Lifecycles.Inquiry, At("Mon 2026-03-30 09:30"), Customer);

        AcceptedTransition late = Assert.IsType<AcceptedTransition>(opened.Apply(Do(Trigger.Accept), At("Mon 2026-03-30 09:10"), Agent, new ActionId("a")));
        AcceptedTransition expected = Assert.IsType<AcceptedTransition>(opened.Apply(Do(Trigger.Accept), At("Mon 2026-03-30 09:10"), Agent, new ActionId("a"), expectedVersion: 1));

        Assert.Equal((At("Mon 2026-03-30 09:10"), At("Mon 2026-03-30 09:30")), (late.Event.At, late.Event.RecordedAt));
        Assert.Equal(late.Event, expected.Event);
        Assert.Equal("inquiry Q-1: open (version 2)", late.Ticket.ToString());
        Assert.Null(late.Ticket.ComplainedOf);
    }

    [Fact]
    public void Who_may_not_is_told_who_may_in_both_languages()
    {
        Ticket opened = Ticket.Open(new TicketId("Q-1"), new ServiceRequest(RequestKind.Inquiry), Lifecycles.Inquiry, Nine, Customer);
        RefusalReason reason = Assert.IsType<RefusedTransition>(opened.Apply(TicketAction.Dispatch(Technician.Person), Nine, Customer, new ActionId("a"))).Reason;

        Assert.Equal("the role customer may not; it takes supervisor or system", $"{reason}");
        Assert.Equal("客户无权操作，须由主管或系统进行", $"{reason:zh}");
    }

    [Fact]
    public void The_time_of_an_action_reads_to_the_nanosecond() => Assert.Equal(
        "agree-visit (time 2026-03-30T01:00:00.000000001Z)", TicketAction.AgreeVisit(Nine + Duration.Epsilon).ToString());

    [Fact]
    public void Dates_of_different_calendar_systems_are_refused()
    {
        LocalDate date = new(2026, 3, 30);
        LocalDate persian = date.WithCalendar(CalendarSystem.PersianSimple);
        ReturnTerms terms = new(date, returnDays: 7, exchangeDays: 15, failedRepairsForExchange: 2);

        Assert.Throws<ArgumentException>(() => new MaintenancePlan(date, 6).NextDue(persian));
        Assert.Throws<ArgumentException>(() => ReturnTerms.InForce([terms], persian));
        Assert.Throws<ArgumentException>(() => terms.CanReturn(date, persian));
        Assert.Throws<ArgumentException>(() => terms.CanExchange(date, persian, 0));
    }

    private static void AllRefused(Lifecycle lifecycle, Ticket ticket, params Action<TicketSnapshot>[] faults)
    {
        for (int i = 0; i < faults.Length; i++)
        {
            TicketSnapshot broken = ticket.ToSnapshot();
            faults[i](broken);
            Assert.True(Record.Exception(() => Ticket.From(broken, lifecycle)) is ArgumentException, $"fault {i} was taken");
        }
    }

    private static WalkedCase Inspected() => new WalkedCase(Ticket.Open(
            new TicketId("R-1"), new ServiceRequest(RequestKind.Return).WithCustomer(Customer.Person).WithProduct("KETTLE").WithProblem("rust"),
            Lifecycles.Return, Nine, Customer, [new LineQuantity("1", 5, 100)]))
        .Then("Mon 2026-03-30 10:00", Agent, TicketAction.Approve([new("1", 3)]))
        .Then("Mon 2026-03-30 10:05", Agent, TicketAction.Authorise(until: At("Thu 2026-04-30 00:00")))
        .Then("Fri 2026-04-03 09:00", Warehouse, TicketAction.Receive([new("1", 3)]))
        .Then("Sat 2026-04-04 11:00", Quality, Trigger.Inspect);
}

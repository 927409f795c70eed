using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Repetition, concurrency, time, and what a refusal says.</summary>
public class TicketApplyTests
{
    private static readonly Instant Nine = At("Mon 2026-03-30 09:00");

    private static readonly Ticket New = Ticket.Open(new TicketId("Q-1"), new ServiceRequest(RequestKind.Inquiry), Lifecycles.Inquiry, Nine, Customer);

    [Fact]
    [Shows("R01", "R22", "R32")]
    public void Feedback_opens_a_ticket_by_itself_whatever_its_channel_and_kind()
    {
        foreach ((Channel channel, RequestKind kind) in Enum.GetValues<Channel>().SelectMany(_ => Enum.GetValues<RequestKind>(), (channel, kind) => (channel, kind)))
        {
            ServiceRequest feedback = new ServiceRequest(kind).WithChannel(channel).WithCustomer(Customer.Person).WithProduct("PUMP-0815").WithProblem("leaks");
            Ticket ticket = Ticket.Open(new TicketId("T-1"), feedback, Lifecycles.For(kind), Nine, Actor.System);

            Assert.Equal((1, Nine, Actor.System, feedback), (ticket.Version, ticket.OpenedAt, ticket.OpenedBy, ticket.Request));
            Assert.Equal((StateCategory.WaitingToStart, Trigger.Open, ticket.State.Name), (ticket.State.Category, ticket.LastEvent.Trigger, ticket.LastEvent.To));
        }
    }

    [Fact]
    public void An_action_that_is_repeated_is_answered_with_the_same_event_and_changes_nothing()
    {
        AcceptedTransition first = Accept(New, Do(Trigger.Accept), "a");
        Ticket later = Accept(first.Ticket, Do(Trigger.AskCustomer), "b").Ticket;

        AcceptedTransition again = Accept(later, Do(Trigger.Accept), "a");
        Assert.True(again.IsRepeated);
        Assert.Same(first.Event, again.Event);
        Assert.Same(later, again.Ticket);
    }

    [Fact]
    public void A_repeated_action_is_recognised_before_the_version_is_compared()
    {
        Ticket open = Accept(New, Do(Trigger.Accept), "a").Ticket;
        Assert.True(Assert.IsType<AcceptedTransition>(open.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("a"), expectedVersion: 1)).IsRepeated);
    }

    [Fact]
    public void A_repeated_action_is_recognised_when_it_closed_the_ticket()
    {
        AcceptedTransition closing = Assert.IsType<AcceptedTransition>(New.Apply(TicketAction.Cancel(reason: "found it"), Nine, Customer, new ActionId("a")));
        Assert.True(Assert.IsType<AcceptedTransition>(closing.Ticket.Apply(TicketAction.Cancel(reason: "found it"), Nine, Customer, new ActionId("a"))).IsRepeated);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Exactly_the_last_sixteen_action_ids_are_remembered(int later)
    {
        Ticket ticket = Accept(New, Do(Trigger.Accept), "first").Ticket;
        for (int i = 1; i < later; i++)
        {
            ticket = Accept(ticket, TicketAction.Transfer(to: new TeamId("support")), string.Create(CultureInfo.InvariantCulture, $"n{i}")).Ticket;
        }

        TransitionResult again = ticket.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("first"));
        Assert.Equal(later <= 16, again is AcceptedTransition { IsRepeated: true });
        Ticket loaded = Ticket.From(ticket.ToSnapshot(), Lifecycles.Inquiry);
        Assert.Equal(later <= 16, loaded.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("first")).IsAccepted);
        Assert.Equal(Math.Min(16, ticket.Version), ticket.RecentEvents.Count);
    }

    [Fact]
    public void An_action_id_of_another_action_is_refused()
    {
        Ticket open = Accept(New, Do(Trigger.Accept), "a").Ticket;
        RefusedTransition refused = Assert.IsType<RefusedTransition>(open.Apply(Do(Trigger.Answer), Nine, Agent, new ActionId("a")));
        Assert.Equal((RefusalCode.ActionIdReused, "the action id a belongs to accept of version 2"), (refused.Reason.Code, refused.Reason.ToString()));
    }

    [Fact]
    [Shows("R32")]
    public void An_action_for_another_version_is_stale()
    {
        Ticket open = Accept(New, Do(Trigger.Accept), "a").Ticket;
        RefusedTransition stale = Assert.IsType<RefusedTransition>(open.Apply(Do(Trigger.Answer), Nine, Agent, new ActionId("b"), expectedVersion: 1));
        Assert.Equal((RefusalCode.StaleVersion, "version 1 was expected, and it is version 2 by now"), (stale.Reason.Code, stale.Reason.ToString()));
        Assert.True(open.Apply(Do(Trigger.Answer), Nine, Agent, new ActionId("b"), expectedVersion: 2).IsAccepted);
    }

    [Fact]
    public void What_is_reported_late_keeps_both_instants()
    {
        Ticket open = Accept(New, Do(Trigger.Accept), "a").Ticket;
        AcceptedTransition late = Assert.IsType<AcceptedTransition>(
            open.Apply(Do(Trigger.AskCustomer), Nine - Duration.FromHours(24), Agent, new ActionId("b"), expectedVersion: null, recordedAt: Nine + Duration.FromHours(1)));
        Assert.Equal((Nine - Duration.FromHours(24), Nine + Duration.FromHours(1)), (late.Event.At, late.Event.RecordedAt));
        Assert.Equal(late.Event.At, late.Ticket.Since);
    }

    [Fact]
    public void What_is_reported_later_than_the_window_allows_is_refused()
    {
        RefusedTransition refused = Refused(New.Apply(Do(Trigger.Accept), Nine - Duration.FromHours(24) - Duration.Epsilon, Agent, new ActionId("a")));
        Assert.Equal((RefusalCode.BeforeLastEvent, 0), (refused.Reason.Code, refused.Permitted.Count));

        Ticket strict = Ticket.Open(New.Id, New.Request, Lifecycles.Inquiry.With(LifecycleTerms.Standard.ReportedLateWithin(Duration.Zero)), Nine, Customer);
        Assert.False(strict.Apply(Do(Trigger.Accept), Nine - Duration.Epsilon, Agent, new ActionId("a")).IsAccepted);
        Assert.True(strict.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("a")).IsAccepted);
    }

    [Fact]
    public void Nothing_is_recorded_before_it_happens_or_before_what_was_recorded_last()
    {
        Assert.Equal(RefusalCode.NotYetHappened, Refused(New.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("a"), null, Nine - Duration.Epsilon)).Reason.Code);
        Ticket late = Assert.IsType<AcceptedTransition>(New.Apply(Do(Trigger.Accept), Nine, Agent, new ActionId("a"), null, Nine + Duration.FromHours(2))).Ticket;
        Assert.Equal(RefusalCode.NotYetHappened, Refused(late.Apply(Do(Trigger.Answer), Nine, Agent, new ActionId("b"), null, Nine + Duration.FromHours(1))).Reason.Code);
    }

    [Fact]
    public void A_refusal_says_what_stands_against_it_and_what_is_possible_in_both_languages()
    {
        RefusedTransition refused = Refused(New.Apply(Do(Trigger.Confirm), Nine, Customer, new ActionId("a")));
        Assert.Equal(
            "inquiry Q-1 (new) refuses confirm: that does not lead out of new; possible now: accept (agent), dispatch (supervisor, system), "
            + "self serve (customer, system), cancel (customer, agent, supervisor), merge (agent, supervisor)",
            refused.ToString());
        Assert.Equal(
            "咨询Q-1（新建）不能确认解决：状态“新建”下没有这一操作；现在可以：接受（客服）、派工（主管、system）、自助结束（客户、system）、取消（客户、客服、主管）、合并（客服、主管）"
                .Replace("system", "系统", StringComparison.Ordinal),
            $"{refused:zh}");
        Assert.Throws<FormatException>(() => $"{refused:de}");
    }

    [Fact]
    public void Each_kind_of_refusal_has_its_code()
    {
        Ticket open = Accept(New, Do(Trigger.Accept), "a").Ticket;
        Assert.Equal(RefusalCode.UnknownTrigger, Refused(open.Apply(Do(Trigger.Named("dance")), Nine, Agent, new ActionId("b"))).Reason.Code);
        Assert.Equal(RefusalCode.NoOpening, Refused(open.Apply(Do(Trigger.Open), Nine, Agent, new ActionId("b"))).Reason.Code);
        Assert.Equal(RefusalCode.Role, Refused(open.Apply(Do(Trigger.Answer), Nine, Warehouse, new ActionId("b"))).Reason.Code);
        RefusedTransition missing = Refused(open.Apply(Do(Trigger.Transfer), Nine, Agent, new ActionId("b")));
        Assert.Equal((RefusalCode.MissingDetails, "team must be given", "必须提供团队"), (missing.Reason.Code, $"{missing.Reason}", $"{missing.Reason:zh}"));
        Assert.Equal([ActionDetail.Team], missing.Missing);
    }

    [Fact]
    public void Every_guard_words_its_refusal_in_both_languages() => Assert.All(Guards.All, guard =>
    {
        Lifecycle only = new("only", [LifecycleState.Of("a", StateCategory.Active), LifecycleState.Closed("z", TicketOutcome.Solved)],
            [new Transition("a", Trigger.Finish, "z").When(Guard.Named(guard.Name, GuardScope.Ticket, _ => false).Saying("never", "从不")), new Transition("a", Trigger.Close, "z")]);
        RefusedTransition refused = Refused(Ticket.Open(New.Id, New.Request, only, Nine, Agent).Apply(Do(Trigger.Finish), Nine, Agent, new ActionId("a")));
        Assert.Equal((guard.Name, "never", "从不"), (refused.UnmetGuards.Single().Name, $"{refused.Reason}", $"{refused.Reason:zh}"));
        Assert.Equal(["close"], refused.Permitted.Select(action => action.ToString()));
    });

    [Fact]
    public void The_first_row_whose_guards_fit_is_taken_and_the_nearest_miss_is_told()
    {
        Guard small = Guard.Named("small", GuardScope.Details, context => context.Action.Amount < 10).Saying("it is not small", "不小");
        Lifecycle table = new("table", [LifecycleState.Of("a", StateCategory.Active), LifecycleState.Closed("cheap", TicketOutcome.Solved), LifecycleState.Closed("dear", TicketOutcome.Solved)],
            [
                new Transition("a", Trigger.Charge, "cheap").When(small, Guards.InWarranty, Guards.AuthorisationOver),
                new Transition("a", Trigger.Charge, "dear").When(small.Opposite("large").Saying("it is small", "小")),
            ]);
        Ticket ticket = Ticket.Open(New.Id, New.Request, table, Nine, Agent);

        Assert.Equal("dear", Accept(ticket, TicketAction.Charge(amount: 10), "a").Ticket.State.Name);
        Assert.Equal("it is small", Refused(ticket.Apply(TicketAction.Charge(amount: 9), Nine, Agent, new ActionId("a"))).Reason.ToString());
        Assert.Equal(["cheap", "dear"], ticket.Permitted(Agent, Nine).SelectMany(action => action.Targets).Concat(["cheap"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Default_values_are_mistakes_of_the_program_and_not_of_the_business()
    {
        Assert.Throws<ArgumentNullException>(() => New.Apply(null!, Nine, Agent, new ActionId("a")));
        Assert.Throws<ArgumentException>(() => New.Apply(Do(Trigger.Accept), Nine, default, new ActionId("a")));
        Assert.Throws<ArgumentException>(() => New.Apply(Do(Trigger.Accept), Nine, new Actor(default, Role.Agent), new ActionId("a")));
        Assert.Throws<ArgumentException>(() => New.Apply(Do(Trigger.Accept), Nine, Agent, default));
        Assert.Throws<ArgumentException>(() => New.Permitted(default, Nine));
        Assert.Throws<ArgumentException>(() => Ticket.Open(default, New.Request, Lifecycles.Inquiry, Nine, Agent));
        Assert.Throws<ArgumentException>(() => Ticket.Open(New.Id, New.Request, Lifecycles.Inquiry, Nine, default));
        Assert.Throws<ArgumentNullException>(() => Ticket.Open(New.Id, null!, Lifecycles.Inquiry, Nine, Agent));
        Assert.Throws<ArgumentNullException>(() => Ticket.Open(New.Id, New.Request, null!, Nine, Agent));
        Assert.Throws<ArgumentException>(() => TicketAction.Of(default));
        Assert.Throws<ArgumentException>(() => new TicketLink(LinkKind.MergedInto, default));
        Assert.Throws<InvalidOperationException>(() => default(ActionId).Value);
        Assert.Throws<InvalidOperationException>(() => default(Trigger).Name);
    }

    [Fact]
    public void Details_out_of_bounds_are_refused_where_they_are_made()
    {
        Assert.Throws<ArgumentException>(() => TicketAction.Cancel(reason: " "));
        Assert.Throws<ArgumentException>(() => TicketAction.Cancel(reason: new string('x', 2001)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TicketAction.Quote(amount: -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineQuantity("1", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineQuantity("1", 1, -1));
        Assert.Throws<ArgumentException>(() => TicketAction.Receive([new("1", 1), new("1", 1)]));
        Assert.Throws<ArgumentException>(() => TicketAction.Receive([default]));
        Assert.Throws<ArgumentException>(() => TicketAction.Receive(Enumerable.Range(0, 1001).Select(i => new LineQuantity($"l{i}", 1))));
        Assert.Throws<ArgumentException>(() => Do(Trigger.Accept).With("reason", "typed"));
        Assert.Throws<ArgumentException>(() => Enumerable.Range(0, 33).Aggregate(Do(Trigger.Accept), (action, i) => action.With($"t{i}", "x")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaintenancePlan(new LocalDate(2026, 1, 1), 0));
        Assert.Throws<ArgumentException>(() => new CallbackPlan([]));
        Assert.Throws<ArgumentException>(() => new CallbackPlan([Duration.FromDays(2), Duration.FromDays(2)]));
    }

    [Fact]
    public void Every_detail_counts_for_the_equality_of_actions()
    {
        TicketAction plain = Do(Trigger.Accept);
        TicketAction[] different =
        [
            plain, Do(Trigger.Answer), plain.WithAssignee(Agent.Person), plain.WithTeam(new TeamId("t")), plain.WithReason("r"), plain.WithRequest(LeakingPump),
            plain.WithTime(Nine), plain.WithAmount(1), plain.WithLines([new("1", 1)]), plain.WithLines([new("1", 1, 1)]),
            plain.WithLink(new TicketLink(LinkKind.MergedInto, New.Id)), plain.WithPerson(Agent.Person), plain.With("serial-number", "9"),
        ];
        Assert.Equal(different.Length, different.Distinct().Count());
        Assert.Equal(different.Length, different.Select(action => action.ToString()).Distinct().Count());
        Assert.Equal(plain.With("a", "1").With("b", "2"), plain.With("b", "2").With("a", "0").With("a", "1"));
    }

    [Theory]
    [Shows("R36")]
    [InlineData("2026-01-31", 1, "2026-01-30", "2026-01-31")]
    [InlineData("2026-01-31", 1, "2026-01-31", "2026-02-28")]
    [InlineData("2026-01-31", 1, "2026-02-28", "2026-03-31")]
    [InlineData("2026-01-31", 6, "2027-06-01", "2027-07-31")]
    [InlineData("2024-02-29", 12, "2026-02-28", "2027-02-28")]
    [InlineData("2024-02-29", 12, "2027-03-01", "2028-02-29")]
    public void A_maintenance_plan_counts_from_its_first_date_and_does_not_drift(string first, int months, string after, string expected)
    {
        NodaTime.Text.LocalDatePattern iso = NodaTime.Text.LocalDatePattern.Iso;
        MaintenancePlan plan = new(iso.Parse(first).Value, months);
        Assert.Equal(iso.Parse(expected).Value, plan.NextDue(iso.Parse(after).Value));
    }

    private static AcceptedTransition Accept(Ticket ticket, TicketAction action, string id) =>
        Assert.IsType<AcceptedTransition>(ticket.Apply(action, Nine, Agent, new ActionId(id)));

    private static RefusedTransition Refused(TransitionResult result) => Assert.IsType<RefusedTransition>(result);
}

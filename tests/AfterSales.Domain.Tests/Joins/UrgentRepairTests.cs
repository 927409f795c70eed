using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Tickets;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Tickets.TicketWorld;
using SlaWorld = AfterSales.Domain.Tests.Sla.RapidResponse;

namespace AfterSales.Domain.Tests.Joins;

/// <summary>One urgent repair, walked through its lifecycle and from there into clocks, routing and the survey.</summary>
public class UrgentRepairTests
{
    private static readonly Actor Wang = TicketWorld.Technician;

    private static readonly ServiceRequest Urgent = UrgentUnderWarranty.WithLocality(Locality.SameCity).WithRegion("pudong").WithProductLine("pumps");

    private static readonly SlaPolicy Policy = new("joined", version: 1, Instant.FromUtc(2026, 1, 1, 0, 0),
    [
        SlaWorld.OnSite,
        new Objective("resolution", Signal.Received, Signal.Resolved, [new Target("two days", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(48)))])
            .PausedBy(Pause.On(WaitReason.Parts)).OnReopen(ReopenMode.Resume).CancelledOn(Signal.Merged, Signal.Cancelled),
    ]);

    [Fact]
    [Shows("R06", "R18", "R32")]
    public void The_tickets_events_become_the_clocks_history()
    {
        SlaHistory history = SlaProjection.Standard.HistoryOf(Lifecycles.Repair, Closed().Events);

        Assert.Equal(
            [
                "ticket-1 2026-03-27T09:50:00Z: opened",
                "ticket-1.2 2026-03-27T09:50:00Z: received",
                "ticket-2 2026-03-27T09:52:00Z: reclassified",
                "ticket-4 2026-03-27T09:55:00Z: task-received",
                "ticket-7 2026-03-27T11:10:00Z: arrived",
                "ticket-9 2026-03-27T11:30:00Z: waiting begins",
                "ticket-10 2026-03-27T11:31:00Z: progress-reported",
                "ticket-11 2026-03-27T11:35:00Z: reply",
                "ticket-11.2 2026-03-27T11:35:00Z: progress-told",
                "ticket-12 2026-03-28T01:00:00Z: waiting ends",
                "ticket-13 2026-03-28T03:00:00Z: resolved",
                "ticket-14 2026-03-28T03:05:00Z: confirmed",
            ],
            history.Events.Select(Short));
        Assert.Equal(Wang, history.Events.Single(one => one is SignalEvent { Signal: var signal } && signal == Signal.Arrived).Actor);
        Assert.Equal(WaitReason.Parts, history.Events.OfType<WaitBegunEvent>().Single().Reason);
    }

    [Fact]
    [Shows("R06", "R18")]
    public void The_clocks_run_on_that_history()
    {
        SlaHistory history = SlaProjection.Standard.HistoryOf(Lifecycles.Repair, Closed().Events);
        SlaReport report = Policy.Track(history, asOf: At("Mon 2026-03-30 09:00"));

        MetState onSite = Assert.IsType<MetState>(report["on-site"].Current!.State);
        Assert.Equal((At("Fri 2026-03-27 19:55"), At("Fri 2026-03-27 19:10")), (onSite.Due, onSite.At));

        // 48 hours from Fri 17:50, and 13.5 hours of waiting for parts.
        MetState resolution = Assert.IsType<MetState>(report["resolution"].Current!.State);
        Assert.Equal((At("Mon 2026-03-30 07:20"), At("Sat 2026-03-28 11:00")), (resolution.Due, resolution.At));
    }

    [Fact]
    [Shows("R06", "R15", "R17")]
    public void The_open_ticket_is_a_work_item_due_with_its_first_clock()
    {
        WalkedCase dispatched = Dispatched();
        SlaReport report = Policy.Track(SlaProjection.Standard.HistoryOf(Lifecycles.Repair, dispatched.Events), asOf: At("Fri 2026-03-27 17:56"));
        Skill pumps = Skill.Named("pumps");
        WorkItemPlan plan = WorkItemPlan.Empty
            .Requiring(RequestCondition.ProductLine("pumps") & RequestCondition.Severity(Severity.Urgent), pumps, 4)
            .Requiring(RequestCondition.ProductLine("pumps"), pumps, 2)
            .Preferring(RequestCondition.Any, Skill.Named("electronics"), 1, "nice-to-have")
            .Sizing(RequestCondition.Severity(Severity.Urgent), 3)
            .Sizing(RequestCondition.Any, 1)
            .AllowingProviders(!RequestCondition.Severity(Severity.Urgent));

        WorkItem item = plan.ItemOf(dispatched.Ticket, At("Fri 2026-03-27 17:55"), report);

        Assert.Equal(
            (new WorkItemId("T-4711"), Urgent, At("Fri 2026-03-27 17:50"), At("Fri 2026-03-27 17:55"), At("Fri 2026-03-27 19:55"), 3, false, Wang.Person),
            (item.Id, item.Request, item.CreatedAt, item.QueuedAt, item.Due!.Value, item.Size, item.MayBeOutsourced, item.LastTechnician!.Value));
        Assert.Equal([(pumps, 4), (Skill.Named("electronics"), 1)], item.Skills.Select(need => (need.Skill, need.MinimumLevel)));
        Assert.Null(plan.ItemOf(dispatched.Ticket, At("Fri 2026-03-27 17:55")).Due);
    }

    [Fact]
    [Shows("R23", "R24")]
    public void The_closed_ticket_is_a_survey_candidate_and_the_plan_decides()
    {
        Ticket closed = Closed().Ticket;
        SurveyCandidate candidate = SurveyJoin.CandidateOf(closed, RequestDimension.Region)!;
        Assert.Equal(("T-4711", At("Sat 2026-03-28 11:06"), "pudong"), (candidate.Ticket, candidate.ClosedAt, candidate.Stratum));
        Assert.Equal("", SurveyJoin.CandidateOf(closed)!.Stratum);
        Assert.Equal("", SurveyJoin.CandidateOf(closed, RequestDimension.Tier)!.Stratum);

        SurveyPlan plan = new(new Survey("after-service", 1, [SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive)]), SurveyDelay.Elapsed(Duration.FromDays(3)), ["sms"]);
        Assert.Equal(At("Tue 2026-03-31 11:06"), Assert.IsType<PlannedInvitation>(plan.Decide(candidate, addOpenTime: null)).SendAt);
    }

    [Fact]
    [Shows("R23")]
    public void Only_tickets_that_end_with_something_to_rate_are_candidates()
    {
        Assert.Null(SurveyJoin.CandidateOf(Dispatched().Ticket));
        Assert.Null(SurveyJoin.CandidateOf(Reported().Then("Fri 2026-03-27 17:52", Agent, TicketAction.Merge(into: new TicketId("T-1"))).Ticket));
        Assert.Null(SurveyJoin.CandidateOf(Reported().Then("Fri 2026-03-27 17:52", Customer, TicketAction.Cancel(reason: "found the valve")).Ticket));
    }

    [Fact]
    public void A_closed_ticket_is_no_work_and_nothing_waits_before_it_was_opened()
    {
        Assert.Contains("only open tickets are work", Assert.Throws<ArgumentException>(() => WorkItemPlan.Empty.ItemOf(Closed().Ticket, At("Sat 2026-03-28 11:06"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WorkItemPlan.Empty.ItemOf(Dispatched().Ticket, At("Fri 2026-03-27 17:49")));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkItemPlan.Empty.Requiring(RequestCondition.Any, Skill.Named("pumps"), 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkItemPlan.Empty.Sizing(RequestCondition.Any, 0));
    }

    [Fact]
    public void A_merged_or_cancelled_ticket_cancels_its_clocks_but_a_breach_before_stays()
    {
        WalkedCase merged = Reported().Then("Fri 2026-03-27 18:50", Agent, TicketAction.Merge(into: new TicketId("T-1")));
        SlaReport inTime = Policy.Track(SlaProjection.Standard.HistoryOf(Lifecycles.Repair, merged.Events), asOf: At("Mon 2026-03-30 09:00"));
        Assert.Equal(Signal.Merged, Assert.IsType<CancelledState>(inTime["resolution"].Current!.State).By!.Value);

        WalkedCase late = Reported().Then("Mon 2026-03-30 08:00", Agent, TicketAction.Merge(into: new TicketId("T-1")));
        SlaReport tooLate = Policy.Track(SlaProjection.Standard.HistoryOf(Lifecycles.Repair, late.Events), asOf: At("Mon 2026-03-30 09:00"));
        Assert.IsType<BreachedState>(tooLate["resolution"].Current!.State);
    }

    [Fact]
    [Shows("R21")]
    public void Work_that_the_customer_rejects_reopens_the_clock()
    {
        WalkedCase rejected = AtWork()
            .Then("Sat 2026-03-28 11:00", Wang, Trigger.Finish)
            .Then("Sat 2026-03-28 11:10", Customer, TicketAction.Reject(reason: "still drips"));

        Assert.Equal(
            [Signal.Resolved, Signal.Reopened],
            SlaProjection.Standard.HistoryOf(Lifecycles.Repair, rejected.Events).Events.OfType<SignalEvent>().Where(one => one.At >= At("Sat 2026-03-28 11:00")).Select(one => one.Signal));
    }

    [Fact]
    [Shows("R04")]
    public void What_the_switchboard_knows_is_joined_in_and_an_outbound_ticket_waits_for_no_answer()
    {
        SlaEvent pickedUp = SlaEvent.Signalled(new EventId("call-1"), At("Fri 2026-03-27 17:51"), Signal.PickedUp);
        SlaHistory history = SlaProjection.Standard.HistoryOf(Lifecycles.Repair, Dispatched().Events, [pickedUp]);
        Assert.Equal(2, history.Events.ToList().IndexOf(pickedUp));

        Ticket ours = Ticket.Open(new TicketId("T-1"), LeakingPump.With(SlaProjection.DirectionAttribute, SlaProjection.Outbound), Lifecycles.Repair, At("Fri 2026-03-27 17:50"), Agent);
        Assert.Equal(Signal.ReceivedOutbound, ((SignalEvent)SlaProjection.Standard.HistoryOf(Lifecycles.Repair, [ours.LastEvent]).Events[1]).Signal);
    }

    [Fact]
    public void A_projection_says_for_KPIs_too_which_events_are_replies()
    {
        Ticket complaint = Ticket.Open(new TicketId("C-1"), new ServiceRequest(RequestKind.Complaint), Lifecycles.Complaint, At("Fri 2026-03-27 17:50"), Customer);
        IReadOnlyList<TicketEvent> events = new WalkedCase(complaint).Then("Fri 2026-03-27 17:55", Agent, Trigger.Acknowledge).Events;
        SlaProjection silent = SlaProjection.Standard.Without(new SignalRule(Trigger.Acknowledge, Signal.Reply));

        Assert.Equal(At("Fri 2026-03-27 17:55"), KpiTicket.From(complaint.Id, Lifecycles.Complaint, events, At("Mon 2026-03-30 09:00")).RepliedAt);
        Assert.Null(KpiTicket.From(complaint.Id, Lifecycles.Complaint, events, At("Mon 2026-03-30 09:00"), silent).RepliedAt);
        Assert.Throws<ArgumentNullException>(() => KpiTicket.From(complaint.Id, Lifecycles.Complaint, events, At("Mon 2026-03-30 09:00"), null!));
    }

    [Fact]
    public void A_reply_is_a_persons_and_the_table_can_be_changed()
    {
        Ticket complaint = Ticket.Open(new TicketId("C-1"), new ServiceRequest(RequestKind.Complaint), Lifecycles.Complaint, At("Fri 2026-03-27 17:50"), Customer);
        WalkedCase bySystem = new WalkedCase(complaint).Then("Fri 2026-03-27 17:50", Actor.System, Trigger.Acknowledge);
        WalkedCase byAgent = new WalkedCase(complaint).Then("Fri 2026-03-27 17:55", Agent, Trigger.Acknowledge);

        Assert.Equal(Signal.AutomaticReply, Last(SlaProjection.Standard, bySystem));
        Assert.Equal(Signal.Reply, Last(SlaProjection.Standard, byAgent));

        SignalRule rule = new(Trigger.Acknowledge, "acknowledged", Signal.Named("acknowledged"));
        Assert.Equal(rule.Signal, Last(SlaProjection.Standard.With(rule), byAgent));
        Assert.Equal(Signal.Received, Last(SlaProjection.Standard.Without(new SignalRule(Trigger.Acknowledge, Signal.Reply)), byAgent));
        Assert.Contains("acknowledge → acknowledged: acknowledged", Assert.Throws<ArgumentException>(() => SlaProjection.Standard.Without(rule)).Message, StringComparison.Ordinal);

        static Signal Last(SlaProjection projection, WalkedCase walked) => ((SignalEvent)projection.HistoryOf(Lifecycles.Complaint, walked.Events).Events[^1]).Signal;
    }

    [Fact]
    public void Events_that_are_not_one_tickets_are_refused()
    {
        IReadOnlyList<TicketEvent> events = Closed().Events;

        Assert.Contains("at least one event", Refused(Lifecycles.Repair, []), StringComparison.Ordinal);
        Assert.Contains("first event must open", Refused(Lifecycles.Repair, events.Skip(1)), StringComparison.Ordinal);
        Assert.Contains("does not follow", Refused(Lifecycles.Repair, events.Where(one => one.Version != 3)), StringComparison.Ordinal);
        Assert.Contains("no state of the lifecycle complaint", Refused(Lifecycles.Complaint, events), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SlaProjection.Standard.HistoryOf(
            Lifecycles.Repair, events, [SlaEvent.Signalled(new EventId("early"), At("Fri 2026-03-27 17:49"), Signal.PickedUp)]));

        Assert.Throws<ArgumentNullException>(() => SlaProjection.Standard.HistoryOf(Lifecycles.Repair, events, [null!]));
        Assert.Throws<ArgumentNullException>(() => SlaProjection.Standard.HistoryOf(Lifecycles.Repair, [.. events, null!]));

        static string Refused(Lifecycle lifecycle, IEnumerable<TicketEvent> events) =>
            Assert.Throws<ArgumentException>(() => SlaProjection.Standard.HistoryOf(lifecycle, events)).Message;
    }

    [Fact]
    [Shows("R27")]
    public void The_repair_counts_in_the_kpis_with_what_was_read_from_its_events()
    {
        KpiTicket ticket = KpiTicket.From(new TicketId("T-4711"), Lifecycles.Repair, Closed().Events, asOf: At("Mon 2026-03-30 09:00"));

        Assert.Equal(
            (At("Fri 2026-03-27 17:52"), At("Fri 2026-03-27 19:35"), At("Sat 2026-03-28 11:00"), At("Sat 2026-03-28 11:06"), TicketOutcome.Solved),
            (ticket.StartedAt!.Value, ticket.RepliedAt!.Value, ticket.ResolvedAt!.Value, ticket.ClosedAt!.Value, ticket.Outcome));
        Assert.Equal((1, 0, 0, false, Duration.Zero, Wang.Person), (ticket.Visits, ticket.FailedVisits, ticket.Reopens, ticket.IsFirstContact, ticket.CustomerWait, ticket.Technician!.Value));
        Assert.Equal(Urgent, ticket.Request);
        Assert.Null(KpiTicket.From(new TicketId("T-4711"), Lifecycles.Repair, Closed().Events, asOf: At("Sat 2026-03-28 10:59")).ResolvedAt);
        Assert.Throws<ArgumentOutOfRangeException>(() => KpiTicket.From(new TicketId("T-4711"), Lifecycles.Repair, Closed().Events, asOf: At("Fri 2026-03-27 17:49")));
    }

    internal static WalkedCase Closed() => AtWork()
        .Then("Sat 2026-03-28 11:00", Wang, Trigger.Finish)
        .Then("Sat 2026-03-28 11:05", Customer, Trigger.AcceptWork)
        .Then("Sat 2026-03-28 11:06", Agent, Trigger.Close);

    private static WalkedCase Reported() => new(Ticket.Open(new TicketId("T-4711"), LeakingPump, Lifecycles.Repair, At("Fri 2026-03-27 17:50"), Agent));

    private static WalkedCase Dispatched() => Reported()
        .Then("Fri 2026-03-27 17:52", Agent, TicketAction.Triage(Urgent))
        .Then("Fri 2026-03-27 17:53", Agent, Trigger.Proceed)
        .Then("Fri 2026-03-27 17:55", Agent, TicketAction.Dispatch(to: Wang.Person));

    private static WalkedCase AtWork() => Dispatched()
        .Then("Fri 2026-03-27 17:58", Wang, Trigger.Accept)
        .Then("Fri 2026-03-27 18:05", Wang, Trigger.Depart)
        .Then("Fri 2026-03-27 19:10", Wang, Trigger.Arrive)
        .Then("Fri 2026-03-27 19:20", Wang, Trigger.Diagnose)
        .Then("Fri 2026-03-27 19:30", Wang, Trigger.NeedParts)
        .Then("Fri 2026-03-27 19:31", Wang, Trigger.ReportProgress)
        .Then("Fri 2026-03-27 19:35", Agent, Trigger.TellProgress)
        .Then("Sat 2026-03-28 09:00", Warehouse, Trigger.PartsIn);

    private static string Short(SlaEvent happened) => $"{happened.Id} {happened.At}: " + happened switch
    {
        OpenedEvent => "opened",
        ReclassifiedEvent => "reclassified",
        WaitBegunEvent => "waiting begins",
        WaitEndedEvent => "waiting ends",
        SignalEvent signal => signal.Signal.Name,
        _ => "?",
    };
}

using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Samples;

/// <summary>A pump in Shanghai fails at 17:50 on the last working day before a holiday: from the call to the KPIs. docs/from-ticket-to-deadline.md tells it with this code.</summary>
internal sealed class OneUrgentRepair
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly Actor Customer = new(new PersonId("Ms Chen"), Role.Customer);
    private static readonly Actor Agent = new(new PersonId("Lin"), Role.Agent);
    private static readonly Actor Hu = new(new PersonId("Director Hu"), Role.Leadership);
    private static readonly Actor Warehouse = new(new PersonId("Gao"), Role.Warehouse);

    private readonly List<string> _told = [];
    private readonly List<TicketEvent> _events = [];
    private readonly Rulebook _book = Rulebooks.RapidResponse;
    private Ticket _ticket = null!;
    private Actor _lead;

    /// <summary>Tells the whole story.</summary>
    internal string Tell()
    {
        Call();
        Mail();
        Team();
        Clocks();
        Work();
        Afterwards();
        OtherRules();
        Survey();
        Count();
        return string.Concat(_told.Select(line => line + "\n"));
    }

    private void Call()
    {
        ServiceRequest call = new ServiceRequest(RequestKind.Repair)
            .WithChannel(Channel.Phone).WithCustomer(Customer.Person).WithProduct("PUMP-0815").WithProblem("leaks, line stopped")
            .WithProductLine("pumps").WithRegion("pudong").WithLocality(Locality.SameCity).WithWarranty(WarrantyStatus.InWarranty);
        TriageDecision triage = Triage.Standard.Decide(new ProblemAssessment(EffectOnUse.Unusable).WithProductionOrDailyLifeStopped());
        Say($"{triage}");

        _ticket = Ticket.Open(new TicketId("T-4712"), call, _book.FindLifecycle("repair")!, At("2026-04-30 17:50"), Agent);
        _events.Add(_ticket.LastEvent);
        Do("2026-04-30 17:52", Agent, TicketAction.Triage(triage.ApplyTo(call)));
        Do("2026-04-30 17:53", Agent, TicketAction.Of(Trigger.Proceed).WithAmount(0));
        Say($"{_ticket.Request}");
    }

    private void Mail()
    {
        DeadlineRule reply = _book.Sla.Objectives.Single(one => one.Name is "reply").Targets[0].Rule!;
        DueResult mail = reply.Due(At("2026-04-30 17:50"), _book.Calendars[0]);
        Say($"a mail at 17:50 would be answered by {Text(mail.At)}");
        foreach (CalendarSpan span in _book.Calendars[0].Describe(At("2026-04-30 17:50"), mail.At).Where(span => span.Reason.Name is not null))
        {
            Say($"  {Text(span.Start)} – {Text(span.End)}: {span.Reason}");
        }
    }

    private void Team()
    {
        BusinessCalendar office = _book.Calendars[0];
        BusinessCalendar standby = BusinessCalendar.Always("standby", Shanghai);
        Skill pumps = Skill.Named("pumps");
        Skill electronics = Skill.Named("electronics");
        Technician[] people =
        [
            new Technician(new PersonId("zhao"), Grade.Senior, office).WithSkill(pumps, 5).Serving("pudong"),
            new Technician(new PersonId("wang"), Grade.Lead, standby).WithSkill(pumps, 3).Serving("pudong"),
            new Technician(new PersonId("wu"), Grade.Expert, standby).WithSkill(pumps, 5).Serving("pudong"),
            new Technician(new PersonId("xu"), Grade.Expert, standby).WithSkill(electronics, 4).Serving("pudong"),
        ];

        WorkItem item = WorkItemPlan.Empty
            .Requiring(RequestCondition.ProductLine("pumps"), pumps, 4)
            .Requiring(RequestCondition.Severity(Severity.Urgent), electronics, 3)
            .ItemOf(_ticket, queuedAt: At("2026-04-30 17:54"));
        TeamDecision team = (TeamDecision)_book.Routing!.Route(item, people, At("2026-04-30 17:54"));
        Say($"{team}");
        Say($"zhao: {team.Why(new PersonId("zhao"))}");

        _lead = new Actor(team.Lead.Id, Role.Technician);
        Do("2026-04-30 17:55", Agent, TicketAction.Dispatch(to: team.Lead.Id));
    }

    private void Clocks()
    {
        SlaEvent pickedUp = SlaEvent.Signalled(new EventId("call-1"), At("2026-04-30 17:50") + Duration.FromSeconds(40), Signal.PickedUp);
        SlaHistory history = SlaProjection.Standard.HistoryOf(_ticket.Lifecycle, _events, [pickedUp]);
        SlaReport report = _book.Sla.Track(history, asOf: At("2026-04-30 18:00"));
        Say($"pickup: {report["pickup"].Current!.State}");
        Say($"on-site: {report["on-site"].Current!.Target!.Name}, {report["on-site"].Current!.State}");
        foreach (PlannedAlarm alarm in report.PlannedAlarms)
        {
            Say($"  {Text(alarm.At)} {alarm.Objective}: {alarm.Alarm}");
        }
    }

    private void Work()
    {
        Do("2026-04-30 17:58", _lead, TicketAction.Of(Trigger.Accept));
        Do("2026-04-30 18:05", _lead, TicketAction.Of(Trigger.Depart));
        Do("2026-04-30 19:10", _lead, TicketAction.Of(Trigger.Arrive));

        RefusedTransition refused = (RefusedTransition)_ticket.Apply(TicketAction.Of(Trigger.Diagnose), At("2026-04-30 19:12"), _lead, new ActionId("too-early"));
        Say($"{refused.Reason}");
        Do("2026-04-30 19:15", Hu, TicketAction.Of(Trigger.ApproveRemedy));
        Do("2026-04-30 19:20", _lead, TicketAction.Of(Trigger.Diagnose));
        Do("2026-04-30 19:30", _lead, TicketAction.Of(Trigger.NeedParts));
        Do("2026-04-30 19:31", _lead, TicketAction.Of(Trigger.ReportProgress));
        Do("2026-04-30 19:35", Agent, TicketAction.Of(Trigger.TellProgress));
        Do("2026-04-30 21:00", Warehouse, TicketAction.Of(Trigger.PartsIn));
        Do("2026-04-30 21:10", _lead, TicketAction.Of(Trigger.ReportProgress));
        Do("2026-04-30 22:30", _lead, TicketAction.Of(Trigger.Finish));
        Do("2026-04-30 22:40", Customer, TicketAction.Of(Trigger.AcceptWork));
        Do("2026-04-30 22:45", Agent, TicketAction.Of(Trigger.Close));
        Say($"{_ticket.State.Name}: {_ticket.Outcome} after {_events.Count} events");
    }

    private void Afterwards()
    {
        SlaReport report = _book.Sla.Track(SlaProjection.Standard.HistoryOf(_ticket.Lifecycle, _events), asOf: At("2026-05-06 09:00"));
        foreach (SlaCycle cycle in report.Objectives.Where(one => one.Objective.Name is not "pickup").SelectMany(one => one.Cycles))
        {
            Say($"{cycle.Objective.Name} from {Text(cycle.Start)}: {cycle.State}");
        }
    }

    private void OtherRules()
    {
        SlaHistory history = SlaProjection.Standard.HistoryOf(_ticket.Lifecycle, _events);
        SlaReport report = Rulebooks.HomeAppliance.Sla.Track(history, asOf: At("2026-05-06 09:00"));
        SlaCycle repair = report["repair"].Current!;
        Say($"four hours of repair from {Text(repair.Start)}: due {Text(repair.Due!.Value.At)}, for {repair.Waits[0].Counted.TotalHours.ToString(CultureInfo.InvariantCulture)} h of waiting for {repair.Waits[0].Reason}");
        Say($"completion: due {Text(report["completion"].Current!.Due!.Value.At)}");
    }

    private void Survey()
    {
        SurveyPlan plan = Rulebooks.SatisfactionMechanism.SurveyPlan!;
        SurveyCandidate candidate = SurveyJoin.CandidateOf(_ticket, RequestDimension.Kind)!;
        PlannedInvitation invitation = (PlannedInvitation)plan.Decide(candidate, addOpenTime: null);
        Say($"asked by {invitation.Channel} at {Text(invitation.SendAt)}");

        SurveyResponse answer = new SurveyResponse("a-1", "T-4712", At("2026-05-03 11:00"), [4, 5, 2, 5, 5, 4])
            .Saying("words", "Good people, but it took the whole evening.");
        ClassifiedFeedback feedback = Rulebooks.SatisfactionMechanism.Feedback!.Classify(CustomerFeedback.From(plan.Survey, answer));
        Say($"{feedback}; {feedback.Owner} by {Text(feedback.Due!.Value)}");
        Say($"satisfied: {Csat.Of(plan.Survey.Clean([answer]), SurveyDimension.Overall)}");
    }

    private void Count()
    {
        Instant asOf = At("2026-06-30 00:00");
        SlaReport report = _book.Sla.Track(SlaProjection.Standard.HistoryOf(_ticket.Lifecycle, _events), asOf);
        KpiTally tally = new(new KpiPlan(asOf, Shanghai).RespondingBy("on-site").By(KpiDimension.Region));
        tally.Add(KpiTicket.From(_ticket.Id, _ticket.Lifecycle, _events, asOf).WithClocks(report));

        KpiResults pudong = tally.Of(KpiDimension.Region, "pudong");
        foreach (Kpi kpi in new[] { Kpi.ResponseOnTime, Kpi.SolutionRate, Kpi.FirstTimeFix, Kpi.RepeatRepair })
        {
            Say($"{pudong.Value(kpi, tally.Periods[0])}");
        }

        Say($"{pudong.Durations(KpiMeasure.ResolutionTime)}");
    }

    /// <summary>What a host does with an action: apply it, keep the new ticket and the event.</summary>
    private void Do(string at, Actor by, TicketAction action)
    {
        ActionId id = new(FormattableString.Invariant($"action-{_events.Count}"));
        (_ticket, TicketEvent happened) = (AcceptedTransition)_ticket.Apply(action, At(at), by, id);
        _events.Add(happened);
    }

    private void Say(FormattableString line) => _told.Add(FormattableString.Invariant(line));

    private static Instant At(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).GetValueOrThrow().InZoneStrictly(Shanghai).ToInstant();

    private static string Text(Instant at) => at.InZone(Shanghai).ToString("ddd uuuu'-'MM'-'dd HH:mm", CultureInfo.InvariantCulture);
}

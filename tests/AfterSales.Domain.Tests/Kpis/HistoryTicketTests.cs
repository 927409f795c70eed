using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Joins;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Kpis.KpiWorld;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>What KPIs know of a ticket when it comes from a history or a survey, not from events of this library.</summary>
public class HistoryTicketTests
{
    private static readonly TicketId Id = new("T-4711");

    [Fact]
    [Shows("R32")]
    public void A_history_tells_the_same_as_the_events_that_it_was_made_of()
    {
        IReadOnlyList<TicketEvent> events = UrgentRepairTests.Closed().Events;
        KpiTicket ofEvents = KpiTicket.From(Id, Lifecycles.Repair, events, AsOf);
        KpiTicket ofHistory = KpiTicket.From(Id, SlaProjection.Standard.HistoryOf(Lifecycles.Repair, events), AsOf);

        Assert.Equal(
            (ofEvents.OpenedAt, ofEvents.RepliedAt, ofEvents.FirstResolvedAt, ofEvents.ResolvedAt, ofEvents.Visits, ofEvents.Reopens, ofEvents.CustomerWait, ofEvents.Request),
            (ofHistory.OpenedAt, ofHistory.RepliedAt, ofHistory.FirstResolvedAt, ofHistory.ResolvedAt, ofHistory.Visits, ofHistory.Reopens, ofHistory.CustomerWait, ofHistory.Request));
        Assert.Equal(TicketOutcome.Solved, ofHistory.Outcome);
    }

    [Fact]
    public void Who_acts_as_an_agent_without_a_name_is_no_technician_to_count_by()
    {
        Ticket opened = Ticket.Open(Id, new ServiceRequest(RequestKind.Inquiry), Lifecycles.Inquiry, Start, new Actor(new PersonId("Ms Chen"), Role.Customer));
        TicketEvent accepted = new TicketEvent(2, Start + Duration.FromHours(1), new Actor(default, Role.Agent), TicketAction.Of(Trigger.Accept)).Between("new", "open");
        KpiTicket ticket = KpiTicket.From(Id, Lifecycles.Inquiry, [opened.LastEvent, accepted], AsOf);

        Assert.Null(ticket.Technician);
        Assert.Equal("", KpiDimension.Technician.ValueOf(ticket));
    }

    [Fact]
    public void Waits_for_the_customer_count_once_where_they_overlap_and_end_with_the_solution()
    {
        KpiTicket ticket = Read(
            Begun("a", 1, WaitReason.Customer), Begun("b", 2, WaitReason.Customer), Begun("c", 2, WaitReason.Parts), Ended("a", 3), Ended("b", 4), Ended("b", 5), Begun("d", 6, WaitReason.Customer),
            Said(Signal.Resolved, 8), Ended("d", 20));
        Assert.Equal(Duration.FromHours(5), ticket.CustomerWait);
        Assert.Equal(Duration.FromHours(3), KpiMeasure.CompanyTime.Of(ticket));
        Assert.Equal(AsOf - Start - Duration.FromHours(1), Read(Begun("a", 1, WaitReason.Customer)).CustomerWait);
    }

    [Fact]
    public void Signals_tell_fate_visits_and_reopening()
    {
        KpiTicket reopened = Read(Said(Signal.AutomaticReply, 0), Said(Signal.PickedUp, 1), Said(Signal.Arrived, 2), Said(Signal.VisitFailed, 3), Said(Signal.Arrived, 4), Said(Signal.Resolved, 5), Said(Signal.Confirmed, 6), Said(Signal.Reopened, 7));
        Assert.Equal((2, 1, 1, 1), (reopened.Visits, reopened.FailedVisits, reopened.Reopens, reopened.CustomerReopens));
        Assert.Equal((null, null, Start + Duration.FromHours(1), Start + Duration.FromHours(1)), (reopened.ResolvedAt, reopened.ClosedAt, reopened.RepliedAt, reopened.StartedAt));
        Assert.Equal((TicketOutcome.Merged, KpiExclusion.MergedAway), (Read(Said(Signal.Merged, 1)).Outcome, Read(Said(Signal.Merged, 1)).Exclusion));
        Assert.Equal(KpiExclusion.Converted, Read(Said(Signal.Reply, 1), Said(Signal.Converted, 2)).Exclusion);
        Assert.Equal(KpiExclusion.CancelledBeforeWork, Read(Said(Signal.CustomerMessage, 1), Said(Signal.Cancelled, 2)).Exclusion);
        Assert.Null(Read(Said(Signal.Reply, 1), Said(Signal.Cancelled, 2)).Exclusion);
        Assert.Equal(TicketOutcome.Open, Read(Said(Signal.Merged, 1), Said(Signal.Reopened, 2)).Outcome);
        Assert.Equal(0, Read(Said(Signal.VisitFailed, 1)).FailedVisits);
    }

    [Fact]
    public void Amendments_tests_and_what_lies_after_the_cut_off_are_heeded()
    {
        SlaEvent resolved = Said(Signal.Resolved, 5);
        SlaEvent takenBack = SlaEvent.TakenBack(new EventId("back"), Start + Duration.FromHours(6), resolved.Id, "pressed by mistake");
        Assert.Null(Read(resolved, takenBack).ResolvedAt);
        Assert.Null(KpiTicket.From(Id, History(resolved), Start + Duration.FromHours(4)).ResolvedAt);
        Assert.True(KpiTicket.From(Id, History(resolved).AsTest(), AsOf).IsTest);
        ServiceRequest urgent = Repair.WithSeverity(Severity.Urgent);
        Assert.Equal(urgent, Read(SlaEvent.Reclassified(new EventId("re"), Start + Duration.FromHours(1), urgent)).Request);
        Assert.Throws<ArgumentOutOfRangeException>(() => KpiTicket.From(Id, History(), Start - Duration.Epsilon));
    }

    [Fact]
    [Shows("R23", "R25", "R26")]
    public void An_answer_says_whether_it_counts_and_whether_the_customer_is_satisfied()
    {
        Survey survey = new("after-service", 1, [SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive)]);
        KpiTicket ticket = Opened("Mon 2026-03-02 09:00").Resolved(On("Mon 2026-03-02 12:00")).Surveyed();
        KpiSurvey Of(int? rating, AnswerLabel label) => SurveyJoin.Answered(ticket, survey, new LabelledAnswer(new SurveyResponse("A", "T-1", AsOf, [rating]), label)).Survey;

        Assert.Equal((KpiSurvey.Satisfied, KpiSurvey.Satisfied, KpiSurvey.NotSatisfied), (Of(5, AnswerLabel.Valid), Of(4, AnswerLabel.Valid), Of(3, AnswerLabel.Valid)));
        Assert.Equal((KpiSurvey.LeftOut, KpiSurvey.LeftOut), (Of(5, AnswerLabel.Duplicate), Of(null, AnswerLabel.Blank)));
        LabelledAnswer recovered = new(new SurveyResponse("A", "T-1", AsOf, [5]).AfterFollowUp(1), AnswerLabel.Valid);
        Assert.Equal(KpiSurvey.NotReturned, SurveyJoin.Answered(ticket, survey, recovered).Survey);
        LabelledAnswer other = new(new SurveyResponse("A", "T-2", AsOf, [5]), AnswerLabel.Valid);
        Assert.Contains("T-2", Assert.Throws<ArgumentException>(() => SurveyJoin.Answered(ticket, survey, other)).Message, StringComparison.Ordinal);
    }

    private static Instant Start => On("Mon 2026-03-02 09:00");

    private static KpiTicket Read(params SlaEvent[] events) => KpiTicket.From(Id, History(events), AsOf);

    private static SlaHistory History(params SlaEvent[] events) => new([SlaEvent.Opened(new EventId("opened"), Start, Repair), .. events]);

    private static SlaEvent Said(Signal signal, int hour) => SlaEvent.Signalled(new EventId($"{signal}-{hour}"), Start + Duration.FromHours(hour), signal);

    private static SlaEvent Begun(string wait, int hour, WaitReason reason) => SlaEvent.WaitBegun(new EventId($"{wait}-{hour}-begins"), Start + Duration.FromHours(hour), wait, reason);

    private static SlaEvent Ended(string wait, int hour) => SlaEvent.WaitEnded(new EventId($"{wait}-{hour}-ends"), Start + Duration.FromHours(hour), wait);
}

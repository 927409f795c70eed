using AfterSales.Domain.Calendars;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Samples;

/// <summary>
/// A year of enquiries of a service desk in Shanghai, each made from its number alone and walked through everything: its lifecycle, the clocks of a policy, the survey after
/// it. Any partition makes its own tickets, in any order and any process.
/// </summary>
internal static class SampleYear
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Instant NewYear = new LocalDate(2026, 1, 1).AtStartOfDayInZone(Shanghai).ToInstant();
    private static readonly Actor Agent = new(new PersonId("agent-1"), Role.Agent);
    private static readonly Actor Customer = new(new PersonId("customer"), Role.Customer);

    private static readonly BusinessCalendar Office = BusinessCalendar.Weekly("office", Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).With(ChinaHolidays.Through(2026));

    private static readonly SlaPolicy Policy = new SlaPolicy("desk", 1, NewYear,
    [
        new Objective("reply", Signal.Received, Signal.Reply, [new Target("one hour", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1))).On(CalendarChoice.Named("office"))]),
        new Objective("resolution", Signal.Received, Signal.Resolved, [new Target("two days", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(48)))])
            .PausedBy(Pause.On(WaitReason.Customer)).OnReopen(ReopenMode.Resume).CancelledOn(Signal.Merged, Signal.Cancelled),
    ]).With([Office]);

    private static readonly Survey Questions = new("after-service", 1,
    [
        SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive), SurveyQuestion.Rating("attitude", SurveyDimension.Attitude, AnswerScale.OneToFive),
        SurveyQuestion.Rating("effect", SurveyDimension.Effect, AnswerScale.OneToFive),
    ]);

    private static readonly SurveyPlan Invitations = new SurveyPlan(Questions, SurveyDelay.Elapsed(Duration.FromHours(24)), ["web"]).Asking(0.6);

    // Without the checks that compare answers with each other, cleaning needs no memory.
    private static readonly AnswerCleaner Cleaner = new CleaningThresholds(Questions, CleaningRules.Standard.KeepingDuplicates().KeepingSpeeders()).ToCleaner();

    /// <summary>How the year is counted: at its end, by region and channel.</summary>
    internal static KpiPlan Plan { get; } = new KpiPlan(NewYear + Duration.FromDays(365), Shanghai).RespondingBy("reply").ResolvingBy("resolution").By(KpiDimension.Region, KpiDimension.Channel);

    /// <summary>One ticket of the year, from its number.</summary>
    internal static KpiTicket Ticket(int number)
    {
        Dice dice = new((ulong)number * 2_654_435_761);
        TicketId id = new(FormattableString.Invariant($"Y-{number:000000}"));
        List<TicketEvent> events = Walked(id, dice);
        SlaHistory history = SlaProjection.Standard.HistoryOf(Lifecycles.Inquiry, events);
        Ticket closed = ((ReplayedTicket)Tickets.Ticket.Replay(id, Lifecycles.Inquiry, events)).Ticket;
        KpiTicket ticket = KpiTicket.From(id, Lifecycles.Inquiry, events, Plan.AsOf).WithClocks(Policy.Track(history, Plan.AsOf));
        return SurveyJoin.CandidateOf(closed) is { } candidate && Invitations.Decide(candidate, Office.Add) is PlannedInvitation invitation
            ? Answered(ticket.Surveyed(), invitation.SendAt, dice)
            : ticket;
    }

    /// <summary>The lifecycle: accepted, perhaps asked back, answered, and then confirmed, rejected and answered again, left open, taken back or merged.</summary>
    private static List<TicketEvent> Walked(TicketId id, Dice dice)
    {
        Instant at = NewYear + Duration.FromSeconds((long)dice.Between(0, 364 * 86_400));
        ServiceRequest request = new ServiceRequest(RequestKind.Inquiry)
            .WithRegion(dice.Pick(("pudong", 4), ("minhang", 3), ("xuhui", 2))).WithChannel(dice.Pick((Channel.Phone, 5), (Channel.Email, 3), (Channel.Chat, 2)));
        Ticket ticket = Tickets.Ticket.Open(id, request, Lifecycles.Inquiry, at, Customer);
        List<TicketEvent> events = [ticket.LastEvent];
        double fate = dice.Next();
        if (fate < 0.03)
        {
            Do(TicketAction.Cancel("no longer needed"), Customer, 0.5);
            return events;
        }

        Do(TicketAction.Of(Trigger.Accept), Agent, 0.5);
        if (fate < 0.06)
        {
            Do(TicketAction.Merge(new TicketId("Y-other")), Agent, 0.5);
            return events;
        }

        if (dice.Chance(0.2))
        {
            Do(TicketAction.Of(Trigger.AskCustomer), Agent, 1);
            Do(TicketAction.Of(Trigger.Reply), Customer, 20);
        }

        if (fate > 0.97)
        {
            return events;
        }

        Do(TicketAction.Of(Trigger.Answer), Agent, 20);
        if (dice.Chance(0.08))
        {
            Do(TicketAction.Reject("it does not work"), Customer, 10);
            Do(TicketAction.Of(Trigger.Answer), Agent, 10);
        }

        if (dice.Chance(0.8))
        {
            Do(TicketAction.Of(Trigger.Confirm), Customer, 10);
        }

        return events;

        void Do(TicketAction action, Actor by, double hours)
        {
            at += Duration.FromSeconds((long)(3600 * dice.Skewed(hours / 20, hours * 3)));
            TransitionResult result = ticket.Apply(action, at, by, new ActionId(FormattableString.Invariant($"{id}-{events.Count}")));
            (ticket, TicketEvent happened) = result as AcceptedTransition ?? throw new InvalidOperationException($"The walk must be possible: {result}.");
            events.Add(happened);
        }
    }

    private static KpiTicket Answered(KpiTicket ticket, Instant sentAt, Dice dice)
    {
        if (!dice.Chance(0.4))
        {
            return ticket;
        }

        int overall = dice.Pick((5, 5), (4, 3), (3, 1), (2, 1), (1, 1));
        SurveyResponse response = new SurveyResponse(ticket.Id.Value, ticket.Id.Value, sentAt + Duration.FromHours(dice.Between(1, 200)), [overall, dice.Chance(0.1) ? null : overall, dice.Pick((5, 2), (3, 1))]).Sent(sentAt);
        return SurveyJoin.Answered(ticket, Questions, new LabelledAnswer(response, Cleaner.Label(response)));
    }
}

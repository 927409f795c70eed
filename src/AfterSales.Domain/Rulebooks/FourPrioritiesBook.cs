using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>The market after-sales report, which works by four priorities (R03).</summary>
internal static class FourPrioritiesBook
{
    private const string Name = "four-priorities";

    private static readonly RequestCondition Major = RequestCondition.Priority(Priority.P1);

    internal static Rulebook Make() => new(
        Name,
        ["R03", "R06", "R09", "R12", "R15", "R19", "R23", "R26", "R29", "R31", "R36"],
        Levels(),
        [Lifecycles.Inquiry, Lifecycles.Repair, Lifecycles.ServiceVisit, Lifecycles.Return])
    {
        Routing = WhatDispatchWeighs(),
        SurveyPlan = new SurveyPlan(SharedRules.AfterService(Name), SurveyDelay.Days(3, new LocalTime(10, 0), SharedRules.Shanghai), ["phone"]),
        Goals = Goals,
    };

    /// <summary>R26: satisfaction, solution rate and repurchase.</summary>
    internal static KpiGoals Goals => KpiGoals.None
        .With(Kpi.SolutionRate, new ShareGoal(0.95))
        .With(Kpi.Satisfaction, new ShareGoal(0.9))
        .WithRepurchase(new ShareGoal(0.3));

    /// <summary>R15: skills, location, workload, product knowledge and language weigh, and nothing else; any grade will do, because the report knows no classes.</summary>
    private static RoutingPolicy WhatDispatchWeighs() => new RoutingPolicy(Name, version: 1)
        .Staffing(Severity.General, StaffingPattern.Anyone)
        .Staffing(Severity.Important, StaffingPattern.Anyone)
        .Staffing(Severity.Urgent, StaffingPattern.Anyone)
        .With(Scoring.None
            .Weighing(ScorePart.SkillSurplus, 30)
            .Weighing(ScorePart.Proximity, 25)
            .Weighing(ScorePart.Spare, 20)
            .Weighing(ScorePart.ProductHistory, 15)
            .Weighing(ScorePart.Language, 10));

    private static SlaPolicy Levels() => new SlaPolicy(Name, version: 1, SharedRules.InForceFrom, [Chat(), ComplaintCall(), MajorFailure(), Closing(), CallAfterService()])
        .With(SharedRules.OfficeHours())
        .Accepting(FindingCode.BreachOnReclassify, "major-failure", SharedRules.TimeUsedStaysUsed);

    /// <summary>R09: a chat is answered within 30 seconds.</summary>
    private static Objective Chat() => new Objective(
            "chat", Signal.Received, Signal.Reply, [new Target("30 seconds", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromSeconds(30)))])
        .For(RequestCondition.Channel(Channel.Chat));

    /// <summary>R09: who complains by phone is called back within 15 minutes.</summary>
    private static Objective ComplaintCall() => new Objective(
            "complaint-call", Signal.Received, Signal.CalledBack, [new Target("15 minutes", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(15)))])
        .For(RequestCondition.Kind(RequestKind.Complaint) & RequestCondition.Channel(Channel.Phone))
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R12, R06: a major failure, which is priority 1, is visited within two hours in the city, 24 hours elsewhere.</summary>
    private static Objective MajorFailure() => new Objective(
            "major-failure",
            Signal.TaskReceived,
            Signal.Arrived,
            [
                new Target("in the city", RequestCondition.Locality(Locality.SameCity), DeadlineRule.Elapsed(Duration.FromHours(2))),
                new Target("elsewhere", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(24))),
            ])
        .For(Major)
        .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)))
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Technician), Alarm.AtDue().Tell(Role.Supervisor, Role.Manager));

    /// <summary>R12: routine problems are closed within 48 hours, which counts to the solution; a rejected one counts on.</summary>
    private static Objective Closing() => new Objective(
            "closing", Signal.Received, Signal.Resolved, [new Target("48 hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(48)))])
        .For(!Major & RequestCondition.Kind(RequestKind.Unknown, RequestKind.Inquiry, RequestKind.Repair))
        .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)))
        .OnReopen(ReopenMode.Resume)
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R36: customers are called after service, here by the fifth working day after they confirmed it. R29: a holiday moves it.</summary>
    private static Objective CallAfterService() => new Objective(
            "call-after-service", Signal.Confirmed, Signal.CalledBack, [SharedRules.InOfficeHours("fifth working day", RequestCondition.Any, DeadlineRule.WorkingDay(5))])
        .For(RequestCondition.Kind(RequestKind.Repair, RequestKind.Installation, RequestKind.Maintenance))
        .Repeating()
        .CancelledOn(Signal.Reopened)
        .WithAlarms(Alarm.AtDue().Tell(Role.Supervisor));
}

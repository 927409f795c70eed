using AfterSales.Domain.Calendars;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>The online-sales plan.</summary>
internal static class OnlineSalesBook
{
    private const string Name = "online-sales";

    private const string Hotline = "hotline";

    internal static Rulebook Make() => new(
        Name,
        ["R01", "R10", "R11", "R15", "R16", "R26", "R33"],
        Levels(),
        [Lifecycles.Inquiry])
    {
        Routing = Languages(),

        // R10: nine enquiries of ten are answered within a quarter of an hour.
        Goals = FourPrioritiesBook.Goals.With(new PercentileGoal("answered-in-15-minutes", KpiMeasure.ResponseTime, Duration.FromMinutes(15), new ShareGoal(0.9))),
    };

    private static SlaPolicy Levels() => new SlaPolicy(Name, version: 1, SharedRules.InForceFrom, [Promise(), Support()])
        .With(BusinessCalendar.Always(Hotline, SharedRules.Shanghai));

    /// <summary>R10: an enquiry is promised a reply within 30 minutes. R33: the hotline is open day and night, so all time is open time.</summary>
    private static Objective Promise() => new Objective(
            "promise",
            Signal.Received,
            Signal.Reply,
            [new Target("30 minutes", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromMinutes(30))).On(CalendarChoice.Named(Hotline))])
        .For(RequestCondition.Kind(RequestKind.Inquiry) & !RequestCondition.Channel(Channel.SelfService))
        .CancelledOn(Signal.Cancelled, Signal.Merged)
        .WithAlarms(Alarm.AtPercent(50).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R11: a hard problem handed to technical support (R16) gets a solution within an hour; each time that it is handed over.</summary>
    private static Objective Support() => new Objective(
            "support",
            Signal.HandedToSupport,
            Signal.SolutionProposed,
            [new Target("one hour", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1))).On(CalendarChoice.Named(Hotline))])
        .For(Party.Internal)
        .Repeating()
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Technician), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R15: knowledge of the matter (R16), the customer's language (R33) and workload weigh; nobody travels.</summary>
    private static RoutingPolicy Languages() => new RoutingPolicy(Name, version: 1)
        .Staffing(Severity.General, StaffingPattern.Anyone)
        .Staffing(Severity.Important, StaffingPattern.Anyone)
        .Staffing(Severity.Urgent, StaffingPattern.Anyone)
        .With(Scoring.None
            .Weighing(ScorePart.SkillSurplus, 30)
            .Weighing(ScorePart.Language, 30)
            .Weighing(ScorePart.Spare, 25)
            .Weighing(ScorePart.ProductHistory, 15));
}

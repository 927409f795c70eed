using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>The rapid-response regulation.</summary>
internal static class RapidResponseBook
{
    private const string Name = "rapid-response";

    private static readonly RequestCondition Urgent = RequestCondition.Severity(Severity.Urgent);
    private static readonly RequestCondition Important = RequestCondition.Severity(Severity.Important);
    private static readonly RequestCondition InTheCity = RequestCondition.Locality(Locality.SameCity);

    internal static Rulebook Make() => new(
        Name,
        ["R01", "R02", "R04", "R05", "R06", "R07", "R08", "R13", "R14", "R18", "R21", "R32", "R33", "R34", "R35"],
        Levels(),
        [Lifecycles.Repair.With(LifecycleTerms.Standard.ApprovingRemediesFrom(Severity.Urgent)), Lifecycles.Inquiry])
    {
        Routing = Staffing(),
    };

    private static SlaPolicy Levels() => new SlaPolicy(Name, version: 1, SharedRules.InForceFrom, [PickUp(), CallBack(), Reply(), OnSite(), VisitAgreed(), .. SharedRules.Progress()])
        .With(SharedRules.OfficeHours())
        .Accepting(FindingCode.NonMonotoneCutOff, "reply / mail and chat", "the regulation says so: an hour while the office is open, 09:00 for what comes in after it closed (R05)")
        .Accepting(FindingCode.NoOpenTimeBeforeDue, "reply / mail and chat", "the regulation says so: by 09:00, when the office opens (R05)")
        .Accepting(FindingCode.BreachOnReclassify, "on-site", SharedRules.TimeUsedStaysUsed);

    /// <summary>R04: a call is picked up within one minute, day and night.</summary>
    private static Objective PickUp() => new Objective(
            "pickup", Signal.Received, Signal.PickedUp, [new Target("one minute", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(1)))])
        .For(RequestCondition.Channel(Channel.Phone)).CancelledOn(Signal.CallMissed);

    /// <summary>R04: who found the line busy is called back within three minutes.</summary>
    private static Objective CallBack() => new Objective(
            "call-back", Signal.CallMissed, Signal.CalledBack, [new Target("three minutes", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(3)))])
        .For(RequestCondition.Channel(Channel.Phone)).Repeating().WithAlarms(Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R05: mail and chat within an hour of working time; what comes in outside it, by the next 09:00 of a working day. R33: office hours.</summary>
    private static Objective Reply() => new Objective(
            "reply",
            Signal.Received,
            Signal.Reply,
            [
                SharedRules.InOfficeHours(
                    "mail and chat",
                    RequestCondition.Any,
                    DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(1)), otherwise: DeadlineRule.NextTime(new LocalTime(9, 0)))),
            ])
        .For(RequestCondition.Channel(Channel.Email, Channel.Chat))
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R06, R07: hours from receiving the task, day and night. R08: a general visit is made when it was agreed.</summary>
    private static Objective OnSite() => new Objective(
            "on-site",
            Signal.TaskReceived,
            Signal.Arrived,
            [
                new Target("urgent, in the city", Urgent & InTheCity, DeadlineRule.Elapsed(Duration.FromHours(2))),
                new Target("urgent, elsewhere", Urgent, DeadlineRule.Elapsed(Duration.FromHours(24))),
                new Target("important, in the city", Important & InTheCity, DeadlineRule.Elapsed(Duration.FromHours(24))),
                new Target("important, elsewhere", Important, DeadlineRule.Elapsed(Duration.FromHours(48))),
                new Target("by appointment", RequestCondition.Any, DeadlineRule.Appointment(Duration.FromMinutes(15))),
            ])
        .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)))
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Technician), Alarm.AtDue().Tell(Role.Supervisor, Role.Leadership));

    /// <summary>R08: the time of a general visit is agreed within 48 hours of receiving the task.</summary>
    private static Objective VisitAgreed() => new Objective(
            "visit-agreed", Signal.TaskReceived, Signal.VisitAgreed, [new Target("48 hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(48)))])
        .For(RequestCondition.Severity(Severity.General));

    /// <summary>R14: general, a junior; important, a mid-level or senior technician guided by a supervisor; urgent, a team of lead and experts, and the leadership is told.</summary>
    private static RoutingPolicy Staffing() => new RoutingPolicy(Name, version: 1)
        .Staffing(Severity.General, StaffingPattern.One(Grade.Junior))
        .Staffing(Severity.Important, StaffingPattern.One(Grade.Mid, Grade.Senior).GuidedBy(Grade.Supervisor))
        .Staffing(Severity.Urgent, StaffingPattern.Team([Grade.Lead], [Grade.Expert], minimumExperts: 1, maximumExperts: 3).Telling(Role.Leadership));
}

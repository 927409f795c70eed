using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>The rapid-response rules R04–R08 on Chinese office hours, as the tests of this folder use them.</summary>
internal static class RapidResponse
{
    private static readonly RequestCondition Urgent = RequestCondition.Severity(Severity.Urgent);
    private static readonly RequestCondition Important = RequestCondition.Severity(Severity.Important);
    private static readonly RequestCondition InTheCity = RequestCondition.Locality(Locality.SameCity);

    /// <summary>R05: 1 h of open time; outside working time by the next 09:00 of a working day.</summary>
    public static DeadlineRule ReplyRule { get; } = DeadlineRule.IfOpen(
        DeadlineRule.OpenTime(Duration.FromHours(1)),
        otherwise: DeadlineRule.NextTime(new LocalTime(9, 0)));

    public static Objective Pickup { get; } = new Objective(
            "pickup", Signal.Received, Signal.PickedUp, [new Target("one minute", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(1)))])
        .For(RequestCondition.Channel(Channel.Phone));

    public static Objective CallBack { get; } = new Objective(
            "call-back", Signal.CallMissed, Signal.CalledBack, [new Target("three minutes", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(3)))])
        .For(RequestCondition.Channel(Channel.Phone));

    public static Objective Reply { get; } = new Objective(
            "reply", Signal.Received, Signal.Reply, [new Target("mail and chat", RequestCondition.Any, ReplyRule).On(CalendarChoice.Named("service-hours"))])
        .For(RequestCondition.Channel(Channel.Email, Channel.Chat));

    public static Objective OnSite { get; } = new Objective("on-site", Signal.TaskReceived, Signal.Arrived,
        [
            new Target("urgent, in the city", Urgent & InTheCity, DeadlineRule.Elapsed(Duration.FromHours(2))),
            new Target("urgent, elsewhere", Urgent, DeadlineRule.Elapsed(Duration.FromHours(24))),
            new Target("important, in the city", Important & InTheCity, DeadlineRule.Elapsed(Duration.FromHours(24))),
            new Target("important, elsewhere", Important, DeadlineRule.Elapsed(Duration.FromHours(48))),
            Target.Exempt("by appointment", RequestCondition.Any, "general problems are visited by appointment"),
        ])
        .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)))
        .CancelledOn(Signal.Cancelled, Signal.Merged)
        .WithAlarms(
            Alarm.AtPercent(80).Tell(Role.Technician),
            Alarm.AtDue().Tell(Role.Supervisor, Role.Leadership),
            Alarm.AfterDue(Duration.FromHours(1)).Tell(Role.Manager));

    public static Objective AgreeVisit { get; } = new Objective(
            "agree-visit", Signal.TaskReceived, Signal.VisitAgreed, [new Target("within 48 hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(48)))])
        .For(RequestCondition.Severity(Severity.General));

    public static SlaPolicy Policy { get; } = new SlaPolicy(
            "rapid-response", version: 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Pickup, CallBack, Reply, OnSite, AgreeVisit])
        .With(World.ServiceHours);

    public static ServiceRequest Mail { get; } = new ServiceRequest(RequestKind.Inquiry).WithChannel(Channel.Email).WithSeverity(Severity.General);

    public static ServiceRequest Call { get; } = new ServiceRequest(RequestKind.Repair).WithChannel(Channel.Phone).WithSeverity(Severity.General);

    public static ServiceRequest Repair(Severity severity, Locality locality) => Call.WithSeverity(severity).WithLocality(locality);
}

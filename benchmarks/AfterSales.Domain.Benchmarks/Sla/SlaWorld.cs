using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Sla;

/// <summary>Five objectives on Chinese office hours, and a ticket of six events.</summary>
internal static class SlaWorld
{
    public static readonly BusinessCalendar ServiceHours = BusinessCalendar
        .Weekly("service-hours", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"))
        .With(ChinaHolidays.Through(2026));

    public static readonly DeadlineRule OpenHour = DeadlineRule.OpenTime(Duration.FromHours(1));

    public static readonly DeadlineRule NextNine = DeadlineRule.NextTime(new LocalTime(9, 0));

    public static readonly Instant Start = Instant.FromUtc(2026, 3, 31, 2, 0);

    public static readonly Objective[] Objectives =
    [
        new Objective("first-reply", Signal.Received, Signal.Reply, Targets(DeadlineRule.IfOpen(OpenHour, NextNine))),
        new Objective("pickup", Signal.Received, Signal.PickedUp, Targets(DeadlineRule.Elapsed(Duration.FromMinutes(1)))),
        new Objective("on-site", Signal.TaskReceived, Signal.Arrived, Targets(DeadlineRule.Elapsed(Duration.FromHours(24)))).PausedBy(Pause.On(WaitReason.Customer)),
        new Objective("resolution", Signal.Received, Signal.Resolved, Targets(DeadlineRule.OpenTime(Duration.FromHours(40)))).PausedBy(Pause.On(WaitReason.Customer)),
        new Objective("progress", [Signal.TaskReceived, Signal.ProgressTold], [Signal.ProgressTold], Targets(OpenHour)).Repeating().EndedOn(Signal.Resolved),
    ];

    public static readonly SlaPolicy Policy = new SlaPolicy("benchmark", 1, Instant.MinValue, Objectives).With(ServiceHours);

    public static readonly SlaEvent[] Events =
    [
        SlaEvent.Opened(new EventId("1"), Start, new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.General)),
        Happened("2", 0, Signal.Received),
        Happened("3", 20, Signal.Reply),
        Happened("4", 30, Signal.TaskReceived),
        Happened("5", 120, Signal.Arrived),
        Happened("6", 300, Signal.Resolved),
    ];

    public static readonly SlaHistory History = new(Events);

    public static readonly Instant AsOf = Start + Duration.FromDays(2);

    private static SlaEvent Happened(string id, int minute, Signal signal) => SlaEvent.Signalled(new EventId(id), Start + Duration.FromMinutes(minute), signal);

    private static Target[] Targets(DeadlineRule rule) =>
    [
        new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(2))),
        new Target("all others", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours")),
    ];
}

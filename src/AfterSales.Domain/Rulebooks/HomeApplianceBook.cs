using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>The home-appliance service system.</summary>
internal static class HomeApplianceBook
{
    private const string Name = "home-appliance";

    private static readonly RequestCondition FieldWork = RequestCondition.Kind(RequestKind.Repair, RequestKind.Installation, RequestKind.Maintenance);

    internal static Rulebook Make() => new(
        Name,
        ["R01", "R15", "R17", "R18", "R20", "R32", "R35"],
        Levels(),
        [Lifecycles.Repair, Lifecycles.ServiceVisit, Lifecycles.Inquiry, Lifecycles.Complaint])
    {
        Routing = OwnPeopleFirst(),
    };

    private static SlaPolicy Levels() => new SlaPolicy(Name, version: 1, SharedRules.InForceFrom, [Response(), Visit(), Repair(), Completion(), .. SharedRules.Progress().Select(one => one.For(FieldWork))])
        .With(SharedRules.OfficeHours());

    /// <summary>R35: the standard for the response, by a person.</summary>
    private static Objective Response() => new Objective(
            "response", Signal.Received, Signal.Reply, [SharedRules.InOfficeHours("two open hours", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(2)))])
        .For(!RequestCondition.Channel(Channel.SelfService))
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R35: visits are made by appointment.</summary>
    private static Objective Visit() => new Objective(
            "visit", Signal.TaskReceived, Signal.Arrived, [new Target("by appointment", RequestCondition.Any, DeadlineRule.Appointment(Duration.FromMinutes(15)))])
        .For(FieldWork)
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.BeforeDue(Duration.FromHours(1)).Tell(Role.Technician), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R35: the standard for the repair, of each visit; R18: it waits for spare parts, which is the company's own affair, so the clock is an internal one.</summary>
    private static Objective Repair() => new Objective(
            "repair", [Signal.Arrived], [Signal.Resolved, Signal.VisitFailed], [new Target("four hours", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(4)))])
        .For(Party.Internal).For(FieldWork)
        .Repeating()
        .PausedBy(Pause.On(WaitReason.Parts), Pause.On(WaitReason.Supplier), Pause.On(WaitReason.Customer))
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Technician), Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R35: the standard for completion, to the solution; what the customer does not accept counts on.</summary>
    private static Objective Completion() => new Objective(
            "completion", Signal.Received, Signal.Resolved, [SharedRules.InOfficeHours("fifth working day", RequestCondition.Any, DeadlineRule.WorkingDay(5))])
        .For(FieldWork)
        .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)))
        .OnReopen(ReopenMode.Resume)
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.BeforeDue(Duration.FromHours(24)).Tell(Role.Technician), Alarm.AtDue().Tell(Role.Supervisor, Role.Manager));

    /// <summary>
    /// R15: skills, location, workload, product knowledge and dialect weigh. R17: a provider under contract gets what own people could not take within two hours; he is
    /// suspended below 70 points of quality and timeliness and restored from 80.
    /// </summary>
    private static RoutingPolicy OwnPeopleFirst() => new RoutingPolicy(Name, version: 1)
        .Staffing(Severity.General, StaffingPattern.Anyone)
        .Staffing(Severity.Important, StaffingPattern.Anyone)
        .Staffing(Severity.Urgent, StaffingPattern.Anyone)
        .With(Scoring.Default.MeasuringProximityUpTo(30_000))
        .With(new AssessmentRule(suspendBelow: 70, restoreFrom: 80).Weighing(quality: 1, timeliness: 1))
        .Relaxing([new RelaxationStep("providers", Duration.FromHours(2)).AllowingProviders()])
        .FallingBackTo([FallbackRung.QueueUpTo(Duration.FromHours(8)), FallbackRung.Supervisor, FallbackRung.OnCall, FallbackRung.Provider]);
}

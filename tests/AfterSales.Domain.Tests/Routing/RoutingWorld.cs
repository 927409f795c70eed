using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using static AfterSales.Domain.Tests.World;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>The service department that routing tests share: a small crew in Shanghai on a Monday morning.</summary>
internal static class RoutingWorld
{
    public static Instant Monday { get; } = At("Mon 2026-11-23 10:00", Shanghai);

    public static BusinessCalendar Office { get; } = BusinessCalendar.Weekly("office", Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00"));

    public static BusinessCalendar Nights { get; } = BusinessCalendar.Weekly("nights", Shanghai, WeeklyHours.Parse("Mo-Su 20:00-08:00"));

    public static BusinessCalendar AlwaysThere { get; } = BusinessCalendar.Always(Shanghai);

    public static Skill Compressor { get; } = Skill.Named("compressor");

    public static Skill Electronics { get; } = Skill.Named("electronics");

    public static Skill GasLicence { get; } = Skill.Named("gas-licence");

    public static RoutingPolicy Policy { get; } = new("field-service", version: 1);

    /// <summary>Staffs every severity with anyone: for tests that are about something else than R14.</summary>
    public static RoutingPolicy AnyGrade { get; } = Policy
        .Staffing(Severity.General, StaffingPattern.Anyone)
        .Staffing(Severity.Important, StaffingPattern.Anyone)
        .Staffing(Severity.Urgent, StaffingPattern.Anyone);

    public static PersonId Person(string id) => new(id);

    /// <summary>Somebody of a capacity of four units who serves everywhere, in office hours.</summary>
    public static Technician Staff(string id, Grade grade) => new Technician(Person(id), grade, Office).ServingEverywhere().WithCapacity(4);

    public static Technician Junior(string id) => Staff(id, Grade.Junior);

    public static ServiceRequest Repair(Severity severity) => new ServiceRequest(RequestKind.Repair).WithSeverity(severity);

    public static WorkItem Item(string id, Severity severity) => Item(id, Repair(severity));

    public static WorkItem Item(string id, ServiceRequest request) => new(new WorkItemId(id), request, Monday, Monday);

    public static WorkItem Item(string id) => Item(id, Severity.General);

    public static WorkItem QueuedAt(string id, Instant queuedAt) => new(new WorkItemId(id), Repair(Severity.General), queuedAt, queuedAt);

    public static ServiceProvider Provider(string id) => new(new TeamId(id), new Interval(At("Thu 2026-01-01 00:00", Shanghai), At("Fri 2027-01-01 00:00", Shanghai)), 10);
}

using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Routing;

/// <summary>A generated service department: twelve skills, eight regions, three grades, bases over a degree of latitude and longitude.</summary>
internal static class RoutingWorld
{
    private static readonly string[] Regions = ["a", "b", "c", "d", "e", "f", "g", "h"];
    private static readonly Skill[] Skills = [.. Enumerable.Range(0, 12).Select(number => Skill.Named(string.Create(CultureInfo.InvariantCulture, $"skill-{number}")))];
    private static readonly BusinessCalendar Office = BusinessCalendar.Weekly("office", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], WeeklyHours.Parse("Mo-Fr 09:00-18:00"));

    internal static Instant At { get; } = Instant.FromUtc(2026, 11, 23, 2, 0);

    /// <summary>Every part scores and every hard rule is asked.</summary>
    internal static RoutingPolicy Policy { get; } = new RoutingPolicy("benchmark", 1).Staffing(Severity.General, StaffingPattern.One(Grade.Junior, Grade.Mid, Grade.Senior));

    internal static Technician[] Crew(int count)
    {
        Random random = new(7);
        return
        [
            .. Enumerable.Range(0, count).Select(number => Skills.Where(_ => random.Next(2) == 0).Aggregate(
                new Technician(new PersonId(string.Create(CultureInfo.InvariantCulture, $"T-{number:00000}")), (Grade)random.Next(1, 4), Office)
                    .WithCapacity(random.Next(1, 9)).Carrying(random.Next(0, 3)).LastAssignedAs(random.Next(0, 100_000))
                    .Serving([.. Regions.Where(_ => random.Next(2) == 0)])
                    .BasedAt(Point(random, 1), 20_000)
                    .Speaking(SpokenLanguage.Mandarin)
                    .KnowingProduct("chillers", random.Next(0, 30)),
                (technician, skill) => technician.WithSkill(skill, random.Next(1, 6)))),
        ];
    }

    internal static WorkItem[] Items(int count)
    {
        Random random = new(8);
        return
        [
            .. Enumerable.Range(0, count).Select(number => Item(number, new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.General)
                    .WithLanguage(SpokenLanguage.Mandarin).WithRegion(Regions[random.Next(Regions.Length)]).WithProductLine("chillers"))
                .Requiring(Skills[random.Next(Skills.Length)], 2)
                .At(Point(random, 1))
                .DueAt(At + Duration.FromMinutes(random.Next(60, 600)))),
        ];
    }

    /// <summary>One place each, everybody can get everything, distances decide: the dense assignment problem.</summary>
    internal static (WorkItem[] Items, Technician[] Crew) Dense(int items, int technicians)
    {
        Random random = new(9);
        return (
            [.. Enumerable.Range(0, items).Select(number => Item(number, new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.General)).At(Point(random, 0.2)))],
            [
                .. Enumerable.Range(0, technicians).Select(number => new Technician(
                    new PersonId(string.Create(CultureInfo.InvariantCulture, $"T-{number:00000}")), Grade.Junior, Office).ServingEverywhere().BasedAt(Point(random, 0.2), 0)),
            ]);
    }

    private static WorkItem Item(int number, ServiceRequest request) => new(new WorkItemId(string.Create(CultureInfo.InvariantCulture, $"W-{number:00000}")), request, At, At);

    private static GeoPoint Point(Random random, double degrees) => new(31 + (random.NextDouble() * degrees), 121 + (random.NextDouble() * degrees));
}

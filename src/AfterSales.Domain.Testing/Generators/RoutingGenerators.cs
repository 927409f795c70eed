using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Testing;

/// <summary>Random crews and queues on a Monday morning, small enough that rules collide all the time.</summary>
/// <remarks>The generators hold no state and are safe for use by several threads.</remarks>
public static class RoutingGenerators
{
    internal static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 2, 0);

    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Skill[] Skills = [Skill.Named("compressor"), Skill.Named("electronics"), Skill.Named("gas-licence")];
    private static readonly SpokenLanguage[] Languages = [SpokenLanguage.Mandarin, SpokenLanguage.Wu, SpokenLanguage.English];
    private static readonly string[] Products = ["chillers", "heaters"];

    private static readonly BusinessCalendar[] Hours =
    [
        .. new[] { ("office", "Mo-Fr 09:00-18:00"), ("nights", "Mo-Su 20:00-08:00"), ("mornings", "Mo-Fr 06:00-11:00"), ("always", "24/7") }
            .Select(one => BusinessCalendar.Weekly(one.Item1, Shanghai, WeeklyHours.Parse(one.Item2))),
    ];

    /// <summary>The plainest hours.</summary>
    internal static BusinessCalendar AlwaysAtWork => Hours[3];

    private static readonly Gen<GeoPoint> Points = from north in Gen.Choose(0, 400) from east in Gen.Choose(0, 500) select new GeoPoint(31 + (north / 1000.0), 121.2 + (east / 1000.0));

    /// <summary>Gets technicians who differ in everything that a routing policy looks at.</summary>
    public static Gen<Technician> Technicians { get; } = TechniciansIn(["Pudong", "Huangpu", "Minhang"], number: 0);

    /// <summary>Gets work items with requirements, preferences, places and dues.</summary>
    public static Gen<WorkItem> WorkItems { get; } = ItemsIn(["Pudong", "Huangpu", "Minhang"], ["comfort"], number: 0);

    /// <summary>Gets policies with every part that a document can hold: staffing, scores, steps, regions, limits.</summary>
    public static Gen<RoutingPolicy> Policies { get; } =
        from cap in Gen.Choose(0, 3)
        from range in Gen.Choose(1_000, 60_000)
        from weights in Gen.Choose(0, 4).ArrayOf(1 + (int)ScorePart.Slack)
        from ring in Gen.Elements(0, 5_000)
        from limit in Gen.Choose(0, 3)
        from ages in Gen.Elements(true, false)
        from anyone in Gen.Elements(true, false)
        let scoring = weights.Select((weight, part) => (weight, part)).Aggregate(
            Scoring.Default.CappingSkillSurplusAt(cap).MeasuringProximityUpTo(range), (made, one) => made.Weighing((ScorePart)one.part, one.weight))
        let policy = new RoutingPolicy("generated", 1).With(scoring)
            .With(RegionMap.Empty.Joining("Pudong", "Huangpu").Joining("Huangpu", "Minhang").WithRingWidth(ring))
            .Relaxing(
            [
                new RelaxationStep("comfort", Duration.FromHours(1)).Dropping("comfort").AddingRing(),
                new RelaxationStep("wider", Duration.FromHours(2)).AddingRing().AddingGrade(),
                new RelaxationStep("outside", Duration.FromHours(4)).AllowingProviders(),
            ])
        let limited = limit == 0 ? policy : policy.LimitingIntakeTo(new IntakeLimit(limit, Duration.FromHours(1)))
        let ageing = ages ? limited.AgeingEvery(Duration.FromHours(1)) : limited
        select anyone ? ageing.Staffing(Severity.Urgent, StaffingPattern.Anyone).Staffing(Severity.Important, StaffingPattern.Anyone) : ageing;

    /// <summary>Makes crews and queues in the words of a policy: its regions, and the groups that its steps drop.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The generator, of up to six technicians and six items.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static Gen<RoutedBatch> BatchesOf(RoutingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        string[] regions = [.. policy.Regions.Borders.SelectMany(border => new[] { border.Key, border.Value }).Append("Jiading").Distinct(StringComparer.Ordinal)];
        string[] groups = [.. policy.Steps.SelectMany(step => step.DroppedGroups).Append("brand").Distinct(StringComparer.Ordinal)];
        return from crewSize in Gen.Choose(0, 6)
               from crew in Gen.CollectToArray(Enumerable.Range(0, crewSize), number => TechniciansIn(regions, number))
               from queueLength in Gen.Choose(1, 6)
               from queue in Gen.CollectToArray(Enumerable.Range(0, queueLength), number => ItemsIn(regions, groups, number))
               select new RoutedBatch(policy, crew, queue, Monday);
    }

    private static Gen<Technician> TechniciansIn(string[] regions, int number) =>
        from grade in Gen.Elements(Grade.Junior, Grade.Mid, Grade.Senior, Grade.Expert, Grade.Lead, Grade.Supervisor)
        from hours in Gen.Elements(Hours)
        from capacity in Gen.Choose(1, 4)
        from load in Gen.Choose(0, 3)
        from last in Gen.Choose(0, 2)
        from recent in Gen.Choose(-5, 120).ListOf(2)
        from recently in Gen.Choose(0, 2)
        from served in Gen.SubListOf(regions)
        from spoken in Gen.SubListOf(Languages)
        from skilled in Gen.SubListOf(Skills)
        from level in Gen.Choose(1, 5)
        from cases in Gen.Choose(0, 30)
        from product in Gen.Elements(Products)
        from flags in Gen.Choose(0, 99)
        from point in Points
        from radius in Gen.Elements(0, 5_000, 20_000)
        from provider in Gen.Frequency((3, Gen.Constant<ServiceProvider?>(null)), (1, Providers.Select(one => (ServiceProvider?)one)))
        let plain = new Technician(new PersonId("T-" + number.ToString(CultureInfo.InvariantCulture)), grade, hours)
            .WithCapacity(capacity).Carrying(load).LastAssignedAs(last).Speaking([.. spoken]).Serving([.. served]).KnowingProduct(product, cases)
            .AssignedAt([.. recent.Take(recently).Select(minutes => Monday - Duration.FromMinutes(minutes))])
        let able = skilled.Aggregate(plain, (one, skill) => one.WithSkill(skill, level))
        let placed = flags % 2 == 0 ? able.BasedAt(point, radius) : able
        let everywhere = flags % 7 == 0 ? placed.ServingEverywhere() : placed
        let away = flags % 11 == 0 ? everywhere.OnLeave(new Interval(Monday - Duration.FromDays(1), Monday + Duration.FromDays(1))) : everywhere
        let called = flags % 13 == 0 ? away.OnCallDuring(AlwaysAtWork) : away
        select provider is null ? called : called.OfProvider(provider);

    /// <summary>One provider a name, the same wherever it stands: with a quota, a contract and a standing.</summary>
    private static Gen<ServiceProvider> Providers { get; } = Gen.Elements(
        new ServiceProvider(new TeamId("coolfix"), new Interval(Monday - Duration.FromDays(300), Monday + Duration.FromDays(60)), 2).Assessed(85, ProviderStanding.Active),
        new ServiceProvider(new TeamId("warmfix"), new Interval(Monday - Duration.FromDays(300), Monday - Duration.FromDays(1)), 5).Assessed(90, ProviderStanding.Active),
        new ServiceProvider(new TeamId("slowfix"), new Interval(Monday - Duration.FromDays(300), Monday + Duration.FromDays(60)), 5).Assessed(65, ProviderStanding.Suspended));

    private static Gen<WorkItem> ItemsIn(string[] regions, string[] groups, int number) =>
        from severity in Gen.Elements(Severity.Unknown, Severity.General, Severity.Important, Severity.Urgent)
        from priority in Gen.Elements(Priority.Unknown, Priority.P1, Priority.P3)
        from region in Gen.Elements<string?>([null, .. regions])
        from product in Gen.Elements<string?>([null, .. Products])
        from language in Gen.Elements<SpokenLanguage?>([null, .. Languages.Select(one => (SpokenLanguage?)one)])
        from waited in Gen.Choose(0, 6 * 60)
        from skill in Gen.Elements(Skills)
        from level in Gen.Choose(1, 4)
        from dropGroup in Gen.Elements(groups)
        from flags in Gen.Choose(0, 9999)
        from due in Gen.Choose(-60, 800)
        from point in Points
        from person in Gen.Choose(0, 6)
        from size in Gen.Choose(1, 3)
        let queued = Monday - Duration.FromMinutes(waited)
        let request = new ServiceRequest(RequestKind.Repair).WithSeverity(severity).WithPriority(priority).WithRegion(region).WithProductLine(product).WithLanguage(language)
        let plain = new WorkItem(new WorkItemId("W-" + number.ToString(CultureInfo.InvariantCulture)), request, queued, queued)
        let needing = (flags % 4) switch { 0 => plain.Requiring(skill, level), 1 => plain.Preferring(skill, level, dropGroup), _ => plain }
        let speaking = flags % 5 == 0 && language is { } one ? needing.RequiringLanguage(one) : flags % 5 == 1 && language is { } other ? needing.PreferringLanguage(other) : needing
        let placed = flags % 3 == 0 ? speaking.At(point) : speaking
        let outside = flags % 2 == 0 ? placed.AllowingProviders() : placed
        let without = flags % 7 == 0 ? outside.Excluding(new PersonId("T-" + person.ToString(CultureInfo.InvariantCulture))) : outside
        let known = flags % 11 < 4 ? without.LastServedBy(new PersonId("T-" + ((person + 1) % 7).ToString(CultureInfo.InvariantCulture))) : without
        let dated = flags % 13 < 8 ? known.DueAt(Monday + Duration.FromMinutes(due)) : known
        select flags % 17 < 4 ? dated.OfSize(size) : dated;
}

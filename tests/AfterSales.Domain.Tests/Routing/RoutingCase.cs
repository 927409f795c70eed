using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>A generated policy, crew and queue, small enough that rules collide all the time.</summary>
internal sealed class RoutingCase
{
    private static readonly string[] Regions = ["Pudong", "Huangpu", "Minhang", "Jiading"];
    private static readonly string[] Products = ["chillers", "heaters"];
    private static readonly string[] Groups = ["comfort", "brand"];
    private static readonly Skill[] Skills = [Compressor, Electronics, GasLicence];
    private static readonly SpokenLanguage[] Languages = [SpokenLanguage.Mandarin, SpokenLanguage.Wu, SpokenLanguage.English];
    private static readonly BusinessCalendar[] Calendars = 
    [
        Office,
        AlwaysThere,
        Nights,
        BusinessCalendar.Weekly("mornings", World.Shanghai, WeeklyHours.Parse("Mo-Fr 06:00-11:00")),
        BusinessCalendar.Weekly("early", World.Shanghai, WeeklyHours.Parse("Mo-Fr 08:00-14:30")),
    ];

    private readonly int _seed;
    private readonly Random _random;

    private RoutingCase(int seed, bool points, bool singles, bool unitSizes)
    {
        _seed = seed;
        _random = new Random(seed);
        Policy = MakePolicy(singles);
        ServiceProvider[] providers = [MakeProvider("coolfix"), MakeProvider("warmfix")];
        Technicians = [.. Enumerable.Range(0, _random.Next(0, 7)).Select(number => MakeTechnician(number, providers, points))];
        Items = [.. Enumerable.Range(0, _random.Next(1, 7)).Select(number => MakeItem(number, points, unitSizes))];
    }

    public RoutingPolicy Policy { get; }

    public Technician[] Technicians { get; }

    public WorkItem[] Items { get; }

    public WorkItem Item => Items[0];

    public Random Random => _random;

    /// <summary>Without points: distances are whole only to two metres, which a model in double precision does not share.</summary>
    public static Gen<RoutingCase> WithoutPoints { get; } = Seeds.Select(seed => new RoutingCase(seed, points: false, singles: true, unitSizes: true));

    public static Gen<RoutingCase> Singles { get; } = Seeds.Select(seed => new RoutingCase(seed, points: true, singles: true, unitSizes: true));

    public static Gen<RoutingCase> SinglesOfAllSizes { get; } = Seeds.Select(seed => new RoutingCase(seed, points: true, singles: true, unitSizes: false));

    public static Gen<RoutingCase> All { get; } = Seeds.Select(seed => new RoutingCase(seed, points: true, singles: false, unitSizes: false));

    private static Gen<int> Seeds => Gen.Choose(0, int.MaxValue);

    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        T[] shuffled = [.. values];
        _random.Shuffle(shuffled);
        return shuffled;
    }

    public override string ToString() => FormattableString.Invariant($"seed {_seed}\n{Policy}\n")
        + $"scoring: {Policy.Scoring}\nsteps: {string.Join(" | ", Policy.Steps)}\n{string.Join('\n', Technicians.Select(one => $"{one}, {one.Hours.Name}, regions {string.Join('/', one.Regions)}, base {one.Base} {one.TravelRadius}, last {one.LastAssigned}"))}\n"
        + string.Join('\n', Items.Select(one => $"{one} queued {one.QueuedAt} point {one.Point} outsourced {one.MayBeOutsourced} languages {string.Join('/', one.RequiredLanguages)}"));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T One<T>(T[] values) => values[_random.Next(values.Length)];

    private RoutingPolicy MakePolicy(bool singles)
    {
        Scoring scoring = Scoring.Default.CappingSkillSurplusAt(_random.Next(0, 4)).MeasuringProximityUpTo(_random.Next(1_000, 60_000));
        for (ScorePart part = ScorePart.SkillSurplus; part <= ScorePart.Slack; part++)
        {
            scoring = scoring.Weighing(part, Chance(60) ? 0 : _random.Next(0, 4));
        }

        Duration hour = Duration.FromHours(1);
        RoutingPolicy policy = new RoutingPolicy("generated", 1).With(scoring)
            .With(RegionMap.Empty.Joining("Pudong", "Huangpu").Joining("Huangpu", "Minhang").WithRingWidth(Chance(50) ? 0 : 5_000))
            .Relaxing(
            [
                new RelaxationStep("comfort", hour).Dropping("comfort").AddingRing(),
                new RelaxationStep("wider", 2 * hour).Dropping("brand").AddingRing().AddingGrade(),
                new RelaxationStep("outside", 4 * hour).AllowingProviders(),
            ]);
        policy = Chance(30) ? policy.LimitingIntakeTo(new IntakeLimit(_random.Next(1, 4), hour)) : policy;
        policy = Chance(30) ? policy.AgeingEvery(hour) : policy;
        policy = Chance(40) ? policy.FallingBackTo(Shuffled(policy.Ladder).Take(_random.Next(0, 5))) : policy;
        return !singles ? policy : policy
            .Staffing(Severity.Important, Chance(50) ? policy.StaffingOf(Severity.Important) : StaffingPattern.Anyone)
            .Staffing(Severity.Urgent, StaffingPattern.One(Grade.Senior, Grade.Expert, Grade.Lead));
    }

    private ServiceProvider MakeProvider(string id)
    {
        ServiceProvider provider = RoutingWorld.Provider(id).WithQuotaLeft(_random.Next(0, 4));
        return provider.Assessed(_random.Next(60, 101), Chance(85) ? ProviderStanding.Active : ProviderStanding.Suspended);
    }

    private Technician MakeTechnician(int number, ServiceProvider[] providers, bool points)
    {
        Technician technician = new Technician(Person($"T-{number}"), (Grade)_random.Next(1, 7), One(Calendars))
            .WithCapacity(_random.Next(1, 5))
            .Carrying(_random.Next(0, 4))
            .LastAssignedAs(_random.Next(0, 3))
            .AssignedAt([.. Enumerable.Range(0, _random.Next(0, 3)).Select(_ => Monday - Duration.FromMinutes(_random.Next(-5, 120)))])
            .Speaking([.. Languages.Where(_ => Chance(60))])
            .Serving([.. Regions.Where(_ => Chance(40))])
            .KnowingProduct(One(Products), _random.Next(0, 30));
        technician = Skills.Where(_ => Chance(60)).Aggregate(technician, (one, skill) => one.WithSkill(skill, _random.Next(1, 6)));
        technician = Chance(10) ? technician.ServingEverywhere() : technician;
        technician = Chance(10) ? technician.OnLeave(new Interval(Monday - Duration.FromDays(1), Monday + Duration.FromDays(1))) : technician;
        technician = points && Chance(60) ? technician.BasedAt(MakePoint(), Chance(50) ? 0 : _random.Next(0, 20_000)) : technician;
        technician = Chance(15) ? technician.OnCallDuring(AlwaysThere) : technician;
        return Chance(25) ? technician.OfProvider(One(providers)) : technician;
    }

    private WorkItem MakeItem(int number, bool points, bool unitSizes)
    {
        ServiceRequest request = Repair((Severity)_random.Next(0, 4)).WithPriority((Priority)_random.Next(0, 5));
        request = Chance(60) ? request.WithRegion(One(Regions)) : request;
        request = Chance(50) ? request.WithProductLine(One(Products)) : request;
        request = Chance(50) ? request.WithLanguage(One(Languages)) : request;
        Instant queued = Monday - Duration.FromMinutes(_random.Next(0, 6 * 60));
        WorkItem item = new(new WorkItemId($"W-{number}"), request, queued, queued);
        item = Chance(40) ? item.Requiring(One(Skills), _random.Next(1, 4)) : item;
        item = Chance(30) && item.Skills.Count == 0 ? item.Preferring(One(Skills), _random.Next(1, 5), One(Groups)) : item;
        item = Chance(15) ? item.RequiringLanguage(One(Languages)) : item;
        item = Chance(30) ? item.PreferringLanguage(One(Languages)) : item;
        item = points && Chance(50) ? item.At(MakePoint()) : item;
        item = Chance(50) ? item.AllowingProviders() : item;
        item = Chance(20) ? item.Excluding(Person($"T-{_random.Next(0, 7)}")) : item;
        item = Chance(40) ? item.LastServedBy(Person($"T-{_random.Next(0, 7)}")) : item;
        item = Chance(60) ? item.DueAt(Monday + Duration.FromMinutes(_random.Next(-60, 800))) : item;
        return unitSizes ? item : item.OfSize(_random.Next(1, 4));
    }

    private GeoPoint MakePoint() => new(31.0 + (_random.NextDouble() * 0.4), 121.2 + (_random.NextDouble() * 0.5));
}

using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Testing;

/// <summary>Technicians with one thing less: a skill, a language, a region, leave, a provider; lower levels, loads and grades; always at work.</summary>
internal static class TechnicianShrinker
{
    internal static IEnumerable<Technician> Smaller(Technician technician) => Smaller(Parts.Of(technician)).Select(parts => parts.Made());

    private static IEnumerable<Parts> Smaller(Parts parts)
    {
        Parts[] plainer =
        [
            parts with { Provider = null }, parts with { OnCall = null }, parts with { Base = null, TravelRadius = 0 }, parts with { ServesEverywhere = false }, parts with { Hours = RoutingGenerators.AlwaysAtWork },
            .. PartShrinker.Lower((int)Math.Min(int.MaxValue, parts.LastAssigned), 0).Select(sequence => parts with { LastAssigned = sequence }),
            .. PartShrinker.Lower(parts.Load, 0).Select(load => parts with { Load = load }),
            .. PartShrinker.Lower(parts.Capacity, 1).Select(capacity => parts with { Capacity = capacity }),
            .. PartShrinker.Lower((int)parts.Grade, (int)Grade.Junior).Select(grade => parts with { Grade = (Grade)grade }),
            .. PartShrinker.Lower(parts.TravelRadius, 0).Select(radius => parts with { TravelRadius = radius }),
        ];
        return PartShrinker.Shorter(parts.Skills).Select(skills => parts with { Skills = skills })
            .Concat(PartShrinker.Shorter(parts.Languages).Select(languages => parts with { Languages = languages }))
            .Concat(PartShrinker.Shorter(parts.Regions).Select(regions => parts with { Regions = regions }))
            .Concat(PartShrinker.Shorter(parts.Products).Select(products => parts with { Products = products }))
            .Concat(PartShrinker.Shorter(parts.Leave).Select(leave => parts with { Leave = leave }))
            .Concat(PartShrinker.Shorter(parts.Assignments).Select(assignments => parts with { Assignments = assignments }))
            .Concat(plainer.Where(one => one != parts))
            .Concat(PartShrinker.OneSmaller(parts.Skills, skill => Lower(skill, 1)).Select(skills => parts with { Skills = skills }))
            .Concat(PartShrinker.OneSmaller(parts.Products, product => Lower(product, 0)).Select(products => parts with { Products = products }));
    }

    private static IEnumerable<KeyValuePair<T, int>> Lower<T>(KeyValuePair<T, int> pair, int plainest) =>
        PartShrinker.Lower(pair.Value, plainest).Select(number => new KeyValuePair<T, int>(pair.Key, number));

    private sealed record Parts
    {
        public PersonId Id { get; init; }

        public Grade Grade { get; init; }

        public BusinessCalendar Hours { get; init; } = null!;

        public int Capacity { get; init; }

        public int Load { get; init; }

        public long LastAssigned { get; init; }

        public bool ServesEverywhere { get; init; }

        public GeoPoint? Base { get; init; }

        public int TravelRadius { get; init; }

        public ServiceProvider? Provider { get; init; }

        public BusinessCalendar? OnCall { get; init; }

        public IReadOnlyList<KeyValuePair<Skill, int>> Skills { get; init; } = [];

        public IReadOnlyList<KeyValuePair<string, int>> Products { get; init; } = [];

        public IReadOnlyList<SpokenLanguage> Languages { get; init; } = [];

        public IReadOnlyList<string> Regions { get; init; } = [];

        public IReadOnlyList<Interval> Leave { get; init; } = [];

        public IReadOnlyList<Instant> Assignments { get; init; } = [];

        public static Parts Of(Technician one) => new()
        {
            Id = one.Id,
            Grade = one.Grade,
            Hours = one.Hours,
            Capacity = one.Capacity,
            Load = one.Load,
            LastAssigned = one.LastAssigned,
            ServesEverywhere = one.ServesEverywhere,
            Base = one.Base,
            TravelRadius = one.TravelRadius,
            Provider = one.Provider,
            OnCall = one.OnCall,
            Skills = one.Skills,
            Products = one.ProductHistory,
            Languages = one.Languages,
            Regions = one.Regions,
            Leave = one.Leave,
            Assignments = one.Assignments,
        };

        public Technician Made()
        {
            Technician made = new Technician(Id, Grade, Hours).WithCapacity(Capacity).Carrying(Load).LastAssignedAs(LastAssigned)
                .Speaking([.. Languages]).Serving([.. Regions]).AssignedAt([.. Assignments]);
            made = Skills.Aggregate(made, (one, skill) => one.WithSkill(skill.Key, skill.Value));
            made = Products.Aggregate(made, (one, product) => one.KnowingProduct(product.Key, product.Value));
            made = Leave.Aggregate(made, (one, leave) => one.OnLeave(leave));
            made = ServesEverywhere ? made.ServingEverywhere() : made;
            made = Base is { } point ? made.BasedAt(point, TravelRadius) : made;
            made = OnCall is { } onCall ? made.OnCallDuring(onCall) : made;
            return Provider is { } provider ? made.OfProvider(provider) : made;
        }
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Work items with one thing less: a skill, a language, an exclusion, the due, the place; simpler requests, smaller sizes, rounder instants.</summary>
internal static class WorkItemShrinker
{
    internal static IEnumerable<WorkItem> Smaller(WorkItem item) => Smaller(Parts.Of(item)).Select(parts => parts.Made());

    private static IEnumerable<Parts> Smaller(Parts parts)
    {
        Parts[] plainer =
        [
            parts with { Due = null }, parts with { Point = null }, parts with { LastTechnician = null }, parts with { MayBeOutsourced = false },
            parts with { CreatedAt = parts.QueuedAt },
            .. PartShrinker.Lower(parts.Size, 1).Select(size => parts with { Size = size }),
        ];
        return PartShrinker.Shorter(parts.Skills).Select(skills => parts with { Skills = skills })
            .Concat(PartShrinker.Shorter(parts.Required).Select(languages => parts with { Required = languages }))
            .Concat(PartShrinker.Shorter(parts.Preferred).Select(languages => parts with { Preferred = languages }))
            .Concat(PartShrinker.Shorter(parts.Excluded).Select(excluded => parts with { Excluded = excluded }))
            .Concat(plainer.Where(one => one != parts))
            .Concat(RequestShrinker.Smaller(parts.Request).Select(request => parts with { Request = request }))
            .Concat(PartShrinker.OneSmaller(parts.Skills, Lower).Select(skills => parts with { Skills = skills }))
            .Concat(InstantShrinker.Smaller(parts.QueuedAt).Select(queued => parts with { QueuedAt = queued, CreatedAt = Instant.Min(parts.CreatedAt, queued) }))
            .Concat(parts.Due is { } due ? InstantShrinker.Smaller(due).Select(rounder => parts with { Due = rounder }) : []);
    }

    private static IEnumerable<(Skill Skill, int Level, string? DropGroup)> Lower((Skill Skill, int Level, string? DropGroup) need) =>
        PartShrinker.Lower(need.Level, 1).Select(level => (need.Skill, level, need.DropGroup));

    private sealed record Parts
    {
        public WorkItemId Id { get; init; }

        public ServiceRequest Request { get; init; } = null!;

        public Instant CreatedAt { get; init; }

        public Instant QueuedAt { get; init; }

        public int Size { get; init; }

        public Instant? Due { get; init; }

        public GeoPoint? Point { get; init; }

        public PersonId? LastTechnician { get; init; }

        public bool MayBeOutsourced { get; init; }

        public IReadOnlyList<(Skill Skill, int Level, string? DropGroup)> Skills { get; init; } = [];

        public IReadOnlyList<SpokenLanguage> Required { get; init; } = [];

        /// <summary>Besides the language of the request, which an item always prefers.</summary>
        public IReadOnlyList<SpokenLanguage> Preferred { get; init; } = [];

        public IReadOnlyList<PersonId> Excluded { get; init; } = [];

        public static Parts Of(WorkItem one) => new()
        {
            Id = one.Id,
            Request = one.Request,
            CreatedAt = one.CreatedAt,
            QueuedAt = one.QueuedAt,
            Size = one.Size,
            Due = one.Due,
            Point = one.Point,
            LastTechnician = one.LastTechnician,
            MayBeOutsourced = one.MayBeOutsourced,
            Skills = [.. one.Skills.Select(need => (need.Skill, need.MinimumLevel, need.DropGroup))],
            Required = one.RequiredLanguages,
            Preferred = [.. one.PreferredLanguages.Where(language => language != one.Request.Language)],
            Excluded = one.Excluded,
        };

        public WorkItem Made()
        {
            WorkItem made = new WorkItem(Id, Request, CreatedAt, QueuedAt).OfSize(Size);
            made = Skills.Aggregate(made, (one, need) => need.DropGroup is { } group ? one.Preferring(need.Skill, need.Level, group) : one.Requiring(need.Skill, need.Level));
            made = Required.Aggregate(made, (one, language) => one.RequiringLanguage(language));
            made = Preferred.Aggregate(made, (one, language) => one.PreferringLanguage(language));
            made = Excluded.Aggregate(made, (one, person) => one.Excluding(person));
            made = Due is { } due ? made.DueAt(due) : made;
            made = Point is { } point ? made.At(point) : made;
            made = LastTechnician is { } last ? made.LastServedBy(last) : made;
            return MayBeOutsourced ? made.AllowingProviders() : made;
        }
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Routing policies with less in them: fewer steps, rungs and borders; staffing, scores and the rest as they are without being said.</summary>
internal static class RoutingPolicyShrinker
{
    private static readonly RoutingPolicy Plain = new("plain", version: 1);
    private static readonly Severity[] Severities = [Severity.Unknown, Severity.General, Severity.Important, Severity.Urgent];
    private static readonly ScorePart[] ScoreParts = [.. Enumerable.Range(0, 1 + (int)ScorePart.Slack).Select(part => (ScorePart)part)];

    internal static IEnumerable<RoutingPolicy> Smaller(RoutingPolicy policy) => Smaller(Parts.Of(policy)).Select(parts => parts.Made());

    private static IEnumerable<Parts> Smaller(Parts parts)
    {
        Parts[] plainer =
        [
            parts with { Intake = null }, parts with { Ageing = null }, parts with { Assessment = Plain.Assessment },
            .. Severities.Select((severity, place) => parts with { Staffing = [.. parts.Staffing.Select((pattern, i) => i == place ? Plain.StaffingOf(severity) : pattern)] }),
        ];
        return PartShrinker.Shorter(parts.Steps).Select(steps => parts with { Steps = steps })
            .Concat(PartShrinker.Shorter(parts.Ladder).Select(ladder => parts with { Ladder = ladder }))
            .Concat(plainer.Where(one => !one.SameAs(parts)))
            .Concat(Smaller(parts.Regions).Select(regions => parts with { Regions = regions }))
            .Concat(Smaller(parts.Scoring).Select(scoring => parts with { Scoring = scoring }))
            .Concat(PartShrinker.OneSmaller(parts.Steps, Smaller).Select(steps => parts with { Steps = steps }))
            .Concat(Earlier(parts.Steps).Select(steps => parts with { Steps = steps }))
            .Concat(PartShrinker.OneSmaller(parts.Ladder, Smaller).Select(ladder => parts with { Ladder = ladder }));
    }

    private static IEnumerable<RegionMap> Smaller(RegionMap regions) =>
        PartShrinker.Shorter(regions.Borders).Select(borders => Of(borders, regions.RingWidth))
            .Concat(PartShrinker.Lower(regions.RingWidth, 0).Select(width => Of(regions.Borders, width)));

    private static RegionMap Of(IEnumerable<KeyValuePair<string, string>> borders, int ringWidth) =>
        borders.Aggregate(RegionMap.Empty.WithRingWidth(ringWidth), (made, border) => made.Joining(border.Key, border.Value));

    /// <summary>Each setting as it is without being said.</summary>
    private static IEnumerable<Scoring> Smaller(Scoring scoring)
    {
        Scoring plain = Plain.Scoring;
        Scoring[] plainer =
        [
            plain,
            .. ScoreParts.Select(part => scoring.Weighing(part, plain.WeightOf(part))),
            scoring.CappingSkillSurplusAt(plain.SkillSurplusCap), scoring.MeasuringProximityUpTo(plain.ProximityRange),
            scoring.CountingProductHistoryUpTo(plain.FullProductHistory), scoring.MeasuringSlackUpTo(plain.SlackRange),
        ];
        return plainer.Where(one => !one.Equals(scoring));
    }

    private static IEnumerable<RelaxationStep> Smaller(RelaxationStep step) =>
        PartShrinker.Shorter(step.DroppedGroups).Select(groups => Of(step, step.After, groups, step.RingsAdded, step.GradesAdded, step.AllowsProviders))
            .Concat(PartShrinker.Lower(step.RingsAdded, 0).Select(rings => Of(step, step.After, step.DroppedGroups, rings, step.GradesAdded, step.AllowsProviders)))
            .Concat(PartShrinker.Lower(step.GradesAdded, 0).Select(grades => Of(step, step.After, step.DroppedGroups, step.RingsAdded, grades, step.AllowsProviders)))
            .Concat(step.AllowsProviders ? [Of(step, step.After, step.DroppedGroups, step.RingsAdded, step.GradesAdded, providers: false)] : []);

    /// <summary>A step at a rounder or shorter time, but not before the step before it.</summary>
    private static IEnumerable<IReadOnlyList<RelaxationStep>> Earlier(IReadOnlyList<RelaxationStep> steps)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            int place = i;
            RelaxationStep step = steps[i];
            Duration before = i == 0 ? Duration.Zero : steps[i - 1].After;
            foreach (Duration after in RuleShrinker.Shorter(step.After).Prepend(before).Where(after => after >= before && after < step.After).Distinct())
            {
                yield return [.. steps.Select((one, j) => j == place ? Of(step, after, step.DroppedGroups, step.RingsAdded, step.GradesAdded, step.AllowsProviders) : one)];
            }
        }
    }

    private static RelaxationStep Of(RelaxationStep step, Duration after, IReadOnlyList<string> groups, int rings, int grades, bool providers)
    {
        RelaxationStep made = groups.Aggregate(new RelaxationStep(step.Name, after), (one, group) => one.Dropping(group));
        made = Enumerable.Range(0, rings).Aggregate(made, (one, _) => one.AddingRing());
        made = Enumerable.Range(0, grades).Aggregate(made, (one, _) => one.AddingGrade());
        return providers ? made.AllowingProviders() : made;
    }

    private static IEnumerable<FallbackRung> Smaller(FallbackRung rung) => rung.UpTo is null ? [] : [FallbackRung.Queue];

    private sealed record Parts
    {
        public string Name { get; init; } = "";

        public int Version { get; init; }

        public IReadOnlyList<StaffingPattern> Staffing { get; init; } = [];

        /// <summary>Without the strict one, which every policy begins with.</summary>
        public IReadOnlyList<RelaxationStep> Steps { get; init; } = [];

        public IReadOnlyList<FallbackRung> Ladder { get; init; } = [];

        public Scoring Scoring { get; init; } = Plain.Scoring;

        public RegionMap Regions { get; init; } = Plain.Regions;

        public AssessmentRule Assessment { get; init; } = Plain.Assessment;

        public IntakeLimit? Intake { get; init; }

        public Duration? Ageing { get; init; }

        public static Parts Of(RoutingPolicy one) => new()
        {
            Name = one.Name,
            Version = one.Version,
            Staffing = [.. Severities.Select(one.StaffingOf)],
            Steps = [.. one.Steps.Skip(1)],
            Ladder = one.Ladder,
            Scoring = one.Scoring,
            Regions = one.Regions,
            Assessment = one.Assessment,
            Intake = one.Intake,
            Ageing = one.Ageing,
        };

        public bool SameAs(Parts other) => this with { Staffing = other.Staffing } == other && Staffing.SequenceEqual(other.Staffing);

        public RoutingPolicy Made()
        {
            RoutingPolicy made = new RoutingPolicy(Name, Version).With(Scoring).With(Regions).With(Assessment).Relaxing(Steps).FallingBackTo(Ladder);
            made = Severities.Zip(Staffing, (severity, pattern) => (severity, pattern)).Aggregate(made, (one, staffing) => one.Staffing(staffing.severity, staffing.pattern));
            made = Intake is { } intake ? made.LimitingIntakeTo(intake) : made;
            return Ageing is { } ageing ? made.AgeingEvery(ageing) : made;
        }
    }
}

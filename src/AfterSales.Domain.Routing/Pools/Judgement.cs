namespace AfterSales.Domain.Routing;

/// <summary>The hard rules and the score of one technician for one item, with reasons: what <see cref="CandidateScores"/> computes for all at once.</summary>
internal static class Judgement
{
    internal const int GradeStep = 200;

    internal static Refusal? FirstRefusal(
        CandidateTable table, Technician technician, WorkItem item, StepRules step, GradeSet allowed, Leniency leniency, int free)
    {
        return Ask(HardRule.AtWork, HoursRefusal(technician, table.At, leniency))
            ?? Ask(HardRule.NotExcluded, item.Excludes(technician.Id) ? new RoutingReason(ReasonCode.Excluded) : null)
            ?? Ask(HardRule.Grade, GradeRefusal(technician, allowed))
            ?? Ask(HardRule.Skills, leniency.HasFlag(Leniency.Needs) ? null : SkillRefusal(technician, item, step))
            ?? Ask(HardRule.Languages, leniency.HasFlag(Leniency.Needs) ? null : LanguageRefusal(technician, item))
            ?? Ask(HardRule.Place, PlaceRefusal(table, technician, item, step))
            ?? Ask(HardRule.Capacity, CapacityRefusal(table, technician, item, leniency, free))
            ?? Ask(HardRule.Provider, OutsourcingRefusal(table, technician, item, step));
    }

    internal static int ValueOf(ScorePart part, CandidateTable table, Technician technician, WorkItem item, GradeSet staffed)
    {
        Scoring scoring = table.Policy.Scoring;
        return part switch
        {
            ScorePart.SkillSurplus => scoring.ValueOfSkillStep(item.SkillArray.Length) * item.SkillArray
                .Select(need => technician.LevelOf(need.Skill) - need.MinimumLevel)
                .Where(surplus => surplus >= 0)
                .Sum(surplus => Math.Min(surplus, scoring.SkillSurplusCap) + 1),
            ScorePart.Spare => Scoring.ValueOfSpare(technician.Capacity, technician.Load),
            ScorePart.Proximity => ValueOfProximity(table, technician, item),
            ScorePart.Language => item.PreferredLanguageArray.Count(technician.Speaks) * (Scoring.FullValue / Math.Max(1, item.PreferredLanguageArray.Length)),
            ScorePart.SameTechnician => item.LastTechnician == technician.Id ? Scoring.FullValue : 0,
            ScorePart.ProductHistory => item.Request.ProductLine is { } line ? scoring.ValueOfProductHistory(technician.CasesOf(line)) : 0,
            ScorePart.GradeFit => Math.Max(0, Scoring.FullValue - (GradeStep * (technician.Grade - staffed.Lowest))),
            ScorePart.Provider => ProviderValue(technician),
            _ => item.Due is { } due && technician.WorksAt(table.At)
                ? Math.Min(scoring.ValueOfSlack(due - table.At), scoring.ValueOfSlack(technician.WorkLeftAt(table.At)))
                : 0,
        };
    }

    internal static int TotalOf(CandidateTable table, Technician technician, WorkItem item, GradeSet staffed)
    {
        int total = 0;
        for (ScorePart part = ScorePart.SkillSurplus; part <= ScorePart.Slack; part++)
        {
            if (table.Policy.Scoring.WeightOf(part) is var weight and > 0)
            {
                total += weight * ValueOf(part, table, technician, item, staffed);
            }
        }

        return total;
    }

    internal static int ProviderValue(Technician technician) => (technician.Provider?.Assessment ?? 100) * (Scoring.FullValue / 100);

    internal static RoutingReason? ProviderRefusal(ServiceProvider provider, RoutingPolicy policy, Instant at)
    {
        ReasonValue name = ReasonValue.Of("provider", provider.Id.Value);
        return !provider.Contract.Contains(at) ? new RoutingReason(ReasonCode.ContractNotValid, name)
            : provider.QuotaLeft == 0 ? new RoutingReason(ReasonCode.QuotaUsed, name)
            : provider.Standing == ProviderStanding.Suspended || provider.Assessment < policy.Assessment.SuspendBelow
                ? new RoutingReason(ReasonCode.ProviderSuspended, name, ReasonValue.Of("assessment", provider.Assessment))
            : null;
    }

    internal static int NearestRing(Technician technician, Dictionary<string, int> around)
    {
        int nearest = technician.ServesEverywhere ? 0 : RegionMap.Unreachable;
        foreach (string served in technician.RegionArray)
        {
            if (around.TryGetValue(served, out int ring))
            {
                nearest = Math.Min(nearest, ring);
            }
        }

        return nearest;
    }

    /// <summary>By how many metres the rings of a step widen a travel radius.</summary>
    internal static int Widening(StepRules step, RegionMap regions) => (int)Math.Min(Technician.MaximumTravelRadius, (long)step.Rings * regions.RingWidth);

    internal static bool Serves(CandidateTable table, Technician technician, WorkItem item, StepRules step) => PlaceRefusal(table, technician, item, step) is null;

    internal static bool Meets(Technician technician, SkillNeed need) => technician.LevelOf(need.Skill) >= need.MinimumLevel;

    private static Refusal? Ask(HardRule rule, RoutingReason? reason) => reason is null ? null : new Refusal(rule, reason);

    private static RoutingReason? HoursRefusal(Technician technician, Instant at, Leniency leniency)
    {
        if (leniency.HasFlag(Leniency.OnCall))
        {
            return technician.LeaveAt(at) is null && technician.OnCall?.IsOpen(at) == true ? null : NotAtWork(technician, at);
        }

        return technician.WorksAt(at) || (leniency.HasFlag(Leniency.Hours) && technician.NextAtWork(at) is not null) ? null : NotAtWork(technician, at);
    }

    private static RoutingReason NotAtWork(Technician technician, Instant at) => technician.LeaveAt(at) is { } leave
        ? new RoutingReason(ReasonCode.OnLeave, ReasonValue.Of("until", leave.HasEnd ? leave.End : null))
        : new RoutingReason(ReasonCode.NotAtWork, ReasonValue.Of("next", technician.NextAtWork(at)));

    private static RoutingReason? GradeRefusal(Technician technician, GradeSet allowed) => allowed.Contains(technician.Grade)
        ? null
        : new RoutingReason(ReasonCode.GradeNotAllowed, ReasonValue.Of("grade", technician.Grade), ReasonValue.Of("allowed", allowed));

    private static RoutingReason? SkillRefusal(Technician technician, WorkItem item, StepRules step)
    {
        foreach (SkillNeed need in item.SkillArray)
        {
            if (!Meets(technician, need) && !step.Drops(need))
            {
                ReasonValue skill = ReasonValue.Of("skill", need.Skill.Name);
                ReasonValue level = ReasonValue.Of("level", need.MinimumLevel);
                return technician.LevelOf(need.Skill) is var has and > 0
                    ? new RoutingReason(ReasonCode.SkillTooLow, skill, level, ReasonValue.Of("has", has))
                    : new RoutingReason(ReasonCode.SkillMissing, skill, level);
            }
        }

        return null;
    }

    private static RoutingReason? LanguageRefusal(Technician technician, WorkItem item)
    {
        foreach (SpokenLanguage language in item.RequiredLanguageArray)
        {
            if (!technician.Speaks(language))
            {
                return new RoutingReason(ReasonCode.LanguageMissing, ReasonValue.Of("language", language.Name));
            }
        }

        return null;
    }

    private static RoutingReason? PlaceRefusal(CandidateTable table, Technician technician, WorkItem item, StepRules step)
    {
        if (technician.ServesEverywhere || !item.IsTiedToAPlace)
        {
            return null;
        }

        if (item.Region is { } region && RingOf(table, technician, region) <= step.Rings)
        {
            return null;
        }

        int? metres = Distance(technician, item);
        if (metres <= technician.TravelRadius + Widening(step, table.Policy.Regions) && technician.TravelRadius > 0)
        {
            return null;
        }

        return item.Region is { } asked
            ? new RoutingReason(ReasonCode.RegionNotServed, ReasonValue.Of("region", asked))
            : new RoutingReason(ReasonCode.TooFar, metres is { } far ? ReasonValue.Of("kilometres", far / 1000) : new ReasonValue("kilometres", "unknown", "未知"));
    }

    private static RoutingReason? CapacityRefusal(CandidateTable table, Technician technician, WorkItem item, Leniency leniency, int free)
    {
        if ((leniency.HasFlag(Leniency.Load) ? technician.Capacity : free) >= item.Size)
        {
            return null;
        }

        if (!leniency.HasFlag(Leniency.Load) && table.Policy.Intake is { } limit && limit.LeftFor(technician, table.At) == 0)
        {
            return new RoutingReason(ReasonCode.IntakeLimit, ReasonValue.Of("items", limit.Items), ReasonValue.Of("window", RoutingWords.Text(limit.Window)));
        }

        return new RoutingReason(
            ReasonCode.NoFreeUnits,
            ReasonValue.Of("size", item.Size),
            ReasonValue.Of("free", leniency.HasFlag(Leniency.Load) ? technician.Capacity : free));
    }

    private static RoutingReason? OutsourcingRefusal(CandidateTable table, Technician technician, WorkItem item, StepRules step)
    {
        if (technician.Provider is not { } provider)
        {
            return null;
        }

        ReasonValue name = ReasonValue.Of("provider", provider.Id.Value);
        return !item.MayBeOutsourced ? new RoutingReason(ReasonCode.OutsourcingNotAllowed, name)
            : !step.Providers ? new RoutingReason(ReasonCode.ProviderNotYet, name, ReasonValue.Of("step", step.Step.Name))
            : ProviderRefusal(provider, table.Policy, table.At);
    }

    private static int ValueOfProximity(CandidateTable table, Technician technician, WorkItem item) =>
        !item.IsTiedToAPlace ? 0
        : Distance(technician, item) is { } metres ? Reach.Value(metres, table.Policy.Scoring.ProximityRange)
        : item.Region is { } region ? Scoring.ValueOfRing(RingOf(table, technician, region))
        : 0;

    private static int RingOf(CandidateTable table, Technician technician, string region) => table.Regions[region].Rings[table.RowOf(technician.Id)];

    private static int? Distance(Technician technician, WorkItem item) =>
        technician.Base is { } from && item.Point is { } to ? Reach.Metres(from.OnUnitSphere(), to.OnUnitSphere()) : null;
}

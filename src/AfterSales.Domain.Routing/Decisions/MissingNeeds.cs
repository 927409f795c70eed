namespace AfterSales.Domain.Routing;

/// <summary>What stands between an item and everybody: needs that nobody meets, or who is busy, or who comes closest.</summary>
internal static class MissingNeeds
{
    internal static IReadOnlyList<RoutingReason> Of(CandidateTable table, WorkItem item, StepRules step, bool inBatch)
    {
        if (table.Technicians.Length == 0)
        {
            return [new RoutingReason(ReasonCode.NobodyThere)];
        }

        StaffingPattern pattern = table.Policy.StaffingOf(item.Request.Severity);
        RoutingReason[] unmet = [.. Unmet(table, item, step, pattern.AllowedAt(step))];
        return unmet.Length > 0 ? unmet : [Unavailable(table, item, step, pattern, inBatch)];
    }

    private static IEnumerable<RoutingReason> Unmet(CandidateTable table, WorkItem item, StepRules step, GradeSet allowed)
    {
        if (!Array.Exists(table.Technicians, technician => allowed.Contains(technician.Grade)))
        {
            yield return new RoutingReason(ReasonCode.NobodyOfGrade, ReasonValue.Of("allowed", allowed));
        }

        foreach (SkillNeed need in item.SkillArray)
        {
            if (!step.Drops(need) && !Array.Exists(table.Technicians, technician => Judgement.Meets(technician, need)))
            {
                yield return new RoutingReason(
                    ReasonCode.NobodyHasSkill, ReasonValue.Of("skill", need.Skill.Name), ReasonValue.Of("level", need.MinimumLevel));
            }
        }

        foreach (SpokenLanguage language in item.RequiredLanguageArray)
        {
            if (!Array.Exists(table.Technicians, technician => technician.Speaks(language)))
            {
                yield return new RoutingReason(ReasonCode.NobodySpeaks, ReasonValue.Of("language", language.Name));
            }
        }

        if (!Array.Exists(table.Technicians, technician => Judgement.Serves(table, technician, item, step)))
        {
            yield return new RoutingReason(ReasonCode.NobodyServes, ReasonValue.Of("place", item.Region ?? item.Point?.ToString() ?? ""));
        }

        if (!Array.Exists(table.Technicians, technician => technician.Capacity >= item.Size))
        {
            yield return new RoutingReason(ReasonCode.NobodyHolds, ReasonValue.Of("size", item.Size));
        }
    }

    private static RoutingReason Unavailable(CandidateTable table, WorkItem item, StepRules step, StaffingPattern pattern, bool inBatch)
    {
        int Passing(Leniency leniency) => table.Technicians.Count(technician =>
            Judgement.FirstRefusal(table, technician, item, step, pattern.AllowedAt(step), pattern.Waived | leniency, table.FreeUnits(technician)) is null);

        if (Passing(Leniency.None) is var eligible and > 0)
        {
            return inBatch ? new RoutingReason(ReasonCode.EverybodyBusy, ReasonValue.Of("count", eligible))
                : pattern is SingleStaffing { Guides: { } guides } ? new RoutingReason(ReasonCode.NoGuide, ReasonValue.Of("allowed", guides))
                : new RoutingReason(ReasonCode.NoTeam);
        }

        return Passing(Leniency.Load) is var busy and > 0 ? new RoutingReason(ReasonCode.EverybodyBusy, ReasonValue.Of("count", busy))
            : Passing(Leniency.Hours | Leniency.Load) is var away and > 0 ? new RoutingReason(ReasonCode.NobodyAtWork, ReasonValue.Of("count", away))
            : new RoutingReason(ReasonCode.NobodyCombines, ReasonValue.Of("closest", Closest(table, item, step, pattern)));
    }

    /// <summary>Who is refused by the last rule in their order; of several, the first in the order of the tie-break.</summary>
    private static PersonId Closest(CandidateTable table, WorkItem item, StepRules step, StaffingPattern pattern)
    {
        Technician closest = table.Technicians[0];
        HardRule furthest = HardRule.AtWork;
        foreach (Technician technician in table.Technicians)
        {
            Leniency leniency = pattern.Waived | Leniency.Hours | Leniency.Load;
            if (Judgement.FirstRefusal(table, technician, item, step, pattern.AllowedAt(step), leniency, technician.Capacity) is { } refusal && refusal.Rule > furthest)
            {
                (closest, furthest) = (technician, refusal.Rule);
            }
        }

        return closest.Id;
    }
}

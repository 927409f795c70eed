using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>The rules of routing.md once more, one technician and one rule at a time, as slow and plain as can be; points are left out.</summary>
internal sealed class RoutingModel(RoutingPolicy policy, IReadOnlyList<Technician> technicians, Instant at)
{
    /// <summary>Who gets an item that takes one technician, at the step that is in use for it.</summary>
    public Technician? Winner(WorkItem item)
    {
        int step = StepInUse(item);
        List<Technician> eligible = [.. technicians.Where(one => IsEligible(one, item, step) && HasGuide(one, item, technicians.Where(IsThere)))];
        eligible.Sort((left, right) => Order(left, Score(left, item), right, Score(right, item)));
        return eligible.FirstOrDefault();
    }

    public int StepInUse(WorkItem item)
    {
        int step = StepByTime(item);
        while (step < policy.Steps.Count - 1
            && !technicians.Any(one => IsEligible(one, item, step) && HasGuide(one, item, technicians.Where(IsThere)))
            && !technicians.Any(one => CouldMatchWhenFree(one, item, step) && HasGuide(one, item, technicians.Where(ComesBack))))
        {
            step++;
        }

        return step;
    }

    public int StepByTime(WorkItem item) => policy.Steps.ToList().FindLastIndex(step => step.After <= at - item.QueuedAt) is var index and >= 0 ? index : 0;

    public bool IsEligible(Technician one, WorkItem item, int step) => IsThere(one) && HasRoom(one, item.Size) && MatchesApartFromTimeAndLoad(one, item, step);

    public bool CouldMatchWhenFree(Technician one, WorkItem item, int step) =>
        ComesBack(one) && one.Capacity >= item.Size && MatchesApartFromTimeAndLoad(one, item, step);

    public bool HasRoom(Technician one, int size)
    {
        int recent = policy.Intake is { } limit ? one.Assignments.Count(assigned => assigned <= at && assigned > at - limit.Window) : 0;
        return one.Capacity - one.Load >= size && (policy.Intake is not { } intake || recent < intake.Items);
    }

    public int Score(Technician one, WorkItem item)
    {
        int total = 0;
        for (ScorePart part = ScorePart.SkillSurplus; part <= ScorePart.Slack; part++)
        {
            total += policy.Scoring.WeightOf(part) * Value(part, one, item);
        }

        return total;
    }

    private bool IsThere(Technician one) => one.Hours.IsOpen(at) && !one.Leave.Any(leave => leave.Contains(at));

    private static bool ComesBack(Technician one) => one.Leave.All(leave => leave.HasEnd);

    private bool MatchesApartFromTimeAndLoad(Technician one, WorkItem item, int step)
    {
        RelaxationStep[] used = [.. policy.Steps.Take(step + 1)];
        HashSet<string> dropped = [.. used.SelectMany(each => each.DroppedGroups)];
        int rings = used.Sum(each => each.RingsAdded);
        SingleStaffing staffing = (SingleStaffing)policy.StaffingOf(item.Request.Severity);
        int highest = (int)staffing.Grades[^1] + used.Sum(each => each.GradesAdded);
        bool grade = staffing.Grades.Contains(one.Grade) || (one.Grade > staffing.Grades[^1] && (int)one.Grade <= highest);
        bool skills = item.Skills.All(need => (need.DropGroup is { } group && dropped.Contains(group)) || one.LevelOf(need.Skill) >= need.MinimumLevel);
        bool languages = item.RequiredLanguages.All(one.Languages.Contains);
        bool place = item.Request.Region is not { } region || one.ServesEverywhere || one.Regions.Any(served => policy.Regions.RingOf(region, served) <= rings);
        bool provider = one.Provider is not { } company
            || (item.MayBeOutsourced && used.Any(each => each.AllowsProviders) && company.Contract.Contains(at) && company.QuotaLeft > 0
                && company.Standing == ProviderStanding.Active && company.Assessment >= policy.Assessment.SuspendBelow);
        return grade && skills && languages && place && provider && !item.Excluded.Contains(one.Id);
    }

    private bool HasGuide(Technician one, WorkItem item, IEnumerable<Technician> there)
    {
        IReadOnlyList<Grade> guides = ((SingleStaffing)policy.StaffingOf(item.Request.Severity)).GuideGrades;
        return guides.Count == 0
            || there.Any(guide => guide.Id != one.Id && guides.Contains(guide.Grade) && guide.Provider is null && !item.Excluded.Contains(guide.Id));
    }

    private int Value(ScorePart part, Technician one, WorkItem item)
    {
        Scoring scoring = policy.Scoring;
        switch (part)
        {
            case ScorePart.SkillSurplus:
                int steps = item.Skills.Sum(need => one.LevelOf(need.Skill) < need.MinimumLevel ? 0 : 1 + Math.Min(one.LevelOf(need.Skill) - need.MinimumLevel, scoring.SkillSurplusCap));
                return item.Skills.Count == 0 ? 0 : steps * (1000 / (item.Skills.Count * (scoring.SkillSurplusCap + 1)));
            case ScorePart.Spare:
                return Math.Max(0, one.Capacity - one.Load) * 1000 / one.Capacity;
            case ScorePart.Proximity:
                int?[] rings = item.Request.Region is { } region ? [.. one.Regions.Select(served => policy.Regions.RingOf(region, served)), one.ServesEverywhere ? 0 : null] : [];
                return rings.Min() is { } nearest ? 1000 / (1 + nearest) : 0;
            case ScorePart.Language:
                return item.PreferredLanguages.Sum(language => one.Languages.Contains(language) ? 1000 / item.PreferredLanguages.Count : 0);
            case ScorePart.SameTechnician:
                return item.LastTechnician == one.Id ? 1000 : 0;
            case ScorePart.ProductHistory:
                int cases = one.ProductHistory.Where(pair => string.Equals(pair.Key, item.Request.ProductLine, StringComparison.Ordinal)).Sum(pair => pair.Value);
                return Math.Min(1000, cases * 1000 / scoring.FullProductHistory);
            case ScorePart.GradeFit:
                return Math.Max(0, 1000 - (200 * (one.Grade - ((SingleStaffing)policy.StaffingOf(item.Request.Severity)).Grades[0])));
            case ScorePart.Provider:
                return 10 * (one.Provider?.Assessment ?? 100);
            default:
                if (item.Due is not { } due || !IsThere(one))
                {
                    return 0;
                }

                Instant end = one.Leave.Where(leave => leave.HasStart && leave.Start > at).Select(leave => leave.Start).Append(one.Hours.NextClosing(at) ?? Instant.MaxValue).Append(due).Min();
                Duration slack = Duration.Max(Duration.Zero, Duration.Min(end - at, scoring.SlackRange));
                return (int)(1000 * (long)slack.TotalSeconds / (long)scoring.SlackRange.TotalSeconds);
        }
    }

    public static int Order(Technician left, int leftScore, Technician right, int rightScore)
    {
        int byScore = rightScore.CompareTo(leftScore);
        int byLoad = byScore != 0 ? byScore : ((decimal)left.Load / left.Capacity).CompareTo((decimal)right.Load / right.Capacity);
        int bySequence = byLoad != 0 ? byLoad : left.LastAssigned.CompareTo(right.LastAssigned);
        return bySequence != 0 ? bySequence : string.CompareOrdinal(left.Id.Value, right.Id.Value);
    }
}

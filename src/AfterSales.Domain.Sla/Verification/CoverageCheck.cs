using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Sla;

/// <summary>Finds requests without a target, targets without a request, and targets without a calendar.</summary>
internal static class CoverageCheck
{
    internal static void Run(VerificationRun run, ObjectiveCases cases)
    {
        FindUncovered(run, cases);
        for (int i = 0; i < cases.Objective.Targets.Count; i++)
        {
            if (cases.FirstOf(i) is { } request)
            {
                FindMissingCalendar(run, cases, cases.Objective.Targets[i], request);
            }
            else
            {
                FindShadowed(run, cases, i);
            }
        }
    }

    private static void FindUncovered(VerificationRun run, ObjectiveCases cases)
    {
        if (cases.FirstOf(ObjectiveCases.NoTarget) is { } request)
        {
            int groups = cases.Targets.Count(target => target == ObjectiveCases.NoTarget);
            string more = groups > 1 ? FormattableString.Invariant($" ({groups} groups of requests in all)") : "";
            string moreChinese = groups > 1 ? FormattableString.Invariant($"（共 {groups} 组请求）") : "";
            run.Add(
                FindingCode.RequestNotCovered, FindingLevel.Error, FindingPlace.Of(cases.Objective),
                [new FindingExample(cases.Objective, null, request, run.FirstStart, due: null)],
                chinese => chinese
                    ? $"没有时限适用于 {cases.Space.Words(request, true)}{moreChinese}"
                    : $"no target is for {cases.Space.Words(request, false)}{more}");
        }
    }

    private static void FindShadowed(VerificationRun run, ObjectiveCases cases, int index)
    {
        Target target = cases.Objective.Targets[index];
        (SortedSet<int> takers, (ServiceRequest Request, Target Taker)? first) = cases.TakersOf(index);
        string names = string.Join(", ", takers.Select(taker => $"\"{cases.Objective.Targets[taker].Name}\""));
        run.Add(
            FindingCode.TargetNeverReached, FindingLevel.Warning, FindingPlace.Of(cases.Objective, target),
            first is var (request, taker) ? [new FindingExample(cases.Objective, taker, request, run.FirstStart, due: null)] : [],
            chinese => first is null
                ? (chinese ? "从不生效：该目标的任何请求都不满足其条件" : "is never reached: no request of the objective meets its condition")
                : (chinese ? $"从不生效：满足其条件的请求都已归入 {names}" : $"is never reached: {names} above it {(takers.Count == 1 ? "takes" : "take")} every request that it is for"));
    }

    private static void FindMissingCalendar(VerificationRun run, ObjectiveCases cases, Target target, ServiceRequest request)
    {
        foreach ((string? Site, string? Customer) surroundings in run.Surroundings(target))
        {
            ServiceRequest one = VerificationRun.In(request, surroundings);
            if (target.Rule is not null && run.Policy.Book.Find(target.Calendar, one, run.FirstStart, out NoDeadlineReason? missing) is null)
            {
                run.Add(
                    FindingCode.UnknownCalendar, FindingLevel.Error, FindingPlace.Of(cases.Objective, target),
                    [new FindingExample(cases.Objective, target, one, run.FirstStart, due: null)],
                    chinese => chinese ? $"{missing:zh}，因此没有期限" : $"{missing}, so nothing is due");
                return;
            }
        }
    }
}

using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Runs every check over a policy.</summary>
internal static class Verifier
{
    internal static IReadOnlyList<Finding> Verify(SlaPolicy policy, VerificationScope scope, Instant? replacedAt, CancellationToken cancellation)
    {
        VerificationRun run = new(policy, scope, replacedAt, cancellation);
        if (run.Windows.Count == 0)
        {
            return [];
        }

        List<ObjectiveCases> verified = [];
        HashSet<string> unknownHolidays = new(StringComparer.Ordinal);
        foreach (Objective objective in policy.Objectives)
        {
            if (RequestSpace.Of(ObjectiveCases.Conditions(objective)) is not { } space)
            {
                ReportTooLarge(run, objective);
                continue;
            }

            ObjectiveCases cases = ObjectiveCases.Of(objective, space, cancellation);
            verified.Add(cases);
            CoverageCheck.Run(run, cases);
            StartCheck.Run(run, cases, unknownHolidays);
            PairCheck.FindLaterWhenMoreDemanding(run, cases);
            PairCheck.FindBreachOnReclassify(run, cases);
            AlarmCheck.Run(run, cases);
            ObjectiveCheck.Run(run, cases);
            if (objective.WithinObjective is not null)
            {
                PairCheck.FindDoesNotFit(run, objective);
            }
        }

        FindNeverOpen(run, verified);
        return Judged(policy, scope, run.Findings);
    }

    internal static void ReportTooLarge(VerificationRun run, Objective objective) =>
        run.Add(FindingCode.RequestSpaceTooLarge, FindingLevel.Error, FindingPlace.Of(objective), [], chinese => chinese
            ? FormattableString.Invariant($"其条件可区分的请求超过 {RequestSpace.MaximumGroups:N0} 组，未能验证")
            : FormattableString.Invariant($"was not verified: its conditions tell more than {RequestSpace.MaximumGroups:N0} groups of requests apart"));

    private static void FindNeverOpen(VerificationRun run, IReadOnlyList<ObjectiveCases> verified)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        IEnumerable<BusinessCalendar> combined = run.Policy.Objectives.SelectMany(objective => objective.Targets)
            .Where(target => target.Calendar is IntersectedCalendars)
            .SelectMany(target => run.Surroundings(target).Select(one => run.Policy.Book.Find(target.Calendar, VerificationRun.In(RequestSpace.Blank, one), run.FirstStart, out _)))
            .OfType<BusinessCalendar>();
        foreach (BusinessCalendar calendar in run.Policy.Calendars.Select(one => one.Calendar).Concat(combined))
        {
            if (calendar.NextOpeningOrNow(run.FirstStart) is null && seen.Add(calendar.Name))
            {
                run.Add(FindingCode.CalendarNeverOpen, FindingLevel.Error, FindingPlace.OfCalendar(calendar.Name), verified.SelectMany(cases => CountedBy(run, cases, calendar)).Take(1), chinese => chinese
                    ? $"自 {run.FirstStart} 起没有任何营业时间"
                    : $"has no open time from {run.FirstStart} on");
            }
        }
    }

    /// <summary>A case of each target of an objective that counts by a calendar.</summary>
    private static IEnumerable<FindingExample> CountedBy(VerificationRun run, ObjectiveCases cases, BusinessCalendar calendar)
    {
        for (int i = 0; i < cases.Objective.Targets.Count; i++)
        {
            Target target = cases.Objective.Targets[i];
            if (target.Rule is { UsesCalendar: true } rule && cases.FirstOf(i) is { } request)
            {
                foreach ((_, BusinessCalendar own, ServiceRequest one) in run.CalendarsOf(target, request).Where(found => ReferenceEquals(found.Calendar, calendar)))
                {
                    DueResult due = rule.Due(run.FirstStart, own);
                    yield return new FindingExample(cases.Objective, target, one, run.FirstStart, due.IsSet ? due.At : null);
                }
            }
        }
    }

    private static IReadOnlyList<Finding> Judged(SlaPolicy policy, VerificationScope scope, IReadOnlyList<Finding> findings)
    {
        List<Finding> judged = [.. findings.Select(finding => finding.Judged(policy.Accepted.FirstOrDefault(one => one.Accepts(finding)), policy.Version))];
        foreach (AcceptedFinding accepted in policy.Accepted)
        {
            bool isLookedAt = accepted.Code != FindingCode.EffectiveHole && (accepted.Code != FindingCode.NeverStops || scope.Emitted is not null);
            if (isLookedAt && !findings.Any(accepted.Accepts))
            {
                judged.Add(new Finding(FindingCode.AcceptedButNotFound, FindingLevel.Note, FindingPlace.Named(accepted.Where), [], chinese => chinese
                    ? $"策略接受 {accepted.Code}，但并未发现该问题"
                    : $"the policy accepts {accepted.Code}, which it does not have").Judged(acceptedBy: null, policy.Version));
            }
        }

        return judged.AsReadOnly();
    }
}

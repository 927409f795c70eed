using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Finds what an objective's own definition gets wrong: stops that never come, pauses that excuse too much, shares of nothing.</summary>
internal static class ObjectiveCheck
{
    // Only the customer sends these: a wait for the customer is what a clock that only they stop measures.
    private static readonly Signal[] OfTheCustomer = [Signal.CustomerMessage, Signal.Confirmed];

    internal static void Run(VerificationRun run, ObjectiveCases cases)
    {
        FindNeverStops(run, cases);
        foreach (Pause pause in cases.Objective.Pauses)
        {
            FindPauseFault(run, cases, pause);
        }

        if (cases.Objective.ReclassifyMode == ReclassifyMode.Proportional && cases.Targets.Where(target => target >= 0).Distinct().Count() > 1)
        {
            FindNothingToShare(run, cases);
        }
    }

    private static void FindNeverStops(VerificationRun run, ObjectiveCases cases)
    {
        Objective objective = cases.Objective;
        if (run.Scope.Emitted is not { } emitted || !emitted.Any(objective.Starts.Contains)
            || emitted.Any(signal => objective.Stops.Contains(signal) || objective.Ends.Contains(signal) || objective.Cancels.Contains(signal)))
        {
            return;
        }

        run.Add(FindingCode.NeverStops, FindingLevel.Error, FindingPlace.Of(objective), Examples(run, cases, waitsFor: null), chinese => chinese
            ? $"会开始，但宿主从不发出停止它的信号（{string.Join("、", objective.StopsOn)}）"
            : $"can start but never stops: the host emits no {objective.Stops}");
    }

    private static void FindPauseFault(VerificationRun run, ObjectiveCases cases, Pause pause)
    {
        Objective objective = cases.Objective;
        ResponsibleParty party = pause.Reason.Party;
        bool isStop = objective.StopsOn.Any(signal => string.Equals(signal.Name, pause.Reason.Name, StringComparison.Ordinal))
            || (party == ResponsibleParty.Customer && pause.Cap is null && objective.Party == Party.Customer
                && objective.StopsOn.All(signal => Array.IndexOf(OfTheCustomer, signal) >= 0) && !objective.Starts.Contains(Signal.Received));
        if (isStop)
        {
            run.Add(FindingCode.PausedByItsStop, FindingLevel.Error, FindingPlace.Of(objective), Examples(run, cases, pause.Reason), chinese => chinese
                ? $"等待 {pause.Reason} 会暂停计时，而计时衡量的正是这段等待，因此永远不会超时"
                : $"waiting for {pause.Reason} pauses the clock that measures this very wait, so it is never late");
        }
        else if ((objective.Party == Party.Customer && party != ResponsibleParty.Customer) || (objective.Party == Party.Supplier && party == ResponsibleParty.Supplier))
        {
            run.Add(FindingCode.PausedForOwnReason, FindingLevel.Warning, FindingPlace.Of(objective), Examples(run, cases, pause.Reason), chinese => objective.Party == Party.Customer
                ? (chinese ? $"对客户的承诺因等待 {pause.Reason} 而暂停，而这并非客户的原因" : $"a promise to the customer is paused while waiting for {pause.Reason}, which is not the customer's doing")
                : (chinese ? $"供应商的承诺因等待 {pause.Reason} 而暂停，而这正是供应商自己的原因" : $"a supplier's promise is paused while waiting for {pause.Reason}, which is the supplier's own doing"));
        }
    }

    private static void FindNothingToShare(VerificationRun run, ObjectiveCases cases)
    {
        for (int i = 0; i < cases.Objective.Targets.Count; i++)
        {
            Target target = cases.Objective.Targets[i];
            if (target.Rule is not { } rule || cases.FirstOf(i) is not { } request)
            {
                continue;
            }

            foreach ((SweepWindow window, BusinessCalendar calendar, ServiceRequest one) in run.CalendarsOf(target, request))
            {
                if (FirstWithoutAllowance(rule, window.Curves, calendar) is { } start)
                {
                    Instant at = NanosecondTime.Instant(start);
                    DueResult due = rule.Due(at, calendar);
                    FindingExample example = new(cases.Objective, target, one, at, due.IsSet ? due.At : null);
                    run.Add(FindingCode.ProportionalWithoutAllowance, FindingLevel.Warning, FindingPlace.Of(cases.Objective, target), [example], chinese => chinese
                        ? $"重新分级按比例进行，但“{rule.Taken(at, calendar):zh}”没有可按比例折算的时长，将改为保留原起点"
                        : $"reclassification is proportional, but \"{rule.Taken(at, calendar)}\" has no allowance to take a share of; the original start is kept instead");
                    break;
                }
            }
        }
    }

    private static long? FirstWithoutAllowance(DeadlineRule rule, RuleCurves curves, BusinessCalendar calendar)
    {
        foreach (DuePiece piece in curves.PiecesByBranch(rule, calendar))
        {
            if (rule.Taken(NanosecondTime.Instant(piece.From), calendar).Allowance is null)
            {
                return StartChoice.Roundest(piece.From, piece.To);
            }
        }

        return null;
    }

    /// <summary>The first request with a deadline, or without one when no request has any; waiting from its start on, if a reason is given.</summary>
    private static IEnumerable<FindingExample> Examples(VerificationRun run, ObjectiveCases cases, WaitReason? waitsFor)
    {
        Objective objective = cases.Objective;
        int index = Array.FindIndex(cases.Targets, target => target >= 0 && objective.Targets[target].Rule is not null);
        index = index >= 0 ? index : Array.FindIndex(cases.Targets, target => target >= 0);
        if (index < 0)
        {
            return [];
        }

        Target target = objective.Targets[cases.Targets[index]];
        ServiceRequest request = VerificationRun.In(cases.Space.RequestAt(index), run.Surroundings(target).First());
        return [waitsFor is { } reason ? new FindingExample(objective, target, request, run.FirstStart, reason) : new FindingExample(objective, target, request, run.FirstStart, due: null)];
    }
}

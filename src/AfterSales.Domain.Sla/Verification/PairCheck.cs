using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Compares the dues of two targets for every start: the more demanding request, the reclassified one, the promise within a promise.</summary>
internal static class PairCheck
{
    private static readonly Duration TenMinutes = Duration.FromMinutes(10);

    internal static void FindLaterWhenMoreDemanding(VerificationRun run, ObjectiveCases cases)
    {
        Objective objective = cases.Objective;
        foreach ((int less, int more, ServiceRequest lessRequest, ServiceRequest moreRequest, RequestDimension dimension) in cases.TargetPairs(bothWays: false))
        {
            Promise mild = new(objective, objective.Targets[less], lessRequest);
            Promise demanding = new(objective, objective.Targets[more], moreRequest);
            if (FirstLater(run, demanding, mild) is var (later, sooner, zone))
            {
                run.Add(FindingCode.LaterWhenMoreDemanding, FindingLevel.Warning, FindingPlace.Of(objective, demanding.Target), [later, sooner], chinese =>
                {
                    MomentWords words = new(zone, chinese, later.Start, later.Due!.Value, sooner.Due!.Value);
                    string high = dimension.Describe(dimension.ValueOf(moreRequest), chinese ? "zh" : "en");
                    string low = dimension.Describe(dimension.ValueOf(lessRequest), chinese ? "zh" : "en");
                    return chinese
                        ? $"{words.Of(later.Start)} {StartCheck.Began(objective, true)}，{high}的期限为 {words.Of(later.Due.Value)}，{low}的期限反而更早：{words.Of(sooner.Due.Value)}（{mild.Target.Name}）"
                        : $"{StartCheck.Began(objective, false)} {words.Of(later.Start)}, {high} is due {words.Of(later.Due.Value)}, but {low} already {words.Of(sooner.Due.Value)} ({mild.Target.Name})";
                });
            }
        }
    }

    internal static void FindBreachOnReclassify(VerificationRun run, ObjectiveCases cases)
    {
        Objective objective = cases.Objective;
        if (objective.ReclassifyMode != ReclassifyMode.KeepStart)
        {
            return;
        }

        foreach ((int before, int after, ServiceRequest oldRequest, ServiceRequest newRequest, RequestDimension dimension) in cases.TargetPairs(bothWays: true))
        {
            Promise old = new(objective, objective.Targets[before], oldRequest);
            Promise changed = new(objective, objective.Targets[after], newRequest);
            if (FirstLater(run, old, changed) is not var (later, sooner, zone))
            {
                continue;
            }

            Instant at = sooner.Due!.Value + TenMinutes <= later.Due!.Value ? sooner.Due.Value + TenMinutes : later.Due.Value;
            FindingExample example = new(objective, old.Target, later.Request, later.Start, later.Due.Value, at, sooner.Request);
            run.Add(FindingCode.BreachOnReclassify, FindingLevel.Note, FindingPlace.Of(objective, changed.Target), [example], chinese =>
            {
                MomentWords words = new(zone, chinese, example.Start, at, sooner.Due.Value, later.Due.Value);
                string value = dimension.Describe(dimension.ValueOf(newRequest), chinese ? "zh" : "en");
                return chinese
                    ? $"{words.Of(example.Start)} {StartCheck.Began(objective, true)}、按“{old.Target.Name}”期限为 {words.Of(later.Due.Value)} 的请求，在 {words.Of(at)} 改为{value}时立即到期：按新时限应为 {words.Of(sooner.Due.Value)}"
                    : $"{StartCheck.Began(objective, false)} {words.Of(example.Start)} and due {words.Of(later.Due.Value)} by \"{old.Target.Name}\", it has no time left when it becomes {value} at {words.Of(at)}: that would have been due {words.Of(sooner.Due.Value)}";
            });
        }
    }

    /// <summary>Compares an internal or supplier objective with the customer objective that it is to fit within, when both start on the same signals.</summary>
    internal static void FindDoesNotFit(VerificationRun run, Objective inner)
    {
        Objective? outer = run.Policy.Objectives.FirstOrDefault(one => string.Equals(one.Name, inner.WithinObjective, StringComparison.Ordinal));
        if (outer is null || !inner.Starts.Equals(outer.Starts))
        {
            return;
        }

        if (RequestSpace.Of(ObjectiveCases.Conditions(inner).Concat(ObjectiveCases.Conditions(outer))) is not { } space)
        {
            Verifier.ReportTooLarge(run, inner);
            return;
        }

        ObjectiveCases innerCases = ObjectiveCases.Of(inner, space, run.Cancellation);
        ObjectiveCases outerCases = ObjectiveCases.Of(outer, space, run.Cancellation);
        HashSet<(int Inner, int Outer)> seen = [];
        for (int i = 0; i < space.Count; i++)
        {
            (int Inner, int Outer) pair = (innerCases.Targets[i], outerCases.Targets[i]);
            if (pair.Inner < 0 || pair.Outer < 0 || inner.Targets[pair.Inner].Rule is null || outer.Targets[pair.Outer].Rule is null || !seen.Add(pair))
            {
                continue;
            }

            ServiceRequest request = space.RequestAt(i);
            if (FirstLater(run, new Promise(inner, inner.Targets[pair.Inner], request), new Promise(outer, outer.Targets[pair.Outer], request)) is var (later, sooner, zone))
            {
                Target within = outer.Targets[pair.Outer];
                run.Add(FindingCode.DoesNotFitWithin, FindingLevel.Error, FindingPlace.Of(inner, inner.Targets[pair.Inner]), [later, sooner], chinese =>
                {
                    MomentWords words = new(zone, chinese, later.Start, later.Due!.Value, sooner.Due!.Value);
                    return chinese
                        ? $"{words.Of(later.Start)} {StartCheck.Began(inner, true)}，期限为 {words.Of(later.Due.Value)}，晚于应包含它的 {outer.Name} / {within.Name}：{words.Of(sooner.Due.Value)}"
                        : $"{StartCheck.Began(inner, false)} {words.Of(later.Start)} is due {words.Of(later.Due.Value)}, after {outer.Name} / {within.Name}, which it is to fit within: {words.Of(sooner.Due.Value)}";
                });
            }
        }
    }

    /// <summary>A start for which one promise is due after another, both cases of it, and the zone to say it in.</summary>
    private static (FindingExample Later, FindingExample Sooner, DateTimeZone Zone)? FirstLater(VerificationRun run, Promise late, Promise early)
    {
        (FindingExample Later, FindingExample Sooner, DateTimeZone Zone)? found = null;
        foreach ((string? Site, string? Customer) surroundings in run.Surroundings(late.Target, early.Target))
        {
            ServiceRequest lateRequest = VerificationRun.In(late.Request, surroundings);
            ServiceRequest earlyRequest = VerificationRun.In(early.Request, surroundings);
            foreach (SweepWindow window in run.Windows)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                if (run.Policy.Book.Find(late.Target.Calendar, lateRequest, window.From, out _) is not { } lateCalendar
                    || run.Policy.Book.Find(early.Target.Calendar, earlyRequest, window.From, out _) is not { } earlyCalendar)
                {
                    continue;
                }

                DueCurve lateCurve = window.Curves.Of(late.Target.Rule!, lateCalendar);
                DueCurve earlyCurve = window.Curves.Of(early.Target.Rule!, earlyCalendar);
                Target spoken = late.Target.Calendar is AlwaysOpenCalendar ? early.Target : late.Target;
                BusinessCalendar calendar = late.Target.Calendar is AlwaysOpenCalendar ? earlyCalendar : lateCalendar;
                if (StartChoice.In(DueCurve.After(lateCurve, earlyCurve, orAt: false), calendar) is not { } start)
                {
                    continue;
                }

                bool isOrdinary = StartChoice.IsOrdinary(NanosecondTime.Instant(start), calendar);
                if (found is null || isOrdinary)
                {
                    found = (late.Example(lateRequest, start, lateCurve), early.Example(earlyRequest, start, earlyCurve), run.ZoneOf(spoken, calendar));
                }

                if (isOrdinary)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private sealed record Promise(Objective Objective, Target Target, ServiceRequest Request)
    {
        internal FindingExample Example(ServiceRequest request, long start, DueCurve curve) =>
            new(Objective, Target, request, NanosecondTime.Instant(start), NanosecondTime.Instant(curve.PieceAt(start)!.Value.At(start)));
    }
}

using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Testing;

/// <summary>Policies with less in them: fewer objectives, targets, alarms and calendars, default modes, simpler rules and conditions.</summary>
internal static class PolicyShrinker
{
    internal static IEnumerable<SlaPolicy> Smaller(SlaPolicy policy)
    {
        foreach (Objective objective in policy.Objectives)
        {
            Objective[] rest = [.. policy.Objectives.Where(one => !Same(one.Name, objective.Name) && !Same(one.WithinObjective, objective.Name))];
            if (rest.Length > 0)
            {
                yield return Of(policy, rest);
            }
        }

        if (policy.Accepted.Count > 0)
        {
            yield return Of(policy, policy.Objectives);
        }

        if (UsedCalendars(policy) is { } used)
        {
            yield return used;
        }

        foreach (Objective objective in policy.Objectives)
        {
            foreach (Objective smaller in Smaller(objective))
            {
                yield return Of(policy, policy.Objectives.Select(one => Same(one.Name, objective.Name) ? smaller : one));
            }
        }
    }

    internal static IEnumerable<Objective> Smaller(Objective objective)
    {
        IReadOnlyList<Target> targets = objective.Targets;
        for (int i = 0; i < targets.Count && targets.Count > 1; i++)
        {
            yield return Of(objective, targets.Where((_, j) => j != i));
        }

        Objective[] plainer =
        [
            objective.WithAlarms([]), objective.PausedBy([]), objective.CancelledOn([]), objective.EndedOn([]),
            objective.For(RequestCondition.Any), objective.For(Party.Customer), objective.OnReclassify(ReclassifyMode.KeepStart), objective.OnReopen(ReopenMode.Ignore),
            .. objective.Alarms.Select(alarm => objective.WithAlarms([alarm])),
            .. objective.Pauses.Select(pause => objective.PausedBy([pause])),
        ];
        Objective once = Once(objective, objective.Targets);
        Objective alone = Repeated(once, objective);
        foreach (Objective one in plainer.Append(alone).Append(objective.WithinObjective is { } outside ? once.Within(outside) : once).Where(one => !one.Equals(objective)))
        {
            yield return one;
        }

        foreach (IReadOnlyList<Target> smaller in PartShrinker.OneSmaller(targets, Smaller))
        {
            yield return Of(objective, smaller);
        }
    }

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static IEnumerable<Target> Smaller(Target target)
    {
        if (target.Rule is not { } rule)
        {
            yield break;
        }

        foreach (RequestCondition when in RequestShrinker.Smaller(target.When))
        {
            yield return new Target(target.Name, when, rule).On(target.Calendar);
        }

        foreach (DeadlineRule smaller in RuleShrinker.Smaller(rule))
        {
            yield return new Target(target.Name, target.When, smaller).On(target.Calendar);
        }

        if (target.Calendar is not AlwaysOpenCalendar)
        {
            yield return new Target(target.Name, target.When, rule).On(CalendarChoice.AlwaysOpen);
        }
    }

    private static Objective Of(Objective objective, IEnumerable<Target> targets)
    {
        Objective made = Repeated(Once(objective, targets), objective);
        return objective.WithinObjective is { } outer ? made.Within(outer) : made;
    }

    private static Objective Repeated(Objective once, Objective objective) =>
        objective.SkipsFirstCycle ? once.FromSecondCycle() : objective.Repetition == Repetition.EachStart ? once.Repeating() : once;

    /// <summary>The objective within no other, and not repeated.</summary>
    private static Objective Once(Objective objective, IEnumerable<Target> targets) =>
        new Objective(objective.Name, objective.StartsOn, objective.StopsOn, targets)
            .For(objective.AppliesTo).For(objective.Party).OnReclassify(objective.ReclassifyMode).OnReopen(objective.ReopenMode)
            .CancelledOn(objective.CancelsOn).EndedOn(objective.EndsOn).PausedBy(objective.Pauses).WithAlarms(objective.Alarms);

    private static SlaPolicy Of(SlaPolicy policy, IEnumerable<Objective> objectives) =>
        With(new SlaPolicy(policy.Name, policy.Version, policy.EffectiveFrom, objectives), policy.Calendars);

    private static SlaPolicy With(SlaPolicy policy, IEnumerable<PublishedCalendar> calendars) => calendars.Aggregate(
        policy, (made, one) => one.PublishedAt == NodaTime.Instant.MinValue ? made.With(one.Calendar) : made.WithPublished(one.Calendar, one.PublishedAt));

    /// <summary>Without the calendars that no target names; null when every one is named or a request may name one.</summary>
    private static SlaPolicy? UsedCalendars(SlaPolicy policy)
    {
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (Target target in policy.Objectives.SelectMany(one => one.Targets))
        {
            if (!Collect(target.Calendar, named))
            {
                return null;
            }
        }

        PublishedCalendar[] kept = [.. policy.Calendars.Where(one => named.Contains(one.Calendar.Name))];
        return kept.Length == policy.Calendars.Count
            ? null
            : With(new SlaPolicy(policy.Name, policy.Version, policy.EffectiveFrom, policy.Objectives), kept);
    }

    private static bool Collect(CalendarChoice choice, HashSet<string> named) => choice switch
    {
        NamedCalendar one => named.Add(one.CalendarName) || true,
        IntersectedCalendars both => Collect(both.Left, named) && Collect(both.Right, named),
        AlwaysOpenCalendar => true,
        _ => false,
    };
}

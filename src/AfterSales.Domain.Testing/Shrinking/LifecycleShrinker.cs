using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Testing;

/// <summary>Lifecycles with fewer states and transitions, standard terms, and transitions that ask and do less.</summary>
internal static class LifecycleShrinker
{
    internal static IEnumerable<Lifecycle> Smaller(Lifecycle lifecycle) =>
        PartShrinker.Shorter([.. lifecycle.States.Skip(1)]).Select(states => Of(lifecycle, [lifecycle.States[0], .. states]))
            .Concat(PartShrinker.Shorter(lifecycle.Transitions).Select(rows => Of(lifecycle, lifecycle.States, rows)))
            .Concat(Smaller(lifecycle.Terms).Select(terms => lifecycle.With(terms)))
            .Concat(PartShrinker.OneSmaller(lifecycle.Transitions, Smaller).Select(rows => Of(lifecycle, lifecycle.States, rows)));

    /// <summary>Without the rows that come from a state that is not there any more, or lead to one.</summary>
    private static Lifecycle Of(Lifecycle lifecycle, IReadOnlyList<LifecycleState> states)
    {
        HashSet<string> kept = new(states.Select(state => state.Name), StringComparer.Ordinal);
        return Of(lifecycle, states, lifecycle.Transitions.Where(row => kept.Contains(row.From) && kept.Contains(row.To)));
    }

    private static Lifecycle Of(Lifecycle lifecycle, IEnumerable<LifecycleState> states, IEnumerable<Transition> rows) => new Lifecycle(lifecycle.Name, states, rows).With(lifecycle.Terms);

    /// <summary>Each term as in the standard.</summary>
    private static IEnumerable<LifecycleTerms> Smaller(LifecycleTerms terms)
    {
        LifecycleTerms standard = LifecycleTerms.Standard;
        LifecycleTerms[] plainer =
        [
            standard,
            terms.ReopenableFor(standard.ReopenWindow), terms.ClosedBySilenceAfter(standard.SilenceWindow), terms.RepeatedWithin(standard.RepeatWindow), terms.ReportedLateWithin(standard.LateReports),
            terms.GivingUpAfter(standard.RemindersBeforeGivingUp), terms.RaisedAfterReopening(standard.ReopensBeforeRaising), terms.AppealedUpTo(standard.HighestLevel),
            terms.ApprovingRemediesAbove(standard.MajorRemedyAbove), terms.ApprovingRemediesFrom(standard.MajorRemedyFrom),
        ];
        return plainer.Where(one => one != terms);
    }

    /// <summary>A row of fewer roles; without any it is everybody's. What an effect needs goes with the effect.</summary>
    private static IEnumerable<Transition> Smaller(Transition row) =>
        PartShrinker.Shorter(row.Roles).Select(roles => Of(row, roles, row.Guards, row.Needs, row.Effects))
            .Concat(PartShrinker.Shorter(row.Guards).Select(guards => Of(row, row.Roles, guards, row.Needs, row.Effects)))
            .Concat(PartShrinker.Shorter(row.Effects).Select(effects => Of(row, row.Roles, row.Guards, row.Needs, effects)))
            .Concat(PartShrinker.Shorter(row.Needs).Select(needs => Of(row, row.Roles, row.Guards, needs, row.Effects)).Where(one => one.Needs.Count < row.Needs.Count));

    private static Transition Of(Transition row, IReadOnlyList<Role> roles, IReadOnlyList<Guard> guards, IReadOnlyList<ActionDetail> needs, IReadOnlyList<TransitionEffect> effects) =>
        new Transition(row.From, row.Trigger, row.To).By([.. roles]).When([.. guards]).Needing([.. needs]).Doing([.. effects]);
}

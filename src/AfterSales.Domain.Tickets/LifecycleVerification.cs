namespace AfterSales.Domain.Tickets;

/// <summary>Finds what is wrong with a table by walking it forwards from the first state and backwards from the closed ones.</summary>
internal static class LifecycleVerification
{
    internal static IReadOnlyList<LifecycleFinding> Of(Lifecycle lifecycle)
    {
        Transition[] live = [.. lifecycle.Transitions.Where(transition => !lifecycle.FindState(transition.From)!.IsClosed)];
        HashSet<string> reachable = Closure([lifecycle.States[0].Name], live.ToLookup(one => one.From, one => one.To, StringComparer.Ordinal));
        HashSet<string> closing = Closure(
            lifecycle.States.Where(state => state.IsClosed).Select(state => state.Name),
            live.ToLookup(one => one.To, one => one.From, StringComparer.Ordinal));

        return
        [
            .. lifecycle.States.Where(state => !reachable.Contains(state.Name)).Select(state => new LifecycleFinding(LifecycleFindingCode.Unreachable, state.Name)),
            .. lifecycle.States.Where(state => !closing.Contains(state.Name)).Select(state => new LifecycleFinding(LifecycleFindingCode.CannotClose, state.Name)),
            .. lifecycle.States
                .Where(state => state.Category is StateCategory.WaitingToStart or StateCategory.WaitingForCustomer or StateCategory.WaitingForThirdParty)
                .Where(state => lifecycle.TransitionsFrom(state.Name).All(transition => string.Equals(transition.To, state.Name, StringComparison.Ordinal)))
                .Select(state => new LifecycleFinding(LifecycleFindingCode.WaitsForever, state.Name)),
            .. lifecycle.Transitions.Where(transition => lifecycle.FindState(transition.From)!.IsClosed)
                .Select(transition => new LifecycleFinding(LifecycleFindingCode.LeavesClosed, transition.From, transition)),
            .. lifecycle.States.SelectMany(state => Ambiguous(lifecycle.TransitionsFrom(state.Name))),
        ];
    }

    private static IEnumerable<LifecycleFinding> Ambiguous(IReadOnlyList<Transition> rows) =>
        from first in Enumerable.Range(0, rows.Count)
        from second in Enumerable.Range(first + 1, rows.Count - first - 1)
        where CanFireAtOnce(rows[first], rows[second])
        select new LifecycleFinding(LifecycleFindingCode.Ambiguous, rows[first].From, rows[first], rows[second]);

    private static bool CanFireAtOnce(Transition first, Transition second) =>
        first.Trigger == second.Trigger
        && (first.Roles.Count == 0 || second.Roles.Count == 0 || first.Roles.Any(second.Roles.Contains))
        && !first.Guards.Any(guard => second.Guards.Any(guard.Excludes));

    private static HashSet<string> Closure(IEnumerable<string> from, ILookup<string, string> next)
    {
        HashSet<string> found = new(from, StringComparer.Ordinal);
        Queue<string> open = new(found);
        while (open.Count > 0)
        {
            foreach (string state in next[open.Dequeue()].Where(found.Add))
            {
                open.Enqueue(state);
            }
        }

        return found;
    }
}

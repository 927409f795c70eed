namespace AfterSales.Domain.Routing;

/// <summary>Assigns one batch: teams first, then single items to the optimum, or one by one where that is not to be had.</summary>
internal sealed class BatchAssignment
{
    private const int MaximumItems = 10_000;
    private const long MaximumPairs = 1L << 24;

    private readonly RoutingPool _pool;
    private readonly CandidateTable _table;
    private readonly WorkItem[] _items;
    private readonly RoutingDecision?[] _decisions;
    private readonly Room _room;
    private readonly List<Unserved> _unserved = [];

    /// <summary>One row of totals for all items, where a row for each would take too much memory; else null.</summary>
    private readonly int[]? _totals;

    internal BatchAssignment(RoutingPool pool, CandidateTable table, IEnumerable<WorkItem> items)
    {
        _pool = pool;
        _table = table;
        _items = [.. items];
        HashSet<WorkItemId> ids = [];
        foreach (WorkItem item in _items)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
            if (!ids.Add(item.Id))
            {
                throw new ArgumentException($"{item.Id} stands twice in the batch.", nameof(items));
            }
        }

        if (_items.Length > MaximumItems)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {_items.Length} items; at most {MaximumItems} are allowed."), nameof(items));
        }

        Array.Sort(_items, new QueueOrder(table.Policy, table.At).Compare);
        _decisions = new RoutingDecision?[_items.Length];
        _room = new Room(table);
        _totals = _items.Length * (long)table.Length > MaximumPairs ? new int[table.Length] : null;
    }

    internal BatchPlan Plan()
    {
        FormTeams();
        List<SingleItem> singles = PrepareSingles();
        RoutingReason? inQueueOrder = WhyNotOptimal(singles);
        if (inQueueOrder is null && singles.Count > 0)
        {
            inQueueOrder = AssignToTheOptimum(singles);
        }

        if (inQueueOrder is not null)
        {
            AssignInQueueOrder(singles);
        }

        GoDownTheLadder();
        return new BatchPlan(Array.ConvertAll(_decisions, decision => decision!), inQueueOrder);
    }

    private void FormTeams()
    {
        for (int i = 0; i < _items.Length; i++)
        {
            if (_table.Policy.StaffingOf(_items[i].Request.Severity) is TeamStaffing staffing)
            {
                (TeamMember[]? members, StepRules step, bool somebodyCould) = _pool.FindTeam(_items[i], staffing, _room.Free);
                if (members is null)
                {
                    _unserved.Add(new Unserved(i, step, somebodyCould, PassedOver: null));
                    continue;
                }

                _decisions[i] = new TeamDecision(_table, _items[i], step, staffing, members);
                _room.Take(Array.ConvertAll(members, member => _table.RowOf(member.Technician.Id)), _items[i].Size);
            }
        }
    }

    /// <summary>The step in use for each single item that somebody can get now, and the totals in it.</summary>
    private List<SingleItem> PrepareSingles()
    {
        List<SingleItem> singles = [];
        for (int i = 0; i < _items.Length; i++)
        {
            if (_table.Policy.StaffingOf(_items[i].Request.Severity) is not SingleStaffing staffing)
            {
                continue;
            }

            int[] totals = _totals ?? new int[_table.Length];
            (int row, StepRules step, bool somebodyCould) = _pool.Find(_items[i], staffing, _room.Free, totals);
            if (row >= 0)
            {
                singles.Add(new SingleItem(i, staffing, step, totals));
            }
            else
            {
                _unserved.Add(new Unserved(i, step, somebodyCould, PassedOver()));
            }
        }

        return singles;
    }

    private RoutingReason? WhyNotOptimal(List<SingleItem> singles)
    {
        if (singles.Exists(single => _items[single.Index].Size != _items[singles[0].Index].Size))
        {
            return new RoutingReason(ReasonCode.SizesDiffer);
        }

        long pairs = singles.Count == 0 ? 0 : singles.Count * (long)_room.Places(singles.Count, _items[singles[0].Index].Size).Length;
        return pairs > MaximumPairs ? new RoutingReason(ReasonCode.BatchTooLarge, ReasonValue.Of("pairs", pairs)) : null;
    }

    private RoutingReason? AssignToTheOptimum(List<SingleItem> singles)
    {
        BatchPlace[] places = _room.Places(singles.Count, _items[singles[0].Index].Size);
        int[] placeCosts = Array.ConvertAll(places, place => _room.LostToLoad(place.Row, place.Load));
        using PairCosts costs = Costs(singles, places, out bool allCanBeServed);
        bool[]? isServed = allCanBeServed ? null : ServedSet.Of(costs);
        List<int> served = [.. Enumerable.Range(0, singles.Count).Where(row => isServed is null || isServed[row])];
        if (AssignmentSolver.Solve(served, costs, placeCosts) is not { } placeOf)
        {
            return new RoutingReason(ReasonCode.ScoresTooFarApart);
        }

        if (_room.ExceededQuota(placeOf.Where(place => place >= 0).Select(place => places[place].Row)) is { } provider)
        {
            return new RoutingReason(ReasonCode.QuotaBinds, ReasonValue.Of("provider", provider.Value));
        }

        for (int i = 0; i < placeOf.Length; i++)
        {
            Decide(singles[i], placeOf[i] >= 0 ? places[placeOf[i]] : null);
        }

        return null;
    }

    /// <summary>What each pair lacks to the full score.</summary>
    private PairCosts Costs(List<SingleItem> singles, BatchPlace[] places, out bool allCanBeServed)
    {
        PairCosts costs = new(singles.Count, places.Length);
        int[] rowOf = Array.ConvertAll(places, place => place.Row);
        int full = _table.Policy.Scoring.Maximum;
        allCanBeServed = true;
        for (int row = 0; row < singles.Count; row++)
        {
            int[] totals = TotalsOf(singles[row]);
            Span<int> values = costs.Of(row);
            int possible = 0;
            for (int place = 0; place < values.Length; place++)
            {
                int total = totals[rowOf[place]];
                possible += total < 0 ? 0 : 1;
                values[place] = total < 0 ? PairCosts.Impossible : full - total;
            }

            // Whoever has as many places to choose from as there are items finds one, whatever the others take.
            allCanBeServed &= possible >= singles.Count;
        }

        return costs;
    }

    private void AssignInQueueOrder(List<SingleItem> singles)
    {
        foreach (SingleItem single in singles)
        {
            int size = _items[single.Index].Size;
            int[] totals = TotalsOf(single);
            BatchPlace? best = null;
            int highest = -1;
            for (int row = 0; row < _table.Technicians.Length; row++)
            {
                if (totals[row] < 0 || _room.Free[row] < size)
                {
                    continue;
                }

                BatchPlace place = _room.NextPlace(row);
                int total = totals[row] - _room.LostToLoad(row, place.Load);
                if (best is not { } leader || total > highest || (total == highest && _room.Compare(place, leader) < 0))
                {
                    (best, highest) = (place, total);
                }
            }

            Decide(single, best);
        }
    }

    private void Decide(SingleItem single, BatchPlace? place)
    {
        WorkItem item = _items[single.Index];
        if (place is not (int row, int load))
        {
            _unserved.Add(new Unserved(single.Index, single.Step, SomebodyCould: true, PassedOver()));
            return;
        }

        _room.Take([row], item.Size);

        Technician technician = _table.Technicians[row];
        Technician? guide = single.Staffing.Guides is { } guides
            ? _table.Technicians[Guidance.RowFor(_table, item, guides, row, _table.Working)]
            : null;
        _decisions[single.Index] = new AssignedDecision(
            _table, item, single.Step, single.Staffing, load == technician.Load ? technician : technician.Carrying(load), guide, inBatch: true);
    }

    /// <summary>What nobody got goes down the ladder in the order of the queue, over the room that is left; whoever is on call, or of a provider, has less for the next.</summary>
    private void GoDownTheLadder()
    {
        foreach (Unserved one in _unserved.OrderBy(one => one.Index))
        {
            WorkItem item = _items[one.Index];
            UnassignedDecision decision = Fallback.Decide(_table, item, one.Step, one.SomebodyCould, one.PassedOver, _room);
            _decisions[one.Index] = decision;
            if (decision is EscalatedDecision { Rung: not FallbackKind.Supervisor } escalated)
            {
                _room.Take([_table.RowOf(escalated.To.Id)], item.Size);
            }
        }
    }

    /// <summary>The totals in the step in use: kept, or where they would take too much memory worked out again, by now without whoever has no room left.</summary>
    private int[] TotalsOf(SingleItem single)
    {
        if (single.Totals == _totals)
        {
            WorkItem item = _items[single.Index];
            CandidateScores.Fill(_table, item, single.Step, single.Staffing.Allowed, _table.Working, _room.Free, single.Totals);
            Guidance.BestGuided(_table, item, single.Staffing, single.Totals, _table.Working);
        }

        return single.Totals;
    }

    private static RoutingReason PassedOver() => new(ReasonCode.KeptForAnother);

    private sealed record SingleItem(int Index, SingleStaffing Staffing, StepRules Step, int[] Totals);

    private sealed record Unserved(int Index, StepRules Step, bool SomebodyCould, RoutingReason? PassedOver);
}

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
    private readonly int[] _free;
    private readonly int[] _loads;
    private readonly int[] _intakeLeft;
    private readonly Dictionary<TeamId, int> _quotaLeft = [];

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

        Array.Sort(_items, new QueueOrder(table.Policy, table.At));
        _decisions = new RoutingDecision?[_items.Length];
        _free = (int[])table.Free.Clone();
        _loads = Array.ConvertAll(table.Technicians, technician => technician.Load);
        _intakeLeft = Array.ConvertAll(table.Technicians, technician => table.Policy.Intake is { } limit ? limit.LeftFor(technician, table.At) : int.MaxValue);
        foreach (Technician technician in table.Technicians)
        {
            if (technician.Provider is { } provider)
            {
                // One provider should have one quota; where its people's records differ, the smallest counts.
                _quotaLeft[provider.Id] = Math.Min(provider.QuotaLeft, _quotaLeft.TryGetValue(provider.Id, out int known) ? known : int.MaxValue);
            }
        }
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

        return new BatchPlan(Array.ConvertAll(_decisions, decision => decision!), inQueueOrder);
    }

    private void FormTeams()
    {
        for (int i = 0; i < _items.Length; i++)
        {
            if (_table.Policy.StaffingOf(_items[i].Request.Severity) is TeamStaffing staffing)
            {
                _decisions[i] = _pool.RouteToTeam(_items[i], staffing, _free);
                if (_decisions[i] is TeamDecision team)
                {
                    foreach (TeamMember member in team.MemberArray)
                    {
                        Take(_table.RowOf(member.Technician.Id), _items[i].Size);
                    }
                }
            }
        }
    }

    private void Take(int row, int size)
    {
        _loads[row] += size;
        _free[row] -= size;
        if (--_intakeLeft[row] == 0)
        {
            _free[row] = 0;
        }

        if (_table.Technicians[row].Provider is { } provider && --_quotaLeft[provider.Id] == 0)
        {
            for (int other = 0; other < _table.Technicians.Length; other++)
            {
                if (_table.Technicians[other].Provider?.Id == provider.Id)
                {
                    _free[other] = 0;
                }
            }
        }
    }

    /// <summary>The step in use for each single item, and the totals in it; whoever nobody can get now is decided at once.</summary>
    private List<SingleItem> PrepareSingles()
    {
        List<SingleItem> singles = [];
        for (int i = 0; i < _items.Length; i++)
        {
            if (_table.Policy.StaffingOf(_items[i].Request.Severity) is not SingleStaffing staffing)
            {
                continue;
            }

            int[] totals = new int[_table.Length];
            (int row, StepRules step, bool somebodyCould) = _pool.Find(_items[i], staffing, _free, totals);
            if (row >= 0)
            {
                if (staffing.Guides is { } guides && Guidance.RowFor(_table, _items[i], guides, row, _table.Working) is var guide
                    && Guidance.RowFor(_table, _items[i], guides, guide, _table.Working) < 0)
                {
                    // The only guide guides; he cannot get the item himself.
                    totals[guide] = -1;
                }

                singles.Add(new SingleItem(i, staffing, step, totals));
            }
            else
            {
                _decisions[i] = Fallback.Decide(_table, _items[i], step, staffing.Allowed, staffing.Guides, somebodyCould, PassedOver());
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

        long pairs = singles.Count == 0 ? 0 : singles.Count * (long)Places(singles.Count, _items[singles[0].Index].Size).Length;
        return pairs > MaximumPairs ? new RoutingReason(ReasonCode.BatchTooLarge, ReasonValue.Of("pairs", pairs)) : null;
    }

    /// <summary>The places in the order of the tie-break, each technician's later ones with the load of those before.</summary>
    private BatchPlace[] Places(int items, int size)
    {
        List<BatchPlace> places = [];
        bool oneEach = true;
        for (int row = 0; row < _table.Technicians.Length; row++)
        {
            if (_table.Working[row] == 0)
            {
                continue;
            }

            int room = Math.Min(Math.Min(_free[row] / size, _intakeLeft[row]), items);
            if (_table.Technicians[row].Provider is { } provider)
            {
                room = Math.Min(room, _quotaLeft[provider.Id]);
            }

            oneEach &= room <= 1 && _loads[row] == _table.Technicians[row].Load;
            for (int k = 0; k < room; k++)
            {
                places.Add(new BatchPlace(row, _loads[row] + (k * size)));
            }
        }

        BatchPlace[] ordered = [.. places];
        if (!oneEach)
        {
            Array.Sort(ordered, ComparePlaces);
        }

        return ordered;
    }

    private int ComparePlaces(BatchPlace left, BatchPlace right)
    {
        Technician one = _table.Technicians[left.Row];
        Technician other = _table.Technicians[right.Row];
        int byLoad = ((long)left.Load * other.Capacity).CompareTo((long)right.Load * one.Capacity);
        int bySequence = byLoad != 0 ? byLoad : one.LastAssigned.CompareTo(other.LastAssigned);
        int byId = bySequence != 0 ? bySequence : one.Id.CompareTo(other.Id);
        return byId != 0 ? byId : left.Load.CompareTo(right.Load);
    }

    private RoutingReason? AssignToTheOptimum(List<SingleItem> singles)
    {
        BatchPlace[] places = Places(singles.Count, _items[singles[0].Index].Size);

        // Scores outweigh the whole sum of places in the tie-break, so that the tie-break only chooses among optima.
        long scale = ((long)singles.Count * places.Length) + 1;
        long[] placeCosts = new long[places.Length];
        for (int place = 0; place < places.Length; place++)
        {
            placeCosts[place] = (LostToLoad(places[place].Row, places[place].Load) * scale) + place;
        }

        PairCosts costs = Costs(singles, places, scale, out bool allCanBeServed);
        bool[]? isServed = allCanBeServed ? null : ServedSet.Of(costs);
        List<int> served = [.. Enumerable.Range(0, singles.Count).Where(row => isServed is null || isServed[row])];
        int[] placeOf = AssignmentSolver.Solve(served, costs, placeCosts);
        if (ExceededQuota(placeOf, places) is { } provider)
        {
            return new RoutingReason(ReasonCode.QuotaBinds, ReasonValue.Of("provider", provider.Value));
        }

        for (int i = 0; i < placeOf.Length; i++)
        {
            Decide(singles[i], placeOf[i] >= 0 ? places[placeOf[i]].Row : -1, placeOf[i] >= 0 ? places[placeOf[i]].Load : 0);
        }

        return null;
    }

    private PairCosts Costs(List<SingleItem> singles, BatchPlace[] places, long scale, out bool allCanBeServed)
    {
        PairCosts costs = new(singles.Count, places.Length);
        long full = _table.Policy.Scoring.Maximum;
        allCanBeServed = true;
        for (int row = 0; row < singles.Count; row++)
        {
            int[] totals = singles[row].Totals;
            Span<long> values = costs.Values.AsSpan(row * costs.Stride, places.Length);
            int possible = 0;
            for (int place = 0; place < values.Length; place++)
            {
                int total = totals[places[place].Row];
                possible += total < 0 ? 0 : 1;
                values[place] = total < 0 ? PairCosts.Impossible : (full - total) * scale;
            }

            // Whoever has as many places to choose from as there are items finds one, whatever the others take.
            allCanBeServed &= possible >= singles.Count;
        }

        return costs;
    }

    private TeamId? ExceededQuota(int[] placeOf, BatchPlace[] places)
    {
        Dictionary<TeamId, int> given = [];
        foreach (int place in placeOf)
        {
            if (place >= 0 && _table.Technicians[places[place].Row].Provider is { } provider)
            {
                given[provider.Id] = (given.TryGetValue(provider.Id, out int items) ? items : 0) + 1;
                if (given[provider.Id] > _quotaLeft[provider.Id])
                {
                    return provider.Id;
                }
            }
        }

        return null;
    }

    private void AssignInQueueOrder(List<SingleItem> singles)
    {
        foreach (SingleItem single in singles)
        {
            int size = _items[single.Index].Size;
            int best = -1;
            int highest = -1;
            for (int row = 0; row < _table.Technicians.Length; row++)
            {
                if (single.Totals[row] < 0 || _free[row] < size)
                {
                    continue;
                }

                int total = single.Totals[row] - LostToLoad(row, _loads[row]);
                if (total > highest || (total == highest && ComparePlaces(new BatchPlace(row, _loads[row]), new BatchPlace(best, _loads[best])) < 0))
                {
                    (best, highest) = (row, total);
                }
            }

            Decide(single, best, best >= 0 ? _loads[best] : 0);
            if (best >= 0)
            {
                Take(best, size);
            }
        }
    }

    /// <summary>By how much the score of a technician falls when he carries a load instead of the one that he began with.</summary>
    private int LostToLoad(int row, int load)
    {
        Technician technician = _table.Technicians[row];
        return _table.Policy.Scoring.WeightOf(ScorePart.Spare)
            * (Scoring.ValueOfSpare(technician.Capacity, technician.Load) - Scoring.ValueOfSpare(technician.Capacity, load));
    }

    private void Decide(SingleItem single, int row, int load)
    {
        WorkItem item = _items[single.Index];
        if (row < 0)
        {
            _decisions[single.Index] = Fallback.Decide(
                _table, item, single.Step, single.Staffing.Allowed, single.Staffing.Guides, somebodyCould: true, PassedOver());
            return;
        }

        Technician technician = _table.Technicians[row];
        Technician? guide = single.Staffing.Guides is { } guides
            ? _table.Technicians[Guidance.RowFor(_table, item, guides, row, _table.Working)]
            : null;
        _decisions[single.Index] = new AssignedDecision(
            _table, item, single.Step, single.Staffing, load == technician.Load ? technician : technician.Carrying(load), guide, inBatch: true);
    }

    private static RoutingReason PassedOver() => new(ReasonCode.KeptForAnother);

    private sealed record SingleItem(int Index, SingleStaffing Staffing, StepRules Step, int[] Totals);
}

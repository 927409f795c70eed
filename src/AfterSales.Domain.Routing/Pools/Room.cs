namespace AfterSales.Domain.Routing;

/// <summary>How much room is left with each technician: free units, the limit of intake, and the quotas of providers; a batch takes from it.</summary>
internal sealed class Room
{
    private readonly CandidateTable _table;
    private readonly int[] _loads;
    private readonly int[] _intakeLeft;
    private readonly Dictionary<TeamId, int> _quotaLeft = [];

    internal Room(CandidateTable table)
    {
        _table = table;
        Free = (int[])table.Free.Clone();
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

        foreach (KeyValuePair<TeamId, int> quota in _quotaLeft.Where(quota => quota.Value == 0))
        {
            Close(quota.Key);
        }
    }

    /// <summary>The free units by row; 0 for whoever may get nothing more.</summary>
    internal int[] Free { get; }

    internal BatchPlace NextPlace(int row) => new(row, _loads[row]);

    /// <summary>Takes the room of an item that goes to one technician or a team. However many of a team come from one provider, it is one item of its quota.</summary>
    internal void Take(IReadOnlyList<int> rows, int size)
    {
        foreach (int row in rows)
        {
            _loads[row] += size;
            Free[row] -= size;
            if (--_intakeLeft[row] == 0)
            {
                Free[row] = 0;
            }
        }

        foreach (TeamId provider in rows.Select(row => _table.Technicians[row].Provider?.Id).OfType<TeamId>().Distinct())
        {
            if (--_quotaLeft[provider] == 0)
            {
                Close(provider);
            }
        }
    }

    /// <summary>Which assignment stands in the way of giving him one more under the limit of intake; null when none does.</summary>
    internal Instant? InTheWayOfIntake(int row) => _table.Policy.Intake is { } limit && _intakeLeft[row] == 0
        ? limit.InTheWay(_table.Technicians[row], _table.At, limit.LeftFor(_table.Technicians[row], _table.At))
        : null;

    /// <summary>The units that he would have free if there were no limit of intake.</summary>
    internal int UnitsWithoutIntake(int row) => Math.Max(0, _table.Technicians[row].Capacity - _loads[row]);

    /// <summary>Room for items of one size, in the order of the tie-break, each technician's later places with the load of those before; quotas count for each technician alone.</summary>
    internal BatchPlace[] Places(int items, int size)
    {
        List<BatchPlace> places = [];
        bool oneEach = true;
        for (int row = 0; row < _table.Technicians.Length; row++)
        {
            if (_table.Working[row] == 0)
            {
                continue;
            }

            int room = Math.Min(Math.Min(Free[row] / size, _intakeLeft[row]), items);
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
            Array.Sort(ordered, Compare);
        }

        return ordered;
    }

    /// <summary>The order of the tie-break, with the loads of the places instead of those that the technicians began with.</summary>
    internal int Compare(BatchPlace left, BatchPlace right)
    {
        Technician one = _table.Technicians[left.Row];
        Technician other = _table.Technicians[right.Row];
        int byLoad = ((long)left.Load * other.Capacity).CompareTo((long)right.Load * one.Capacity);
        int bySequence = byLoad != 0 ? byLoad : one.LastAssigned.CompareTo(other.LastAssigned);
        return bySequence != 0 ? bySequence : one.Id.CompareTo(other.Id);
    }

    /// <summary>By how much the score of a technician falls when he carries a load instead of the one that he began with.</summary>
    internal int LostToLoad(int row, int load)
    {
        Technician technician = _table.Technicians[row];
        return _table.Policy.Scoring.WeightOf(ScorePart.Spare)
            * (Scoring.ValueOfSpare(technician.Capacity, technician.Load) - Scoring.ValueOfSpare(technician.Capacity, load));
    }

    /// <summary>The provider, if there is one, that gets more of these rows than its quota has left.</summary>
    internal TeamId? ExceededQuota(IEnumerable<int> rows)
    {
        Dictionary<TeamId, int> given = [];
        foreach (int row in rows)
        {
            if (_table.Technicians[row].Provider is { } provider)
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

    private void Close(TeamId provider)
    {
        for (int row = 0; row < _table.Technicians.Length; row++)
        {
            if (_table.Technicians[row].Provider?.Id == provider)
            {
                Free[row] = 0;
            }
        }
    }
}

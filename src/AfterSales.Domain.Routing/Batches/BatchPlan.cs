namespace AfterSales.Domain.Routing;

/// <summary>Who gets what of a batch, and why the rest waits.</summary>
/// <remarks>
/// Teams are formed first, in the order of the queue; over what they leave, items that take one technician are assigned; what nobody got goes down the fallback ladder over the room
/// that is left. With items of one size the assignment is an optimum: <see cref="BatchMethod.Optimal"/>. With sizes that differ, with a provider's quota that would be exceeded,
/// with more than 2^24 pairs of items and places, or where moving on a long chain of people would cost more than 2^28 points, it is <see cref="BatchMethod.InQueueOrder"/>, and
/// <see cref="MethodReason"/> says so. Of assignments with equal totals the one wins whose technicians come first in the tie-break, by the sum of their places in it. Whom an item
/// may get is fixed by the step in use for it at the beginning. Immutable; decisions work out their reasons when asked.
/// </remarks>
public sealed class BatchPlan
{
    private readonly RoutingDecision[] _decisions;
    private readonly Dictionary<WorkItemId, int> _places;

    internal BatchPlan(RoutingDecision[] decisions, RoutingReason? methodReason)
    {
        _decisions = decisions;
        MethodReason = methodReason;
        _places = new(decisions.Length);
        for (int i = 0; i < decisions.Length; i++)
        {
            _places.Add(decisions[i].Item.Id, i);
        }
    }

    /// <summary>Gets how items that take one technician were assigned.</summary>
    public BatchMethod Method => MethodReason is null ? BatchMethod.Optimal : BatchMethod.InQueueOrder;

    /// <summary>Gets why the batch was not assigned to the optimum; null when it was.</summary>
    public RoutingReason? MethodReason { get; }

    /// <summary>Gets a decision on every item, in the order of the queue.</summary>
    public IReadOnlyList<RoutingDecision> Decisions => Array.AsReadOnly(_decisions);

    /// <summary>Gets the decisions that assign one technician, in the order of the queue.</summary>
    public IReadOnlyList<AssignedDecision> Assigned => [.. _decisions.OfType<AssignedDecision>()];

    /// <summary>Gets the sum of the scores of <see cref="Assigned"/>, each with the load that its technician carries by then; worked out at each call.</summary>
    public long Total => _decisions.OfType<AssignedDecision>().Sum(decision => (long)decision.Score);

    /// <summary>Returns the decision on an item.</summary>
    /// <param name="item">The item's identifier.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The item was not in the batch.</exception>
    public RoutingDecision DecisionOn(WorkItemId item) => _places.TryGetValue(item, out int place)
        ? _decisions[place]
        : throw new ArgumentException($"{item} was not in the batch.", nameof(item));

    /// <summary>Returns how many items got somebody and how, as in "7 of 9 items assigned, optimal".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{_decisions.Count(decision => decision is not UnassignedDecision)} of {_decisions.Length} items assigned, {(MethodReason is null ? "optimal" : $"in queue order ({MethodReason})")}");
}

namespace AfterSales.Domain.Routing;

/// <summary>The order in which items are served at an instant: severity, priority, due time, queued time, identifier; waiting lifts where the policy says so.</summary>
internal sealed class QueueOrder(RoutingPolicy policy, Instant at) : IComparer<WorkItem>
{
    private const int Priorities = 4;

    public int Compare(WorkItem? x, WorkItem? y)
    {
        if (x is null || y is null)
        {
            throw new ArgumentNullException(x is null ? nameof(x) : nameof(y));
        }

        int byPlace = PlaceOf(y).CompareTo(PlaceOf(x));
        int byDue = byPlace != 0 ? byPlace : (x.Due ?? Instant.MaxValue).CompareTo(y.Due ?? Instant.MaxValue);
        int byQueued = byDue != 0 ? byDue : x.QueuedAt.CompareTo(y.QueuedAt);
        return byQueued != 0 ? byQueued : x.Id.CompareTo(y.Id);
    }

    /// <summary>From 0 (general, lowest priority) to 11 (urgent, highest), and one more for each full period of ageing. Unknown counts as the mildest and lowest.</summary>
    internal long PlaceOf(WorkItem item)
    {
        int severity = Math.Max(0, item.Request.Severity - Severity.General);
        int priority = item.Request.Priority == Priority.Unknown ? 0 : Priority.P4 - item.Request.Priority;
        long lifted = policy.Ageing is { } period && at > item.QueuedAt ? (long)Math.Floor((at - item.QueuedAt) / period) : 0;
        return (severity * Priorities) + priority + lifted;
    }
}

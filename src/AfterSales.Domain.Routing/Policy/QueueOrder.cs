namespace AfterSales.Domain.Routing;

/// <summary>The order in which items are served at an instant: severity, priority, due time, queued time, identifier; waiting lifts where the policy says so.</summary>
internal sealed class QueueOrder(RoutingPolicy policy, Instant at)
{
    private const int Priorities = 4;

    internal int Compare(WorkItem left, WorkItem right)
    {
        int byPlace = PlaceOf(right).CompareTo(PlaceOf(left));
        int byDue = byPlace != 0 ? byPlace : (left.Due ?? Instant.MaxValue).CompareTo(right.Due ?? Instant.MaxValue);
        int byQueued = byDue != 0 ? byDue : left.QueuedAt.CompareTo(right.QueuedAt);
        return byQueued != 0 ? byQueued : left.Id.CompareTo(right.Id);
    }

    /// <summary>From 0 (general, lowest priority) to 11 (urgent, highest), and one more for each full period of ageing. Unknown counts as the mildest and lowest.</summary>
    internal double PlaceOf(WorkItem item)
    {
        int severity = Math.Max(0, item.Request.Severity - Severity.General);
        int priority = item.Request.Priority == Priority.Unknown ? 0 : Priority.P4 - item.Request.Priority;
        double lifted = policy.Ageing is { } period && at > item.QueuedAt ? Math.Floor((at - item.QueuedAt) / period) : 0;
        return (severity * Priorities) + priority + lifted;
    }
}

namespace AfterSales.Domain.Routing;

/// <summary>Which item a technician takes next from the queue, and why not the others: the pull side of routing.</summary>
/// <remarks>
/// The first item in the order of the queue for which he is eligible at the item's step in use, so that nobody is idle while an item waits that he can get, and no newer
/// item jumps an older one of its kind. Immutable; the reasons are worked out when asked.
/// </remarks>
public sealed class PullDecision
{
    private readonly CandidateTable _table;
    private readonly WorkItem[] _queue;

    internal PullDecision(CandidateTable table, WorkItem[] queue)
    {
        _table = table;
        _queue = queue;
        Item = Array.Find(queue, item => Refusal(item) is null);
    }

    /// <summary>Gets the technician.</summary>
    public Technician Technician => _table.Technicians[0];

    /// <summary>Gets the instant for which it was decided.</summary>
    public Instant At => _table.At;

    /// <summary>Gets the item that he takes; null when there is none that he can get.</summary>
    public WorkItem? Item { get; }

    /// <summary>Gets the items in the order in which they are served.</summary>
    public IReadOnlyList<WorkItem> Queue => Array.AsReadOnly(_queue);

    /// <summary>Gets the grades of which somebody has to guide him (R14): the host finds who; none when nobody has to.</summary>
    public IReadOnlyList<Grade> GuideGrades => Item is not null && StaffingOf(Item) is SingleStaffing single ? single.GuideGrades : [];

    /// <summary>Says why he does not take an item; worked out at each call.</summary>
    /// <param name="item">The item's identifier.</param>
    /// <returns>The first hard rule that stands against it, or that the item is of a kind which takes a team; null for the item that he takes and for items after it that he could take.</returns>
    /// <exception cref="ArgumentException">The item was not among the items.</exception>
    public RoutingReason? WhyNot(WorkItemId item) => Array.Find(_queue, one => one.Id == item) is { } found
        ? Refusal(found)
        : throw new ArgumentException($"{item} was not among the items.", nameof(item));

    /// <summary>Returns who takes what, as in "T-17 takes W-4".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Technician.Id} takes {Item?.Id.Value ?? "nothing"}";

    private RoutingReason? Refusal(WorkItem item)
    {
        if (StaffingOf(item) is not SingleStaffing staffing)
        {
            return new RoutingReason(ReasonCode.NeedsTeam);
        }

        StepRules step = _table.Policy.StepAfter(At - item.QueuedAt);
        return Judgement.FirstRefusal(_table, Technician, item, step, staffing.AllowedAt(step), Leniency.None, _table.FreeUnits(Technician))?.Reason;
    }

    private StaffingPattern StaffingOf(WorkItem item) => _table.Policy.StaffingOf(item.Request.Severity);
}

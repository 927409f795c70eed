using System.Buffers;

namespace AfterSales.Domain.Routing;

/// <summary>Technicians prepared for one instant: calendars, leave, contracts and positions are looked up once, and any number of items is routed over them.</summary>
/// <remarks>
/// What an item asks for first (a skill, a language, a region, a product line) becomes a column over all technicians and stays with the pool. The pool does not change
/// when a decision is made: assign several items with <see cref="Assign"/>, or prepare again with the new loads. Immutable for its callers and safe for use by several threads.
/// </remarks>
public sealed class RoutingPool
{
    /// <summary>How many technicians a pool may have: 100,000.</summary>
    public const int MaximumTechnicians = 100_000;

    private readonly CandidateTable _table;

    internal RoutingPool(RoutingPolicy policy, IEnumerable<Technician> technicians, Instant at)
    {
        ArgumentNullException.ThrowIfNull(technicians);
        _table = new CandidateTable(policy, technicians, at);
    }

    /// <summary>Gets the policy.</summary>
    public RoutingPolicy Policy => _table.Policy;

    /// <summary>Gets the instant.</summary>
    public Instant At => _table.At;

    /// <summary>Gets the technicians, ordered by identifier.</summary>
    public IReadOnlyList<Technician> Technicians => Array.AsReadOnly(_table.Technicians.OrderBy(technician => technician.Id).ToArray());

    /// <summary>Returns who gets an item that takes one technician, without a word why: the fast path of <see cref="Route"/>.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The technician whom <see cref="Route"/> assigns; null when it assigns nobody, or a team.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    /// <remarks>Allocates nothing once each skill, language, region and product line that the item names has been asked for before.</remarks>
    public Technician? Best(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Policy.StaffingOf(item.Request.Severity) is SingleStaffing staffing && Find(item, staffing).Row is var row and >= 0
            ? _table.Technicians[row]
            : null;
    }

    /// <summary>Decides who gets an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The decision, which explains every technician when asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public RoutingDecision Route(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Policy.StaffingOf(item.Request.Severity) switch
        {
            SingleStaffing staffing => RouteToOne(item, staffing),
            TeamStaffing staffing => RouteToTeam(item, staffing),
            _ => throw new System.Diagnostics.UnreachableException("Staffing patterns are a closed set."),
        };
    }

    /// <summary>Assigns a whole batch at once; see <see cref="BatchPlan"/> for what is best about it.</summary>
    /// <param name="items">The items, at most 10,000, none twice.</param>
    /// <returns>Who gets what, and why the rest waits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An item stands twice, or there are too many.</exception>
    public BatchPlan Assign(IEnumerable<WorkItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new BatchAssignment(this, _table, items).Plan();
    }

    /// <summary>The step in use for an item, and the team in it over free units that a batch has partly used.</summary>
    internal (TeamMember[]? Members, StepRules Step, bool SomebodyCould) FindTeam(WorkItem item, TeamStaffing staffing, int[] free)
    {
        StepRules step = Policy.StepAfter(At - item.QueuedAt);
        while (true)
        {
            if (TeamFormation.Form(_table, item, staffing, step, Leniency.None, free) is { } members)
            {
                return (members, step, true);
            }

            bool somebodyCould = TeamFormation.Form(_table, item, staffing, step, Leniency.Hours | Leniency.Load, _table.Capacities) is not null;
            if (somebodyCould || step.Index == Policy.StepArray.Length - 1)
            {
                return (null, step, somebodyCould);
            }

            step = Policy.StepArray[step.Index + 1];
        }
    }

    /// <summary>The step in use for an item, and the best row in it: the step of its waiting time, or the first after it in which somebody could match when free.</summary>
    internal (int Row, StepRules Step, bool SomebodyCould) Find(WorkItem item, SingleStaffing staffing)
    {
        int[] totals = ArrayPool<int>.Shared.Rent(_table.Length);
        try
        {
            return Find(item, staffing, _table.Free, totals);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(totals);
        }
    }

    /// <summary>The same over free units that a batch has partly used; the totals are left as the step in use gives them when somebody is found.</summary>
    internal (int Row, StepRules Step, bool SomebodyCould) Find(WorkItem item, SingleStaffing staffing, int[] free, int[] totals)
    {
        StepRules step = Policy.StepAfter(At - item.QueuedAt);
        while (true)
        {
            CandidateScores.Fill(_table, item, step, staffing.Allowed, _table.Working, free, totals);
            int best = Guidance.BestGuided(_table, item, staffing, totals, _table.Working);
            if (best >= 0)
            {
                return (best, step, true);
            }

            CandidateScores.Fill(_table, item, step, staffing.Allowed, _table.Reachable, _table.Capacities, totals);
            bool somebodyCould = Guidance.BestGuided(_table, item, staffing, totals, _table.Reachable) >= 0;
            if (somebodyCould || step.Index == Policy.StepArray.Length - 1)
            {
                return (-1, step, somebodyCould);
            }

            step = Policy.StepArray[step.Index + 1];
        }
    }

    private RoutingDecision RouteToOne(WorkItem item, SingleStaffing staffing)
    {
        (int row, StepRules step, bool somebodyCould) = Find(item, staffing);
        if (row < 0)
        {
            return Fallback.Decide(_table, item, step, somebodyCould, passedOver: null, new Room(_table));
        }

        Technician? guide = staffing.Guides is { } guides ? _table.Technicians[Guidance.RowFor(_table, item, guides, row, _table.Working)] : null;
        return new AssignedDecision(_table, item, step, staffing, _table.Technicians[row], guide, inBatch: false);
    }

    private RoutingDecision RouteToTeam(WorkItem item, TeamStaffing staffing)
    {
        (TeamMember[]? members, StepRules step, bool somebodyCould) = FindTeam(item, staffing, _table.Free);
        return members is not null
            ? new TeamDecision(_table, item, step, staffing, members)
            : Fallback.Decide(_table, item, step, somebodyCould, passedOver: null, new Room(_table));
    }
}

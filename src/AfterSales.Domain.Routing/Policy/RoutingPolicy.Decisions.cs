namespace AfterSales.Domain.Routing;

/// <content>The questions that a policy answers.</content>
public sealed partial class RoutingPolicy
{
    /// <summary>Decides who gets an item. For several items at one instant, <see cref="Prepare"/> once.</summary>
    /// <param name="item">The item.</param>
    /// <param name="technicians">Everybody who could get it, none twice, in any order; at most 100,000.</param>
    /// <param name="at">The instant for which it is decided.</param>
    /// <returns>The decision, which explains every technician when asked.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the technicians is null.</exception>
    /// <exception cref="ArgumentException">A technician stands twice, or there are too many.</exception>
    public RoutingDecision Route(WorkItem item, IEnumerable<Technician> technicians, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Prepare(technicians, at).Route(item);
    }

    /// <summary>Prepares technicians for one instant, so that any number of items is routed over them.</summary>
    /// <param name="technicians">Everybody who could get work, none twice, in any order; at most 100,000.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="technicians"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A technician stands twice, or there are too many.</exception>
    public RoutingPool Prepare(IEnumerable<Technician> technicians, Instant at) => new(this, technicians, at);

    /// <summary>Decides which item a technician takes next: the pull side.</summary>
    /// <param name="technician">Who has capacity.</param>
    /// <param name="items">The items that wait, none twice, in any order.</param>
    /// <param name="at">The instant for which it is decided.</param>
    /// <returns>The item and the order of the queue.</returns>
    /// <remarks>
    /// Each item's step in use is that of its waiting time: whether somebody else could match when free is not known here. Who guides him is left to the host.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument or one of the items is null.</exception>
    /// <exception cref="ArgumentException">An item stands twice.</exception>
    public PullDecision Next(Technician technician, IEnumerable<WorkItem> items, Instant at)
    {
        ArgumentNullException.ThrowIfNull(technician);
        ArgumentNullException.ThrowIfNull(items);
        HashSet<WorkItemId> ids = [];
        WorkItem[] queue = [.. items];
        foreach (WorkItem item in queue)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
            if (!ids.Add(item.Id))
            {
                throw new ArgumentException($"{item.Id} stands twice among the items.", nameof(items));
            }
        }

        Array.Sort(queue, new QueueOrder(this, at).Compare);
        return new PullDecision(new CandidateTable(this, [technician], at), queue);
    }

    /// <summary>Assigns a whole batch at once; see <see cref="BatchPlan"/> for what is best about it.</summary>
    /// <param name="items">The items, at most 10,000, none twice, in any order.</param>
    /// <param name="technicians">Everybody who could get them, none twice, in any order; at most 100,000.</param>
    /// <param name="at">The instant for which it is decided.</param>
    /// <returns>Who gets what, and why the rest waits.</returns>
    /// <exception cref="ArgumentNullException">An argument, an item or a technician is null.</exception>
    /// <exception cref="ArgumentException">An item or technician stands twice, or there are too many.</exception>
    public BatchPlan Assign(IEnumerable<WorkItem> items, IEnumerable<Technician> technicians, Instant at)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Prepare(technicians, at).Assign(items);
    }

    /// <summary>Finds which skills, regions and languages nobody covers when (R27).</summary>
    /// <param name="plan">What has to be covered.</param>
    /// <param name="technicians">Who could cover it. Providers' people count while their contract is valid.</param>
    /// <returns>The gaps.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the technicians is null.</exception>
    public static CoverageReport Coverage(CoveragePlan plan, IEnumerable<Technician> technicians)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(technicians);
        return CoverageReport.Of(plan, [.. technicians]);
    }

    /// <summary>Says how evenly load lies on technicians: the mean, over all pairs of them, of the smaller ratio of load to capacity divided by the greater.</summary>
    /// <param name="technicians">Whom to compare, in any order.</param>
    /// <returns>From 0 (in no pair do both carry something) to 1 (all carry the same share of what they can; also when nobody carries anything); null for fewer than two technicians.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="technicians"/> or one of them is null.</exception>
    /// <remarks>The formula is the one that Grafana OnCall rates the balance of a schedule by.</remarks>
    public static double? LoadBalance(IEnumerable<Technician> technicians)
    {
        ArgumentNullException.ThrowIfNull(technicians);
        double[] ratios =
        [
            .. technicians
                .Select(technician => technician ?? throw new ArgumentNullException(nameof(technicians), "One of the technicians is null."))
                .Select(technician => (double)technician.Load / technician.Capacity)
                .OrderBy(ratio => ratio),
        ];
        double pairs = 0;
        double smaller = 0;
        for (int i = 0; i < ratios.Length; i++)
        {
            // All pairs in which this ratio is the greater one; two idle technicians carry the same.
            pairs += ratios[i] > 0 ? smaller / ratios[i] : i;
            smaller += ratios[i];
        }

        return ratios.Length < 2 ? null : pairs / (ratios.Length * (ratios.Length - 1.0) / 2);
    }
}

using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Counts KPIs over any number of tickets, one by one, by period and slice.</summary>
/// <remarks>
/// Memory grows with periods, values of dimensions and distinct seconds (at most 10,000 each), not with tickets. Tallies of parts merge to that of the whole, however it is split and in whatever order (a
/// law): this is how it runs on any engine. Not thread-safe: give each thread its own and merge them.
/// </remarks>
public sealed partial class KpiTally
{
    private readonly int _counted;
    private readonly Dictionary<KpiSlice, Dictionary<LocalDate, KpiCell>> _cells = [];
    private readonly Dictionary<KpiSlice, long[]> _backlog = [];

    /// <summary>Makes an empty tally.</summary>
    /// <param name="plan">How to count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public KpiTally(KpiPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _counted = Kpi.All.Count + plan.Goals.Count;
    }

    /// <summary>Gets how it counts.</summary>
    public KpiPlan Plan { get; }

    /// <summary>Gets how many tickets were added, those of no KPI included.</summary>
    public long Tickets { get; private set; }

    /// <summary>Gets how many tickets were opened after the cut-off, and counted nowhere.</summary>
    public long NotYetOpened { get; private set; }

    /// <summary>Gets the periods in which anything was counted, of the plan's kind, ascending.</summary>
    public IReadOnlyList<KpiPeriod> Periods =>
        [.. _cells.Values.SelectMany(cells => cells.Keys).Distinct().OrderBy(first => first).Select(PeriodOf)];

    /// <summary>Adds a ticket.</summary>
    /// <param name="ticket">The ticket, as it stood at the plan's cut-off.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public void Add(KpiTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.OpenedAt > Plan.AsOf)
        {
            NotYetOpened++;
            return;
        }

        Tickets++;
        KpiSlice[] slices = [KpiSlice.Everything, .. Plan.Dimensions.Select((dimension, i) => new KpiSlice(i, dimension.ValueOf(ticket)))];
        Dictionary<LocalDate, KpiCell>[] parts = [.. slices.Select(PartOf)];
        for (int i = 0; i < _counted; i++)
        {
            int counted = i;
            void Count(Instant at, KpiMark mark) => ForEach(parts, at, cell => cell.Count(counted, mark));
            if (i < Kpi.All.Count)
            {
                Kpi.All[i].Rule(ticket, Plan, Count);
            }
            else
            {
                KpiRules.Goal(ticket, Plan.Goals[i - Kpi.All.Count], Plan.AsOf, Count);
            }
        }

        if (ticket.Exclusion is null)
        {
            AddValid(ticket, slices, parts);
        }
    }

    /// <summary>Adds the counts of another tally of an equal plan.</summary>
    /// <param name="other">The other tally, of other tickets; it does not change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> counts by a plan that is not equal, or is this tally.</exception>
    public void Merge(KpiTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Plan.Equals(other.Plan) || ReferenceEquals(this, other))
        {
            throw new ArgumentException($"Only another tally of an equal plan can be merged; this counts {Plan.Signature}, the other {other.Plan.Signature}.", nameof(other));
        }

        Tickets += other.Tickets;
        NotYetOpened += other.NotYetOpened;
        foreach (KeyValuePair<KpiSlice, Dictionary<LocalDate, KpiCell>> part in other._cells)
        {
            Dictionary<LocalDate, KpiCell> mine = PartOf(part.Key);
            foreach (KeyValuePair<LocalDate, KpiCell> cell in part.Value)
            {
                CellAt(mine, cell.Key).Add(cell.Value);
            }
        }

        foreach (KeyValuePair<KpiSlice, long[]> pair in other._backlog)
        {
            long[] counts = BacklogCounts(pair.Key);
            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] += pair.Value[i];
            }
        }
    }

    /// <summary>Gets what can be asked of all tickets.</summary>
    /// <returns>The results; they show what was added up to each question.</returns>
    public KpiResults Everything() => new(this, KpiSlice.Everything);

    /// <summary>Gets what can be asked of the tickets with one value of a dimension.</summary>
    /// <param name="dimension">One of the plan's dimensions.</param>
    /// <param name="value">The value; empty for tickets that say nothing.</param>
    /// <returns>The results; without any figure when no ticket has the value.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The plan does not count by <paramref name="dimension"/>.</exception>
    public KpiResults Of(KpiDimension dimension, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new KpiResults(this, new KpiSlice(IndexOf(dimension), value));
    }

    /// <summary>Closes a period: what it shows from now on does not change, and what later tallies show of it stands beside as adjustments.</summary>
    /// <param name="period">A period that has ended by the cut-off.</param>
    /// <returns>The frozen figures, for all tickets and for each value of each dimension; this tally does not change and may go on counting.</returns>
    /// <exception cref="ArgumentException">The plan's periods do not fill <paramref name="period"/>, or it ends after the cut-off.</exception>
    public KpiFrozenPeriod Close(KpiPeriod period) => new(period, Only(period));

    /// <summary>Gets the values that tickets have in a dimension.</summary>
    /// <param name="dimension">One of the plan's dimensions.</param>
    /// <returns>The values, sorted ordinally; the empty one stands for tickets that say nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan does not count by it.</exception>
    public IReadOnlyList<string> ValuesOf(KpiDimension dimension)
    {
        int index = IndexOf(dimension);
        return [.. _cells.Keys.Where(slice => slice.Dimension == index).Select(slice => slice.Value).OrderBy(value => value, StringComparer.Ordinal)];
    }

    /// <summary>Returns the number of tickets and every KPI over all periods.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Tickets} tickets\n{Everything()}";

    /// <summary>The cells of a slice that lie in a period; all of them without one.</summary>
    internal IEnumerable<KpiCell> CellsOf(KpiSlice slice, KpiPeriod? period) =>
        !_cells.TryGetValue(slice, out Dictionary<LocalDate, KpiCell>? cells) ? []
        : period is { } asked ? cells.Where(cell => asked.Contains(PeriodOf(cell.Key))).Select(cell => cell.Value)
        : cells.Values;

    internal KpiBacklog BacklogOf(KpiSlice slice) =>
        new(Plan.BacklogAges, _backlog.TryGetValue(slice, out long[]? counts) ? [.. counts] : new long[Plan.BacklogAges.Count + 1]);

    private void AddValid(KpiTicket ticket, KpiSlice[] slices, Dictionary<LocalDate, KpiCell>[] parts)
    {
        ForEach(parts, ticket.OpenedAt, static cell => cell.Created++);
        if (ticket.ResolvedAt is { } resolved)
        {
            ForEach(parts, resolved, static cell => cell.Resolved++);
        }

        for (int i = 0; i < KpiMeasure.All.Count; i++)
        {
            int measure = i;
            if (KpiMeasure.All[i].Of(ticket) is { } time)
            {
                ForEach(parts, KpiMeasure.All[i].CohortOf(ticket), cell => cell.Measure(measure, time));
            }
        }

        if (ticket is { ResolvedAt: null, ClosedAt: null })
        {
            Duration age = Plan.AsOf - ticket.OpenedAt;
            int bucket = Plan.BacklogAges.Count(edge => edge <= age);
            foreach (KpiSlice slice in slices)
            {
                BacklogCounts(slice)[bucket]++;
            }
        }
    }

    private void ForEach(Dictionary<LocalDate, KpiCell>[] parts, Instant at, Action<KpiCell> count)
    {
        LocalDate first = KpiPeriod.Containing(Plan.Kind, at, Plan.Zone).First;
        foreach (Dictionary<LocalDate, KpiCell> part in parts)
        {
            count(CellAt(part, first));
        }
    }

    /// <summary>The cells of a slice by the first date of their period; there from its first ticket on.</summary>
    private Dictionary<LocalDate, KpiCell> PartOf(KpiSlice slice)
    {
        if (!_cells.TryGetValue(slice, out Dictionary<LocalDate, KpiCell>? part))
        {
            part = [];
            _cells.Add(slice, part);
        }

        return part;
    }

    private KpiCell CellAt(Dictionary<LocalDate, KpiCell> part, LocalDate first)
    {
        if (!part.TryGetValue(first, out KpiCell? cell))
        {
            cell = new KpiCell(_counted);
            part.Add(first, cell);
        }

        return cell;
    }

    private long[] BacklogCounts(KpiSlice slice)
    {
        if (!_backlog.TryGetValue(slice, out long[]? counts))
        {
            counts = new long[Plan.BacklogAges.Count + 1];
            _backlog.Add(slice, counts);
        }

        return counts;
    }

    private int IndexOf(KpiDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        for (int i = 0; i < Plan.Dimensions.Count; i++)
        {
            if (Plan.Dimensions[i].Equals(dimension))
            {
                return i;
            }
        }

        throw new ArgumentException($"The plan does not count by {dimension}; it counts by {(Plan.Dimensions.Count == 0 ? "no dimension" : string.Join(", ", Plan.Dimensions))}.", nameof(dimension));
    }
}

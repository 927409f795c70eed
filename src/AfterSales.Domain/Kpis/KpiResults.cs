namespace AfterSales.Domain.Kpis;

/// <summary>The figures of all tickets of a tally, or of those with one value of a dimension; each for one period or for all together.</summary>
/// <remarks>A view: it computes from the tally at each question. Periods may be of any kind that the plan's periods fill: months make quarters and years, weeks only weeks.</remarks>
public sealed class KpiResults
{
    private readonly KpiTally _tally;
    private readonly KpiSlice _slice;

    internal KpiResults(KpiTally tally, KpiSlice slice)
    {
        _tally = tally;
        _slice = slice;
    }

    /// <summary>Gets the value of a KPI over all periods.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>The value; of 0 of 0 when nothing was counted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is null.</exception>
    public KpiValue Value(Kpi kpi) => ValueIn(kpi, null);

    /// <summary>Gets the value of a KPI in a period.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="period">The period.</param>
    /// <returns>The value; of 0 of 0 when nothing was counted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan's periods do not fill <paramref name="period"/>, or it is of another zone.</exception>
    public KpiValue Value(Kpi kpi, KpiPeriod period) => ValueIn(kpi, _tally.Plan.Checked(period));

    /// <summary>Gets the value of a percentile goal over all periods (R10).</summary>
    /// <param name="goal">One of the plan's goals.</param>
    /// <returns>The value; <see cref="KpiValue.Judge"/> says whether it was kept.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="goal"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan does not have this goal.</exception>
    public KpiValue Value(PercentileGoal goal) => ValueIn(goal, null);

    /// <summary>Gets the value of a percentile goal in a period (R10).</summary>
    /// <param name="goal">One of the plan's goals.</param>
    /// <param name="period">The period.</param>
    /// <returns>The value; <see cref="KpiValue.Judge"/> says whether it was kept.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="goal"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan does not have this goal or its periods do not fill <paramref name="period"/>.</exception>
    public KpiValue Value(PercentileGoal goal, KpiPeriod period) => ValueIn(goal, _tally.Plan.Checked(period));

    /// <summary>Gets median, 90th percentile and mean of a time over all periods.</summary>
    /// <param name="measure">The time.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    public KpiDurations Durations(KpiMeasure measure) => DurationsIn(measure, null);

    /// <summary>Gets median, 90th percentile and mean of a time in a period.</summary>
    /// <param name="measure">The time.</param>
    /// <param name="period">The period.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan's periods do not fill <paramref name="period"/>, or it is of another zone.</exception>
    public KpiDurations Durations(KpiMeasure measure, KpiPeriod period) => DurationsIn(measure, _tally.Plan.Checked(period));

    /// <summary>Gets what came in and what went out over all periods.</summary>
    /// <returns>The flow of valid tickets.</returns>
    public KpiFlow Flow() => FlowIn(null);

    /// <summary>Gets what came in and what went out in a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The flow of valid tickets.</returns>
    /// <exception cref="ArgumentException">The plan's periods do not fill <paramref name="period"/>, or it is of another zone.</exception>
    public KpiFlow Flow(KpiPeriod period) => FlowIn(_tally.Plan.Checked(period));

    /// <summary>Gets the tickets that are unresolved at the plan's cut-off, by age.</summary>
    /// <returns>The backlog of valid tickets.</returns>
    public KpiBacklog Backlog() => _tally.BacklogOf(_slice);

    /// <summary>Returns every KPI over all periods, a line each.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("\n", Kpi.All.Select(Value));

    private KpiValue ValueIn(Kpi kpi, KpiPeriod? period)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return new KpiValue(kpi, goal: null, kpi.ClockOf(_tally.Plan), period, KpiCell.SumOfMarks(_tally.CellsOf(_slice, period), Kpi.IndexOf(kpi)));
    }

    private KpiValue ValueIn(PercentileGoal goal, KpiPeriod? period)
    {
        ArgumentNullException.ThrowIfNull(goal);
        for (int i = 0; i < _tally.Plan.Goals.Count; i++)
        {
            if (_tally.Plan.Goals[i].Equals(goal))
            {
                return new KpiValue(kpi: null, goal, clock: null, period, KpiCell.SumOfMarks(_tally.CellsOf(_slice, period), Kpi.All.Count + i));
            }
        }

        throw new ArgumentException($"The plan does not have the goal \"{goal}\".", nameof(goal));
    }

    private KpiDurations DurationsIn(KpiMeasure measure, KpiPeriod? period)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return KpiCell.Durations(_tally.CellsOf(_slice, period), KpiMeasure.IndexOf(measure));
    }

    private KpiFlow FlowIn(KpiPeriod? period)
    {
        (long created, long resolved) = (0, 0);
        foreach (KpiCell cell in _tally.CellsOf(_slice, period))
        {
            created += cell.Created;
            resolved += cell.Resolved;
        }

        return new KpiFlow(created, resolved);
    }
}

namespace AfterSales.Domain.Kpis;

/// <summary>The figures of a closed period, as they stood when it was closed: later changes are adjustments beside it and never change it (R28).</summary>
/// <remarks>
/// Made by <see cref="KpiTally.Close"/>. Law: what is frozen and its adjustments add up to what the later tally shows, and a tally has no adjustments to what was frozen from
/// it. Immutable and thread-safe.
/// </remarks>
public sealed class KpiFrozenPeriod
{
    private readonly KpiTally _tally;

    internal KpiFrozenPeriod(KpiPeriod period, KpiTally tally)
    {
        Period = tally.Plan.Checked(period);
        if (period.End > tally.Plan.AsOf)
        {
            throw new ArgumentException($"{period} ends at {period.End}, after the cut-off {tally.Plan.AsOf}; allowed are periods that have ended.", nameof(period));
        }

        _tally = tally;
    }

    /// <summary>Gets the period.</summary>
    public KpiPeriod Period { get; }

    /// <summary>Gets how was counted, and as of when: the cut-off at which the period was closed.</summary>
    public KpiPlan Plan => _tally.Plan;

    /// <summary>Loads a closed period.</summary>
    /// <param name="plan">The plan that it was counted by, or an equal one.</param>
    /// <param name="period">The period.</param>
    /// <param name="snapshot">What <see cref="ToSnapshot"/> gave.</param>
    /// <returns>The frozen figures.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data is no tally of this plan, has counts outside of <paramref name="period"/>, or the period has not ended.</exception>
    public static KpiFrozenPeriod From(KpiPlan plan, KpiPeriod period, KpiTallySnapshot snapshot)
    {
        KpiTally tally = KpiTally.From(plan, snapshot);
        foreach (KpiPeriod other in tally.Periods)
        {
            if (!period.Contains(other))
            {
                throw new ArgumentException($"The snapshot has counts of {other}; allowed are those of {period}.", nameof(snapshot));
            }
        }

        return new KpiFrozenPeriod(period, tally);
    }

    /// <summary>Gives the frozen figures as plain data, for storing.</summary>
    /// <returns>The data.</returns>
    public KpiTallySnapshot ToSnapshot() => _tally.ToSnapshot();

    /// <summary>Gets the frozen figures of all tickets; its backlog is that of the cut-off.</summary>
    /// <returns>The results.</returns>
    public KpiResults Everything() => _tally.Everything();

    /// <summary>Gets the frozen figures of the tickets with one value of a dimension.</summary>
    /// <param name="dimension">One of the plan's dimensions.</param>
    /// <param name="value">The value; empty for tickets that say nothing.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The plan does not count by <paramref name="dimension"/>.</exception>
    public KpiResults Of(KpiDimension dimension, string value) => _tally.Of(dimension, value);

    /// <summary>Gets what a later tally shows of the period that differs from what is frozen.</summary>
    /// <param name="later">A tally that counts the same as of the same or a later cut-off.</param>
    /// <returns>An adjustment for each KPI and goal whose counts differ: of all tickets first, then by dimension and value; empty when nothing changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="later"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="later"/> counts something else, or as of an earlier cut-off.</exception>
    public IReadOnlyList<KpiAdjustment> AdjustmentsIn(KpiTally later)
    {
        ArgumentNullException.ThrowIfNull(later);
        if (!string.Equals(later.Plan.Counting, Plan.Counting, StringComparison.Ordinal) || later.Plan.AsOf < Plan.AsOf)
        {
            throw new ArgumentException($"Only a tally that counts the same as of {Plan.AsOf} or later tells of changes; this was counted {Plan.Signature}, the other {later.Plan.Signature}.", nameof(later));
        }

        List<KpiAdjustment> adjustments = [.. Between(null, "", Everything(), later.Everything())];
        foreach (KpiDimension dimension in Plan.Dimensions)
        {
            foreach (string value in _tally.ValuesOf(dimension).Union(later.ValuesOf(dimension), StringComparer.Ordinal).OrderBy(value => value, StringComparer.Ordinal))
            {
                adjustments.AddRange(Between(dimension, value, Of(dimension, value), later.Of(dimension, value)));
            }
        }

        return adjustments.AsReadOnly();
    }

    /// <summary>Returns period and cut-off.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Period}, closed as of {Plan.AsOf}";

    private IEnumerable<KpiAdjustment> Between(KpiDimension? dimension, string value, KpiResults frozen, KpiResults now) =>
        Kpi.All.Select(kpi => (Frozen: frozen.Value(kpi, Period), Now: now.Value(kpi, Period)))
            .Concat(Plan.Goals.Select(goal => (Frozen: frozen.Value(goal, Period), Now: now.Value(goal, Period))))
            .Where(pair => !pair.Frozen.CountsAs(pair.Now))
            .Select(pair => new KpiAdjustment(dimension, value, pair.Frozen, pair.Now));
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>What a service wants to reach: goals for KPIs (R26), and times that a share of the tickets is to keep to (R10).</summary>
/// <remarks>
/// Goals for KPIs judge what was counted and change nothing in how it is counted; percentile goals are counted ticket by ticket, so that a plan must have them
/// (<see cref="KpiPlan.With(IEnumerable{PercentileGoal})"/>). Two of these are equal when all goals are; the order of percentile goals counts. Immutable and thread-safe; each verb returns a changed copy.
/// </remarks>
public sealed class KpiGoals : IEquatable<KpiGoals>
{
    private readonly ShareGoal?[] _goals;
    private readonly PercentileGoal[] _percentiles;

    private KpiGoals(ShareGoal?[] goals, ShareGoal? repurchase, PercentileGoal[] percentiles)
    {
        _goals = goals;
        _percentiles = percentiles;
        Repurchase = repurchase;
    }

    /// <summary>Gets no goals: where to begin.</summary>
    public static KpiGoals None { get; } = new(new ShareGoal?[Kpi.All.Count], repurchase: null, []);

    /// <summary>Gets the KPIs that have a goal, in the order of <see cref="Kpi.All"/>.</summary>
    public IReadOnlyList<Kpi> Kpis => [.. Kpi.All.Where((_, i) => _goals[i] is not null)];

    /// <summary>Gets the goal for the customers who buy again, which <see cref="Kpis.Repurchase.Served"/> counts; null for none.</summary>
    public ShareGoal? Repurchase { get; }

    /// <summary>Gets the times that a share of the tickets is to keep to.</summary>
    public IReadOnlyList<PercentileGoal> Percentiles => Array.AsReadOnly(_percentiles);

    /// <summary>Gets the goal for a KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>The goal; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is null.</exception>
    public ShareGoal? Of(Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return _goals[Kpi.IndexOf(kpi)];
    }

    /// <summary>Returns the goals with one for a KPI, in the place of another for it.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="goal">A goal of at least a share where <see cref="Kpi.HigherIsBetter"/>, of at most a share where not.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="goal"/> wants more of what is better the rarer it is, or the reverse.</exception>
    public KpiGoals With(Kpi kpi, ShareGoal goal)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        if (goal.IsAtMost == kpi.HigherIsBetter)
        {
            throw new ArgumentException($"Of {kpi.Code} {(kpi.HigherIsBetter ? "more is better: allowed is a goal of at least" : "less is better: allowed is a goal of at most")} a share.", nameof(goal));
        }

        ShareGoal?[] goals = [.. _goals];
        goals[Kpi.IndexOf(kpi)] = goal;
        return new KpiGoals(goals, Repurchase, _percentiles);
    }

    /// <summary>Returns the goals with one for the customers who buy again, in the place of another.</summary>
    /// <param name="goal">A goal of at least a share.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="goal"/> is of at most a share.</exception>
    public KpiGoals WithRepurchase(ShareGoal goal) => goal.IsAtMost
        ? throw new ArgumentException("Of customers who buy again more is better: allowed is a goal of at least a share.", nameof(goal))
        : new KpiGoals(_goals, goal, _percentiles);

    /// <summary>Returns the goals with these for times, in the place of all others.</summary>
    /// <param name="goals">At most 16, of different names.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="goals"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are more than 16, or two have one name.</exception>
    public KpiGoals With(params IEnumerable<PercentileGoal> goals) => new(_goals, Repurchase, KpiPlan.Checked(goals, one => one.Name, nameof(goals)));

    /// <summary>Says whether both want the same.</summary>
    /// <param name="other">The other goals.</param>
    /// <returns>True when all goals are equal.</returns>
    public bool Equals(KpiGoals? other) => other is not null && _goals.SequenceEqual(other._goals) && Repurchase == other.Repurchase && _percentiles.SequenceEqual(other._percentiles);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiGoals);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Repurchase);
        foreach (ShareGoal? goal in _goals)
        {
            hash.Add(goal);
        }

        foreach (PercentileGoal goal in _percentiles)
        {
            hash.Add(goal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns all goals, as in "solution-rate at least 95 %, repurchase at least 30 %, first-answer: response time within 15 min for at least 90 %".</summary>
    /// <returns>The text, culture-invariant; "no goals" when there are none.</returns>
    public override string ToString()
    {
        string[] all =
        [
            .. Kpis.Select(kpi => $"{kpi.Code} {Of(kpi)}"),
            .. Repurchase is { } goal ? (string[])[$"repurchase {goal}"] : [],
            .. _percentiles.Select(one => $"{one}"),
        ];
        return all.Length == 0 ? "no goals" : string.Join(", ", all);
    }
}

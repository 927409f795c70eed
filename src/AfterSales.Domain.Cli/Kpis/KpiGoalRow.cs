using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>What became of a goal.</summary>
/// <param name="Kpi">The KPI that it is for; null for a percentile goal and for repurchase.</param>
/// <param name="Percentile">The percentile goal; null for others.</param>
/// <param name="Goal">What was to be reached.</param>
/// <param name="Value">What was counted; null when neither log nor policy says anything of it.</param>
internal sealed record KpiGoalRow(Kpi? Kpi, PercentileGoal? Percentile, ShareGoal Goal, KpiValue? Value)
{
    internal string Name => Kpi?.Code ?? Percentile?.Name ?? "repurchase";

    internal GoalVerdict Verdict => Value is null ? GoalVerdict.Unknown : Goal.Judge(Value.Share);
}

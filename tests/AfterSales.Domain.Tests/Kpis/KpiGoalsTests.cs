using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Kpis;

public class KpiGoalsTests
{
    private static readonly PercentileGoal QuarterHour = new("quarter-hour", KpiMeasure.ResponseTime, Duration.FromMinutes(15), new ShareGoal(0.9));

    [Fact]
    [Shows("R26")]
    public void A_goal_of_at_most_is_the_mirror_of_one_of_at_least()
    {
        ShareGoal rare = ShareGoal.AtMost(0.05);
        Assert.Equal((GoalVerdict.Kept, GoalVerdict.Missed, GoalVerdict.Undecided, GoalVerdict.Unknown), (rare.Judge(new Share(30, 1000)), rare.Judge(new Share(80, 1000)), rare.Judge(new Share(1, 20)), rare.Judge(default)));
        Assert.Equal("at most 5 %", $"{rare}");
        Assert.NotEqual(new ShareGoal(0.05), rare);
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareGoal.AtMost(5));

        // Of the same share, "at least p" is judged as "at most 1 − p" of what is left.
        Assert.All(Enumerable.Range(0, 201), successes => Assert.Equal(
            new ShareGoal(0.75, ConfidenceLevel.Percent90).Judge(new Share(successes, 200)), ShareGoal.AtMost(0.25, ConfidenceLevel.Percent90).Judge(new Share(200 - successes, 200))));
    }

    [Fact]
    public void Goals_are_values_that_their_verbs_change_in_a_copy()
    {
        KpiGoals goals = KpiGoals.None.With(Kpi.Satisfaction, new ShareGoal(0.8)).With(Kpi.Satisfaction, new ShareGoal(0.9)).With(Kpi.SolutionRate, new ShareGoal(0.95)).WithRepurchase(new ShareGoal(0.3)).With(QuarterHour);

        Assert.Equal("solution-rate at least 95 %, satisfaction at least 90 %, repurchase at least 30 %, quarter-hour: response time within 15 min for at least 90 %", $"{goals}");
        Assert.Equal("no goals", $"{KpiGoals.None}");
        Assert.Equal([Kpi.SolutionRate, Kpi.Satisfaction], goals.Kpis);
        Assert.Equal((new ShareGoal(0.9), null), (goals.Of(Kpi.Satisfaction), goals.Of(Kpi.ReopenRate)));
        Assert.Empty(KpiGoals.None.Kpis);
        Assert.NotEqual(goals, goals.With(Kpi.SolutionRate, new ShareGoal(0.95, ConfidenceLevel.Percent99)));
        Assert.NotEqual(goals, goals.WithRepurchase(new ShareGoal(0.31)));
        Assert.Empty(goals.With().Percentiles);
        Assert.False(goals.Equals(null));
    }

    [Fact]
    public void A_goal_that_wants_more_of_what_is_better_rare_is_refused()
    {
        Assert.Contains("allowed is a goal of at most", Assert.Throws<ArgumentException>(() => KpiGoals.None.With(Kpi.ReopenRate, new ShareGoal(0.05))).Message, StringComparison.Ordinal);
        Assert.Contains("allowed is a goal of at least", Assert.Throws<ArgumentException>(() => KpiGoals.None.With(Kpi.Satisfaction, ShareGoal.AtMost(0.9))).Message, StringComparison.Ordinal);
        Assert.Contains("allowed is a goal of at least", Assert.Throws<ArgumentException>(() => KpiGoals.None.WithRepurchase(ShareGoal.AtMost(0.9))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "allowed is a goal of at least", Assert.Throws<ArgumentException>(() => new PercentileGoal("slow", KpiMeasure.ResponseTime, Duration.FromHours(1), ShareGoal.AtMost(0.1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KpiGoals.None.With(QuarterHour, QuarterHour));
        Assert.Throws<ArgumentNullException>(() => KpiGoals.None.Of(null!));
    }
}

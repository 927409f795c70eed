using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class KpiGoalsDocumentTests
{
    private static readonly Gen<(double Limit, ConfidenceLevel Level)> Limits =
        from thirds in Gen.Choose(0, 300)
        from level in Gen.Elements<ConfidenceLevel>([.. ConfidenceLevel.All])
        select (thirds / 300.0, level);

    private static readonly Gen<PercentileGoal> Percentiles =
        from number in Gen.Choose(1, 30)
        from measure in Gen.Elements<KpiMeasure>([.. KpiMeasure.All])
        from nanoseconds in Gen.Choose(1, int.MaxValue)
        from limit in Limits
        select new PercentileGoal($"goal-{number}", measure, Duration.FromNanoseconds(nanoseconds * 1_234_567L), new ShareGoal(limit.Limit, limit.Level));

    private static readonly Gen<KpiGoals> Goals =
        from kpis in Gen.Elements<Kpi>([.. Kpi.All]).ListOf()
        from limits in Limits.ListOf(kpis.Count)
        from repurchase in Gen.OneOf(Gen.Constant<ShareGoal?>(null), Limits.Select(limit => (ShareGoal?)new ShareGoal(limit.Limit, limit.Level)))
        from percentiles in Percentiles.ListOf()
        select Made(kpis.Zip(limits), repurchase, percentiles);

    [Fact]
    public void Goals_that_are_written_and_read_are_equal() => Law.Holds(Goals, goals =>
    {
        DocumentReading<KpiGoals> reading = KpiGoalsDocument.Read(KpiGoalsDocument.Write(goals));
        Assert.Empty(reading.Findings);
        Assert.Equal(goals, reading.Value);
        Assert.Equal(goals.GetHashCode(), reading.Value.GetHashCode());
    });

    [Fact]
    [Shows("R10", "R26")]
    public void Goals_read_as_they_are_meant() => Assert.Equal(
        KpiGoals.None
            .With(Kpi.SolutionRate, new ShareGoal(0.95))
            .With(Kpi.ReopenRate, ShareGoal.AtMost(0.05, ConfidenceLevel.Percent99Point5))
            .WithRepurchase(new ShareGoal(0.3))
            .With(new PercentileGoal("first-answer", KpiMeasure.ResponseTime, Duration.FromMinutes(15), new ShareGoal(0.9, ConfidenceLevel.Percent90))),
        KpiGoalsDocument.Read("""
            { "format": "kpi-goals/1", "$comment": "of our desk",
              "kpis": { "reopen-rate": { "atMost": 0.05, "level": 99.5 }, "solution-rate": { "atLeast": 0.95 } },
              "repurchase": { "atLeast": 0.3, "level": 95 },
              "percentiles": [ { "name": "first-answer", "measure": "response-time", "within": "PT15M", "atLeast": 0.9, "level": 90 } ] }
            """).Value);

    [Fact]
    public void A_document_without_goals_is_the_least_there_is() => Assert.Equal(KpiGoals.None, KpiGoalsDocument.Read("""{ "format": "kpi-goals/1" }""").Value);

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        IReadOnlyList<DocumentFinding> findings = KpiGoalsDocument.Read("""
            {
              "format": "kpi-goals/1",
              "kpis": {
                "survey-coverge": { "atLeast": 0.95 },
                "satisfaction": { "atLeast": 90 },
                "solution-rate": { "atMost": 0.05 },
                "reopen-rate": { "atLeast": 0.05 },
                "repeat-repair": { "atMost": 0.05, "atLeast": 0.01 },
                "self-service": { "level": 97 },
                "first-time-fix": 0.9,
                "survey-return": { "atLeast": "half", "level": "high", "unit": "percent" }
              },
              "repurchase": { "atMost": 0.3 },
              "percentiles": [
                { "name": "a", "measure": "respons-time", "within": "PT0S", "atMost": 0.9 },
                { "name": "a", "measure": "repair-cycle", "within": "15 minutes", "atLeast": 1.1 },
                "fast"
              ],
              "goals": []
            }
            """).Findings;

        Assert.Equal(
            [
                "$.kpis.survey-coverge unknown-member", "$.kpis.satisfaction.atLeast bad-value", "$.kpis.solution-rate refused", "$.kpis.reopen-rate refused", "$.kpis.repeat-repair refused",
                "$.kpis.self-service missing-member", "$.kpis.self-service.level bad-value", "$.kpis.first-time-fix wrong-type",
                "$.kpis.survey-return.atLeast wrong-type", "$.kpis.survey-return.level wrong-type", "$.kpis.survey-return.unit unknown-member",
                "$.repurchase refused",
                "$.percentiles[0] missing-member", "$.percentiles[0].measure bad-value", "$.percentiles[0].within bad-value", "$.percentiles[0].atMost unknown-member",
                "$.percentiles[1].name duplicate-name", "$.percentiles[1].within bad-value", "$.percentiles[1].atLeast bad-value",
                "$.percentiles[2] wrong-type",
                "$.goals unknown-member",
            ],
            findings.Select(finding => $"{finding.Path} {finding.Code}"));
        Assert.Contains("did you mean \"survey-coverage\"?", $"{findings[0]}", StringComparison.Ordinal);
        Assert.Contains("a number from 0 to 1", findings[1].Allowed, StringComparison.Ordinal);
        Assert.Equal("it is refused: Of solution-rate more is better: allowed is a goal of at least a share", findings[2].Allowed);
        Assert.Equal("it is refused: Of reopen-rate less is better: allowed is a goal of at most a share", findings[3].Allowed);
        Assert.Contains("80, 85, 90, 95, 98, 99, 99.5, 99.8 or 99.9", findings[6].Allowed, StringComparison.Ordinal);
        Assert.Contains("did you mean \"response-time\"?", $"{findings[13]}", StringComparison.Ordinal);
    }

    [Fact]
    public void More_percentile_goals_than_a_plan_counts_are_refused()
    {
        string goals = string.Join(",", Enumerable.Range(0, 17).Select(i => $$"""{ "name": "g{{i}}", "measure": "response-time", "within": "PT1H", "atLeast": 0.9 }"""));
        DocumentFinding finding = Assert.Single(KpiGoalsDocument.Read($$"""{ "format": "kpi-goals/1", "percentiles": [{{goals}}] }""").Findings);
        Assert.Equal("it is refused: Allowed are at most 16, each once; the offender is \"g16\"", finding.Allowed);
    }

    [Fact]
    public void The_schema_gives_each_kpi_the_goal_that_the_reader_takes()
    {
        using System.Text.Json.JsonDocument schema = System.Text.Json.JsonDocument.Parse(KpiGoalsDocument.Kind.Schema);
        System.Text.Json.JsonElement kpis = schema.RootElement.GetProperty("properties").GetProperty("kpis").GetProperty("properties");
        Assert.Equal(
            Kpi.All.Select(kpi => $"{kpi.Code} #/$defs/{(kpi.HigherIsBetter ? "atLeast" : "atMost")}"),
            kpis.EnumerateObject().Where(member => member.Name[0] != '$').Select(member => $"{member.Name} {member.Value.GetProperty("$ref").GetString()}"));
        Assert.Equal(
            KpiMeasure.All.Select(measure => measure.Code),
            schema.RootElement.GetProperty("$defs").GetProperty("percentile").GetProperty("properties").GetProperty("measure").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    private static KpiGoals Made(IEnumerable<(Kpi Kpi, (double Limit, ConfidenceLevel Level) Limit)> kpis, ShareGoal? repurchase, IEnumerable<PercentileGoal> percentiles)
    {
        KpiGoals goals = kpis.Aggregate(KpiGoals.None, (all, one) => all.With(
            one.Kpi, one.Kpi.HigherIsBetter ? new ShareGoal(one.Limit.Limit, one.Limit.Level) : ShareGoal.AtMost(one.Limit.Limit, one.Limit.Level)));
        goals = repurchase is { } goal ? goals.WithRepurchase(goal) : goals;
        return goals.With(percentiles.DistinctBy(one => one.Name).Take(KpiPlan.MaximumParts));
    }
}

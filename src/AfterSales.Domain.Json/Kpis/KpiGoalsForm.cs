using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The members of a goals document.</summary>
internal static class KpiGoalsForm
{
    private static readonly string Levels = Quoting.List(ConfidenceLevel.All.Select(level => level.Percent.ToString(CultureInfo.InvariantCulture)));

    internal static KpiGoals? Read(ObjectReader document)
    {
        KpiGoals? kpis = document.Optional<KpiGoals?>("kpis", ReadKpis, KpiGoals.None);
        ShareGoal? repurchase = document.Optional("repurchase", Repurchase, null);
        HashSet<string> names = new(StringComparer.Ordinal);
        IReadOnlyList<PercentileGoal?> percentiles = document.ShortList("percentiles", node => Percentile(node, names));
        return document.Build(() =>
        {
            KpiGoals goals = kpis!.With(percentiles.Select(one => one!));
            return repurchase is { } goal ? goals.WithRepurchase(goal) : goals;
        });
    }

    internal static void WriteMembers(Utf8JsonWriter json, KpiGoals goals)
    {
        if (goals.Kpis.Count > 0)
        {
            json.WriteStartObject("kpis");
            foreach (Kpi kpi in goals.Kpis)
            {
                WriteGoal(json, kpi.Code, goals.Of(kpi)!.Value);
            }

            json.WriteEndObject();
        }

        if (goals.Repurchase is { } repurchase)
        {
            WriteGoal(json, "repurchase", repurchase);
        }

        if (goals.Percentiles.Count > 0)
        {
            json.WriteStartArray("percentiles");
            foreach (PercentileGoal one in goals.Percentiles)
            {
                json.WriteStartObject();
                json.WriteString("name", one.Name);
                json.WriteString("measure", one.Measure.Code);
                json.WriteString("within", IsoDuration.Write(one.Within));
                WriteLimit(json, one.Goal);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static KpiGoals? ReadKpis(DocumentNode node)
    {
        ObjectReader kpis = new(node);
        (Kpi Kpi, ShareGoal? Goal)[] goals = [.. Kpi.All.Select(kpi => (kpi, kpis.Optional(kpi.Code, member => GoalOf(kpi, member), null)))];
        return kpis.Build(() => goals.Aggregate(KpiGoals.None, (all, one) => one.Goal is { } goal ? all.With(one.Kpi, goal) : all));
    }

    /// <summary>Whether a goal fits its KPI is told at its own place.</summary>
    private static ShareGoal? GoalOf(Kpi kpi, DocumentNode node) => Goal(node) is { } goal && Forms.Checked(node, () => KpiGoals.None.With(kpi, goal)) is not null ? goal : null;

    private static ShareGoal? Repurchase(DocumentNode node) =>
        Goal(node) is { } goal && Forms.Checked(node, () => KpiGoals.None.WithRepurchase(goal)) is not null ? goal : null;

    private static ShareGoal? Goal(DocumentNode node)
    {
        ObjectReader goal = new(node);
        bool isAtMost = string.Equals(goal.OneOf("atLeast", "atMost"), "atMost", StringComparison.Ordinal);
        double atLeast = goal.Optional("atLeast", Forms.Number(0, 1), 0);
        double atMost = goal.Optional("atMost", Forms.Number(0, 1), 0);
        ConfidenceLevel level = goal.Optional("level", Level, ConfidenceLevel.Percent95);
        return goal.Build<ShareGoal?>(() => isAtMost ? ShareGoal.AtMost(atMost, level) : new ShareGoal(atLeast, level));
    }

    private static PercentileGoal? Percentile(DocumentNode node, HashSet<string> names)
    {
        ObjectReader percentile = new(node);
        string name = percentile.Required("name", Forms.Name);
        KpiMeasure? measure = percentile.Required("measure", Forms.Word([.. KpiMeasure.All.Select(one => (one.Code, one))]));
        Duration within = percentile.Required("within", Forms.Span(Duration.Epsilon));
        double atLeast = percentile.Required("atLeast", Forms.Number(0, 1));
        ConfidenceLevel level = percentile.Optional("level", Level, ConfidenceLevel.Percent95);
        if (node["name"] is { Kind: NodeKind.Text } place && !names.Add(name))
        {
            place.Refuse("duplicate-name", "a name that stands once in the list");
        }

        return percentile.Build(() => new PercentileGoal(name, measure!, within, new ShareGoal(atLeast, level)));
    }

    private static ConfidenceLevel Level(DocumentNode node)
    {
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", Levels);
            return default;
        }

        foreach (ConfidenceLevel level in ConfidenceLevel.All)
        {
            if (decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal percent) && level.Percent == percent)
            {
                return level;
            }
        }

        node.Refuse("bad-value", Levels);
        return default;
    }

    private static void WriteGoal(Utf8JsonWriter json, string name, ShareGoal goal)
    {
        json.WriteStartObject(name);
        WriteLimit(json, goal);
        json.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter json, ShareGoal goal)
    {
        json.WriteNumber(goal.IsAtMost ? "atMost" : "atLeast", goal.Limit);
        if (goal.Level != ConfidenceLevel.Percent95)
        {
            json.WriteNumber("level", goal.Level.Percent);
        }
    }
}

using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The members of a routing policy.</summary>
internal static class RoutingPolicyForm
{
    private const string QueueUpTo = "queueUpTo";

    private static readonly (string Word, Severity Value)[] Severities =
    [
        ("unknown", Severity.Unknown),
        ("general", Severity.General),
        ("important", Severity.Important),
        ("urgent", Severity.Urgent),
    ];

    private static readonly (string Word, FallbackRung Value)[] Rungs =
    [
        ("queue", FallbackRung.Queue),
        ("supervisor", FallbackRung.Supervisor),
        ("on-call", FallbackRung.OnCall),
        ("provider", FallbackRung.Provider),
    ];

    internal static RoutingPolicy? Read(ObjectReader policy, DocumentNode root)
    {
        string name = policy.Required("name", Forms.Name);
        int version = policy.Optional("version", Forms.WholeNumber(1, int.MaxValue), 1);
        IReadOnlyList<(Severity Severity, StaffingPattern? Pattern)> staffing = policy.Optional("staffing", Staffing, []);
        Scoring? scoring = policy.Optional<Scoring?>("scoring", ScoringForm.Read, Scoring.Default);
        RegionMap? regions = policy.Optional<RegionMap?>("regions", Regions, RegionMap.Empty);
        AssessmentRule? assessment = policy.Optional<AssessmentRule?>("assessment", Assessment, AssessmentRule.Default);
        IntakeLimit? intake = policy.Optional<IntakeLimit?>("intake", Intake, null);
        Duration? ageing = policy.Optional<Duration?>("ageing", node => Forms.Span(Duration.Epsilon)(node), null);
        IReadOnlyList<RelaxationStep?> steps = policy.List("steps", Step);
        IReadOnlyList<FallbackRung> ladder = policy.List("ladder", Rung);
        return policy.Build(() =>
        {
            RoutingPolicy made = new RoutingPolicy(name, version).With(scoring!).With(regions!).With(assessment!).Relaxing(steps!);
            made = staffing.Aggregate(made, (one, pair) => one.Staffing(pair.Severity, pair.Pattern!));
            made = intake is { } limit ? made.LimitingIntakeTo(limit) : made;
            made = ageing is { } period ? made.AgeingEvery(period) : made;
            return root["ladder"] is null ? made : made.FallingBackTo(ladder);
        });
    }

    internal static void WriteMembers(Utf8JsonWriter json, RoutingPolicy policy)
    {
        json.WriteString("name", policy.Name);
        json.WriteNumber("version", policy.Version);
        json.WriteStartObject("staffing");
        foreach ((string word, Severity severity) in Severities)
        {
            WritePattern(json, word, policy.StaffingOf(severity));
        }

        json.WriteEndObject();
        ScoringForm.Write(json, policy.Scoring);
        WriteRegions(json, policy.Regions);
        json.WriteStartObject("assessment");
        json.WriteNumber("suspendBelow", policy.Assessment.SuspendBelow);
        json.WriteNumber("restoreFrom", policy.Assessment.RestoreFrom);
        json.WriteNumber("qualityWeight", policy.Assessment.QualityWeight);
        json.WriteNumber("timelinessWeight", policy.Assessment.TimelinessWeight);
        json.WriteEndObject();
        if (policy.Intake is { } limit)
        {
            json.WriteStartObject("intake");
            json.WriteNumber("items", limit.Items);
            json.WriteString("window", IsoDuration.Write(limit.Window));
            json.WriteEndObject();
        }

        if (policy.Ageing is { } period)
        {
            json.WriteString("ageing", IsoDuration.Write(period));
        }

        WriteSteps(json, policy);
        WriteLadder(json, policy);
    }

    private static IReadOnlyList<(Severity Severity, StaffingPattern? Pattern)> Staffing(DocumentNode node)
    {
        ObjectReader staffing = new(node);
        (Severity, StaffingPattern?)[] read =
        [
            .. Severities.Where(pair => staffing.Has(pair.Word)).Select(pair => (pair.Value, staffing.Optional<StaffingPattern?>(pair.Word, Pattern, null))),
        ];
        staffing.Allow(Severities.Select(pair => pair.Word));
        staffing.Build(() => read);
        return read;
    }

    private static StaffingPattern? Pattern(DocumentNode node)
    {
        ObjectReader pattern = new(node);
        string? form = pattern.OneOf("one", "lead");
        IReadOnlyList<Role> tell = pattern.List("tell", one => Forms.Name(one) is { } name && NameRule.IsName(name) ? Role.Named(name) : Role.System);
        if (string.Equals(form, "lead", StringComparison.Ordinal))
        {
            IReadOnlyList<Grade> leads = pattern.NonEmptyList("lead", RoutingForms.Grade);
            IReadOnlyList<Grade> experts = pattern.NonEmptyList("experts", RoutingForms.Grade);
            int minimum = pattern.Optional("minimumExperts", Forms.WholeNumber(0, TeamStaffing.MostExperts), 1);
            int maximum = pattern.Optional("maximumExperts", Forms.WholeNumber(0, TeamStaffing.MostExperts), 3);
            return pattern.Build<StaffingPattern>(() => StaffingPattern.Team(leads, experts, minimum, maximum).Telling([.. tell]));
        }

        IReadOnlyList<Grade> grades = form is null ? [] : pattern.NonEmptyList("one", RoutingForms.Grade);
        IReadOnlyList<Grade> guides = pattern.List("guidedBy", RoutingForms.Grade);
        return pattern.Build<StaffingPattern>(() =>
        {
            SingleStaffing single = StaffingPattern.One([.. grades]).Telling([.. tell]);
            return guides.Count == 0 ? single : single.GuidedBy([.. guides]);
        });
    }

    private static RegionMap? Regions(DocumentNode node)
    {
        ObjectReader regions = new(node);
        IReadOnlyList<IReadOnlyList<string>> borders = regions.ShortList("borders", Border);
        int width = regions.Optional("ringWidth", Forms.WholeNumber(0, Technician.MaximumTravelRadius), 0);
        return regions.Build(() => borders.Aggregate(RegionMap.Empty, (map, border) => map.Joining(border[0], border[1])).WithRingWidth(width));
    }

    private static IReadOnlyList<string> Border(DocumentNode node)
    {
        IReadOnlyList<string> border = Forms.ListOf(node, Forms.NonEmptyText, atLeast: 0);
        if (node.Kind == NodeKind.List && border.Count != 2)
        {
            node.Refuse("bad-value", "a list of two regions that lie side by side");
        }

        return border;
    }

    private static AssessmentRule? Assessment(DocumentNode node)
    {
        ObjectReader rule = new(node);
        int suspend = rule.Required("suspendBelow", Forms.WholeNumber(0, 100));
        int restore = rule.Required("restoreFrom", Forms.WholeNumber(0, 100));
        int quality = rule.Optional("qualityWeight", Forms.WholeNumber(0, 100), 1);
        int timeliness = rule.Optional("timelinessWeight", Forms.WholeNumber(0, 100), 1);
        return rule.Build(() => new AssessmentRule(suspend, restore).Weighing(quality, timeliness));
    }

    private static IntakeLimit? Intake(DocumentNode node)
    {
        ObjectReader limit = new(node);
        int items = limit.Required("items", Forms.WholeNumber(1, 1000));
        Duration window = limit.Required("window", Forms.Span(Duration.Epsilon));
        return limit.Build<IntakeLimit?>(() => new IntakeLimit(items, window));
    }

    private static RelaxationStep? Step(DocumentNode node)
    {
        ObjectReader step = new(node);
        string name = step.Required("name", Forms.Name);
        Duration after = step.Required("after", Forms.Span(Duration.Zero));
        IReadOnlyList<string> dropped = step.ShortList("drop", Forms.Name);
        int rings = step.Optional("rings", Forms.WholeNumber(0, 16), 0);
        int grades = step.Optional("grades", Forms.WholeNumber(0, 5), 0);
        bool providers = step.Optional("providers", Forms.Truth, otherwise: false);
        return step.Build(() =>
        {
            RelaxationStep made = dropped.Aggregate(new RelaxationStep(name, after), (one, group) => one.Dropping(group));
            made = Enumerable.Range(0, rings).Aggregate(made, (one, _) => one.AddingRing());
            made = Enumerable.Range(0, grades).Aggregate(made, (one, _) => one.AddingGrade());
            return providers ? made.AllowingProviders() : made;
        });
    }

    private static FallbackRung Rung(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            return Forms.Word(Rungs)(node);
        }

        ObjectReader rung = new(node);
        Duration limit = rung.Required(QueueUpTo, Forms.Span(Duration.Epsilon));
        return rung.Build(() => FallbackRung.QueueUpTo(limit));
    }

    private static void WritePattern(Utf8JsonWriter json, string name, StaffingPattern pattern)
    {
        json.WriteStartObject(name);
        if (pattern is TeamStaffing team)
        {
            RoutingForms.WriteTexts(json, "lead", team.LeadGrades.Select(RoutingForms.Word));
            RoutingForms.WriteTexts(json, "experts", team.ExpertGrades.Select(RoutingForms.Word));
            json.WriteNumber("minimumExperts", team.MinimumExperts);
            json.WriteNumber("maximumExperts", team.MaximumExperts);
        }
        else if (pattern is SingleStaffing single)
        {
            RoutingForms.WriteTexts(json, "one", single.Grades.Select(RoutingForms.Word));
            RoutingForms.WriteTexts(json, "guidedBy", single.GuideGrades.Select(RoutingForms.Word));
        }

        RoutingForms.WriteTexts(json, "tell", pattern.Tell.Select(role => role.Name));
        json.WriteEndObject();
    }

    private static void WriteRegions(Utf8JsonWriter json, RegionMap regions)
    {
        json.WriteStartObject("regions");
        json.WriteStartArray("borders");
        foreach (KeyValuePair<string, string> border in regions.Borders)
        {
            json.WriteStartArray();
            json.WriteStringValue(border.Key);
            json.WriteStringValue(border.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("ringWidth", regions.RingWidth);
        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, RoutingPolicy policy)
    {
        json.WriteStartArray("steps");
        foreach (RelaxationStep step in policy.Steps.Skip(1))
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteString("after", IsoDuration.Write(step.After));
            RoutingForms.WriteTexts(json, "drop", step.DroppedGroups);
            json.WriteNumber("rings", step.RingsAdded);
            json.WriteNumber("grades", step.GradesAdded);
            json.WriteBoolean("providers", step.AllowsProviders);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLadder(Utf8JsonWriter json, RoutingPolicy policy)
    {
        json.WriteStartArray("ladder");
        foreach (FallbackRung rung in policy.Ladder)
        {
            if (rung.UpTo is { } limit)
            {
                json.WriteStartObject();
                json.WriteString(QueueUpTo, IsoDuration.Write(limit));
                json.WriteEndObject();
            }
            else
            {
                json.WriteStringValue(Rungs.Single(one => one.Value == rung).Word);
            }
        }

        json.WriteEndArray();
    }
}

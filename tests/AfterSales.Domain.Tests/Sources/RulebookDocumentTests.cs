using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Sources;

/// <summary>docs/samples/rulebooks says in JSON exactly what <see cref="Rulebooks"/> says in C#.</summary>
public class RulebookDocumentTests
{
    public static TheoryData<string> Names => [.. Rulebooks.All.Select(book => book.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Service_levels_are_equal_and_written_back_equal(string name)
    {
        SlaPolicy expected = Rulebooks.Find(name)!.Sla;
        SlaPolicy read = SlaPolicyDocument.Read(Text(name, "sla-policy")).Value;
        AssertEqual(expected, read);
        AssertEqual(expected, SlaPolicyDocument.Read(SlaPolicyDocument.Write(read)).Value);

        static void AssertEqual(SlaPolicy expected, SlaPolicy actual)
        {
            Assert.Equal((expected.Name, expected.Version, expected.EffectiveFrom), (actual.Name, actual.Version, actual.EffectiveFrom));
            Assert.Equal(expected.Objectives, actual.Objectives);
            Assert.Equal(expected.Accepted, actual.Accepted);
            Assert.Equal(expected.Calendars.Select(one => one.Calendar), actual.Calendars.Select(one => one.Calendar));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Routing_survey_feedback_and_goals_are_equal_and_written_back_equal(string name)
    {
        Rulebook book = Rulebooks.Find(name)!;
        if (book.Routing is { } routing)
        {
            RoutingPolicy read = RoutingPolicyDocument.Read(Text(name, "routing-policy")).Value;
            Assert.Equal(routing, read);
            Assert.Equal(routing, RoutingPolicyDocument.Read(RoutingPolicyDocument.Write(read)).Value);
        }

        if (book.SurveyPlan is { } plan)
        {
            SurveyPlan read = SurveyPlanDocument.Read(Text(name, "survey-plan")).Value;
            Assert.Equal(plan, read);
            Assert.Equal(plan, SurveyPlanDocument.Read(SurveyPlanDocument.Write(read)).Value);
        }

        if (book.Feedback is { } feedback)
        {
            FeedbackRules read = FeedbackRulesDocument.Read(Text(name, "feedback-rules")).Value;
            Assert.Equal(feedback, read);
            Assert.Equal(feedback, FeedbackRulesDocument.Read(FeedbackRulesDocument.Write(read)).Value);
        }

        if (book.Goals is { } goals)
        {
            KpiGoals read = KpiGoalsDocument.Read(Text(name, "kpi-goals")).Value;
            Assert.Equal(goals, read);
            Assert.Equal(goals, KpiGoalsDocument.Read(KpiGoalsDocument.Write(read)).Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lifecycles_are_equal_and_written_back_equal(string name) => Assert.All(Rulebooks.Find(name)!.Lifecycles, lifecycle =>
    {
        Lifecycle read = LifecycleDocument.Read(Text(name, $"lifecycle-{lifecycle.Name}")).Value;
        Assert.Equal(lifecycle, read);
        Assert.Equal(lifecycle, LifecycleDocument.Read(LifecycleDocument.Write(read)).Value);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_folder_holds_the_documents_of_its_rulebook_and_no_others(string name)
    {
        Rulebook book = Rulebooks.Find(name)!;
        string[] expected =
        [
            "sla-policy",
            .. book.Routing is null ? Array.Empty<string>() : ["routing-policy"],
            .. book.SurveyPlan is null ? Array.Empty<string>() : ["survey-plan"],
            .. book.Feedback is null ? Array.Empty<string>() : ["feedback-rules"],
            .. book.Goals is null ? Array.Empty<string>() : ["kpi-goals"],
            .. book.Lifecycles.Select(lifecycle => $"lifecycle-{lifecycle.Name}"),
        ];

        IEnumerable<string?> there = Directory.EnumerateFiles(Repository.PathOf("docs", "samples", "rulebooks", name)).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(expected.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    /// <summary>Whoever adds a part to rulebooks has to say here which document holds it.</summary>
    [Fact]
    public void Every_part_of_a_rulebook_has_its_document_or_stands_in_another() => Assert.Equal(
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Calendars"] = "sla-policy", ["Feedback"] = "feedback-rules", ["Goals"] = "kpi-goals", ["Lifecycles"] = "lifecycle", ["Name"] = "sla-policy",
            ["Routing"] = "routing-policy", ["RuleIds"] = "$comment", ["Sla"] = "sla-policy", ["SurveyPlan"] = "survey-plan",
        }.Keys,
        typeof(Rulebook).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_small_sample_is_a_part_of_the_rapid_response_rulebook()
    {
        SlaPolicy sample = SlaPolicyDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "rapid-response.json"))).Value;
        Assert.Equal(sample.Objectives, Rulebooks.RapidResponse.Sla.Objectives.Take(sample.Objectives.Count));
        Assert.Equal(sample.EffectiveFrom, Rulebooks.RapidResponse.Sla.EffectiveFrom);
    }

    private static string Text(string book, string document) => File.ReadAllText(Repository.PathOf("docs", "samples", "rulebooks", book, $"{document}.json"));
}

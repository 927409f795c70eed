using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Satisfaction;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class FeedbackRulesDocumentTests
{
    private static readonly Gen<FeedbackCondition> Simple = Gen.OneOf(
        Gen.Elements("smoke", "冒烟", "\"quoted\"\n", " two words ").NonEmptyListOf().Select(texts => FeedbackCondition.Mentions([.. texts])),
        from dimension in Gen.Elements(SurveyDimension.Effect, SurveyDimension.Overall, SurveyDimension.Named("my-own"))
        from points in Gen.Choose(0, 700)
        select FeedbackCondition.RatedAtMost(dimension, points / 7.0));

    private static readonly Gen<FeedbackCondition> Conditions = Gen.Frequency(
        (2, Simple),
        (1, Simple.NonEmptyListOf().Select(parts => FeedbackCondition.All([.. parts]))),
        (1, from one in Simple from two in Simple from three in Simple select FeedbackCondition.All(one, FeedbackCondition.All(two, FeedbackCondition.All(three)))));

    private static readonly Gen<FeedbackRules> Tables =
        from conditions in Conditions.ListOf()
        from seed in Gen.Choose(0, 1000)
        select new FeedbackRules(conditions.Select((condition, i) => Rule(condition, i, seed + i)));

    [Fact]
    public void Rules_that_are_written_and_read_are_equal() => Law.Holds(Tables, rules =>
    {
        DocumentReading<FeedbackRules> reading = FeedbackRulesDocument.Read(FeedbackRulesDocument.Write(rules));
        Assert.Empty(reading.Findings);
        Assert.Equal(rules, reading.Value);
    });

    [Fact]
    public void A_table_reads_as_it_is_meant() => Assert.Equal(
        new FeedbackRules(
        [
            new FeedbackRule("safety", FeedbackCondition.Mentions("smoke", "冒烟"), FeedbackTopic.Quality, FeedbackPriority.First).OwnedBy("quality-team").HandledWithin(Duration.FromHours(2)),
            new FeedbackRule(
                "rude-parcel",
                FeedbackCondition.All(FeedbackCondition.Mentions("parcel"), FeedbackCondition.RatedAtMost(SurveyDimension.Attitude, 12.5)),
                FeedbackTopic.Delivery,
                FeedbackPriority.Fourth),
        ]),
        FeedbackRulesDocument.Read("""
            { "format": "feedback-rules/1", "$comment": "two rules",
              "rules": [ { "name": "safety", "when": { "mentions": ["smoke", "冒烟"] }, "topic": "quality", "priority": "first", "owner": "quality-team", "within": "PT2H" },
                         { "name": "rude-parcel", "when": { "all": [ { "mentions": ["parcel"] }, { "ratedAtMost": 12.5, "dimension": "attitude" } ] }, "topic": "delivery", "priority": "fourth" } ] }
            """).Value);

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        IReadOnlyList<DocumentFinding> findings = FeedbackRulesDocument.Read("""
            {
              "format": "feedback-rules/1",
              "rules": [
                { "name": "Safety!", "when": { "mentions": [] }, "topic": "quality", "priority": "frist" },
                { "name": "b", "when": { "mentions": ["x"], "all": [] }, "topic": "quality", "priority": "first", "owner": " " },
                { "name": "b", "when": { "ratedAtMost": 101 }, "topic": "", "priority": "second", "within": "-PT1H" },
                { "name": "c", "when": { "metions": ["x"] }, "priority": 1, "dueIn": "PT1H" },
                { "name": "d", "when": { "all": [ { "mentions": [""] }, { "ratedAtMost": "low", "dimension": "Effect" }, 7 ] }, "topic": "service", "priority": "third" }
              ]
            }
            """).Findings;

        Assert.Equal(
            [
                "$.rules[0].name bad-value", "$.rules[0].when.mentions bad-value", "$.rules[0].priority bad-value",
                "$.rules[1].when refused", "$.rules[1].owner bad-value",
                "$.rules[2].name duplicate-name", "$.rules[2].when missing-member", "$.rules[2].when.ratedAtMost bad-value", "$.rules[2].topic bad-value", "$.rules[2].within bad-value",
                "$.rules[3] missing-member", "$.rules[3].when missing-member", "$.rules[3].when.metions unknown-member", "$.rules[3].priority wrong-type", "$.rules[3].dueIn unknown-member",
                "$.rules[4].when.all[0].mentions[0] bad-value", "$.rules[4].when.all[1].ratedAtMost wrong-type", "$.rules[4].when.all[1].dimension bad-value", "$.rules[4].when.all[2] wrong-type",
            ],
            findings.Select(finding => $"{finding.Path} {finding.Code}"));
        Assert.Contains("did you mean \"first\"?", $"{findings[2]}", StringComparison.Ordinal);
        Assert.Contains("exactly one of", findings[3].Allowed, StringComparison.Ordinal);
        Assert.Contains("a number from 0 to 100", findings[7].Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rules_than_a_table_holds_are_refused()
    {
        string rules = string.Join(",", Enumerable.Range(0, 1001).Select(i => $$"""{ "name": "r{{i}}", "when": { "mentions": ["x"] }, "topic": "quality", "priority": "first" }"""));
        DocumentFinding finding = Assert.Single(FeedbackRulesDocument.Read($$"""{ "format": "feedback-rules/1", "rules": [{{rules}}] }""").Findings);
        Assert.Equal("it is refused: There are 1001 rules; at most 1000 are allowed", finding.Allowed);
    }

    [Fact]
    public void R22_the_sample_classes_feedback_by_words_and_ratings()
    {
        FeedbackRules rules = FeedbackRulesDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "feedback-rules.json"))).Value;
        Assert.Equal("quality, First: rule danger (\"冒烟\")", Of(rules, "洗衣机冒烟了", 100));
        Assert.Equal("service, First: rule broke-again (\"又坏\" and effect 0)", Of(rules, "又坏了", 0));
        Assert.Equal("delivery, Second: rule delivery (\"courier\")", Of(rules, "The courier was late", 100));
        Assert.Equal("service, Second: rule not-solved (effect 25)", Of(rules, "", 25));
        Assert.Equal("unclassified, Second: no rule applies", Of(rules, "fine", 100));
        Assert.Equal(rules, FeedbackRulesDocument.Read(FeedbackRulesDocument.Write(rules)).Value);
    }

    private static string Of(FeedbackRules rules, string words, double effect) =>
        $"{rules.Classify(new CustomerFeedback("T-1", SurveyWorld.Monday, words, [KeyValuePair.Create(SurveyDimension.Effect, effect)]))}";

    private static FeedbackRule Rule(FeedbackCondition condition, int i, int seed)
    {
        FeedbackTopic topic = seed % 5 == 0 ? FeedbackTopic.Named("price") : FeedbackTopic.Delivery;
        FeedbackRule rule = new($"rule-{i}", condition, topic, (FeedbackPriority)(seed % 4));
        rule = seed % 3 == 0 ? rule.OwnedBy("客服主管") : rule;
        return seed % 2 == 0 ? rule.HandledWithin(Duration.FromNanoseconds(1 + (seed * 123_456_789_012L))) : rule;
    }
}

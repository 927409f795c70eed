using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Satisfaction;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Json;

/// <summary>Weighted shares, item moments and what cleaning has learnt, as documents.</summary>
public class SatisfactionSnapshotTests
{
    [Fact]
    public void Saving_and_loading_a_weighted_share_anywhere_changes_no_digit() => SavedAnywhere.ChangesNothing(
        WeightingTests.Answers, 1, () => new WeightedShareAccumulator(), (share, answer) => share.Add(answer.IsSuccess, answer.Weight),
        share => WeightedShareDocument.Write(share.ToSnapshot()), WeightedShareDocument.Read, WeightedShareAccumulator.From,
        share => FormattableString.Invariant($"{share.Count} {share.TotalWeight:R} {share.EffectiveCount:R} {share.Value:R} {share}"));

    [Fact]
    public void Saving_and_loading_item_moments_anywhere_changes_nothing() => SavedAnywhere.ChangesNothing(
        Gen.Choose(-7, 7).ArrayOf(3).ArrayOf(), 1, () => new ItemMoments(3), (items, row) => items.Add(row),
        items => ItemMomentsDocument.Write(items.ToSnapshot()), ItemMomentsDocument.Read, ItemMoments.From,
        items => ItemMomentsDocument.Write(items.ToSnapshot()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Saving_and_loading_thresholds_anywhere_changes_nothing(bool keepsDuplicates)
    {
        CleaningRules rules = keepsDuplicates ? CleaningRules.Standard.KeepingDuplicates() : CleaningRules.Standard;
        SavedAnywhere.ChangesNothing(
            SurveyWorld.Responses, 1, () => new CleaningThresholds(SurveyWorld.AfterRepair, rules), (thresholds, response) => thresholds.Learn(response),
            thresholds => CleaningThresholdsDocument.Write(thresholds.ToSnapshot()), CleaningThresholdsDocument.Read, snapshot => CleaningThresholds.From(SurveyWorld.AfterRepair, rules, snapshot),
            thresholds => CleaningThresholdsDocument.Write(thresholds.ToSnapshot()));
    }

    [Fact]
    public void Labels_by_thresholds_that_were_saved_and_loaded_are_the_same() => Law.Holds(SurveyWorld.Responses, all =>
    {
        CleaningThresholds thresholds = new(SurveyWorld.AfterRepair, CleaningRules.Standard);
        Array.ForEach(all, thresholds.Learn);
        AnswerCleaner expected = thresholds.ToCleaner();

        AnswerCleaner actual = CleaningThresholds.From(
            SurveyWorld.AfterRepair, CleaningRules.Standard, CleaningThresholdsDocument.Read(CleaningThresholdsDocument.Write(thresholds.ToSnapshot())).Value).ToCleaner();

        Assert.Equal(all.Select(expected.Label), all.Select(actual.Label));
    });

    [Fact]
    public void They_read_as_they_are_meant()
    {
        WeightedShareAccumulator share = WeightedShareAccumulator.From(WeightedShareDocument.Read("""
            { "format": "weighted-share/1", "count": 3, "weights": [4], "squares": [6], "successes": [1] }
            """).Value);
        Assert.Equal((3, 0.25, 16 / 6.0), (share.Count, share.Value!.Value, share.EffectiveCount));

        ItemMoments items = ItemMoments.From(ItemMomentsDocument.Read("""{ "format": "item-moments/1", "rows": 2, "sums": [3, 7], "products": [5, 11, 25] }""").Value);
        Assert.Equal((1.5, 3.5, 0.5), (items.Mean(0)!.Value, items.Mean(1)!.Value, items.Covariance(0, 1)!.Value));

        CleaningThresholdsSnapshot learnt = CleaningThresholdsDocument.Read("""
            { "format": "cleaning-thresholds/1",
              "groups": [ { "length": 8 }, { "channel": "web", "length": 7, "milliseconds": { "least": 4000, "most": 5000, "values": "4000 1000*2" } } ],
              "answers": [ { "ticket": "T-1", "response": "R-1", "at": "2026-03-30T10:00:00+08:00" },
                { "ticket": "T-1", "respondent": "C-1", "response": "R-2", "at": "2026-03-30T02:00:00Z", "round": 2, "completeness": 2, "milliseconds": 4000, "group": 1, "copies": 3 } ] }
            """).Value;
        Assert.Equal(("", 8, 0), (learnt.Groups[0].Channel, learnt.Groups[0].Length, learnt.Groups[0].Times.Counts.Count));
        Assert.Equal([new(4000, 1), new(5000, 2)], learnt.Groups[1].Times.Counts);
        Assert.Equal(
            [new LearntAnswer("T-1", "", "R-1", learnt.Answers[1].AnsweredAt, 0, 0, null, 0, 1), new LearntAnswer("T-1", "C-1", "R-2", learnt.Answers[0].AnsweredAt, 2, 2, 4000, 1, 3)],
            learnt.Answers);
    }

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        Assert.Equal(
            ["$ missing-member", "$.weights[0] bad-value", "$.sum unknown-member"],
            Told(WeightedShareDocument.Read("""{ "format": "weighted-share/1", "weights": [1e300], "sum": 1 }""").Findings));
        Assert.Equal(["$ refused"], Told(WeightedShareDocument.Read("""{ "format": "weighted-share/1", "count": 0, "weights": [1], "squares": [1] }""").Findings));
        Assert.Equal(
            ["$ missing-member", "$.rows bad-value", "$.sums bad-value"],
            Told(ItemMomentsDocument.Read("""{ "format": "item-moments/1", "rows": -1, "sums": [] }""").Findings));
        Assert.Equal(["$ refused"], Told(ItemMomentsDocument.Read("""{ "format": "item-moments/1", "rows": 1, "sums": [1], "products": [1, 2] }""").Findings));
        Assert.Equal(
            [
                "$.groups[0] missing-member", "$.groups[1].length bad-value", "$.groups[1].milliseconds refused", "$.groups[2] refused",
                "$.answers[0] missing-member", "$.answers[0].at bad-value", "$.answers[0].round bad-value", "$.answers[0].copies bad-value", "$.answers[1].response bad-value", "$.answers[1].seconds unknown-member",
            ],
            Told(CleaningThresholdsDocument.Read("""
                { "format": "cleaning-thresholds/1",
                  "groups": [ { "channel": "web" }, { "length": 201, "milliseconds": { "values": "1" } }, { "length": 1, "milliseconds": { "distinctLimit": 5 } } ],
                  "answers": [ { "response": "R-1", "at": "yesterday", "round": 101, "copies": 0 }, { "ticket": "T-1", "response": " ", "at": "2026-03-30T02:00:00Z", "seconds": 3 } ] }
                """).Findings));
        Assert.Contains("belongs to none of the 0 groups", CleaningThresholdsDocument.Read("""
            { "format": "cleaning-thresholds/1", "answers": [ { "ticket": "T-1", "response": "R-1", "at": "2026-03-30T02:00:00Z" } ] }
            """).Findings.Single().Allowed, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Told(IEnumerable<DocumentFinding> findings) => findings.Select(finding => $"{finding.Path} {finding.Code}");
}

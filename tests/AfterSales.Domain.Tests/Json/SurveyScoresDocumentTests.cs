using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Satisfaction;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Json;

public class SurveyScoresDocumentTests
{
    [Fact]
    public void Saving_and_loading_scores_as_a_document_anywhere_changes_nothing() => Law.Holds(
        from all in SurveyWorld.Responses from cut in Gen.Choose(0, 100) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            LabelledAnswer[] answers = [.. SurveyWorld.AfterRepair.Clean(one.all).Answers];
            SurveyScores whole = new(SurveyWorld.AfterRepair);
            SurveyScores part = new(SurveyWorld.AfterRepair);
            Array.ForEach(answers, answer => whole.Add(answer.Response, answer.Label));
            Array.ForEach(answers[..one.cut], answer => part.Add(answer.Response, answer.Label));

            SurveyScores resumed = SurveyScores.From(SurveyWorld.AfterRepair, SurveyScoresDocument.Read(SurveyScoresDocument.Write(part.ToSnapshot())).Value);
            Array.ForEach(answers[one.cut..], answer => resumed.Add(answer.Response, answer.Label));

            Assert.Equal(SurveyScoresDocument.Write(whole.ToSnapshot()), SurveyScoresDocument.Write(resumed.ToSnapshot()));
            Assert.Equal($"{whole}", $"{resumed}");
            Assert.Equal(ServiceIndex.Of(whole, default).Figure, ServiceIndex.Of(resumed, default).Figure);
        });

    [Fact]
    public void Every_problem_is_told_with_its_place() => Assert.Equal(
        [
            "$.labels.vald unknown-member", "$.labels.valid bad-value",
            "$.valid[0].counts[1] bad-value", "$.leftOut[0] missing-member", "$.items.sums[0] bad-value", "$.items.products wrong-type", "$.recovered refused",
        ],
        SurveyScoresDocument.Read("""
            { "format": "survey-scores/1", "labels": { "vald": 1, "valid": -1 }, "followUpLabels": {},
              "valid": [ { "counts": [1, 2.5] } ],
              "leftOut": [ { "missing": 1 } ],
              "items": { "rows": 1, "sums": [99999999999999999999], "products": 3 },
              "recovered": { "satisfied": 2, "of": 1 } }
            """).Findings.Select(finding => $"{finding.Path} {finding.Code}"));

    [Fact]
    public void Scores_of_two_surveys_do_not_mix()
    {
        SurveyScoresSnapshot snapshot = SurveyScoresDocument.Read(SurveyScoresDocument.Write(new SurveyScores(SurveyWorld.AfterRepair).ToSnapshot())).Value;
        Assert.Equal(new Share(0, 0), snapshot.Recovered);
        Assert.Throws<ArgumentException>(() => SurveyScores.From(new Survey("other", 1, [SurveyQuestion.Effort("e")]), snapshot));
    }
}

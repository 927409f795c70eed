using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Satisfaction;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class SurveyDocumentTests
{
    private static readonly Gen<AnswerScale> Scales =
        from worst in Gen.Choose(-5, 5)
        from points in Gen.Choose(2, 11)
        from reversed in Gen.Elements(true, false)
        from code in Gen.Choose(-1, 1)
        select Scale(new AnswerScale(worst, worst + points - 1), reversed, code);

    private static readonly Gen<Survey> Surveys =
        from rated in Scales.NonEmptyListOf()
        from weight in Gen.Choose(0, 300)
        from optional in Gen.Choose(0, 7)
        from days in Gen.Choose(1, 60)
        from version in Gen.Choose(1, 9)
        select new Survey($"s{days}", version,
        [
            .. rated.Select((scale, i) => SurveyQuestion.Rating($"q{i}", SurveyDimension.WellKnown[i % 6], scale)).Select((question, i) => Varied(question, i, weight, optional)),
            SurveyQuestion.Recommendation("nps"), SurveyQuestion.Effort("ces").Optional(), SurveyQuestion.FreeText("words").Mandatory().Worded("还有什么想说的？\n\"Anything else?\""),
        ]).OpenForAtMost(Duration.FromDays(days));

    [Fact]
    public void A_survey_that_is_written_and_read_is_equal() => Law.Holds(
        Surveys,
        survey =>
        {
            DocumentReading<Survey> reading = SurveyDocument.Read(SurveyDocument.Write(survey));
            Assert.Empty(reading.Findings);
            Assert.Equal(survey, reading.Value);
        });

    [Fact]
    public void A_survey_reads_as_it_is_meant()
    {
        DocumentReading<Survey> reading = SurveyDocument.Read("""
            {
              "format": "survey/1", "name": "after-repair", "version": 2,
              "questions": [
                { "name": "overall", "kind": "rating", "dimension": "overall", "scale": { "worst": 1, "best": 5 } },
                { "name": "waited-too-long", "kind": "rating", "dimension": "response-speed", "scale": { "worst": 5, "best": 1, "notApplicable": 9 }, "weight": 0.5, "mandatory": false },
                { "name": "recommend", "kind": "recommendation" }
              ]
            }
            """);
        Assert.Equal(
            new Survey("after-repair", 2,
            [
                SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive),
                SurveyQuestion.Rating("waited-too-long", SurveyDimension.ResponseSpeed, AnswerScale.OneToFive.Reversed().WithNotApplicable(9)).Weighing(0.5).Optional(),
                SurveyQuestion.Recommendation("recommend"),
            ]),
            reading.Value);
    }

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        IReadOnlyList<DocumentFinding> findings = SurveyDocument.Read("""
            {
              "format": "survey/1", "name": "After Repair", "version": 0, "openFor": "PT0S",
              "questions": [
                { "name": "a", "kind": "ratng", "dimension": "overall", "scale": { "worst": 1, "best": 1 } },
                { "name": "b", "kind": "rating", "scale": { "worst": 1, "best": 5, "notApplicable": 3 } },
                { "name": "c", "kind": "rating", "dimension": "product-quality", "scale": { "worst": 1, "best": 5 }, "weight": 2 },
                { "name": "d", "kind": "effort", "weight": -1, "mandatry": true }
              ]
            }
            """).Findings;

        Assert.Equal(
            [
                "$.name", "$.version", "$.openFor", "$.questions[0].kind", "$.questions[0].scale", "$.questions[1]", "$.questions[1].scale", "$.questions[2]",
                "$.questions[3].weight", "$.questions[3].mandatry",
            ],
            findings.Select(finding => finding.Path));
        Assert.Contains("did you mean \"rating\"?", $"{findings[3]}", StringComparison.Ordinal);
        Assert.Contains("product quality is reported beside it", $"{findings[7]}", StringComparison.Ordinal);
    }

    [Fact]
    public void Two_questions_with_one_name_are_refused_where_they_stand()
    {
        DocumentFinding finding = Assert.Single(SurveyDocument.Read("""
            { "format": "survey/1", "name": "s", "version": 1, "questions": [ { "name": "a", "kind": "effort" }, { "name": "a", "kind": "effort" } ] }
            """).Findings);
        Assert.Equal(("$", "refused"), (finding.Path, finding.Code));
        Assert.Contains("Two questions have the name a", finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_survey_of_the_tests_round_trips() =>
        Assert.Equal(SurveyWorld.AfterRepair, SurveyDocument.Read(SurveyDocument.Write(SurveyWorld.AfterRepair)).Value);

    private static AnswerScale Scale(AnswerScale scale, bool reversed, int code)
    {
        AnswerScale turned = reversed ? scale.Reversed() : scale;
        return code == 0 ? turned : turned.WithNotApplicable(code * 99);
    }

    private static SurveyQuestion Varied(SurveyQuestion question, int i, int weight, int optional)
    {
        SurveyQuestion weighed = question.Dimension == SurveyDimension.ProductQuality ? question : question.Weighing(weight / 7.0);
        return i == optional ? weighed.Optional() : weighed;
    }
}

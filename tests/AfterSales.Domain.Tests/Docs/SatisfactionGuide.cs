using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/satisfaction.md, with what it gives.</summary>
public class SatisfactionGuide
{
    [Fact]
    public void The_guide_gives_what_it_says()
    {
        Instant closedAt = Instant.FromUtc(2026, 3, 30, 2, 0);
        Survey survey = new("after-repair", 1,
        [
            SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive),
            SurveyQuestion.Rating("speed", SurveyDimension.ResponseSpeed, AnswerScale.OneToFive).Weighing(2),
            SurveyQuestion.Rating("effect", SurveyDimension.Effect, AnswerScale.OneToFive).Weighing(3),
            SurveyQuestion.Rating("product", SurveyDimension.ProductQuality, AnswerScale.OneToFive),
            SurveyQuestion.Recommendation("recommend"),
        ]);
        Assert.Equal(5, survey.RatedQuestions.Count);

        SurveyPlan plan = new SurveyPlan(survey, SurveyDelay.Elapsed(Duration.FromDays(2)), ["wechat", "e-mail"])
            .Asking(0.5)
            .AtMostEvery(Duration.FromDays(90))
            .RemindingAfter([Duration.FromDays(3)]);
        InvitationDecision decision = plan.Decide(new SurveyCandidate("T-4711", closedAt), addOpenTime: null);
        Assert.Equal(new StableSample("after-repair", 0.5).Contains("T-4711"), decision is PlannedInvitation);

        Assert.Equal((385, 1284), Sizes());

        SurveyResponse[] responses = [.. Enumerable.Range(0, 102).Select(i => Response(i, closedAt))];
        CleanedAnswers answers = survey.Clean(responses);
        Csat csat = Csat.Of(answers, SurveyDimension.Overall);   // 80.0 % (95 % Wilson 71.1–86.7, n = 100), 2 left out
        Assert.Equal("80.0 % (95 % Wilson 71.1–86.7, n = 100), 2 left out", $"{csat}");
        Assert.Equal("80.0 %（95 % 置信区间（Wilson）71.1–86.7，n = 100），另有 2 份未计入", $"{csat:zh}");

        Csat csatAfter = new(new Share(84, 100), 0);
        ScoreComparison change = Csat.Compare(csat, csatAfter);   // +4.0 points (95 % Newcombe −6.7…+14.7, p = 0.462): no significant change
        Assert.Equal("+4.0 points (95 % Newcombe −6.7…+14.7, p = 0.462): no significant change", $"{change}");

        Dictionary<string, double> points = answers.Scores.AllQuestions().ToDictionary(one => one.Question.Name, one => one.MeanPoints(default).Value!.Value, StringComparer.Ordinal);
        DriverAnalysis drivers = DriverAnalysis.Of(answers.Scores, "overall");
        IReadOnlyList<ImportancePerformance> picture = ImportancePerformance.Of(drivers, points);
        Assert.Equal(["speed", "effect", "product"], picture.Select(one => one.Name));
        Assert.Equal(1, picture.Sum(one => one.Importance), 1e-9);

        FeedbackRules rules = new(
        [
            new FeedbackRule("safety", FeedbackCondition.Mentions("smoke", "冒烟"), FeedbackTopic.Quality, FeedbackPriority.First).HandledWithin(Duration.FromHours(2)),
            new FeedbackRule("late-parcel", FeedbackCondition.Mentions("courier", "物流"), FeedbackTopic.Delivery, FeedbackPriority.Second),
        ]);
        ClassifiedFeedback feedback = rules.Classify(new CustomerFeedback("T-4711", closedAt, "It began to smoke.", []));   // quality, First: rule safety ("smoke")
        Assert.Equal("quality, First: rule safety (\"smoke\")", $"{feedback}");
    }

    private static (long Answers, long Invitations) Sizes()
    {
        long answers = SampleSize.ForShare(margin: 0.05, expected: 0.5, ConfidenceLevel.Percent95);   // 385
        long invitations = SampleSize.Invitations(answers, returnRate: 0.3);                          // 1284
        return (answers, invitations);
    }

    private static SurveyResponse Response(int i, Instant closedAt)
    {
        int speed = 1 + (i % 5);
        int effect = 1 + (i * 7 % 5);
        int?[] ratings = [i < 80 ? 4 + (i % 2) : 1 + (i % 3), speed, effect, 1 + (i * i % 5), i % 11];
        SurveyResponse response = new($"R-{i}", $"T-{i}", closedAt, ratings);
        return i >= 100 ? response.AsTest() : response;
    }
}

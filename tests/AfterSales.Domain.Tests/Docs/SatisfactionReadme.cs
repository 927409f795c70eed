using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

public class SatisfactionReadme
{
    [Fact]
    public void Four_answers_give_a_share_with_its_interval_and_what_was_left_out()
    {
        Survey survey = new("after-repair", version: 1,
        [
            SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive),
            SurveyQuestion.Rating("speed", SurveyDimension.ResponseSpeed, AnswerScale.OneToFive),
        ]);
        Instant monday = Instant.FromUtc(2026, 3, 30, 2, 0);
        SurveyResponse[] responses =
        [
            new("R-1", "T-1", monday, [5, 4]),
            new("R-2", "T-2", monday, [4, 5]),
            new("R-3", "T-3", monday, [2, 1]),
            new("R-4", "T-4", monday, [null, null]),
        ];

        CleanedAnswers answers = survey.Clean(responses);
        Csat csat = Csat.Of(answers, SurveyDimension.Overall);   // 66.7 % (95 % Wilson 20.8–93.9, n = 3), 1 left out

        Assert.Equal("66.7 % (95 % Wilson 20.8–93.9, n = 3), 1 left out", $"{csat}");
    }
}

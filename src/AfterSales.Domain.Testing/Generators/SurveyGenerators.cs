using System.Globalization;
using AfterSales.Domain.Satisfaction;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Random surveys and answers to them.</summary>
/// <remarks>The generators hold no state and are safe for use by several threads.</remarks>
public static class SurveyGenerators
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 30, 2, 0);

    /// <summary>Gets surveys of one to six questions on scales of every kind.</summary>
    public static Gen<Survey> Surveys { get; } =
        from count in Gen.Choose(1, 6)
        from questions in Gen.CollectToArray(Enumerable.Range(1, count), Question)
        select new Survey("generated", 1, questions);

    /// <summary>Gets surveys with up to 25 answers each.</summary>
    public static Gen<AnsweredSurvey> AnsweredSurveys { get; } = from survey in Surveys from one in AnswersTo(survey) select one;

    /// <summary>Makes answers to a survey, dirty as they come: blanks, not-applicable and impossible answers, several of one customer, tests, other versions, follow-ups, too quick, too late; with words where the survey asks for them, and a region to group by.</summary>
    /// <param name="survey">The survey.</param>
    /// <returns>The generator, of up to 25 answers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="survey"/> is null.</exception>
    public static Gen<AnsweredSurvey> AnswersTo(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return from count in Gen.Choose(0, 25)
               from responses in Gen.CollectToArray(Enumerable.Range(1, count), number => Response(survey, number))
               select new AnsweredSurvey(survey, responses);
    }

    private static Gen<SurveyQuestion> Question(int number)
    {
        string name = "q-" + number.ToString(CultureInfo.InvariantCulture);
        return from kind in Gen.Choose(0, 5)
               from scale in Gen.Elements(AnswerScale.OneToFive, AnswerScale.OneToSeven, AnswerScale.OneToTen, AnswerScale.ZeroToTen, AnswerScale.OneToFive.Reversed(), AnswerScale.OneToFive.WithNotApplicable(9))
               from dimension in Gen.Elements(SurveyDimension.Overall, SurveyDimension.Attitude, SurveyDimension.ResponseSpeed, SurveyDimension.Effect, SurveyDimension.Skill, SurveyDimension.ProductQuality)
               from weight in Gen.Choose(1, 4)
               from optional in Gen.Elements(true, false)
               let rating = SurveyQuestion.Rating(name, dimension, scale).Weighing(dimension == SurveyDimension.ProductQuality ? 0 : weight)
               let question = kind switch { 0 => SurveyQuestion.Recommendation(name), 1 => SurveyQuestion.Effort(name), _ => rating }
               select optional ? question.Optional() : question;
    }

    private static Gen<SurveyResponse> Response(Survey survey, int number) =>
        from ticket in Gen.Choose(1, 8)
        from respondent in Gen.Choose(0, 1)
        from minutes in Gen.Choose(-60, 60 * 24 * 40)
        from taken in Gen.Frequency((1, Gen.Constant(-1)), (4, Gen.Choose(5, 200)))
        from kind in Gen.Choose(0, 19)
        from ratings in Gen.CollectToArray(survey.RatedQuestions, Rating)
        let plain = new SurveyResponse("R-" + number.ToString(CultureInfo.InvariantCulture), "T-" + ticket.ToString(CultureInfo.InvariantCulture), Monday + Duration.FromMinutes(minutes), ratings)
            .Sent(Monday).Via(ticket % 2 == 0 ? "web" : "phone")
        from words in Gen.CollectToArray(survey.Questions.Where(question => question.Kind == QuestionKind.FreeText), Saying)
        from region in Gen.Elements("", "east", "west")
        let said = words.Aggregate(plain, (one, text) => text.Value.Length == 0 ? one : one.Saying(text.Key, text.Value))
        let placed = region.Length == 0 ? said : said.With("region", region)
        let known = respondent == 1 ? placed.From("customer-1") : placed
        let timed = taken >= 0 ? known.Taking(Duration.FromSeconds(taken)) : known
        select kind switch
        {
            1 => timed.AsTest(),
            2 => timed.ToVersion(survey.Version + 1),
            3 or 4 => timed.AfterFollowUp(kind - 2),
            _ => timed,
        };

    private static Gen<KeyValuePair<string, string>> Saying(SurveyQuestion question) =>
        from words in Gen.Elements("", "", "friendly", "twice \"tomorrow\", then nobody came", "等了三天，\n才有人来")
        select new KeyValuePair<string, string>(question.Name, words);

    private static Gen<int?> Rating(SurveyQuestion question)
    {
        AnswerScale scale = question.Scale!;
        return Gen.Frequency(
            (1, Gen.Constant<int?>(null)),
            (12, Gen.Choose(scale.Minimum, scale.Maximum).Select(answer => (int?)answer)),
            (1, Gen.Constant<int?>(scale.NotApplicable ?? scale.Maximum)),
            (1, Gen.Elements<int?>(scale.Minimum - 1, scale.Maximum + 1)));
    }
}

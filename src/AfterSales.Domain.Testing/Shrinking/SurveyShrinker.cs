using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Surveys with fewer and plainer questions: mandatory ratings of everything on a scale of 1 to 5.</summary>
internal static class SurveyShrinker
{
    private static readonly Duration UsuallyOpenFor = new Survey("plain", version: 1, [SurveyQuestion.Effort("plain")]).OpenFor;

    internal static IEnumerable<Survey> Smaller(Survey survey) =>
        Shorter(survey)
            .Concat(survey.OpenFor == UsuallyOpenFor ? [] : [new Survey(survey.Name, survey.Version, survey.Questions)])
            .Concat(PartShrinker.OneSmaller(survey.Questions, Plainer).Select(questions => Of(survey, questions)));

    /// <summary>With fewer questions, of which one at least has a scale.</summary>
    internal static IEnumerable<Survey> Shorter(Survey survey) =>
        PartShrinker.Shorter(survey.Questions).Where(questions => questions.Any(question => question.Scale is not null)).Select(questions => Of(survey, questions));

    private static Survey Of(Survey survey, IEnumerable<SurveyQuestion> questions) => new Survey(survey.Name, survey.Version, questions).OpenForAtMost(survey.OpenFor);

    private static IEnumerable<SurveyQuestion> Plainer(SurveyQuestion question)
    {
        if (question.Scale is not { } scale)
        {
            return question.IsMandatory || question.Wording.Length > 0 ? [SurveyQuestion.FreeText(question.Name)] : [];
        }

        SurveyQuestion plainest = SurveyQuestion.Rating(question.Name, SurveyDimension.Overall, AnswerScale.OneToFive);
        SurveyQuestion[] plainer = question.Kind != QuestionKind.Rating
            ? [plainest, question.Mandatory(), question.Worded("")]
            :
            [
                plainest,
                Rated(question, question.Dimension, AnswerScale.OneToFive), Rated(question, question.Dimension, new AnswerScale(scale.Minimum, scale.Maximum)), Rated(question, SurveyDimension.Overall, scale),
                Unweighed(question), question.Mandatory(), question.Worded(""),
            ];
        return plainer.Where(one => one != question).Distinct();
    }

    /// <summary>A weight that was given stays.</summary>
    private static SurveyQuestion Rated(SurveyQuestion question, SurveyDimension dimension, AnswerScale scale)
    {
        SurveyQuestion made = SurveyQuestion.Rating(question.Name, dimension, scale).Worded(question.Wording);
        made = question.Weight != Unweighed(question).Weight ? made.Weighing(question.Weight) : made;
        return question.IsMandatory ? made : made.Optional();
    }

    private static SurveyQuestion Unweighed(SurveyQuestion question) => question.Weighing(SurveyQuestion.Rating(question.Name, question.Dimension, question.Scale!).Weight);
}

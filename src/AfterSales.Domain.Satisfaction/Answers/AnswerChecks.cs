namespace AfterSales.Domain.Satisfaction;

/// <summary>The rules of cleaning that look at one answer only, in their order.</summary>
internal static class AnswerChecks
{
    internal static bool IsUsable(AnswerLabel label, CleaningRules rules) => label == AnswerLabel.Valid || (label == AnswerLabel.Partial && rules.CountsPartials);

    /// <summary>How far an answer can stand for its key: 2 usable, 1 partial, 0 incomplete or blank; null for invalid ones, which never do.</summary>
    internal static int? Completeness(AnswerLabel label, CleaningRules rules) => IsUsable(label, rules) ? 2
        : label == AnswerLabel.Partial ? 1
        : label == AnswerLabel.Incomplete || label == AnswerLabel.Blank ? 0
        : null;

    internal static int GivenRatings(SurveyResponse response)
    {
        int given = 0;
        foreach (int rating in response.RawRatings)
        {
            given += SurveyResponse.IsMissing(rating) ? 0 : 1;
        }

        return given;
    }

    internal static AnswerLabel Label(Survey survey, CleaningRules rules, SurveyResponse response, int given)
    {
        ReadOnlySpan<int> ratings = response.RawRatings;
        if (ratings.Length != survey.Rated.Length || (response.Version is { } version && version != survey.Version))
        {
            return AnswerLabel.WrongSurvey;
        }

        if (response.IsTest)
        {
            return AnswerLabel.Test;
        }

        if (response.SentAt is { } sent)
        {
            if (response.AnsweredAt < sent)
            {
                return AnswerLabel.BeforeSent;
            }

            if (response.AnsweredAt - sent > survey.OpenFor)
            {
                return AnswerLabel.AfterClose;
            }
        }

        return LabelOfRatings(survey.Rated, rules, ratings, given);
    }

    private static AnswerLabel LabelOfRatings(RatedQuestion[] questions, CleaningRules rules, ReadOnlySpan<int> ratings, int given)
    {
        if (given == 0)
        {
            return AnswerLabel.Blank;
        }

        bool isComplete = true;
        bool isStraight = rules.RemovesStraightLiners;
        bool hasReversed = false;
        int first = 0;
        int onScale = 0;
        for (int i = 0; i < ratings.Length; i++)
        {
            ref readonly RatedQuestion question = ref questions[i];
            int rating = ratings[i];
            if (SurveyResponse.IsMissing(rating))
            {
                isComplete &= !question.IsMandatory;
                continue;
            }

            if (question.Contains(rating))
            {
                first = onScale == 0 ? rating : first;
                isStraight &= rating == first;
                hasReversed |= question.IsReversed;
                onScale++;
            }
            else if (!question.IsNotApplicable(rating))
            {
                return AnswerLabel.OutOfRange;
            }
        }

        if (!isComplete && given < rules.PartialFrom * ratings.Length)
        {
            return AnswerLabel.Incomplete;
        }

        return !isComplete && !rules.CountsPartials ? AnswerLabel.Partial
            : isStraight && hasReversed && onScale >= rules.RatingsForStraightLining ? AnswerLabel.StraightLiner
            : isComplete ? AnswerLabel.Valid : AnswerLabel.Partial;
    }
}

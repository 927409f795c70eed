using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>The laws of cleaning and scores, for your own survey in one line: <c>SurveyLaws.HoldFor(ourSurvey)</c>.</summary>
/// <remarks>The cases are dirty answers to your survey (<see cref="SurveyGenerators.AnswersTo"/>). The methods are safe for use by several threads.</remarks>
public static class SurveyLaws
{
    /// <summary>Gets every law.</summary>
    public static IReadOnlyList<Law<AnsweredSurvey>> All { get; } =
    [
        new("every answer has exactly one label", one => one.Survey.Clean(one.Responses).Answers.Count == one.Responses.Count ? null : "some have none"),
        new("the order of the answers changes no score", one => Different(Scores(one, one.Responses), Scores(one, one.Responses.Reverse()))),
        new("parts of any split give the scores of the whole", PartsGiveTheWhole),
        new("scores that are saved and loaded after any answer go on as if they had not been", SnapshotsSurvive),
        new("an answer that is left out changes no score", LeftOutChangesNothing),
        new("scores lie within their scale, and intervals contain their score", InBounds),
        new("a survey that is written as JSON and read back is equal", one => one.Survey.Equals(SurveyDocument.Read(SurveyDocument.Write(one.Survey)).Value) ? null : "it is not"),
    ];

    /// <summary>Tries every law on a survey, each on <see cref="LawRun.Default"/> many sets of answers.</summary>
    /// <param name="survey">The survey.</param>
    /// <exception cref="ArgumentNullException"><paramref name="survey"/> is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    public static void HoldFor(Survey survey) => HoldFor(survey, All, LawRun.Default);

    /// <summary>Tries laws on a survey.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="laws">What has to be true, such as <see cref="All"/>.</param>
    /// <param name="run">How many cases, and which.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void HoldFor(Survey survey, IEnumerable<Law<AnsweredSurvey>> laws, LawRun run)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(run);
        LawRunner.Hold(laws, Arb.From(SurveyGenerators.AnswersTo(survey), AnswerShrinker.Smaller), run);
    }

    private static string? PartsGiveTheWhole(AnsweredSurvey one)
    {
        IReadOnlyList<LabelledAnswer> answers = one.Survey.Clean(one.Responses).Answers;
        SurveyScores left = new(one.Survey);
        SurveyScores right = new(one.Survey);
        for (int i = 0; i < answers.Count; i++)
        {
            (i % 3 == 0 ? left : right).Add(answers[i].Response, answers[i].Label);
        }

        left.Merge(right);
        return Different(Scores(one, one.Responses), Picture(left));
    }

    private static string? SnapshotsSurvive(AnsweredSurvey one)
    {
        SurveyScores scores = new(one.Survey);
        foreach (LabelledAnswer answer in one.Survey.Clean(one.Responses).Answers)
        {
            scores = SurveyScores.From(one.Survey, scores.ToSnapshot());
            scores.Add(answer.Response, answer.Label);
        }

        return Different(Scores(one, one.Responses), Picture(scores));
    }

    /// <summary>An answer of a ticket of its own, by somebody who tests.</summary>
    private static string? LeftOutChangesNothing(AnsweredSurvey one)
    {
        SurveyResponse test = new SurveyResponse("left-out", "left-out", Instant.FromUtc(2026, 4, 1, 0, 0), one.Survey.RatedQuestions.Select(question => (int?)question.Scale!.Minimum)).AsTest();
        return Different(Questions(one.Survey.Clean(one.Responses).Scores), Questions(one.Survey.Clean(one.Responses.Append(test)).Scores));
    }

    private static string? InBounds(AnsweredSurvey one)
    {
        SurveyScores scores = one.Survey.Clean(one.Responses).Scores;
        foreach (QuestionScores question in scores.AllQuestions())
        {
            Figure points = question.MeanPoints(ConfidenceLevel.Percent95);
            Figure satisfied = question.Satisfied.ToFigure();
            if (points.Value is < -1e-9 or > 100 + 1e-9 || satisfied.Value is < 0 or > 1
                || (points is { Value: { } mean, Interval: { } around } && (mean < around.Lower - 1e-9 || mean > around.Upper + 1e-9))
                || (satisfied is { Value: { } share, Interval: { } wilson } && !wilson.Contains(share)))
            {
                return $"{question}: {points}, {satisfied}";
            }
        }

        return scores.Valid + scores.LeftOut == scores.Returned ? null : $"{scores.Valid} valid and {scores.LeftOut} left out are not {scores.Returned}";
    }

    private static string Scores(AnsweredSurvey one, IEnumerable<SurveyResponse> responses) => Picture(one.Survey.Clean(responses).Scores);

    private static string Picture(SurveyScores scores) =>
        $"{scores.Returned} {scores.Valid} {scores.LeftOut} {scores.Recovered} {scores.Items} {string.Join(" ", AnswerLabel.All.Select(label => $"{label.Code} {scores.Labelled(label)} {scores.FollowUpsLabelled(label)}"))} {Questions(scores)}";

    private static string Questions(SurveyScores scores) => string.Join("; ", scores.AllQuestions().Select(question => question.ToString()));

    private static string? Different(string left, string right) => string.Equals(left, right, StringComparison.Ordinal) ? null : $"{left}\n{right}";
}

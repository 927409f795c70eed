using System.Globalization;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>A real SERVQUAL survey: hanakim120/kiosk-servqual-research, 211 respondents, 24 expectation and 24 perception items from 1 to 7.</summary>
public class KioskSurveyTests
{
    private const string File = "data/surveys/kservqual_kiosk_utf8.csv";

    private static readonly Survey Kiosk = new("kiosk", 1, Enumerable.Range(0, 48).Select(i =>
        SurveyQuestion.Rating(i % 2 == 0 ? $"expected-{(i / 2) + 1}" : $"perceived-{(i / 2) + 1}", SurveyDimension.Named("kiosk"), AnswerScale.OneToSeven)));

    [SharedFact(File)]
    public void Blank_and_duplicate_respondents_are_labelled()
    {
        CleanedAnswers cleaned = Kiosk.Clean(Responses());

        Assert.Equal(211, cleaned.Scores.Returned);

        // Rows 25 and 81 are blank, and rows 158 and 205 are copies of them.
        Assert.Equal(["row 25", "row 81", "row 158", "row 205"], cleaned.Answers.Where(answer => answer.Label != AnswerLabel.Valid).Select(answer => answer.Response.Id));
        Assert.Equal(2, cleaned.Scores.Labelled(AnswerLabel.Blank));
        Assert.Equal(2, cleaned.Scores.Labelled(AnswerLabel.Duplicate));
        Assert.Equal(207, cleaned.Scores.Valid);

        Assert.Equal(4, Kiosk.Clean(Responses(), CleaningRules.Standard.KeepingDuplicates()).Scores.Labelled(AnswerLabel.Blank));
    }

    [SharedFact(File)]
    public void Gap_and_alphas_of_the_complete_answers_are_the_known_ones()
    {
        SurveyScores scores = Kiosk.Clean(Responses()).Scores;
        Assert.Equal(207, scores.Valid);

        int[] expected = [.. Enumerable.Range(0, 24).Select(i => 2 * i)];
        int[] perceived = [.. Enumerable.Range(0, 24).Select(i => (2 * i) + 1)];
        ServiceGap gap = ServiceGap.Of(scores.Items, expected, perceived, ConfidenceLevel.Percent95);
        Assert.Equal(5.973833, gap.Expectation.Value!.Value, 1e-6);
        Assert.Equal(4.871779, gap.Perception.Value!.Value, 1e-6);
        Assert.Equal(-1.102053, gap.Gap.Value!.Value, 1e-6);
        Assert.True(gap.Gap.Interval!.Value.Upper < 0);
        Assert.Equal(0.878816, CronbachAlpha.Of(scores.Items.Of(expected), default).Figure.Value!.Value, 1e-6);
        Assert.Equal(0.906517, CronbachAlpha.Of(scores.Items.Of(perceived), default).Figure.Value!.Value, 1e-6);
    }

    // The respondents are anonymous: who answered every one of 163 questions alike is the same respondent.
    private static IEnumerable<SurveyResponse> Responses()
    {
        string[] lines = System.IO.File.ReadAllLines(Repository.SharedPath(File));
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        return lines.Skip(1).Where(line => line.Length > 0).Select((line, i) =>
        {
            string[] cells = line.Split(',');
            IEnumerable<int?> ratings = cells.Skip(3).Take(48).Select(cell => cell.Length == 0 ? (int?)null : int.Parse(cell, CultureInfo.InvariantCulture));
            if (!numbers.TryGetValue(line, out int number))
            {
                number = numbers.Count;
                numbers.Add(line, number);
            }

            return new SurveyResponse($"row {i + 2}", "kiosk", SurveyWorld.Monday, ratings).From($"respondent {number}");
        }).ToArray();
    }
}

using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Score;

/// <summary>Everything that <c>aftersales score</c> shows, computed once for text, JSON and the page.</summary>
internal sealed class ScoreReport
{
    internal static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    private const int MostMonths = 120;

    private readonly string? _overall;

    internal ScoreReport(Survey survey, string file, CleanedAnswers answers, Problems broken, string? by, long minimum, DateTimeZone zone)
    {
        Survey = survey;
        File = file;
        Answers = answers;
        Broken = broken;
        By = by;
        Minimum = minimum;
        Zone = zone;
        _overall = survey.RatedQuestions.FirstOrDefault(question => question.Kind == QuestionKind.Rating && question.Dimension == SurveyDimension.Overall)?.Name;
        Index = ServiceIndex.Of(Scores, Level);
        Questions = Scores.AllQuestions();
        Months = _overall is null ? [] : WithoutGaps(answers.By(MonthOf).ToDictionary(
            month => YearMonthPattern.Iso.Parse(month.Key).Value, month => month.Value.Question(_overall).Satisfied));
        Groups = by is null || _overall is null ? [] : GroupRanking.ByLowerBound(answers.By(by).Select(group => KeyValuePair.Create(group.Key, group.Value.Question(_overall).Satisfied)), Level, minimum);
        int[] weighing = [.. Enumerable.Range(0, survey.RatedQuestions.Count).Where(i => survey.RatedQuestions[i].Weight > 0)];
        Alpha = weighing.Length < 2 ? null : CronbachAlpha.Of(Scores.Items.Of(weighing), Level);
        Drivers = _overall is not null && survey.RatedQuestions.Count(question => question.Kind == QuestionKind.Rating) is > 1 and <= DriverAnalysis.MaximumPredictors + 1
            ? DriverAnalysis.Of(Scores, _overall)
            : null;
        Quadrants = Drivers is null ? [] : ImportancePerformance.Of(Drivers, Questions
            .Select(question => (question.Question.Name, Points: question.MeanPoints(Level).Value))
            .Where(question => question.Points is not null)
            .ToDictionary(question => question.Name, question => question.Points!.Value, StringComparer.Ordinal));
    }

    internal Survey Survey { get; }

    internal string File { get; }

    internal CleanedAnswers Answers { get; }

    internal SurveyScores Scores => Answers.Scores;

    internal Problems Broken { get; }

    /// <summary>The attribute that the groups are made by, or null.</summary>
    internal string? By { get; }

    /// <summary>From how many answers on a group is shown.</summary>
    internal long Minimum { get; }

    internal DateTimeZone Zone { get; }

    internal ServiceIndex Index { get; }

    internal IReadOnlyList<QuestionScores> Questions { get; }

    /// <summary>The questionnaire's overall rating, or null when it has none.</summary>
    internal QuestionScores? Overall => _overall is null ? null : Scores.Question(_overall);

    /// <summary>The overall rating with what cleaning left out.</summary>
    internal QuestionScores? OverallOfAll => _overall is null ? null : Scores.QuestionWithoutExclusions(_overall);

    /// <summary>Who was satisfied overall, by the month of the answer.</summary>
    internal IReadOnlyList<KeyValuePair<string, Share>> Months { get; }

    internal ShareControlChart Trend => ShareControlChart.Of(Months);

    /// <summary>The last month against the one before, or null when there are not two.</summary>
    internal ScoreComparison? LastChange => Months.Count < 2 ? null : ScoreComparison.OfShares(Months[^2].Value, Months[^1].Value, Level);

    internal IReadOnlyList<KeyValuePair<string, Figure>> Groups { get; }

    internal CronbachAlpha? Alpha { get; }

    internal DriverAnalysis? Drivers { get; }

    internal IReadOnlyList<ImportancePerformance> Quadrants { get; }

    /// <summary>What the number of one question is called, and the figure.</summary>
    internal static (string Name, Figure Figure) Headline(QuestionScores question) =>
        question.NetPromoters is { } nps ? ("NPS", nps.ToFigure(Level))
        : question.Easy is { } easy ? ("CES", easy.ToFigure(Level))
        : ("CSAT", Csat.Of(question).ToFigure(Level));

    private string MonthOf(SurveyResponse response) => YearMonthPattern.Iso.Format(response.AnsweredAt.InZone(Zone).Date.ToYearMonth());

    /// <summary>The months in order; those between in which nobody answered have 0 of 0, unless dates lie so far apart that one of them must be wrong.</summary>
    private static IReadOnlyList<KeyValuePair<string, Share>> WithoutGaps(Dictionary<YearMonth, Share> months)
    {
        if (months.Count == 0)
        {
            return [];
        }

        YearMonth[] known = [.. months.Keys.Order()];
        int span = (12 * (known[^1].Year - known[0].Year)) + known[^1].Month - known[0].Month + 1;
        IEnumerable<YearMonth> shown = span > MostMonths ? known : Enumerable.Range(0, span).Select(known[0].PlusMonths);
        return [.. shown.Select(month => KeyValuePair.Create(YearMonthPattern.Iso.Format(month), months.GetValueOrDefault(month)))];
    }
}

namespace AfterSales.Domain.Satisfaction;

/// <summary>All answers with their labels, and the scores of those that count.</summary>
/// <remarks>Nothing is deleted: <see cref="Answers"/> has every answer that came in, in its order. This type is immutable as long as its scores are only read.</remarks>
public sealed class CleanedAnswers : IFormattable
{
    private CleanedAnswers(SurveyScores scores, IReadOnlyList<LabelledAnswer> answers)
    {
        Scores = scores;
        Answers = answers;
    }

    /// <summary>Gets the scores, with and without what was left out.</summary>
    public SurveyScores Scores { get; }

    /// <summary>Gets every answer with its label, in the order given.</summary>
    public IReadOnlyList<LabelledAnswer> Answers { get; }

    /// <summary>Returns the counts, as in "412 returned, 381 valid; left out: 11 blank, 20 duplicate".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Scores.ToString(format, formatProvider);

    /// <summary>Scores the answers by an attribute, such as customer type or technician (R25, R28).</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The scores of each group, ordered by its name; answers without the attribute are in the group "".</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attribute"/> is null.</exception>
    public IReadOnlyDictionary<string, SurveyScores> By(string attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return By(response => response.Attributes.TryGetValue(attribute, out string? value) ? value : "");
    }

    /// <summary>Scores the answers by any group, such as a month.</summary>
    /// <param name="group">The name of an answer's group.</param>
    /// <returns>The scores of each group, ordered by its name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is null.</exception>
    public IReadOnlyDictionary<string, SurveyScores> By(Func<SurveyResponse, string> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        SortedDictionary<string, SurveyScores> groups = new(StringComparer.Ordinal);
        foreach (LabelledAnswer answer in Answers)
        {
            string name = group(answer.Response);
            if (!groups.TryGetValue(name, out SurveyScores? scores))
            {
                scores = new SurveyScores(Scores.Survey);
                groups.Add(name, scores);
            }

            scores.Add(answer.Response, answer.Label);
        }

        return groups;
    }

    internal static CleanedAnswers Of(Survey survey, IEnumerable<SurveyResponse> responses, CleaningRules rules)
    {
        ArgumentNullException.ThrowIfNull(responses);
        CleaningThresholds thresholds = new(survey, rules);
        List<SurveyResponse> all = [.. responses];
        foreach (SurveyResponse response in all)
        {
            thresholds.Learn(response);
        }

        AnswerCleaner cleaner = thresholds.ToCleaner();
        SurveyScores scores = new(survey);
        List<LabelledAnswer> labelled = new(all.Count);
        foreach (SurveyResponse response in all)
        {
            AnswerLabel label = cleaner.Label(response);
            scores.Add(response, label);
            labelled.Add(new LabelledAnswer(response, label));
        }

        return new CleanedAnswers(scores, labelled);
    }
}

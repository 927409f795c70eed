using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>
/// Scores of a survey, gathered answer by answer in constant memory: for each question the distribution of the valid answers and, beside it, that of all answers,
/// so that every score can be shown with and without what was left out.
/// </summary>
/// <remarks>
/// First answers feed the scores; answers after a follow-up feed only <see cref="Recovered"/>. Whole-number counts: parts of any split merge to the whole exactly, and
/// the order does not matter. Adding an answer that is left out changes no score (laws). This type is mutable and not thread-safe; use one per thread and merge.
/// </remarks>
public sealed class SurveyScores : IFormattable
{
    private readonly QuestionTally[] _valid;
    private readonly QuestionTally[] _leftOut;
    private readonly long[] _labels = new long[AnswerLabel.All.Count];
    private readonly long[] _followUpLabels = new long[AnswerLabel.All.Count];
    private readonly int[] _row;
    private readonly int _overall;

    /// <summary>Makes scores of no answers.</summary>
    /// <param name="survey">The survey that is answered.</param>
    /// <exception cref="ArgumentNullException"><paramref name="survey"/> is null.</exception>
    public SurveyScores(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        Survey = survey;
        _valid = [.. survey.RatedQuestions.Select(question => new QuestionTally(question))];
        _leftOut = [.. survey.RatedQuestions.Select(question => new QuestionTally(question))];
        _row = new int[_valid.Length];
        Items = new ItemMoments(_valid.Length);
        _overall = Enumerable.Range(0, _valid.Length)
            .Where(i => survey.RatedQuestions[i] is { Kind: QuestionKind.Rating } question && question.Dimension == SurveyDimension.Overall)
            .Append(-1)
            .First();
    }

    /// <summary>Gets the survey that is answered.</summary>
    public Survey Survey { get; }

    /// <summary>Gets how many first answers came back.</summary>
    public long Returned => _labels.Sum();

    /// <summary>Gets how many first answers count.</summary>
    public long Valid => _labels[0];

    /// <summary>Gets how many first answers were left out.</summary>
    public long LeftOut => Returned - Valid;

    /// <summary>Gets the sums over those valid answers in which every rated question has a number of its scale (turned upright), in the order of the questions.</summary>
    public ItemMoments Items { get; private set; }

    /// <summary>
    /// Gets how many tickets whose customer answered again after a follow-up ended satisfied with the service as a whole, out of all of these; 0 of 0 when the survey
    /// has no overall rating.
    /// </summary>
    public Share Recovered { get; private set; }

    /// <summary>Makes scores that go on where a snapshot was taken.</summary>
    /// <param name="survey">The survey whose scores were stored, in the same version.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>Scores with the same figures.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The snapshot has other questions or other scales than the survey.</exception>
    public static SurveyScores From(Survey survey, SurveyScoresSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        SurveyScores scores = new(survey);
        bool fits = snapshot.Valid.Count == scores._valid.Length;
        for (int i = 0; fits && i < scores._valid.Length; i++)
        {
            fits = scores._valid[i].TryAdd(snapshot.Valid[i]) && scores._leftOut[i].TryAdd(snapshot.LeftOut[i]);
        }

        if (!fits)
        {
            throw new ArgumentException($"The snapshot is not of {survey}: it has other questions or scales.", nameof(snapshot));
        }

        foreach (AnswerLabel label in AnswerLabel.All)
        {
            scores._labels[label.Index] = snapshot.Labels.TryGetValue(label.Code, out long count) ? count : 0;
            scores._followUpLabels[label.Index] = snapshot.FollowUpLabels.TryGetValue(label.Code, out long later) ? later : 0;
        }

        scores.Items = ItemMoments.From(snapshot.Items);
        scores.Recovered = snapshot.Recovered;
        return scores;
    }

    /// <summary>Returns all that is needed to go on later.</summary>
    /// <returns>The snapshot.</returns>
    public SurveyScoresSnapshot ToSnapshot() => new(
        AnswerLabel.All.Select(label => new KeyValuePair<string, long>(label.Code, _labels[label.Index])),
        AnswerLabel.All.Select(label => new KeyValuePair<string, long>(label.Code, _followUpLabels[label.Index])),
        _valid.Select(tally => tally.ToCounts()),
        _leftOut.Select(tally => tally.ToCounts()),
        Items.ToSnapshot(),
        Recovered);

    /// <summary>Gets how many first answers have a label.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The count.</returns>
    public long Labelled(AnswerLabel label) => _labels[label.Index];

    /// <summary>Gets how many answers after a follow-up have a label.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The count.</returns>
    public long FollowUpsLabelled(AnswerLabel label) => _followUpLabels[label.Index];

    /// <summary>Adds an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="label">What cleaning says about it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    /// <exception cref="ArgumentException">A valid answer has another number of ratings than the survey.</exception>
    public void Add(SurveyResponse response, AnswerLabel label)
    {
        ArgumentNullException.ThrowIfNull(response);
        ReadOnlySpan<int> ratings = response.RawRatings;
        bool fits = ratings.Length == _valid.Length;
        if (label == AnswerLabel.Valid && !fits)
        {
            throw new ArgumentException(FormattableString.Invariant($"A valid answer has {_valid.Length} ratings, this one has {ratings.Length}."), nameof(response));
        }

        if (response.FollowUpRound > 0)
        {
            _followUpLabels[label.Index]++;
            if (label == AnswerLabel.Valid && _overall >= 0)
            {
                AddRecovery(ratings[_overall]);
            }

            return;
        }

        _labels[label.Index]++;
        if (fits && label != AnswerLabel.WrongSurvey)
        {
            AddRatings(ratings, label == AnswerLabel.Valid);
        }
    }

    /// <summary>Adds all answers of other scores; the other ones stay as they are.</summary>
    /// <param name="other">Scores of the same survey.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The survey differs, or <paramref name="other"/> is this object.</exception>
    public void Merge(SurveyScores other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(other, this) || !Survey.Equals(other.Survey))
        {
            throw new ArgumentException("Allowed are other scores of the same survey.", nameof(other));
        }

        for (int i = 0; i < _valid.Length; i++)
        {
            _valid[i].Merge(other._valid[i]);
            _leftOut[i].Merge(other._leftOut[i]);
        }

        for (int i = 0; i < _labels.Length; i++)
        {
            _labels[i] += other._labels[i];
            _followUpLabels[i] += other._followUpLabels[i];
        }

        Items.Merge(other.Items);
        Recovered += other.Recovered;
    }

    /// <summary>Returns how a rated question was answered, in valid answers only.</summary>
    /// <param name="question">The question's name.</param>
    /// <returns>The distribution and its figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    /// <exception cref="ArgumentException">The survey has no rated question of this name.</exception>
    public QuestionScores Question(string question)
    {
        int index = Survey.IndexOf(question);
        return new QuestionScores(Survey.RatedQuestions[index], _valid[index], Returned);
    }

    /// <summary>Returns how a rated question was answered, in all answers, also those that were left out.</summary>
    /// <param name="question">The question's name.</param>
    /// <returns>The distribution and its figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    /// <exception cref="ArgumentException">The survey has no rated question of this name.</exception>
    public QuestionScores QuestionWithoutExclusions(string question)
    {
        int index = Survey.IndexOf(question);
        QuestionTally all = new(Survey.RatedQuestions[index]);
        all.Merge(_valid[index]);
        all.Merge(_leftOut[index]);
        return new QuestionScores(Survey.RatedQuestions[index], all, Returned);
    }

    /// <summary>Returns how each rated question was answered, in the order of the questionnaire.</summary>
    /// <returns>One for each of <see cref="Survey.RatedQuestions"/>.</returns>
    public IReadOnlyList<QuestionScores> AllQuestions() => [.. Survey.RatedQuestions.Select(question => Question(question.Name))];

    /// <summary>Returns the counts, as in "412 returned, 381 valid; left out: 11 blank, 20 duplicate".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        AnswerLabel[] leftOut = [.. AnswerLabel.All.Skip(1).Where(label => Labelled(label) > 0)];
        return chinese
            ? FormattableString.Invariant($"回收 {Returned}，有效 {Valid}") + (leftOut.Length == 0 ? "" : "；排除：" + string.Join("，", leftOut.Select(label => FormattableString.Invariant($"{label.ToString(format, null)} {Labelled(label)}"))))
            : FormattableString.Invariant($"{Returned} returned, {Valid} valid") + (leftOut.Length == 0 ? "" : "; left out: " + string.Join(", ", leftOut.Select(label => FormattableString.Invariant($"{Labelled(label)} {label.Code}"))));
    }

    private void AddRatings(ReadOnlySpan<int> ratings, bool isValid)
    {
        QuestionTally[] tallies = isValid ? _valid : _leftOut;
        bool isComplete = isValid;
        for (int i = 0; i < ratings.Length; i++)
        {
            int upright = tallies[i].Add(ratings[i]);
            isComplete &= upright != QuestionTally.None;
            _row[i] = upright;
        }

        if (isComplete)
        {
            Items.Add(_row);
        }
    }

    private void AddRecovery(int rating)
    {
        AnswerScale scale = Survey.RatedQuestions[_overall].Scale!;
        if (scale.Contains(rating))
        {
            Recovered = Recovered.Including(scale.Upright(rating) > scale.Maximum - (scale.Points >= 4 ? 2 : 1));
        }
    }
}

using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Customer satisfaction as a share: who chose one of the best two numbers, out of all valid answers (R26). Never a mean.</summary>
/// <remarks>
/// On a scale of 1 to 5: 100·(4s and 5s)/valid. First answers only; answers after a follow-up feed the recovery rate. Disjoint groups merge by adding.
/// Equality is of all parts. The default value has no answers. This type is immutable.
/// </remarks>
public readonly record struct Csat : IFormattable
{
    /// <summary>Makes a score from counts.</summary>
    /// <param name="satisfied">Satisfied customers out of those who answered.</param>
    /// <param name="leftOut">How many returned answers do not count; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leftOut"/> is negative.</exception>
    public Csat(Share satisfied, long leftOut)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leftOut);
        Satisfied = satisfied;
        LeftOut = leftOut;
    }

    /// <summary>Gets the satisfied customers out of those who answered.</summary>
    public Share Satisfied { get; }

    /// <summary>Gets how many returned answers do not count.</summary>
    public long LeftOut { get; }

    /// <summary>Scores the question about a dimension.</summary>
    /// <param name="answers">Cleaned answers.</param>
    /// <param name="dimension">What the question asks about.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is null.</exception>
    /// <exception cref="ArgumentException">The survey has no rating, or several, of this dimension.</exception>
    public static Csat Of(CleanedAnswers answers, SurveyDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Of(answers.Scores, dimension);
    }

    /// <summary>Scores the question about a dimension.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="dimension">What the question asks about.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scores"/> is null.</exception>
    /// <exception cref="ArgumentException">The survey has no rating, or several, of this dimension.</exception>
    public static Csat Of(SurveyScores scores, SurveyDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(scores);
        SurveyQuestion[] questions = [.. scores.Survey.RatedQuestions.Where(question => question.Kind == QuestionKind.Rating && question.Dimension == dimension)];
        return questions.Length == 1
            ? Of(scores.Question(questions[0].Name))
            : throw new ArgumentException(
                questions.Length == 0
                    ? $"Survey {scores.Survey.Name} has no rating of {dimension}."
                    : $"Survey {scores.Survey.Name} has several ratings of {dimension}: {string.Join(", ", questions.Select(question => question.Name))}; score one of them by name.",
                nameof(dimension));
    }

    /// <summary>Scores one question.</summary>
    /// <param name="question">How the question was answered.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    public static Csat Of(QuestionScores question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new Csat(question.Satisfied, question.LeftOut);
    }

    /// <summary>Compares two independent groups or periods at 95 % (R28).</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <returns>The difference with its interval, and whether it is significant.</returns>
    public static ScoreComparison Compare(Csat before, Csat after) => Compare(before, after, ConfidenceLevel.Percent95);

    /// <summary>Compares two independent groups or periods (R28).</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The difference with its interval, and whether it is significant.</returns>
    public static ScoreComparison Compare(Csat before, Csat after, ConfidenceLevel level) => ScoreComparison.OfShares(before.Satisfied, after.Satisfied, level);

    /// <summary>Adds the counts of a disjoint group.</summary>
    /// <param name="other">The other group.</param>
    /// <returns>Both together.</returns>
    /// <exception cref="OverflowException">The counts add up to more than 2⁶³ − 1.</exception>
    public Csat Add(Csat other) => new(Satisfied + other.Satisfied, LeftOut + other.LeftOut);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static Csat operator +(Csat left, Csat right) => left.Add(right);

    /// <summary>Returns the share with its Wilson interval.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure, or why there is none.</returns>
    public Figure ToFigure(ConfidenceLevel level) => Satisfied.Count == 0 && LeftOut > 0
        ? Figure.None(NoFigure.AllLeftOut(LeftOut), FigureUnit.Share, 0)
        : Satisfied.ToFigure(level);

    /// <summary>Returns the share in English, as in "87.4 % (95 % Wilson 83.8–90.2, n = 412), 31 left out".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the share with its 95 % Wilson interval and what was left out.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        string figure = ToFigure(ConfidenceLevel.Percent95).ToString(format, formatProvider);
        return LeftOut == 0 ? figure
            : TextLanguage.IsChinese(format) ? FormattableString.Invariant($"{figure}，另有 {LeftOut} 份未计入")
            : FormattableString.Invariant($"{figure}, {LeftOut} left out");
    }
}

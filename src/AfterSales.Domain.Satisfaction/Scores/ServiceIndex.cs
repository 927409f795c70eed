using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>
/// The weighted service index from 0 to 100: I = 100·Σ w·(x̄ − min)/(max − min) over the questions that weigh, Σw = 1. Product quality has no place in it.
/// </summary>
/// <remarks>
/// A question without answers drops out, the other weights are scaled up to 1 again, and <see cref="DroppedQuestions"/> names it: such an index is not the same
/// measure as a full one. Equality is by reference. This type is immutable.
/// </remarks>
public sealed class ServiceIndex : IFormattable
{
    private ServiceIndex(Figure figure, IReadOnlyList<ServiceIndexPart> parts, IReadOnlyList<string> dropped)
    {
        Figure = figure;
        Parts = parts;
        DroppedQuestions = dropped;
    }

    /// <summary>Gets the index with its interval. The interval rests on the answers that rated every question.</summary>
    public Figure Figure { get; }

    /// <summary>Gets the questions that make up the index, with the weight that each had in it.</summary>
    public IReadOnlyList<ServiceIndexPart> Parts { get; }

    /// <summary>Gets the questions that weigh and had no answers.</summary>
    public IReadOnlyList<string> DroppedQuestions { get; }

    /// <summary>Gets the grade by GB/T 27922, or null without an index.</summary>
    public ServiceGrade? Grade => Figure.Value is { } value ? ServiceGrades.Of(Math.Max(0, Math.Min(100, value))) : null;

    /// <summary>Computes the index.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The index, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scores"/> is null.</exception>
    public static ServiceIndex Of(SurveyScores scores, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(scores);
        QuestionScores[] weighing = [.. scores.AllQuestions().Where(question => question.Question.Weight > 0)];
        QuestionScores[] answered = [.. weighing.Where(question => question.Count > 0)];
        string[] dropped = [.. weighing.Where(question => question.Count == 0).Select(question => question.Question.Name)];
        if (answered.Length == 0)
        {
            NoFigure reason = weighing.Length == 0 ? NoFigure.NoWeight : weighing[0].Absent!;
            return new ServiceIndex(Figure.None(reason, FigureUnit.Points, 0), [], dropped);
        }

        double total = answered.Sum(question => question.Question.Weight);
        ServiceIndexPart[] parts = [.. answered.Select(question => new ServiceIndexPart(question.Question, question.Question.Weight / total, question.MeanPoints(level)))];

        // A weighted mean lies between its parts; without this all best answers would give 99.99999999999997.
        double index = Math.Max(parts.Min(part => part.Points.Value!.Value), Math.Min(parts.Max(part => part.Points.Value!.Value), parts.Sum(part => part.Weight * part.Points.Value!.Value)));
        return new ServiceIndex(Figure.Of(index, FigureUnit.Points, answered.Max(question => question.Count), Interval(scores, parts, index, level)), parts, dropped);
    }

    /// <summary>Returns the index, as in "82.4 (95 % Student's t 80.1–84.7, n = 412)".</summary>
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
        string figure = Figure.ToString(format, formatProvider);
        return DroppedQuestions.Count == 0 || Figure.Value is null ? figure
            : chinese ? $"{figure}；未含无人作答的题目：{string.Join("、", DroppedQuestions)}"
            : $"{figure}; without {string.Join(", ", DroppedQuestions)}, which nobody answered";
    }

    private static ConfidenceInterval? Interval(SurveyScores scores, ServiceIndexPart[] parts, double index, ConfidenceLevel level)
    {
        ItemMoments items = scores.Items;
        if (items.Count < 2)
        {
            return null;
        }

        double variance = 0;
        foreach (ServiceIndexPart first in parts)
        {
            foreach (ServiceIndexPart second in parts)
            {
                variance += first.Factor * second.Factor * items.Covariance(scores.Survey.IndexOf(first.Question.Name), scores.Survey.IndexOf(second.Question.Name))!.Value;
            }
        }

        double half = StudentT.Quantile(level, items.Count - 1) * Math.Sqrt(Math.Max(0, variance) / items.Count);
        return new ConfidenceInterval(Math.Max(0, index - half), Math.Min(100, index + half), level, IntervalMethod.StudentT);
    }
}

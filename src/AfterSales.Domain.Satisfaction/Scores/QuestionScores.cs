using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>How one question was answered: the distribution, and every figure that can be made of it.</summary>
/// <remarks>A picture at one moment. Numbers are turned so that the highest is the good end, also on reversed scales. Equality is by reference. This type is immutable.</remarks>
public sealed class QuestionScores
{
    internal QuestionScores(SurveyQuestion question, QuestionTally tally, long returned)
    {
        Question = question;
        Counts = tally.Counts;
        NotApplicable = tally.NotApplicable;
        Missing = tally.Missing;
        Count = Counts.Sum();
        LeftOut = returned - Count;
    }

    /// <summary>Gets the question.</summary>
    public SurveyQuestion Question { get; }

    /// <summary>Gets how often each number of the scale was chosen, from the worst to the best.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Gets how many answered with a number of the scale.</summary>
    public long Count { get; }

    /// <summary>Gets how many said that the question does not apply.</summary>
    public long NotApplicable { get; }

    /// <summary>Gets how many of the counted answers had no usable number here.</summary>
    public long Missing { get; }

    /// <summary>Gets how many returned questionnaires do not count here: left out by cleaning, not applicable, or without a number.</summary>
    public long LeftOut { get; }

    /// <summary>Gets how many chose one of the best two numbers (the best one on scales of two or three), out of all who chose a number.</summary>
    public Share Satisfied => Best(Question.Scale!.Points >= 4 ? 2 : 1);

    /// <summary>Gets the net promoter score, or null when the question is not whether the customer would recommend.</summary>
    public NetPromoterScore? NetPromoters => Question.Kind == QuestionKind.Recommendation
        ? new NetPromoterScore(Between(9, 10), Between(7, 8), Between(0, 6))
        : null;

    /// <summary>Gets who agreed (5 to 7) that it was easy, out of all who chose a number, or null when the question is not about effort.</summary>
    public Share? Easy => Question.Kind == QuestionKind.Effort ? new Share(Between(5, 7), Count) : null;

    /// <summary>Gets why there is no figure, or null when there is one.</summary>
    internal NoFigure? Absent => Count > 0 ? null : LeftOut > 0 ? NoFigure.AllLeftOut(LeftOut) : NoFigure.NothingCounted;

    /// <summary>Returns the mean on the question's own scale, turned upright, with Student's t interval.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure, or why there is none.</returns>
    public Figure Mean(ConfidenceLevel level) => MeanOf(level, FigureUnit.Number, value => value);

    /// <summary>Returns the mean moved to 0 (worst) to 100 (best). It is a mean of points, never to be called a CSAT percentage.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure, or why there is none.</returns>
    public Figure MeanPoints(ConfidenceLevel level)
    {
        AnswerScale scale = Question.Scale!;
        return MeanOf(level, FigureUnit.Points, value => 100 * (value - scale.Minimum) / (scale.Maximum - scale.Minimum));
    }

    /// <summary>Returns question and distribution, as in "politeness: 1×2, 2×0, 3×5, 4×20, 5×31".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() =>
        $"{Question.Name}: {string.Join(", ", Counts.Select((count, i) => FormattableString.Invariant($"{Question.Scale!.Minimum + i}×{count}")))}";

    private Share Best(int points) => new(Counts.Skip(Counts.Count - points).Sum(), Count);

    private long Between(int from, int through) => Counts.Skip(from - Question.Scale!.Minimum).Take(through - from + 1).Sum();

    private Figure MeanOf(ConfidenceLevel level, FigureUnit unit, Func<double, double> move)
    {
        if (Absent is { } reason)
        {
            return Figure.None(reason, unit, 0);
        }

        // Counted from the lower end of the scale: the spread is the same, and its squares stay small.
        decimal sum = 0;
        decimal squares = 0;
        for (int i = 0; i < Counts.Count; i++)
        {
            sum += (decimal)i * Counts[i];
            squares += (decimal)i * i * Counts[i];
        }

        double mean = (double)((sum + ((decimal)Question.Scale!.Minimum * Count)) / Count);
        if (Count < 2)
        {
            return Figure.Of(move(mean), unit, Count);
        }

        double error = Math.Sqrt((double)((Count * squares) - (sum * sum)) / Count / (Count - 1) / Count);
        double half = StudentT.Quantile(level, Count - 1) * error;
        return Figure.Of(move(mean), unit, Count, new ConfidenceInterval(move(mean - half), move(mean + half), level, IntervalMethod.StudentT));
    }
}

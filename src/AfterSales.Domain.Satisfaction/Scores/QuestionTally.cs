namespace AfterSales.Domain.Satisfaction;

/// <summary>How often each number of a question's scale was chosen, turned so that the highest is the good end.</summary>
internal sealed class QuestionTally
{
    internal const int None = int.MinValue;

    private readonly RatedQuestion _question;
    private readonly long[] _counts;

    internal QuestionTally(SurveyQuestion question)
    {
        _question = new RatedQuestion(question);
        _counts = new long[question.Scale!.Points];
    }

    internal long NotApplicable { get; private set; }

    internal long Missing { get; private set; }

    internal IReadOnlyList<long> Counts => [.. _counts];

    /// <summary>Counts a rating and returns it turned upright, or <see cref="None"/> when it is none.</summary>
    internal int Add(int rating)
    {
        if (_question.Contains(rating))
        {
            int upright = _question.IsReversed ? _question.Minimum + _question.Maximum - rating : rating;
            _counts[upright - _question.Minimum]++;
            return upright;
        }

        if (_question.IsNotApplicable(rating))
        {
            NotApplicable++;
        }
        else
        {
            Missing++;
        }

        return None;
    }

    internal QuestionCounts ToCounts() => new(_counts, NotApplicable, Missing);

    /// <summary>Adds stored counts.</summary>
    /// <returns>False, and nothing added, when they are of another scale.</returns>
    internal bool TryAdd(QuestionCounts counts)
    {
        if (counts.Counts.Count != _counts.Length)
        {
            return false;
        }

        NotApplicable += counts.NotApplicable;
        Missing += counts.Missing;
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += counts.Counts[i];
        }

        return true;
    }

    internal void Merge(QuestionTally other)
    {
        NotApplicable += other.NotApplicable;
        Missing += other.Missing;
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }
}

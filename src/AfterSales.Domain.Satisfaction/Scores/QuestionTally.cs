namespace AfterSales.Domain.Satisfaction;

/// <summary>How often each number of a question's scale was chosen, turned so that the highest is the good end.</summary>
internal sealed class QuestionTally
{
    private readonly AnswerScale _scale;
    private readonly long[] _counts;

    internal QuestionTally(SurveyQuestion question)
    {
        _scale = question.Scale!;
        _counts = new long[_scale.Points];
    }

    internal long NotApplicable { get; private set; }

    internal long Missing { get; private set; }

    internal IReadOnlyList<long> Counts => [.. _counts];

    /// <summary>Counts a rating and returns it turned upright, or null when it is none.</summary>
    internal int? Add(int rating)
    {
        if (_scale.Contains(rating))
        {
            int upright = _scale.IsReversed ? _scale.Minimum + _scale.Maximum - rating : rating;
            _counts[upright - _scale.Minimum]++;
            return upright;
        }

        if (rating == _scale.NotApplicable)
        {
            NotApplicable++;
        }
        else
        {
            Missing++;
        }

        return null;
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

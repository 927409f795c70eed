namespace AfterSales.Domain.Satisfaction;

/// <summary>What the walk over a million answers needs of a rated question, without a step through lists and properties.</summary>
internal readonly struct RatedQuestion
{
    internal readonly int Minimum;
    internal readonly int Maximum;
    internal readonly bool IsReversed;
    internal readonly bool IsMandatory;
    private readonly bool _hasNotApplicable;
    private readonly int _notApplicable;

    internal RatedQuestion(SurveyQuestion question)
    {
        AnswerScale scale = question.Scale!;
        Minimum = scale.Minimum;
        Maximum = scale.Maximum;
        IsReversed = scale.IsReversed;
        IsMandatory = question.IsMandatory;
        _hasNotApplicable = scale.NotApplicable is not null;
        _notApplicable = scale.NotApplicable ?? 0;
    }

    internal bool Contains(int rating) => rating >= Minimum && rating <= Maximum;

    internal bool IsNotApplicable(int rating) => _hasNotApplicable && rating == _notApplicable;
}

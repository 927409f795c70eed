namespace AfterSales.Domain.Satisfaction;

/// <summary>An answer with what cleaning says about it.</summary>
/// <remarks>Equality is of both parts. This type is immutable.</remarks>
public readonly record struct LabelledAnswer
{
    /// <summary>Makes a labelled answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public LabelledAnswer(SurveyResponse response, AnswerLabel label)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        Label = label;
    }

    /// <summary>Gets the answer.</summary>
    public SurveyResponse Response { get; }

    /// <summary>Gets the label.</summary>
    public AnswerLabel Label { get; }

    /// <summary>Returns answer and label, as in "response A-17 to ticket T-4711: valid".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Response}: {Label}";
}

namespace AfterSales.Domain.Satisfaction;

/// <summary>An answer with what cleaning says about it.</summary>
/// <remarks>Equality is of both parts. The default value has no answer; reading its <see cref="Response"/> throws. This type is immutable.</remarks>
public readonly record struct LabelledAnswer : IFormattable
{
    private readonly SurveyResponse? _response;

    /// <summary>Makes a labelled answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public LabelledAnswer(SurveyResponse response, AnswerLabel label)
    {
        ArgumentNullException.ThrowIfNull(response);
        _response = response;
        Label = label;
    }

    /// <summary>Gets the answer.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public SurveyResponse Response => _response ?? throw new InvalidOperationException("This is the default value of LabelledAnswer, which has no answer.");

    /// <summary>Gets the label.</summary>
    public AnswerLabel Label { get; }

    /// <summary>Returns answer and label, as in "response A-17 to ticket T-4711: valid".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        TextLanguage.IsChinese(format)
            ? _response is null ? "（无答卷）" : $"工单 {_response.Ticket} 的答卷 {_response.Id}：{Label.ToString(format, null)}"
            : _response is null ? "(no answer)" : $"{_response}: {Label}";
}

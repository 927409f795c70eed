namespace AfterSales.Domain.Satisfaction;

/// <summary>The action was not possible; nothing changed.</summary>
/// <remarks>Prints in English and, with the format "zh", in Simplified Chinese. Equality is by reference. This type is immutable.</remarks>
public sealed class RefusedFollowUp : FollowUpResult, IFormattable
{
    private readonly FollowUp _current;
    private readonly FollowUpAction _action;

    internal RefusedFollowUp(FollowUp current, FollowUpAction action)
    {
        _current = current;
        _action = action;
    }

    /// <summary>Gets the reason for programs: not-possible-now. Codes are API.</summary>
    public string Code { get; } = "not-possible-now";

    /// <summary>Gets what is possible now.</summary>
    public IReadOnlyList<FollowUpAction> Permitted => _current.Permitted;

    /// <summary>Returns what was asked and what is possible, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns what was asked and what is possible.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string possible = Permitted.Count == 0 ? chinese ? "无" : "nothing" : chinese ? string.Join("、", Permitted.Select(FollowUpWords.Chinese)) : string.Join(", ", Permitted);
        return chinese
            ? $"工单 {_current.Ticket} 的回访处于“{FollowUpWords.Chinese(_current.State)}”状态，不能执行“{FollowUpWords.Chinese(_action)}”；当前可执行：{possible}"
            : $"the follow-up of ticket {_current.Ticket} is {_current.State}, so {_action} is not possible; possible now: {possible}";
    }
}

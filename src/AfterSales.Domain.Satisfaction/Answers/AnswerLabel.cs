namespace AfterSales.Domain.Satisfaction;

/// <summary>What cleaning says about an answered questionnaire: valid, or why it is left out of the scores (R25).</summary>
/// <remarks>
/// A closed set; the first rule that fits gives the label, see <see cref="AnswerCleaner"/>. The default value is <see cref="Valid"/>. Prints in English
/// and, with the format "zh", in Simplified Chinese. This type is immutable.
/// </remarks>
public readonly record struct AnswerLabel : IFormattable
{
    private static readonly string[] Codes =
    [
        "valid", "wrong-survey", "test", "before-sent", "after-close", "out-of-range", "blank", "incomplete", "partial", "straight-liner", "duplicate", "speeder",
    ];

    private static readonly string[] English =
    [
        "valid", "answers another version of the survey", "staff or test", "answered before it was sent", "answered after the survey was closed",
        "a number outside its scale", "nothing answered", "mandatory answers missing", "mandatory answers missing, but most given",
        "the same number throughout, also where the scale is reversed", "another answer of the same customer to the same ticket counts",
        "answered in less than a third of the median time",
    ];

    private static readonly string[] Chinese =
    [
        "有效", "对应其他版本的问卷", "内部人员或测试", "早于问卷发送时间作答", "问卷关闭后作答", "取值超出量表范围", "空白答卷", "缺少必答题", "缺少必答题但已答大部分",
        "所有题目（含反向题）取值相同", "同一客户对同一工单的另一份答卷已计入", "作答时间不足中位数的三分之一",
    ];

    private readonly byte _index;

    private AnswerLabel(byte index) => _index = index;

    /// <summary>Gets the label of answers that count.</summary>
    public static AnswerLabel Valid => default;

    /// <summary>Gets the label of answers to another version, or with another number of ratings than the survey has.</summary>
    public static AnswerLabel WrongSurvey => new(1);

    /// <summary>Gets the label of answers by staff or made as a test.</summary>
    public static AnswerLabel Test => new(2);

    /// <summary>Gets the label of answers given before the survey was sent.</summary>
    public static AnswerLabel BeforeSent => new(3);

    /// <summary>Gets the label of answers given after <see cref="Survey.OpenFor"/> had passed.</summary>
    public static AnswerLabel AfterClose => new(4);

    /// <summary>Gets the label of answers with a number that is neither on its scale nor means "does not apply".</summary>
    public static AnswerLabel OutOfRange => new(5);

    /// <summary>Gets the label of answers without any rating.</summary>
    public static AnswerLabel Blank => new(6);

    /// <summary>Gets the label of answers with a mandatory one missing and too few given to be partial.</summary>
    public static AnswerLabel Incomplete => new(7);

    /// <summary>Gets the label of answers with a mandatory one missing, and at least the stated share given.</summary>
    public static AnswerLabel Partial => new(8);

    /// <summary>Gets the label of answers with the same number throughout, in a form of at least six ratings of which one is reversed.</summary>
    public static AnswerLabel StraightLiner => new(9);

    /// <summary>Gets the label of answers that another one of the same customer to the same ticket stands for: the last complete one counts.</summary>
    public static AnswerLabel Duplicate => new(10);

    /// <summary>Gets the label of answers given in less than a third of the median time of their channel and length.</summary>
    public static AnswerLabel Speeder => new(11);

    /// <summary>Gets all labels, <see cref="Valid"/> first.</summary>
    public static IReadOnlyList<AnswerLabel> All { get; } = [.. Enumerable.Range(0, Codes.Length).Select(index => new AnswerLabel((byte)index))];

    /// <summary>Gets the name for programs: valid, wrong-survey, test, before-sent, after-close, out-of-range, blank, incomplete, partial, straight-liner, duplicate or speeder. Codes are API.</summary>
    public string Code => Codes[_index];

    internal int Index => _index;

    /// <summary>Returns the English words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => English[_index];

    /// <summary>Returns the words.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => (TextLanguage.IsChinese(format) ? Chinese : English)[_index];
}

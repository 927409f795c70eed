namespace AfterSales.Domain.Requests;

/// <summary>The class and priority of a problem, with the rule that decided.</summary>
/// <remarks>Two decisions are equal when all parts are. This type is immutable and safe for use by several threads.</remarks>
public sealed record TriageDecision : IFormattable
{
    internal TriageDecision(TriageRule rule, Priority priority, ProblemAssessment assessment)
    {
        Rule = rule;
        Priority = priority;
        Assessment = assessment;
    }

    /// <summary>Gets the first rule that held (R02).</summary>
    public TriageRule Rule { get; }

    /// <summary>Gets the class, which is the rule's.</summary>
    public Severity Severity => Rule.Severity;

    /// <summary>Gets the priority, which the matrix gives (R03).</summary>
    public Priority Priority { get; }

    /// <summary>Gets what was decided on.</summary>
    public ProblemAssessment Assessment { get; }

    /// <summary>Puts class and priority into a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public ServiceRequest ApplyTo(ServiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.WithSeverity(Severity).WithPriority(Priority);
    }

    /// <summary>Returns the decision in English: "urgent by rule safety-hazard; priority 1 by impact high and urgency high".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the decision with its reason.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string severity = FiniteValues.Severity.Word((int)Severity, chinese);
        string priority = FiniteValues.Priority.Word((int)Priority, chinese);
        return chinese
            ? $"依规则{Rule.Name}为{severity}；影响{Word((int)Assessment.Impact, chinese)}、紧迫{Word((int)Assessment.Urgency, chinese)}，优先级{priority}"
            : $"{severity} by rule {Rule.Name}; priority {priority} by impact {Word((int)Assessment.Impact, chinese)} and urgency {Word((int)Assessment.Urgency, chinese)}";
    }

    private static string Word(int level, bool chinese) => (level, chinese) switch
    {
        (0, false) => "low",
        (0, true) => "低",
        (1, false) => "medium",
        (1, true) => "中",
        (_, false) => "high",
        _ => "高",
    };
}

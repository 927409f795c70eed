namespace AfterSales.Domain.Routing;

/// <summary>What routing decided about one item, and why, for every technician who was there.</summary>
/// <remarks>
/// A closed set: <see cref="AssignedDecision"/>, <see cref="TeamDecision"/>, and of <see cref="UnassignedDecision"/> <see cref="WaitDecision"/>,
/// <see cref="EscalatedDecision"/> and <see cref="NobodyDecision"/>. A decision keeps the pool that it was made over, and works out its reasons only when asked.
/// <c>$"{decision}"</c> is English, <c>$"{decision:zh}"</c> Simplified Chinese. Immutable and safe for use by several threads.
/// </remarks>
public abstract class RoutingDecision : IFormattable
{
    private protected RoutingDecision(CandidateTable table, WorkItem item, StepRules rules)
    {
        Table = table;
        Item = item;
        Rules = rules;
    }

    /// <summary>Gets the item.</summary>
    public WorkItem Item { get; }

    /// <summary>Gets the instant for which it was decided.</summary>
    public Instant At => Table.At;

    /// <summary>Gets the relaxation step in use.</summary>
    public RelaxationStep Step => Rules.Step;

    /// <summary>Gets whom the severity takes.</summary>
    public StaffingPattern Staffing => Table.Policy.StaffingOf(Item.Request.Severity);

    /// <summary>Gets the verdicts on all technicians, ordered by identifier; worked out at each call.</summary>
    public IReadOnlyList<CandidateVerdict> Verdicts =>
        Array.AsReadOnly(Table.Technicians.OrderBy(technician => technician.Id).Select(VerdictOn).ToArray());

    private protected CandidateTable Table { get; }

    private protected StepRules Rules { get; }

    /// <summary>Says why a technician got the item or did not; worked out at each call.</summary>
    /// <param name="technician">Who.</param>
    /// <returns>The first hard rule that refused him, or his score by part and what decided.</returns>
    /// <exception cref="ArgumentException">He was not among the technicians.</exception>
    public CandidateVerdict Why(PersonId technician) => Table.RowOf(technician) is var row and >= 0
        ? VerdictOn(Table.Technicians[row])
        : throw new ArgumentException($"{technician} was not among the technicians of this decision.", nameof(technician));

    /// <summary>Returns the decision in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the decision in a language.</summary>
    /// <param name="format">Null, empty, "G" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and instants are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        return $"{Item.Id}{(chinese ? "：" : ": ")}{Text(chinese)}";
    }

    private protected abstract string Text(bool chinese);

    private protected abstract CandidateVerdict VerdictOn(Technician technician);

    private protected string StepSuffix(bool chinese) =>
        Rules.Index == 0 ? "" : chinese ? $"（步骤 {Step.Name}）" : $" (step {Step.Name})";

    private protected string TellSuffix(bool chinese) =>
        Staffing.Tell.Count == 0 ? "" : $"{(chinese ? "；立即通知 " : "; tell at once: ")}{string.Join(", ", Staffing.Tell)}";

    private protected RefusedVerdict? RefusedBy(Technician technician) =>
        Judgement.FirstRefusal(Table, technician, Item, Rules, Staffing.AllowedAt(Rules), Staffing.Waived, Table.FreeUnits(technician)) is { } refusal
            ? new RefusedVerdict(technician.Id, refusal)
            : null;

    private protected ScoredVerdict Scored(Technician technician, GradeSet staffed, bool isChosen, RoutingReason decided) =>
        new(technician.Id, ScoreSheet.Of(Table, technician, Item, staffed), isChosen, decided);
}

namespace AfterSales.Domain.Requests;

/// <summary>Turns an assessment into class and priority: an ordered table of rules, the first that holds decides, and a matrix (R02, R03).</summary>
/// <remarks>Two triages are equal when rules and matrix are. This type is immutable and safe for use by several threads.</remarks>
public sealed class Triage : IEquatable<Triage>
{
    /// <summary>How many rules a table may have.</summary>
    public const int MaximumRules = 1000;

    private readonly TriageRule[] _rules;

    /// <summary>Makes a triage with the standard matrix.</summary>
    /// <param name="rules">The rules in the order in which they are tried; the last one holds for every assessment, so that none is left undecided.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no rule, a name stands twice, the last rule has a test, or there are more than 1,000.</exception>
    public Triage(IEnumerable<TriageRule> rules)
        : this(rules, PriorityMatrix.Standard)
    {
    }

    private Triage(IEnumerable<TriageRule> rules, PriorityMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules];
        Matrix = matrix;
        if (Array.Exists(_rules, rule => rule is null))
        {
            throw new ArgumentNullException(nameof(rules), "One of the rules is null.");
        }

        if (_rules.Length is 0 or > MaximumRules || _rules.Select(rule => rule.Name).Distinct(StringComparer.Ordinal).Count() != _rules.Length)
        {
            throw new ArgumentException($"A triage needs 1 to {MaximumRules} rules, each of a name of its own.", nameof(rules));
        }

        TriageRule last = _rules[_rules.Length - 1];
        if (last != new TriageRule(last.Name, last.Severity))
        {
            throw new ArgumentException($"The last rule, {last.Name}, has a test; a rule without tests must come last, so that every problem gets a class.", nameof(rules));
        }
    }

    /// <summary>
    /// Gets the rules of R02: a safety hazard, an unusable product, or production or daily life stopped is urgent; an impaired main function is important, and so is a
    /// minor defect that takes experts or resources which must be bought, hired or made; the rest is general.
    /// </summary>
    public static Triage Standard { get; } = new(
    [
        new TriageRule("safety-hazard", Severity.Urgent).OnSafetyHazard(),
        new TriageRule("unusable", Severity.Urgent).FromEffect(EffectOnUse.Unusable),
        new TriageRule("production-or-daily-life-stopped", Severity.Urgent).OnStoppage(),
        new TriageRule("main-function-impaired", Severity.Important).FromEffect(EffectOnUse.MainFunctionImpaired),
        new TriageRule("takes-experts", Severity.Important).FromEffect(EffectOnUse.Minor).FromDifficulty(RepairDifficulty.Expert),
        new TriageRule("takes-exceptional-resources", Severity.Important).FromEffect(EffectOnUse.Minor).FromResources(ResourceNeed.Exceptional),
        new TriageRule("minor-or-cosmetic", Severity.General),
    ]);

    /// <summary>Gets the rules, in the order in which they are tried.</summary>
    public IReadOnlyList<TriageRule> Rules => _rules;

    /// <summary>Gets the matrix.</summary>
    public PriorityMatrix Matrix { get; }

    /// <summary>Gets the rules that no assessment reaches, because earlier ones hold whenever they do; found by trying every assessment.</summary>
    public IReadOnlyList<TriageRule> UnreachedRules
    {
        get
        {
            HashSet<TriageRule> reached = [.. AllAssessments().Select(assessment => Decide(assessment).Rule)];
            return [.. _rules.Where(rule => !reached.Contains(rule))];
        }
    }

    /// <summary>Returns a copy with another matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    public Triage With(PriorityMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new Triage(_rules, matrix);
    }

    /// <summary>Decides.</summary>
    /// <param name="assessment">What was found out.</param>
    /// <returns>Class and priority, with the rule that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public TriageDecision Decide(ProblemAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new TriageDecision(Array.Find(_rules, rule => rule.Holds(assessment))!, Matrix.Of(assessment.Impact, assessment.Urgency), assessment);
    }

    /// <summary>Says whether rules and matrix are equal.</summary>
    /// <param name="other">The other triage.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Triage? other) => other is not null && _rules.SequenceEqual(other._rules) && Matrix.Equals(other.Matrix);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Triage);

    /// <inheritdoc/>
    public override int GetHashCode() => _rules.Aggregate(Matrix.GetHashCode(), (hash, rule) => HashCode.Combine(hash, rule));

    /// <summary>Returns the rules in order: "safety-hazard → Urgent, …".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _rules.Select(rule => $"{rule.Name} → {rule.Severity}"));

    private static IEnumerable<ProblemAssessment> AllAssessments() =>
        from effect in Enumerable.Range(0, (int)EffectOnUse.Unusable + 1)
        from flags in Enumerable.Range(0, 4)
        from difficulty in Enumerable.Range(0, (int)RepairDifficulty.Expert + 1)
        from resources in Enumerable.Range(0, (int)ResourceNeed.Exceptional + 1)
        let plain = new ProblemAssessment((EffectOnUse)effect).WithDifficulty((RepairDifficulty)difficulty).WithResources((ResourceNeed)resources)
        let hazardous = (flags & 1) != 0 ? plain.WithSafetyHazard() : plain
        select (flags & 2) != 0 ? hazardous.WithProductionOrDailyLifeStopped() : hazardous;
}

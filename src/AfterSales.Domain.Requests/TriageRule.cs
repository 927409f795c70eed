namespace AfterSales.Domain.Requests;

/// <summary>A row of a triage table: when all of its tests hold, the problem is of this class (R02).</summary>
/// <remarks>
/// A rule without tests holds for every assessment. Two rules are equal when name, class and tests are. This type is immutable and safe for use by several threads; each
/// verb returns a changed copy.
/// </remarks>
public sealed record TriageRule
{
    /// <summary>Makes a rule that holds for every assessment.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'; it appears in the decision.</param>
    /// <param name="severity">The class; not unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is unknown or not one of the enumeration.</exception>
    public TriageRule(string name, Severity severity)
    {
        Name = NameRule.Checked(name, "triage rule", nameof(name));
        Severity = severity is >= Severity.General and <= Severity.Urgent
            ? severity
            : throw new ArgumentOutOfRangeException(nameof(severity), severity, "Allowed are General, Important and Urgent.");
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the class that the rule gives.</summary>
    public Severity Severity { get; }

    /// <summary>Gets the mildest effect for which it holds.</summary>
    public EffectOnUse EffectAtLeast { get; private init; }

    /// <summary>Gets whether it holds only for a safety hazard.</summary>
    public bool NeedsSafetyHazard { get; private init; }

    /// <summary>Gets whether it holds only when production or daily life has stopped.</summary>
    public bool NeedsStoppage { get; private init; }

    /// <summary>Gets the least difficulty for which it holds.</summary>
    public RepairDifficulty DifficultyAtLeast { get; private init; }

    /// <summary>Gets the least resources for which it holds.</summary>
    public ResourceNeed ResourcesAtLeast { get; private init; }

    /// <summary>Returns a copy that holds only from this effect on.</summary>
    /// <param name="effect">The mildest effect.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="effect"/> is not one of the enumeration.</exception>
    public TriageRule FromEffect(EffectOnUse effect) => this with { EffectAtLeast = RequestText.Checked(effect, (int)effect, EffectOnUse.Unusable, nameof(effect)) };

    /// <summary>Returns a copy that holds only for a safety hazard.</summary>
    /// <returns>The changed copy.</returns>
    public TriageRule OnSafetyHazard() => this with { NeedsSafetyHazard = true };

    /// <summary>Returns a copy that holds only when production or daily life has stopped.</summary>
    /// <returns>The changed copy.</returns>
    public TriageRule OnStoppage() => this with { NeedsStoppage = true };

    /// <summary>Returns a copy that holds only from this difficulty on; an unknown one is the least.</summary>
    /// <param name="difficulty">The least difficulty.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="difficulty"/> is not one of the enumeration.</exception>
    public TriageRule FromDifficulty(RepairDifficulty difficulty) =>
        this with { DifficultyAtLeast = RequestText.Checked(difficulty, (int)difficulty, RepairDifficulty.Expert, nameof(difficulty)) };

    /// <summary>Returns a copy that holds only from these resources on; unknown ones are the least.</summary>
    /// <param name="resources">The least resources.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resources"/> is not one of the enumeration.</exception>
    public TriageRule FromResources(ResourceNeed resources) =>
        this with { ResourcesAtLeast = RequestText.Checked(resources, (int)resources, ResourceNeed.Exceptional, nameof(resources)) };

    /// <summary>Says whether all tests hold.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>True when they do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public bool Holds(ProblemAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return assessment.Effect >= EffectAtLeast
            && (assessment.IsSafetyHazard || !NeedsSafetyHazard)
            && (assessment.HasStoppedProductionOrDailyLife || !NeedsStoppage)
            && assessment.Difficulty >= DifficultyAtLeast
            && assessment.Resources >= ResourcesAtLeast;
    }
}

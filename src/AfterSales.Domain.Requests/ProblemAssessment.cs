namespace AfterSales.Domain.Requests;

/// <summary>What was found out about a problem, from which its class and priority follow (R02).</summary>
/// <remarks>Two assessments are equal when all parts are. This type is immutable and safe for use by several threads; each verb returns a changed copy.</remarks>
public sealed record ProblemAssessment
{
    /// <summary>Makes an assessment of an effect; nothing else is known.</summary>
    /// <param name="effect">What the problem does to the use of the product.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="effect"/> is not one of the enumeration.</exception>
    public ProblemAssessment(EffectOnUse effect) => Effect = RequestText.Checked(effect, (int)effect, EffectOnUse.Unusable, nameof(effect));

    /// <summary>Gets what the problem does to the use of the product.</summary>
    public EffectOnUse Effect { get; }

    /// <summary>Gets whether somebody may come to harm.</summary>
    public bool IsSafetyHazard { get; private init; }

    /// <summary>Gets whether production or daily life has stopped.</summary>
    public bool HasStoppedProductionOrDailyLife { get; private init; }

    /// <summary>Gets how hard it is to solve.</summary>
    public RepairDifficulty Difficulty { get; private init; }

    /// <summary>Gets what solving it takes.</summary>
    public ResourceNeed Resources { get; private init; }

    /// <summary>
    /// Gets how much is affected: high for a safety hazard or an unusable product, medium for a main function, else low.
    /// </summary>
    public Impact Impact => IsSafetyHazard || Effect == EffectOnUse.Unusable ? Impact.High
        : Effect == EffectOnUse.MainFunctionImpaired ? Impact.Medium
        : Impact.Low;

    /// <summary>Gets how long it can wait: high for a safety hazard or when production or daily life has stopped, medium from an impaired main function, else low.</summary>
    public Urgency Urgency => IsSafetyHazard || HasStoppedProductionOrDailyLife ? Urgency.High
        : Effect >= EffectOnUse.MainFunctionImpaired ? Urgency.Medium
        : Urgency.Low;

    /// <summary>Returns a copy in which somebody may come to harm.</summary>
    /// <returns>The changed copy.</returns>
    public ProblemAssessment WithSafetyHazard() => this with { IsSafetyHazard = true };

    /// <summary>Returns a copy in which production or daily life has stopped.</summary>
    /// <returns>The changed copy.</returns>
    public ProblemAssessment WithProductionOrDailyLifeStopped() => this with { HasStoppedProductionOrDailyLife = true };

    /// <summary>Returns a copy of this difficulty.</summary>
    /// <param name="difficulty">How hard it is to solve.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="difficulty"/> is not one of the enumeration.</exception>
    public ProblemAssessment WithDifficulty(RepairDifficulty difficulty) =>
        this with { Difficulty = RequestText.Checked(difficulty, (int)difficulty, RepairDifficulty.Expert, nameof(difficulty)) };

    /// <summary>Returns a copy that takes these resources.</summary>
    /// <param name="resources">What solving it takes.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resources"/> is not one of the enumeration.</exception>
    public ProblemAssessment WithResources(ResourceNeed resources) =>
        this with { Resources = RequestText.Checked(resources, (int)resources, ResourceNeed.Exceptional, nameof(resources)) };
}

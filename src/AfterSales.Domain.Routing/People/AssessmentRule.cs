namespace AfterSales.Domain.Routing;

/// <summary>How a service provider's quality and timeliness become an assessment, and when that suspends and restores it (R17).</summary>
/// <remarks>
/// The two thresholds differ, so that a provider near one of them does not fall in and out with every report: an active one is suspended by an assessment below
/// <see cref="SuspendBelow"/>, a suspended one is restored by one of at least <see cref="RestoreFrom"/>, and in between nothing changes.
/// Two rules are equal when all four numbers are. This type is immutable.
/// </remarks>
public sealed class AssessmentRule : IEquatable<AssessmentRule>
{
    /// <summary>Makes a rule that weighs quality and timeliness alike.</summary>
    /// <param name="suspendBelow">From 0 to 100: an assessment below it suspends.</param>
    /// <param name="restoreFrom">From <paramref name="suspendBelow"/> to 100: an assessment of at least this restores.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is outside its range.</exception>
    public AssessmentRule(int suspendBelow, int restoreFrom)
    {
        SuspendBelow = CheckedScore(suspendBelow, nameof(suspendBelow));
        RestoreFrom = restoreFrom >= suspendBelow && restoreFrom <= 100
            ? restoreFrom
            : throw new ArgumentOutOfRangeException(nameof(restoreFrom), restoreFrom, FormattableString.Invariant($"Allowed are {suspendBelow} (the lower threshold) to 100."));
    }

    /// <summary>Gets the rule that suspends below 70 and restores from 80.</summary>
    public static AssessmentRule Default { get; } = new(70, 80);

    /// <summary>Gets the threshold below which an active provider is suspended, from 0 to 100.</summary>
    public int SuspendBelow { get; }

    /// <summary>Gets the threshold from which a suspended provider is restored, from 0 to 100.</summary>
    public int RestoreFrom { get; }

    /// <summary>Gets the weight of quality; 1 by default.</summary>
    public int QualityWeight { get; private init; } = 1;

    /// <summary>Gets the weight of timeliness; 1 by default.</summary>
    public int TimelinessWeight { get; private init; } = 1;

    /// <summary>Returns a rule with other weights.</summary>
    /// <param name="quality">From 0 to 100.</param>
    /// <param name="timeliness">From 0 to 100; not 0 when the other is.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside its range, or both are 0.</exception>
    public AssessmentRule Weighing(int quality, int timeliness)
    {
        CheckedScore(quality, nameof(quality));
        CheckedScore(timeliness, nameof(timeliness));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quality + timeliness, nameof(timeliness));
        return new(SuspendBelow, RestoreFrom) { QualityWeight = quality, TimelinessWeight = timeliness };
    }

    /// <summary>Returns a provider as a new report leaves it.</summary>
    /// <param name="provider">The provider as it stood.</param>
    /// <param name="quality">From 0 (worst) to 100 (best).</param>
    /// <param name="timeliness">From 0 (worst) to 100 (best).</param>
    /// <returns>A copy whose assessment is the weighted mean, rounded down, and whose standing follows the thresholds from the one it had.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is outside 0 to 100.</exception>
    public ServiceProvider Assess(ServiceProvider provider, int quality, int timeliness)
    {
        ArgumentNullException.ThrowIfNull(provider);
        int weighted = (CheckedScore(quality, nameof(quality)) * QualityWeight) + (CheckedScore(timeliness, nameof(timeliness)) * TimelinessWeight);
        int assessment = weighted / (QualityWeight + TimelinessWeight);
        return provider.Assessed(assessment, StandingAfter(provider.Standing, assessment));
    }

    /// <summary>Returns the standing that an assessment leads to.</summary>
    /// <param name="current">The standing so far.</param>
    /// <param name="assessment">From 0 (worst) to 100 (best).</param>
    /// <returns>Suspended below the lower threshold, active from the upper one, and in between as it was.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="assessment"/> is outside 0 to 100.</exception>
    public ProviderStanding StandingAfter(ProviderStanding current, int assessment)
    {
        CheckedScore(assessment, nameof(assessment));
        return assessment < SuspendBelow ? ProviderStanding.Suspended
            : assessment >= RestoreFrom ? ProviderStanding.Active
            : current;
    }

    /// <summary>Says whether both rules have the same thresholds and weights.</summary>
    /// <param name="other">The other rule.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(AssessmentRule? other) => other is not null
        && (SuspendBelow, RestoreFrom, QualityWeight, TimelinessWeight) == (other.SuspendBelow, other.RestoreFrom, other.QualityWeight, other.TimelinessWeight);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AssessmentRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SuspendBelow, RestoreFrom, QualityWeight, TimelinessWeight);

    /// <summary>Returns thresholds and weights, as in "suspended below 70, restored from 80; quality 1 : timeliness 1".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"suspended below {SuspendBelow}, restored from {RestoreFrom}; quality {QualityWeight} : timeliness {TimelinessWeight}");

    internal static int CheckedScore(int score, string parameterName) => score is >= 0 and <= 100
        ? score
        : throw new ArgumentOutOfRangeException(parameterName, score, "Allowed are 0 to 100.");
}

namespace AfterSales.Domain.Routing;

/// <summary>The rules by which work finds its people: whom a severity takes, what scores, what is relaxed, and where work goes that nobody can get.</summary>
/// <remarks>
/// Pure: no clock, no randomness, no pointer that remembers. The same input gives the same decision, in whatever order technicians and items are given.
/// Two policies are equal when everything in them is. This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed partial class RoutingPolicy : IEquatable<RoutingPolicy>
{
    /// <summary>How many relaxation steps a policy may have: 32.</summary>
    public const int MaximumSteps = 32;

    private readonly StaffingPattern[] _staffing;
    private readonly StepRules[] _steps;
    private readonly FallbackRung[] _ladder;

    /// <summary>Makes a policy that staffs by R14, scores by <see cref="Scoring.Default"/>, relaxes nothing, and falls back to queue, supervisor, on-call, provider.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="version">From 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    public RoutingPolicy(string name, int version)
    {
        Name = NameRule.Checked(name, "routing policy", nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Version = version;
        _staffing =
        [
            StaffingPattern.Anyone,
            StaffingPattern.One(Grade.Junior),
            StaffingPattern.One(Grade.Mid, Grade.Senior).GuidedBy(Grade.Supervisor),
            StaffingPattern.Team([Grade.Lead], [Grade.Expert], minimumExperts: 1, maximumExperts: 3).Telling(Role.Leadership),
        ];
        _steps = StepRules.Compile([RelaxationStep.Strict]);
        _ladder = [FallbackRung.Queue, FallbackRung.Supervisor, FallbackRung.OnCall, FallbackRung.Provider];
    }

    private RoutingPolicy(RoutingPolicy source, StaffingPattern[] staffing, StepRules[] steps, FallbackRung[] ladder)
    {
        Name = source.Name;
        Version = source.Version;
        Scoring = source.Scoring;
        Regions = source.Regions;
        Assessment = source.Assessment;
        Intake = source.Intake;
        Ageing = source.Ageing;
        _staffing = staffing;
        _steps = steps;
        _ladder = ladder;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the version, from 1.</summary>
    public int Version { get; }

    /// <summary>Gets the weights and scales of the score.</summary>
    public Scoring Scoring { get; private init; } = Scoring.Default;

    /// <summary>Gets which regions lie side by side.</summary>
    public RegionMap Regions { get; private init; } = RegionMap.Empty;

    /// <summary>Gets the rule whose lower threshold a provider's assessment has to reach (R17).</summary>
    public AssessmentRule Assessment { get; private init; } = AssessmentRule.Default;

    /// <summary>Gets how many items somebody may be given within a window; null without a limit.</summary>
    public IntakeLimit? Intake { get; private init; }

    /// <summary>Gets the waiting time that lifts an item by one place in the order of severity and priority; null when waiting lifts nothing.</summary>
    public Duration? Ageing { get; private init; }

    /// <summary>Gets the relaxation steps in order; the first is always <see cref="RelaxationStep.Strict"/>.</summary>
    public IReadOnlyList<RelaxationStep> Steps => Array.AsReadOnly(Array.ConvertAll(_steps, rules => rules.Step));

    /// <summary>Gets where an item goes for which nobody is eligible now: the first rung that applies.</summary>
    public IReadOnlyList<FallbackRung> Ladder => Array.AsReadOnly(_ladder);

    internal StepRules[] StepArray => _steps;

    internal FallbackRung[] LadderArray => _ladder;

    /// <summary>Returns whom a severity takes.</summary>
    /// <param name="severity">The severity.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the enumeration.</exception>
    public StaffingPattern StaffingOf(Severity severity) => _staffing[Index(severity)];

    /// <summary>Returns a policy that staffs a severity in another way.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="pattern">Whom it takes.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the enumeration.</exception>
    public RoutingPolicy Staffing(Severity severity, StaffingPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        StaffingPattern[] staffing = [.. _staffing];
        staffing[Index(severity)] = pattern;
        return new RoutingPolicy(this, staffing, _steps, _ladder);
    }

    /// <summary>Returns a policy with another scoring.</summary>
    /// <param name="scoring">Weights and scales.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scoring"/> is null.</exception>
    public RoutingPolicy With(Scoring scoring)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        return new(this, _staffing, _steps, _ladder) { Scoring = scoring };
    }

    /// <summary>Returns a policy with another map of regions.</summary>
    /// <param name="regions">Which regions lie side by side.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="regions"/> is null.</exception>
    public RoutingPolicy With(RegionMap regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        return new(this, _staffing, _steps, _ladder) { Regions = regions };
    }

    /// <summary>Returns a policy with another rule for providers' assessments.</summary>
    /// <param name="assessment">The rule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public RoutingPolicy With(AssessmentRule assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new(this, _staffing, _steps, _ladder) { Assessment = assessment };
    }

    /// <summary>Returns a policy that gives nobody more than so many items within a window.</summary>
    /// <param name="limit">Number and window.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is the default value.</exception>
    public RoutingPolicy LimitingIntakeTo(IntakeLimit limit) => limit.Items > 0
        ? new(this, _staffing, _steps, _ladder) { Intake = limit }
        : throw new ArgumentException("The default value of IntakeLimit allows nothing; allowed are 1 to 1000 items.", nameof(limit));

    /// <summary>
    /// Returns a policy in which waiting lifts an item in the queue: by one of the 12 places of severity and priority for each full period, so that whoever has waited
    /// for 12 periods comes before everything that was just queued.
    /// </summary>
    /// <param name="period">Longer than 0.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not longer than 0.</exception>
    public RoutingPolicy AgeingEvery(Duration period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, Duration.Zero);
        return new(this, _staffing, _steps, _ladder) { Ageing = period };
    }

    /// <summary>Returns a policy that relaxes by waiting time, instead of the steps that it had.</summary>
    /// <param name="steps">The steps in order of time; each adds to those before it. None: nothing is relaxed.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are more than 31, a name stands twice or is "strict", or a step is earlier than the one before it.</exception>
    public RoutingPolicy Relaxing(IEnumerable<RelaxationStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        List<RelaxationStep> all = [RelaxationStep.Strict];
        foreach (RelaxationStep step in steps)
        {
            ArgumentNullException.ThrowIfNull(step, nameof(steps));
            if (all.Exists(other => string.Equals(other.Name, step.Name, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"The name {step.Name} stands twice; \"strict\" is the name of the step that every policy begins with.", nameof(steps));
            }

            if (step.After < all[^1].After)
            {
                throw new ArgumentException($"The step {step.Name} comes before {all[^1].Name}; steps stand in order of time.", nameof(steps));
            }

            all.Add(step);
        }

        return all.Count <= MaximumSteps
            ? new RoutingPolicy(this, _staffing, StepRules.Compile(all), _ladder)
            : throw new ArgumentException(FormattableString.Invariant($"There are {all.Count - 1} steps; at most {MaximumSteps - 1} are allowed."), nameof(steps));
    }

    /// <summary>Returns a policy with another fallback ladder.</summary>
    /// <param name="rungs">The rungs from first to last, each kind at most once; none: whoever cannot be served now is served by nobody.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rungs"/> is null.</exception>
    /// <exception cref="ArgumentException">A kind stands twice.</exception>
    public RoutingPolicy FallingBackTo(IEnumerable<FallbackRung> rungs)
    {
        ArgumentNullException.ThrowIfNull(rungs);
        FallbackRung[] ladder = [.. rungs];
        if (ladder.Select(rung => rung.Kind).Distinct().Count() != ladder.Length)
        {
            throw new ArgumentException("Each kind of rung may stand on a ladder once.", nameof(rungs));
        }

        return new RoutingPolicy(this, _staffing, _steps, ladder);
    }

    /// <summary>Says whether both policies agree in everything.</summary>
    /// <param name="other">The other policy.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(RoutingPolicy? other) =>
        ReferenceEquals(this, other) || (other is not null
            && string.Equals(Name, other.Name, StringComparison.Ordinal)
            && (Version, Intake, Ageing) == (other.Version, other.Intake, other.Ageing)
            && Scoring.Equals(other.Scoring) && Regions.Equals(other.Regions) && Assessment.Equals(other.Assessment)
            && _staffing.SequenceEqual(other._staffing)
            && Steps.SequenceEqual(other.Steps)
            && _ladder.SequenceEqual(other._ladder));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RoutingPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Name), Version, Scoring, _steps.Length, _ladder.Length);

    /// <summary>Returns name, version, and whom each severity takes, as in "field-service 1: general: one of junior; …".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Name} {Version}: general: {StaffingOf(Severity.General)}; important: {StaffingOf(Severity.Important)}; urgent: {StaffingOf(Severity.Urgent)}");

    /// <summary>The last step that has come into force after a waiting time.</summary>
    internal StepRules StepAfter(Duration waited)
    {
        int index = _steps.Length - 1;
        while (index > 0 && _steps[index].Step.After > waited)
        {
            index--;
        }

        return _steps[index];
    }

    private static int Index(Severity severity) => severity is >= Severity.Unknown and <= Severity.Urgent
        ? (int)severity
        : throw new ArgumentOutOfRangeException(nameof(severity), severity, "Allowed are Unknown, General, Important and Urgent.");
}

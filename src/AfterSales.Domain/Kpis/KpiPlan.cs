using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Kpis;

/// <summary>How KPIs are counted: as of when, in which zone and periods, by which dimensions, against which objectives and goals.</summary>
/// <remarks>Immutable and thread-safe; each verb returns a changed copy. Two plans are equal when they count the same: when their signatures are.</remarks>
public sealed class KpiPlan : IEquatable<KpiPlan>
{
    /// <summary>The largest number of dimensions, and of goals: 16 of each.</summary>
    public const int MaximumParts = 16;

    private KpiDimension[] _dimensions = [];
    private PercentileGoal[] _goals = [];
    private Duration[] _ages = [Duration.FromDays(1), Duration.FromDays(3), Duration.FromDays(7), Duration.FromDays(30)];

    /// <summary>Makes a plan of months without dimensions, objectives and goals; a fault comes back within 7 days (remote work) or 30 (field work).</summary>
    /// <param name="asOf">The cut-off: tickets are counted as they stood then.</param>
    /// <param name="zone">The zone whose midnights bound the periods.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public KpiPlan(Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        AsOf = asOf;
        Zone = zone;
        Kind = KpiPeriodKind.Month;
        RemoteWindow = Duration.FromDays(7);
        FieldWindow = Duration.FromDays(30);
    }

    /// <summary>Gets the cut-off.</summary>
    public Instant AsOf { get; }

    /// <summary>Gets the zone whose midnights bound the periods.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets how long the periods are that are kept; longer ones are rolled up from them.</summary>
    public KpiPeriodKind Kind { get; private set; }

    /// <summary>Gets the name of the objective whose clocks are responses; null for none.</summary>
    public string? ResponseObjective { get; private set; }

    /// <summary>Gets the name of the objective whose clocks are resolutions; null for none.</summary>
    public string? ResolutionObjective { get; private set; }

    /// <summary>Gets the name of the objective by which complaints are to be closed; null when any closing counts.</summary>
    public string? ClosureObjective { get; private set; }

    /// <summary>Gets within which time a problem solved without a visit may come back.</summary>
    public Duration RemoteWindow { get; private set; }

    /// <summary>Gets within which time a problem solved with a visit, or a repair, may come back.</summary>
    public Duration FieldWindow { get; private set; }

    /// <summary>Gets the dimensions.</summary>
    public IReadOnlyList<KpiDimension> Dimensions => Array.AsReadOnly(_dimensions);

    /// <summary>Gets the percentile goals.</summary>
    public IReadOnlyList<PercentileGoal> Goals => Array.AsReadOnly(_goals);

    /// <summary>Gets the ages that divide the backlog, ascending: 1, 3, 7 and 30 days unless stated otherwise.</summary>
    public IReadOnlyList<Duration> BacklogAges => Array.AsReadOnly(_ages);

    /// <summary>Returns the plan with periods of another length.</summary>
    /// <param name="kind">Weeks or months; quarters and years are kept as such and give nothing shorter.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    public KpiPlan Every(KpiPeriodKind kind)
    {
        KpiPlan copy = Copy();
        copy.Kind = kind is >= KpiPeriodKind.Week and <= KpiPeriodKind.Year
            ? kind
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Allowed are Week, Month, Quarter and Year.");
        return copy;
    }

    /// <summary>Returns the plan with the objective whose clocks are responses.</summary>
    /// <param name="objective">Its name.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is no name.</exception>
    public KpiPlan RespondingBy(string objective)
    {
        KpiPlan copy = Copy();
        copy.ResponseObjective = NameRule.Checked(objective, "objective", nameof(objective));
        return copy;
    }

    /// <summary>Returns the plan with the objective whose clocks are resolutions.</summary>
    /// <param name="objective">Its name.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is no name.</exception>
    public KpiPlan ResolvingBy(string objective)
    {
        KpiPlan copy = Copy();
        copy.ResolutionObjective = NameRule.Checked(objective, "objective", nameof(objective));
        return copy;
    }

    /// <summary>Returns the plan with the objective by which complaints are to be closed.</summary>
    /// <param name="objective">Its name.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="objective"/> is no name.</exception>
    public KpiPlan ClosingComplaintsBy(string objective)
    {
        KpiPlan copy = Copy();
        copy.ClosureObjective = NameRule.Checked(objective, "objective", nameof(objective));
        return copy;
    }

    /// <summary>Returns the plan with the times within which a problem may come back.</summary>
    /// <param name="remote">For problems solved without a visit; positive.</param>
    /// <param name="field">For problems solved with a visit, and for repairs; positive.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is not positive.</exception>
    public KpiPlan RepeatingWithin(Duration remote, Duration field)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(remote, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(field, Duration.Zero);
        KpiPlan copy = Copy();
        copy.RemoteWindow = remote;
        copy.FieldWindow = field;
        return copy;
    }

    /// <summary>Returns the plan with dimensions.</summary>
    /// <param name="dimensions">At most 16, each once.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimensions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are more than 16, or one stands twice.</exception>
    public KpiPlan By(params IEnumerable<KpiDimension> dimensions)
    {
        KpiPlan copy = Copy();
        copy._dimensions = Checked(dimensions, one => one.Name, nameof(dimensions));
        return copy;
    }

    /// <summary>Returns the plan with percentile goals (R10).</summary>
    /// <param name="goals">At most 16, of different names.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="goals"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are more than 16, or two have one name.</exception>
    public KpiPlan With(params IEnumerable<PercentileGoal> goals)
    {
        KpiPlan copy = Copy();
        copy._goals = Checked(goals, one => one.Name, nameof(goals));
        return copy;
    }

    /// <summary>Returns the plan with other ages that divide the backlog.</summary>
    /// <param name="ages">At most 16, positive, ascending.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ages"/> is null.</exception>
    /// <exception cref="ArgumentException">The ages are not as allowed.</exception>
    public KpiPlan DividingBacklogAt(params IEnumerable<Duration> ages)
    {
        ArgumentNullException.ThrowIfNull(ages);
        KpiPlan copy = Copy();
        copy._ages = [.. ages];
        Duration last = Duration.Zero;
        foreach (Duration age in copy._ages)
        {
            last = age > last && copy._ages.Length <= MaximumParts
                ? age
                : throw new ArgumentException("Allowed are at most 16 ages, positive and ascending.", nameof(ages));
        }

        return copy;
    }

    /// <summary>Gets everything in the plan as one line: tallies of plans with the same signature count the same and merge, also when they come from other processes.</summary>
    public string Signature => $"as of {InstantPattern.ExtendedIso.Format(AsOf)}, {Counting}";

    /// <summary>Gets the signature without the cut-off: what must agree for two tallies to tell of the same thing at different times.</summary>
    internal string Counting => string.Join(", ",
    [
        $"by {Kind} in {Zone.Id}",
        $"response {ResponseObjective ?? "-"}, resolution {ResolutionObjective ?? "-"}, closure {ClosureObjective ?? "-"}",
        $"repeats within {Text(RemoteWindow)} and {Text(FieldWindow)}",
        $"dimensions ({string.Join(" ", _dimensions.Select(one => one.Name))})",
        $"goals ({string.Join(" ", _goals.Select(one => $"{one.Name} {one.Measure.Code} {Text(one.Within)} {FormattableString.Invariant($"{one.Goal.Limit:R} at {one.Goal.Level.Percent} %")}"))})",
        $"ages ({string.Join(" ", _ages.Select(Text))})",
    ]);

    /// <summary>Says whether both count the same.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>True when the signatures are equal.</returns>
    public bool Equals(KpiPlan? other) => ReferenceEquals(this, other) || (other is not null && string.Equals(Signature, other.Signature, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiPlan);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Signature);

    /// <summary>Returns cut-off, periods and zone.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"as of {AsOf}, by {Kind} in {Zone.Id}";

    /// <summary>The period, when the plan's periods fill it.</summary>
    internal KpiPeriod Checked(KpiPeriod period)
    {
        bool isFilled = Equals(period.Zone, Zone) && (period.Kind == Kind || (Kind is KpiPeriodKind.Month or KpiPeriodKind.Quarter && period.Kind > Kind));
        return isFilled
            ? period
            : throw new ArgumentException($"The tally keeps each {Kind} in {Zone.Id}; {period} ({period.Kind}, {period.Zone.Id}) is not made of them.", nameof(period));
    }

    internal Duration WindowOf(KpiTicket ticket) => ticket.Visits > 0 ? FieldWindow : RemoteWindow;

    internal static T[] Checked<T>(IEnumerable<T> parts, Func<T, string> nameOf, string parameterName)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parts, parameterName);
        T[] all = [.. parts];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (T one in all)
        {
            ArgumentNullException.ThrowIfNull(one, parameterName);
            if (!names.Add(nameOf(one)) || names.Count > MaximumParts)
            {
                throw new ArgumentException($"Allowed are at most {MaximumParts}, each once; the offender is \"{nameOf(one)}\".", parameterName);
            }
        }

        return all;
    }

    private static string Text(Duration time) => DurationPattern.Roundtrip.Format(time);

    private KpiPlan Copy() => (KpiPlan)MemberwiseClone();
}

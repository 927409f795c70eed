namespace AfterSales.Domain.Routing;

/// <summary>The weights and scales of the score.</summary>
/// <remarks>
/// A score is the sum of weight × value over the parts, in whole numbers without rounding, so that parts add up exactly. Two scorings are equal when all
/// weights and scales are. This type is immutable; each verb returns a changed copy.
/// </remarks>
public sealed class Scoring : IEquatable<Scoring>
{
    /// <summary>The largest weight: 100.</summary>
    public const int MaximumWeight = 100;

    /// <summary>The full value of a part: 1,000.</summary>
    public const int FullValue = 1000;

    private const int Parts = (int)ScorePart.Slack + 1;

    private readonly int[] _weights;

    private Scoring(int[] weights) => _weights = weights;

    private Scoring(Scoring source, int[] weights)
        : this(weights)
    {
        SkillSurplusCap = source.SkillSurplusCap;
        ProximityRange = source.ProximityRange;
        FullProductHistory = source.FullProductHistory;
        SlackRange = source.SlackRange;
    }

    /// <summary>Gets the scoring in which no part counts: every technician who may get an item is as good as any other, and the tie-break decides.</summary>
    public static Scoring None { get; } = new(new int[Parts]);

    /// <summary>
    /// Gets a balanced scoring: skill surplus 30, spare 25, proximity 15, language 10, same technician 8, product history 5, grade fit 4, provider 2, slack 1.
    /// </summary>
    public static Scoring Default { get; } = new([30, 25, 15, 10, 8, 5, 4, 2, 1]);

    /// <summary>Gets how many levels above the minimum count, from 0 to 4; 2 by default.</summary>
    public int SkillSurplusCap { get; private init; } = 2;

    /// <summary>Gets the distance in metres at which proximity has fallen to 0, from 1 to 2,000,000; 50,000 by default.</summary>
    public int ProximityRange { get; private init; } = 50_000;

    /// <summary>Gets how many cases of a product line are worth the full value, from 1 to 1,000,000; 20 by default.</summary>
    public int FullProductHistory { get; private init; } = 20;

    /// <summary>Gets the slack that is worth the full value, from 1 second to 7 days; 8 hours by default.</summary>
    public Duration SlackRange { get; private init; } = Duration.FromHours(8);

    /// <summary>Gets the sum of the weights times 1,000: the score of whom nothing is missing.</summary>
    public int Maximum => _weights.Sum() * FullValue;

    /// <summary>Returns the weight of a part.</summary>
    /// <param name="part">The part.</param>
    /// <returns>From 0 to 100.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not one of the enumeration.</exception>
    public int WeightOf(ScorePart part) => _weights[Index(part)];

    /// <summary>Returns a scoring in which a part has another weight.</summary>
    /// <param name="part">The part.</param>
    /// <param name="weight">From 0 (does not count) to 100.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not one of the enumeration, or <paramref name="weight"/> is outside its range.</exception>
    public Scoring Weighing(ScorePart part, int weight)
    {
        int index = Index(part);
        int[] weights = [.. _weights];
        weights[index] = weight is >= 0 and <= MaximumWeight
            ? weight
            : throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight lies from 0 to 100.");
        return new Scoring(this, weights);
    }

    /// <summary>Returns a scoring that counts levels above the minimum up to another cap.</summary>
    /// <param name="levels">From 0 (only having the skill counts) to 4.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is outside that range.</exception>
    public Scoring CappingSkillSurplusAt(int levels) => new(this, _weights)
    {
        SkillSurplusCap = levels is >= 0 and <= 4
            ? levels
            : throw new ArgumentOutOfRangeException(nameof(levels), levels, "A cap lies from 0 to 4 levels."),
    };

    /// <summary>Returns a scoring in which proximity falls to 0 at another distance.</summary>
    /// <param name="metres">From 1 to 2,000,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metres"/> is outside that range.</exception>
    public Scoring MeasuringProximityUpTo(int metres) => new(this, _weights)
    {
        ProximityRange = metres is >= 1 and <= Technician.MaximumTravelRadius
            ? metres
            : throw new ArgumentOutOfRangeException(nameof(metres), metres, "A range lies from 1 to 2,000,000 metres."),
    };

    /// <summary>Returns a scoring in which another number of cases is worth the full value.</summary>
    /// <param name="cases">From 1 to 1,000,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is outside that range.</exception>
    public Scoring CountingProductHistoryUpTo(int cases) => new(this, _weights)
    {
        FullProductHistory = cases is >= 1 and <= 1_000_000
            ? cases
            : throw new ArgumentOutOfRangeException(nameof(cases), cases, "Allowed are 1 to 1,000,000 cases."),
    };

    /// <summary>Returns a scoring in which another slack is worth the full value.</summary>
    /// <param name="slack">From 1 second to 7 days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slack"/> is outside that range.</exception>
    public Scoring MeasuringSlackUpTo(Duration slack) => new(this, _weights)
    {
        SlackRange = slack >= Duration.FromSeconds(1) && slack <= Duration.FromDays(7)
            ? slack
            : throw new ArgumentOutOfRangeException(nameof(slack), slack, "A range lies from 1 second to 7 days."),
    };

    /// <summary>Says whether both have the same weights and scales.</summary>
    /// <param name="other">The other scoring.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(Scoring? other) => other is not null
        && (SkillSurplusCap, ProximityRange, FullProductHistory, SlackRange)
            == (other.SkillSurplusCap, other.ProximityRange, other.FullProductHistory, other.SlackRange)
        && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Scoring);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SkillSurplusCap, ProximityRange, FullProductHistory, SlackRange, Maximum);

    /// <summary>Returns the weights that are not 0, as in "skill surplus 30, spare capacity 25".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string weights = string.Join(", ", Enumerable.Range(0, Parts)
            .Where(part => _weights[part] > 0)
            .Select(part => FormattableString.Invariant($"{RoutingWords.English((ScorePart)part)} {_weights[part]}")));
        return weights.Length == 0 ? "nothing scores" : weights;
    }

    /// <summary>The value of a slack, rounded down to whole seconds first.</summary>
    internal int ValueOfSlack(Duration slack) =>
        (int)Math.Max(0, Math.Min(FullValue, FullValue * (long)slack.TotalSeconds / (long)SlackRange.TotalSeconds));

    internal int ValueOfProductHistory(int cases) => (int)Math.Min(FullValue, FullValue * (long)cases / FullProductHistory);

    internal static int ValueOfSpare(int capacity, int load) => FullValue * Math.Max(0, capacity - load) / capacity;

    internal static int ValueOfRing(int ring) => ring == RegionMap.Unreachable ? 0 : FullValue / (ring + 1);

    internal int ValueOfSkillStep(int skills) => skills == 0 ? 0 : FullValue / (skills * (SkillSurplusCap + 1));

    private static int Index(ScorePart part) => part is >= ScorePart.SkillSurplus and <= ScorePart.Slack
        ? (int)part
        : throw new ArgumentOutOfRangeException(nameof(part), part, "Allowed are the members of ScorePart, from SkillSurplus to Slack.");
}

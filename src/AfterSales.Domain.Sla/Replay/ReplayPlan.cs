using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>How past tickets are replayed: from which instant they are seen, in which zone weeks and hours are those of the wall clock, and by what they are broken down.</summary>
/// <remarks>Immutable and thread-safe; each verb returns a changed copy.</remarks>
public sealed class ReplayPlan
{
    /// <summary>How many misses may be kept: 10,000.</summary>
    public const int MaximumKept = 10_000;

    private ReplayPlan(Instant asOf, DateTimeZone zone, IReadOnlyList<RequestDimension> dimensions, int kept)
    {
        SeenFrom = asOf;
        Zone = zone;
        Dimensions = dimensions;
        Kept = kept;
    }

    /// <summary>Gets the instant from which every ticket is seen: later events are left out, and what is open then is open.</summary>
    public Instant SeenFrom { get; }

    /// <summary>Gets the zone of weeks, months, weekdays and hours; UTC unless said.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets the dimensions of requests by which attainment is broken down; none unless said.</summary>
    public IReadOnlyList<RequestDimension> Dimensions { get; }

    /// <summary>Gets how many of the worst misses, and of the deadlines that moved most, are kept; 20 unless said.</summary>
    public int Kept { get; }

    /// <summary>A plan that sees every ticket from one instant.</summary>
    /// <param name="asOf">The instant; usually when the log was exported.</param>
    /// <returns>The plan: in UTC, not broken down by requests, the 20 worst misses kept.</returns>
    public static ReplayPlan AsOf(Instant asOf) => new(asOf, DateTimeZone.Utc, [], kept: 20);

    /// <summary>Says in which zone weeks, months, weekdays and hours are those of the wall clock.</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public ReplayPlan In(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new ReplayPlan(SeenFrom, zone, Dimensions, Kept);
    }

    /// <summary>Says by which dimensions of requests attainment is broken down.</summary>
    /// <param name="dimensions">The dimensions; each counts once.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimensions"/> or one of them is null.</exception>
    public ReplayPlan By(params IEnumerable<RequestDimension> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        RequestDimension[] list = [.. dimensions.Distinct()];
        foreach (RequestDimension dimension in list)
        {
            ArgumentNullException.ThrowIfNull(dimension, nameof(dimensions));
        }

        return new ReplayPlan(SeenFrom, Zone, Array.AsReadOnly(list), Kept);
    }

    /// <summary>Says how many of the worst misses are kept.</summary>
    /// <param name="count">From 0 to <see cref="MaximumKept"/>.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or more than <see cref="MaximumKept"/>.</exception>
    public ReplayPlan Keeping(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaximumKept);
        return new ReplayPlan(SeenFrom, Zone, Dimensions, count);
    }

    internal bool CountsLike(ReplayPlan other) =>
        SeenFrom == other.SeenFrom && Zone.Equals(other.Zone) && Kept == other.Kept && Dimensions.SequenceEqual(other.Dimensions);
}

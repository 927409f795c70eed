using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>How long after a ticket was closed its survey is sent, so that the customer has tried the result (R23).</summary>
/// <remarks>A closed set, made by the members of this class. Equality is of all parts. This type is immutable and thread-safe.</remarks>
public abstract class SurveyDelay : IEquatable<SurveyDelay>
{
    private protected SurveyDelay()
    {
    }

    /// <summary>Gets whether the delay is measured in open time, so that <see cref="SendAt"/> needs to be told how to add that.</summary>
    public virtual bool NeedsOpenTime => false;

    /// <summary>After so much clock time.</summary>
    /// <param name="time">Not negative.</param>
    /// <returns>The delay.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public static SurveyDelay Elapsed(Duration time) => new ElapsedDelay(NotNegative(time));

    /// <summary>After so much open time of a calendar that the host chooses.</summary>
    /// <param name="time">Not negative.</param>
    /// <returns>The delay.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public static SurveyDelay OpenTime(Duration time) => new OpenTimeDelay(NotNegative(time));

    /// <summary>So many days later, at a time of day.</summary>
    /// <param name="days">From 1 to 365.</param>
    /// <param name="at">The time of day; in a gap of the clocks the first instant after it, in an overlap the first one.</param>
    /// <param name="zone">The zone of days and time.</param>
    /// <returns>The delay.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> lies outside 1 to 365.</exception>
    public static SurveyDelay Days(int days, LocalTime at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 365);
        return new DaysDelay(days, at, zone);
    }

    /// <summary>Returns when the survey is sent.</summary>
    /// <param name="closedAt">When the ticket was closed.</param>
    /// <param name="addOpenTime">
    /// Adds open time to an instant, as a business calendar's <c>Add</c> does; may be null when <see cref="NeedsOpenTime"/> is false.
    /// </param>
    /// <returns>The instant; never before <paramref name="closedAt"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="addOpenTime"/> is null and needed.</exception>
    public abstract Instant SendAt(Instant closedAt, Func<Instant, Duration, Instant>? addOpenTime);

    /// <inheritdoc/>
    public abstract bool Equals(SurveyDelay? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as SurveyDelay);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    private static Duration NotNegative(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        return time;
    }
}

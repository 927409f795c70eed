using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A delay in clock time; see <see cref="SurveyDelay.Elapsed"/>.</summary>
/// <remarks>Equality is of the time. This type is immutable and thread-safe.</remarks>
public sealed class ElapsedDelay : SurveyDelay
{
    internal ElapsedDelay(Duration time) => Time = time;

    /// <summary>Gets the time.</summary>
    public Duration Time { get; }

    /// <inheritdoc/>
    public override Instant SendAt(Instant closedAt, Func<Instant, Duration, Instant>? addOpenTime) => closedAt + Time;

    /// <inheritdoc/>
    public override bool Equals(SurveyDelay? other) => other is ElapsedDelay same && Time == same.Time;

    /// <inheritdoc/>
    public override int GetHashCode() => Time.GetHashCode();

    /// <summary>Returns the time, as in "48 h after closing".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Time.TotalHours:0.##} h after closing");
}

using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A delay in open time; see <see cref="SurveyDelay.OpenTime"/>.</summary>
/// <remarks>Equality is of the time. This type is immutable and thread-safe.</remarks>
public sealed class OpenTimeDelay : SurveyDelay
{
    internal OpenTimeDelay(Duration time) => Time = time;

    /// <summary>Gets the open time.</summary>
    public Duration Time { get; }

    /// <inheritdoc/>
    public override bool NeedsOpenTime => true;

    /// <inheritdoc/>
    public override Instant SendAt(Instant closedAt, Func<Instant, Duration, Instant>? addOpenTime)
    {
        ArgumentNullException.ThrowIfNull(addOpenTime);
        return Instant.Max(closedAt, addOpenTime(closedAt, Time));
    }

    /// <inheritdoc/>
    public override bool Equals(SurveyDelay? other) => other is OpenTimeDelay same && Time == same.Time;

    /// <inheritdoc/>
    public override int GetHashCode() => ~Time.GetHashCode();

    /// <summary>Returns the time, as in "16 h of open time after closing".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Time.TotalHours:0.##} h of open time after closing");
}

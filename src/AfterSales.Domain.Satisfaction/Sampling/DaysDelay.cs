using System.Globalization;
using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A delay in days; see <see cref="SurveyDelay.Days"/>.</summary>
/// <remarks>Equality is of days, time and the zone's id. This type is immutable and thread-safe.</remarks>
public sealed class DaysDelay : SurveyDelay
{
    internal DaysDelay(int days, LocalTime at, DateTimeZone zone)
    {
        DayCount = days;
        At = at;
        Zone = zone;
    }

    /// <summary>Gets how many days later.</summary>
    public int DayCount { get; }

    /// <summary>Gets the time of day.</summary>
    public LocalTime At { get; }

    /// <summary>Gets the zone of days and time.</summary>
    public DateTimeZone Zone { get; }

    /// <inheritdoc/>
    public override Instant SendAt(Instant closedAt, Func<Instant, Duration, Instant>? addOpenTime)
    {
        LocalDate date = closedAt.InZone(Zone).Date.PlusDays(DayCount);
        return Zone.ResolveLocal(date + At, mapping => mapping.Count == 0 ? mapping.LateInterval.Start.InZone(mapping.Zone) : mapping.First()).ToInstant();
    }

    /// <inheritdoc/>
    public override bool Equals(SurveyDelay? other) =>
        other is DaysDelay same && DayCount == same.DayCount && At == same.At && string.Equals(Zone.Id, same.Zone.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DayCount, At, Zone.Id);

    /// <summary>Returns days and time, as in "3 days after closing at 10:00 (Asia/Shanghai)".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{DayCount} {(DayCount == 1 ? "day" : "days")} after closing at {At.ToString("HH:mm", CultureInfo.InvariantCulture)} ({Zone.Id})");
}

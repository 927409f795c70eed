using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>An alarm with its instant: one that is to come, or one that has fired.</summary>
/// <remarks>Two are the same alarm when objective, start event and level are; the instant is not part of it. Immutable and thread-safe.</remarks>
public sealed class PlannedAlarm : IEquatable<PlannedAlarm>
{
    internal PlannedAlarm(string objective, EventId startedBy, Alarm alarm, Instant at)
    {
        Objective = objective;
        StartedBy = startedBy;
        Alarm = alarm;
        At = at;
    }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets the event that started the cycle.</summary>
    public EventId StartedBy { get; }

    /// <summary>Gets the alarm as the objective defines it.</summary>
    public Alarm Alarm { get; }

    /// <summary>Gets the level, unique in the objective.</summary>
    public string Level => Alarm.Level;

    /// <summary>Gets whom to tell.</summary>
    public IReadOnlyList<Role> Roles => Alarm.Roles;

    /// <summary>Gets when it fires, or fired.</summary>
    public Instant At { get; }

    /// <summary>Says whether objective, start event and level are equal.</summary>
    /// <param name="other">The other alarm.</param>
    /// <returns>True when it is the same alarm.</returns>
    public bool Equals(PlannedAlarm? other) =>
        other is not null && StartedBy == other.StartedBy
        && string.Equals(Objective, other.Objective, StringComparison.Ordinal) && string.Equals(Level, other.Level, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlannedAlarm);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Objective, StartedBy, Level);

    /// <summary>Returns instant, objective, level and roles.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InstantPattern.ExtendedIso.Format(At)} {Objective}: {Alarm}";
}

using System.Globalization;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Whom to tell at which point of a clock. Alarms are planned ahead, not polled.</summary>
/// <remarks>
/// In a duration rule a share, or a time before the due, is the due of the same rule with that part of the allowance and the same waits; in all other
/// rules it is clock time. Two are equal when all parts are. Immutable and thread-safe.
/// </remarks>
public sealed class Alarm : IEquatable<Alarm>
{
    private Alarm(AlarmKind kind, int percent, Duration offset, string level, IReadOnlyList<Role> roles)
    {
        Kind = kind;
        Percent = percent;
        Offset = offset;
        Level = level;
        Roles = roles;
    }

    /// <summary>Gets what it is planned by.</summary>
    public AlarmKind Kind { get; }

    /// <summary>Gets the share in percent, from 1 to 99; zero for alarms of other kinds.</summary>
    public int Percent { get; }

    /// <summary>Gets the time before or after the due; zero for alarms of other kinds.</summary>
    public Duration Offset { get; }

    /// <summary>Gets the name, unique within an objective; alarms are told apart by it.</summary>
    public string Level { get; }

    /// <summary>Gets whom to tell, in the order given.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>At a share of the allowance.</summary>
    /// <param name="percent">From 1 to 99.</param>
    /// <returns>The alarm, with the level "80 %" for 80.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is less than 1 or more than 99.</exception>
    public static Alarm AtPercent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 99);
        return new Alarm(AlarmKind.Percent, percent, Duration.Zero, percent.ToString(CultureInfo.InvariantCulture) + " %", []);
    }

    /// <summary>A time before the due.</summary>
    /// <param name="time">More than zero; a part of the allowance in a duration rule, clock time in all others.</param>
    /// <returns>The alarm, with the level "30 min before due".</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is zero or negative.</exception>
    public static Alarm BeforeDue(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero);
        return new Alarm(AlarmKind.BeforeDue, 0, time, $"{DurationText.Of(time, chinese: false)} before due", []);
    }

    /// <summary>At the due.</summary>
    /// <returns>The alarm, with the level "due".</returns>
    public static Alarm AtDue() => new(AlarmKind.Due, 0, Duration.Zero, "due", []);

    /// <summary>A time after the due, while the cycle is still open.</summary>
    /// <param name="time">More than zero; in the rule's unit.</param>
    /// <returns>The alarm, with the level "1 h after due".</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is zero or negative.</exception>
    public static Alarm AfterDue(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero);
        return new Alarm(AlarmKind.AfterDue, 0, time, $"{DurationText.Of(time, chinese: false)} after due", []);
    }

    /// <summary>When the cap of a wait that goes on is used up and the clock runs again.</summary>
    /// <returns>The alarm, with the level "pause cap".</returns>
    public static Alarm WhenCapUsedUp() => new(AlarmKind.CapUsedUp, 0, Duration.Zero, "pause cap", []);

    /// <summary>Says whom to tell.</summary>
    /// <param name="roles">The roles; in the order given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roles"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A role is the default value.</exception>
    public Alarm Tell(params IEnumerable<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        Role[] list = [.. roles];
        foreach (Role role in list)
        {
            _ = role.Name;
        }

        return new Alarm(Kind, Percent, Offset, Level, Array.AsReadOnly(list));
    }

    /// <summary>Gives it another name.</summary>
    /// <param name="level">The name, unique within an objective.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="level"/> is empty.</exception>
    public Alarm Named(string level)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(level);
        return new Alarm(Kind, Percent, Offset, level, Roles);
    }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other alarm.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(Alarm? other) =>
        other is not null && Kind == other.Kind && Percent == other.Percent && Offset == other.Offset
        && string.Equals(Level, other.Level, StringComparison.Ordinal) && Roles.SequenceEqual(other.Roles);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Alarm);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Percent, Offset, Level);

    /// <summary>Returns level and roles, as in "80 %: technician".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Roles.Count == 0 ? Level : $"{Level}: {string.Join(", ", Roles)}";
}

namespace AfterSales.Domain.Sla;

/// <summary>The policy's calendar of a name.</summary>
public sealed class NamedCalendar : CalendarChoice
{
    internal NamedCalendar(string calendarName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(calendarName);
        CalendarName = calendarName;
    }

    /// <summary>Gets the calendar's name.</summary>
    public string CalendarName { get; }

    /// <inheritdoc/>
    public override bool Equals(CalendarChoice? other) =>
        other is NamedCalendar named && string.Equals(named.CalendarName, CalendarName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(CalendarName);

    /// <inheritdoc/>
    public override string ToString() => CalendarName;
}

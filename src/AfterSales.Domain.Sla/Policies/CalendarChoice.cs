namespace AfterSales.Domain.Sla;

/// <summary>Which calendar a target counts by; chosen when a cycle starts and again when the ticket is reclassified.</summary>
/// <remarks>A closed set of cases, made by the members here. Two are equal when case and parts are. Immutable and thread-safe.</remarks>
public abstract class CalendarChoice : IEquatable<CalendarChoice>
{
    private protected CalendarChoice()
    {
    }

    /// <summary>Gets always open, in UTC: the choice of a target that names none.</summary>
    public static CalendarChoice AlwaysOpen { get; } = new AlwaysOpenCalendar();

    /// <summary>Gets the calendar that the request names for its site.</summary>
    public static CalendarChoice OfSite { get; } = new SiteCalendar();

    /// <summary>Gets the calendar that the request names for its customer.</summary>
    public static CalendarChoice OfCustomer { get; } = new CustomerCalendar();

    /// <summary>The policy's calendar of this name.</summary>
    /// <param name="calendarName">The name; not empty.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException"><paramref name="calendarName"/> is empty.</exception>
    public static NamedCalendar Named(string calendarName) => new(calendarName);

    /// <summary>Open when both are: team hours within site access. Zone and working dates are those of the first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentNullException">A choice is null.</exception>
    /// <exception cref="ArgumentException">More than eight calendars would be intersected.</exception>
    public static IntersectedCalendars Intersection(CalendarChoice left, CalendarChoice right) => new(left, right);

    /// <summary>Says whether the other is the same case with equal parts.</summary>
    /// <param name="other">The other choice.</param>
    /// <returns>True when they are equal.</returns>
    public abstract bool Equals(CalendarChoice? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CalendarChoice);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Returns the choice in words.</summary>
    /// <returns>The text.</returns>
    public abstract override string ToString();
}

namespace AfterSales.Domain.Sla;

/// <summary>The calendar that the request names for its site.</summary>
public sealed class SiteCalendar : CalendarChoice
{
    internal SiteCalendar()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(CalendarChoice? other) => other is SiteCalendar;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(nameof(SiteCalendar));

    /// <inheritdoc/>
    public override string ToString() => "the site's calendar";
}

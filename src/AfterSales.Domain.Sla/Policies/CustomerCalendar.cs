namespace AfterSales.Domain.Sla;

/// <summary>The calendar that the request names for its customer.</summary>
public sealed class CustomerCalendar : CalendarChoice
{
    internal CustomerCalendar()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(CalendarChoice? other) => other is CustomerCalendar;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(nameof(CustomerCalendar));

    /// <inheritdoc/>
    public override string ToString() => "the customer's calendar";
}

namespace AfterSales.Domain.Sla;

/// <summary>Always open, in UTC.</summary>
public sealed class AlwaysOpenCalendar : CalendarChoice
{
    internal AlwaysOpenCalendar()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(CalendarChoice? other) => other is AlwaysOpenCalendar;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(nameof(AlwaysOpenCalendar));

    /// <inheritdoc/>
    public override string ToString() => "always open";
}

using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>A calendar as it was published at an instant: the facts that clocks count by from then on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PublishedCalendar
{
    internal PublishedCalendar(BusinessCalendar calendar, Instant publishedAt)
    {
        Calendar = calendar;
        PublishedAt = publishedAt;
    }

    /// <summary>Gets the calendar.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>Gets from when on it was known; <see cref="Instant.MinValue"/> for calendars that the policy was made with.</summary>
    public Instant PublishedAt { get; }

    /// <summary>Returns name and instant.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        PublishedAt == Instant.MinValue ? Calendar.Name : $"{Calendar.Name}, published {InstantPattern.ExtendedIso.Format(PublishedAt)}";
}

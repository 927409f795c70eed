using System.Collections.Concurrent;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The calendars of a policy by name and instant, and the intersections that its targets ask for.</summary>
internal sealed class CalendarBook
{
    private static readonly BusinessCalendar AlwaysOpen = BusinessCalendar.Always(DateTimeZone.Utc);

    private readonly Dictionary<string, PublishedCalendar[]> _byName;

    // Intersecting compiles a calendar, so each pair is made once; there are no more pairs than versions of calendars squared.
    private readonly ConcurrentDictionary<(BusinessCalendar Left, BusinessCalendar Right), BusinessCalendar> _intersections = new();

    internal CalendarBook(IReadOnlyList<PublishedCalendar> calendars)
    {
        Calendars = calendars;
        _byName = calendars
            .GroupBy(one => one.Calendar.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(one => one.PublishedAt).ToArray(), StringComparer.Ordinal);
        Publications = [.. calendars.Select(one => one.PublishedAt).Where(at => at > Instant.MinValue).Distinct().OrderBy(at => at)];
    }

    internal IReadOnlyList<PublishedCalendar> Calendars { get; }

    /// <summary>Gets the instants at which calendars were published, in order.</summary>
    internal Instant[] Publications { get; }

    internal IEnumerable<string> Names => _byName.Keys;

    /// <summary>The calendar of a choice as known at an instant; null with what is missing when there is none.</summary>
    internal BusinessCalendar? Find(CalendarChoice choice, ServiceRequest request, Instant at, out NoDeadlineReason? missing)
    {
        missing = null;
        switch (choice)
        {
            case NamedCalendar named:
                return Find(named.CalendarName, at, out missing);
            case SiteCalendar when request.SiteCalendar is { } site:
                return Find(site, at, out missing);
            case CustomerCalendar when request.CustomerCalendar is { } customer:
                return Find(customer, at, out missing);
            case SiteCalendar or CustomerCalendar:
                missing = new NoDeadlineReason(NoDeadlineCode.NoCalendarNamed, choice is SiteCalendar ? "site" : "customer");
                return null;
            case IntersectedCalendars both:
                BusinessCalendar? left = Find(both.Left, request, at, out missing);
                BusinessCalendar? right = left is null ? null : Find(both.Right, request, at, out missing);
                return left is null || right is null ? null : _intersections.GetOrAdd((left, right), static pair => Both(pair.Left, pair.Right));
            default:
                return AlwaysOpen;
        }
    }

    /// <summary>Open when both are; never, where the one ends before the other begins.</summary>
    private static BusinessCalendar Both(BusinessCalendar left, BusinessCalendar right)
    {
        bool meet = left.Horizon.Start < right.Horizon.End && right.Horizon.Start < left.Horizon.End;
        return left.Intersect(meet ? right : BusinessCalendar.Weekly("never-open", left.Zone, WeeklyHours.Parse("off")).Within(left.Horizon));
    }

    private BusinessCalendar? Find(string name, Instant at, out NoDeadlineReason? missing)
    {
        missing = null;
        if (!_byName.TryGetValue(name, out PublishedCalendar[]? versions))
        {
            missing = new NoDeadlineReason(NoDeadlineCode.UnknownCalendar, name);
            return null;
        }

        for (int i = versions.Length - 1; i > 0; i--)
        {
            if (versions[i].PublishedAt <= at)
            {
                return versions[i].Calendar;
            }
        }

        return versions[0].Calendar;
    }
}

using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>One verification: the policy, the starts that are tried, and what was found so far.</summary>
internal sealed class VerificationRun
{
    private readonly List<Finding> _findings = [];
    private readonly DateTimeZone _zone;

    internal VerificationRun(SlaPolicy policy, VerificationScope scope, Instant? replacedAt, CancellationToken cancellation)
    {
        Policy = policy;
        Scope = scope;
        Cancellation = cancellation;
        Windows = [.. SweepPlan.Of(policy, scope, replacedAt).Select(span => new SweepWindow(span.From, span.To, cancellation))];
        _zone = policy.Calendars.Count == 0 ? DateTimeZone.Utc : policy.Calendars[0].Calendar.Zone;
    }

    internal SlaPolicy Policy { get; }

    internal VerificationScope Scope { get; }

    internal CancellationToken Cancellation { get; }

    internal IReadOnlyList<SweepWindow> Windows { get; }

    internal Instant FirstStart => Windows[0].From;

    internal IReadOnlyList<Finding> Findings => _findings;

    internal void Add(FindingCode code, FindingLevel level, FindingPlace place, IEnumerable<FindingExample> examples, Func<bool, string> sentence) =>
        _findings.Add(new Finding(code, level, place, examples, sentence));

    /// <summary>The zone in which instants of a target are said: its calendar's, or that of the policy's first calendar for clock time.</summary>
    internal DateTimeZone ZoneOf(Target target, BusinessCalendar calendar) => target.Calendar is AlwaysOpenCalendar ? _zone : calendar.Zone;

    /// <summary>
    /// A request as it may name calendars of its site and its customer: each of the policy's, where one of the targets asks for them. As given when none does.
    /// </summary>
    internal IEnumerable<(string? Site, string? Customer)> Surroundings(params Target[] targets)
    {
        string?[] names = [.. Policy.Book.Names];
        string?[] sites = Array.Exists(targets, target => Mentions(target.Calendar, CalendarChoice.OfSite)) && names.Length > 0 ? names : [null];
        string?[] customers = Array.Exists(targets, target => Mentions(target.Calendar, CalendarChoice.OfCustomer)) && names.Length > 0 ? names : [null];
        return sites.SelectMany(site => customers.Select(customer => (site, customer)));
    }

    internal static ServiceRequest In(ServiceRequest request, (string? Site, string? Customer) surroundings) =>
        surroundings is (null, null) ? request : request.WithSiteCalendar(surroundings.Site).WithCustomerCalendar(surroundings.Customer);

    /// <summary>Every calendar by which a target may count in a window, with the request that brings it about.</summary>
    internal IEnumerable<(SweepWindow Window, BusinessCalendar Calendar, ServiceRequest Request)> CalendarsOf(Target target, ServiceRequest request)
    {
        foreach ((string? Site, string? Customer) surroundings in Surroundings(target))
        {
            ServiceRequest one = In(request, surroundings);
            foreach (SweepWindow window in Windows)
            {
                if (Policy.Book.Find(target.Calendar, one, window.From, out _) is { } calendar)
                {
                    yield return (window, calendar, one);
                }
            }
        }
    }

    private static bool Mentions(CalendarChoice choice, CalendarChoice wanted) =>
        choice.Equals(wanted) || (choice is IntersectedCalendars both && (Mentions(both.Left, wanted) || Mentions(both.Right, wanted)));
}

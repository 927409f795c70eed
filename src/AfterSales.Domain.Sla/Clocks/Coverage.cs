using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What an objective says to a request: which target with which calendar, or why none.</summary>
internal readonly struct Coverage
{
    private Coverage(ServiceRequest request, CoverageKind kind, Target? target, BusinessCalendar? calendar, NoDeadlineReason? reason)
    {
        Request = request;
        Kind = kind;
        Target = target;
        Calendar = calendar;
        Reason = reason;
    }

    internal ServiceRequest Request { get; }

    internal CoverageKind Kind { get; }

    internal Target? Target { get; }

    internal BusinessCalendar? Calendar { get; }

    /// <summary>Gets why there is no deadline; null for a covered request.</summary>
    internal NoDeadlineReason? Reason { get; }

    internal static Coverage Of(Objective objective, ServiceRequest request, CalendarBook book, Instant at)
    {
        if (!objective.AppliesTo.Matches(request))
        {
            return new Coverage(request, CoverageKind.OutOfScope, null, null, NoDeadlineReason.OutOfScope);
        }

        for (int i = 0; i < objective.Targets.Count; i++)
        {
            Target target = objective.Targets[i];
            if (!target.When.Matches(request))
            {
                continue;
            }

            if (target.Rule is null)
            {
                return new Coverage(request, CoverageKind.Exempt, target, null, new NoDeadlineReason(NoDeadlineCode.Exempt, target.ExemptReason!));
            }

            return book.Find(target.Calendar, request, at, out NoDeadlineReason? missing) is { } calendar
                ? new Coverage(request, CoverageKind.Covered, target, calendar, null)
                : new Coverage(request, CoverageKind.NotCovered, target, null, missing);
        }

        return new Coverage(request, CoverageKind.NotCovered, null, null, NoDeadlineReason.NoTarget);
    }
}

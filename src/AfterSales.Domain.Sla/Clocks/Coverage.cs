using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What an objective says to a request: which target with which calendar, or why none.</summary>
internal readonly struct Coverage
{
    private Coverage(CoverageKind kind, Target? target, BusinessCalendar? calendar, NoDeadlineReason? reason)
    {
        Kind = kind;
        Target = target;
        Calendar = calendar;
        Reason = reason;
    }

    internal CoverageKind Kind { get; }

    internal Target? Target { get; }

    internal BusinessCalendar? Calendar { get; }

    /// <summary>Gets why there is no deadline; null for a covered request.</summary>
    internal NoDeadlineReason? Reason { get; }

    internal static Coverage Of(Objective objective, ServiceRequest request, CalendarBook book, Instant at)
    {
        if (!objective.AppliesTo.Matches(request))
        {
            return new Coverage(CoverageKind.OutOfScope, null, null, NoDeadlineReason.OutOfScope);
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
                return new Coverage(CoverageKind.Exempt, target, null, new NoDeadlineReason(NoDeadlineCode.Exempt, target.ExemptReason!));
            }

            return book.Find(target.Calendar, request, at, out NoDeadlineReason? missing) is { } calendar
                ? new Coverage(CoverageKind.Covered, target, calendar, null)
                : new Coverage(CoverageKind.NotCovered, target, null, missing);
        }

        return new Coverage(CoverageKind.NotCovered, null, null, NoDeadlineReason.NoTarget);
    }
}

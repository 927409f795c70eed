using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Verification.BruteForce;

/// <summary>The obviously right way: every request against every other, every half minute of two weeks, and each finding where it shows, as "code place".</summary>
internal sealed class BruteForceVerifier
{
    // Only the customer sends these.
    private static readonly Signal[] OfTheCustomer = [Signal.CustomerMessage, Signal.Confirmed];

    private static readonly ServiceRequest[] Requests =
    [
        .. from severity in RandomPolicies.Severities
           from locality in RandomPolicies.Localities
           from priority in RandomPolicies.Priorities
           from channel in RandomPolicies.Channels
           select new ServiceRequest(RequestKind.Repair).WithSeverity(severity).WithLocality(locality).WithPriority(priority).WithChannel(channel),
    ];

    private static readonly BusinessCalendar Always = BusinessCalendar.Always(DateTimeZone.Utc);
    private static readonly HalfMinutes AlwaysOpen = new(Always, RandomPolicies.From);

    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);
    private readonly SlaPolicy _policy;
    private readonly Dictionary<string, BusinessCalendar> _calendars;
    private readonly Dictionary<string, HalfMinutes> _halfMinutes = new(StringComparer.Ordinal);
    private readonly Dictionary<(DeadlineRule Rule, string Calendar), HalfMinuteDues> _dues = [];
    private readonly Dictionary<(int[] Late, int[] Early), bool> _compared = [];

    private BruteForceVerifier(SlaPolicy policy)
    {
        _policy = policy;
        _calendars = policy.Calendars.ToDictionary(one => one.Calendar.Name, one => one.Calendar, StringComparer.Ordinal);
    }

    public static IReadOnlyList<string> FindingsOf(SlaPolicy policy, IReadOnlyList<Signal>? emitted)
    {
        BruteForceVerifier brute = new(policy);
        foreach (Objective objective in policy.Objectives)
        {
            brute.LookAt(objective, emitted);
        }

        foreach (BusinessCalendar calendar in policy.Calendars.Select(one => one.Calendar).Concat(policy.Objectives.SelectMany(one => one.Targets).SelectMany(brute.CalendarsOf)))
        {
            brute.Add(brute.GridOf(calendar).NeverOpens, FindingCode.CalendarNeverOpen, calendar.Name);
        }

        brute.JudgeAcceptances(emitted);
        return [.. brute._found];
    }

    private void LookAt(Objective objective, IReadOnlyList<Signal>? emitted)
    {
        Target?[] targets = [.. Requests.Select(request => TargetOf(objective, request))];
        for (int i = 0; i < Requests.Length; i++)
        {
            Add(targets[i] is null && objective.AppliesTo.Matches(Requests[i]), FindingCode.RequestNotCovered, objective.Name);
            for (int j = 0; j < Requests.Length; j++)
            {
                if (targets[i] is { } own && targets[j] is { } other && !ReferenceEquals(own, other) && DifferenceOf(Requests[i], Requests[j]) is { } difference)
                {
                    Add(difference == Ordered.More && AnyLater(other, own), FindingCode.LaterWhenMoreDemanding, Place(objective, other));
                    Add(objective.ReclassifyMode == ReclassifyMode.KeepStart && AnyLater(own, other), FindingCode.BreachOnReclassify, Place(objective, other));
                }
            }

            if (objective.WithinObjective is not null && objective.StartsOn[0] == _policy.Objectives[0].StartsOn[0]
                && targets[i] is { } inner && TargetOf(_policy.Objectives[0], Requests[i]) is { } outer)
            {
                Add(AnyLater(inner, outer), FindingCode.DoesNotFitWithin, Place(objective, inner));
            }
        }

        bool shares = objective.ReclassifyMode == ReclassifyMode.Proportional && targets.OfType<Target>().Distinct().Count() > 1;
        foreach (Target target in objective.Targets)
        {
            if (Array.IndexOf(targets, target) >= 0)
            {
                LookAt(objective, target, shares);
            }
            else
            {
                Add(true, FindingCode.TargetNeverReached, Place(objective, target));
            }
        }

        Add(
            emitted is not null && objective.StartsOn.Any(emitted.Contains) && !objective.StopsOn.Concat(objective.EndsOn).Concat(objective.CancelsOn).Any(emitted.Contains),
            FindingCode.NeverStops, objective.Name);
        foreach (Pause pause in objective.Pauses)
        {
            LookAt(objective, pause);
        }
    }

    private void LookAt(Objective objective, Pause pause)
    {
        ResponsibleParty party = pause.Reason.Party;
        bool isForTheStop = objective.StopsOn.Any(signal => signal.Name == pause.Reason.Name)
            || (objective.Party == Party.Customer && party == ResponsibleParty.Customer && pause.Cap is null
                && objective.StopsOn.All(OfTheCustomer.Contains) && !objective.StartsOn.Contains(Signal.Received));
        bool isForTheirOwn = objective.Party switch
        {
            Party.Customer => party != ResponsibleParty.Customer,
            Party.Supplier => party == ResponsibleParty.Supplier,
            _ => false,
        };
        Add(isForTheStop, FindingCode.PausedByItsStop, objective.Name);
        Add(isForTheirOwn && !isForTheStop, FindingCode.PausedForOwnReason, objective.Name);
    }

    private void LookAt(Objective objective, Target target, bool shares)
    {
        if (target.Rule is null)
        {
            return;
        }

        Add(SitesOf(target).Any(site => CalendarOf(target.Calendar, site) is null), FindingCode.UnknownCalendar, Place(objective, target));
        foreach (BusinessCalendar calendar in CalendarsOf(target))
        {
            HalfMinuteDues dues = DuesOf(target.Rule, calendar);
            Add(Drops(dues.Dues), FindingCode.NonMonotoneCutOff, Place(objective, target));
            Add(shares && AnyStart(start => dues.AllowanceOf(start) is null), FindingCode.ProportionalWithoutAllowance, Place(objective, target));
            if (!IsOnTheClock(target.Rule))
            {
                Add(AnyStart(dues.HasNoOpenTime), FindingCode.NoOpenTimeBeforeDue, Place(objective, target));
                if (calendar.KnownThrough is { } through)
                {
                    int end = GridOf(calendar).IndexOf(calendar.Zone.AtStartOfDay(through.PlusDays(1)).ToInstant());
                    Add(AnyStart(start => dues.Dues[start] != HalfMinuteDues.Unset && dues.Dues[start] > end), FindingCode.HolidaysNotKnown, calendar.Name);
                }
            }
        }

        LookAtAlarms(objective, target, [.. CalendarsOf(target).Select(calendar => DuesOf(target.Rule, calendar))]);
    }

    private void LookAtAlarms(Objective objective, Target target, HalfMinuteDues[] calendars)
    {
        int count = objective.Alarms.Count;
        bool[] warnsOfNothing = new bool[count];
        bool[] warnsAfterTheStart = new bool[count];
        bool isOutOfOrder = false;
        bool isEverDue = false;
        long?[] planned = new long?[count];
        foreach (HalfMinuteDues dues in calendars.Where(_ => count > 0))
        {
            for (int start = 0; start < HalfMinutes.Starts; start++)
            {
                if (dues.Dues[start] == HalfMinuteDues.Unset)
                {
                    continue;
                }

                isEverDue = true;
                for (int i = 0; i < count; i++)
                {
                    planned[i] = dues.Planned(objective.Alarms[i], start);
                    warnsOfNothing[i] |= planned[i] >= dues.Dues[start] * 100L;
                    warnsAfterTheStart[i] |= planned[i] > start * 100L;
                    for (int j = 0; j < i; j++)
                    {
                        isOutOfOrder |= planned[j] > planned[i];
                    }
                }
            }
        }

        for (int i = 0; i < count; i++)
        {
            bool isWarning = isEverDue && objective.Alarms[i].Kind is (AlarmKind.Percent or AlarmKind.BeforeDue);
            Add(isWarning && warnsOfNothing[i], FindingCode.AlarmNotBeforeDue, Place(objective, target));
            Add(isWarning && !warnsOfNothing[i] && !warnsAfterTheStart[i], FindingCode.AlarmAtStart, Place(objective, target));
        }

        Add(isOutOfOrder, FindingCode.AlarmLevelsOutOfOrder, Place(objective, target));
    }

    private void JudgeAcceptances(IReadOnlyList<Signal>? emitted)
    {
        string[] found = [.. _found];
        foreach (AcceptedFinding one in _policy.Accepted)
        {
            bool isThere = found.Any(text => text == $"{one.Code} {one.Where}" || text.StartsWith($"{one.Code} {one.Where} / ", StringComparison.Ordinal));
            Add(!isThere && (one.Code != FindingCode.NeverStops || emitted is not null), FindingCode.AcceptedButNotFound, one.Where);
        }
    }

    private enum Ordered
    {
        More,
        OtherWise,
    }

    /// <summary>What sets two requests apart that differ in exactly one ordered dimension; null for all other pairs.</summary>
    private static Ordered? DifferenceOf(ServiceRequest less, ServiceRequest more)
    {
        bool[] same = [less.Severity == more.Severity, less.Locality == more.Locality, less.Priority == more.Priority];
        if (less.Channel != more.Channel || same.Count(one => one) != 2)
        {
            return null;
        }

        bool isMore = !same[0] ? less.Severity != Severity.Unknown && more.Severity > less.Severity
            : !same[1] ? less.Locality != Locality.Unknown && more.Locality > less.Locality
            : less.Priority != Priority.Unknown && more.Priority != Priority.Unknown && more.Priority < less.Priority;
        return isMore ? Ordered.More : Ordered.OtherWise;
    }

    private static Target? TargetOf(Objective objective, ServiceRequest request) =>
        objective.AppliesTo.Matches(request) ? objective.Targets.FirstOrDefault(target => target.When.Matches(request)) : null;

    private bool AnyLater(Target late, Target early)
    {
        if (late.Rule is null || early.Rule is null)
        {
            return false;
        }

        foreach (string? site in SitesOf(late, early))
        {
            if (CalendarOf(late.Calendar, site) is { } lateCalendar && CalendarOf(early.Calendar, site) is { } earlyCalendar)
            {
                (int[] Late, int[] Early) pair = (DuesOf(late.Rule, lateCalendar).Dues, DuesOf(early.Rule, earlyCalendar).Dues);
                if (!_compared.TryGetValue(pair, out bool isLater))
                {
                    isLater = AnyStart(start => pair.Late[start] != HalfMinuteDues.Unset && pair.Early[start] != HalfMinuteDues.Unset && pair.Late[start] > pair.Early[start]);
                    _compared.Add(pair, isLater);
                }

                if (isLater)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Drops(int[] dues)
    {
        int highest = HalfMinuteDues.Unset;
        foreach (int due in dues)
        {
            if (due != HalfMinuteDues.Unset && due < highest)
            {
                return true;
            }

            highest = Math.Max(highest, due);
        }

        return false;
    }

    private static bool AnyStart(Func<int, bool> holds)
    {
        for (int start = 0; start < HalfMinutes.Starts; start++)
        {
            if (holds(start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Clock time has no doors.</summary>
    private static bool IsOnTheClock(DeadlineRule rule) => rule switch
    {
        ElapsedRule or AppointmentRule => true,
        EarliestRule earliest => earliest.Parts.All(IsOnTheClock),
        LatestRule latest => latest.Parts.All(IsOnTheClock),
        _ => false,
    };

    private string?[] SitesOf(params Target[] targets) => targets.Any(target => IsOfSite(target.Calendar)) ? [.. _calendars.Keys] : [null];

    private static bool IsOfSite(CalendarChoice choice) => choice is SiteCalendar || (choice is IntersectedCalendars both && (IsOfSite(both.Left) || IsOfSite(both.Right)));

    private IEnumerable<BusinessCalendar> CalendarsOf(Target target) => target.Rule is null ? [] : SitesOf(target).Select(site => CalendarOf(target.Calendar, site)).OfType<BusinessCalendar>();

    private BusinessCalendar? CalendarOf(CalendarChoice choice, string? site) => choice switch
    {
        NamedCalendar named => _calendars.GetValueOrDefault(named.CalendarName),
        SiteCalendar => _calendars.GetValueOrDefault(site!),
        IntersectedCalendars both => CalendarOf(both.Left, site) is { } left && CalendarOf(both.Right, site) is { } right ? left.Intersect(right) : null,
        _ => Always,
    };

    private HalfMinutes GridOf(BusinessCalendar calendar)
    {
        if (ReferenceEquals(calendar, Always))
        {
            return AlwaysOpen;
        }

        if (!_halfMinutes.TryGetValue(calendar.Name, out HalfMinutes? grid))
        {
            grid = new HalfMinutes(calendar, RandomPolicies.From);
            _halfMinutes.Add(calendar.Name, grid);
        }

        return grid;
    }

    private HalfMinuteDues DuesOf(DeadlineRule rule, BusinessCalendar calendar)
    {
        if (!_dues.TryGetValue((rule, calendar.Name), out HalfMinuteDues? dues))
        {
            dues = new HalfMinuteDues(rule, GridOf(calendar));
            _dues.Add((rule, calendar.Name), dues);
        }

        return dues;
    }

    private void Add(bool isFound, FindingCode code, string place)
    {
        if (isFound)
        {
            _found.Add($"{code} {place}");
        }
    }

    private static string Place(Objective objective, Target target) => $"{objective.Name} / {target.Name}";
}

using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>What may happen to a ticket, from which histories are made: signals, reasons to wait, requests, and when tickets are opened.</summary>
internal sealed class HistoryAlphabet
{
    /// <summary>A signal that no policy knows.</summary>
    internal static readonly Signal Irrelevant = Signal.Named("coffee");

    private static readonly Instant Earliest = Instant.FromUtc(1950, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2090, 1, 1, 0, 0);

    private readonly Gen<Instant> _openings;
    private readonly Gen<ServiceRequest> _requests;
    private readonly Gen<(int Gap, Func<EventId, Instant, SlaEvent> Make)> _steps;

    private HistoryAlphabet(Gen<Instant> openings, Gen<ServiceRequest> requests, IEnumerable<Signal> work, IEnumerable<Signal> ends, IEnumerable<WaitReason> reasons)
    {
        _openings = openings;
        _requests = requests;
        _steps = Steps([.. work], [.. ends], [.. reasons]);
    }

    /// <summary>Signals of the example objectives and requests that differ in severity, opened within two days.</summary>
    internal static HistoryAlphabet Plain { get; } = new(
        Gen.Choose(0, 2 * 24 * 60).Select(minute => SlaGenerators.Begin + Duration.FromMinutes(minute)),
        RequestGenerators.RequestsFor([RequestCondition.Severity(Severity.General)]),
        [Signal.Received, Signal.TaskReceived, Signal.CustomerMessage, Signal.Reply, Signal.ProgressTold],
        [Signal.Resolved, Signal.Reopened, Signal.Cancelled],
        [WaitReason.Customer, WaitReason.Parts]);

    internal Gen<SlaHistory> Histories =>
        from opened in _openings
        from request in _requests
        from count in Gen.Choose(1, 16)
        from steps in Gen.ArrayOf(_steps, count)
        select Make(opened, request, steps);

    /// <summary>The words of a policy: the signals and reasons that it names and some that it does not, requests that differ in what its conditions look at.</summary>
    internal static HistoryAlphabet Of(SlaPolicy policy)
    {
        Signal[] work = [.. policy.Objectives.SelectMany(one => one.StartsOn.Concat(one.StopsOn)).Distinct()];
        Signal[] ends = [.. policy.Objectives.SelectMany(one => one.EndsOn.Concat(one.CancelsOn)).Append(Signal.Reopened).Distinct()];
        WaitReason[] paused = [.. policy.Objectives.SelectMany(one => one.Pauses).Select(pause => pause.Reason).Distinct()];
        WaitReason[] other = [.. WaitReason.WellKnown.Where(reason => Array.IndexOf(paused, reason) < 0).Take(1)];
        Gen<ServiceRequest> requests = RequestGenerators.RequestsFor(policy.Objectives.SelectMany(one => one.Targets.Select(target => target.When).Append(one.AppliesTo)));
        string[] names = [.. policy.Calendars.Select(one => one.Calendar.Name).Distinct(StringComparer.Ordinal)];
        if (names.Length > 0 && policy.Objectives.SelectMany(one => one.Targets).Any(target => IsOfRequest(target.Calendar)))
        {
            requests = from request in requests from site in Gen.Elements(names) from customer in Gen.Elements(names) select request.WithSiteCalendar(site).WithCustomerCalendar(customer);
        }

        return new HistoryAlphabet(Openings(policy), requests, work.Length == 0 ? [Irrelevant] : work, ends, [.. paused, .. other]);
    }

    private static bool IsOfRequest(CalendarChoice choice) =>
        choice is SiteCalendar or CustomerCalendar || (choice is IntersectedCalendars both && (IsOfRequest(both.Left) || IsOfRequest(both.Right)));

    /// <summary>Within a fortnight or some fourteen months after the policy takes effect; half of them close to when a calendar of the policy opens or closes.</summary>
    private static Gen<Instant> Openings(SlaPolicy policy)
    {
        Instant from = Instant.Max(Earliest, Instant.Min(Latest, policy.EffectiveFrom));
        Gen<Instant> any = Gen.OneOf(Gen.Choose(0, 14 * 24 * 60), Gen.Choose(0, 420 * 24 * 60)).Select(minute => from + Duration.FromMinutes(minute));
        BusinessCalendar[] calendars = [.. policy.Calendars.Select(one => one.Calendar)];
        return calendars.Length == 0
            ? any
            : Gen.OneOf(
                any,
                from at in any
                from calendar in Gen.Elements(calendars)
                from closing in Gen.Elements(true, false)
                from minutes in Gen.Choose(-90, 90)
                select ((closing ? calendar.NextClosing(at) : calendar.NextOpening(at)) ?? at) + Duration.FromMinutes(minutes));
    }

    private static SlaHistory Make(Instant opened, ServiceRequest request, (int Gap, Func<EventId, Instant, SlaEvent> Make)[] steps)
    {
        List<SlaEvent> events = [SlaEvent.Opened(new EventId("opened"), opened, request)];
        Instant at = opened;
        foreach ((int gap, Func<EventId, Instant, SlaEvent> make) in steps)
        {
            at += Duration.FromMinutes(gap);
            events.Add(make(new EventId("e" + events.Count.ToString(CultureInfo.InvariantCulture)), at));
        }

        return new SlaHistory(events);
    }

    private Gen<(int Gap, Func<EventId, Instant, SlaEvent> Make)> Steps(Signal[] work, Signal[] ends, WaitReason[] reasons)
    {
        Gen<Func<EventId, Instant, SlaEvent>> wait =
            from reason in Gen.Choose(0, reasons.Length - 1)
            from number in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Constant(1)))
            from begins in Gen.Elements(true, false)
            let waitId = string.Format(CultureInfo.InvariantCulture, "w{0}-{1}", reason, number)
            select begins
                ? (Func<EventId, Instant, SlaEvent>)((id, at) => SlaEvent.WaitBegun(id, at, waitId, reasons[reason]))
                : (id, at) => SlaEvent.WaitEnded(id, at, waitId);
        Gen<Func<EventId, Instant, SlaEvent>> events = Gen.Frequency(
            (6, Gen.Elements(work).Select(Signalled)),
            (3, Gen.Elements(ends).Select(Signalled)),
            (4, wait),
            (2, _requests.Select(request => (Func<EventId, Instant, SlaEvent>)((id, at) => SlaEvent.Reclassified(id, at, request)))),
            (1, Gen.Choose(0, 5).Select(detail => (Func<EventId, Instant, SlaEvent>)((id, at) => SlaEvent.AppointmentAgreed(id, at, at + Duration.FromHours(detail * 5))))),
            (1, Gen.Constant(Signalled(Irrelevant))));
        return from happened in events
               from gap in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 90)), (2, Gen.Choose(0, 2000)))
               select (gap, happened);
    }

    private static Func<EventId, Instant, SlaEvent> Signalled(Signal signal) => (id, at) => SlaEvent.Signalled(id, at, signal);
}

using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The dues of rules as functions of the start over one stretch of time, each drawn once.</summary>
internal sealed class RuleCurves
{
    /// <summary>Longer than from any start to a due in reach.</summary>
    internal static readonly Duration Longest = Duration.FromDays(36_600);

    private static readonly long Never = NanosecondTime.Of(Instant.FromUtc(2250, 1, 1, 0, 0));

    private readonly Dictionary<(DeadlineRule Rule, BusinessCalendar Calendar), DueCurve> _curves = [];
    private readonly Dictionary<BusinessCalendar, DueCurve> _openings = [];
    private readonly Dictionary<BusinessCalendar, IReadOnlyList<(long Start, long End)>> _hours = [];
    private readonly Instant _from;
    private readonly Instant _to;
    private readonly CancellationToken _cancellation;

    internal RuleCurves(Instant from, Instant to, CancellationToken cancellation)
    {
        _from = from;
        _to = to;
        _cancellation = cancellation;
    }

    private long From => NanosecondTime.Of(_from);

    private long To => NanosecondTime.Of(_to);

    internal DueCurve Of(DeadlineRule rule, BusinessCalendar calendar)
    {
        if (!_curves.TryGetValue((rule, calendar), out DueCurve? curve))
        {
            curve = Draw(rule, calendar);
            _curves.Add((rule, calendar), curve);
        }

        return curve;
    }

    /// <summary>The pieces of a rule's due on each of which one branch of an <see cref="IfOpenRule"/> is taken, though both may be due at the same instant.</summary>
    internal IEnumerable<DuePiece> PiecesByBranch(DeadlineRule rule, BusinessCalendar calendar) =>
        rule is IfOpenRule ? Of(rule, calendar).CutAt(HoursOf(calendar)) : Of(rule, calendar).Pieces;

    /// <summary>The next opening, the start itself while it is open, or the end of reach when it never opens: a due at or before it has no open time in front of it.</summary>
    internal DueCurve Openings(BusinessCalendar calendar)
    {
        if (!_openings.TryGetValue(calendar, out DueCurve? curve))
        {
            curve = DueCurve.Sampled(
                From, To, Boundaries(calendar, _to),
                at => calendar.NextOpeningOrNow(NanosecondTime.Instant(at)) is { } opening ? NanosecondTime.Of(opening) : Never,
                _cancellation);
            _openings.Add(calendar, curve);
        }

        return curve;
    }

    private DueCurve Draw(DeadlineRule rule, BusinessCalendar calendar) => rule switch
    {
        ElapsedRule elapsed => elapsed.Amount < Longest
            ? DueCurve.Of(From, To, DuePieceKind.Moving, elapsed.Amount.ToInt64Nanoseconds())
            : DueCurve.Of(From, To, DuePieceKind.Unset, 0),
        OpenTimeRule open => Sampled(open, calendar, OpenTimeBreaks(open.Amount, calendar)),
        NextTimeRule next => Sampled(next, calendar, Midnights(calendar).Concat(Times(calendar, next.At)).Concat(ClockChanges(calendar.Zone))),
        WorkingDayRule days => Sampled(days, calendar, Midnights(calendar).Concat(HoursOf(calendar).SelectMany(span => new[] { span.Start, span.End }))
            .Concat(days.At is { } at ? Times(calendar, at) : []).Concat(ClockChanges(calendar.Zone))),
        IfOpenRule branches => DueCurve.Chosen(Of(branches.Then, calendar), Of(branches.Otherwise, calendar), HoursOf(calendar)),
        EarliestRule earliest => earliest.Parts.Select(part => Of(part, calendar)).Aggregate((left, right) => DueCurve.Combined(left, right, earliest: true)),
        LatestRule latest => latest.Parts.Select(part => Of(part, calendar)).Aggregate((left, right) => DueCurve.Combined(left, right, earliest: false)),
        _ => DueCurve.Of(From, To, DuePieceKind.Unset, 0),
    };

    private DueCurve Sampled(DeadlineRule rule, BusinessCalendar calendar, IEnumerable<long> candidates)
    {
        RuleFacts nothing = DueFacts.None.ForRule();
        return DueCurve.Sampled(From, To, candidates, at => InReach(rule.Evaluate(NanosecondTime.Instant(at), calendar, nothing).Due), _cancellation);
    }

    private static long? InReach(DueResult due) => due.IsSet && NanosecondTime.Of(Instant.Min(due.At, SweepPlan.BeyondReach)) is var at && at < Never ? at : null;

    /// <summary>Boundaries of the calendar, and each moved back by the amount: only there can an amount of open time begin to end elsewhere.</summary>
    private List<long> OpenTimeBreaks(Duration amount, BusinessCalendar calendar)
    {
        List<long> breaks = [];
        Instant last = calendar.TryAdd(_to, amount, out Instant end) ? Instant.Min(end, SweepPlan.BeyondReach) : Instant.Max(_to, calendar.Horizon.End);
        foreach (long boundary in Boundaries(calendar, last))
        {
            breaks.Add(boundary);
            if (calendar.TryAdd(NanosecondTime.Instant(boundary), -amount, out Instant back) && back >= _from)
            {
                breaks.Add(NanosecondTime.Of(back));
            }
        }

        return breaks;
    }

    private IEnumerable<long> Boundaries(BusinessCalendar calendar, Instant to) =>
        calendar.OpenPeriods(_from, to).SelectMany(period => new[] { NanosecondTime.Of(period.Start), NanosecondTime.Of(period.End) });

    private IEnumerable<LocalDate> Dates(DateTimeZone zone)
    {
        LocalDate last = _to.InZone(zone).Date.PlusDays(1);
        for (LocalDate date = _from.InZone(zone).Date.PlusDays(-2); date <= last; date = date.PlusDays(1))
        {
            yield return date;
        }
    }

    private IEnumerable<long> Midnights(BusinessCalendar calendar) =>
        Dates(calendar.Zone).Select(date => NanosecondTime.Of(calendar.Zone.AtStartOfDay(date).ToInstant()));

    private IEnumerable<long> Times(BusinessCalendar calendar, LocalTime time) =>
        Dates(calendar.Zone).Select(date => NanosecondTime.Of(WorkingDates.At(date, time, calendar.Zone)));

    private IEnumerable<long> ClockChanges(DateTimeZone zone) =>
        zone.GetZoneIntervals(_from, _to).Where(interval => interval.HasEnd).Select(interval => NanosecondTime.Of(interval.End));

    /// <summary>The hours of working dates from opening to closing, breaks included, united.</summary>
    private IReadOnlyList<(long Start, long End)> HoursOf(BusinessCalendar calendar)
    {
        if (_hours.TryGetValue(calendar, out IReadOnlyList<(long Start, long End)>? known))
        {
            return known;
        }

        List<(long Start, long End)> hours = [];
        foreach (LocalDate date in Dates(calendar.Zone))
        {
            if (calendar.IsWorkingDay(date) && calendar.OpeningOf(date) is { } opening && calendar.ClosingOf(date) is { } closing)
            {
                hours.Add((NanosecondTime.Of(opening), NanosecondTime.Of(closing)));
            }
        }

        _hours.Add(calendar, hours);
        return hours;
    }
}
